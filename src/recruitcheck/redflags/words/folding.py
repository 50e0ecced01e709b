"""A normalised view of a text for matching, with the way back to exact offsets of the original.

Both documents and rule words pass through :func:`fold`, so that "Pássport", "PASSPORT", "p\\u200bassport",
"pаssport" (Cyrillic а) and "p a s s p o r t" meet one rule word. Only matching sees the view; quotes come
from the original.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from itertools import repeat

import regex

from recruitcheck.redflags.words.han import SIMPLIFIED

_MAX_WORD = 64  # a longer run of letters is no word; homoglyphs in it are left alone

# Invisible or direction-only characters, and joiners that writers insert or drop at will.
_INVISIBLE = frozenset(
    [
        0x00AD,
        0x034F,
        0x061C,
        0x180E,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE0080),
    ]
)
_PLAIN = {
    **dict.fromkeys("’‘‛ʼ`´ʹ′＇", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
    "đ": "d", "ł": "l", "ø": "o", "ß": "ss", "ı": "i",
}  # fmt: skip

# Ethiopic letters of one sound, which writers of Amharic exchange at will: seven forms each; ha and a have one sound in
# their first and fourth.
_SAME_SOUND = {
    chr(ord(other) + order): chr(ord(plain) + (0 if order == 3 and plain in "ሀአ" else order))
    for other, plain in (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ሀ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("አ", "አ"), ("ፀ", "ጸ"))
    for order in range(7)
}
_PLAIN.update(_SAME_SOUND)
_PLAIN.update(SIMPLIFIED)

# Letters of Indian scripts that writers exchange at will: long and short i and u (कम्पनी, कम्पनि; চাকরী, চাকরি), the
# two signs of a nasal vowel (पाँच, पांच), n and sh of another series (Bengali, Sinhala); the dot below (वीज़ा, वीजा) is
# dropped.
_PLAIN.update({"ँ": "ं", "ी": "ि", "ू": "ु", "ী": "ি", "ূ": "ু", "ণ": "ন", "ষ": "শ", "ණ": "න", "ළ": "ල", "ෂ": "ශ", "ں": "ن"})

_TO_LATIN = str.maketrans("аеорсхуіјѕһԁвкмнтαορεικντυχβη", "aeopcxyijshdbkmhtaopeikvtuxbn")
_TO_CYRILLIC = str.maketrans("aeopcxyi", "аеорсхуі")
_MIXABLE = regex.compile(r"[\u0370-\u052f]")
_WORD = regex.compile(r"\w+")
# Single letters each followed by one separator: a word spaced out to escape filters.
_SPACED = regex.compile(r"(?<!\w)(?:[^\W\d_][ .*_\-]){4,40}[^\W\d_](?!\w)")
# ASCII letters as "a" and what may part spaced-out letters as a blank: a quick first look for such words.
_SHAPE = str.maketrans({**dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "a"), **dict.fromkeys(".*_-", " ")})
_PARTING = str.maketrans(dict.fromkeys(".*_-", " "))
_ONE_LETTER = b"\1\1\1"  # three pieces of one character in a row
_FEW = 16  # replacements that cost less one by one than a look at every character
# What is known of characters: a cache, never state. _EVEN: one that folds to another one; _UNEVEN: to none or several.
_KNOWN_LIMIT = 65_536
_KNOWN: set[str] = set()
_UNEVEN: set[str] = set()
_EVEN: dict[int, str] = {}


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is the view; ``origin[i]`` the code point of the original that gave ``text[i]`` (None: the same)."""

    text: str
    origin: array[int] | None

    def start(self, index: int) -> int:
        """The original offset at which the view's character ``index`` begins."""
        return index if self.origin is None else self.origin[index]

    def end(self, index: int) -> int:
        """The original offset just after the view's character ``index - 1``."""
        return index if self.origin is None else self.origin[index - 1] + 1


def fold(text: str) -> Folded:
    """The view of a text; time and memory are linear in its length."""
    if text.isascii():
        return _join_spaced_letters(Folded(text.lower(), None))
    chars = set(text)
    _learn(chars)
    uneven = chars & _UNEVEN
    if not uneven:
        return _join_spaced_letters(Folded(_fold_homoglyphs(_fold_evenly(text, chars)), None))
    return _join_spaced_letters(_fold_unevenly(text, uneven))


