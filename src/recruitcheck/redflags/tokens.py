"""Words of a folded text with their places. In scripts without spaces every character is a token."""

from __future__ import annotations

import re
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
_ASCII_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?![a-z])|[a-z0-9]+(?:'[a-z]+)?")  # the same where all is ASCII
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
    pattern = _ASCII_TOKEN if folded.text.isascii() else _TOKEN
    spans = [found.span() for found in pattern.finditer(folded.text)]
    text, source = folded.text, folded.origin
    words = [text[start:end] for start, end in spans]
    if "'" in text:
        words = [bare(word) for word in words]
    starts = array("I", [start for start, _ in spans])
    ends = array("I", [end for _, end in spans])
    return Tokens(words, starts, ends, starts if source is None else array("I", [source[start] for start in starts]))


def words_of(text: str) -> tuple[str, ...]:
    """The token words of an already folded rule phrase."""
    return tuple(bare(word) for word in _TOKEN.findall(text))


def bare(word: str) -> str:
    """A word without the genitive: "worker's" and "worker" are one word."""
    if word.endswith("'s") and word not in _KEPT_S:
        return word[:-2]
    return word
