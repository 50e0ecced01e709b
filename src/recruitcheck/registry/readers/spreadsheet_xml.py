"""Workbooks that Excel writes as one XML file (the format of 2003): every worksheet a sheet, as a workbook's."""

from __future__ import annotations

from collections.abc import Iterator

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.limits import MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS
from recruitcheck.registry.readers.xml_walk import XmlWalk
from recruitcheck.registry.table import Line, Sheet, Source

ROW_PATH = ("Workbook", "Worksheet", "Table", "Row")
_MIDNIGHT = "T00:00:00.000"


class SpreadsheetXml(XmlWalk):
    """Collects the cells of each worksheet where they stand; cells that are merged with one before are blank."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.worksheets: dict[str, list[Line]] = {}
        self._lines: list[Line] = []
        self._row = self._column = self._after = 0
        self._cells: dict[int, str] = {}
        self._texts: list[str] | None = None
        self._kind = ""

    def sheets(self, wanted: str | None) -> Iterator[Sheet]:
        """The worksheets that hold a cell; only ``wanted`` where it is given."""
        if wanted is not None and wanted not in self.worksheets:
            raise InputError(
                f"there is no sheet {wanted!r} (there are: {', '.join(list(self.worksheets)[:10])}).",
                where=self.source.where,
                todo="Correct format.sheet in the definition.",
            )
        for name, lines in self.worksheets.items():
            if lines and wanted in (None, name):
                yield Sheet(name, iter(lines))

    def start(self, attributes: dict[str, str]) -> None:
        """Places are counted on from the last, unless an index tells another."""
        name = self.path[-1]
        if name == "Worksheet":
            self._lines = self.worksheets.setdefault(attributes.get("Name", f"sheet {len(self.worksheets) + 1}"), [])
            self._row = 0
        elif name == "Row":
            self._row = _index(attributes) or self._row + 1
            self._cells, self._after = {}, 1
        elif name == "Cell":
            self._column = _index(attributes) or self._after
            self._after = self._column + 1 + _number(attributes.get("MergeAcross"))
            self._refuse(self._column)
        elif name == "Data" and self.path[-2] == "Cell":
            self._texts, self._kind = [], attributes.get("Type", "")

    def text(self, text: str) -> None:
        """Only what stands in a cell, not its comment."""
        if self._texts is not None:
            self._texts.append(text)

    def end(self) -> None:
        """A cell's text, or a row with all its cells."""
        name = self.path[-1]
        if name == "Data" and self._texts is not None and self.path[-2] == "Cell":
            text = "".join(self._texts)[: MAX_CELL_CHARS + 1]
            self._cells[self._column] = text.removesuffix(_MIDNIGHT) if self._kind == "DateTime" else text
            self._texts = None
        elif name == "Row" and self._cells:
            self._lines.append(Line(self._row, [self._cells.get(at, "") for at in range(1, max(self._cells) + 1)]))
            if len(self._lines) > MAX_ROWS:
                raise InputError(
                    f"more than {MAX_ROWS:,} rows.", where=self.source.where, todo="Check that this is the right file."
                )

    def _refuse(self, column: int) -> None:
        if column > MAX_COLUMNS:
            raise InputError(
                f"a row spans {column:,} columns; {MAX_COLUMNS} may be read.",
                where=self.source.where,
                todo="Delete the columns outside the table and save it again.",
            )


def _index(attributes: dict[str, str]) -> int:
    return _number(attributes.get("Index"))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
