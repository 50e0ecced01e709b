"""A list as a table of text: what every reader gives and what the mapping takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from recruitcheck.registry.definition import Format, Layout


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its path, size and first bytes, and headers known from the definition (casefolded).

    ``shown`` names a file unpacked from an archive as its reader knows it; ``held`` keeps it on the disk.
    """

    path: Path
    size: int
    head: bytes
    known_headers: frozenset[str] = frozenset()
    shown: str = ""
    held: object = None

    @property
    def where(self) -> str:
        """The file as messages name it."""
        return self.shown or str(self.path)


class Line(NamedTuple):
    """One line of cells. ``place`` is its number in the file or sheet (from 1), as a person finds it there."""

    place: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stretch of lines: one per sheet of a workbook, else one per file, whose name is then blank."""

    name: str
    lines: Iterator[Line]


class Reader(Protocol):
    """Turns one format into sheets of text cells. Nothing is interpreted: numbers and dates become text.

    Raises InputError (what, where, what to do) for a file that cannot be read; what is odd but readable goes to
    ``warnings``, which may grow while lines are taken.
    """

    media_type: str

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """The sheets in file order; their lines are read as they are asked for."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: ``number`` 1 is the first after the header (evidence cites it); ``line`` its place in the file.

    ``defect`` says why the cells cannot be trusted to stand under their headers; None where they can.
    """

    number: int
    cells: dict[str, str]
    line: int
    defect: str | None = None


@dataclass(frozen=True, slots=True)
class RowBatch:
    """Some rows in file order, as many as are worked on at once.

    ``first`` is the number of the first; ``cells`` stand under ``header``; ``defects`` tells by index which rows
    cannot be trusted, and why (``odd`` holds their cells where they do not fit the header). ``lines``: the cells of
    each row with ``BETWEEN`` them, which is looked at several times.
    """

    header: tuple[str, ...]
    first: int
    places: list[int]
    cells: list[list[str]]
    defects: dict[int, str] = field(default_factory=dict)
    odd: dict[int, dict[str, str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def row(self, index: int) -> dict[str, str]:
        """The cells of one row by header."""
        held = self.odd.get(index)  # may be empty: a row without a cell
        return dict(zip(self.header, self.cells[index], strict=True)) if held is None else held


@dataclass(frozen=True, slots=True)
class Table:
    """An open list: the layout that fits, its header as printed, and rows to be read once.

    ``batches`` and ``rows`` are the same rows; take one of the two. ``warnings`` may grow until the last was read.
    """

    source_name: str
    media_type: str
    sheet: str
    layout: Layout
    header: tuple[str, ...]
    header_line: int
    batches: Iterator[RowBatch]
    warnings: list[str] = field(default_factory=list)

    @property
    def rows(self) -> Iterator[Row]:
        """The rows one by one."""
        for batch in self.batches:
            for index, place in enumerate(batch.places):
                yield Row(batch.first + index, batch.row(index), place, batch.defects.get(index))
