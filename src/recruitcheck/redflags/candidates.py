"""Which clauses may meet which patterns: one pass over a text's words for all patterns of a language at once.

What stands in a clause is one number, a bit for each of the rarest slots of every pattern; a pattern is tried where all
of its own bits are set, and only there are order, distance and guards looked at. In an ordinary advert that is one
clause in ten. Time is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from recruitcheck.redflags.compiled import CompiledCue, CompiledLanguage, CompiledPattern
from recruitcheck.redflags.facts import QUESTION
from recruitcheck.redflags.reading import Reading, asks


class Candidate(NamedTuple):
    """A clause by its place, its tokens [low, high), and what may stand in it; patterns in the order of the rules."""

    place: int
    low: int
    high: int
    patterns: tuple[CompiledPattern, ...]
    cues: tuple[CompiledCue, ...]


def find_candidates(work: Reading, language: CompiledLanguage) -> Iterator[Candidate]:
    """The clauses in which something may stand, in order."""
    mask, tokens, origins = language.seek.mask, work.tokens.words, work.tokens.origins
    scale, kind = language.file.gap_scale, work.document.kind.value
    facts = _fact_bits(work, language)
    question = language.fact_bits.get(QUESTION, 0)
    leads: dict[tuple[int, int], int] = {}
    high = 0
    for place, clause in enumerate(work.clauses):
        low = bisect_left(origins, clause.start, high)
        high = bisect_left(origins, clause.end, low)
        here = own = mask(tokens, low, high) | facts.get(place, 0)
        if clause.lead is not None:
            lead = work.lead_of(clause, scale)
            if lead not in leads:
                leads[lead] = mask(tokens, *lead)
            here |= leads[lead]
        if question and asks(work, clause):
            here |= question
        patterns, cues = _standing(here, language)
        patterns = [one for one in patterns if not one.kinds or kind in one.kinds]
        if clause.answers:
            cues = [cue for cue in cues if cue.sieve & own == cue.sieve]
        if patterns or cues:
            patterns.sort(key=_order)
            yield Candidate(place, low, high, tuple(patterns), tuple(cues))


def _standing(here: int, language: CompiledLanguage) -> tuple[list[CompiledPattern], list[CompiledCue]]:
    """The patterns and cues all of whose bits are set in ``here``."""
    patterns: list[CompiledPattern] = []
    cues: list[CompiledCue] = []
    anchors = here & language.anchors
    while anchors:
        anchor = anchors & -anchors
        anchors ^= anchor
        for one in language.by_anchor.get(anchor, ()):
            if one.sieve & here == one.sieve:
                patterns.append(one)
        for cue in language.cues_by_anchor.get(anchor, ()):
            if cue.sieve & here == cue.sieve:
                cues.append(cue)
    return patterns, cues


def _order(compiled: CompiledPattern) -> int:
    return compiled.order


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
