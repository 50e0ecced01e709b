"""Chinese characters as Hong Kong reads them, or as Japanese firms do."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from recruitcheck.names.wordlist import pairs

RUN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+")

CANTONESE, JAPANESE = 1, 2


def read(run: str, way: int = 0) -> str:
    """The run with the characters that are known this way in Latin letters, each word between blanks."""
    if way == CANTONESE:
        sounds = cantonese()
        return "".join([f" {sounds[one]} " if one in sounds else one for one in run])
    if way == JAPANESE:
        words, pattern = _japanese()
        return pattern.sub(lambda found: f" {words[found.group()]} ", run)
    return run


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
