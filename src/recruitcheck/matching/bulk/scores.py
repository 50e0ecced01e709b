"""Scores of many pairs of names, made as ``comparison.score_of`` makes one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from recruitcheck.matching.bands import BELOW_MATCH
from recruitcheck.matching.bulk.arrays import F64, I64, Bools, rounded
from recruitcheck.matching.comparison import (
    BEST_UNEQUAL,
    EQUAL,
    FORM_DIFFERS,
    FORM_MISSING,
    MARKET_ASKED,
    MARKET_DIFFERS,
    MARKET_LISTED,
    NO_DISTINCTIVE,
    NUMBER_MISSING,
    ORDER,
    OTHER_NUMBER,
    OTHER_WORD,
    SHORT,
)

STATES = ("same", "missing", "differs")
"""What legal forms and numbers are to each other."""

_LESS_FOR_FORM = np.array([0.0, FORM_MISSING, FORM_DIFFERS])
_LEFT_FOR_NUMBER = np.array([1.0, NUMBER_MISSING, OTHER_NUMBER])


class Paired(NamedTuple):
    """What is known of each pair of names.

    ``singly``: it must be compared by itself; ``exact``: the same words in the same order; ``equal``: the same text.
    """

    singly: Bools
    exact: Bools
    equal: Bools
    overlap: F64
    disordered: Bools
    market: Bools
    market_asked: Bools
    market_listed: Bools
    bare: Bools
    short: Bools
    mine: Bools
    yours: Bools
    doubt: Bools
    form: I64  # a place in ``STATES``
    number: I64

    def scores(self) -> list[float]:
        """``comparison.score_of`` each pair, with the same steps; below 0 where it must be compared by itself."""
        points = 100 * self.overlap
        points = np.where(self.disordered, points - ORDER, points)
        alone = (self.market_asked | self.market_listed) & ~self.bare
        less = np.where(alone, np.where(self.market_asked, MARKET_ASKED, MARKET_LISTED), 0.0)
        points = np.where(self.market, np.minimum(points - MARKET_DIFFERS, BELOW_MATCH), points - less)
        points -= _LESS_FOR_FORM[self.form]
        points *= _LEFT_FOR_NUMBER[self.number]
        points = np.where(self.bare & ~self.exact, points * NO_DISTINCTIVE, points)
        points = np.where(self.short & ~self.bare, points * SHORT, points)
        points = np.where(self.mine & self.yours, points * OTHER_WORD, points)
        points = np.where(self.doubt | self.mine | self.yours, np.minimum(points, BELOW_MATCH), points)
        found = rounded(np.clip(points, 0.0, BEST_UNEQUAL))
        found[self.equal] = EQUAL
        found[self.singly] = -1.0
        scores: list[float] = found.tolist()
        return scores
