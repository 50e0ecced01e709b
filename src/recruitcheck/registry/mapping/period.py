"""Several periods in one cell ("2019–2021; 2023–2025"): the last one counts, and the note says that there were more."""

from __future__ import annotations

import regex

from recruitcheck.registry.column import DateColumn
from recruitcheck.registry.mapping import cell
from recruitcheck.registry.mapping.day import read_date
from recruitcheck.registry.readers.limits import MAX_CELL_CHARS, PATTERN_SECONDS

MAX_PERIODS = 100
_OPEN_END = "9999-12-31"


def last_period(text: str, column: DateColumn, opens: frozenset[str]) -> tuple[str, int]:
    """The printed date of the column's side in the last period, and how many periods the cell holds.

    The whole text, and 1, where any of it cannot be read: which is the last would be a guess.
    """
    whole = cell.clean(text)
    try:
        periods = _parts(text, column.periods) if column.periods else [whole]
        sides = [_parts(period, column.between) if column.part else [period] for period in periods]
    except TimeoutError:
        return whole, 1
    if len(periods) > MAX_PERIODS or any(len(side) > 2 for side in sides):
        return whole, 1
    ranked: list[tuple[str, str]] = []
    for side in sides:
        end = side[-1]
        if end.casefold() in opens:
            rank = _OPEN_END
        else:
            read = read_date(end, column.date, column.serial, column.months)
            if read is None:
                return whole, 1
            rank = read.last.isoformat()
        ranked.append((rank, side[0] if column.part == "start" else end))
    if not ranked:
        return whole, 1
    return max(ranked, key=lambda pair: pair[0])[1], len(ranked)


def _parts(text: str, pattern: str) -> list[str]:
    pieces = regex.split(pattern, text[:MAX_CELL_CHARS], timeout=PATTERN_SECONDS)
    return [value for piece in pieces if piece and (value := cell.clean(piece))]
