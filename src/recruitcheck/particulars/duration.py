"""Lengths of time: of the contract, of probation, of notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from recruitcheck.model import Duration, Fact, FactKind
from recruitcheck.particulars.clause import Clauses
from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.numeral import small_number
from recruitcheck.particulars.phrases import alternatives
from recruitcheck.particulars.view import View

_REACH = 50
_LATIN_OR_CYRILLIC = "a-zA-Zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0400-\u052f"
_UNITS = ("year", "month", "week", "day")
_PURPOSES = ("probation", "notice", "contract")
_BLANKS_BEFORE_TERM = r"['’]?s?'? ?(?:of )?(?:(?:work|relevant|gulf|proven|total|field)\w* )?"


def _words(name: str, ascii_only: bool = False) -> str:
    return alternatives(gathered(lambda words: getattr(words.durations, name), ascii_only=ascii_only))


@cache
def _not_a_term() -> re.Pattern[str]:
    return re.compile(_BLANKS_BEFORE_TERM + _words("experience"))


@cache
def _age_before() -> re.Pattern[str]:
    return re.compile(_words("age") + r"[^.\n;]{0,16}\Z")


@cache
def _pattern(ascii_only: bool) -> re.Pattern[str]:
    units = "|".join(f"(?P<{unit}>{_words(unit, ascii_only)})" for unit in _UNITS)
    return re.compile(rf"(?:\([0-9]{{1,3}}\))?[ -]?(?:{units})(?![{_LATIN_OR_CYRILLIC}])")


@cache
def _purposes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((of, re.compile(_words(of))) for of in _PURPOSES)


def find_durations(view: View, clauses: Clauses, numbers: Iterable[tuple[int, int]], limit: Limit) -> tuple[Fact, ...]:
    """Duration facts in order; experience, ages, leave and working weeks are no durations.

    ``numbers`` are the small numbers of the view.
    """
    return tuple(limit.take("lengths of time", _all(view, clauses, numbers)))


def _all(view: View, clauses: Clauses, numbers: Iterable[tuple[int, int]]) -> Iterator[Fact]:
    pattern = _pattern(view.is_ascii)
    for start, end in numbers:
        found = pattern.match(view.lower, end)
        value = _read(view, start, end, found, clauses) if found is not None else None
        if found is not None and value is not None:
            yield Fact(FactKind.DURATION, start, found.end(), view.text[start : found.end()], value)


def _read(view: View, start: int, end: int, found: re.Match[str], clauses: Clauses) -> Duration | None:
    amount = small_number(view.lower[start:end])
    unit = found.lastgroup
    if not amount or unit is None:
        return None
    end = found.end()
    if _not_a_term().match(view.lower, end) or _age_before().search(view.lower, max(0, start - 28), start):
        return None
    low, high = clauses.around(start, end)
    return Duration(amount, unit, _of(view.lower, start, end, max(low, start - _REACH), min(high, end + _REACH)))


def _of(lower: str, start: int, end: int, low: int, high: int) -> str:
    """The nearest word that says what the length measures."""
    best, nearest = "other", _REACH + 1
    for of, words in _purposes():
        for found in words.finditer(lower, low, high):
            distance = start - found.end() if found.end() <= start else found.start() - end
            if distance < nearest:
                best, nearest = of, distance
    return best
