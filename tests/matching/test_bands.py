"""The bands mean the same wherever they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.cli import match
from recruitcheck.matching import MATCH_THRESHOLD, REVIEW_THRESHOLD, bands

DOCS = Path(__file__).parents[2] / "docs" / "matching.md"


@pytest.mark.parametrize(
    ("score", "verdict"),
    [(100, "match"), (86, "match"), (85.9, "review"), (62, "review"), (61.9, "no"), (0, "no")],
)
def test_the_verdict_follows_the_score(score: float, verdict: str) -> None:
    assert bands.verdict_of(score) == verdict


def test_help_and_documentation_tell_the_thresholds() -> None:
    told = f"match from {MATCH_THRESHOLD:.0f}, review from {REVIEW_THRESHOLD:.0f}"
    assert told in " ".join((match.match.__doc__ or "").split())
    text = DOCS.read_text(encoding="utf-8")
    assert f"| {MATCH_THRESHOLD:.0f} and more | `match` |" in text
    assert f"| {REVIEW_THRESHOLD:.0f} to {bands.MATCH_THRESHOLD - 0.1:.1f} | `review` |" in text


def test_the_table_of_the_code_is_that_of_the_documentation() -> None:
    rows = [
        line.rsplit(maxsplit=2) for line in (bands.__doc__ or "").splitlines() if line.endswith(tuple("0123456789"))
    ]
    assert len(rows) >= 10
    text = DOCS.read_text(encoding="utf-8")
    for kind, review, matched in rows:
        assert f"| {kind.strip()} | {review} | {matched} |" in text
