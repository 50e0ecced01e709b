"""Finding the header of a list: the first line in which every header of some layout stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from recruitcheck.errors import RegistryError
from recruitcheck.registry.definition import Definition, Layout
from recruitcheck.registry.table import Line, Source

SHOWN_HEADERS = 12


def folded_header(text: str) -> str:
    """A header for comparison: case and spacing set aside, nothing else."""
    return " ".join(text.replace("\ufeff", "").split()).casefold()


def unique_headers(cells: list[str]) -> tuple[str, ...]:
    """Headers as printed, each once: a blank one is "column 3", a repeated one "Name (2)"."""
    found: dict[str, None] = {}
    for index, cell in enumerate(cells, 1):
        base = " ".join(cell.replace("\ufeff", "").split()) or f"column {index}"
        name, again = base, 2
        while name in found:
            name, again = f"{base} ({again})", again + 1
        found[name] = None
    return tuple(found)


@dataclass(slots=True)
class Nearest:
    """The line that came closest to a layout, kept for the message."""

    share: float = 0.0
    headers: tuple[str, ...] = ()
    line: int = 0
    layout: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The layout that fits and its header line."""

    layout: Layout
    number: int
    header: Line

    def layout_warnings(self, header: tuple[str, ...]) -> list[str]:
        """Columns that nobody maps: an authority that adds one may have moved another."""
        layout = self.layout
        marked = (text for mark in layout.marks.values() for text in mark.of)
        known = {folded_header(text) for text in (*layout.columns.headers(), *layout.ignored, *layout.divide, *marked)}
        unused = [text for text in header if folded_header(text) not in known]
        if not unused:
            return []
        return [f"Columns kept in the raw row only: {', '.join(unused[:SHOWN_HEADERS])}."]


def find_layout(lines: Iterator[Line], definition: Definition, nearest: Nearest) -> Found | None:
    """Read lines until one is a header. RegistryError where it is, but a mapped column is not in it."""
    for line in _candidates(lines, definition.format.header_search, definition.format.header_rows):
        cells = {folded_header(text) for text in unique_headers(line.cells)}
        fitting: list[tuple[int, Layout]] = []
        for number, layout in enumerate(definition.layouts):
            missing = tuple(text for text in layout.when if folded_header(text) not in cells)
            if not missing:
                fitting.append((number, layout))
            share = 1 - len(missing) / len(layout.when)
            if share > nearest.share or not nearest.headers:
                nearest.share, nearest.line, nearest.layout = share, line.place, number
                nearest.headers, nearest.missing = unique_headers(line.cells), missing
        if fitting:
            number, layout = max(fitting, key=lambda pair: (len(pair[1].when), -pair[0]))
            _refuse_missing_columns(layout, number, cells, line, definition)
            return Found(layout, number, line)
    return None


def _candidates(lines: Iterator[Line], search: int, rows: int) -> Iterator[Line]:
    """The lines that may be the header: each, or each put together with those above it."""
    held: list[list[str]] = []
    for _, line in zip(range(search), lines, strict=False):
        if rows == 1:
            yield line
            continue
        held = [*held[1 - rows :], line.cells]
        if len(held) == rows:
            yield Line(line.place, stacked(held))


def stacked(rows: list[list[str]]) -> list[str]:
    """Headers printed over several rows: "Upper / Lower"; a blank upper cell stands under the merged one left of it."""
    width = max(map(len, rows))
    padded = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    for upper, lower in pairwise(padded):
        for index in range(1, width):
            if not upper[index].strip() and lower[index].strip():
                upper[index] = upper[index - 1]
    return [
        " / ".join(dict.fromkeys(text for each in column if (text := " ".join(each.split()))))
        for column in zip(*padded, strict=True)
    ]


def _refuse_missing_columns(layout: Layout, number: int, cells: set[str], line: Line, definition: Definition) -> None:
    made = cells | {folded_header(text) for text in layout.divided}
    missing = [
        header
        for header, optional in layout.columns.headers().items()
        if not optional and folded_header(header) not in made
    ]
    if missing:
        raise RegistryError(
            f"the header on line {line.place} fits layout {number + 1}, but lacks the column "
            f"{' and '.join(map(repr, missing))}{_closest(missing[0], unique_headers(line.cells))}.",
            where=definition.id,
            todo="Correct the layout, or mark the column optional.",
        )


def no_columns(definition: Definition) -> RegistryError:
    """The error for a list whose columns nobody has seen: what is missing and how to add it."""
    return RegistryError(
        "nobody has seen the columns of this list yet, so its definition has no layout and no file can be read.",
        where=definition.id,
        todo=f"Draft them: recruitcheck registry draft FILE --id {definition.id} -o {definition.id}.yml, "
        f"then: recruitcheck registry import {definition.id} FILE --definition {definition.id}.yml",
    )


def no_layout(source: Source, definition: Definition, nearest: Nearest) -> RegistryError:
    """The error for a file in which no line is a known header."""
    seen = ", ".join(map(_short, nearest.headers[:SHOWN_HEADERS])) or "nothing"
    missing = " and ".join(map(repr, nearest.missing)) or "nothing"
    hint = _closest(nearest.missing[0], nearest.headers) if nearest.missing else ""
    return RegistryError(
        f"no layout of {definition.id} fits. Line {nearest.line} has: {seen}. "
        f"Layout {nearest.layout + 1} comes nearest and lacks {missing}{hint}.",
        where=source.where,
        todo="Check that this is the right list; if its columns changed, add a layout to the definition: "
        f"recruitcheck registry draft FILE --id {definition.id} -o {definition.id}.yml",
    )


def _closest(wanted: str, headers: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(wanted, headers, n=1, cutoff=0.6)
    return f" (is it {near[0]!r}?)" if near else ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
