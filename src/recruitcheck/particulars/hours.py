"""Working time: hours a day and a week, working days, rest days."""

# ruff: noqa: E501 - patterns read best as long lines

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from recruitcheck.model import Fact, FactKind, Hours
from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.letter import Sought
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.numeral import small, small_number, small_top
from recruitcheck.particulars.phrases import alternatives
from recruitcheck.particulars.view import View

WEEKS_PER_MONTH = 4  # a weekly rest day counts as four a month, the least that it can be

_AM = r"(?:a\.?m\.?|p\.?m\.?)"
_TIME = rf"(?P<h{{n}}>[01]?[0-9]|2[0-4])(?:[:.h](?P<m{{n}}>[0-5][0-9])|[ ]?(?P<u{{n}}>h)(?![a-z]))?(?::00)? ?(?P<x{{n}}>{_AM})?"
_LATEST_START, _SHIFT = 9, 5  # a range from such an hour over so many is one of the clock, and no number of hours
_SHORTEST_SHIFT = 3 * 60  # minutes: "14h-19h" is a shift, "8h-10h" a length between two
_PER_MONTH = r"(?: ?(?:per|a|each|every|/|in a|of the) ?(?P<unit>month|week))"
_LABELS_AFTER = 3  # readings with a label before the figure come after the first three


_Reader = Callable[[View, re.Match[str]], Hours | None]
_LOOK_BACK = 24


@cache
def _listed(name: str) -> tuple[str, ...]:
    return gathered(lambda words: getattr(words.hours, name))


@cache
def _sought(name: str) -> Sought:
    return Sought(_listed(name), glued=True)


@cache
def _words(name: str, ascii_only: bool = False) -> str:
    words = _listed(name)
    return alternatives(filter(str.isascii, words) if ascii_only else words)


@cache
def _to(ascii_only: bool) -> str:
    return rf"(?: ?(?:-|~|{alternatives(gathered(lambda words: words.to, ascii_only=ascii_only))}) ?)"


@cache
def _other_before() -> re.Pattern[str]:
    """Right before a figure these words make it another span of time than work."""
    return re.compile(_words("not_before") + r"[^.\n]{0,12}\Z")


@cache
def _clock_before() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W\d_])" + _words("clock") + r"[ ]?\Z")


@cache
def _other_after() -> re.Pattern[str]:
    return re.compile(r"['’]?[^.\n,;]{0,14}" + _words("not_after"))


def find_hours(view: View, numbers: Iterable[tuple[int, int]], limit: Limit) -> tuple[Fact, ...]:
    """Hours facts, in order, none overlapping. ``numbers`` are the small numbers of the view."""
    facts = list(limit.take("working hours", chain(_without_figures(view), _with_figures(view, numbers))))
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _with_figures(view: View, numbers: Iterable[tuple[int, int]]) -> Iterator[Fact]:
    unit_ahead = _unit_ahead(view.is_ascii)
    for start, end in numbers:
        if unit_ahead.match(view.lower, end):
            yield from _at(view, start, end)


def _at(view: View, start: int, end: int) -> Iterator[Fact]:
    """The first reading of the number at [start, end) that makes sense."""
    for found, read in _readings(view, start, end):
        value = read(view, found)
        if value is not None:
            yield _fact(view, found.span(), value)
            return


def _readings(view: View, start: int, end: int) -> Iterator[tuple[re.Match[str], _Reader]]:
    lower, number_first = view.lower, _number_first(view.is_ascii)
    for pattern, read in number_first[:_LABELS_AFTER]:
        if found := _compiled(pattern).match(lower, start):
            yield found, read
    low, high = max(0, start - _LOOK_BACK), min(len(lower), end + _LOOK_BACK)
    for pattern, read in _label_first(view.is_ascii):
        if (found := _compiled(pattern).search(lower, low, high)) and found.start("n") == start:
            yield found, read
    for pattern, read in number_first[_LABELS_AFTER:]:
        if found := _compiled(pattern).match(lower, start):
            yield found, read


def _without_figures(view: View) -> Iterator[Fact]:
    for name, value in (
        ("no_rest", Hours(rest_days_per_month=Decimal(0))),
        ("every_day", Hours(days_per_week=Decimal(7))),
    ):
        words = _listed(name)
        for at in _sought(name).places(view.lower):
            phrase = max((word for word in words if view.lower.startswith(word, at)), key=len)
            yield _fact(view, (at, at + len(phrase)), value)


def _fact(view: View, span: tuple[int, int], value: Hours) -> Fact:
    return Fact(FactKind.HOURS, span[0], span[1], view.text[span[0] : span[1]], value)


