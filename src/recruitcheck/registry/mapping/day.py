"""Dates as lists print them, read only in the declared formats and only as exact as printed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache

from recruitcheck.model import PartialDate
from recruitcheck.registry.mapping.calendars import BUDDHIST, CALENDARS, without_buddhist_year
from recruitcheck.registry.mapping.month_names import in_english

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\Z")
_SERIAL = re.compile(r"[1-9]\d{3,4}\Z")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ère|º|ª)\b|(?<=\d)[ºª]", re.IGNORECASE)  # 23rd August, 1er mai
_EXCEL_EPOCH = date(1899, 12, 30)
MAX_DATE_CHARS = 60


@lru_cache(maxsize=16_384)
def read_date(
    text: str, formats: tuple[str, ...], serial: bool = False, months: str | None = None
) -> PartialDate | None:
    """The date, a whole ISO date always included; None where no declared format fits.

    A format is one of strptime, "buddhist " and such a format, or a name of ``calendars.CALENDARS``. A format without
    %d gives a month, one without a month a year: never a first of January. ``months``: the language of month names.
    """
    if len(text) > MAX_DATE_CHARS:
        return None
    iso = _ISO.match(text)
    if iso and not _means_another_calendar(int(text[:4]), formats):
        return _partial(iso.group(1))
    for pattern in formats:
        found = CALENDARS[pattern](text) if pattern in CALENDARS else _by_format(text, pattern, months)
        if found is not None:
            return found
    if serial and _SERIAL.match(text):
        return PartialDate((_EXCEL_EPOCH + timedelta(days=int(text))).isoformat())
    return None


def _means_another_calendar(year: int, formats: tuple[str, ...]) -> bool:
    """Whether an ISO-like date is one of a declared calendar: 2079-04-15 may be Nepali, 2567-01-12 is Buddhist."""
    return (
        "bikram_sambat" in formats
        or ("umm_al_qura" in formats and year < 1600)
        or (year > 2400 and any(each.startswith(BUDDHIST) for each in formats))
    )


def _by_format(text: str, pattern: str, months: str | None) -> PartialDate | None:
    plain = text if text.isascii() else _ascii_digits(text)
    if "%b" in pattern or "%B" in pattern:
        plain = _ORDINAL.sub("", plain)
    told: str | None = plain
    if pattern.startswith(BUDDHIST):
        told, pattern = without_buddhist_year(plain), pattern.removeprefix(BUDDHIST)
    if told is not None and months and ("%B" in pattern or "%b" in pattern):
        told = in_english(told, months, "%b" in pattern)
    if told is None:
        return None
    try:
        found = datetime.strptime(told, pattern)  # noqa: DTZ007  a day has no zone
    except ValueError:
        return None
    return PartialDate(found.date().isoformat()[: _precision(pattern)])


def _ascii_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9: "৩১/১২/২০২৬" is written as other dates are."""
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


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
