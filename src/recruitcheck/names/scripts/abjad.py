"""Arabic and Hebrew script read with vowels, those that are written and those that are not.

Letter by letter "lnwr" stands for "al noor" and "mhmd" for "muhammad". Which short vowel is meant no letter says; any
is nearer to the romanised spelling than none, and what is left differs in vowels only, as romanised spellings do among
themselves.
"""

from __future__ import annotations

import re
from typing import Final

_ARABIC = "\u0621-\u064a\u0670-\u06d3"
_HEBREW = "\u05d0-\u05ea"
_MARKS = "\u064b-\u065f\u0670\u0591-\u05c7"  # written vowels and doublings, which names leave out
WORD: Final = re.compile(rf"[{_ARABIC}{_MARKS}]+|[{_HEBREW}{_MARKS}]+")
_MARK = re.compile(f"[{_MARKS}\u0640]")
_FORMS = frozenset({"شركة", "المحدودة", "محدودة", "بعم"})  # read where legal forms are
_VOWELS = frozenset("aeiou")
_LETTERS = {
    **dict.fromkeys("اأآٱعى", "a"), "إ": "i",
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d",
    "ڈ": "d", "ذ": "dh", "ر": "r", "ڑ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ں": "n", "ه": "h", "ہ": "h", "ھ": "h", "ء": "", "ئ": "i", "ؤ": "o", "ة": "a", "ے": "e",
    "א": "a", "ב": "v", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "*", "ט": "t", "כ": "*", "ך": "*",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "f", "ף": "f", "צ": "tz",
    "ץ": "tz", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_OPENING = {"ב": "b", "כ": "k", "פ": "p"}  # Hebrew letters that open a word hard
_PERSIAN = _LETTERS | {"ث": "s", "ذ": "z", "ض": "z", "ظ": "z", "ق": "gh", "و": "v"}
_PERSIAN_LETTERS = re.compile("[پچژگکیٹڈڑںہھے]")
_ARABIC_ONLY = re.compile("[ةإأكيى]")
_HALF_VOWELS = {"و": ("w", "o"), "ي": ("y", "i"), "ی": ("y", "i"), "ו": ("v", "o"), "י": ("y", "i")}
_SOUNDED = frozenset("اأإآٱةىأא")
_HEADS = frozenset("هہה")
_ALIFS = frozenset("اأא")
_AND, _AND_THE = "و", "وال"
_ARTICLE = "ال"
_FOR_THE = "لل"
_SHORTEST = 4  # letters of a word that may begin with the article
_BEFORE_LAST = "i"  # behind a vowel that is written: "sabir", "khalid"
_FILLING = ("a", "e", "i", "i")
_THROAT = ("ch", "kh", "h", "h")  # one Hebrew sound in four spellings
PERSIAN = 1


def read(word: str, way: int = 0) -> str:
    """The word in Latin letters, the Arabic article as a word of its own.

    The ways differ in the vowel that is put where none is written, and the second says the letters of Arabic that
    Persian and Urdu say alike as those do.
    """
    if word in _FORMS:
        return word
    word = _MARK.sub("", word)
    if word == _AND:
        return "and"
    article = ""
    if len(word) > _SHORTEST and word.startswith(_AND_THE):
        article, word = "and al ", word[len(_AND_THE) :]
    elif len(word) >= _SHORTEST and word.startswith(_ARTICLE):
        article, word = "al ", word[len(_ARTICLE) :]
    elif len(word) > _SHORTEST and word.startswith(_FOR_THE):
        word = word[len(_FOR_THE) :]
    persian = way == PERSIAN and not _ARABIC_ONLY.search(word)
    letters = _letters(word, _PERSIAN if persian else _LETTERS)
    return article + _filled([_THROAT[way] if one == "*" else one for one in letters], _FILLING[way])


def _letters(word: str, table: dict[str, str]) -> list[str]:
    read: list[str] = []
    for place, letter in enumerate(word):
        before, after = word[place - 1 : place] if place else "", word[place + 1 : place + 2]
        half = _HALF_VOWELS.get(letter)
        if half is not None:
            opens = place == 1 and before in _ALIFS and after not in _SOUNDED  # "or", "iran": the alif is silent
            if after == letter:  # doubled: one consonant
                continue
            if opens:
                read.pop()
            beside = place == 0 or after in _SOUNDED or before in _SOUNDED or after in _HALF_VOWELS or before == letter
            read.append(half[1] if opens or not beside else half[0])
        elif letter in _HEADS and not after and place:
            read.append("a")
        elif place == 0 and letter in _OPENING:
            read.append(_OPENING[letter])
        else:
            read.append(table.get(letter, letter))
    return [latin for latin in read if latin]


def _filled(letters: list[str], vowel: str) -> str:
    """The letters with a vowel wherever a consonant can be said neither with the one before nor with the next."""
    filled: list[str] = []
    closing = False  # whether the letter before is a vowel, so that this one may close its syllable
    for place, latin in enumerate(letters):
        filled.append(latin)
        if latin[0] in _VOWELS:
            closing = True
            continue
        after = letters[place + 1] if place + 1 < len(letters) else ""
        if (
            closing
            and after
            and after[0] not in _VOWELS
            and place == len(letters) - 2
            and letters[place - 1][0] in _VOWELS
        ):
            filled.append(_BEFORE_LAST)
        elif not after or after[0] in _VOWELS or closing:
            closing = False
        else:
            filled.append(vowel)
            closing = True
    return "".join(filled)
