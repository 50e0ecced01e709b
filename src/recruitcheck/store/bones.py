"""Words without their vowels, as they sound: finds a name written in another script or romanised in another way.

Only for recall: two words with the same bones are worth comparing, nothing more.
"""

from __future__ import annotations

import re

_SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("bh", "b"), ("sh", "s"), ("ch", "s"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "s", "w": "v", "x": "s"})
_SOFT = re.compile(r"[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")
LEAST = 2  # one consonant is no trace


def bones(word: str) -> str:
    """Consonants of a folded word, its first letter kept; "" where fewer than two letters remain or it has digits."""
    if not word.isalpha():
        return ""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = _DOUBLE.sub(r"\1", word[:1] + _SOFT.sub("", word[1:].translate(_LETTERS)))
    return word if len(word) >= LEAST else ""
