"""Practices and families hold together."""

from __future__ import annotations

import pytest

from recruitcheck.vocabulary import covers, families, practices


def test_every_practice_has_a_family_and_every_family_a_practice() -> None:
    assert {practice.family for practice in practices().values()} == set(families())


def test_the_nineteen_document_families_are_there() -> None:
    assert sum(family.kind == "document" for family in families().values()) == 19
    assert families()["debt_bondage"].title == "Debt tied to the job"
    assert [family.order for family in families().values()] == list(range(len(families())))


def test_titles_are_unique_and_definitions_are_sentences() -> None:
    titles = [practice.title for practice in practices().values()]
    assert len(set(titles)) == len(titles)
    for practice in practices().values():
        assert practice.definition.endswith(".")
        assert practice.is_not.endswith(".")


@pytest.mark.parametrize(
    ("named", "practice", "expected"),
    [
        ("fee_charging", "fee_charging.bribe", True),
        ("fee_charging.bribe", "fee_charging.bribe", True),
        ("fee_charging.bribe", "fee_charging", False),
        ("fee_charging.bribe", "fee_charging.training", False),
        ("fee", "fee_charging.training", False),
        ("licence", "licence.unlisted", True),
        ("", "licence.unlisted", False),
    ],
)
def test_a_family_covers_what_lies_below_it(named: str, practice: str, expected: bool) -> None:
    assert covers(named, practice) is expected
