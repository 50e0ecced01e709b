"""One cell's text made fit to use: spacing and control characters set right, "N/A" taken for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from recruitcheck.registry.readers.limits import PATTERN_SECONDS

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
PHONE_SPLIT = r"[/;,|\n]"
EMAIL_SPLIT = r"[\s/;,|]+"
WEBSITE_SPLIT = r"[\s;,|]+"
SCOPE_SPLIT = r"[;\n]"
_TRUE_WORDS = frozenset({"true", "1", "yes", "y", "x", "ano", "ja", "oui"})


def clean(text: str) -> str:
    """Runs of any blank become one space; control characters vanish. Everything else stays as printed."""
    spaced = " ".join(text.split())
    return spaced if spaced.isprintable() else _CONTROLS.sub("", spaced)


def folded_word(text: str) -> str:
    """A status or null word for comparison: case and spacing set aside, nothing else."""
    return clean(text).casefold()


def null_words(words: Iterable[str]) -> frozenset[str]:
    """The declared words for "nothing", ready for ``value_of``."""
    return frozenset(folded_word(word) for word in words)


def value_of(text: str, nulls: frozenset[str]) -> str:
    """The cleaned text, or "" where it is a word for nothing."""
    value = clean(text)
    return "" if value.casefold() in nulls else value


def parts_of(text: str, pattern: str, nulls: frozenset[str]) -> tuple[str, ...]:
    """The values of a cell that holds several, in order, each once. A pattern that takes too long divides nothing."""
    try:
        pieces = regex.split(pattern, text, timeout=PATTERN_SECONDS)
    except TimeoutError:
        pieces = [text]
    found = (value_of(piece, nulls) for piece in pieces if piece)
    return tuple(dict.fromkeys(value for value in found if value))


def is_true(text: str) -> bool:
    """Whether a yes/no cell says yes."""
    return folded_word(text) in _TRUE_WORDS


def matches_whole(pattern: str, text: str) -> bool:
    """Whether a declared pattern fits the whole text; one that takes too long does not."""
    try:
        return regex.fullmatch(pattern, text, timeout=PATTERN_SECONDS) is not None
    except TimeoutError:
        return False
