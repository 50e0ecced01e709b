"""How alike two words are."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from recruitcheck.names.market_words import is_market_word

SKELETON = 0.88  # vowels differ: the common case of romanised names
SHORT_SKELETON = 0.74
DOUBLED = 0.95
PREFIX = 0.6
INITIAL = 0.5
FIRST_LETTER = 0.1
MOST_SLIPS = 3
FAR = 4  # slips, doubled letters counted, beyond which neither slips nor sounds can make two words alike

_DOUBLE = re.compile(r"(.)\1+")
_SOUNDS = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("bh", "b"),
    ("sh", "s"),
    ("ch", "s"),
    ("ng", "n"),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "s", "w": "v", "x": "ks"})
_SOFT = re.compile(r"[aeiouyh']")


@lru_cache(maxsize=262_144)
def likeness(a: str, b: str) -> float:
    """0 to 1: 1 for equal words, less for typing slips and spellings, 0 for other words.

    Words with digits are equal or different, never alike: "a1" is not "a2".
    """
    if a == b:
        return 1.0
    if not (a.isalpha() and b.isalpha()):
        return 0.0
    if is_market_word(a) and is_market_word(b):
        return 0.0  # "eastern" is no misspelt "western"
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) == 1:
        return INITIAL if longer.startswith(shorter) else 0.0
    if _other_start(a, b) or len(longer) - len(shorter) > MOST_SLIPS or _osa()(a, b, score_cutoff=FAR) > FAR:
        return _by_start(shorter, longer)
    return max(_by_slips(shorter, longer), _by_sound(shorter, longer), _by_start(shorter, longer))


def far(a: str, b: str) -> bool:
    """Whether two words are too many slips apart to be alike by slips or by sound; much cheaper than ``likeness``."""
    return abs(len(a) - len(b)) > MOST_SLIPS or bool(_osa()(a, b, score_cutoff=FAR) > FAR)


def _other_start(a: str, b: str) -> bool:
    """Whether no single slip explains how the words begin; cheap, and true of most pairs."""
    return a[0] != b[0] and a[1] != b[1] and a[0] != b[1] and a[1] != b[0] and not (a[0] in "ckqpf" and b[0] in "ckqpf")


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants as they sound, vowels and doubled letters left out."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = word.translate(_LETTERS)
    return _DOUBLE.sub(r"\1", word[:1] + _SOFT.sub("", word[1:]))


@cache
def _osa() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    distance: Callable[..., int] = OSA.distance
    return distance


def _by_slips(shorter: str, longer: str) -> float:
    size = len(longer)
    allowed = 0 if size < 3 else 1 if size < 7 else 2 if size < 11 else 3
    slips = _osa()(shorter, longer, score_cutoff=allowed)
    if slips > allowed:
        return 0.0
    harsh = 1.15 if size >= 8 else 1.35 if size == 7 else 1.55 if size == 6 else 1.8 if size == 5 else 2.1
    alike = 1 - harsh * slips / size
    if (len(shorter) > 3 and _DOUBLE.sub(r"\1", shorter) == _DOUBLE.sub(r"\1", longer)) or (
        size > 3 and longer == f"{shorter}s"
    ):
        alike = max(alike, DOUBLED)
    return max(0.0, alike - (FIRST_LETTER if shorter[0] != longer[0] else 0.0))


def _by_sound(shorter: str, longer: str) -> float:
    if len(shorter) < 4 or len(longer) - len(shorter) > 3:
        return 0.0
    bones = skeleton(shorter)
    if len(bones) < 2 or bones != skeleton(longer):
        return 0.0
    allowed = 2 if len(longer) < 9 else 3
    if _osa()(_DOUBLE.sub(r"\1", shorter), _DOUBLE.sub(r"\1", longer), score_cutoff=allowed) > allowed:
        return 0.0
    return SKELETON if len(bones) >= 4 else SHORT_SKELETON


def _by_start(shorter: str, longer: str) -> float:
    return PREFIX if len(shorter) >= 3 and longer.startswith(shorter) else 0.0
