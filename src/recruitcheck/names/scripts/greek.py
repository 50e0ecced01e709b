"""Greek as it is said today, and as its older spelling suggests: "ilios" and "helios"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from recruitcheck.names.wordlist import spelt

WORD: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")

_PAIRS = (
    ("αυ", "av"), ("ευ", "ev"), ("ηυ", "iv"), ("ου", "ou"), ("μπ", "b"), ("ντ", "nt"), ("γκ", "g"), ("γγ", "ng"),
    ("γξ", "nx"), ("γχ", "nch"), ("τσ", "ts"), ("τζ", "tz"),
)  # fmt: skip
_VOICELESS = "θκξπσςτφχψ"
_LETTERS = spelt("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
_OLDER = _LETTERS | {"η": "e", "φ": "ph", "κ": "c", "β": "b"}
_OLDER_PAIRS = (("αι", "ae"), ("οι", "oe"), ("ει", "i"), ("ου", "u"))


def read(word: str, way: int = 0) -> str:
    """The word in Latin letters: the first way as it is said, the second in the older spelling."""
    plain = unicodedata.normalize("NFD", word.lower())
    rough = "\u0314" in plain
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    pairs, letters = (_OLDER_PAIRS, _OLDER) if way == 1 else (_PAIRS, _LETTERS)
    read: list[str] = ["h"] if rough else []
    place = 0
    while place < len(plain):
        pair = plain[place : place + 2]
        found = next((latin for letters_of, latin in pairs if letters_of == pair), None)
        if found is None:
            read.append(letters.get(plain[place], plain[place]))
            place += 1
            continue
        if found.endswith("v") and plain[place + 2 : place + 3] and plain[place + 2] in _VOICELESS:
            found = f"{found[0]}f"
        if pair == "ντ" and place == 0:
            found = "d"
        read.append(found)
        place += 2
    return "".join(read)
