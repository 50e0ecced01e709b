"""Cells that a layout makes before anything is read: merged ones filled down, states told by which date is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recruitcheck.model.list_batch import BETWEEN
from recruitcheck.registry.definition import Layout
from recruitcheck.registry.layout import folded_header, unique_headers
from recruitcheck.registry.table import RowBatch


class MadeColumns:
    """Fills down and marks, batch by batch; ``header`` is the file's with the made columns after it."""

    def __init__(self, layout: Layout, header: tuple[str, ...]) -> None:
        places = {folded_header(text): at for at, text in reversed(tuple(enumerate(header)))}
        self._fill = [at for text in layout.fill_down if (at := places.get(folded_header(text))) is not None]
        self._above = dict.fromkeys(self._fill, "")
        self._marks = [
            ([(at, text) for text in mark.of if (at := places.get(folded_header(text))) is not None], mark.otherwise)
            for mark in layout.marks.values()
        ]
        self.header = unique_headers([*header, *layout.marks])
        self._added = self.header[len(header) :]

    def made(self, batches: Iterator[RowBatch]) -> Iterator[RowBatch]:
        """The batches with what is made of them."""
        return map(self._batch, batches) if self._fill or self._marks else batches

    def _batch(self, batch: RowBatch) -> RowBatch:
        cells = [row if index in batch.odd else self._row(row) for index, row in enumerate(batch.cells)]
        odd = {index: {**row, **dict.fromkeys(self._added, "")} for index, row in batch.odd.items()}
        return replace(batch, header=self.header, cells=cells, odd=odd, lines=list(map(BETWEEN.join, cells)))

    def _row(self, row: list[str]) -> list[str]:
        if self._fill and any(cell.strip() for cell in row):
            row = list(row)
            # A new firm begins where the first of the columns says something: nothing of the one above goes on then.
            if row[self._fill[0]].strip():
                self._above = {at: row[at] for at in self._fill}
            else:
                for at in self._fill:
                    row[at] = row[at] if row[at].strip() else self._above[at]
        if self._marks:
            row = [*row, *(self._marked(row, of, otherwise) for of, otherwise in self._marks)]
        return row

    @staticmethod
    def _marked(row: list[str], of: list[tuple[int, str]], otherwise: str) -> str:
        return next((text for at, text in of if row[at].strip()), otherwise)
