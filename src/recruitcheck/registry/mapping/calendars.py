"""Calendars in which lists print their dates, each declared by name and never guessed.

A date outside what is known for certain is told only as exactly as it is known, or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from recruitcheck.model import PartialDate

# Days of each month over 29, Baisakh to Chait, for the years 2000 to 2081 of Bikram Sambat. Two independently
# published tables agree on them; from 2082 on they do not, as the calendar is fixed from year to year.
_BIKRAM_MONTHS = """
    132321110102 223222101011 223321101011 232321110012 132321110102 223222101011 223321101011 232321110012
    222322011002 223222101011 223321101011 232321110012 222322011011 223222101011 223321101011 232321110012
    222322011011 223222101011 232321101011 232321110102 222322101011 223222101011 232321110011 232321110102
    222322101011 223222101011 232321110012 132321110102 223222101011 223231101011 232321110012 132321110102
    223222101011 223321101011 232321110012 132322011002 223222101011 223321101011 232321110012 222322011011
    223222101011 223321101011 232321110012 222322011011 223222101011 232321101011 232321110012 222322101011
    223222101011 232321110011 232321110102 222322101011 223222101011 232321110011 232321110102 223222101011
    223231101011 232321110012 132321110102 223222101011 223321101011 232321110012 222322010102 223222101011
    223321101011 232321110012 222322011002 223222101011 223321101011 232321110012 222322011011 223222101011
    232321101011 232321110012 222322101011 223222101011 232321110011 232321110102 222322101011 223222101011
    232321110011 232321110102
""".split()  # noqa: SIM905  a table reads better than a list of a hundred quoted words
_BIKRAM_FIRST, _BIKRAM_EPOCH = 2000, date(1943, 4, 14)
_BIKRAM_WITHIN_YEAR = 8  # months 1 to 8 lie in one Gregorian year, 57 back; the ninth crosses into the next

# Umm al-Qura, the civil calendar of Saudi Arabia, 1400 to 1460: a bit per month, the lowest first, set for 30
# days.
_QURA_MONTHS = """
    d4b 52a a57 4ae 976 56c b55 aaa a55 4ad 95d 2da 5d9 db2 ba4 b4a a55 2b5 575 b6a bd2 bc4 b89 a95
    52d 5ad b6a 6d4 dc9 d92 aa6 956 2ae 56d 36a b55 aaa 94d 49d 95d 2ba 5b5 5aa d55 a9a 92e 26e 55d
    ada 6d4 6a5 54b a97 54e aae 5ac ba9 d92 b25 64b cab
