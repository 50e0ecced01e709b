"""A document on its way through the rules: its view, tokens, clauses and figures, and each clause made a passage."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from recruitcheck.model import Document, Fact
from recruitcheck.redflags.clauses import Clause
from recruitcheck.redflags.compiled import CompiledLanguage
from recruitcheck.redflags.facts import fact_mentions
from recruitcheck.redflags.folding import Folded
from recruitcheck.redflags.lexicon import Mentions
from recruitcheck.redflags.matcher import Passage
from recruitcheck.redflags.tokens import Tokens

MAX_LEAD_WORDS = 30
_BREAKING = frozenset(",:;()[]|/–—…،、，：؛၊፣፤፥፦៖\n\r\t")


@dataclass(slots=True)
class Reading:
    """One document, read once for all languages; ``facts`` ordered by start."""

    document: Document
    folded: Folded
    tokens: Tokens
    clauses: tuple[Clause, ...]
    facts: tuple[Fact, ...]
    fact_starts: list[int]
    longest_fact: int


def read_passage(work: Reading, language: CompiledLanguage, clause: Clause, low: int, high: int) -> Passage:
    """The tokens [low, high) of a clause after those of its lead, with where every slot is mentioned."""
    tokens = work.tokens
    words = tokens.words[low:high]
    lead_low = lead_high = 0
    if clause.lead is not None:
        lead_low = bisect_left(tokens.origins, clause.lead.start)
        lead_high = bisect_left(tokens.origins, clause.lead.end)
        lead_low = max(lead_low, lead_high - MAX_LEAD_WORDS * language.file.gap_scale)
        words = tokens.words[lead_low:lead_high] + words
    own = lead_high - lead_low
    mentions = language.lexicon.find(words)
    if language.fact_slots:
        facts = _facts_in(work, clause)
        if facts:
            starts = tokens.origins[low:high]
            mentions.update(fact_mentions(facts, starts, own, language.fact_slots, clause.end))
        _fill_with_figures(mentions, words, language)
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


def _facts_in(work: Reading, clause: Clause) -> list[Fact]:
    low = bisect_left(work.fact_starts, clause.start - work.longest_fact)
    high = bisect_left(work.fact_starts, clause.end)
    return [fact for fact in work.facts[low:high] if fact.end > clause.start]
