"""How much each word of a name weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from recruitcheck.names.market_words import weight_share
from recruitcheck.names.wordlist import pairs

_LETTER = 0.4  # a single letter is easily shared
_TWO_LETTERS = 0.7
_LEAST = 0.05
_REMEMBERED = 500_000


class TokenWeights:
    """Rarity of words: ``rarity`` maps a normal word to 0 (in every name) … 1 (in one).

    A word that the map does not hold is rare. The shipped shares of market words always apply, so
    that a pair scores much the same whichever registries were asked.
    """

    __slots__ = ("_known", "rarity")

    def __init__(self, rarity: Mapping[str, float] | None = None) -> None:
        self.rarity: Mapping[str, float] = rarity or {}
        self._known: dict[str, float] = {}

    @classmethod
    def from_counts(cls, counts: Mapping[str, int], names: int) -> TokenWeights:
        """Rarity from the number of names that hold each word, among ``names``."""
        top = math.log(1 + max(names, 1))
        return cls({word: max(0.0, 1 - math.log(max(count, 1)) / top) for word, count in counts.items()})

    def of(self, word: str) -> float:
        """The word's weight, above 0 up to 1."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._worked_out(word)
        return known

    def of_all(self, words: Sequence[str]) -> list[float]:
        """``of`` of each of very many words; most have no rarity and are no market word."""
        rarity = self.rarity
        return [
            1.0 if len(word) > 2 and word not in rarity and weight_share(word) == 1.0 else self._worked_out(word)
            for word in words
        ]

    def _worked_out(self, word: str) -> float:
        length = _LETTER if len(word) == 1 else _TWO_LETTERS if len(word) == 2 else 1.0
        return max(_LEAST, weight_share(word) * length * self.rarity.get(word, 1.0))


_COUNTED_NAMES = 47_514
_LEAST_RARITY = 0.4


def _shipped() -> TokenWeights:
    counts = {word: int(count) for count, row in pairs("word_counts") for word in row.split()}
    counted = TokenWeights.from_counts(counts, _COUNTED_NAMES)
    return TokenWeights({word: max(_LEAST_RARITY, rarity) for word, rarity in counted.rarity.items()})


SHIPPED = _shipped()
"""Weights that know the field and no registry: a pair scores the same whichever registries are asked."""
