"""Terms a contract must state: what is missing or contradicted, with the requirement named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from recruitcheck.checks.drafting import CheckResult, draft_finding
from recruitcheck.model import (
    AbsenceEvidence,
    ComparisonEvidence,
    Confidence,
    Document,
    Finding,
    Outcome,
    QuoteEvidence,
    Severity,
    TermState,
)
from recruitcheck.redflags import is_whole
from recruitcheck.redflags.terms import LONG
from recruitcheck.vocabulary import terms as vocabulary_terms

if TYPE_CHECKING:
    from recruitcheck.standards.required_term import RequiredTerm

RULE_ESSENTIAL = "essential-terms-missing"
RULE_REQUIRED = "required-term-missing"
RULE_CONTRADICTED = "term-contradicted"
PRACTICE_MISSING = "vague_contract.missing_terms"
_TOLERATED = 1  # essential terms that may be missing before a contract is called vague


def check_contract(
    document: Document, states: Sequence[TermState], required: Iterable[RequiredTerm] = ()
) -> CheckResult:
    """Findings about terms. Only contracts and offer letters are judged for what they leave out, and only whole ones:
    a few clauses of a contract leave out the others by nature.

    No states (a language without term words) judges nothing: the language gap says so.
    """
    if not document.kind.must_state_terms:
        return CheckResult(not_applicable=(RULE_ESSENTIAL, RULE_REQUIRED, RULE_CONTRADICTED))
    if not states:
        return CheckResult()
    by_term = {state.term: state for state in states}
    groups = {RULE_CONTRADICTED: tuple(_contradicted(states))}
    whole = is_whole(document, states)
    if whole:
        groups[RULE_ESSENTIAL] = _essential(document, by_term)
        groups[RULE_REQUIRED] = tuple(_required(document, by_term, required))
    return CheckResult(
        findings=tuple(finding for group in groups.values() for finding in group),
        clear=tuple(rule for rule, group in groups.items() if not group),
        not_applicable=() if whole else (RULE_ESSENTIAL, RULE_REQUIRED),
    )


def _essential(document: Document, states: dict[str, TermState]) -> tuple[Finding, ...]:
    missing = [
        term
        for term in vocabulary_terms().values()
        if term.essential and term.kind == "clause" and term.id in states and states[term.id].state == "not_stated"
    ]
    if len(missing) <= _TOLERATED:
        return ()
    short = len(document.text) < LONG  # it may be a part after all: what it lacks is a question
    return (
        draft_finding(
            RULE_ESSENTIAL,
            PRACTICE_MISSING,
            Outcome.REVIEW if short else Outcome.FLAGGED,
            Severity.LOW if short else Severity.MEDIUM,
            Confidence.LOW if short else Confidence.MEDIUM,
            message_id="offer.missing_terms_short" if short else "offer.missing_terms",
            args={"missing": "; ".join(term.title for term in missing)},
            evidence=[AbsenceEvidence(what=term.title, searched=_where(document)) for term in missing],
        ),
    )


def _required(document: Document, states: dict[str, TermState], required: Iterable[RequiredTerm]) -> Iterable[Finding]:
    """One finding per missing term; two laws that require it are named together."""
    named: dict[str, list[str]] = {}
    known = vocabulary_terms()
    for item in required:
        state = states.get(item.term)
        if state is not None and state.state == "not_stated" and known[item.term].kind == "clause":
            named.setdefault(item.term, []).append(f"{item.instrument} {item.provision} ({item.jurisdiction})")
    for term, sources in sorted(named.items()):
        title = known[term].title
        yield draft_finding(
            RULE_REQUIRED,
            PRACTICE_MISSING,
            Outcome.REVIEW,
            Severity.LOW,
            Confidence.MEDIUM,
            message_id="offer.required_term_missing",
            args={"term": title, "requirement": "; ".join(dict.fromkeys(sources))},
            evidence=[AbsenceEvidence(what=title, searched=_where(document))],
        )


def _contradicted(states: Sequence[TermState]) -> Iterable[Finding]:
    for state in states:
        quotes = [item for item in state.evidence if isinstance(item, QuoteEvidence)]
        if state.state != "contradicted" or len(quotes) < 2:
            continue
        yield draft_finding(
            RULE_CONTRADICTED,
            PRACTICE_MISSING,
            Outcome.REVIEW,
            Severity.MEDIUM,
            Confidence.MEDIUM,
            message_id="offer.term_contradicted",
            args={"term": state.title, "first": quotes[0].text, "second": quotes[1].text},
            evidence=[*quotes, ComparisonEvidence({"text": quotes[0].text}, {"text": quotes[1].text})],
        )


def _where(document: Document) -> str:
    return f"the whole text of {document.id}, {len(document.pages) or 1} page(s)"
