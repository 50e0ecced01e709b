"""A sector is resolved from the words of many languages; "various" is not one."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from recruitcheck.vocabulary import is_unspecified, resolve_sector, sector_within, sectors
from recruitcheck.vocabulary.spelling import bare_key, word_key


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("domestic_work", "domestic_work"),
        ("Domestic-Work", "domestic_work"),
        ("DOMESTIC WORKER", "domestic_work"),
        ("domestique", "domestic_work"),
        ("عمل منزلي", "domestic_work"),
        ("ගෘහ සේවය", "domestic_work"),
        ("வீட்டு வேலை", "domestic_work"),
        ("निर्माण", "construction"),
        ("batiment", "construction"),
        ("Bâtiment", "construction"),
        ("เกษตร", "agriculture"),
        ("IT", "information_technology"),
        ("客服", "call_centre"),
        ("thực tập sinh", "technical_intern"),
        ("seafarers", "seafaring"),
        ("fishing_crew", "fishing"),
        ("\u202econstruction\u202c", "construction"),
        ("=cmd|' /C calc'!A0", None),
        ("", None),
        ("construct", None),
        ("various", None),
        ("x" * 10_000, None),
        ("\ud800", None),
        ("\0", None),
    ],
)
def test_a_sector_is_found_by_its_words_and_never_guessed(text: str, sector: str | None) -> None:
    assert resolve_sector(text) == sector


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "?", "*", "N/A", "various", "Unspecified", "abroad", "neutral", "विभिन्न", "提醒"]
)
def test_a_word_that_says_nothing_is_not_given(text: str) -> None:
    assert is_unspecified(text)


@pytest.mark.parametrize("text", ["Nepal", "construction", "Atlantis", "x" * 10_000])
def test_an_unknown_word_is_not_the_same_as_none(text: str) -> None:
    assert not is_unspecified(text)


def test_no_word_means_two_sectors_or_nothing_at_all() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for sector in sectors().values():
        for word in (sector.id, sector.title, *sector.synonyms):
            assert word_key(word)
            assert not is_unspecified(word)
            meant[word_key(word)].add(sector.id)
            meant[bare_key(word)].add(sector.id)
    assert not {word: ids for word, ids in meant.items() if len(ids) > 1}


def test_a_wider_sector_reaches_the_narrower() -> None:
    assert sector_within("garment", "manufacturing")
    assert sector_within("meat_processing", "agriculture_food_shellfish")
    assert sector_within("garment", "garment")
    assert not sector_within("manufacturing", "garment")
    assert not sector_within("unheard_of", "garment")


def test_wider_sectors_exist_and_have_no_circle() -> None:
    for sector in sectors().values():
        for wider in sector.within:
            assert wider in sectors()
            assert not sector_within(wider, sector.id)


@pytest.mark.shared
def test_every_sector_of_the_sample_resolves_or_is_unspecified(shared: Path) -> None:
    lines = (shared / "offers-sample" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    words = {json.loads(line)["sector"] for line in lines}
    assert not {word for word in words if resolve_sector(word) is None and not is_unspecified(word)}


@pytest.mark.shared
def test_every_sector_of_the_facts_resolves(shared: Path) -> None:
    unknown = set()
    for path in (shared / "facts").rglob("*.yaml"):
        for word in re.findall(
            r"^\s*-?\s*(?:not_)?sector: ([\w-]+)\s*$", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            if resolve_sector(word) is None:
                unknown.add(word)
    assert not unknown
