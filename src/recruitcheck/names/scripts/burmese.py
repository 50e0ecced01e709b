"""Burmese as its names are romanised: by how a rhyme sounds, since letters and sounds have grown apart."""

from __future__ import annotations

import re
from typing import Final

WORD: Final = re.compile("[\u1000-\u109f]+")

_ONSETS = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ဉ": "ny", "ည": "ny",
    "ဋ": "t", "ဌ": "ht", "ဍ": "d", "ဎ": "d", "ဏ": "n", "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ပ": "p",
    "ဖ": "ph", "ဗ": "b", "ဘ": "b", "မ": "m", "ယ": "y", "ရ": "y", "လ": "l", "ဝ": "w", "သ": "th", "ဟ": "h", "ဠ": "l",
    "အ": "",
}  # fmt: skip
# What follows the onset of a syllable, the longest first: vowels, then closing letter.
_RHYMES = {
    "ို့": "o", "ိုး": "oe", "ို": "o", "ိုင်း": "aing", "ိုင်": "aing", "ိုက်": "aik", "ောင်း": "aung", "ောင်": "aung",
    "ောက်": "auk", "ော်": "aw", "ော": "aw", "ေါ်": "aw", "ေါ": "aw", "ေါင်း": "aung", "ေါင်": "aung",
    "ွန်း": "un", "ွန်": "un", "ွမ်း": "un", "ွမ်": "un", "ွတ်": "ut", "ွေ": "we", "ွာ": "wa", "ွယ်": "we", "ွဲ": "we",
    "ွင့်": "win", "ွင်း": "win", "ွင်": "win", "ွား": "wa", "ွက်": "wet", "ွ": "wa",
    "ိန်း": "ein", "ိန်": "ein", "ိမ်း": "ein", "ိမ့်": "ein", "ိမ်": "ein", "ိတ်": "eik", "ိပ်": "eik",
    "ုန်း": "one", "ုန်": "on", "ုံး": "one", "ုံ": "on", "ုမ်": "on", "ုတ်": "ok", "ုပ်": "ok", "ုဏ်": "on",
    "င်္": "in", "င့်": "int", "င်း": "in", "င်": "in", "န့်": "ant", "န်း": "an", "န်": "an", "မ်း": "an", "မ့်": "ant",
    "မ်": "an", "က်": "et", "တ်": "at", "ပ်": "at", "စ်": "it", "ည့်": "i", "ည်း": "i", "ည်": "i", "ဉ်": "in", "ဉ်း": "in",
    "ယ်": "al", "ံ့": "ant", "ံ": "an", "ဏ်": "an", "ရ်": "", "လ်": "", "သ်": "t", "ာ်": "a", "ား": "a", "ာ": "a", "ါး": "a",
    "ါ": "a", "ိ": "i", "ီး": "i", "ီ": "i", "ု": "u", "ူး": "u", "ူ": "u", "ေ့": "ay", "ေး": "ay", "ေ": "ay", "ဲ့": "e",
    "ဲ": "e", "့": "", "း": "",
}  # fmt: skip
_INDEPENDENT = {"ဣ": "i", "ဤ": "i", "ဥ": "u", "ဦး": "u", "ဦ": "u", "ဧ": "ay", "ဩ": "aw", "ဪ": "aw", "၏": "i"}
_STACKED = "\u1039"
_CLOSING = {"မ": "m", "န": "n", "ဏ": "n"}  # of the syllable before, written above the next one's onset
_RHYME = re.compile("|".join(sorted(_RHYMES, key=len, reverse=True)))
_SYLLABLE = re.compile("[က-အ](?:\u1039[က-အ])?[\u103b-\u103e]*")
_ALONE = re.compile("|".join(sorted(_INDEPENDENT, key=len, reverse=True)))


def read(word: str, way: int = 0) -> str:
    """The word in Latin letters, syllables run together; the second way parts the syllables."""
    read: list[str] = []
    place = 0
    while place < len(word):
        alone = _ALONE.match(word, place)
        if alone:
            read.append(_INDEPENDENT[alone.group()])
            place = alone.end()
            continue
        onset = _SYLLABLE.match(word, place)
        if onset is None:
            digit = word[place]
            read.append(str(int(digit)) if digit.isdecimal() else "")
            place += 1
            continue
        latin, place = _syllable(word, onset.group(), onset.end())
        read.append(latin)
    return (" " if way else "").join(filter(None, read))


def _syllable(word: str, onset: str, place: int) -> tuple[str, int]:
    """One syllable and the place behind it."""
    medials = "".join(mark for mark in onset if "\u103b" <= mark <= "\u103e")
    letter = onset[2] if onset[1:2] == _STACKED else onset[0]
    before = _CLOSING.get(onset[0], "") if onset[1:2] == _STACKED else ""
    latin = _ONSETS.get(letter, "")
    if "\u103e" in medials:
        latin = "sh" if latin in ("y", "l") and letter in "ရ" else f"h{latin}"
    if "\u103b" in medials or "\u103c" in medials:
        latin = {"k": "ky", "kh": "ch", "g": "gy"}.get(latin, f"{latin}y")
    wide = "\u103d" in medials
    rhyme = _RHYME.match(f"{'ွ' if wide else ''}{word[place:]}")
    # A letter with a mute mark closes this syllable, it does not open the next.
    if rhyme is None:
        return before + latin + ("wa" if wide else "a"), place
    return before + latin + _RHYMES[rhyme.group()], place + len(rhyme.group()) - wide
