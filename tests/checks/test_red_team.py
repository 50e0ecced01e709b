"""Attacks on the agency check that once gave a wrong answer."""

from __future__ import annotations

import pytest

from recruitcheck.checks.agency import check_agency
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.model import AbsenceMeans, Agency, RegistryKind
from tests.checks.made_up import DAY, lookup, registry

NAME = "Example Himal Overseas Pvt. Ltd."
AGENCY = Agency(NAME, country="NP")


def required(result: CheckResult) -> set[str]:
    return {gap.code for gap in result.not_checked if gap.required}


@pytest.mark.parametrize("kind", [RegistryKind.LICENSING, RegistryKind.SPONSOR])
def test_absence_from_a_list_that_proves_nothing_is_not_checked_where_the_list_had_to_answer(
    kind: RegistryKind,
) -> None:
    silent = lookup(registry=registry(kind, absence_means=AbsenceMeans.NOTHING), required=True)
    assert required(check_agency(AGENCY, (silent,), DAY, country="NP", limited=True)) == {"absence_proves_nothing"}


def test_a_list_whose_silence_proves_nothing_is_no_answer_about_a_licence() -> None:
    silent = lookup(registry=registry(absence_means=AbsenceMeans.NOTHING), required=False)
    assert required(check_agency(AGENCY, (silent,), DAY, country=None)) == {"country_not_given"}
