"""The index of a batch: every subject on one page, each with a link to its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recruitcheck.model import Assessment, Finding, Outcome
from recruitcheck.report.answer import headline, is_fictional, of
from recruitcheck.report.conceal import conceal
from recruitcheck.report.page import render
from recruitcheck.report.safe_text import clip

LONGEST_CELL = 120  # code points; a thousand subjects must fit into one megabyte


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One subject of a batch. ``worst`` is the gravest severity flagged, or None."""

    number: int
    name: str
    kind: str
    outcome: Outcome
    worst: str | None
    flagged: int
    review: int
    not_checked: int
    summary: str
    corridor: str
    href: str
    fictional: bool = False


def index_row(assessment: Assessment, href: str, number: int) -> IndexRow:
    """The row of one assessment; ``number`` is its place in the input, from 1."""
    shown = conceal(assessment)
    flagged = of(shown, Outcome.FLAGGED)
    places = [shown.corridor.origin, shown.corridor.destination]
    return IndexRow(
        number=number,
        name=clip(shown.subject.name or shown.subject.id, LONGEST_CELL),
        kind=shown.subject.kind,
        outcome=shown.outcome,
        worst=_worst(flagged),
        flagged=len(flagged),
        review=len(of(shown, Outcome.REVIEW)),
        not_checked=len(shown.not_checked),
        summary=clip(headline(shown), LONGEST_CELL),
        corridor=" \u2192 ".join(place or "?" for place in places) if any(places) else "",
        href=href,
        fictional=is_fictional(shown),
    )


def _worst(flagged: tuple[Finding, ...]) -> str | None:
    return max(flagged, key=lambda finding: finding.severity.rank).severity.value if flagged else None


def render_index(entries: Sequence[IndexRow], *, title: str, as_of: date, run_id: str = "") -> str:
    """One page for the whole batch, rows in the order given; filters work without the one small script."""
    tally = {outcome: sum(entry.outcome is outcome for entry in entries) for outcome in Outcome}
    return render(
        "index.html",
        title=title,
        as_of=as_of,
        rows=tuple(entries),
        tally=tuple((outcome.value, number) for outcome, number in tally.items() if number),
        running=run_id or title,
        fictional=any(entry.fictional for entry in entries),
        searchable=True,
    )
