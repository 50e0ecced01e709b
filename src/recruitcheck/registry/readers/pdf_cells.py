"""The cells of a PDF page's rows. The pieces of a page are told their columns together: a long list has thousands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, repeat
from operator import add, eq, itemgetter, truediv

from recruitcheck.registry.readers.pdf_piece import Piece, joined, lines_downwards


def columns_of(pieces: Sequence[Piece], edges: Sequence[float]) -> list[int]:
    """For each piece, the index of the column in which its middle lies. ``edges``: those between columns."""
    lefts, rights = map(itemgetter(0), pieces), map(itemgetter(2), pieces)
    return list(map(bisect_right, repeat(edges), map(truediv, map(add, lefts, rights), repeat(2))))


class Cells:
    """The pieces of a page, from the top down, in columns."""

    def __init__(self, pieces: Sequence[Piece], edges: Sequence[float]) -> None:
        self.pieces = pieces
        self._columns = columns_of(pieces, edges)
        self._count = len(edges) + 1
        self._texts = list(map(" ".join, map(str.split, map(itemgetter(4), pieces))))
        self._near = self._with_near_pieces()

    def of_column(self, column: int) -> list[Piece]:
        """The pieces in a column."""
        return list(compress(self.pieces, map(eq, self._columns, repeat(column))))

    def row(self, begin: int, end: int) -> list[list[str]]:
        """The lines of each cell, of the pieces from one place to another."""
        cells: list[list[str]] = [[] for _ in range(self._count)]
        for column, text in zip(self._columns[begin:end], self._texts[begin:end], strict=True):
            cells[column].append(text)
        for column in self._near:
            if len(cells[column]) > 1:
                mine = map(eq, self._columns[begin:end], repeat(column))
                cells[column] = list(map(joined, lines_downwards(list(compress(self.pieces[begin:end], mine)))))
        return cells

    def _with_near_pieces(self) -> list[int]:
        """The columns in which a piece does not stand wholly below the one before: two may be one line."""
        floors = [float("inf")] * self._count
        near = set()
        for column, piece in zip(self._columns, self.pieces, strict=True):
            if not piece[1] <= piece[3] < floors[column]:
                near.add(column)
            floors[column] = piece[1]
        return sorted(near)
