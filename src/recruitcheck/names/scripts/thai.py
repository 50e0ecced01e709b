"""Thai as its firms write themselves: vowels said where they are heard, silent letters left out."""

from __future__ import annotations

import re
from typing import Final

from recruitcheck.names.wordlist import spelt

WORD: Final = re.compile("[\u0e00-\u0e7f]+")

_OPENING = spelt(
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l - h",
)
_CLOSING = spelt(
    "กขคฆงจชซญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษสฬ",
    "k k k k ng t t t n t t t t t n t t t t t n p p p p p m i n n o t t t n",
)
_C = "[ก-ฮ]"
_SILENT = re.compile("(?:[ทตด]ร|กษ[ณม]|[ก-ฮ][ิุ]?)์")
_TONES = re.compile("[็-๋ํ๎]")
# (pattern of one syllable, vowel): onset, then perhaps a closing consonant, which opens no vowel of its own.
_ONSET = f"({_C}[รลว](?=[ะาิีึืุูัอๅ])|[หอ][งญนมยรลว]|{_C})"
_END = f"({_C}(?![ะาิีึืุูัอำๅ]))?"
_FORMS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern), vowel, closes)
    for pattern, vowel, closes in (
        (f"เ({_C}[รล]?)ือ{_END}", "uea", True),
        (f"เ({_C}[รล]?)ีย{_END}", "ia", True),
        (f"เ({_C}[รล]?)า(?!{_C}[์])", "ao", False),
        (f"เ(ส)ร?ิ{_END}", "oe", True),
        (f"เ({_C}[รล]?)ิ{_END}", "oe", True),
        (f"เ(จร)ิ{_END}", "oe", True),
        (f"เ({_C}[รล]?)ย", "oei", False),
        (f"เ({_C}[รล]?)อ{_END}", "oe", True),
        (f"แ({_C}[รล]?){_END}", "ae", True),
        (f"โ({_C}[รล]?){_END}", "o", True),
        (f"[ไใ]({_C}[รล]?)ย?", "ai", False),
        (f"เ({_C}[รล]?){_END}", "e", True),
        (f"{_ONSET}ัว", "ua", False),
        (f"{_ONSET}ัย", "ai", False),
        (f"{_ONSET}ั{_END}", "a", True),
        (f"{_ONSET}รร{_END}", "a", True),
        (f"{_ONSET}ำ", "am", False),
        (f"{_ONSET}า{_END}", "a", True),
        (f"{_ONSET}ะ", "a", False),
        (f"{_ONSET}ิ{_END}", "i", True),
        (f"{_ONSET}ี{_END}", "i", True),
        (f"{_ONSET}ึ{_END}", "ue", True),
        (f"{_ONSET}ื(?:อ|{_END})", "ue", True),
        (f"{_ONSET}ุ{_END}", "u", True),
        (f"{_ONSET}ู{_END}", "u", True),
        (f"({_C})ว({_C}(?![ะาิีึืุูัอำๅ]))", "ua", True),
        (f"({_C}[รล]?)อ{_END}", "o", True),
    )
)
_BARE = re.compile(f"({_C})({_C})?")
_O_BEFORE_R = "ร"


def read(word: str, way: int = 0) -> str:
    """The word in Latin letters; what is no Thai letter stays. The second way keeps letters as written at the end."""
    text = (
        _TONES.sub("", _SILENT.sub("", word)).replace("ทร", "ซ") if way == 0 else _TONES.sub("", _SILENT.sub("", word))
    )
    read: list[str] = []
    place = 0
    while place < len(text):
        latin, place = _syllable(text, place, written=way == 1)
        read.append(latin)
    return "".join(read)


def _syllable(text: str, place: int, *, written: bool) -> tuple[str, int]:
    for pattern, vowel, closes in _FORMS:
        found = pattern.match(text, place)
        if found:
            end = found.group(2) if closes and pattern.groups > 1 else ""
            return _onset(found.group(1)) + vowel + _closed(end or "", written=written), found.end()
    found = _BARE.match(text, place)
    if found is None:
        character = text[place]
        return (str(int(character)) if character.isdecimal() else ""), place + 1
    first, second = found.groups()
    after = text[found.end() : found.end() + 1]
    if second is None:
        return _onset(first), found.end()
    if after and after in "ะาิีึืุูัอำๅ":  # the second letter opens the next syllable
        return _onset(first) + "a", place + 1
    vowel = "o"
    return _onset(first) + vowel + _closed(second, written=written), found.end()


def _onset(letters: str) -> str:
    if len(letters) == 2 and letters[0] in "หอ":
        return _OPENING[letters[1]]
    return "".join(_OPENING.get(letter, "") for letter in letters).replace("-", "")


def _closed(letter: str, *, written: bool) -> str:
    if not letter:
        return ""
    if written:
        return {"ร": "r", "ล": "l", "พ": "p", "ช": "ch", "ศ": "s", "ษ": "s", "ส": "s"}.get(
            letter, _CLOSING.get(letter, "")
        )
    return _CLOSING.get(letter, "")
