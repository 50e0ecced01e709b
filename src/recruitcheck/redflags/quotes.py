"""The words shown as evidence: a clause, or a window of a long one."""

from __future__ import annotations

import regex

from recruitcheck.model import Span

MAX_QUOTE = 240  # code points
_LONG = 110  # a clause up to this length is shown whole
_CUT = regex.compile(
    r"(?:(?<!\d)[,:]|[,:](?!\d)|[;،、，：၊]|\s[-–—]|\s(?=and\b|but\b|or\b|\()|"
    r"(?<=[\p{Thai}\p{Lao}\p{Khmer}])\s(?=[\p{Thai}\p{Lao}\p{Khmer}]))\s*"  # there a space parts phrases
)


def quote_span(text: str, start: int, end: int, first: int, last: int) -> Span:
    """A span inside the clause [start, end) that holds the words [first, last) and reads as a phrase.

    At most MAX_QUOTE code points, without outer blanks.
    """
    if end - start > _LONG:
        low, high = max(start, first - MAX_QUOTE), min(end, last + MAX_QUOTE)
        for found in _CUT.finditer(text, low, high):
            if found.end() <= first:
                start = found.end()
            elif found.start() >= last:
                end = found.start()
                break
    if end - start > MAX_QUOTE:
        start, end = _window(text, start, end, first, last)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _window(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """MAX_QUOTE code points around the words, cut at blanks; the words' own beginning where they are longer."""
    if last - first >= MAX_QUOTE:
        return first, first + MAX_QUOTE
    spare = (MAX_QUOTE - (last - first)) // 2
    low = max(start, first - spare)
    high = min(end, last + spare)
    if low > start:
        blank = text.find(" ", low, first)
        low = blank + 1 if blank >= 0 else first
    if high < end:
        blank = text.rfind(" ", last, high)
        high = blank if blank >= 0 else last
    return low, high
