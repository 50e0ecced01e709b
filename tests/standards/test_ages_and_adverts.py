"""The least age to be sent, and what an advert must show: by date, sector and gender, never beyond what was seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from recruitcheck.errors import DataFileError
from recruitcheck.model import Corridor
from recruitcheck.standards import Catalogue, load_catalogue

TODAY = date(2026, 11, 21)

# origin, destination, sector, day, the years of each rule shown, words of what is not known of the first
AGES = [
    ("PH", "SA", "domestic_work", TODAY, [24], ""),
    ("PH", "SA", "domestic_work", date(2022, 7, 13), [], ""),
    ("PH", "SA", "construction", TODAY, [], ""),
    ("PH", "SA", None, TODAY, [24], "sector"),
    ("LK", "SA", "domestic_work", TODAY, [21], "female"),
    ("LK", "SA", "domestic_work", date(2022, 5, 1), [21], "in force"),
    ("PK", "SA", "domestic_work", TODAY, [25, 18], "female"),
    ("PK", "SA", "construction", TODAY, [18], ""),
    ("IN", "SA", "construction", TODAY, [30], "female"),
    ("IN", "GB", "construction", TODAY, [], ""),
    ("NP", "KW", "domestic_work", TODAY, [24, 18], ""),
    ("NP", "JP", "domestic_work", TODAY, [18], ""),
    ("BD", "SA", "domestic_work", TODAY, [25], "in force"),  # no start is known
    ("ET", "SA", None, TODAY, [18], ""),
    ("NG", "SA", None, TODAY, [], ""),  # from memory: never shown
    ("ID", "SA", None, TODAY, [], ""),
    (None, None, None, TODAY, [], ""),
]


@pytest.mark.parametrize(("origin", "destination", "sector", "day", "years", "words"), AGES)
def test_the_least_age_depends_on_corridor_sector_and_day(
    catalogue: Catalogue,
    origin: str | None,
    destination: str | None,
    sector: str | None,
    day: date,
    years: list[int],
    words: str,
) -> None:
    found = catalogue.minimum_ages(Corridor(origin, (), destination, sector), day)
    assert [item.rule.years for item in found] == years
    if found:
        unknown = " ".join(found[0].unknown)
        assert words in unknown if words else not unknown


def test_an_advert_in_nepal_shows_the_licence_number_and_needs_approval(catalogue: Catalogue) -> None:
    (rule,) = catalogue.advert_rules(Corridor("NP", (), "QA"), TODAY)
    assert (rule.licence_number, rule.prior_approval) == (True, True)
    assert {"licence number", "total cost to the worker"} <= set(rule.contents)


def test_what_was_not_seen_is_not_called_free(catalogue: Catalogue) -> None:
    (rule,) = catalogue.advert_rules(Corridor("LK", (), "QA"), TODAY)
    assert rule.licence_number is None
    assert catalogue.advert_rules(Corridor("BD", (), "QA"), TODAY) == ()  # from memory
    assert catalogue.advert_rules(Corridor(), TODAY) == ()


def test_rules_on_adverts_follow_the_life_of_their_instrument(catalogue: Catalogue) -> None:
    corridor = Corridor("PH", (), "QA")
    assert [rule.provision for rule in catalogue.advert_rules(corridor, date(2020, 1, 1))] == [
        "s. 68",
        "s. 69 (manpower pooling)",
        "s. 70",
    ]
    assert catalogue.advert_rules(corridor, TODAY) == ()  # replaced in 2023; the new section was not seen
    assert catalogue.advert_rules(Corridor("ET", (), "SA"), date(2015, 1, 1)) == ()


def test_every_rule_names_an_instrument_that_is_held(catalogue: Catalogue) -> None:
    known = {item.id for item in catalogue.instruments}
    assert {rule.instrument for rule in (*catalogue.age_table, *catalogue.advert_table)} <= known
    for rule in (*catalogue.age_table, *catalogue.advert_table):
        assert rule.verified_at or not rule.how.printable


AGE = '- {jurisdiction: "PH", years: 24, instrument: xx-law, how: text_read}\n'
WRONG = [
    ("ages", "a child's age", AGE.replace("24", "9"), "years"),
    ("ages", "an age in words", AGE.replace("24", '"twenty"'), "years"),
    ("ages", "a gender that is none", AGE.replace("years", "gender: F, years"), "gender"),
    ("ages", "an enormous number", AGE.replace("24", "9" * 400), "own.yml:1:"),
    ("adverts", "yes for true",
     '- {jurisdiction: "NP", instrument: x, provision: p, how: text_read, licence_number: "yes"}\n', "licence_number"),
    ("adverts", "far too many contents",
     '- {jurisdiction: "NP", instrument: x, provision: p, how: text_read, contents: [' + '"a",' * 500 + '"b"]}\n',
     "contents"),
    ("adverts", "a place with a tag", '- {jurisdiction: "<b>", instrument: x, provision: p, how: text_read}\n',
     "jurisdiction"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "text", "word"), [(p, t, w) for p, _, t, w in WRONG], ids=[row[1] for row in WRONG])
def test_a_wrong_file_is_refused(tmp_path: Path, part: str, text: str, word: str) -> None:
    (tmp_path / part).mkdir()
    (tmp_path / part / "own.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_catalogue([tmp_path])
    assert word in "\n".join(caught.value.problems)


def _read(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        pytest.skip("the fact base is not here")
    with path.open(encoding="utf-8") as file:
        loaded: list[dict[str, Any]] = yaml.load(file, yaml.CSafeLoader)
    return loaded


@pytest.mark.shared
def test_ages_and_adverts_carry_the_figures_of_the_fact_base(shared: Path, catalogue: Catalogue) -> None:
    ages = _read(shared / "facts" / "origin" / "age_minimums.yaml")
    theirs = {
        (row["country"], row["destination"], row["sector"], row["gender"], row["min_age"], row["in_force_from"] or "")
        for row in ages
    }
    mine = {
        (rule.jurisdiction, rule.destination, rule.sector, rule.gender or "*", rule.years, str(rule.start or ""))
        for rule in catalogue.age_table
    }
    assert mine == theirs
    adverts = _read(shared / "facts" / "origin" / "advert_rules.yaml")
    held = {(rule.instrument, rule.provision): rule for rule in catalogue.advert_table}
    assert len(held) == len(adverts)
    for row in adverts:
        rule = held[row["instrument"], row["provision"]]
        assert rule.licence_number == row["licence_number_required"], rule.provision
        assert rule.prior_approval == row["prior_approval"], rule.provision
        assert len(rule.contents) == len(row["required_contents"]), rule.provision
        weak = row["source_kind"] == "unverified" or rule.jurisdiction == "BD"
        assert rule.how.printable != weak
