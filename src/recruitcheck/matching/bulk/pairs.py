"""The words of many pairs of names: which are equal or alike, and what share of both names that makes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from recruitcheck.matching.bulk.arrays import F64, I64, Bools


class Names(NamedTuple):
    """One side of some pairs of names: a row for each name, a column for each word."""

    words: I64
    weights: F64
    telling: Bools
    there: Bools


class Equal(NamedTuple):
    """Names side by side, and which of their words are equal."""

    ours: Names
    theirs: Names
    partner: I64  # of each word of the query: where its equal stands, or -1
    free: Bools  # words of the query that have no equal
    their_free: Bools

    @classmethod
    def of(cls, ours: Names, theirs: Names) -> Equal:
        """What is equal in some pairs of names of which none has a word twice."""
        equal = ours.words[:, :, None] == theirs.words[:, None, :]
        partner = np.where(equal.any(2), equal.argmax(2), -1)
        return cls(ours, theirs, partner, ours.there & (partner < 0), theirs.there & ~equal.any(1))


class Alike(NamedTuple):
    """Words that are alike: in which row, at which places, and how much."""

    row: I64
    place: I64
    their_place: I64
    like: F64

    def of(self, which: Bools) -> Alike:
        """Some of them."""
        return Alike(self.row[which], self.place[which], self.their_place[which], self.like[which])


def disordered(places: I64) -> Bools:
    """Whether some paired words come in another order. ``places``: of the counterpart of each word, or -1."""
    found = np.zeros(len(places), np.bool_)
    last = np.full(len(places), -1, np.int64)
    for column in places.T:
        found |= (column >= 0) & (column < last)
        last = np.maximum(last, column)
    return found


def overlap(equal: Equal, alike: Alike) -> F64:
    """``comparison.overlap``, summed in the same order, where no name has two words that are alike."""
    ours, theirs, partner, free, their_free = equal
    width = partner.shape[1]
    count = np.arange(len(partner))
    shared, their_shared = np.zeros(len(partner)), np.zeros(len(partner))
    for at in range(width):
        same = partner[:, at] >= 0
        shared += np.where(same, ours.weights[:, at], 0.0)
        their_shared += np.where(same, theirs.weights[count, partner[:, at]], 0.0)
    total, their_total = shared.copy(), their_shared.copy()
    row, place, their_place, share = alike
    weight, their_weight = ours.weights[row, place], theirs.weights[row, their_place]
    least = np.minimum(weight, their_weight)
    weight, their_weight = np.where(share < 1, least, weight), np.where(share < 1, least, their_weight)
    shared[row] += weight * share
    their_shared[row] += their_weight * share
    total[row] += weight
    their_total[row] += their_weight
    only, their_only = free.copy(), their_free.copy()
    only[row, place] = their_only[row, their_place] = False
    for at in range(width):
        total += np.where(only[:, at], ours.weights[:, at], 0.0)
        their_total += np.where(their_only[:, at], theirs.weights[:, at], 0.0)
    there = (total > 0) & (their_total > 0)
    found: F64 = np.sqrt(
        np.divide(shared, total, where=there, out=np.zeros_like(total))
        * np.divide(their_shared, their_total, where=there, out=np.zeros_like(total))
    )
    return found
