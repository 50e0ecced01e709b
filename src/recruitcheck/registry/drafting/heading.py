"""Which line of a sheet is its header: the one with the most words that columns are headed by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recruitcheck.registry.drafting.words import headings
from recruitcheck.registry.layout import stacked, unique_headers
from recruitcheck.registry.table import Line

MAX_SEARCH = 60  # lines in which a header is looked for
MAX_STACK = 3
MORE_ROWS = 0.3  # what a further row of headers must add
NAMELESS = 0.25  # what a filled column without a name costs
DATA = re.compile(r"[\w.+-]+@[\w-]+\.\w|https?://|(?:\d[\s./()-]?){6,}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
MAX_HEADER_CHARS = 160


@dataclass(frozen=True, slots=True)
class Heading:
    """The header: its cells, how many rows it is printed over, its place among the lines, how sure (0 to 1)."""

    cells: tuple[str, ...]
    rows: int
    at: int  # index of its last line
    merit: float
    known: int  # headers that are words of ours

    @property
    def line(self) -> int:
        """The index of its first line."""
        return self.at - self.rows + 1


def find_heading(lines: Sequence[Line]) -> Heading | None:
    """The header of a sheet; None where no line can be one."""
    best: Heading | None = None
    for at in range(min(len(lines), MAX_SEARCH)):
        for rows in range(1, MAX_STACK + 1):
            if at - rows + 1 < 0:
                break
            found = _judged(lines, at, rows)
            if found is not None and (best is None or found.merit > best.merit + 1e-9):
                best = found
    return best


def _judged(lines: Sequence[Line], at: int, rows: int) -> Heading | None:
    band = [lines[index].cells for index in range(at - rows + 1, at + 1)]
    if rows > 1 and not _stacks(band):
        return None
    cells = stacked([list(each) for each in band]) if rows > 1 else list(band[0])
    filled = [text for cell in cells if (text := " ".join(cell.split()))]
    if len(filled) < 2 or any(len(text) > MAX_HEADER_CHARS for text in filled):
        return None
    if sum(bool(DATA.search(text)) for text in filled) > 0.15 * len(filled):
        return None
    fits: dict[str, float] = {}
    known = 0
    for text in filled:
        found = headings(text)
        if found:
            known += found[0].fit >= 0.7
            fits[found[0].field] = max(fits.get(found[0].field, 0), found[0].fit)
    below = lines[at + 1 : at + 30]
    unlike = _unlike_data(cells, below)
    merit = sum(fits.values()) + unlike + 0.5 * ("name" in fits) - MORE_ROWS * (rows - 1) - 0.004 * at
    merit += 1.0 * len(filled) / max(1, len(cells)) + 0.3 * (len(set(filled)) / len(filled))
    if not below:
        merit -= 1
    merit -= NAMELESS * _nameless(cells, below)
    if known == 0 and (rows > 1 or len(filled) < len(cells) or unlike <= 0):
        return None
    return Heading(unique_headers(cells), rows, at, merit, known)


def _nameless(cells: Sequence[str], below: Sequence[Line]) -> int:
    """How many columns hold something and have no name: it may stand in a row above."""
    blank = [place for place, cell in enumerate(cells) if not cell.strip()]
    filled = (sum(place < len(line.cells) and bool(line.cells[place].strip()) for line in below) for place in blank)
    return sum(count > 0.3 * len(below) for count in filled)


def _stacks(band: list[list[str]]) -> bool:
    """Whether the rows can be one header: an upper row has gaps or repeats where cells were merged."""
    for upper, lower in pairwise(band):
        texts = [text.strip() for text in upper]
        filled = [text for text in texts if text]
        if len(filled) < 2 or not any(text.strip() for text in lower):
            return False
        if len(filled) == len(texts) and len(set(filled)) == len(filled):
            return False
        if any(DATA.search(text) for text in lower):
            return False
        # What stands under a gap must be a header's word: else the row below is data under a header with blanks.
        under = [
            text
            for place, text in enumerate(lower)
            if text.strip() and (place >= len(texts) or not texts[place] or texts.count(texts[place]) > 1)
        ]
        if not under or sum(bool(headings(text)) for text in under) < len(under) / 2:
            return False
    return True


def _unlike_data(cells: Sequence[str], below: Sequence[Line]) -> float:
    """How much the header differs from what stands under it: shapes in the columns that it has not (0 to 1)."""
    votes = Counter[bool]()
    for place, cell in enumerate(cells):
        values = [line.cells[place].strip() for line in below if place < len(line.cells) and line.cells[place].strip()]
        if not values or not cell.strip():
            continue
        digits = sum(any(map(str.isdigit, value)) for value in values) / len(values)
        repeated = sum(value == cell.strip() for value in values)
        votes[(digits > 0.6 and not any(map(str.isdigit, cell))) and not repeated] += 1
    total = sum(votes.values())
    return votes[True] / total if total else 0.0
