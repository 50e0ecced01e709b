"""Which terms of the vocabulary a contract states, leaves out or contradicts.

"Not stated" and "contradicted" are different things: a blank line or "on arrival" states nothing, while eight hours in
one clause and twelve in another contradict each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

import regex

from recruitcheck.model import Document, Fact, FactKind, Hours, Money, Particulars, QuoteEvidence, Span, TermState
from recruitcheck.redflags.clauses import Clause
from recruitcheck.redflags.quotes import quote_span
from recruitcheck.redflags.reading import read_text
from recruitcheck.redflags.term_words import TermWords, term_words
from recruitcheck.redflags.words.tokens import Tokens
from recruitcheck.vocabulary import terms

# "Salary: ______", "Wage ..........", "Hours: [ ]", "Employer:" with nothing behind it.
_BLANK = regex.compile(r"(?:_{3,}|\.{4,}|…{2,}|\[\s*\]|\(\s*\)|[:：]\s*[-–—]*\s*$)")
_MAX_QUOTES = 3
LONG = 700  # code points of a text that is taken for a whole contract even if it states little
_ESSENTIAL = 3
_HEAD = 160
# Opens with a clause number above one ("7. Custody", "Art. 3", "§ 4", "Cláusula 5ª"), or in the middle of a text.
_EXTRACT = regex.compile(
    r"\s*(?:(?:\[?…|\[?\.\.\.)|(?:§+\s*|\p{L}[\p{L}\p{M}]{0,11}\.?\s+)?(?:[2-9]|[1-9]\d)(?:\.\d{1,2})*\s?(?:[ªº°]|[.):–—-]+\s)"
    r"|(?:§+|\p{L}{1,9}\.)\s*(?:[2-9]|[1-9]\d)\s)"
)
_CALLED_EXTRACT = regex.compile(
    r"\b(?:extract|excerpt|extrait|extracto|fragmento|auszug|estratto|trecho|extras|wyciąg|fragment|выдержка|витяг)\b",
    regex.IGNORECASE,
)


def judge_terms(document: Document, particulars: Particulars) -> tuple[TermState, ...]:
    """The state of every term, in the vocabulary's order; () where no language of the document has term words."""
    words = [entry for entry in map(term_words, document.languages) if entry is not None]
    if not words or not document.text.strip():
        return ()
    _, tokens, clauses = read_text(document.text, document.languages)
    stated = _stated(document, tokens, clauses, words, particulars)
    contradicted = _contradictions(document, clauses, particulars)
    states = []
    for term in terms().values():
        if term.id in contradicted:
            states.append(TermState(term.id, term.title, "contradicted", contradicted[term.id]))
        elif term.id in stated:
            states.append(TermState(term.id, term.title, "stated", stated[term.id]))
        else:
            states.append(TermState(term.id, term.title, "not_stated"))
    return tuple(states)


def is_whole(document: Document, states: Sequence[TermState]) -> bool:
    """Whether a text looks like a whole offer or contract, so that what it leaves out can be told.

    One that opens with "Article 4", calls itself an extract or begins in the middle of a sentence does not; else it is
    long, names its papers (signatures, approval) or states half of what an offer cannot do without.
    """
    if _EXTRACT.match(document.text) or _CALLED_EXTRACT.search(document.text, 0, _HEAD):
        return False
    known = terms()
    stated = [known[state.term] for state in states if state.state != "not_stated"]
    essential = sum(term.essential for term in stated)
    return len(document.text) >= LONG or essential >= _ESSENTIAL or any(term.kind == "paper" for term in stated)


def _stated(
    document: Document,
    tokens: Tokens,
    clauses: tuple[Clause, ...],
    words: list[TermWords],
    particulars: Particulars,
) -> dict[str, tuple[QuoteEvidence, ...]]:
    found: dict[str, list[QuoteEvidence]] = {}
    for place, named in sorted(_named(tokens, clauses, words).items()):
        clause = clauses[place]
        text = document.text[clause.start : clause.end]
        blank = _BLANK.search(text)
        for term in named:
            if blank and not _has_content(text, blank):
                continue
            quotes = found.setdefault(term, [])
            if len(quotes) < _MAX_QUOTES:
                quotes.append(_quote(document, clause, clause.start, min(clause.end, clause.start + 1)))
    for term, fact in _from_facts(particulars):
        if term not in found:
            clause = _clause_of(clauses, fact.start)
            found[term] = [_quote(document, clause, fact.start, fact.end)]
    return {term: tuple(quotes) for term, quotes in found.items()}


