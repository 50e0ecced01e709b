"""A text beside its comparable form, position for position."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import islice

# No number is that long: covered, so that a megabyte of digits costs no more than one of letters.
_RUNAWAY = re.compile(r"[0-9](?:[0-9]{25,}|[0-9]{0,2}[,.](?:[0-9]{1,3}[,.]){15,}[0-9]{0,3})")
MAX_FIGURES = 100_000  # looked at, whatever they turn out to be
_FEW = 40  # replacements that cost less one by one than a look at every character
_FIGURES = re.compile(r"[0-9]+")
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


def _plain_form(char: str) -> str:
    """What stands for a character: an ASCII digit for every digit of every script, one form of each separator."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char in _SPACES:
        return " "
    if char in _HYPHENS:
        return "-"
    return _SINGLE.get(char, char)


def _plain(text: str) -> str:
    """The text with plain characters; looks at each different character once."""
    if text.isascii():
        return text
    table = {char: plain for char in set(text) if char > "\x7f" and (plain := _plain_form(char)) != char}
    if len(table) > _FEW:
        return text.translate({ord(char): plain for char, plain in table.items()})
    for char, plain in table.items():
        text = text.replace(char, plain)
    return text


@dataclass(frozen=True, slots=True)
class View:
    """``plain`` has ASCII digits and separators, ``lower`` is its lower case; all lengths are equal.

    ``figures`` are the runs of digits as [start, end), from which every search for an amount, a date or a length of
    time sets out, at most MAX_FIGURES; ``more_figures`` tells
    that the text holds more.
    """

    text: str
    plain: str
    lower: str
    languages: tuple[str, ...] = ()
    figures: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    more_figures: bool = False

    @property
    def is_ascii(self) -> bool:
        """Whether the words of other alphabets need not be looked for: their tables make patterns twice as long."""
        return self.lower.isascii()

    @classmethod
    def of(cls, text: str, languages: tuple[str, ...] = ()) -> View:
        """The view of a text; keeps every offset."""
        plain = _RUNAWAY.sub(lambda found: "#" * len(found.group()), _plain(text))
        lower = plain.lower()
        if len(lower) != len(plain):  # a few letters (İ) grow when lowered
            lower = "".join(small if len(small := char.lower()) == 1 else char for char in plain)
        figures = tuple(found.span() for found in islice(_FIGURES.finditer(plain), MAX_FIGURES + 1))
        return cls(text, plain, lower, languages, figures[:MAX_FIGURES], len(figures) > MAX_FIGURES)
