"""Clauses: the stretch of words that one amount belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

MAX_CLAUSE = 400  # code points; longer stretches are cut so that work per clause stays bounded

_MARKS = r"\n\r\u2028\u2029!?;।॥。！？；؟۔။၊။|•·"
# One class first, so that a search passes over everything else quickly.
_END = re.compile(rf"[{_MARKS}.](?:(?<=\.)(?=\s|\Z)|(?<!\.)[{_MARKS}]*)")
# A full stop ends a clause before a blank, but not after a short form such as "Rs." or "No.".
_SHORT_FORMS = (
    "rs nrs no nos mr mrs ms dr st tk lic reg approx ltd pvt co руб тыс грн р zł नं रु ரூ रू p.m a.m e.g i.e max min"
)
_SHORT = tuple(_SHORT_FORMS.split())
_IN_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where clauses begin; ``around`` gives the clause of an offset."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, lower: str) -> Clauses:
        """Split a lower-cased view; every offset lies in exactly one clause."""
        starts = [0]
        for found in _END.finditer(lower):
            if lower[found.start()] != "." or not _is_short_form(lower, found.start()):
                _cut(starts, found.end())
        _cut(starts, len(lower))
        if len(starts) > 1 and starts[-1] == len(lower):
            starts.pop()
        return cls(tuple(starts), len(lower))

    def around(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) of the clause that holds ``start``, stretched to hold ``end``."""
        index = bisect_right(self.starts, start) - 1
        last = self.starts[index + 1] if index + 1 < len(self.starts) else self.length
        return self.starts[index], max(last, end)


def _is_short_form(lower: str, stop: int) -> bool:
    """Whether a short form ends at ``stop`` and is a word of its own."""
    if not lower.endswith(_SHORT, 0, stop):
        return False
    for short in _SHORT:
        if lower.endswith(short, 0, stop):
            first = stop - len(short)
            if not first or not _IN_WORD.match(lower, first - 1):
                return True
    return False


def _cut(starts: list[int], end: int) -> None:
    while end - starts[-1] > MAX_CLAUSE:
        starts.append(starts[-1] + MAX_CLAUSE)
    if end > starts[-1]:
        starts.append(end)
