"""Ages asked of workers: "age 18-35", "21 years old and above", "umur maksimal 35 tahun"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

from recruitcheck.model import Age, Fact, FactKind
from recruitcheck.particulars.language import Ages, gathered
from recruitcheck.particulars.letter import Sought, is_letter
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.phrases import alternatives, parts_words
from recruitcheck.particulars.view import View

YOUNGEST, OLDEST = 12, 75  # a figure outside is no age of a worker
_BACK = 28  # code points before the figure in which a bound stands
_GAP = 18  # between a word of age and the figure
_BREAK = re.compile(r"[0-9.;\n]")
_SHORT_GAP = r"[ :()\-]{0,3}"


@cache
def _after(ascii_only: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What follows a figure: the upper end of a range, a word of age, a word for years, a bound."""
    to = alternatives(gathered(lambda words: words.to, ascii_only=ascii_only))
    after, years_ = (_words(pick, ascii_only) for pick in (lambda ages: ages.after, lambda ages: ages.years))
    units = alternatives((*years_, *after))
    top = re.compile(rf" ?(?:{units})? ?(?:-|~|{to}) ?([0-9]{{2}})(?![0-9]|[.,/:][0-9])")
    least, most = (alternatives(_words(pick, ascii_only)) for pick in (lambda ages: ages.least, lambda ages: ages.most))
    bound = re.compile(rf"{_SHORT_GAP}(?:{units})?{_SHORT_GAP}(?:(?P<least>{least})|(?P<most>{most}))")
    old = re.compile(_SHORT_GAP + alternatives(after))
    years = re.compile(_SHORT_GAP + alternatives(years_))
    return top, old, years, bound


@cache
def _named_by() -> dict[str, bool]:
    """Words of age, each with whether no letter may stand before it."""
    return {word: parts_words(word[0]) for word in _words(lambda ages: ages.before)}


@cache
def _sought() -> Sought:
    return Sought(_named_by())


@cache
def _bounds() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of a lower and of an upper bound."""
    return _words(lambda ages: ages.least), _words(lambda ages: ages.most)


@cache
def _experience() -> re.Pattern[str]:
    return re.compile(alternatives(gathered(lambda words: words.durations.experience)))


def _words(pick: Callable[[Ages], tuple[str, ...]], ascii_only: bool = False) -> tuple[str, ...]:
    return gathered(lambda words: pick(words.ages), ascii_only=ascii_only)


def find_ages(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Age facts in order; a bare figure is an age only beside a word that says so."""
    return tuple(limit.take("ages", _all(view)))


def _all(view: View) -> Iterator[Fact]:
    figures = [span for span in view.figures if span[1] - span[0] == 2 and _plausible(view.lower, *span)]
    ends = _ends_of_age_words(view.lower) if figures else []
    top, *_ = _after(view.is_ascii)
    last = 0
    for start, end in figures:
        if start < last:
            continue
        found = top.match(view.lower, end)
        upper = int(found.group(1)) if found is not None else None
        if found is None or upper is None or not int(view.lower[start:end]) < upper <= OLDEST:
            found = upper = None
        stop = found.end() if found is not None else end
        age = _read(view, start, stop, upper, named=_named(view.lower, ends, start))
        if age is not None:
            last = stop
            yield Fact(FactKind.AGE, start, stop, view.text[start:stop], age)


def _ends_of_age_words(lower: str) -> list[int]:
    """Where a word of age ends that a figure may follow. Found word by word: a pattern of all costs ten times more."""
    ends: set[int] = set()
    spaced_words = _named_by()
    for word in _sought().within(lower):
        spaced = spaced_words[word]
        at = lower.find(word)
        while at != -1:
            if not (at and spaced and is_letter(lower[at - 1])):
                ends.add(at + len(word))
            at = lower.find(word, at + 1)
    return sorted(ends)


def _named(lower: str, ends: list[int], start: int) -> bool:
    """Whether a word of age stands before the figure, with no other figure and no end of a sentence between."""
    place = bisect_right(ends, start)
    return place > 0 and start - ends[place - 1] <= _GAP and not _BREAK.search(lower, ends[place - 1], start)


def _plausible(lower: str, start: int, end: int) -> bool:
    """A figure of two digits that is no part of a date, a price or a percentage."""
    if not YOUNGEST <= int(lower[start:end]) <= OLDEST:
        return False
    before, after = lower[max(0, start - 1) : start], lower[end : end + 2]
    return (
        before not in tuple("$€£¥₹#.,/:")
        and not (after[:1] in tuple(".,/:") and after[1:].isdigit())
        and after[:1] != "%"
    )


def _read(view: View, start: int, stop: int, upper: int | None, *, named: bool) -> Age | None:
    lower = view.lower
    _, old, years, bound_after = _after(view.is_ascii)
    told = named or old.match(lower, stop) is not None
    if not told and years.match(lower, stop) is None:
        return None
    first = int(lower[start : start + 2])
    after = bound_after.match(lower, stop)
    bound = (after.lastgroup if after is not None else None) or _bound_before(lower, start)
    if not told:  # years alone: a range or a bound, and no experience
        experienced = _experience().search(lower, max(0, start - _BACK), stop + _BACK)
        if experienced or (upper is None and bound is None):
            return None
    if upper is not None:
        return Age(first, upper)
    return Age(None, first) if bound == "most" else Age(first, None)


def _bound_before(lower: str, start: int) -> str | None:
    """ "least" or "most" by the word right before the figure."""
    near = lower[max(0, start - _BACK) : start].rstrip(" :()-")
    least, most = _bounds()
    for name, words in (("most", most), ("least", least)):
        for word in words if near.endswith(words) else ():
            head = near.removesuffix(word)
            if head != near and not (head and parts_words(word[0]) and is_letter(head[-1])):
                return name
    return None
