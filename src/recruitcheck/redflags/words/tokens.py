"""Words of a folded text with their places. In scripts without spaces every character is a token."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

import regex

from recruitcheck.redflags.words.folding import Folded

# The two voicing marks of kana, which folding parts from their letters, belong to them: "ビザ100" is no word "゙100".
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\u3099\u309a\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = (
    rf"[{_UNSPACED}]|\p{{N}}++(?:[.,]\p{{N}}++)*+(?![\p{{L}}\p{{M}}--[{_UNSPACED}]])|"
    rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}]]+(?:'\p{{L}}+)?"
)
_TOKEN = regex.compile(_WORD, regex.V1)
# With the words in brackets, splitting gives what stands between words and the words in turn.
_SPLIT = regex.compile(f"({_WORD})", regex.V1)
_ASCII_SPLIT = re.compile(r"([0-9]++(?:[.,][0-9]++)*+(?![a-z])|[a-z0-9]+(?:'[a-z]+)?)")  # the same where all is ASCII
_KEPT_S = frozenset({"it's", "that's", "let's", "what's", "he's", "she's", "there's", "here's"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns: folded word, start and end in the view, and start in the original."""

    words: list[str]
    starts: array[int]
    ends: array[int]
    origins: array[int]
    written: Mapping[int, str] = field(default_factory=dict)  # words read otherwise than written, by place

    def reading(self, meant: Mapping[int, str]) -> Tokens:
        """The same tokens with some words read as others."""
        if not meant:
            return self
        words = [meant.get(place, word) for place, word in enumerate(self.words)]
        return replace(self, words=words, written={place: self.words[place] for place in meant})


def tokenise(folded: Folded) -> Tokens:
    """All tokens of a view, in order."""
    text, source = folded.text, folded.origin
    pieces = (_ASCII_SPLIT if text.isascii() else _SPLIT).split(text)
    words = pieces[1::2]
    edges = [*accumulate(map(len, pieces))]
    if "'" in text:
        words = [bare(word) if "'" in word else word for word in words]
    starts, ends = array("I", edges[:-1:2]), array("I", edges[1::2])
    return Tokens(words, starts, ends, starts if source is None else array("I", map(source.__getitem__, starts)))


def words_of(text: str) -> tuple[str, ...]:
    """The token words of an already folded rule phrase."""
    return tuple(bare(word) for word in _TOKEN.findall(text))


def bare(word: str) -> str:
    """A word without the genitive: "worker's" and "worker" are one word."""
    if word.endswith("'s") and word not in _KEPT_S:
        return word[:-2]
    return word