def _named(tokens: Tokens, clauses: Sequence[Clause], words: list[TermWords]) -> dict[int, set[str]]:
    """Per clause, by its place, the terms that it names and does not leave open."""
    named: dict[int, set[str]] = {}
    looks = [(entry, entry.lexicon.look(tokens.words)) for entry in words]
    high = 0
    for place, clause in enumerate(clauses):
        low = bisect_left(tokens.origins, clause.start, high)
        high = bisect_left(tokens.origins, clause.end, low)
        found: set[str] = set()
        for entry, look in looks:
            here = entry.lexicon.see_in(look, low, high).bits
            if here & entry.postponed:
                break
            if here:
                found.update(term for bits, term in entry.terms if here & bits)
        else:
            if found:
                named[place] = found
    return named


def _has_content(text: str, blank: regex.Match[str]) -> bool:
    """Whether a clause says something beside its label and its blank: "Wage: 900 (nine hundred ____)"."""
    return any(char.isdigit() for char in text[: blank.start()])


def _from_facts(particulars: Particulars) -> Iterable[tuple[str, Fact]]:
    for fact in particulars.facts:
        if fact.kind is FactKind.WAGE:
            yield "wage", fact
        elif fact.kind is FactKind.HOURS and isinstance(fact.value, Hours):
            if fact.value.per_day is not None or fact.value.per_week is not None:
                yield "hours", fact
            if fact.value.days_per_week is not None or fact.value.rest_days_per_month is not None:
                yield "rest_day", fact
        elif fact.kind is FactKind.DURATION and getattr(fact.value, "of", "") == "contract":
            yield "duration", fact
        elif fact.kind is FactKind.PARTY and getattr(fact.value, "role", "") == "employer":
            yield "employer", fact


def _contradictions(
    document: Document, clauses: tuple[Clause, ...], particulars: Particulars
) -> dict[str, tuple[QuoteEvidence, ...]]:
    found = {}
    pairs = {"hours": _hours_that_differ(particulars), "wage": _wages_that_differ(particulars)}
    for term, facts in pairs.items():
        if facts:
            found[term] = tuple(
                _quote(document, _clause_of(clauses, fact.start), fact.start, fact.end) for fact in facts
            )
    return found


def _hours_that_differ(particulars: Particulars) -> tuple[Fact, ...]:
    daily = [
        fact
        for fact in particulars.of(FactKind.HOURS)
        if isinstance(fact.value, Hours) and fact.value.per_day is not None and fact.value.per_day >= 4
    ]
    for first, second in pairwise(daily):
        if isinstance(first.value, Hours) and isinstance(second.value, Hours):
            one, other = first.value.per_day, second.value.per_day
            if one is not None and other is not None and abs(one - other) >= 2:
                return first, second
    return ()


def _wages_that_differ(particulars: Particulars) -> tuple[Fact, ...]:
    """Two wages of the same currency and period, the second under the first by more than a tenth."""
    wages = [fact for fact in particulars.of(FactKind.WAGE) if isinstance(fact.value, Money) and fact.per]
    for first, second in pairwise(wages):
        if not (isinstance(first.value, Money) and isinstance(second.value, Money)):
            continue
        same = first.per == second.per and first.value.currency == second.value.currency is not None
        exact = first.value.amount_max is None and second.value.amount_max is None
        if same and exact and second.value.amount < first.value.amount * 9 / 10 and second.value.amount > 0:
            return first, second
    return ()


def _clause_of(clauses: tuple[Clause, ...], offset: int) -> Clause:
    place = bisect_right(clauses, offset, key=attrgetter("start")) - 1
    if place >= 0 and offset < clauses[place].end:
        return clauses[place]
    return Clause(offset, offset + 1)


def _quote(document: Document, clause: Clause, first: int, last: int) -> QuoteEvidence:
    span = quote_span(document.text, clause.start, max(clause.end, last), first, last)
    return quote_of(document, span)


def quote_of(document: Document, span: Span, lang: str | None = None) -> QuoteEvidence:
    """The words of a span as evidence."""
    return QuoteEvidence(
        document=document.id,
        source=document.origin.value,
        page=document.page_of(span.start),
        start=span.start,
        end=span.end,
        text=document.text[span.start : span.end],
        lang=lang,
    )
