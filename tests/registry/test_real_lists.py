"""The shipped definitions on the real lists: every row is in an entry or in a recorded reject."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recruitcheck.model import LicenceStatus, NameKind
from recruitcheck.registry import MappedList, find_definition, map_table, read_table
from recruitcheck.resources import shipped

pytestmark = pytest.mark.shared


def read(shared: Path, registry: str, pattern: str) -> MappedList:
    path = next((shared / "registers").glob(pattern))
    shape = find_definition(registry, [shipped("registries")])
    result = map_table(shape, read_table(path, shape))
    assert result.rows_read == result.kept + len(result.rejects)
    assert len({entry.key for entry in result.entries}) == len(result.entries)
    return result


@pytest.fixture(scope="module")
def hong_kong(shared: Path) -> MappedList:
    return read(shared, "hk-eaa", "hk-eaa/*.csv")


def test_hong_kong_keeps_every_row(hong_kong: MappedList) -> None:
    assert (hong_kong.rows_read, hong_kong.rejects) == (3293, ())
    assert sum(len(entry.licences) for entry in hong_kong.entries) == 3293
    assert hong_kong.row_bounds_problem is None
    assert not hong_kong.warnings


def test_hong_kong_branches_are_one_firm(hong_kong: MappedList) -> None:
    most = max(hong_kong.entries, key=lambda entry: len(entry.rows))
    assert len(most.rows) == 14
    assert len(most.addresses) > 1


def test_hong_kong_years_stay_years_and_scripts_stay_apart(hong_kong: MappedList) -> None:
    assert {len(str(licence.valid_from)) for entry in hong_kong.entries for licence in entry.licences} == {4}
    kinds = Counter(name.kind for entry in hong_kong.entries for name in entry.names)
    assert kinds[NameKind.OTHER_SCRIPT] > 1500


def test_united_kingdom_2021_groups_routes_into_firms(shared: Path) -> None:
    result = read(shared, "gb-sponsor", "gb-sponsor-register/2021*.csv")
    assert (result.rows_read, result.rejects, result.unmapped_words) == (48684, (), {})
    assert 38_000 < len(result.entries) < 38_500
    assert sum(len(entry.licences) for entry in result.entries) + len(result.duplicates) == 48684


def test_united_kingdom_2020_pairs_ratings_with_routes(shared: Path) -> None:
    result = read(shared, "gb-sponsor", "gb-sponsor-register/2020*.csv")
    assert (result.rows_read, result.rejects, result.unmapped_words) == (31857, (), {"(blank)": 1})
    unknown = [each for entry in result.entries for each in entry.licences if each.status is LicenceStatus.UNKNOWN]
    assert len(unknown) == 1
    assert any(warning.startswith("23 cells begin with the cut-off end") for warning in result.warnings)


def test_h2a_workbook_gives_its_debarments(shared: Path) -> None:
    result = read(shared, "us-dol-h2a-debarments", "us-dol-debarment-*/*.xlsx")
    debarments = [each for entry in result.entries for each in entry.debarments]
    assert (len(debarments), len(result.rejects)) == (72, 6)
    assert sorted(each.note for each in debarments if each.note) == [
        "end date equals start date",
        "no dates given",
        "the duration '1 year' does not fit the dates",
    ]
    twice = sorted(entry.key for entry in result.entries if len(entry.debarments) == 2)
    assert twice == ["eagle-creek-farms-inc", "margarita-cardenas"]


def test_h2b_disclosure_gives_firms_and_no_licence(shared: Path) -> None:
    result = read(shared, "us-dol-h2b-recruiters", "us-dol-h2b-*/*.xlsx")
    assert (result.rows_read, [reject.reason for reject in result.rejects]) == (44434, ["no name"])
    assert 200 < len(result.entries) < 289
    assert not any(entry.licences or entry.debarments for entry in result.entries)
    codes = {address.postal_code for entry in result.entries for address in entry.addresses}
    assert "93650" in codes
    assert not any(code and code.endswith(".0") for code in codes)


def test_bangladesh_numbers_keep_their_zeros_and_match_without(shared: Path) -> None:
    result = read(shared, "bd-bmet", "bd-bmet/agencies.csv")
    assert (result.rows_read, len(result.entries), result.rejects) == (507, 507, ())
    first = result.entries[0]
    assert (first.key, first.licences[0].number) == ("10", "0010")
    assert all(each.status is LicenceStatus.UNKNOWN for entry in result.entries for each in entry.licences)


def test_philippines_placeholder_is_rejected_and_words_are_mapped(shared: Path) -> None:
    result = read(shared, "ph-dmw", "ph-dmw/*.json")
    assert (result.rows_read, len(result.rejects), result.unmapped_words) == (101, 1, {})
    assert result.row_bounds_problem is not None  # an excerpt is no whole copy
    statuses = Counter(each.status.value for entry in result.entries for each in entry.licences)
    assert (statuses["barred"], statuses["unlisted"], statuses["unknown"], statuses["revoked"]) == (7, 23, 31, 0)
    assert sum(name.kind is NameKind.FORMER for entry in result.entries for name in entry.names) >= 6


def test_czech_permits_are_licences_of_their_agency(shared: Path) -> None:
    result = read(shared, "cz-mpsv", "cz-mpsv-agentury/*.json")
    assert (len(result.entries), sum(len(entry.licences) for entry in result.entries)) == (3, 4)
