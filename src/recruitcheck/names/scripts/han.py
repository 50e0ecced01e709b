"""Chinese characters as Hong Kong reads them, or as Japanese firms do; and kana."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from recruitcheck.names.fold import fold
from recruitcheck.names.wordlist import pairs

RUN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+")

KANA: Final = re.compile("[\u3040-\u30ff\uff66-\uff9f]+")
_LONG = (("ou", "o"), ("oo", "o"), ("uu", "u"))
CANTONESE, JAPANESE, JAPANESE_TOO = 1, 2, 3


def read(run: str, way: int = 0) -> str:
    """The run with the characters that are known this way in Latin letters, each word between blanks."""
    if way == CANTONESE:
        sounds = cantonese()
        return "".join([f" {sounds[one]} " if one in sounds else one for one in run])
    if way in (JAPANESE, JAPANESE_TOO):
        words, pattern = _japanese()
        which = -1 if way == JAPANESE_TOO else 0
        return pattern.sub(lambda found: f" {words[found.group()].split()[which]} ", run)
    return run


def read_kana(run: str, way: int = 0) -> str:
    """Kana with long vowels as names write them, short: "Sato", "Osaka"."""
    latin = fold(run)
    for long, short in _LONG:
        latin = latin.replace(long, short)
    return latin


@cache
def cantonese() -> dict[str, str]:
    """The usual spelling of each character's Cantonese sound."""
    sounds: dict[str, str] = {}
    for sound, characters in pairs("cantonese"):
        for one in characters:
            sounds.setdefault(one, sound)
    return sounds


@cache
def _japanese() -> tuple[dict[str, str], re.Pattern[str]]:
    words = dict(pairs("japanese"))
    return words, re.compile("|".join(sorted(words, key=len, reverse=True)))
