"""A document on its way through the rules: its view, tokens, clauses and figures, and each clause made a passage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from recruitcheck.model import Document, Fact
from recruitcheck.redflags.clauses import Clause, cut_clauses
from recruitcheck.redflags.compiled import CompiledLanguage
from recruitcheck.redflags.facts import fact_mentions, slots_of
from recruitcheck.redflags.folding import Folded, fold
from recruitcheck.redflags.lexicon import Mentions
from recruitcheck.redflags.matcher import Passage
from recruitcheck.redflags.tokens import Tokens, tokenise

MAX_LEAD_WORDS = 30
QUESTION = "<question>"
_ASKING = frozenset("?？؟⁇՞")
_BREAKING = frozenset(",:;()[]|/–—…،、，：؛၊፣፤፥፦៖\n\r\t")


@dataclass(slots=True)
class Reading:
    """One document, read once for all languages; ``facts`` ordered by start."""

    document: Document
    folded: Folded
    tokens: Tokens
    clauses: tuple[Clause, ...]
    facts: tuple[Fact, ...]
    fact_slots: tuple[frozenset[str], ...]  # what each of the facts fills
    fact_starts: list[int]
    longest_fact: int
    clause_starts: list[int]
    _homes: dict[int, list[tuple[int, ...]]] = field(default_factory=dict)

    def homes(self, scale: int) -> list[tuple[int, ...]]:
        """Per token the places of the clauses that hold it, first its own, then those that its line governs."""
        if scale not in self._homes:
            self._homes[scale] = self._find_homes(scale)
        return self._homes[scale]

    def _find_homes(self, scale: int) -> list[tuple[int, ...]]:
        origins = self.tokens.origins
        homes: list[tuple[int, ...]] = [()] * len(origins)
        governed: dict[tuple[int, int], list[int]] = {}
        low = 0
        for place, clause in enumerate(self.clauses):
            low = bisect_left(origins, clause.start, low)
            high = bisect_left(origins, clause.end, low)
            homes[low:high] = [(place,)] * (high - low)
            if clause.lead is not None:
                governed.setdefault(self.lead_of(clause, scale), []).append(place)
        for (first, last), places in governed.items():
            for token in range(first, last):
                homes[token] = (*homes[token], *places)
        return homes

    def lead_of(self, clause: Clause, scale: int) -> tuple[int, int]:
        """The tokens [low, high) of the lead that governs a clause; none: (0, 0)."""
        if clause.lead is None:
            return 0, 0
        low = bisect_left(self.tokens.origins, clause.lead.start)
        high = bisect_left(self.tokens.origins, clause.lead.end)
        return max(low, high - MAX_LEAD_WORDS * scale), high

    def facts_in(self, clause: Clause) -> range:
        """The places of facts that touch a clause, and perhaps of some that end before it."""
        low = bisect_left(self.fact_starts, clause.start - self.longest_fact)
        return range(low, bisect_left(self.fact_starts, clause.end, low))


@lru_cache(maxsize=1)  # a document is read by the rules, then by the terms
def read_text(text: str) -> tuple[Folded, Tokens, tuple[Clause, ...]]:
    """The view of a text, its tokens and its clauses."""
    folded = fold(text)
    return folded, tokenise(folded), cut_clauses(text)


def read_document(document: Document, facts: Iterable[Fact]) -> Reading:
    """One document made ready for all languages."""
    folded, tokens, clauses = read_text(document.text)
    ordered = tuple(sorted(facts, key=lambda fact: fact.start))
    longest = max((fact.end - fact.start for fact in ordered), default=0)
    slots = tuple(map(slots_of, ordered))
    starts = [clause.start for clause in clauses]
    return Reading(document, folded, tokens, clauses, ordered, slots, [fact.start for fact in ordered], longest, starts)


def read_passage(work: Reading, language: CompiledLanguage, clause: Clause, low: int, high: int) -> Passage:
    """The tokens [low, high) of a clause after those of its lead, with where every slot is mentioned."""
    tokens = work.tokens
    lead_low, lead_high = work.lead_of(clause, language.file.gap_scale)
    words = tokens.words[lead_low:lead_high] + tokens.words[low:high]
    own = lead_high - lead_low
    mentions = language.lexicon.find(words)
    if language.fact_slots:
        facts = [
            (work.facts[place], work.fact_slots[place])
            for place in work.facts_in(clause)
            if work.facts[place].end > clause.start
        ]
        if facts:
            starts = tokens.origins[low:high]

            def end_of(token: int) -> int:
                return work.folded.end(tokens.ends[low + token])

            mentions.update(fact_mentions(facts, starts, end_of, own, language.fact_slots, clause.end))
        _fill_with_figures(mentions, words, language)
    if QUESTION in language.fact_slots and asks(work, clause):
        mentions[QUESTION] = [(len(words) - 1, len(words))]
    if not mentions:
        return Passage(words, [], mentions, own, frozenset())
    weights = [0]
    for word in words:
        weights.append(weights[-1] + (word not in language.fillers))
    order = [*range(lead_low, lead_high), *range(low, high)]
    text, spaces = work.folded.text, language.file.space_breaks
    breaks = frozenset(
        place
        for place in range(1, len(order))
        if place == own or _breaks(text[tokens.ends[order[place - 1]] : tokens.starts[order[place]]], spaces)
    )
    return Passage(words, weights, mentions, own, breaks)


def asks(work: Reading, clause: Clause) -> bool:
    """Whether a clause ends in a question mark."""
    return work.document.text[clause.end - 1 : clause.end] in _ASKING


def _fill_with_figures(mentions: Mentions, words: list[str], language: CompiledLanguage) -> None:
    """Figures as words, and facts in the slots where they stand beside words."""
    if "<number>" in language.fact_slots:
        numbers = [(place, place + 1) for place, word in enumerate(words) if word[0].isdigit()]
        if numbers:
            mentions["<number>"] = numbers
    for fact, slots in language.fact_unions.items():
        if fact in mentions:
            for slot in slots:
                mentions[slot] = sorted({*mentions.get(slot, ()), *mentions[fact]})


def _breaks(between: str, spaces: bool) -> bool:
    if spaces and " " in between:
        return True
    return between != " " and (not _BREAKING.isdisjoint(between) or " - " in between)
