"""Calendar dates: ISO, day first, month names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from recruitcheck.model import Fact, FactKind, PartialDate
from recruitcheck.particulars.language import load_words
from recruitcheck.particulars.letter import LETTER, WORD_AFTER, Sought, is_letter
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.view import View

_LONGEST_NAME = 24  # code points before and after a figure in which a month's name is looked for
_JOINS = " -,."
_AFTER_FIGURE = " -/.º"
_WORD = re.compile(LETTER)
_LONGEST_JOIN = 6  # between a month's name and its figure: "., of "
_LONGEST_FIGURE = 4  # digits: a year
_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # Thai and Nepali years lie beyond and are never read as Gregorian
_BUDDHIST_ERA = 543  # years ahead of ours; read so only beside a month's name ("1 มิถุนายน 2568")


@cache
def _names() -> dict[str, int]:
    return {name: month for words in load_words() for month, names in enumerate(words.months, 1) for name in names}


@cache
def _patterns(ascii_only: bool) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Patterns that start at a figure, and patterns that start at a month's name before one."""
    known = [name for name in _names() if not ascii_only or name.isascii()]
    name = r"(?P<name>" + "|".join(sorted(map(re.escape, known), key=len, reverse=True)) + r")" + WORD_AFTER + r"\.?"
    year, day = r"(?P<y>(?:19|20)[0-9]{2})", r"(?P<d>[0-3]?[0-9])"
    named_year = r"(?P<y>(?:19|20|24|25)[0-9]{2})"
    edge, stop = r"(?<![0-9A-Za-z/.-])", r"(?![0-9]|[/.-][0-9]|[A-Za-z])"
    figures = (
        rf"{edge}{year}(?P<sep>[-/.])(?P<m>[01]?[0-9])(?P=sep){day}{stop}",
        rf"{edge}{day}(?P<sep>[-/.])(?P<m>[0-3]?[0-9])(?P=sep)(?P<y>(?:19|20)?[0-9]{{2}}){stop}",
        rf"{edge}{day}(?:st|nd|rd|th|er|\.|º)?[ -]?(?:of |de |di )?{name},?[ -]?(?:de |del |of )?"
        rf"(?:พ\.ศ\. ?)?{named_year}(?![0-9])",
        rf"{year} ?[年년] ?(?P<m>[01]?[0-9]) ?[月월](?: ?{day} ?[日일])?",
    )
    names = (
        rf"(?<!{LETTER}){name}[ -]?{day}(?:st|nd|rd|th)?,? ?{named_year}(?![0-9])",
        rf"(?<!{LETTER}){name},? ?(?:de |of |พ\.ศ\. ?)?{named_year}(?![0-9])",
    )
    return tuple(map(re.compile, figures)), tuple(map(re.compile, names))


def find_dates(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Date facts (value: ISO text, of a month where no day stands), in order, none overlapping.

    Figures are day first unless only month first makes a date; a thirteenth month is no date.
    """
    found = sorted(limit.take("dates", _all(view)), key=lambda fact: (fact.start, -fact.end))
    kept: list[Fact] = []
    for fact in found:
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


@cache
def _sought() -> Sought:
    return Sought(_names())


def _all(view: View) -> Iterator[Fact]:
    names = _sought().places(view.lower) if view.figures else []
    for start, end in view.figures:
        if end - start > _LONGEST_FIGURE:
            continue
        low, high = max(0, start - _LONGEST_NAME), min(len(view.lower), start + _LONGEST_NAME)
        named = bisect_left(names, low) < bisect_left(names, high)
        for found in _matches(view, start, end, named=named):
            value = _read(found.groupdict())
            if value is not None:
                yield Fact(FactKind.DATE, *found.span(), view.text[found.start() : found.end()], value)


def _matches(view: View, start: int, end: int, *, named: bool) -> Iterator[re.Match[str]]:
    """What reads as a date at the figure, or as one that its month's name begins. ``named``: a name stands near by."""
    lower = view.lower
    at_figure, at_name = _patterns(view.is_ascii)
    after = lower[end : end + 1]
    if after and (after in _AFTER_FIGURE or is_letter(after)):
        for pattern in at_figure:
            if found := pattern.match(lower, start):
                yield found
    # A word must stand within the few characters that may part a month's name from its figure.
    if named and start and lower[start - 1] in _JOINS and _WORD.search(lower, max(0, start - _LONGEST_JOIN), start):
        low, high = max(0, start - _LONGEST_NAME), min(len(lower), start + _LONGEST_NAME)
        for pattern in at_name:
            if found := pattern.search(lower, low, high):
                yield found


def _read(parts: dict[str, str | None]) -> str | None:
    year_text, day_text = parts.get("y") or "", parts.get("d")
    year = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
    name = parts.get("name")
    if name and year > _LAST_YEAR:
        year -= _BUDDHIST_ERA
    month = _names()[name] if name else int(parts.get("m") or 0)
    day = int(day_text) if day_text else None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if day is not None and month > 12 >= day:
        day, month = month, day
        if len(year_text) == 4 and parts.get("sep") == "-":
            return None  # 2024-13-01 is an ISO date gone wrong, not an American one
    return _iso(year, month, day)


def _iso(year: int, month: int, day: int | None) -> str | None:
    text = f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"
    try:
        return str(PartialDate(text))
    except ValueError:
        return None
