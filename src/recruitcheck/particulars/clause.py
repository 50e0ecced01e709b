"""Clauses: the stretch of words that one amount belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import regex

MAX_CLAUSE = 400  # code points; longer stretches are cut so that work per clause stays bounded

# A full stop ends a clause before a blank, but not after a short form such as "Rs." or "No.".
_END = (
    r"[\n\r\u2028\u2029!?;।॥。！？；؟۔።၊။|•·]+"
    r"|(?<!\b(?:rs|nrs|no|nos|mr|mrs|ms|dr|st|tk|lic|reg|approx|ltd|pvt|co|руб|тыс|грн|р|zł|नं|रु|ரூ|रू|p\.m|a\.m|e\.g|i\.e|max|min))\.(?=\s|$)"
)


@cache
def _end() -> regex.Pattern[str]:
    return regex.compile(_END)


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where clauses begin; ``around`` gives the clause of an offset."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, lower: str) -> Clauses:
        """Split a lower-cased view; every offset lies in exactly one clause."""
        starts = [0]
        for found in _end().finditer(lower):
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


def _cut(starts: list[int], end: int) -> None:
    while end - starts[-1] > MAX_CLAUSE:
        starts.append(starts[-1] + MAX_CLAUSE)
    if end > starts[-1]:
        starts.append(end)
