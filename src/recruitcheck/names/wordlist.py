"""The word lists that ship beside this room, as plain text: one fact per line, ``#`` opens a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_DATA = Path(__file__).with_name("data")


def lines(name: str) -> Iterator[str]:
    """The lines of ``data/<name>.txt`` without comments and empty ones."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """The lines of ``data/<name>.txt`` cut at their first ": "."""
    for line in lines(name):
        key, _, value = line.partition(": ")
        yield key, value.strip()


def spelt(letters: Iterable[str], sounds: str) -> dict[str, str]:
    """A table from letters to their sounds, which stand between blanks in the same order."""
    return dict(zip(letters, sounds.split(), strict=True))


_PARTED_BY_BLANKS = "[\u0370-\u0dff]"  # Greek to Sinhala
_IN_WORD = "\\w\u0591-\u05c7\u064b-\u065f\u0900-\u0dff"  # vowel signs are no letters to ``re``


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases, the longest first; whole words only in scripts that part words by blanks."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    parted = re.compile(_PARTED_BY_BLANKS).match
    words = [re.escape(phrase) for phrase in ordered if parted(phrase)]
    free = [re.escape(phrase) for phrase in ordered if not parted(phrase)]
    # One bound for all words: compiling a bound for each takes seconds.
    bounded = [f"(?<![{_IN_WORD}])(?:{'|'.join(words)})(?![{_IN_WORD}])"] if words else []
    return re.compile("|".join(free + bounded), re.IGNORECASE)
