"""One of the two names of a comparison, with all that comparing needs worked out once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from recruitcheck.matching.weights import TokenWeights
from recruitcheck.names import NameParts, fold, parse_name, parse_readings
from recruitcheck.names.fold import han
from recruitcheck.names.market_words import is_market_word, spell_phrases, weight_share

TELLING_SHARE = 0.4
GUESSED, CHINESE = "g", "h"


class Side(NamedTuple):
    """A name as comparing sees it; a named tuple, since a dozen are made for each query.

    ``weights``: one per word; ``letters``: of telling words (see ``telling_letters``); ``text`` as printed.
    """

    text: str
    words: tuple[str, ...]
    weights: tuple[float, ...]
    legal_forms: tuple[str, ...]
    numbers: tuple[str, ...]
    letters: int
    distinctive: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    guessed: bool = False  # written in another script, its Latin letters a guess

    @property
    def generic(self) -> tuple[str, ...]:
        """The words that are common in this field."""
        return tuple(word for word in self.words if is_market_word(word))

    @classmethod
    def of(cls, text: str, weights: TokenWeights, parts: NameParts | None = None) -> Side:
        """The side of a name that is not in an index."""
        known = parts or parse_name(text)
        of = weights.of
        return cls(
            text,
            known.words,
            tuple([of(word) for word in known.words]),
            known.legal_forms,
            known.numbers,
            telling_letters(known),
            known.distinctive,
            known.ignored,
            is_guessed(text),
        )

    @classmethod
    def each(cls, text: str, weights: TokenWeights) -> list[Side]:
        """The sides of a name, one for each way that it may be read."""
        return [cls.of(text, weights, parts) for parts in parse_readings(text)]


def has_han(text: str) -> bool:
    """Whether there are Chinese characters in a name."""
    return not text.isascii() and han().search(text) is not None


@lru_cache(maxsize=4096)
def is_guessed(text: str) -> bool:
    """Whether a name is written in another script than the Latin one, whose spelling in Latin letters is a guess.

    Chinese characters are none: each has its spelling, or a few.
    """
    return not text.isascii() and _guessed().search(text) is not None


@cache
def _guessed() -> re.Pattern[str]:
    """Compiled on first use: most names are of Latin letters."""
    return re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3040-\u30ff\uac00-\ud7a3]")


def script_of(text: str) -> str:
    """ "" for a name in Latin letters; else whether its spelling in them is a guess, and whether it holds Chinese."""
    if text.isascii():
        return ""
    return (GUESSED if is_guessed(text) else "") + (CHINESE if has_han(text) else "")


def telling_letters(parts: NameParts) -> int:
    """Letters of distinctive words, and of market words that still say something ("gulf", "dubai")."""
    return sum(map(len, parts.distinctive)) + sum(
        [len(word) for word in parts.generic if weight_share(word) >= TELLING_SHARE]
    )


def sound_alike(asked: str, listed: str) -> float:
    """The share of the sounds of two Chinese names, of those in both, that are written with other characters.

    Transliterated such names look equal and are not.

    The same word in simplified and in traditional characters is taken for such a pair too: a person must look.
    """
    if asked.isascii() or listed.isascii():
        return 0.0
    mine, yours = _characters(asked), _characters(listed)
    both = mine.keys() & yours.keys()
    return sum(mine[sound].isdisjoint(yours[sound]) for sound in both) / len(both) if both else 0.0


@lru_cache(maxsize=4096)
def _characters(text: str) -> dict[str, set[str]]:
    """The Chinese characters of a name by their sound, market words set aside: those are written in several ways."""
    found: dict[str, set[str]] = {}
    for character in han().findall(spell_phrases(text)):
        found.setdefault(fold(character), set()).add(character)
    return found