""".split()  # noqa: SIM905  a table reads better than a list of a hundred quoted words
_QURA_FIRST, _QURA_EPOCH = 1400, date(1979, 11, 20)

_ERAS = {
    "明治": (1868, "1868-01-25"),
    "大正": (1912, "1912-07-30"),
    "昭和": (1926, "1926-12-25"),
    "平成": (1989, "1989-01-08"),
    "令和": (2019, "2019-05-01"),
    "M": (1868, "1868-01-25"),
    "T": (1912, "1912-07-30"),
    "S": (1926, "1926-12-25"),
    "H": (1989, "1989-01-08"),
    "R": (2019, "2019-05-01"),
}
_JAPANESE = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHR])\s*(\d{1,2}|元)(?:\s*[年./-]\s*(?:(\d{1,2})(?:\s*[月./-]\s*(?:(\d{1,2})\s*日?)?)?)?)?"
)
_ROC = re.compile(
    r"(?:中華民國|民國|民国)?\s*(\d{2,3})\s*(?:年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?|[./-](\d{1,2})[./-](\d{1,2}))"
)
_ROC_DIGITS = re.compile(r"(\d{2,3})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{1,2}))?)?")
_BUDDHIST_YEAR = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
BUDDHIST_FROM = 2484  # 1 January 1941; before it the Thai year began in April


def plain(text: str) -> str:
    """The text with digits of any script as 0 to 9, wide letters narrow, marks of direction gone."""
    folded = unicodedata.normalize("NFKC", text)
    digits = (str(unicodedata.digit(each)) if each.isdigit() else each for each in folded)
    return "".join(each for each in digits if unicodedata.category(each) != "Cf").strip()


def _date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
    try:
        return PartialDate(text)
    except ValueError:
        return None


def _numbers(*groups: str | None) -> tuple[int | None, ...]:
    return tuple(int(group) if group else None for group in groups)


def from_roc(text: str) -> PartialDate | None:
    """A date of the Republic of China (民國113年1月12日, 113/01/12, 1130112): year 1 is 1912."""
    text = plain(text)
    found = _ROC.fullmatch(text)
    if found:
        year, month, day, other_month, other_day = _numbers(*found.groups())
        return _date((year or 0) + 1911, month or other_month, day or other_day) if year else None
    digits = _ROC_DIGITS.fullmatch(text)
    if digits:
        year, month, day = _numbers(*digits.groups())
        # Nine digits or less than year 100 with a zero in front are fine; a month 00 is none.
        return _date((year or 0) + 1911, month, day) if year and month and day else None
    return None


def from_japanese(text: str) -> PartialDate | None:
    """A date of a Japanese era (平成25年02月01日, R6.4.1). An era may be printed on past its end, never before it."""
    found = _JAPANESE.fullmatch(plain(text))
    if not found:
        return None
    first, began = _ERAS[found.group(1)]
    number = 1 if found.group(2) == "元" else int(found.group(2))
    month, day = _numbers(found.group(3), found.group(4))
    read = _date(first + number - 1, month, day) if number else None
    if read is None or read.last < date.fromisoformat(began):
        return None
    return read


def from_bikram_sambat(text: str) -> PartialDate | None:
    """A date of the Nepali calendar, year first (2079-04-15, २०७९/०४/१५).

    Exact for the years 2000 to 2081. Later, and without a day, the Gregorian year where it is certain; else None.
    """
    found = _YEAR_FIRST.fullmatch(plain(text))
    if not found:
        return None
    year, month, day = _numbers(*found.groups())
    if not year or not month or not 1970 <= year <= 2100 or not 1 <= month <= 12:
        return None  # a year alone lies in two Gregorian ones
    index = year - _BIKRAM_FIRST
    if day and 0 <= index < len(_BIKRAM_MONTHS):
        lengths = [29 + int(each) for each in _BIKRAM_MONTHS[index]]
        if not 1 <= day <= lengths[month - 1]:
            return None
        found_day = _BIKRAM_EPOCH + timedelta(days=_bikram_days()[index] + sum(lengths[: month - 1]) + day - 1)
        return PartialDate(found_day.isoformat())
    if day is not None and not 1 <= day <= 32:
        return None
    if month <= _BIKRAM_WITHIN_YEAR:
        return _date(year - 57, None, None)
    return _date(year - 56, None, None) if month > _BIKRAM_WITHIN_YEAR + 1 else None


@cache
def _bikram_days() -> tuple[int, ...]:
    """How many days lie before each year of the table."""
    return tuple(accumulate((29 * 12 + sum(map(int, each)) for each in _BIKRAM_MONTHS), initial=0))


@cache
def _qura_days() -> tuple[int, ...]:
    return tuple(accumulate((sum(_qura_lengths(each)) for each in range(len(_QURA_MONTHS))), initial=0))


def from_umm_al_qura(text: str) -> PartialDate | None:
    """A Hijri date of the Saudi civil calendar, year first (1445/09/01), 1400 to 1460; a day is needed."""
    found = _YEAR_FIRST.fullmatch(plain(text).removesuffix("هـ").removesuffix("ه").strip())
    if not found:
        return None
    year, month, day = _numbers(*found.groups())
    index = (year or 0) - _QURA_FIRST
    if not month or not day or not 0 <= index < len(_QURA_MONTHS) or not 1 <= month <= 12:
        return None
    lengths = _qura_lengths(index)
    if not 1 <= day <= lengths[month - 1]:
        return None
    return PartialDate(
        (_QURA_EPOCH + timedelta(days=_qura_days()[index] + sum(lengths[: month - 1]) + day - 1)).isoformat()
    )


def _qura_lengths(index: int) -> list[int]:
    bits = int(_QURA_MONTHS[index], 16)
    return [29 + (bits >> month & 1) for month in range(12)]


def without_buddhist_year(text: str) -> str | None:
    """The text with its one Buddhist year (2567) as a Gregorian one; None where there is none, or one too old."""
    text = plain(text)
    found = _BUDDHIST_YEAR.findall(text)
    if len(found) != 1 or int(found[0]) < BUDDHIST_FROM:
        return None
    return text.replace(found[0], str(int(found[0]) - 543))


CALENDARS: dict[str, Callable[[str], PartialDate | None]] = {
    "roc": from_roc,
    "japanese_era": from_japanese,
    "bikram_sambat": from_bikram_sambat,
    "umm_al_qura": from_umm_al_qura,
}
BUDDHIST = "buddhist "  # goes before a strptime format: "buddhist %d/%m/%Y"
