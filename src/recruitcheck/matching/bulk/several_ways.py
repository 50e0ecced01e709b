"""Which word stands for which in many pairs of names: at once where no two ways are open, else one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from recruitcheck.matching.alignment import Alignment, Pair, chosen_pairs, run_pairs
from recruitcheck.matching.bulk.arrays import F64, I64, Bools
from recruitcheck.matching.bulk.pairs import Alike, Equal, overlap
from recruitcheck.matching.comparison import DOUBTFUL, is_doubtful, is_other_word
from recruitcheck.matching.comparison import overlap as overlap_of_one
from recruitcheck.matching.side import Side
from recruitcheck.matching.token import SHAPE


class Settled(NamedTuple):
    """What became of the words of some pairs of names, a row for each pair."""

    only: Bools  # words of the query that stand alone
    their_only: Bools
    partner: I64  # of each word of the query: where its counterpart begins, or -1
    overlap: F64
    other: Bools  # a word is another one rather than like its counterpart
    doubt: Bools

    def put(self, rows: I64, found: Settled) -> None:
        """Put what was found of some rows in their place."""
        for column, values in zip(self, found, strict=True):
            column[rows] = values


def settled_at_once(equal: Equal, alike: Alike) -> Settled:
    """Pairs of names of which none has two words that are ``alike``."""
    row, place, their_place, like = alike
    only, their_only, partner = equal.free.copy(), equal.their_free.copy(), equal.partner.copy()
    only[row, place] = their_only[row, their_place] = False
    partner[row, place] = their_place
    other, doubt = np.zeros(len(partner), np.bool_), np.zeros(len(partner), np.bool_)
    other[row], doubt[row] = like <= SHAPE, like < DOUBTFUL
    return Settled(only, their_only, partner, overlap(equal, alike), other, doubt)


def settled(
    rows: I64, equal: Equal, alike: Alike, in_runs: Bools, sides: Sequence[Side], text: Callable[[int], str]
) -> Settled:
    """Some rows, the names of whose queries are ``sides``, one by one.

    ``in_runs``, of every row: neighbours may join, or letters may stand for words. ``text``: of a word's number.
    """
    pairs: dict[int, list[Pair]] = {row: [] for row in rows.tolist()}
    for row, place, their_place, like in zip(*[column.tolist() for column in alike], strict=True):
        if row in pairs:
            pairs[row].append(Pair((place,), (their_place,), like))
    shape = len(rows), equal.free.shape[1]
    only, their_only = np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
    partner, share = np.full(shape, -1, np.int64), np.zeros(len(rows))
    other, doubt = np.zeros(len(rows), np.bool_), np.zeros(len(rows), np.bool_)
    names = _rows(rows, equal, sides, text)
    for at, (name, run, found) in enumerate(zip(names, in_runs[rows].tolist(), pairs.values(), strict=True)):
        alignment = name.aligned(found, in_runs=run)
        only[at, alignment.only_asked] = True
        their_only[at, alignment.only_listed] = True
        for mine, yours in alignment.same:
            partner[at, mine] = yours
        for pair in alignment.like:
            partner[at, pair.asked[0]] = pair.listed[0]
        share[at] = overlap_of_one(alignment, name.asked.weights, name.weights)
        other[at], doubt[at] = is_other_word(alignment), is_doubtful(alignment)
    return Settled(only, their_only, partner, share, other, doubt)


class _Row(NamedTuple):
    """The words of one pair of names."""

    asked: Side
    listed: tuple[str, ...]
    weights: tuple[float, ...]  # of the listed words
    same: list[tuple[int, int]]
    only_asked: list[int]
    only_listed: list[int]

    def aligned(self, pairs: list[Pair], *, in_runs: bool) -> Alignment:
        """``alignment.align``, where the ``pairs`` of one word each are known."""
        asked, listed = self.asked.words, self.listed
        if in_runs:
            pairs = pairs + run_pairs(asked, listed, self.only_asked, self.only_listed)
        return Alignment(asked, listed, self.same, *chosen_pairs(pairs, self.only_asked, self.only_listed))


def _rows(rows: I64, equal: Equal, sides: Sequence[Side], text: Callable[[int], str]) -> list[_Row]:
    theirs = equal.theirs
    columns = theirs.there.sum(1), theirs.words, theirs.weights, equal.partner, equal.free, equal.their_free
    return [
        _Row(
            side,
            tuple(map(text, words[:size])),
            tuple(weights[:size]),
            [(mine, yours) for mine, yours in enumerate(partners) if yours >= 0],
            [place for place, is_free in enumerate(free) if is_free],
            [place for place, is_free in enumerate(their_free) if is_free],
        )
        for side, size, words, weights, partners, free, their_free in zip(
            sides, *[column[rows].tolist() for column in columns], strict=True
        )
    ]
