"""Terms, fee items and subject words: each known word is placed, once, and points at practices that exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from recruitcheck.vocabulary import (
    fact_categories,
    families,
    fee_items,
    lint_fact_categories,
    practices,
    resolve_fee_item,
    terms,
    terms_named,
)
from recruitcheck.vocabulary.spelling import word_key


def _facts(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - everything stays text


def test_six_terms_are_essential() -> None:
    assert {term.id for term in terms().values() if term.essential} == {
        "job",
        "employer",
        "workplace",
        "duration",
        "wage",
        "hours",
    }


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("wage", ("wage",)),
        ("working_hours_days", ("hours",)),
        ("Travel cost, both ways", ("travel_outbound", "travel_return")),
        ("accommodation_food", ("accommodation", "food")),
        ("unheard of", ()),
        ("x" * 10_000, ()),
    ],
)
def test_a_word_of_a_law_names_its_terms(word: str, ids: tuple[str, ...]) -> None:
    assert terms_named(word) == ids


def test_fee_items_belong_to_practices_and_share_no_word() -> None:
    seen: dict[str, str] = {}
    for item in fee_items().values():
        assert item.practice in practices()
        for word in (item.id, item.title, *item.synonyms):
            assert seen.setdefault(word_key(word), item.id) == item.id


def test_the_seven_groups_of_related_costs_are_there() -> None:
    groups = {item.group for item in fee_items().values() if item.group}
    assert len(groups) == 7


@pytest.mark.parametrize(
    ("word", "item"),
    [
        ("air_ticket", "travel"),
        ("VISA FEE", "visa"),
        ("placement fee", "matching"),
        ("\0", None),
        ("\ud800", None),
        ("", None),
    ],
)
def test_a_word_names_a_fee_item(word: str, item: str | None) -> None:
    assert resolve_fee_item(word) == item


def test_subject_words_cover_what_exists() -> None:
    known = practices().keys() | families().keys()
    for category in fact_categories().values():
        assert set(category.covers) <= known
        assert bool(category.covers) != bool(category.reason)


def test_lint_names_unmapped_words() -> None:
    assert lint_fact_categories(["fees", "sorcery", "fee_charging.bribe", "alchemy", "sorcery"]) == (
        "alchemy",
        "sorcery",
    )


@pytest.mark.shared
def test_every_subject_word_of_the_facts_is_mapped(shared: Path) -> None:
    words: set[str] = set()
    for side in ("international", "origin"):
        for instrument in _facts(shared / "facts" / side / "standards.yaml"):
            for provision in instrument["provisions"]:
                words.update(provision["categories"], provision["practices"])
    assert words
    assert lint_fact_categories(words) == ()


@pytest.mark.shared
def test_every_required_term_of_the_facts_is_named(shared: Path) -> None:
    rows = _facts(shared / "facts" / "origin" / "contract_requirements.yaml")
    words = {word for row in rows for word in row["required_terms"]}
    assert words
    assert not {word for word in words if not terms_named(word)}


@pytest.mark.shared
def test_every_item_of_the_fee_definition_is_known(shared: Path) -> None:
    facts = _facts(shared / "facts" / "international" / "ilo_fee_definition.yaml")
    words = {item["key"] for item in facts["recruitment_fees"]["items"]}
    words |= {item["key"] for item in facts["related_costs"]["categories"]}
    words |= set(facts["illegitimate_costs"]["examples"])
    for row in _facts(shared / "facts" / "fee_limits.yaml"):
        words.update(row.get("items_included") or (), row.get("items_excluded") or ())
    assert not {word for word in words if resolve_fee_item(word) is None}
