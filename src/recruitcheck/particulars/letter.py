"""Letters and combining marks: where a word begins and ends in any script."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
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
_RUN = re.compile(f"{LETTER}+")
_ASCII_BLANKS = str.maketrans({chr(code): " " for code in range(0x80) if not chr(code).islower()})
_LONG = 100_000  # of a longer text no list of its words is made, and where they stand is kept in eight bytes each
_FIRST_UNSPACED = "\u0e00"  # scripts that do not part words by spaces lie above this


class Beginnings:
    """How the words of a text in lower case begin and where they stand; ``letters`` are all its characters."""

    def __init__(self, lower: str) -> None:
        self.plain = lower.isascii()
        self.letters = frozenset(lower)
        self._places = places = _starts_of_words(lower, plain=self.plain)
        long = len(lower) > _LONG
        self._begun = _shared_heads(lower, places) if long else [lower[at : at + HEAD] for at in places]
        self.heads = frozenset(self._begun)
        self._starts: dict[str, list[int] | array[int]] = {head: array("L") for head in self.heads} if long else {}
        starts = self._starts
        for head, at in zip(self._begun, places, strict=True):
            if head in starts:
                starts[head].append(at)
            else:
                starts[head] = [at]

    def starts(self, head: str) -> Sequence[int]:
        """Where runs of letters begin with ``head``."""
        return self._starts.get(head, ())

    def between(self, start: int, stop: int) -> tuple[Sequence[int], Sequence[str]]:
        """Where runs of letters begin in [start, stop), and their first characters."""
        low = bisect_left(self._places, start)
        high = bisect_left(self._places, stop, low)
        return self._places[low:high], self._begun[low:high]


def _shared_heads(lower: str, places: Iterable[int]) -> list[str]:
    """The first characters of each word, each different one kept once: a long text has millions."""
    shared: dict[str, str] = {}
    return [shared.setdefault(head, head) for head in (lower[at : at + HEAD] for at in places)]


def _starts_of_words(lower: str, *, plain: bool) -> Sequence[int]:
    """Where runs of letters begin, in order."""
    if len(lower) > _LONG:
        return array("L", (found.start() for found in _RUN.finditer(lower)))
    if not plain:
        return [found.start() for found in _RUN.finditer(lower)]
    starts: list[int] = []
    at = 0
    for run in lower.translate(_ASCII_BLANKS).split(" "):  # in half the time
        if run:
            starts.append(at)
        at += len(run) + 1
    return starts


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
    it. ``glued``: one of other letters than ASCII may also stand inside a word (behind an article or "and").
    """

    def __init__(self, words: Iterable[str], *, glued: bool = False) -> None:
        self._by_head: dict[str, list[str]] = {}
        self._by_letter: dict[str, list[str]] = {}  # by the first, of those that may stand anywhere
        for word in dict.fromkeys(words):
            spaced = len(word) >= HEAD and word[0] < _FIRST_UNSPACED and word[0].isalpha()
            if spaced and not (glued and not word.isascii()):
                self._by_head.setdefault(word[:HEAD], []).append(word)
            else:
                self._by_letter.setdefault(word[0], []).append(word)
        self._heads, self._letters = frozenset(self._by_head), frozenset(self._by_letter)

    def within(self, lower: str) -> list[str]:
        """The words that a text in lower case may hold, in no order that means anything."""
        text = beginnings(lower)
        words = [word for letter in self._letters & text.letters for word in self._by_letter[letter]]
        for head in self._heads & text.heads:
            words += self._by_head[head]
        return words

    def places(self, lower: str) -> list[int]:
        """Where any of the words stands in a text in lower case, in order."""
        found: set[int] = set()
        text = beginnings(lower)
        for letter in self._letters & text.letters:
            for word in self._by_letter[letter]:
                at = lower.find(word)
                while at != -1:
                    found.add(at)
                    at = lower.find(word, at + 1)
        for head in self._heads & text.heads:
            for at in text.starts(head):
                for word in self._by_head[head]:
                    if lower.startswith(word, at):
                        found.add(at)
                        break
        return sorted(found)
