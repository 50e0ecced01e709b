"""Figures for the inline charts. The same figures are printed in a table beside each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from recruitcheck.model import Assessment, EntryEvidence, Outcome, PartialDate
from recruitcheck.report.answer import of
from recruitcheck.report.wording import SEVERITY

WIDTH = 600  # units of the drawing, not pixels
_GAP = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """One severity in the bar: how many findings, where it starts, how wide it is."""

    code: str
    word: str
    number: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Period:
    """One licence or exclusion on the timeline, clipped to the drawing; None is an open end."""

    label: str
    start: date | None
    end: date | None
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods around the day judged."""

    first: date
    last: date
    as_of: date
    as_of_x: int
    periods: tuple[Period, ...]


def severity_bar(assessment: Assessment) -> tuple[Segment, ...]:
    """Flagged findings by severity, widths in proportion; empty where there is nothing to compare."""
    flagged = of(assessment, Outcome.FLAGGED)
    numbers = [(code, word, sum(f.severity.value == code for f in flagged)) for code, word in SEVERITY.items()]
    present = [item for item in numbers if item[2]]
    if len(present) < 2:
        return ()
    room = WIDTH - _GAP * (len(present) - 1)
    segments: list[Segment] = []
    place = 0
    for code, word, number in present:
        width = room * number // len(flagged)
        segments.append(Segment(code, word, number, place, width))
        place += width + _GAP
    return tuple(segments)


def licence_periods(assessment: Assessment) -> Timeline | None:
    """Periods that the cited registry rows state, against the day judged; None where none is stated."""
    found: dict[tuple[str, str, str], tuple[str, date | None, date | None]] = {}
    for item in _entries(assessment):
        for named, start, end in _stated_periods(item):
            found.setdefault((item.registry, named, f"{start}{end}"), (named, start, end))
    if not found:
        return None
    return _timeline(assessment.as_of, tuple(value for _, value in sorted(found.items())))


def _entries(assessment: Assessment) -> Iterable[EntryEvidence]:
    for finding in of(assessment, *Outcome):
        for item in finding.evidence:
            if isinstance(item, EntryEvidence):
                yield item


def _stated_periods(item: EntryEvidence) -> Iterable[tuple[str, date | None, date | None]]:
    """(what, first day, last day) of each licence or exclusion in one row's printed fields, e.g. "valid to 2"."""
    for kind, noun in (("valid", "licence"), ("debarred", "exclusion")):
        suffixes = {
            key.removeprefix(f"{kind} {edge}")
            for edge in ("from", "to")
            for key in item.fields
            if key.startswith(f"{kind} {edge}")
        }
        for suffix in sorted(suffixes):
            start = _edge(item.fields.get(f"{kind} from{suffix}"), last=False)
            end = _edge(item.fields.get(f"{kind} to{suffix}"), last=True)
            if start or end:
                named = item.fields.get(f"licence number{suffix}") or item.fields.get("name") or f"row {item.row}"
                yield f"{noun.capitalize()}, {named}", start, end


def _edge(text: str | None, *, last: bool) -> date | None:
    try:
        bounds = PartialDate(text or "")
    except ValueError:
        return None
    return bounds.last if last else bounds.first


def _timeline(as_of: date, periods: tuple[tuple[str, date | None, date | None], ...]) -> Timeline:
    days = [day for _, start, end in periods for day in (start, end) if day] + [as_of]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)

    def x(day: date) -> int:
        return round(WIDTH * (day - first).days / span)

    drawn = []
    for named, start, end in periods:
        left, right = x(start or first), x(end or last)
        drawn.append(Period(named, start, end, left, max(right - left, 2)))
    return Timeline(first, last, as_of, x(as_of), tuple(drawn))
