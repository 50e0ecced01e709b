"""Phrases of many languages found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import regex

# Scripts that part words by spaces; in the others a word may stand inside a run of letters.
_SPACED = regex.compile(
    r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Sinhala}\p{Ethiopic}"
    r"\p{Gujarati}\p{Gurmukhi}\p{Telugu}\p{Malayalam}\p{Kannada}]"
)
_BEFORE = r"(?<![\p{L}\p{M}])"
_AFTER = r"(?![\p{L}\p{M}])"
_ENDING = r"[\p{L}\p{M}]{0,12}"
# Case endings are written on to the word in these scripts ("कामदार" + "ले").
_SUFFIXING = regex.compile(r"[\p{Devanagari}\p{Bengali}\p{Tamil}\p{Sinhala}\p{Telugu}\p{Malayalam}\p{Kannada}]")


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase found: [start, end) and the label of its table."""

    start: int
    end: int
    label: str


class Lexicon:
    """A table of label → phrases. A trailing ``*`` lets endings follow ("вознагражден*").

    Phrases are matched in lower case, longest first, at word edges where their script has them;
    ``spill`` lets them follow a letter or digit directly ("15k").
    """

    def __init__(self, table: Mapping[str, Iterable[str]], *, spill: bool = False) -> None:
        self._labels: dict[str, str] = {}
        spaced: dict[str, str] = {}
        joined: dict[str, str] = {}
        for label, phrases in table.items():
            for phrase in phrases:
                stem = phrase.removesuffix("*")
                self._labels.setdefault(stem, label)
                if not _SPACED.match(stem):
                    joined[stem] = ""
                elif stem != phrase or (len(stem) > 2 and _SUFFIXING.match(stem)):
                    spaced[stem] = _ENDING
                else:
                    spaced.setdefault(stem, _AFTER)
        before = "" if spill else _BEFORE
        parts = [f"{before}{_trie(spaced)}"] if spaced else []
        if joined:
            parts.append(_trie(joined))
        self._pattern = regex.compile("|".join(parts))

    def find(self, lower: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
        """Every phrase in lower[start:end], in order, none overlapping."""
        for found in self._pattern.finditer(lower, start, len(lower) if end is None else end):
            yield self._term(found)

    def match(self, lower: str, at: int) -> Term | None:
        """The phrase that starts at ``at``."""
        found = self._pattern.match(lower, at)
        return self._term(found) if found else None

    def search(self, lower: str, start: int, end: int) -> Term | None:
        """The first phrase in lower[start:end]."""
        return next(self.find(lower, start, end), None)

    def _term(self, found: regex.Match[str]) -> Term:
        words = " ".join(found.group().split())
        while words not in self._labels:  # drop the ending that a stem let follow
            words = words[:-1].rstrip()
        return Term(found.start(), found.end(), self._labels[words])


def _trie(phrases: Mapping[str, str]) -> str:
    """One nested pattern for all phrases, so that time does not grow with the table.

    The value of a phrase is the pattern that must hold behind it; longer phrases are tried first.
    """
    return _branch(sorted(phrases.items()), 0)


def _branch(phrases: list[tuple[str, str]], depth: int) -> str:
    ends = [after for phrase, after in phrases if len(phrase) == depth]
    options = [
        _escape(char) + _branch(list(group), depth + 1)
        for char, group in groupby((item for item in phrases if len(item[0]) > depth), key=lambda item: item[0][depth])
    ]
    options.extend(ends)
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _escape(char: str) -> str:
    return r"[ \t\n]{1,3}" if char == " " else str(regex.escape(char))
