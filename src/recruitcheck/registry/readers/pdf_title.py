"""Lines of a PDF's table that stand across its columns: titles and bands ("District of …"), which belong to no row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress, count

from recruitcheck.registry.readers.pdf_page import SLACK
from recruitcheck.registry.readers.pdf_piece import Piece

ACROSS = 2  # edges between columns that a title lies over: a value that is too long reaches over one
NEXT_LINE = 1.7  # of a line's height: how far below a title its next line stands


def titles(
    pieces: Sequence[Piece], wide: Sequence[Piece], edges: Sequence[float], *, counted: bool = False
) -> list[Piece]:
    """The pieces that are titles, from the top down, as the pieces come.

    ``wide``: the pieces that reach over an edge; ``edges``: those between columns. A title stands alone in its line and
    lies over two edges or more (a piece that holds the cells of a row was divided at them); so do its further lines,
    which may be shorter. ``counted``: the first column holds nothing but numbers, so what begins there and reaches over
    its edge is a title too.
    """
    found: list[Piece] = []
    reaching = set(map(id, wide))
    for at in compress(count(), map(reaching.__contains__, map(id, pieces)) if wide else ()):
        piece = pieces[at]
        if not _is_alone(pieces, at):
            continue
        crossed = _crossed(piece.left, piece.right, edges)
        least = 1 if counted and piece.left < edges[0] - SLACK else ACROSS
        if crossed >= least or (found and found[-1] is pieces[at - 1] and _is_near(found[-1], piece)):
            found.append(piece)
    return found


def _crossed(left: float, right: float, edges: Sequence[float]) -> int:
    return bisect_left(edges, right - SLACK) - bisect_right(edges, left + SLACK)


def _is_alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether no other piece stands in the line; the pieces come from the top down."""
    piece = pieces[at]
    near = (pieces[other] for other in (at - 1, at + 1) if 0 <= other < len(pieces))
    return not any(
        piece.bottom <= other.middle <= piece.top or other.bottom <= piece.middle <= other.top for other in near
    )


def _is_near(above: Piece, piece: Piece) -> bool:
    return above.middle - piece.middle <= NEXT_LINE * (above.top - above.bottom)
