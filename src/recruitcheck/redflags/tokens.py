"""Words of a folded text with their places. In scripts without spaces every character is a token."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import regex

from recruitcheck.redflags.folding import Folded

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(
    rf"[{_UNSPACED}]|\p{{N}}+(?:[.,]\p{{N}}+)*(?![\p{{L}}\p{{M}}--[{_UNSPACED}]])|"
    rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}]]+(?:'\p{{L}}+)?",
    regex.V1,
)
_KEPT_S = frozenset({"it's", "that's", "let's", "what's", "he's", "she's", "there's", "here's"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns: folded word, start and end in the view, and start in the original."""

    words: list[str]
    starts: array[int]
    ends: array[int]
    origins: array[int]


def tokenise(folded: Folded) -> Tokens:
    """All tokens of a view, in order."""
    words: list[str] = []
    starts, ends, origins = array("I"), array("I"), array("I")
    source = folded.origin
    for found in _TOKEN.finditer(folded.text):
        start, end = found.span()
        words.append(bare(found.group()))
        starts.append(start)
        ends.append(end)
        origins.append(start if source is None else source[start])
    return Tokens(words, starts, ends, origins)


def words_of(text: str) -> tuple[str, ...]:
    """The token words of an already folded rule phrase."""
    return tuple(bare(word) for word in _TOKEN.findall(text))


def bare(word: str) -> str:
    """A word without the genitive: "worker's" and "worker" are one word."""
    if word.endswith("'s") and word not in _KEPT_S:
        return word[:-2]
    return word
