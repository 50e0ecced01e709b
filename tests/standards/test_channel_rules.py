"""Who may recruit at all: only a rule known to be in force gives a finding; both sides of a conflict are shown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from recruitcheck.checks.channel import RULE_CHANNEL, check_channel
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.cli import app
from recruitcheck.errors import DataFileError
from recruitcheck.model import ComparisonEvidence, Confidence, Corridor, ObservationEvidence, Outcome
from recruitcheck.standards import Catalogue, load_catalogue

TODAY = date(2026, 11, 21)


def check(catalogue: Catalogue, corridor: Corridor, day: date = TODAY) -> CheckResult:
    return check_channel(corridor, catalogue.channel_rules(corridor, day), day)


# origin, destination, sector, day, outcome of the finding (None: no finding), message
FINDINGS = [
    ("MG", "SA", None, TODAY, Outcome.FLAGGED, "corridor.closed"),
    ("MG", "FR", None, TODAY, None, ""),
    ("MG", "SA", None, date(2025, 3, 18), Outcome.REVIEW, "corridor.not_settled"),  # stated only the day after
    ("TZ", "QA", None, date(2020, 6, 1), Outcome.FLAGGED, "corridor.closed"),
    ("TZ", "QA", None, date(2018, 6, 30), None, ""),
    ("TZ", "QA", None, date(2018, 7, 10), Outcome.REVIEW, "corridor.not_settled"),  # began in that month
    ("TZ", "QA", None, date(2022, 1, 15), Outcome.REVIEW, "corridor.not_settled"),  # ended in that month
    ("TZ", "QA", None, TODAY, None, ""),
    ("BD", "MY", None, TODAY, Outcome.REVIEW, "corridor.limited"),
    ("BD", "MY", None, date(2026, 12, 18), Outcome.REVIEW, "corridor.limited"),
    ("BD", "MY", None, date(2026, 12, 19), None, ""),
    ("BD", "MY", None, date(2021, 12, 18), None, ""),
    ("BD", "SG", None, TODAY, None, ""),
    ("GH", "QA", "domestic_work", TODAY, Outcome.REVIEW, "corridor.not_settled"),
    ("GH", "QA", "construction", TODAY, None, ""),
    ("GH", "QA", "domestic_work", date(2016, 12, 31), None, ""),
    ("MM", "TH", None, TODAY, Outcome.REVIEW, "corridor.not_settled"),
    ("MM", "JP", None, TODAY, None, ""),
    ("MM", "TH", None, date(2024, 12, 31), None, ""),
    ("IN", "KW", "nursing", TODAY, Outcome.REVIEW, "corridor.conflict"),
    ("IN", "GB", "nursing", TODAY, None, ""),
    ("IN", "KW", "construction", TODAY, None, ""),
    ("KR", "KR", None, TODAY, None, ""),  # from memory: never used
    ("NP", "KW", "domestic_work", TODAY, None, ""),  # about women only: a gap
    ("DE", "CH", None, TODAY, None, ""),
]


@pytest.mark.parametrize(("origin", "destination", "sector", "day", "outcome", "message"), FINDINGS)
def test_a_rule_gives_a_finding_only_where_it_surely_reaches_the_case(
    catalogue: Catalogue,
    origin: str,
    destination: str,
    sector: str | None,
    day: date,
    outcome: Outcome | None,
    message: str,
) -> None:
    findings = check(catalogue, Corridor(origin, (), destination, sector), day).findings
    assert [(item.outcome, item.message_id) for item in findings] == ([(outcome, message)] if outcome else [])
    assert all(item.rule == RULE_CHANNEL and item.practice == "corridor.channel_rule" for item in findings)


# origin, destination, sector, words of each gap
GAPS = [
    ("IN", "SA", "construction", ("women with a passport", "Who recruits on the employer's side")),
    ("ET", "SA", "construction", ("an agreement with the destination", "Who recruits on the employer's side")),
    ("PH", "SA", "domestic_work", ("licensed agency only", "Musaned")),
    ("PH", "SA", None, ("licensed agency only", "the sector is not known")),
    ("NP", "KW", "domestic_work", ("whether the workers are women",)),
    ("CN", "JP", None, ("Firms and persons from abroad",)),
    ("BD", "SA", "construction", ()),
]


@pytest.mark.parametrize(("origin", "destination", "sector", "words"), GAPS)
def test_a_rule_that_needs_a_fact_nobody_gave_is_a_gap_and_not_a_finding(
    catalogue: Catalogue, origin: str, destination: str, sector: str | None, words: tuple[str, ...]
) -> None:
    result = check(catalogue, Corridor(origin, (), destination, sector))
    assert result.findings == ()
    assert len(result.not_checked) == len(words)
    text = "\n".join(gap.why for gap in result.not_checked)
    assert all(word in text for word in words)
    assert not any(gap.required for gap in result.not_checked)


def test_both_sides_of_a_conflict_are_shown(catalogue: Catalogue) -> None:
    (finding,) = check(catalogue, Corridor("IN", (), "SA", "nursing")).findings
    assert finding.confidence is Confidence.LOW
    (sides,) = finding.evidence
    assert isinstance(sides, ComparisonEvidence)
    assert "state agencies" in sides.left["says"]
    assert "Private agencies" in sides.right["says"]
    assert sides.left["source"] != sides.right["source"]
    open_sector = check(catalogue, Corridor("IN", (), "SA"))
    assert any("Private agencies" in gap.why for gap in open_sector.not_checked)


def test_a_finding_names_its_source_and_never_an_agency(catalogue: Catalogue) -> None:
    (finding,) = check(catalogue, Corridor("MG", (), "KW")).findings
    (seen,) = finding.evidence
    assert isinstance(seen, ObservationEvidence)
    assert seen.where.startswith("https://")
    assert "Stated on 2025-03-19" in finding.message
    assert "agency" not in finding.message


def test_half_a_corridor_tells_nothing(catalogue: Catalogue) -> None:
    for corridor in (Corridor(), Corridor("MG"), Corridor(None, (), "SA")):
        assert check(catalogue, corridor) == CheckResult()


def test_a_sector_given_apart_wins_over_that_of_the_corridor(catalogue: Catalogue) -> None:
    corridor = Corridor("GH", (), "QA", "construction")
    assert catalogue.channel_rules(corridor, TODAY) == ()
    (reading,) = catalogue.channel_rules(corridor, TODAY, "domestic_work")
    assert reading.rule.id == "c-gh-gulf-dw"


def test_every_rule_names_an_instrument_and_its_provision(catalogue: Catalogue) -> None:
    held = {item.id for item in catalogue.instruments}
    assert not {rule.instrument for rule in catalogue.channel_table} - held
    assert len(catalogue.channel_table) == 18


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [(["check", "agency", "Invented Agency"], None), (["check", "offer", "-"], "Driver wanted.\n")],
)
def test_a_check_of_an_agency_or_an_offer_asks_the_rules_of_its_corridor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], stdin: str | None
) -> None:
    monkeypatch.setenv("RECRUITCHECK_DB", str(tmp_path / "none.db"))
    corridor = ["--origin", "MG", "--destination", "SA", "--as-of", "2026-11-21"]
    result = CliRunner().invoke(app, [*arguments, *corridor, "--format", "json"], input=stdin)
    findings = {item["rule"]: item for item in json.loads(result.stdout)["findings"]}
    assert findings[RULE_CHANNEL]["outcome"] == "flagged"
    assert "mg-arretes-2011" in {item["instrument"] for item in findings[RULE_CHANNEL]["citations"]}
    before = CliRunner().invoke(app, [*arguments, *corridor[:-1], "2025-03-01", "--format", "json"], input=stdin)
    (finding,) = (item for item in json.loads(before.stdout)["findings"] if item["rule"] == RULE_CHANNEL)
    assert finding["outcome"] == "review"


RULE = """\
- id: c-xx-ban
  side: origin
  jurisdiction: "MG"
  origin: "MG"
  destination: "FR"
  kind: destination_ban
  says: "An invented ban."
  bound: anyone
  in_force_from: "2020-01-01"
  status: in_force_not_rechecked
  instrument: xx-law
  provision: "s. 1"
  confidence: medium
  how: secondary_source
