"""What stands in a name and is no part of it: honorifics and licence numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from recruitcheck.names.fold import fold

_HONORIFIC = re.compile(r"^\W*(?:m\s?/\s?s|messrs)\b[.\s:,]*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ARTICLE = re.compile(r"^\s*the\s+(?=\S)", re.IGNORECASE)
_OFFICE_CHARS = 60  # of the end of a name, in which an office is looked for
_NUMBER = r"(?:[a-z]{0,4}[-\s/.]{0,2})?\d[\w/.+-]{0,40}"


@cache
def _licence() -> re.Pattern[str]:
    """Compiled on first use: most names hold no digit."""
    return re.compile(
        r"[\[(,;:|–-]?\s*\b(?:"
        r"(?:(?:ea|eaa|poea|dmw|bmet|slbfe|mom|govt\.?|government)\s+)?"
        r"(?:licen[cs]ed?|lic|regd|registration|reg|regn)\b\.?\s*(?:number|nos?|num|nr|#)?\s*[.:#-]{0,3}\s*"
        rf"{_NUMBER}"
        r"|r\.?\s?l\b\.?\s*(?:nos?|number)?\s*[.:#-]{0,3}\s*\d[\w/-]{0,20}"
        r")\s*[\])]?",
        re.IGNORECASE,
    )


_OF_OFFICE = re.compile(r"regd|office|branch", re.IGNORECASE)


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind a name and tells of the office, not of the firm: of the main one, and of a branch.

    "Olive Branch" is a name; a branch is one only behind a legal form or a mark that parts it from the name.
    """
    return re.compile(
        r"[\s,;:|–-]*[(\[]?\s*\b(?:regd|(?:head|main|branch|regional|corporate)\s+office)\b\.?\s*[)\]]?\s*\Z",
        re.IGNORECASE,
    ), re.compile(
        r"(?:(?<=\bltd)|(?<=\blimited)|(?<=\bcompany)|(?<=\bllc)|(?<=\binc)|(?<=\bco)|(?=\s*[,(|–]|\s+-))\.?[\s,;:|–-]*[(\[]?"
        r"\s*(?:\w{3,20}\s+)?\bbranch\s*[)\]]?\s*\Z",
        re.IGNORECASE,
    )


def take_noise(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without "M/s", a leading "The" and licence numbers; and the folded tokens set aside."""
    aside: list[str] = []

    def gone(found: re.Match[str]) -> str:
        aside.append(found.group())
        return " "

    rest = _HONORIFIC.sub(gone, text)
    if _DIGIT.search(rest):
        rest = _licence().sub(gone, rest)
    if rest.isascii() and _OF_OFFICE.search(rest[-_OFFICE_CHARS:]):
        rest = _without_office(rest, gone)
    shorter = _ARTICLE.sub(gone, rest)
    if not fold(shorter):  # a name that is nothing but noise stays a name
        return text, ()
    spelt = [fold(part).replace("m s", "m/s") if _HONORIFIC.match(part) else fold(part) for part in aside]
    return shorter, tuple(token for part in spelt for token in part.split())


def _without_office(text: str, gone: Callable[[re.Match[str]], str]) -> str:
    """The text without "(Regd.)", "Head Office" or "- Dhaka Branch" at its end, if something is left before it."""
    for pattern in _offices():
        end = text[-_OFFICE_CHARS:]
        found = pattern.search(end)
        if found and fold(text[: len(text) - len(end) + found.start()]):
            text = text[: len(text) - len(end)] + pattern.sub(gone, end, count=1)
    return text


def is_noise(text: str) -> bool:
    """Whether a text holds only honorifics and licence numbers."""
    rest = _licence().sub(" ", _HONORIFIC.sub(" ", text))
    return not fold(rest)
