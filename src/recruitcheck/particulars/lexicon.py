"""Phrases of many languages found by their first letters, whatever the size of the table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from recruitcheck.particulars.letter import HEAD, LETTER, Sought, beginnings, is_letter

# Scripts that part words by spaces; in the others a word may stand inside a run of letters.
_SPACED = frozenset(
    {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "SINHALA", "ETHIOPIC"}
    | {"GUJARATI", "GURMUKHI", "TELUGU", "MALAYALAM", "KANNADA"}
)
# Case endings are written on to the word in these scripts ("कामदार" + "ले").
_SUFFIXING = frozenset({"DEVANAGARI", "BENGALI", "TAMIL", "SINHALA", "TELUGU", "MALAYALAM", "KANNADA"})
_HEAD = HEAD  # code points by which phrases are looked up
_KEPT = 50_000  # beginnings of words of which it is remembered whether a phrase begins so
_LONGEST_ENDING = 12
_BLANKS = " \t\n"
_MOST_BLANKS = 3  # between two words of a phrase


class Term(NamedTuple):
    """A phrase found: [start, end) and the label of its table."""

    start: int
    end: int
    label: str


class _Begun(dict[str, bool]):
    """Whether a phrase of a table may begin with some characters; remembered once it was asked."""

    def __init__(self, heads: Collection[str]) -> None:
        self._heads = heads

    def __missing__(self, head: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        self[head] = known = any(head[:size] in self._heads for size in range(_HEAD, 0, -1))
        return known


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase and what must hold around it."""

    text: str
    words: tuple[str, ...]
    label: str
    spaced: bool  # its script parts words, so it stands between word edges
    ending: bool  # letters may follow

    def end(self, lower: str, at: int, stop: int) -> int:
        """The offset behind the phrase whose first word stands at ``at``, or -1."""
        if lower.startswith(self.text, at):
            end = at + len(self.text)
        elif len(self.words) > 1 and self._may_go_on(lower, at + len(self.words[0])):
            end = self._end_of_words(lower, at)
        else:
            return -1
        if not at < end <= stop:
            return -1
        if self.ending:
            last = min(stop, end + _LONGEST_ENDING)
            while end < last and is_letter(lower[end]):
                end += 1
        elif self.spaced and end < stop and is_letter(lower[end]):
            return -1
        return end

    def _may_go_on(self, lower: str, at: int) -> bool:
        """Whether the second word may follow the first, which ends at ``at``: right there, behind a single blank."""
        single = lower[at : at + 1] == " " and lower[at + 1 : at + 2] not in _BLANKS
        return not single or lower.startswith(self.words[1], at + 1)

    def _end_of_words(self, lower: str, at: int) -> int:
        """As ``end``, where the words are parted by some other or more blanks."""
        for place, word in enumerate(self.words):
            if place:
                first = at
                while at - first < _MOST_BLANKS and lower[at : at + 1] and lower[at] in _BLANKS:
                    at += 1
                if at == first:
                    return -1
            if not lower.startswith(word, at):
                return -1
            at += len(word)
        return at


class Lexicon:
    """A table of label → phrases. A trailing ``*`` lets endings follow ("вознагражден*").

    Phrases are matched in lower case, longest first, at word edges where their script has them;
    ``spill`` lets them follow a letter or digit directly ("15k").
    """

    def __init__(self, table: Mapping[str, Iterable[str]], *, spill: bool = False) -> None:
        self._spill = spill
        phrases: dict[str, _Phrase] = {}
        for label, words in table.items():
            for word in words:
                _add(phrases, label, word)
        heads: dict[str, list[_Phrase]] = {}
        for phrase in sorted(phrases.values(), key=lambda one: -len(one.text)):
            heads.setdefault(phrase.words[0][:_HEAD], []).append(phrase)
        self._heads = {head: tuple((one.words[0], one) for one in group) for head, group in heads.items()}
        self._firsts = frozenset(head[0] for head in heads)
        self._first_words = Sought(phrase.words[0] for phrase in phrases.values())
        joined = sorted({phrase.text[0] for phrase in phrases.values() if not phrase.spaced})
        inside = f"|[{re.escape(''.join(joined))}]" if joined else ""
        self._inside = frozenset(joined)
        self._starts = re.compile(rf"(?<!{LETTER}){LETTER}{inside}")
        self._begun = _Begun(self._heads)

    def find(self, lower: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
        """Every phrase in lower[start:end], in order, none overlapping."""
        stop, text, last = len(lower) if end is None else end, beginnings(lower), start
        places: Sequence[int]
        heads: Sequence[str]
        if self._inside.isdisjoint(text.letters):
            places, heads = text.between(start, stop)
        else:
            places = [found.start() for found in self._starts.finditer(lower, start, stop)]
            heads = [lower[at : at + _HEAD] for at in places]
        for at in compress(places, map(self._begun.__getitem__, heads)):
            term = self.match(lower, at, stop) if at >= last else None
            if term is not None:
                last = term.end
                yield term

    def find_rare(self, lower: str) -> Iterator[Term]:
        """As ``find`` in the whole text, for a small table of words that few texts hold: quicker by far."""
        last = 0
        for at in self._first_words.places(lower):
            term = self.match(lower, at) if at >= last else None
            if term is not None:
                last = term.end
                yield term

    def match(self, lower: str, at: int, stop: int | None = None) -> Term | None:
        """The longest phrase that starts at ``at`` and ends by ``stop``."""
        if lower[at : at + 1] not in self._firsts:
            return None
        stop = len(lower) if stop is None else stop
        for size in range(_HEAD, 0, -1):
            for first, phrase in self._heads.get(lower[at : at + size], ()):
                end = phrase.end(lower, at, stop) if lower.startswith(first, at) else -1
                if end > 0 and (self._spill or not phrase.spaced or not at or not is_letter(lower[at - 1])):
                    return Term(at, end, phrase.label)
        return None

    def search(self, lower: str, start: int, end: int) -> Term | None:
        """The first phrase in lower[start:end]."""
        return next(self.find(lower, start, end), None)


def _add(phrases: dict[str, _Phrase], label: str, word: str) -> None:
    """Add a phrase; the first label stays, an ending once allowed stays allowed."""
    stem = word.removesuffix("*")
    known = phrases.get(stem)
    script = unicodedata.name(stem[0], "").partition(" ")[0]
    spaced = script in _SPACED
    ending = spaced and (stem != word or (len(stem) > 2 and script in _SUFFIXING))
    if known is not None:
        label, ending = known.label, known.ending or ending
    phrases[stem] = _Phrase(stem, tuple(stem.split(" ")), label, spaced, ending)
