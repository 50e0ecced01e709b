"""Rules of one's own beside the shipped ones, and rules muted with a reason that every report tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recruitcheck.checks.offer import check_offer
from recruitcheck.documents import document_from_text
from recruitcheck.errors import DataFileError
from recruitcheck.model import CheckDates, Corridor
from recruitcheck.particulars import extract
from recruitcheck.redflags import RuleSet, load_rules, scan
from recruitcheck.redflags.rulebook.rule_files import MUTED_FILE as FILE

TEXT = "The company keeps your passport until the contract ends. Duty 14 hours a day. Bring a goat for the chief."
DAY = CheckDates(date(2026, 1, 1), date(2026, 1, 1))
REASON = "Rosters of this site were seen on 3 May."
OWN = """
id: goat-asked
title: "A goat asked for"
practice: fee_charging.kickback
severity: medium
rationale: "Gifts to local chiefs are fees by another name."
detect:
  en: ["(bring|give) ..3 goat"]
examples:
  en:
    flag: ["Bring a goat.", "Give us a goat.", "Bring one goat.", "You give the chief a goat."]
    clear: ["We keep a goat.", "Goats graze here.", "The farm has a goat.", "Feed the goats."]
"""


def _folder(path: Path, muted: str = "", own: str = "") -> Path:
    if muted:
        (path / FILE).write_text(muted, encoding="utf-8")
    if own:
        (path / "goat-asked.yml").write_text(own, encoding="utf-8")
    return path


def _found(rules: RuleSet) -> tuple[set[str], dict[str, str]]:
    document = document_from_text(TEXT)
    particulars = extract(document)
    result = check_offer(document, particulars, scan(document, particulars, rules), (), Corridor(), DAY)
    gaps = {gap.what: gap.why for gap in result.not_checked if gap.code == "rule_muted"}
    return {finding.rule for finding in result.findings}, gaps


def test_a_rule_of_ones_own_judges_beside_the_shipped_ones(tmp_path: Path) -> None:
    found, _ = _found(load_rules([_folder(tmp_path, own=OWN)]))
    assert {"goat-asked", "passport-kept", "long-working-day"} <= found


def test_a_muted_rule_is_silent_and_told_with_its_reason(tmp_path: Path) -> None:
    rules = load_rules([_folder(tmp_path, muted=f'- rule: "long-working-day"\n  reason: "{REASON}"\n')])
    found, gaps = _found(rules)
    assert "long-working-day" not in found
    assert "passport-kept" in found
    assert REASON in gaps["long-working-day"]


def test_a_muted_practice_silences_every_rule_below_it(tmp_path: Path) -> None:
    rules = load_rules([_folder(tmp_path, muted=f'- practice: "document_retention"\n  reason: "{REASON}"\n')])
    found, gaps = _found(rules)
    assert "passport-kept" not in found
    assert gaps.keys() == {"document_retention"}
    assert rules.sha256 != load_rules().sha256


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ('- rule: "passport-kept"\n', "reason"),
        ('- rule: "passport-kept"\n  reason: "noisy"\n', "reason"),
        (f'- reason: "{REASON}"\n', "either a rule or a practice"),
        (f'- rule: "pasport-kept"\n  reason: "{REASON}"\n', "no such rule or practice"),
        (f'- practice: "passports"\n  reason: "{REASON}"\n', "no such rule or practice"),
        (f'rule: "passport-kept"\nreason: "{REASON}"\n', "a list is expected"),
    ],
)
def test_muting_without_a_rule_or_a_reason_is_refused(tmp_path: Path, written: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=problem):
        load_rules([_folder(tmp_path, muted=written)])
