"""Korean by the official romanisation, by the spellings that firms and families prefer, and by the older one."""

from __future__ import annotations

import re
from typing import Final

from recruitcheck.names.wordlist import pairs

WORD: Final = re.compile("[\uac00-\ud7a3]+")


def _parted(sounds: str) -> list[str]:
    return sounds.split()


_FIRST, _VOWELS, _LAST = 0xAC00, 21, 28
_OPENING = _parted("g kk n d tt r m b pp s ss - j jj ch k t p h")
_MIDDLE = _parted("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_CLOSING = _parted("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
_OLDER_OPENING = _parted("k kk n t tt r m p pp s ss - ch tch ch k t p h")
_OLDER_MIDDLE = _parted("a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i")
_VOICED = {"k": "g", "t": "d", "p": "b", "ch": "j"}  # the older way, between vowels and after n, m, ng, l
_USUAL = {syllable: latin for latin, syllables in pairs("korean") for syllable in syllables}


def read(word: str, way: int = 0) -> str:
    """The word in Latin letters: officially, as is usual in names, or in the older way."""
    syllables = [_taken_apart(one) for one in word]
    if way == 1:
        return "".join(_USUAL.get(one) or _official(syllables, at) for at, one in enumerate(word))
    make = _older if way == 2 else _official
    return "".join(make(syllables, at) for at in range(len(syllables)))


def _taken_apart(syllable: str) -> tuple[int, int, int]:
    number = ord(syllable) - _FIRST
    return number // (_VOWELS * _LAST), number // _LAST % _VOWELS, number % _LAST


def _official(syllables: list[tuple[int, int, int]], at: int) -> str:
    opening, middle, closing = syllables[at]
    before = _CLOSING[syllables[at - 1][2]] if at else "-"
    after = _OPENING[syllables[at + 1][0]] if at + 1 < len(syllables) else ""
    first = _OPENING[opening].replace("-", "")
    if first == "r":
        first = "l" if before in ("n", "l") else "n" if before in ("k", "p", "t", "m", "ng") else first
    last = _CLOSING[closing].replace("-", "")
    if last == "n" and after == "r":
        last = "l"
    elif after in ("n", "m", "r") and last in ("k", "p", "t"):
        last = {"k": "ng", "p": "m", "t": "n"}[last]
    elif after == "-" and last == "l":
        last = "r"
    elif after == "-" and last in ("k", "p", "t"):
        last = _OPENING[_linked(closing)] if _linked(closing) >= 0 else last
    return first + _MIDDLE[middle] + last


def _linked(closing: int) -> int:
    """The opening that a closing letter becomes before a vowel; -1 where it stays."""
    return {1: 0, 7: 3, 17: 7, 19: 9, 22: 12, 23: 14}.get(closing, -1)


def _older(syllables: list[tuple[int, int, int]], at: int) -> str:
    opening, middle, closing = syllables[at]
    first = _OLDER_OPENING[opening].replace("-", "")
    if at and _CLOSING[syllables[at - 1][2]] in ("-", "n", "m", "ng", "l"):
        first = _VOICED.get(first, first)
    if first == "r" and at and _CLOSING[syllables[at - 1][2]] in ("n", "l"):
        first = "l"
    last = _CLOSING[closing].replace("-", "")
    if last == "n" and at + 1 < len(syllables) and _OPENING[syllables[at + 1][0]] == "r":
        last = "l"
    return first + _OLDER_MIDDLE[middle] + last
