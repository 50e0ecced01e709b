"""Small numbers in figures and words ("six", "five and a half")."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from recruitcheck.particulars.letter import LETTER, places
from recruitcheck.particulars.view import View

_WORDS: dict[str, str] = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "eighteen": "18",
    "twenty-four": "24",
    "un": "1",
    "una": "1",
    "une": "1",
    "uno": "1",
    "dos": "2",
    "deux": "2",
    "dois": "2",
    "zwei": "2",
    "due": "2",
    "dua": "2",
    "dalawang": "2",
    "hai": "2",
    "два": "2",
    "две": "2",
    "tres": "3",
    "trois": "3",
    "três": "3",
    "drei": "3",
    "tiga": "3",
    "tatlong": "3",
    "три": "3",
    "cuatro": "4",
    "quatre": "4",
    "vier": "4",
    "cinco": "5",
    "cinq": "5",
    "fünf": "5",
    "lima": "5",
    "seis": "6",
    "sechs": "6",
    "enam": "6",
    "шесть": "6",
    "siete": "7",
    "sept": "7",
    "sieben": "7",
    "tujuh": "7",
    "семь": "7",
    "ocho": "8",
    "huit": "8",
    "acht": "8",
    "diez": "10",
    "dix": "10",
    "zehn": "10",
    "doce": "12",
    "douze": "12",
    "zwölf": "12",
    "सात": "7",
    "दो": "2",
    "दुई": "2",
    "दस": "10",
    "बारह": "12",
    "দুই": "2",
    "তিন": "3",
    "دو": "2",
    "تین": "3",
    "سنتان": "2",
    "两": "2",
    "二": "2",
    "三": "3",
    "六": "6",
    "七": "7",
    "八": "8",
    "十": "10",
    "十二": "12",
}
_HALF = (" and a half", " y media", " et demie", " y medio", "½")

_WORD = rf"(?<!{LETTER})(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_FRACTION = "(?:½| and a half| y media| y medio| et demie)?"
# The upper end of a range: figures with at most one decimal mark, or a word, each perhaps with a half.
SMALL_TOP = rf"(?:[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|{_WORD}){_FRACTION}"
# The same where it stands first: not inside a longer figure, a date, a time or a price.
SMALL = rf"(?:(?<![0-9.,/:$-])[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|{_WORD}){_FRACTION}"


@cache
def _small() -> re.Pattern[str]:
    return re.compile(SMALL)


def small_numbers(view: View) -> Iterator[tuple[int, int]]:
    """[start, end) of every small number, in order; the starting points of hours and durations."""
    small, last = _small(), 0
    for start in heapq.merge((start for start, _ in view.figures), places(view.lower, _WORDS)):
        found = small.match(view.lower, start) if start >= last else None
        if found is not None:
            last = found.end()
            yield found.span()


def small_number(text: str) -> Decimal | None:
    """The value of what SMALL matched; None for anything else."""
    half = Decimal(0)
    for mark in _HALF:
        if text.endswith(mark):
            text, half = text.removesuffix(mark), Decimal("0.5")
    figures = _WORDS.get(text, text).replace(",", ".")
    if not figures.replace(".", "", 1).isdigit():
        return None
    return Decimal(figures) + half
