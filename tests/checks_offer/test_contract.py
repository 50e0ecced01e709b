"""Terms of a contract: stated, not stated, contradicted; requirements named; fees listed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recruitcheck.checks.contract import RULE_CONTRADICTED, RULE_ESSENTIAL, RULE_REQUIRED, check_contract
from recruitcheck.checks.fees import list_fees
from recruitcheck.documents import document_from_text
from recruitcheck.model import (
    Document,
    DocumentKind,
    DocumentOrigin,
    Fact,
    FactKind,
    FeeJudgement,
    Money,
    Outcome,
    Particulars,
    QuoteEvidence,
    TermState,
)
from recruitcheck.particulars import extract
from recruitcheck.redflags import judge_terms
from recruitcheck.standards.required_term import RequiredTerm
from recruitcheck.vocabulary import terms

FULL = """EMPLOYMENT CONTRACT
Employer: Palm Hotel LLC, Muscat. Employee name: ________
Position: cook. Place of work: Muscat.
The contract is for two years.
Salary: 160 OMR per month, paid on the last day of each month.
Working hours: 8 hours a day, 6 days a week.
"""


def _document(text: str, kind: DocumentKind = DocumentKind.CONTRACT) -> Document:
    document = document_from_text(text, id="d1", path=None, kind=kind, origin=DocumentOrigin.UNKNOWN)
    return replace(document, languages=("en",))


def _states(text: str) -> dict[str, TermState]:
    document = _document(text)
    return {state.term: state for state in judge_terms(document, extract(document))}


def test_every_term_of_the_vocabulary_is_judged_in_its_order() -> None:
    assert tuple(_states(FULL)) == tuple(terms())


def test_a_full_contract_states_the_essential_terms() -> None:
    states = _states(FULL)
    assert {term for term in terms() if terms()[term].essential and states[term].state != "stated"} == set()
    assert all(
        item.text == FULL[item.start : item.end]
        for state in states.values()
        for item in state.evidence
        if isinstance(item, QuoteEvidence)
    )


@pytest.mark.parametrize(
    ("before", "after", "term"),
    [
        ("Salary: 160 OMR per month, paid on the last day of each month.", "Salary: ____________", "wage"),
        ("Salary: 160 OMR per month, paid on the last day of each month.", "Salary: to be decided on arrival.", "wage"),
        ("Working hours: 8 hours a day, 6 days a week.", "Working hours: ..........", "hours"),
        ("Working hours: 8 hours a day, 6 days a week.", "", "hours"),
        ("The contract is for two years.", "Duration: [ ]", "duration"),
    ],
)
def test_a_blank_or_postponed_term_is_not_stated(before: str, after: str, term: str) -> None:
    assert _states(FULL.replace(before, after))[term].state == "not_stated"


def test_two_different_working_days_contradict_each_other() -> None:
    text = FULL + "The employee shall work 12 hours a day.\n"
    state = _states(text)["hours"]
    assert state.state == "contradicted"
    [finding] = [f for f in check_contract(_document(text), [state]).findings if f.rule == RULE_CONTRADICTED]
    assert finding.outcome is Outcome.REVIEW
    assert "12 hours" in finding.message


def test_a_contract_without_essential_terms_is_vague() -> None:
    text = "EMPLOYMENT CONTRACT\n" + "The employee accepts the rules of the house and follows instructions. " * 12
    document = _document(text)
    result = check_contract(document, judge_terms(document, extract(document)))
    [finding] = [finding for finding in result.findings if finding.rule == RULE_ESSENTIAL]
    assert finding.outcome is Outcome.FLAGGED
    assert finding.practice == "vague_contract.missing_terms"
    assert "Wage" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The employee accepts the rules of the house.",
        "7. Custody of documents. The second party deposits all papers with the office.",
        "Article 4. Position: cook. Salary: 160 OMR. Working hours: 8 hours a day. " + "The parties agree. " * 40,
        "… and the employer pays the ticket. Position: cook. Salary: 160 OMR. Hours: 8 hours a day.",
        "EMPLOYMENT CONTRACT (extract). Position: cook. Salary: 160 OMR. Working hours: 8 hours a day.",
    ],
    ids=["one sentence", "seventh clause", "fourth article", "middle of a text", "called an extract"],
)
def test_a_part_of_a_contract_is_not_judged_for_what_it_leaves_out(text: str) -> None:
    document = _document(text)
    result = check_contract(document, judge_terms(document, extract(document)))
    assert not result.findings
    assert result.not_applicable == (RULE_ESSENTIAL, RULE_REQUIRED)


def test_a_short_contract_that_states_half_is_asked_for_the_rest() -> None:
    document = _document(
        "Position: cook. Salary: 160 OMR a month. Working hours: 8 hours a day. Signed by both parties."
    )
    result = check_contract(document, judge_terms(document, extract(document)))
    assert [finding.outcome for finding in result.findings] == [Outcome.REVIEW]


def test_an_advert_is_not_judged_for_what_it_leaves_out() -> None:
    document = _document("Cook wanted.", DocumentKind.ADVERT)
    result = check_contract(document, judge_terms(document, extract(document)))
    assert not result.findings
    assert RULE_ESSENTIAL in result.not_applicable


def test_a_required_term_that_is_missing_names_who_requires_it() -> None:
    document = _document(FULL)
    required = [
        RequiredTerm("insurance", "NP", "origin", "np-act", "s. 25", "text_read"),
        RequiredTerm("wage", "NP", "origin", "np-act", "s. 25", "text_read"),
    ]
    result = check_contract(document, judge_terms(document, extract(document)), required)
    [finding] = [finding for finding in result.findings if finding.rule == RULE_REQUIRED]
    assert "np-act s. 25 (NP)" in finding.message
    assert finding.args["term"] == terms()["insurance"].title


def test_a_language_without_term_words_states_nothing_and_blames_nothing() -> None:
    document = replace(_document("Contrato"), languages=("xx",))
    assert judge_terms(document, Particulars()) == ()
    assert check_contract(document, ()).findings == ()


def test_fees_are_listed_and_only_the_workers_are_judged() -> None:
    asked: list[str] = []

    def judge(fact: Fact) -> tuple[FeeJudgement, ...]:
        asked.append(fact.text)
        return ()

    def fee(text: str, start: int, money: Money, payer: str | None) -> Fact:
        return Fact(FactKind.FEE, start, start + len(text), text, money, item="travel", payer=payer)

    facts = Particulars(
        (
            fee("ticket 300 USD", 0, Money(Decimal("300"), "USD"), "employer"),
            fee("medical 40-60", 20, Money(Decimal("40"), None, Decimal("60")), None),
            fee("2,400 x 6", 40, Money(Decimal("2400"), "HKD", None, 6), "worker"),
        )
    )
    fees = list_fees(_document("x" * 60), facts, judge)
    assert [fee.amount for fee in fees] == ["300", "40-60", "2400 x 6"]
    assert asked == ["medical 40-60", "2,400 x 6"]
    assert [fee.payer for fee in fees] == ["employer", None, "worker"]
