"""Which clauses may meet which patterns: one pass over a text's words for all patterns of a language at once.

What stands in a clause is one number, a bit for each slot that some pattern needs; a pattern is tried where all of its
own bits are set, and only there are order, distance and guards looked at. In an ordinary advert that is one clause in
ten. Time is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from recruitcheck.redflags.compiled import CompiledCue, CompiledLanguage, CompiledPattern
from recruitcheck.redflags.facts import QUESTION
from recruitcheck.redflags.matcher import Passage
from recruitcheck.redflags.reading import Reading, asks, read_passage
from recruitcheck.redflags.words.lexicon import Mentions


class Candidate(NamedTuple):
    """A clause by its place, its tokens [low, high), and what may stand in it; patterns in the order of the rules."""

    place: int
    low: int
    high: int
    patterns: list[CompiledPattern]
    cues: list[CompiledCue]
    passage: Passage


class Survey:
    """One document looked through for one language, clause by clause."""

    def __init__(self, work: Reading, language: CompiledLanguage) -> None:
        self.work = work
        self.language = language
        self._facts = _fact_bits(work, language)
        self._question = language.fact_bits.get(QUESTION, 0)
        self._leads: dict[tuple[int, int], int] = {}

    def candidates(self) -> Iterator[Candidate]:
        """The clauses in which something may stand, in order."""
        work, language, origins = self.work, self.language, self.work.tokens.origins
        lexicon, facts, question = language.lexicon, self._facts, self._question
        look = lexicon.look(work.tokens.words)
        kind, scale = work.document.kind.value, language.gap_scale
        high = 0
        for place, clause in enumerate(work.clauses):
            low = bisect_left(origins, clause.start, high)
            high = bisect_left(origins, clause.end, low)
            sight = lexicon.see_in(look, low, high)
            here = own = sight.bits | facts.get(place, 0)
            if clause.lead is not None:
                here |= self._lead_bits(work.lead_of(clause, scale))
            if question and asks(work, clause):
                here |= question
            standing = language.standing(here)
            if not standing:
                continue
            patterns = language.patterns_in(standing, kind)
            cues = language.cues_in(language.standing(own) if clause.answers or clause.refers else standing)
            if patterns or cues:
                if clause.lead is None:
                    mentions = Mentions(lexicon, sight, low)
                    passage = read_passage(work, language, clause, low, high, mentions, standing)
                else:
                    passage = self.passage(place, low, high)
                yield Candidate(place, low, high, patterns, cues, passage)

    def passage(self, place: int, low: int, high: int) -> Passage:
        """The clause at ``place``, whose tokens are [low, high), after those of its lead."""
        work, language, clause = self.work, self.language, self.work.clauses[place]
        first, last = work.lead_of(clause, language.gap_scale)
        words = work.tokens.words[first:last] + work.tokens.words[low:high]
        sight = language.lexicon.see(words, 0, len(words))
        here = sight.bits | self._facts.get(place, 0)
        if self._question and asks(work, clause):
            here |= self._question
        mentions = Mentions(language.lexicon, sight)
        return read_passage(work, language, clause, low, high, mentions, language.standing(here))

    def _lead_bits(self, lead: tuple[int, int]) -> int:
        known = self._leads.get(lead)
        if known is None:
            known = self._leads[lead] = self.language.lexicon.see(self.work.tokens.words, *lead).bits
        return known


def find_candidates(work: Reading, language: CompiledLanguage) -> Iterator[Candidate]:
    """The clauses in which something may stand, in order."""
    return Survey(work, language).candidates()


def _fact_bits(work: Reading, language: CompiledLanguage) -> dict[int, int]:
    """By the place of a clause the bits of the facts that touch it."""
    found: dict[int, int] = {}
    starts, bits = work.clause_starts, language.fact_bits
    for fact, slots in zip(work.facts, work.fact_slots, strict=True):
        here = 0
        for slot in slots:
            here |= bits.get(slot, 0)
        if here:
            low = max(bisect_left(starts, fact.start + 1) - 1, 0)
            for place in range(low, bisect_left(starts, fact.end)):
                found[place] = found.get(place, 0) | here
    return found
