"""Several sheets or tables of one shape in a file, and tables whose columns no line names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from recruitcheck.errors import RegistryError
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.layout import Nearest, find_layout, unique_headers
from recruitcheck.registry.readers.limits import MAX_COLUMNS
from recruitcheck.registry.table import Line, Sheet

WIDTH_LINES = 50  # in which the widest row is looked for
SHOWN_SHEETS = 6


def with_columns_counted(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines below a header made for them: "column 1", "column 2" …"""
    first = list(islice(lines, WIDTH_LINES))
    width = max((len(line.cells) for line in first), default=0)
    header = [f"column {number}" for number in range(1, min(width, MAX_COLUMNS) + 1)]
    return chain([Line(0, header)], first, lines)


def with_like_sheets(
    lines: Iterator[Line], sheets: Iterator[Sheet], header: tuple[str, ...], definition: Definition, warnings: list[str]
) -> Iterator[Line]:
    """The rows of a sheet, and those of every later sheet with the same header where the definition joins them.

    Where it does not, such sheets are named: half a list must not pass for a whole one.
    """
    joined = definition.format.join_sheets
    yield from _to_the_last_filled(lines) if joined else lines
    others = []
    for sheet in sheets:
        try:
            found = find_layout(sheet.lines, definition, Nearest())
        except RegistryError:
            continue
        if found is None or unique_headers(found.header.cells) != header:
            continue
        others.append(sheet.name)
        if joined:
            yield from _to_the_last_filled(sheet.lines)
    if not others:
        return
    named = ", ".join(map(repr, others[:SHOWN_SHEETS]))
    if joined:
        warnings.append(f"{len(others):,} more sheets or tables with the same columns were read on: {named}.")
    else:
        warnings.append(
            f"{len(others):,} more sheets or tables have the same columns and were not read: {named}. "
            "To read them as one list, set format.join_sheets in the definition; for one of them, format.sheet."
        )


def _to_the_last_filled(lines: Iterator[Line]) -> Iterator[Line]:
    """Without the blank lines at the end of a sheet, which would stand between its rows and the next sheet's."""
    blanks: list[Line] = []
    for line in lines:
        if not any(map(str.strip, line.cells)):
            blanks.append(line)
            continue
        yield from blanks
        blanks.clear()
        yield line
