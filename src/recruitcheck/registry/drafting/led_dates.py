"""Dates among words: what stands before them says whether it is the first day or the last ("valid until 3/4/2027")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruitcheck.registry.drafting.words import first_day_words, last_day_words

OFTEN = 0.2  # share of the values that must have words around their date
_AFTER = r"(?:(?<=\d)\s*[^\W\d_]{1,6}\.?)?"  # 30.09.2024 г.
_DATE = r"(?=\d|[^\W\d_]+[\s.,]*\d)"  # a figure, or a month's name before one: "until further notice" is none


@dataclass(frozen=True, slots=True)
class LedDates:
    """``pattern`` finds the date as ``day``, with or without the words. ``ends``: whether they say it is the last day;
    None where they say nothing of it.
    """

    pattern: str
    ends: bool | None


def led_dates(values: Sequence[str]) -> LedDates | None:
    """The words around the dates of a column; None where too few have any, or some say first day and some last."""
    found = {ends: _leads(values, words) for ends, words in ((True, last_day_words()), (False, first_day_words()))}
    if found[True] and found[False]:
        return None
    ends = next((each for each, leads in found.items() if leads), None)
    leads = found[ends] if ends is not None else ()
    before = rf"(?:(?:{'|'.join(re.escape(each) for each in leads)})[\s.:]*{_DATE})?" if leads else ""
    pattern = rf"(?i)^\s*{before}(?P<day>[^\W_].*?){_AFTER}\s*$"
    with_words = sum(_has_words(value, pattern) for value in values)
    return LedDates(pattern, ends) if with_words >= OFTEN * len(values) else None


def _leads(values: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that stand before a figure in some value, as they are printed, the longest first."""
    told = set()
    for value in values:
        for word in words:
            match = re.match(rf"(?i)\s*({re.escape(word)})[\s.:]*{_DATE}", value)
            if match:
                told.add(match.group(1).casefold())
                break
    return tuple(sorted(told, key=lambda word: (-len(word), word)))


def _has_words(value: str, pattern: str) -> bool:
    match = re.match(pattern, value)
    return match is not None and match.group("day") != value.strip() and any(map(str.isdigit, match.group("day")))
