"""Whether a text was in force on the day of an act, and what is doubtful about the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from recruitcheck.model import PartialDate
from recruitcheck.standards.fit import Fit
from recruitcheck.standards.instrument import Period

# A start that nobody verified matters only to acts near it.
DOUBT_YEARS = 2


@dataclass(frozen=True, slots=True)
class InForce:
    """The answer, and a sentence where the reader must know of a doubt."""

    fit: Fit
    doubt: str | None = None


@lru_cache(maxsize=4_096)  # a few hundred dates are asked for again with every question
def _bounds(day: PartialDate) -> tuple[date, date]:
    return day.first, day.last


def in_force(period: Period, on: date) -> InForce:
    """Yes, no, or unknown where the act lies inside a date known only to the month or year."""
    start, end = period.start, period.end
    if start is None and on.year < period.year:
        return InForce(Fit.NO)
    if start is not None and on < _bounds(start)[0]:
        return InForce(Fit.NO)
    if end is not None and on > _bounds(end)[1]:
        return InForce(Fit.NO)
    if start is not None and not start.is_exact and on <= _bounds(start)[1]:
        return InForce(Fit.UNKNOWN, f"It came into force in {start}; whether before or after the act is not known.")
    if end is not None and not end.is_exact and on >= _bounds(end)[0]:
        return InForce(Fit.UNKNOWN, f"It ceased to apply in {end}; whether before or after the act is not known.")
    if start is None and on.year <= period.year + DOUBT_YEARS:
        return InForce(Fit.UNKNOWN, f"A text of {period.year}; the day it came into force was not verified.")
    if start is not None and not period.verified and on.year <= _bounds(start)[1].year + DOUBT_YEARS:
        return InForce(Fit.YES, f"The start date ({start}) was not verified.")
    return InForce(Fit.YES)
