"""Letters and combining marks: where a word begins and ends in any script."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

# For ``re``, whose \w leaves out combining marks: Indic words end in them as often as in letters.
LETTER = r"[^\W\d_]"
_MARK_BLOCKS = ((0x0300, 0x1E00), (0x20D0, 0x2100), (0x3000, 0x3100), (0xA600, 0xAC00), (0xFB00, 0xFE30))


def _ranges(codes: Iterable[int]) -> str:
    """Code points as the inside of a character class."""
    parts: list[str] = []
    first = last = -2
    for code in codes:
        if code != last + 1:
            parts.append(f"{chr(first)}-{chr(last)}" if first >= 0 else "")
            first = code
        last = code
    return "".join((*parts, f"{chr(first)}-{chr(last)}"))


MARKS = _ranges(
    code for low, high in _MARK_BLOCKS for code in range(low, high) if unicodedata.category(chr(code))[0] == "M"
)
WORD_BEFORE = rf"(?<!{LETTER})(?<![{MARKS}])"  # no letter or mark stands before
WORD_AFTER = rf"(?!{LETTER})(?![{MARKS}])"  # none follows


def is_letter(char: str) -> bool:
    """Whether a word goes on with this character: a letter, or a mark written on one."""
    return char.isalpha() or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


_HEAD = 3  # characters by which words are told to be missing
_RUNS = re.compile(f"{LETTER}+")
_ASCII_RUNS = re.compile("[a-z]+")
_FIRST_UNSPACED = "\u0e00"  # scripts that do not part words by spaces lie above this


@lru_cache(maxsize=2)
def _heads(lower: str) -> Mapping[str, list[int]]:
    """How the words of a text in lower case begin, and where they stand."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for run in (_ASCII_RUNS if lower.isascii() else _RUNS).finditer(lower):
        start = run.start()
        found[lower[start : start + _HEAD]].append(start)
    return found


_DOTTED = {"\u095b": "ज", "\u0958": "क", "\u0959": "ख", "\u095a": "ग", "\u095c": "ड", "\u095d": "ढ", "\u095e": "फ"} | {
    "\u09dc": "ড", "\u09dd": "ঢ", "\u09df": "য",
}  # fmt: skip


def dotted(word: str) -> tuple[str, ...]:
    """A word of Devanagari or Bengali with the dot below as a sign of its own, within its letters, and left out."""
    apart = word
    for one, plain in _DOTTED.items():
        apart = apart.replace(one, plain + ("\u09bc" if plain > "\u0980" else "\u093c"))
    within = apart
    for one, plain in _DOTTED.items():
        within = within.replace(plain + ("\u09bc" if plain > "\u0980" else "\u093c"), one)
    bare = apart.replace("\u093c", "")
    return tuple(dict.fromkeys((word, apart, within, bare)))


class Sought:
    """Words to be found in many texts, of which each holds few: a quick first sieve.

    A word that begins with a letter of a script with spaces is looked for only where some word of the text begins like
    it. ``glued``: in a text of other letters than ASCII it may also stand inside a word (behind an article or "and").
    """

    def __init__(self, words: Iterable[str], *, glued: bool = False) -> None:
        self._glued = glued
        self._words = tuple(dict.fromkeys(words))
        self._by_head: dict[str, list[str]] = {}
        self._anywhere: list[str] = []
        for word in self._words:
            if len(word) >= _HEAD and word[0] < _FIRST_UNSPACED and word[0].isalpha():
                self._by_head.setdefault(word[:_HEAD], []).append(word)
            else:
                self._anywhere.append(word)
        self._anywhere_ascii = [word for word in self._anywhere if word.isascii()]

    def within(self, lower: str) -> Iterable[str]:
        """The words that a text in lower case may hold, in no order that means anything."""
        if self._glued and not lower.isascii():
            return self._words
        words = list(self._anywhere_ascii if lower.isascii() else self._anywhere)
        for head in self._by_head.keys() & _heads(lower).keys():
            words += self._by_head[head]
        return words

    def places(self, lower: str) -> list[int]:
        """Where any of the words stands in a text in lower case, in order."""
        found: set[int] = set()
        plain = lower.isascii()
        everywhere = self._glued and not plain
        for word in self._words if everywhere else self._anywhere_ascii if plain else self._anywhere:
            at = lower.find(word)
            while at != -1:
                found.add(at)
                at = lower.find(word, at + 1)
        if not everywhere:
            heads = _heads(lower)
            for head in self._by_head.keys() & heads.keys():
                starts = heads[head]
                found.update(at for word in self._by_head[head] for at in starts if lower.startswith(word, at))
        return sorted(found)
