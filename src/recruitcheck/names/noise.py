"""What stands in a name and is no part of it: honorifics and licence numbers."""

from __future__ import annotations

import re

from recruitcheck.names.fold import fold

_HONORIFIC = re.compile(r"^\W*(?:m\s?/\s?s|messrs)\b[.\s:,]*", re.IGNORECASE)
_ARTICLE = re.compile(r"^\s*the\s+(?=\S)", re.IGNORECASE)
_NUMBER = r"(?:[a-z]{0,4}[-\s/.]{0,2})?\d[\w/.+-]{0,40}"
_LICENCE = re.compile(
    r"[\[(,;:|–-]?\s*\b(?:"
    r"(?:(?:ea|eaa|poea|dmw|bmet|slbfe|mom|govt\.?|government)\s+)?"
    r"(?:licen[cs]ed?|lic|regd|registration|reg|regn)\b\.?\s*(?:number|nos?|num|nr|#)?\s*[.:#-]{0,3}\s*"
    rf"{_NUMBER}"
    r"|r\.?\s?l\b\.?\s*(?:nos?|number)?\s*[.:#-]{0,3}\s*\d[\w/-]{0,20}"
    r")\s*[\])]?",
    re.IGNORECASE,
)


def take_noise(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without "M/s", a leading "The" and licence numbers; and the folded tokens set aside."""
    aside: list[str] = []

    def gone(found: re.Match[str]) -> str:
        aside.append(found.group())
        return " "

    rest = _HONORIFIC.sub(gone, text)
    rest = _LICENCE.sub(gone, rest)
    shorter = _ARTICLE.sub(gone, rest)
    if not fold(shorter):  # a name that is nothing but noise stays a name
        return text, ()
    spelt = [fold(part).replace("m s", "m/s") if _HONORIFIC.match(part) else fold(part) for part in aside]
    return shorter, tuple(token for part in spelt for token in part.split())


def is_noise(text: str) -> bool:
    """Whether a text holds only honorifics and licence numbers."""
    rest = _LICENCE.sub(" ", _HONORIFIC.sub(" ", text))
    return not fold(rest)
