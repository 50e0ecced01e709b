"""Letters and combining marks: where a word begins and ends in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

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


@lru_cache(maxsize=2)
def _pairs(text: str) -> frozenset[str]:
    """Every two neighbouring characters of the text."""
    return frozenset(map("".join, pairwise(text)))


def places(text: str, words: Sequence[str]) -> list[int]:
    """Where any of the words stands in the text, in order: a quick first sieve for what few texts hold."""
    found: set[int] = set()
    plain = text.isascii()
    for word in words:
        if plain and not word.isascii():
            continue
        at = text.find(word)
        while at != -1:
            found.add(at)
            at = text.find(word, at + 1)
    return sorted(found)
