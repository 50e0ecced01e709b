"""How all words of a vocabulary sound at once: ``token.skeleton``, ``token.spoken`` and ``token.bones`` of each.

What those do to a word letter by letter is done to the joined text of all words, a line each: a few dozen passes over a
text instead of a few dozen calls for each word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recruitcheck.matching.token import (
    DIPHTHONG,
    HARD_LETTERS,
    ONE_LETTER,
    PLACES,
    SOUNDS,
    SPELT_WAYS,
)

_END = "\n"
_FIRST_VOWEL = re.compile("^h?[aeiouy]", re.MULTILINE)
_FIRST_H = re.compile("^h", re.MULTILINE)
_VOWEL_Y = re.compile("(?<!^)y(?![aeiou])", re.MULTILINE)
_LAST_H = re.compile("(?<=.[aeiouy])h$", re.MULTILINE)
_AGAIN = re.compile(r"(.)\1+")


def skeletons(words: Sequence[str]) -> list[str]:
    """``skeleton`` of each of some words of lower-case letters."""
    return _lines(_skeleton(_END.join(words)))


def all_spoken(words: Sequence[str]) -> list[str]:
    """``spoken`` of each of some words of lower-case letters."""
    text = _END.join(words)
    for written, sound in SPELT_WAYS:
        text = text.replace(written, sound)
    text = _VOWEL_Y.sub("i", text.translate(ONE_LETTER))
    return _lines(_AGAIN.sub(r"\1", _LAST_H.sub("", text)))


def all_bones(words: Sequence[str]) -> list[str]:
    """``bones`` of each of some words of lower-case letters."""
    text = _skeleton(DIPHTHONG.sub(r"\1u", _END.join(words)))
    return _lines(_AGAIN.sub(r"\1", text.translate(PLACES)))


def _skeleton(text: str) -> str:
    for written, sound in SOUNDS:
        text = text.replace(written, sound)
    # Capitals keep what is left out elsewhere: the vowel and the "h" that a word begins with.
    text = _FIRST_H.sub("H", _FIRST_VOWEL.sub("A", text))
    return _AGAIN.sub(r"\1", text.translate(HARD_LETTERS).lower())


def _lines(text: str) -> list[str]:
    return text.split(_END) if text else []
