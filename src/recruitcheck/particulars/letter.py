"""Letters and combining marks: where a word begins and ends in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
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
_HEADS = re.compile(rf"(?<!{LETTER})(?=({LETTER}.{{0,{_HEAD - 1}}}))", re.DOTALL)
_FIRST_UNSPACED = "\u0e00"  # scripts that do not part words by spaces lie above this


@lru_cache(maxsize=2)
def _heads(text: str) -> frozenset[str]:
    """How the words of a text begin."""
    return frozenset(_HEADS.findall(text))


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

    def within(self, text: str) -> Iterable[str]:
        """The words that the text may hold, in no order that means anything."""
        plain = text.isascii()
        if self._glued and not plain:
            return self._words
        words = [word for word in self._anywhere if word.isascii()] if plain else list(self._anywhere)
        for head in self._by_head.keys() & _heads(text):
            words += self._by_head[head]
        return words

    def places(self, text: str) -> list[int]:
        """Where any of the words stands in the text, in order."""
        found: set[int] = set()
        for word in self.within(text):
            at = text.find(word)
            while at != -1:
                found.add(at)
                at = text.find(word, at + 1)
        return sorted(found)
