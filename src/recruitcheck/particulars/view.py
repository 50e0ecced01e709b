"""A text beside its comparable form, position for position."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# No number is that long: covered, so that a megabyte of digits costs no more than one of letters.
_RUNAWAY = re.compile(r"[0-9]{26,}|(?:[0-9]{1,3}[,.]){16,}[0-9]{0,3}")
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE = {
    "\u2019": "'",
    "\u02bc": "'",
    "\u066c": ",",  # Arabic thousands separator
    "\u066b": ".",  # Arabic decimal separator
    "\u060c": ",",  # Arabic comma
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff1a": ":",
    "\uff5e": "~",
    "\u301c": "~",
    "\uff04": "$",
    "\uffe5": "¥",
    "\uff08": "(",
    "\uff09": ")",
    "\uff0f": "/",
    "\uff0b": "+",
}


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Every decimal digit of every script to ASCII; spaces, hyphens and separators to one form."""
    table = {
        code: str(unicodedata.decimal(chr(code)))
        for code in range(0x80, sys.maxunicode + 1)
        if unicodedata.category(chr(code)) == "Nd"
    }
    table.update({ord(char): " " for char in _SPACES})
    table.update({ord(char): "-" for char in _HYPHENS})
    table.update({ord(char): to for char, to in _SINGLE.items()})
    return table


@dataclass(frozen=True, slots=True)
class View:
    """``plain`` has ASCII digits and separators, ``lower`` is its lower case; all lengths are equal."""

    text: str
    plain: str
    lower: str
    languages: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, languages: tuple[str, ...] = ()) -> View:
        """The view of a text; keeps every offset."""
        plain = text.translate(_table()) if not text.isascii() else text
        plain = _RUNAWAY.sub(lambda found: "#" * len(found.group()), plain)
        lower = plain.lower()
        if len(lower) != len(plain):  # a few letters (İ) grow when lowered
            lower = "".join(small if len(small := char.lower()) == 1 else char for char in plain)
        return cls(text, plain, lower, languages)