def _fold_evenly(text: str, chars: set[str]) -> str:
    """A text of these characters, each of which folds to one, folded: a few of them one by one, in less time."""
    folding = [char for char in chars if ord(char) in _EVEN and not "A" <= char <= "Z"]
    left = [char for char in chars if char > "\x7f" and ord(char) not in _EVEN]
    # Letters that are lowered by what stands beside them, or otherwise than they fold, go the long way.
    if len(folding) > _FEW or any(char.lower() != char for char in (*left, *(_EVEN[ord(char)] for char in folding))):
        return text.translate(_EVEN)
    for char in folding:
        text = text.replace(char, _EVEN[ord(char)])
    return text.lower()


def _learn(chars: set[str]) -> None:
    """Fills the tables for characters not met before."""
    if len(_KNOWN) > _KNOWN_LIMIT:
        for table in (_KNOWN, _UNEVEN, _EVEN):
            table.clear()
    for char in chars - _KNOWN:
        folded = _fold_char(char)
        if len(folded) != 1:
            _UNEVEN.add(char)
        elif folded != char:
            _EVEN[ord(char)] = folded
        _KNOWN.add(char)


def _fold_unevenly(text: str, uneven: set[str]) -> Folded:
    """As ``fold``, where some characters vanish or become several: the rest goes over in runs."""
    table = {char: _fold_char(char) for char in uneven}
    pieces: list[str] = []
    origin = array("I")
    last = 0
    for found in regex.finditer("[" + "".join(map(regex.escape, sorted(uneven))) + "]", text):
        at = found.start()
        folded = table[text[at]]
        pieces.append(text[last:at].translate(_EVEN))
        pieces.append(folded)
        origin.extend(range(last, at))
        origin.extend([at] * len(folded))
        last = at + 1
    pieces.append(text[last:].translate(_EVEN))
    origin.extend(range(last, len(text)))
    return Folded(_fold_homoglyphs("".join(pieces)), origin)


def fold_text(text: str) -> str:
    """The view alone, for rule words."""
    return fold(text).text


def _fold_char(char: str) -> str:
    if ord(char) in _INVISIBLE:
        return ""
    if char in _PLAIN:
        return _PLAIN[char]
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    if 0x1F1E6 <= ord(char) <= 0x1F1FF or 0xD800 <= ord(char) <= 0xDFFF:
        return " "
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_PLAIN.get(part, part) for part in decomposed if not _is_dropped_mark(part))


def _is_dropped_mark(char: str) -> bool:
    # Accents of Latin, Greek and Cyrillic, Arabic vowel signs and tatweel, the Devanagari dot below and the Bengali
    # sign of a nasal vowel are left out in casual writing; vowel signs of Indic and South-East Asian scripts are
    # letters and stay.
    code = ord(char)
    return 0x0300 <= code <= 0x036F or 0x064B <= code <= 0x065F or code in (0x0640, 0x0670, 0x093C, 0x0981)


def _fold_homoglyphs(view: str) -> str:
    if not _MIXABLE.search(view):
        return view

    def mend(found: regex.Match[str]) -> str:
        word = found.group()
        if len(word) > _MAX_WORD or word.isascii():
            return word
        latin = sum("a" <= char <= "z" for char in word)
        other = sum("\u0370" <= char <= "\u052f" for char in word)
        if not latin or not other:
            return word
        return word.translate(_TO_LATIN if latin >= other else _TO_CYRILLIC)

    return _WORD.sub(mend, view)


def _may_be_spaced(view: str) -> bool:
    """A quick first look for letters each followed by one separator."""
    if view.isascii():
        return " a a a a" in f" {view.translate(_SHAPE)}"
    pieces = view.translate(_PARTING).split(" ")
    return _ONE_LETTER in bytes(map(min, map(len, pieces), repeat(2)))


def _join_spaced_letters(folded: Folded) -> Folded:
    if not _may_be_spaced(folded.text):
        return folded
    runs = [found.span() for found in _SPACED.finditer(folded.text)]
    if not runs:
        return folded
    drop = bytearray(len(folded.text))
    for start, end in runs:
        drop[start + 1 : end : 2] = b"\x01" * len(range(start + 1, end, 2))
    kept = [index for index in range(len(folded.text)) if not drop[index]]
    source = folded.origin
    origin = array("I", kept if source is None else (source[index] for index in kept))
    return Folded("".join(folded.text[index] for index in kept), origin)
