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


HEAD = 3  # characters by which words are told to be missing
# The characters from where a run of letters begins, whatever they are.
_HEADS = re.compile(rf"(?=(.{{1,{HEAD}}})){LETTER}+", re.DOTALL)
_ASCII_HEADS = re.compile(rf"(?=(.{{1,{HEAD}}}))[a-z]+", re.DOTALL)
_LETTER = re.compile(LETTER)
_FIRST_UNSPACED = "\u0e00"  # scripts that do not part words by spaces lie above this


class Beginnings:
    """How the words of a text in lower case begin and where they stand; ``letters`` are all its characters."""

    def __init__(self, lower: str) -> None:
        self._lower = lower
        self.plain = lower.isascii()
        self.heads = frozenset((_ASCII_HEADS if self.plain else _HEADS).findall(lower))
        self.letters = frozenset(lower)
        self._starts: dict[str, list[int]] = {}

    def starts(self, head: str) -> list[int]:
        """Where runs of letters begin with ``head``."""
        known = self._starts.get(head)
        if known is None:
            lower, at = self._lower, -1
            known = self._starts[head] = []
            while (at := lower.find(head, at + 1)) >= 0:
                if not at or _LETTER.match(lower, at - 1) is None:
                    known.append(at)
        return known


@lru_cache(maxsize=2)
def beginnings(lower: str) -> Beginnings:
    """How the words of a text begin, found once however many tables ask."""
    return Beginnings(lower)


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
        self._by_letter: dict[str, list[str]] = {}  # by the first, of those that may stand anywhere
        self._all_by_letter: dict[str, list[str]] = {}
        for word in self._words:
            self._all_by_letter.setdefault(word[0], []).append(word)
            if len(word) >= HEAD and word[0] < _FIRST_UNSPACED and word[0].isalpha():
                self._by_head.setdefault(word[:HEAD], []).append(word)
            else:
                self._by_letter.setdefault(word[0], []).append(word)

    def within(self, lower: str) -> Iterable[str]:
        """The words that a text in lower case may hold, in no order that means anything."""
        text = beginnings(lower)
        if self._glued and not text.plain:
            return self._words
        words = [word for letter in self._by_letter.keys() & text.letters for word in self._by_letter[letter]]
        for head in self._by_head.keys() & text.heads:
            words += self._by_head[head]
        return words

    def places(self, lower: str) -> list[int]:
        """Where any of the words stands in a text in lower case, in order."""
        found: set[int] = set()
        text = beginnings(lower)
        everywhere = self._glued and not text.plain
        anywhere = self._all_by_letter if everywhere else self._by_letter
        for letter in anywhere.keys() & text.letters:
            for word in anywhere[letter]:
                at = lower.find(word)
                while at != -1:
                    found.add(at)
                    at = lower.find(word, at + 1)
        if not everywhere:
            for head in self._by_head.keys() & text.heads:
                starts = text.starts(head)
                found.update(at for word in self._by_head[head] for at in starts if lower.startswith(word, at))
        return sorted(found)
