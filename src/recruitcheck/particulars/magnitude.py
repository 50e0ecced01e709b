"""Words that multiply an amount: lakh, juta, 万, k. Data: languages/*.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from recruitcheck.particulars.language import load_words


@dataclass(frozen=True, slots=True)
class Times:
    """``strong`` words speak of money by themselves; the others need a currency or a word for money near by."""

    value: Decimal
    strong: bool
    currency: str | None  # the one that the word alone tells
    before: bool = False  # also stands before the figure


@cache
def magnitudes() -> Mapping[str, Times]:
    """Every word with what it does; a word that is strong in one language is strong."""
    found: dict[str, Times] = {}
    for words in load_words():
        for one in words.magnitudes:
            for word in one.words:
                known = found.get(word)
                if known is None or (one.strong and not known.strong):
                    found[word] = Times(Decimal(one.times), one.strong, one.currency, one.before)
    return found


@cache
def leading() -> tuple[str, ...]:
    """The words that may stand before the figure."""
    return tuple(word for word, times in magnitudes().items() if times.before)
