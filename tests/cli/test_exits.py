"""Which exit code wins, and what the closing line says."""

from __future__ import annotations

from datetime import date

import pytest

from recruitcheck.checks.drafting import draft_finding, draft_gap
from recruitcheck.cli.exits import tally
from recruitcheck.model import (
    Assessment,
    Confidence,
    Corridor,
    Finding,
    InputRef,
    NotChecked,
    Outcome,
    Severity,
    Subject,
    ToolRef,
)

DAY = date(2026, 6, 15)


def finding(outcome: Outcome, severity: Severity) -> Finding:
    return draft_finding(
        "made-up", "coverage.registry", outcome, severity, Confidence.HIGH,
        message_id="coverage.input", args={"row": "1", "problem": "made up"}, evidence=(),
    )  # fmt: skip


def gap(required: bool) -> NotChecked:
    return draft_gap("kind_unknown", "x", message_id="gap.kind_unknown", args={"given": "x"}, required=required)


def assessment(*findings: Finding, gaps: tuple[NotChecked, ...] = (), outcome: Outcome = Outcome.CLEAR) -> Assessment:
    return Assessment(
        subject=Subject("agency", "1", "Example", InputRef()),
        as_of=DAY, known_on=DAY, corridor=Corridor(), outcome=outcome, documents=(), registries=(),
        findings=findings, clear=(), not_applicable=(), not_checked=gaps, facts={}, fees=(), terms=(),
        indicators=(), referrals=(), tool=ToolRef("0", "0", "0"),
    )  # fmt: skip


CLEAR = assessment()
FLAGGED = assessment(finding(Outcome.FLAGGED, Severity.HIGH))
SLIGHT = assessment(finding(Outcome.FLAGGED, Severity.LOW))
REVIEW = assessment(finding(Outcome.REVIEW, Severity.HIGH))
FAILED = assessment(finding(Outcome.ERROR, Severity.INFO), outcome=Outcome.ERROR)
GAP = assessment(gaps=(gap(True),))
NOTE = assessment(gaps=(gap(False),))
UNREAD = assessment(finding(Outcome.NOT_CHECKED, Severity.INFO))
BOTH = assessment(finding(Outcome.FLAGGED, Severity.LOW), finding(Outcome.REVIEW, Severity.HIGH))


@pytest.mark.parametrize(
    ("given", "fail_on", "code"),
    [
        ([], "low", 0),
        ([CLEAR], "low", 0),
        ([NOTE], "low", 0),
        ([GAP], "low", 4),
        ([REVIEW], "low", 4),
        ([UNREAD], "low", 4),
        ([CLEAR, FAILED], "low", 5),
        ([GAP, REVIEW, FAILED], "low", 5),
        ([FLAGGED], "low", 3),
        ([FLAGGED, FAILED, GAP, REVIEW], "low", 3),
        ([SLIGHT], "low", 3),
        ([SLIGHT], "medium", 0),
        ([SLIGHT, GAP], "medium", 4),
        ([SLIGHT, FAILED], "high", 5),
        ([FLAGGED], "high", 3),
        ([FLAGGED], "critical", 0),
        ([BOTH], "low", 3),
        ([BOTH], "medium", 4),
        ([REVIEW], "info", 4),
    ],
)
def test_the_first_that_holds_of_3_5_4_0(given: list[Assessment], fail_on: str, code: int) -> None:
    assert tally(given, fail_on).code == code


def test_the_closing_line_holds_all_counts() -> None:
    given = [CLEAR, NOTE, GAP, REVIEW, UNREAD, FAILED, SLIGHT, FLAGGED, BOTH]
    assert tally(given, "medium").line == (
        "recruitcheck: flagged at or above medium (subjects 9: flagged 1, flagged below medium 2, review 2, "
        "not fully checked 2, failed 1)."
    )
    for code, some in ((5, [FAILED]), (4, [GAP]), (0, [CLEAR])):
        counts = tally(some, "low")
        assert counts.code == code
        assert "subjects 1: flagged 0, flagged below low 0," in counts.line
