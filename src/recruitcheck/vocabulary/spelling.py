"""Spelling: one comparable form for the many ways in which one word is typed. Never approximate."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_WORD = 200  # characters; nothing that names a place or a trade is longer

_ARABIC = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ۃ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ـ": None,  # tatweel
    }
)
# Amharic writes one sound with several letters and does not keep them apart: ሠ as ሰ, ሐ and ኀ as ሀ, ዐ as አ, ፀ as ጸ.
_ETHIOPIC = {
    first + order: plain + order
    for first, plain in ((0x1220, 0x1230), (0x1210, 0x1200), (0x1280, 0x1200), (0x12D0, 0x12A0), (0x1340, 0x1338))
    for order in range(7)
}
_SAME_LETTERS = {**_ARABIC, **_ETHIOPIC}
_BARE_LETTERS = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_MARKS_LATIN = range(0x0300, 0x0370)  # of Latin, Greek and Cyrillic; signs of other scripts are letters
_MARKS_ARABIC = (*range(0x064B, 0x0660), 0x0670)  # short vowels, seldom written
_NUKTA = (0x093C, 0x09BC, 0x0A3C)  # left out as often as written
_INITIALS = re.compile(r"(?<![^ ])[a-z](?: [a-z])+(?![^ ])")
_ARTICLE = re.compile(r"^the | the$")


def word_key(text: str) -> str:
    """Compatibility form, case, invisible and punctuation characters, Arabic and Amharic letters and "the" made equal.

    "" for a text without letters or digits and for one longer than MAX_WORD characters.
    """
    if len(text) > MAX_WORD:
        return ""
    kept = "".join(map(_as_kept, text.casefold())) if text.isascii() else _kept(text)
    key = " ".join(kept.replace("&", " and ").split())
    key = _ARTICLE.sub("", key) or key
    return _INITIALS.sub(lambda found: found[0].replace(" ", ""), key)


def _kept(text: str) -> str:
    whole = unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i").translate(_SAME_LETTERS)
    return "".join(map(_as_kept, unicodedata.normalize("NFKC", whole)))


def bare_key(text: str) -> str:
    """As ``word_key`` with the accents of Latin, Greek and Cyrillic letters left out."""
    key = word_key(text)
    if key.isascii():
        return key
    decomposed = unicodedata.normalize("NFKD", key)
    bare = "".join(char for char in decomposed if ord(char) not in _MARKS_LATIN)
    return unicodedata.normalize("NFKC", bare).translate(_BARE_LETTERS)


@lru_cache(maxsize=4096)
def _as_kept(char: str) -> str:
    code = ord(char)
    if code in _MARKS_ARABIC or code in _NUKTA:
        return ""
    category = unicodedata.category(char)
    if category == "Cf":  # zero-width joiners, direction marks, soft hyphen
        return ""
    if char == "&" or category[0] in "LNM":
        return char
    return " "  # punctuation, symbols, spaces, controls, lone surrogates