@cache
def _unit_ahead(ascii_only: bool) -> re.Pattern[str]:
    """What must follow a number before anything dearer is tried."""
    hour, days, off = (_words(name, ascii_only) for name in ("hour", "days", "off"))
    to = _to(ascii_only)
    rest = r"(?:paid |weekly )?(?:rest|off)|days? of rest"
    return re.compile(
        rf"(?:{to}{small_top(ascii_only)})?['’]? ?(?:/7|working {days}|{hour}|{days}|{off}|{rest}|[:.h][0-5][0-9]|{_AM}|per|a |{to}[0-9])"
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when a number first gets so far: most are read by the first few."""
    return re.compile(pattern)


@cache
def _number_first(ascii_only: bool) -> tuple[tuple[str, _Reader], ...]:
    hour, days, off = (_words(name, ascii_only) for name in ("hour", "days", "off"))
    to = _to(ascii_only)
    a_day, a_week = f"(?:{_words('a_day', ascii_only)})", f"(?:{_words('a_week', ascii_only)})"
    number, range_ = (
        rf"(?P<n>{small(ascii_only)})",
        rf"(?P<n>{small(ascii_only)})(?:{to}(?P<top>{small_top(ascii_only)}))?",
    )
    return (
        (r"(?<![0-9/.])(?P<n>[0-9]{1,2})/7(?![0-9/])", _around_the_week),
        (rf"{range_} ?{hour}['’]?(?P<comma>,)? ?(?:of (?:work|duty) )?{a_week}(?(comma)(?! ?[0-9]))", _weekly),
        (rf"{range_} ?{hour}['’]? ?{a_day}(?! (?:notice|break))", _daily),
        (rf"(?<![0-9:.$]){_TIME.format(n=1)}{to}{_TIME.format(n=2)}(?![0-9:])", _clock),
        (rf"{number} {days} ?[x×] ?(?P<hours>{small(ascii_only)}) ?{hour}", _days_by_hours),
        (rf"{number} ?(?:working )?{days} ?(?:of work )?{a_week}", _days),
        (rf"{number} (?:paid )?{off}{_PER_MONTH}", _rest),
        (rf"{number} {days} off{_PER_MONTH}", _rest),
        (rf"{range_} ?{hour}", _bare),
    )


@cache
def _label_first(ascii_only: bool) -> tuple[tuple[str, _Reader], ...]:
    range_ = rf"(?P<n>{small(ascii_only)})(?:{_to(ascii_only)}(?P<top>{small_top(ascii_only)}))?"
    return (
        (rf"{_words('day_before', ascii_only)} ?[:=]? ?{range_} ?{_words('hour', ascii_only)}", _daily),
        (rf"{_words('off', ascii_only)}:? ?(?:is |are )?(?P<n>{small(ascii_only)}){_PER_MONTH}", _rest),
    )


def _number(found: re.Match[str], group: str = "n") -> Decimal | None:
    text = found.group(group)
    return small_number(text) if text else None


def _top(found: re.Match[str]) -> Decimal | None:
    """The figure a range is judged by: its upper end."""
    low, top = _number(found), _number(found, "top")
    return top if top is not None and low is not None and top >= low else low


def _other(view: View, found: re.Match[str]) -> bool:
    start, end = found.span()
    return bool(
        _other_before().search(view.lower, max(0, start - 24), start) or _other_after().match(view.lower, end, end + 30)
    )


def _daily(view: View, found: re.Match[str]) -> Hours | None:
    hours = _top(found)
    if hours is None or not 1 <= hours <= 24 or _other_after().match(view.lower, found.end(), found.end() + 20):
        return None
    return Hours(per_day=hours)


def _weekly(_view: View, found: re.Match[str]) -> Hours | None:
    hours = _top(found)
    return Hours(per_week=hours) if hours is not None and 1 <= hours <= 168 else None


def _bare(view: View, found: re.Match[str]) -> Hours | None:
    """ "8 hours" alone: a working day from 4 to 16, a working week from 30 to 60."""
    hours = _top(found)
    if hours is None or _other(view, found):
        return None
    first = _number(found) or hours
    if first == hours and _clock_before().search(view.lower, max(0, found.start() - 24), found.start()):
        return None
    if first <= _LATEST_START and hours >= first + _SHIFT:  # "de 8 a 16 h": from eight to four
        return Hours(per_day=hours - first) if hours <= 24 else None
    if 4 <= hours <= 16:
        return Hours(per_day=hours)
    return Hours(per_week=hours) if 30 <= hours <= 60 else None


def _around_the_week(_view: View, found: re.Match[str]) -> Hours | None:
    """ "12/7" is twelve hours on seven days; "24/7" tells of a service, not of a shift."""
    hours = _number(found)
    return Hours(per_day=hours, days_per_week=Decimal(7)) if hours is not None and 6 <= hours <= 18 else None


def _clock(_view: View, found: re.Match[str]) -> Hours | None:
    marks = found.group("x1"), found.group("x2")
    in_hours = all(found.group(f"u{n}") or found.group(f"m{n}") for n in (1, 2))
    if not marks[1] and not in_hours:
        return None
    begin, end = (_minutes(found, n, marks[n - 1]) for n in (1, 2))
    if not marks[0] and marks[1] and begin is not None and end is not None:
        same_half = _minutes(found, 1, marks[1])  # "4-7 pm" is three hours, "9-6 pm" nine
        begin = same_half if same_half is not None and same_half < end else begin
    if begin is None or end is None or begin == end:
        return None
    if (found.group("u1") or found.group("u2")) and (end - begin) % 1440 < _SHORTEST_SHIFT:
        return None
    return Hours(per_day=(Decimal((end - begin) % 1440) / 60).quantize(Decimal("0.01")).normalize())


def _minutes(found: re.Match[str], n: int, mark: str | None) -> int | None:
    hour, minute = int(found.group(f"h{n}")), int(found.group(f"m{n}") or 0)
    if mark:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark.startswith("p") else 0)
    return hour * 60 + minute


def _days(_view: View, found: re.Match[str]) -> Hours | None:
    days = _number(found)
    return Hours(days_per_week=days) if days is not None and 1 <= days <= 7 else None


def _days_by_hours(_view: View, found: re.Match[str]) -> Hours | None:
    days, hours = _number(found), _number(found, "hours")
    if days is None or hours is None or not (1 <= days <= 7 and 1 <= hours <= 24):
        return None
    return Hours(per_day=hours, days_per_week=days)


def _rest(_view: View, found: re.Match[str]) -> Hours | None:
    days = _number(found)
    if days is None or days > 31:
        return None
    return Hours(rest_days_per_month=days * (WEEKS_PER_MONTH if found.group("unit") == "week" else 1))
