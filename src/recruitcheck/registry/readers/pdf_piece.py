"""Pieces of text on a page, with their places (points from the lower left corner), and the lines that they stand on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple

MIDDLE = itemgetter(5)
LEFT = itemgetter(0)


class Piece(NamedTuple):
    """Text in one go: its box, what stands in it, and the height of its middle."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    middle: float


made = partial(tuple.__new__, Piece)  # a piece from its six values: a page has hundreds


def piece_of(left: float, bottom: float, right: float, top: float, text: str) -> Piece:
    """A piece from its box."""
    return Piece(left, bottom, right, top, text, (bottom + top) / 2)


def first_below(pieces: Sequence[Piece], height: float, *, itself: bool = True) -> int:
    """The place of the first piece at or under a height, where the pieces come from the top down
    (``itself`` false: of the first under it)."""
    return (bisect_left if itself else bisect_right)(pieces, -height, key=_depth)


def _depth(piece: Piece) -> float:
    return -piece.middle


def visual_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand beside each other, from top to bottom, each line from left to right."""
    return lines_downwards(sorted(pieces, key=MIDDLE, reverse=True))


def lines_downwards(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The same, of pieces that come from the top down."""
    lines: list[list[Piece]] = []
    reach: list[tuple[float, float]] = []  # bottom and top of each line's tallest piece
    several = False
    for piece in pieces:
        _, low, _, high, _, middle = piece
        for at in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
            bottom, top = reach[at]
            if bottom <= middle <= top or low <= (bottom + top) / 2 <= high:
                lines[at].append(piece)
                several = True
                if high - low > top - bottom:
                    reach[at] = (low, high)
                break
        else:
            lines.append([piece])
            reach.append((low, high))
    if several:
        for line in lines:
            line.sort(key=LEFT)
    return lines


def joined(line: Sequence[Piece]) -> str:
    """The text of one visual line, with a space where the pieces stand apart."""
    if len(line) == 1:
        return " ".join(line[0].text.split())
    found = ""
    last: Piece | None = None
    for piece in line:
        if last is not None and not found.endswith(" "):
            gap = piece.left - last.right
            tallest = max(piece.top - piece.bottom, last.top - last.bottom)
            if gap > 0.35 * tallest:
                found += " "
        found += piece.text
        last = piece
    return " ".join(found.split())
