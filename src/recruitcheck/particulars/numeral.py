"""Small numbers in figures and words ("six", "five and a half")."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from recruitcheck.particulars.language import gathered, load_words
from recruitcheck.particulars.letter import LETTER, WORD_AFTER, Sought
from recruitcheck.particulars.view import View


@cache
def _words() -> dict[str, str]:
    """Number word → its value in figures."""
    return {word: value for one in load_words() for value, words in one.numbers.items() for word in words}


@cache
def _halves() -> tuple[str, ...]:
    return ("½", *gathered(lambda words: words.halves))


def _patterns(ascii_only: bool) -> tuple[str, str]:
    """A word for a number, and what adds a half to it."""
    known = [word for word in _words() if not ascii_only or word.isascii()]
    words = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    halves = [half for half in _halves() if not ascii_only or half.isascii()]
    return rf"(?<!{LETTER})(?:{words})", f"(?:{'|'.join(halves)})?"


@cache
def small_top(ascii_only: bool) -> str:
    """The upper end of a range: figures with at most one decimal mark, or a word, each perhaps with a half.

    ``ascii_only``: in a text of ASCII letters.
    """
    word, half = _patterns(ascii_only)
    return rf"(?:[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|{word}){half}"


@cache
def small(ascii_only: bool) -> str:
    """The same where it stands first: not inside a longer figure, a date, a time or a price."""
    word, half = _patterns(ascii_only)
    return rf"(?:(?<![0-9.,/:$-])[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|{word}){half}"


@cache
def _small(ascii_only: bool) -> re.Pattern[str]:
    return re.compile(small(ascii_only))


@cache
def _sought() -> Sought:
    return Sought(_words())


def small_numbers(view: View) -> Iterator[tuple[int, int]]:
    """[start, end) of every small number, in order; the starting points of hours and durations."""
    pattern, last = _small(view.is_ascii), 0
    for start in heapq.merge((start for start, _ in view.figures), _sought().places(view.lower)):
        found = pattern.match(view.lower, start) if start >= last else None
        if found is not None:
            last = found.end()
            yield found.span()


def small_number(text: str) -> Decimal | None:
    """The value of what ``small`` matched; None for anything else."""
    half = Decimal(0)
    for mark in _halves():
        if text.endswith(mark):
            text, half = text.removesuffix(mark), Decimal("0.5")
    figures = _words().get(text, text).replace(",", ".")
    if not figures.replace(".", "", 1).isdigit():
        return None
    return Decimal(figures) + half


@cache
def _spelled() -> dict[str, Decimal]:
    spelled = {word: value for one in load_words() for value, words in one.spelled.items() for word in words}
    return {word: Decimal(value) for word, value in (spelled | _words()).items()}


@cache
def _spelled_sought(ascii_only: bool) -> tuple[Sought, re.Pattern[str]]:
    words = sorted((word for word in _spelled() if not ascii_only or word.isascii()), key=len, reverse=True)
    return Sought(words), re.compile(rf"(?<!{LETTER})(?:{'|'.join(map(re.escape, words))}){WORD_AFTER}")


def spelled_numbers(view: View) -> Iterator[tuple[int, int, Decimal]]:
    """[start, end) and value of numbers in words, in order; amounts only beside a magnitude ("two thousand")."""
    sought, pattern = _spelled_sought(view.is_ascii)
    last = 0
    for start in sought.places(view.lower):
        found = pattern.match(view.lower, start) if start >= last else None
        if found is not None:
            last = found.end()
            yield start, last, _spelled()[found.group()]