"""
WRONG = [
    ("a kind that does not exist", RULE.replace("destination_ban", "frowned_upon"), "kind"),
    ("a date that is none", RULE.replace("2020-01-01", "2020-13-01"), "in_force_from"),
    ("an unknown key", RULE + "  severity: high\n", "severity"),
    ("the same id twice", RULE + RULE, "stands already"),
    ("a conflict with nothing", RULE + '  conflicts_with: ["c-nobody"]\n', "c-nobody"),
    ("a place that is none", RULE.replace('"FR"', '"fr; drop"'), "destination"),
    ("an enormous sentence", RULE.replace("An invented ban.", "x" * 100_000), "says"),
    ("no list", "id: c-xx\n", "list"),
]


@pytest.mark.parametrize(("text", "word"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_file_of_channel_rules_is_refused(tmp_path: Path, text: str, word: str) -> None:
    folder = tmp_path / "channels"
    folder.mkdir()
    (folder / "own.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_catalogue([tmp_path])
    assert word in "\n".join(caught.value.problems)


def test_a_users_own_channel_rule_joins(tmp_path: Path) -> None:
    folder = tmp_path / "channels"
    folder.mkdir()
    (folder / "own.yml").write_text(RULE, encoding="utf-8")
    (finding,) = check(load_catalogue([tmp_path]), Corridor("MG", (), "FR")).findings
    assert finding.outcome is Outcome.FLAGGED
    assert "An invented ban." in finding.message


@pytest.mark.shared
def test_every_channel_rule_of_the_fact_base_is_held_as_it_stands_there(shared: Path, catalogue: Catalogue) -> None:
    path = shared / "facts" / "channel_rules.yaml"
    if not path.is_file():
        pytest.skip("the fact base is not here")
    with path.open(encoding="utf-8") as file:
        source: list[dict[str, Any]] = yaml.load(file, yaml.CSafeLoader)
    held = {rule.id: rule for rule in catalogue.channel_table}
    assert set(held) == {row["id"] for row in source}
    for row in source:
        mine = held[row["id"]]
        assert (mine.origin, mine.destination, mine.sector) == (row["origin"], row["destination"], row["sector"])
        assert (mine.kind.value, mine.status, mine.bound) == (row["rule_type"], row["status"], row["bound"]), mine.id
        assert (mine.how.value, mine.confidence) == (row["verification"], row["confidence"]), mine.id
        assert (mine.instrument, mine.provision) == (row["instrument_id"], row["provision"]), mine.id
        dates = (mine.in_force_from, mine.in_force_to, mine.stated_on)
        assert [str(day or "") for day in dates] == [
            str(row[key] or "") for key in ("in_force_from", "in_force_to", "stated_on")
        ]
        assert list(mine.permitted) == row["permitted_channels"]
        assert set(mine.conflicts_with) == set(row.get("conflicts_with", []))
        needs_more = bool(row["condition"]) or row["worker_group"] != "*"
        assert bool(mine.who or mine.condition) == needs_more, mine.id
        assert mine.says != row["paraphrase"]
