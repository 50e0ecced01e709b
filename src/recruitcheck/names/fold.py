"""Fold: the one comparable form of a text. Never shown as the name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

MAX_CHARS = 1000
"""Longer texts are cut before folding: no agency's name is longer, and hostile ones are."""

_CACHED = 65_536
_MARKS_OF_TRADE = str.maketrans(dict.fromkeys("™℠®©", " "))
_APOSTROPHES = str.maketrans(dict.fromkeys("'`´‘’ʼʻ′＇", None))
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_NO_APOSTROPHES = {ord("'"): None, ord("`"): None}
# For ASCII as bytes, which are translated several times faster than text.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32 for code in range(256))
_WORD = re.compile(r"\w+")
# Letters that look Latin: used only inside a word that also holds real Latin letters.
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν",
    "ABESIJKMHOPCTYXaesijkopcyxdqwhABEZHIKMNOPTYXoav",
)


def fold(text: str) -> str:
    """Compatibility form, transliterated to ASCII, casefolded, punctuation turned into single spaces.

    Zero-width, bidirectional and control marks, emojis and trade marks vanish; ``&`` becomes ``and``;
    dotted initials close up (``L.L.C.`` is ``llc``); apostrophes vanish; each Chinese character is a
    token of its own. Returns "" where nothing is left. Only the first ``MAX_CHARS`` characters count.
    """
    return _fold(text[:MAX_CHARS])


@lru_cache(maxsize=_CACHED)
def _fold(text: str) -> str:
    if text.isascii():
        return folded_ascii(text)
    from anyascii import anyascii

    visible = strip_marks(unicodedata.normalize("NFKC", text.translate(_MARKS_OF_TRADE)))
    return folded_ascii(anyascii(han().sub(r" \1 ", _WORD.sub(_unmask, visible).translate(_APOSTROPHES))))


def folded_ascii(plain: str) -> str:
    """``fold`` of a text that holds ASCII only; not remembered."""
    if "&" in plain:
        plain = plain.replace("&", " and ")
    # Initials are letters between dots; most names with dots have none ("Pvt. Ltd.").
    if "." in plain and 1 in map(len, plain.translate(_NO_APOSTROPHES).split(".")[:-1]):
        plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain.lower().translate(_NO_APOSTROPHES))
    return " ".join(plain[: 4 * MAX_CHARS].encode().translate(_LETTERS, b"'`").decode().split())


@cache
def han() -> re.Pattern[str]:
    """A Chinese character. Compiled on first use: most names are of Latin letters."""
    return re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f])")


def strip_marks(text: str) -> str:
    """The text without format characters (zero-width, bidirectional); controls and symbols become spaces."""
    kept = []
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf":
            continue
        kept.append(" " if category in ("Cc", "Cs", "Co", "Cn", "So", "Sk") and character != "`" else character)
    return "".join(kept)


def _unmask(word: re.Match[str]) -> str:
    """A word that mixes Latin with Cyrillic or Greek letters is a disguise: read it as it looks."""
    text = word.group()
    if any("a" <= character.lower() <= "z" for character in text):
        return text.translate(_LOOK_ALIKES)
    return text
