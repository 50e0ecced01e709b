"""Slips of writing in a few long words that matter ("pasport", "recruitement", "salray"), read as what was meant.

Only words that a language file lists are looked for, and only one slip: a letter too few, too many, another or two
exchanged (Damerau 1964, "A technique for computer detection and correction of spelling errors"), never the first one.
A word that is itself right, or that may stand for two listed ones, is left as it is. Quotes keep what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from recruitcheck.redflags.words.folding import fold_text
from recruitcheck.redflags.words.language import load_language

LEAST_LETTERS = 6  # a slip in a shorter word is too often another word
_MEMO_LIMIT = 50_000


class Spelling:
    """Right spellings by the ways to write them with one letter left out."""

    def __init__(self, words: Iterable[str], unlike: Iterable[str]) -> None:
        meant = {fold_text(word) for word in words}
        self._right = frozenset(meant | {fold_text(word) for word in unlike})
        lengths = [len(word) for word in meant] or [LEAST_LETTERS]
        self._lengths = range(min(lengths) - 1, max(lengths) + 2)
        self._by_shape: dict[str, list[str]] = {}
        self._met: set[str] = set()
        self._slips: dict[str, str] = {}  # those of the words met that are any
        for word in sorted(meant):
            for shape in _shapes(word):
                self._by_shape.setdefault(shape, []).append(word)

    def mend(self, word: str) -> str:
        """The listed word that was meant, or the word itself."""
        return self.mended({word}).get(word, word)

    def mended(self, words: set[str]) -> dict[str, str]:
        """Those of some words that are slips, each with what was meant."""
        found = {word: self._slips[word] for word in words & self._slips.keys()}
        for word in words - self._met:
            meant = self._meant(word) if len(word) in self._lengths else word
            if meant != word:
                found[word] = meant
            if len(word) < self._lengths.stop:
                self._keep(word, meant)
        return found

    def _keep(self, word: str, meant: str) -> None:
        if len(self._met) >= _MEMO_LIMIT:
            self._met.clear()
            self._slips.clear()
        self._met.add(word)
        if meant != word:
            self._slips[word] = meant

    def _meant(self, word: str) -> str:
        if word in self._right or not word.isalpha():
            return word
        near = {right for shape in _shapes(word) for right in self._by_shape.get(shape, ())}
        meant = [right for right in near if right[0] == word[0] and is_one_slip(word, right)]
        return meant[0] if len(meant) == 1 else word


def _shapes(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def is_one_slip(written: str, meant: str) -> bool:
    """Whether one letter was left out, put in, taken for another, or exchanged with its neighbour."""
    if len(written) > len(meant):
        written, meant = meant, written
    same = 0
    while same < len(written) and written[same] == meant[same]:
        same += 1
    rest, other = written[same:], meant[same:]
    if len(written) < len(meant):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[1::-1] == other[:2] and rest[2:] == other[2:])


@cache
def spelling_of(langs: tuple[str, ...]) -> Spelling | None:
    """What may be mended in a text of these languages; None where none of them lists a word."""
    files = [file for lang in langs if (file := load_language(lang)) is not None]
    words = [word for file in files for word in file.often_misspelt]
    return Spelling(words, [word for file in files for word in file.unlike]) if words else None


def slips(words: Sequence[str], langs: tuple[str, ...]) -> Mapping[int, str]:
    """By the places of misspelt words what was meant."""
    spelling = spelling_of(langs)
    if spelling is None:
        return {}
    mended = spelling.mended(set(words))
    return {index: mended[word] for index, word in enumerate(words) if word in mended} if mended else {}
