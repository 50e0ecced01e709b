"""Tables whose rows have their number in the middle of their height: blank strips tell where each ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from recruitcheck.registry.readers.pdf_piece import Piece

CLEAR = 1.25  # how much wider than the next widest a strip is that divides two rows
OFTEN = 0.12  # share of the rows with text over the line that begins them
HIGHER = 0.5  # of a line's height


def row_tops(starts: Sequence[Sequence[Piece]], pieces: Sequence[Piece]) -> list[float]:
    """The upper bound of each row, from the top down, where ``starts`` are the lines in the middle of the rows.

    Between two of them lies the widest strip without text; where none is clearly the widest, half the way.
    """
    middles = [sum(piece.middle for piece in line) / len(line) for line in starts]
    if not middles:
        return []
    gaps = [above - below for above, below in pairwise(middles)] or [1e9]
    heights = [-piece.middle for piece in pieces]  # the pieces come from the top down
    first = _bound(middles[0] + gaps[0], middles[0], pieces, heights)
    return [first, *(_bound(above, below, pieces, heights) for above, below in pairwise(middles))]


def stand_in_the_middle(starts: Sequence[Sequence[Piece]], pieces: Sequence[Piece]) -> bool:
    """Whether rows have text over the line that begins them, nearer to it than to the row above."""
    heights = [-piece.middle for piece in pieces]
    higher = 0
    for above, below in pairwise(starts):
        top = max(piece.top for piece in below)
        strips = _strips(above[0].middle, below[0].middle, pieces, heights)
        if len(strips) > 1 and strips[0][0] < CLEAR * strips[1][0]:
            continue
        line = top - min(piece.bottom for piece in below)
        higher += bool(strips) and strips[0][2] > top + HIGHER * line
    return higher >= max(2, OFTEN * (len(starts) - 1))


def _bound(above: float, below: float, pieces: Sequence[Piece], heights: Sequence[float]) -> float:
    strips = _strips(above, below, pieces, heights)
    if not strips or (len(strips) > 1 and strips[0][0] < CLEAR * strips[1][0]):
        return (above + below) / 2
    _, top, bottom = strips[0]
    return (top + bottom) / 2


def _strips(
    above: float, below: float, pieces: Sequence[Piece], heights: Sequence[float]
) -> list[tuple[float, float, float]]:
    """(height, top, bottom) of each strip between two heights that no text touches, the widest first."""
    held = pieces[bisect_left(heights, -above - 1e-6) : bisect_right(heights, -below + 1e-6)]
    strips = []
    floor = above
    for piece in sorted(held, key=lambda each: -each.top):
        if piece.top < floor:
            strips.append((floor - piece.top, floor, piece.top))
        floor = min(floor, piece.bottom)
    return sorted(strips, reverse=True)
