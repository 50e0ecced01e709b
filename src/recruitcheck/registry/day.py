"""Dates as lists print them, read only in the declared formats and only as exact as printed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from recruitcheck.model import PartialDate

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\Z")
_SERIAL = re.compile(r"[1-9]\d{3,4}\Z")
_EXCEL_EPOCH = date(1899, 12, 30)
MAX_DATE_CHARS = 60


@lru_cache(maxsize=16_384)
def read_date(text: str, formats: tuple[str, ...], serial: bool = False) -> PartialDate | None:
    """The date, a whole ISO date always included; None where no declared format fits.

    A format without %d gives a month, one without a month a year: never a first of January.
    """
    if len(text) > MAX_DATE_CHARS:
        return None
    iso = _ISO.match(text)
    if iso:
        return _partial(iso.group(1))
    for pattern in formats:
        try:
            found = datetime.strptime(text, pattern)  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
        return PartialDate(found.date().isoformat()[: _precision(pattern)])
    if serial and _SERIAL.match(text):
        return PartialDate((_EXCEL_EPOCH + timedelta(days=int(text))).isoformat())
    return None


def _partial(text: str) -> PartialDate | None:
    try:
        return PartialDate(text)
    except ValueError:
        return None


def _precision(pattern: str) -> int:
    """How many characters of YYYY-MM-DD a format tells."""
    if any(mark in pattern for mark in ("%d", "%j", "%x", "%D", "%F")):
        return 10
    return 7 if any(mark in pattern for mark in ("%m", "%b", "%B")) else 4


_LENGTH = re.compile(r"(\d{1,3})\s*(year|yr|month|mo)", re.IGNORECASE)
_DAYS = {"y": 365.25, "m": 30.44}
SLACK_DAYS = 31


def period_oddity(start: PartialDate | None, end: PartialDate | None, duration: str | None) -> str | None:
    """What does not fit in a printed period: missing dates, an end not after the start, another length."""
    if start is None and end is None:
        return "no dates given"
    if start is None:
        return "no start date given"
    if end is None:
        return None
    if end.last < start.first:
        return "end date lies before start date"
    if end == start and start.is_exact:
        return "end date equals start date"
    told = _LENGTH.search(duration or "")
    if told:
        days = int(told.group(1)) * _DAYS[told.group(2)[0].lower()]
        if abs((end.last - start.first).days - days) > SLACK_DAYS:
            return f"the duration {duration!r} does not fit the dates"
    return None
