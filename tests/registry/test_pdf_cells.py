"""The cells of a PDF's rows, told for a whole page together: the lines of each are those that stand in it."""

from __future__ import annotations

import pytest

from recruitcheck.registry.readers.pdf_cells import Cells, columns_of
from recruitcheck.registry.readers.pdf_piece import Piece, first_below, piece_of
from recruitcheck.registry.readers.pdf_title import titles

EDGES = (100.0, 200.0)


def at(left: float, middle: float, text: str, *, width: float = 40, height: float = 8) -> Piece:
    return piece_of(left, middle - height / 2, left + width, middle + height / 2, text)


@pytest.mark.parametrize(
    ("pieces", "cells"),
    [
        ([], [[], [], []]),
        (
            [at(10, 700, "0012"), at(110, 700, "Alder  and"), at(110, 688, "Sons")],
            [["0012"], ["Alder and", "Sons"], []],
        ),
        ([at(110, 700, "Alder"), at(155, 699, "Sons")], [[], ["Alder Sons"], []]),  # one line, drawn in two goes
        ([at(110, 700, "Alder", height=14), at(110, 690, "Sons")], [[], ["Alder", "Sons"], []]),  # boxes that touch
        ([at(-20, 700, "before the first")], [["before the first"], [], []]),
    ],
    ids=["nothing", "lines", "one-line", "touching", "before"],
)
def test_a_cell_holds_the_lines_that_stand_in_it(pieces: list[Piece], cells: list[list[str]]) -> None:
    assert Cells(pieces, EDGES).row(0, len(pieces)) == cells


def test_a_row_holds_only_its_own_pieces() -> None:
    pieces = [at(110, 700 - 12 * line, f"line {line}") for line in range(6)]
    held = Cells(pieces, EDGES)
    assert held.row(2, 4) == [[], ["line 2", "line 3"], []]
    assert held.row(4, 2) == [[], [], []]
    assert held.of_column(1) == pieces
    assert columns_of(pieces, EDGES) == [1] * 6


def test_the_first_piece_under_a_height_is_found() -> None:
    pieces = [at(0, middle, "x") for middle in (30.0, 20.0, 20.0, 10.0)]
    assert [first_below(pieces, height) for height in (40, 20, 15, 5)] == [0, 1, 3, 4]
    assert first_below(pieces, 20, itself=False) == 3


def test_only_a_wide_piece_is_a_title() -> None:
    band, cell = at(10, 700, "District of Cedars", width=300), at(10, 680, "0012")
    assert titles([band, cell], [band], EDGES) == [band]
    assert titles([band, cell], [], EDGES) == []
