"""Indic scripts with the vowel that every consonant carries unless another one, or none, is written.

"sgrmatha" letter by letter is "sagarmatha" as it is said. The blocks of these scripts are laid out alike in Unicode, so
one table by position serves Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

WORD: Final = re.compile("[\u0900-\u0d7f\u0d80-\u0dff]+")

_DEVANAGARI, _BENGALI, _TAMIL, _SINHALA, _MALAYALAM = 0x0900, 0x0980, 0x0B80, 0x0D80, 0x0D00


def _placed(first: int, sounds: str) -> dict[int, str]:
    """Sounds by place in the block, from ``first`` on."""
    return dict(enumerate(sounds.split(), first))


_CONSONANTS = _placed(0x15, "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h")
_VOWELS = _placed(0x05, "a a i i u u ri li e e e ai o o o au")
_SIGNS = _placed(0x3E, "a i i u u ri ri e e e ai o o o au")
_MUTE, _NASALS, _DOT = 0x4D, (0x01, 0x02), 0x3C
_WITH_DOT = {"j": "z", "d": "r", "dh": "rh", "ph": "f", "k": "q"}
_WITH_DOT_BENGALI = _WITH_DOT | {"j": "y"}
_DOTTED = {0x58: "q", 0x59: "kh", 0x5A: "gh", 0x5B: "z", 0x5C: "r", 0x5D: "rh", 0x5E: "f", 0x5F: "y"}
_OF_BENGALI = {0x2F: "j", 0x35: "b", 0x70: "r", 0x71: "v"}
# Tamil writes one letter for voiced and unvoiced: it is voiced after a nasal and between vowels.
_VOICED_TAMIL = {0x15: "g", 0x1F: "d", 0x2A: "b"}
_TAMIL_DOUBLES = (("gk", "k"), ("dt", "t"), ("bp", "p"), ("thth", "th"), ("ss", "ch"), ("rr", "tr"))
_OPENING_VOICED = {"k": "g", "p": "b", "t": "d", "s": "j"}
_OF_TAMIL = {0x1A: "s", 0x24: "th", 0x31: "r", 0x34: "zh", 0x29: "n", 0x1C: "j", 0x36: "sh"}
_SINHALA_LETTERS = _placed(
    0x9A,
    "k kh g gh n ng ch chh j jh n gn nj t th d dh n nd th th d dh n . nd p ph b bh m mb y r . l . . v sh sh s h l f",
)
_SINHALA_VOWELS = _placed(0x85, "a aa ae ae i i u u ri ri li li e e ai o o au")
_SINHALA_SIGNS = {
    0xCF: "a", 0xD0: "e", 0xD1: "e", 0xD2: "i", 0xD3: "i", 0xD4: "u", 0xD6: "u", 0xD8: "ru", 0xD9: "e", 0xDA: "e",
    0xDB: "ai", 0xDC: "o", 0xDD: "o", 0xDE: "au",
}  # fmt: skip
_SINHALA_MUTE = 0xCA


def read(word: str, way: int = 0) -> str:
    """The word in Latin letters; a Tamil word in the second way with the voiced opening of words from elsewhere."""
    parts = _parts(unicodedata.normalize("NFC", word).replace("\u200d", "").replace("\u200c", ""))
    latin = "".join(_with_vowels(parts, drops=_drops_vowels(word), hindi=ord(word[0]) < _BENGALI))
    if ord(word[0]) & ~0x7F == _TAMIL:
        for double, single in _TAMIL_DOUBLES:
            latin = latin.replace(double, single)
        if way:
            latin = _OPENING_VOICED.get(latin[:1], latin[:1]) + latin[1:]
    return latin


def _drops_vowels(word: str) -> bool:
    """Whether the script's languages leave the inherent vowel out at the end of words (Hindi, Bengali; not Tamil)."""
    return ord(word[0]) < _TAMIL


Part = tuple[str, str | None]
"""(consonant, vowel written behind it): "" for a mute consonant, None where none is written; ("", vowel) alone."""


def _parts(word: str) -> list[Part]:
    parts: list[Part] = []
    for character in word:
        code = ord(character)
        if _SINHALA <= code < _SINHALA + 0x80:
            _take_sinhala(code - _SINHALA + 0x80, parts)
            continue
        block = code & ~0x7F
        _take(block, code & 0x7F, character, parts)
    return parts


def _take(block: int, place: int, character: str, parts: list[Part]) -> None:
    if place in _DOTTED and block != _TAMIL:
        parts.append((_DOTTED[place], None))
    elif place in _CONSONANTS or (block == _BENGALI and place in _OF_BENGALI):
        parts.append((_consonant(block, place, parts), None))
    elif place in _VOWELS:
        parts.append(("", _VOWELS[place]))
    elif place in _SIGNS and parts:
        parts[-1] = (parts[-1][0], _SIGNS[place])
    elif place == _MUTE and parts:
        parts[-1] = (parts[-1][0], "")
    elif place in _NASALS:
        parts.append(("n", ""))
    elif place == _DOT and parts:
        dotted = _WITH_DOT_BENGALI if block == _BENGALI else _WITH_DOT
        parts[-1] = (dotted.get(parts[-1][0], parts[-1][0]), parts[-1][1])
    elif character.isdecimal():
        parts.append((str(unicodedata.decimal(character)), ""))


def _consonant(block: int, place: int, parts: list[Part]) -> str:
    if block == _BENGALI:
        return _OF_BENGALI.get(place, _CONSONANTS.get(place, ""))
    if block != _TAMIL:
        return _CONSONANTS[place]
    if place in _VOICED_TAMIL and parts and (parts[-1][1] != "" or parts[-1][0] in ("n", "m")):
        return _VOICED_TAMIL[place]
    return _OF_TAMIL.get(place, _CONSONANTS[place])


def _take_sinhala(place: int, parts: list[Part]) -> None:
    if place in _SINHALA_LETTERS:
        parts.append((_SINHALA_LETTERS[place], None))
    elif place in _SINHALA_VOWELS:
        parts.append(("", _SINHALA_VOWELS[place]))
    elif place in _SINHALA_SIGNS and parts:
        parts[-1] = (parts[-1][0], _SINHALA_SIGNS[place])
    elif place == _SINHALA_MUTE and parts:
        parts[-1] = (parts[-1][0], "")
    elif place == 0x82:  # the nasal mark
        parts.append(("n", ""))


def _with_vowels(parts: list[Part], *, drops: bool, hindi: bool) -> list[str]:
    """Every part as it is read; an unwritten vowel falls silent at the end and before a syllable that has its own."""
    read: list[str] = []
    voiced = False  # whether the part before has a vowel that is said
    for place, (consonant, vowel) in enumerate(parts):
        said = vowel
        if vowel is None:
            after = parts[place + 1] if place + 1 < len(parts) else None
            last_but_one = place + 2 >= len(parts)
            opens_next = after is not None and bool(after[0]) and bool(after[1])
            silent = drops and voiced and (after is None or (opens_next and place > 1 and (last_but_one or hindi)))
            said = "" if silent else "a"
        voiced = bool(said)
        read.append(consonant + (said or ""))
    return read
