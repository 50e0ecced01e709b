"""A document on its way through the rules: its view, tokens, clauses and figures, and each clause made a passage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recruitcheck.model import Document, Fact
from recruitcheck.particulars.limit import read_part
from recruitcheck.redflags.clauses import Clause, cut_clauses, ends_in_question, holds_question, referring
from recruitcheck.redflags.compiled import CompiledLanguage
from recruitcheck.redflags.facts import QUESTION, fact_mentions, slots_of
from recruitcheck.redflags.matcher import Passage
from recruitcheck.redflags.plan import facts_of
from recruitcheck.redflags.words.folding import Folded, fold
from recruitcheck.redflags.words.language import pronouns_of
from recruitcheck.redflags.words.lexicon import Mentions, Span
from recruitcheck.redflags.words.spelling import slips
from recruitcheck.redflags.words.tokens import Tokens, tokenise

MAX_LEAD_WORDS = 30
_FIRST_WORDS = 3  # of a sentence, in which a pronoun speaks of the one before
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
    questions: bool  # whether the text holds any

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
def read_text(text: str, languages: tuple[str, ...]) -> tuple[Folded, Tokens, tuple[Clause, ...]]:
    """The view of a text in some languages, its tokens and its clauses, as far as the text is read."""
    text = read_part(text)
    folded = fold(text)
    tokens = tokenise(folded)
    return folded, tokens.reading(slips(tokens.words, languages)), _joined(text, tokens, languages)


def _joined(text: str, tokens: Tokens, languages: tuple[str, ...]) -> tuple[Clause, ...]:
    """The clauses of a text; those that begin with a pronoun of its languages with the sentence before them."""
    clauses = cut_clauses(text)
    pronouns = _pronouns(languages)
    if pronouns.keys().isdisjoint(tokens.words):
        return clauses

    def speaks_of_it(clause: Clause) -> bool:
        low = bisect_left(tokens.origins, clause.start)
        return any(
            tuple(tokens.words[place : place + len(phrase)]) == phrase
            for place, word in enumerate(tokens.words[low : low + _FIRST_WORDS], low)
            for phrase in pronouns.get(word, ())
        )

    return referring(text, clauses, speaks_of_it)


@lru_cache(maxsize=256)
def _pronouns(languages: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The pronouns of some languages by their first words."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in dict.fromkeys(phrase for lang in languages for phrase in pronouns_of(lang)):
        by_first.setdefault(phrase[0], []).append(phrase)
    return by_first


def read_document(document: Document, facts: Iterable[Fact]) -> Reading:
    """One document made ready for all languages."""
    folded, tokens, clauses = read_text(document.text, document.languages)
    ordered = tuple(sorted(facts, key=lambda fact: fact.start))
    longest = max((fact.end - fact.start for fact in ordered), default=0)
    slots = tuple(map(slots_of, ordered))
    starts = [clause.start for clause in clauses]
    return Reading(
        document,
        folded,
        tokens,
        clauses,
        ordered,
        slots,
        [fact.start for fact in ordered],
        longest,
        starts,
        holds_question(document.text),
    )


def read_passage(
    work: Reading,
    language: CompiledLanguage,
    clause: Clause,
    low: int,
    high: int,
    mentions: Mentions,
    standing: int,
) -> Passage:
    """The tokens [low, high) of a clause after those of its lead; ``mentions`` of all of them, ``standing`` in them."""
    tokens = work.tokens
    lead_low, lead_high = work.lead_of(clause, language.gap_scale)
    words = tokens.words[lead_low:lead_high] + tokens.words[low:high]
    own = lead_high - lead_low
    facts = _facts_in(work, clause, low, high, own)

    def look(slot: str) -> Sequence[Span]:
        if slot == QUESTION:
            return [(len(words) - 1, len(words))] if asks(work, clause) else ()
        spans = mentions.of(slot)
        if facts and "<" in slot:
            filled = [span for fact in facts_of(slot) for span in facts.get(fact, ())]
            if filled:
                return sorted({*spans, *filled})
        return spans

    def find_breaks() -> frozenset[int]:
        order = [*range(lead_low, lead_high), *range(low, high)]
        text, spaces = work.folded.text, language.space_breaks
        starts, ends = tokens.starts, tokens.ends
        return frozenset(
            place
            for place in range(1, len(order))
            if place == own or _breaks(text[ends[order[place - 1]] : starts[order[place]]], spaces)
        )

    return Passage(
        words,
        own,
        language.fillers,
        look,
        find_breaks,
        answers=clause.answers,
        refers=clause.refers,
        standing=standing,
    )


def _facts_in(work: Reading, clause: Clause, low: int, high: int, own: int) -> dict[str, list[Span]]:
    """The mentions of fact slots in the tokens [low, high) of a clause."""
    facts = [
        (work.facts[place], work.fact_slots[place])
        for place in work.facts_in(clause)
        if work.facts[place].end > clause.start
    ]
    if not facts:
        return {}

    def end_of(token: int) -> int:
        return work.folded.end(work.tokens.ends[low + token])

    return fact_mentions(facts, work.tokens.origins[low:high], end_of, own, clause.end)


def asks(work: Reading, clause: Clause) -> bool:
    """Whether a clause ends in a question mark."""
    return work.questions and ends_in_question(work.document.text, clause.end)


def _breaks(between: str, spaces: bool) -> bool:
    if spaces and " " in between:
        return True
    return between != " " and (not _BREAKING.isdisjoint(between) or " - " in between)
