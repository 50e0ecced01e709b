"""Words without their vowels, as they sound: finds a name written in another script or romanised in another way.

Only for recall: two words with the same bones are worth comparing, nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("bh", "b"), ("sh", "s"), ("ch", "s"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "s", "w": "v", "x": "s"})
_SOFT = re.compile(r"[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")
LEAST = 2  # one consonant is no trace
_REMEMBERED = 100_000  # words
_END = "\n"  # of a text, as a word of its own


def bones(word: str) -> str:
    """Consonants of a folded word, its first letter kept; "" where fewer than two letters remain or it has digits."""
    if not word.isalpha():
        return ""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = _DOUBLE.sub(r"\1", word[:1] + _SOFT.sub("", word[1:].translate(_LETTERS)))
    return word if len(word) >= LEAST else ""


class _Bones(dict[str, str]):
    """The bones of words met so far: the names of a list share most of their words."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[word] = word if word == _END else bones(word)
        return found


_BONES = _Bones()


def bones_of(words: Iterable[str]) -> str:
    """The bones of some words, side by side."""
    return " ".join(filter(None, map(_BONES.__getitem__, words)))


def bones_of_all(folded: Sequence[str]) -> list[str]:
    """The bones of each folded text."""
    if not folded:
        return []
    told = bones_of(_END.join(folded).replace(_END, f" {_END} ").split(" "))
    return told.replace(f"{_END} ", _END).replace(f" {_END}", _END).split(_END)
