"""Words so common in this field that they tell two firms apart badly, and one spelling for each."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from re import Pattern

from recruitcheck.names.wordlist import any_of, lines, pairs

_SPELT = {variant: word for word, row in pairs("word_variants") for variant in row.split()}
_PLACES = {word: float(share) for share, row in pairs("places") for word in row.split()}
_SHARES = {word: float(share) for share, row in pairs("market_words") for word in row.split()} | _PLACES
_PHRASES = {phrase.lower(): words for phrase, words in pairs("phrases")}
_PLAIN = frozenset(word for line in lines("plain_words") for word in line.split())
_SHORTEST_PLURAL = 4
JOINING_WORDS = frozenset(
    {"and", "of", "the", "for", "in", "at", "by", "to", "de", "la", "le", "du", "des", "et", "del", "y", "e", "da"}
    | {"do", "di", "der", "die", "das", "und", "van", "von"}
)
"""Words that initials pass over."""


def normal_word(token: str) -> str:
    """A folded token's common form: abbreviations spelt out, market words in the singular."""
    known = _SPELT.get(token)
    if known is not None:
        return known
    if len(token) >= _SHORTEST_PLURAL and token.endswith("s") and not token.endswith("ss"):
        for single in (token[:-1], f"{token[:-3]}y" if token.endswith("ies") else token[:-1]):
            spelt = _SPELT.get(single, single)
            if spelt in _SHARES:
                return spelt
    return token


def _spellings() -> set[str]:
    singular = set(_SHARES) | {variant for variant, word in _SPELT.items() if word in _SHARES}
    return singular | {f"{word}s" for word in singular} | {f"{word[:-1]}ies" for word in singular if word[-1] == "y"}


@cache
def _forwards() -> list[str]:
    """Sorted on first use, like those that follow: a plain name asks for neither."""
    return sorted(_spellings())


@cache
def _backwards() -> list[str]:
    return sorted([word[::-1] for word in _forwards()])


def opens_market_word(token: str) -> bool:
    """Whether a market word begins with the token and goes on."""
    return _goes_on(token, _forwards())


def closes_market_word(token: str) -> bool:
    """Whether a market word ends with the token and begins with something else."""
    return _goes_on(token[::-1], _backwards())


def _goes_on(beginning: str, words: Sequence[str]) -> bool:
    """Whether one of some sorted words is longer than its beginning: such a one stands right behind it."""
    at = bisect(words, beginning)
    return bool(beginning) and at < len(words) and words[at].startswith(beginning)


def read_otherwise() -> Collection[str]:
    """The tokens that are market words, or are read as another word, whatever they end with."""
    return _SPELT.keys() | _SHARES.keys()


def spell_phrases(text: str) -> str:
    """The text with market phrases of scripts without blanks turned into words."""
    return text if text.isascii() else _phrase().sub(lambda found: f" {_PHRASES[found.group().lower()]} ", text)


@cache
def _phrase() -> Pattern[str]:
    """Compiled on first use: most names are of Latin letters."""
    return any_of(_PHRASES)


_LEAST_HALF = 3  # letters of either half of a word that ends in a shortened market word


@cache
def _shortened() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for variant, word in _SPELT.items():
        if word in _SHARES and _LEAST_HALF <= len(variant) < len(word) and word.startswith(variant[:_LEAST_HALF]):
            found.setdefault(word, []).append(variant)
    return found


def short_spellings(word: str) -> Sequence[str]:
    """Shorter spellings of a market word that begin as it does: of "technology" "tech" and "techs"."""
    return _shortened().get(word, ())


@lru_cache(maxsize=65_536)
def spelt_out(word: str) -> str:
    """The word with a shortened market word at its end in full: "hydrotechnology" of "hydrotech"; else as it is."""
    for at in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1):
        full = _SPELT.get(word[at:])
        if full is not None and word[at:] in short_spellings(full):
            return word[:at] + full
    return word


def is_market_word(word: str) -> bool:
    """Whether a normal word is common in this field."""
    return word in _SHARES


def is_plain_word(word: str) -> bool:
    """Whether a folded word is an ordinary one, so that it is no misspelling of another ordinary one."""
    return word in _PLAIN or normal_word(word) in _SHARES


def plain_words() -> Collection[str]:
    """Ordinary words that are no market words."""
    return _PLAIN


def is_place(word: str) -> bool:
    """Whether a market word names a place."""
    return word in _PLACES


def market_words() -> Collection[str]:
    """Every word that is common in this field, in normal form."""
    return _SHARES.keys()


def weight_share(word: str) -> float:
    """The share of an ordinary word's weight that a normal word keeps, 0 to 1."""
    return _SHARES.get(word, 1.0)
