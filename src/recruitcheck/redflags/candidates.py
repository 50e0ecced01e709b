"""Which clauses may meet which patterns: one pass over a text's words for all patterns of a language at once.

The rarest slots of every pattern are found in the whole text; a pattern is tried where all of its own stand, and only
there are order, distance and guards looked at. In an ordinary advert that is one clause in ten. Time is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from recruitcheck.redflags.compiled import CompiledLanguage, CompiledPattern
from recruitcheck.redflags.reading import QUESTION, Reading, asks

_NUMBER = "<number>"
Places = dict[str, set[int]]  # slot -> the clauses, by their place, in which it stands (or in the lead above)


@dataclass(frozen=True, slots=True)
class Candidates:
    """By a clause's place: patterns all of whose slots stand there; cues that do, and cues that may."""

    patterns: dict[int, list[CompiledPattern]]
    cues: dict[int, list[str]]
    doubtful_cues: dict[int, list[str]]

    @property
    def clauses(self) -> list[int]:
        """Every place that one of them names, in order."""
        return sorted(self.patterns.keys() | self.cues.keys() | self.doubtful_cues.keys())


def find_candidates(work: Reading, language: CompiledLanguage) -> Candidates:
    """What may stand in which clause; patterns in the order of the rules."""
    places = _places(work, language)
    kind = work.document.kind.value
    patterns: dict[int, list[CompiledPattern]] = {}
    for anchor in language.by_anchor.keys() & places.keys():
        for compiled in language.by_anchor[anchor]:
            if not compiled.kinds or kind in compiled.kinds:
                for place in _common(compiled.sieve, places):
                    patterns.setdefault(place, []).append(compiled)
    for group in patterns.values():
        group.sort(key=lambda compiled: compiled.order)
    found = Candidates(patterns, {}, {})
    for name, cue_patterns in language.cues.items():
        for pattern in cue_patterns:
            cues = found.cues if len(pattern.slots) == 1 else found.doubtful_cues
            for place in _common(pattern.required, places):
                if name not in cues.setdefault(place, []):
                    cues[place].append(name)
    return found


def _common(slots: Iterable[str], places: Places) -> set[int]:
    found: set[int] | None = None
    for slot in slots:
        here = places.get(slot)
        if not here:
            return set()
        found = here if found is None else found & here
    return found or set()


def _places(work: Reading, language: CompiledLanguage) -> Places:
    homes = work.homes(language.file.gap_scale)
    places = language.seek.places(work.tokens.words, homes)
    for place, slots in _facts_by_clause(work):
        for slot in slots & language.fact_slots:
            places.setdefault(slot, set()).add(place)
    if _NUMBER in language.fact_slots:
        numbers = [token for token, word in enumerate(work.tokens.words) if word[0].isdigit()]
        if numbers:
            places[_NUMBER] = {place for token in numbers for place in homes[token]}
    if QUESTION in language.fact_slots:
        places[QUESTION] = {place for place, clause in enumerate(work.clauses) if asks(work, clause)}
    for fact, unions in language.fact_unions.items():
        if fact in places:
            for slot in unions:
                places[slot] = places.get(slot, set()) | places[fact]
    return places


def _facts_by_clause(work: Reading) -> Iterable[tuple[int, frozenset[str]]]:
    starts = work.clause_starts
    for fact, slots in zip(work.facts, work.fact_slots, strict=True):
        if slots:
            low = max(bisect_left(starts, fact.start + 1) - 1, 0)
            for place in range(low, bisect_left(starts, fact.end)):
                yield place, slots
