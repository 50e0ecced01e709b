"""Arabic and Hebrew script read with the vowels that are written, so that a name meets its romanised spelling.

Letter-by-letter transliteration drops the alif and reads every waw and ya as a consonant: "lnwr" for "al noor".
"""

from __future__ import annotations

import re

_ARABIC = "\u0621-\u064a\u0671-\u06d3"
_HEBREW = "\u05d0-\u05ea"
_WORD = re.compile(rf"[{_ARABIC}]{{2,}}|[{_HEBREW}]{{2,}}")
_PRESENT = re.compile(rf"[{_ARABIC}{_HEBREW}]")
_FORMS = frozenset({"شركة", "المحدودة", "محدودة", "بعم"})  # read where legal forms are
_LETTERS = {
    **dict.fromkeys("اأإآٱعى", "a"),
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d",
    "ڈ": "d", "ذ": "dh", "ر": "r", "ڑ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ں": "n", "ه": "h", "ہ": "a", "ھ": "h", "ء": "", "ئ": "i", "ؤ": "o", "ة": "a", "ے": "e",
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "ch", "ט": "t", "כ": "k", "ך": "kh",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "ts",
    "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_HALF_VOWELS = {"و": ("w", "o"), "ي": ("y", "i"), "ی": ("y", "i"), "ו": ("v", "o"), "י": ("y", "i")}
_ALIF = frozenset("اأإآٱא")
_ARTICLE = "ال"
_FOR_THE = "لل"
_SHORTEST = 4  # letters of a word that may begin with the article


def read_vowels(text: str) -> str:
    """The text with words of Arabic or Hebrew script in Latin letters; the Arabic article as a word of its own."""
    return _WORD.sub(_read, text) if not text.isascii() and _PRESENT.search(text) else text


def _read(found: re.Match[str]) -> str:
    word = found.group()
    if word in _FORMS:
        return word
    article = ""
    if len(word) >= _SHORTEST and word.startswith(_ARTICLE):
        article, word = "al ", word[len(_ARTICLE) :]
    elif len(word) > _SHORTEST and word.startswith(_FOR_THE):
        word = word[len(_FOR_THE) :]
    read: list[str] = []
    for place, letter in enumerate(word):
        half = _HALF_VOWELS.get(letter)
        if half is None:
            final_heh = letter == "ה" and place == len(word) - 1
            read.append("a" if final_heh else _LETTERS.get(letter, letter))
            continue
        beside_alif = word[place + 1 : place + 2] in _ALIF or (place > 0 and word[place - 1] in _ALIF)
        read.append(half[0] if place == 0 or beside_alif else half[1])
    return article + "".join(read)
