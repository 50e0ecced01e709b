"""What stands around a clause: the sentence that "it" speaks of, the heading of a list, the trade a text is about."""

from __future__ import annotations

import pytest

from recruitcheck.model import DocumentKind, Stance
from recruitcheck.redflags import load_rules
from recruitcheck.redflags.rulebook.examples import scan_text
from recruitcheck.redflags.scan_result import ScanResult
from tests.conftest import Bounded


def _scan(text: str, kind: DocumentKind = DocumentKind.OTHER) -> ScanResult:
    return scan_text(text, "en", load_rules(), kind)


def _flagged(text: str) -> set[str]:
    return {hit.practice.partition(".")[0] for hit in _scan(text).hits if hit.stance is Stance.STATES}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Bring your passport. It stays with us until you finish.", "document_retention"),
        ("Hand in your papers on day one. They are kept by the office.", "document_retention"),
        ("The salary is 300. Half of it is held till you go home.", "withheld_wages"),
    ],
)
def test_a_sentence_about_it_is_read_with_the_one_before(text: str, category: str) -> None:
    assert category in _flagged(text)


def test_the_quote_holds_both_sentences() -> None:
    text = "Welcome. Bring your passport. It stays with us until you finish."
    hit = next(hit for hit in _scan(text).hits if hit.rule_id == "passport-kept")
    assert text[hit.quote.start : hit.quote.end] == "Bring your passport. It stays with us until you finish."
    assert "read with the sentence before it" in hit.why


def test_what_the_sentence_before_denies_denies_nothing_in_the_next() -> None:
    assert "document_retention" in _flagged("No fee at all. It is the company that keeps your passport till the end.")


def test_a_sentence_that_denies_is_not_undone_by_the_next() -> None:
    assert not _flagged("You need not hand in your passport. It stays with you.")


@pytest.mark.parametrize(
    "text",
    [
        "The employer pays:\n- visa 900 USD\n- ticket 600 USD",
        "Paid by the employer:\n- visa 900 USD\n- medical 60 USD",
        "Service charge NPR 0, visa fee NPR 0, ticket NPR 0.",
    ],
)
def test_what_the_employer_pays_and_what_costs_nothing_is_no_fee(text: str) -> None:
    assert not _flagged(text)


def test_what_the_worker_pays_under_a_heading_is_a_fee() -> None:
    assert _flagged("The worker pays:\n- visa 900 USD\n- ticket 600 USD") == {"fee_charging"}


@pytest.mark.parametrize(
    "text",
    [
        "Tour terms. To secure your place pay 300 USD now, the balance before departure. No refund if you leave early.",
        "TENANCY. The tenant pays a deposit of 500 and may not have visitors after eleven.",
        "Car loan: you owe the bank 12,000 and may not leave the country with the car until the loan is cleared.",
        "Boarding school handbook. Phones are handed in at 21:30. Pupils may not leave the grounds without a pass.",
    ],
)
def test_a_text_about_another_trade_only_mentions(text: str) -> None:
    for kind in (DocumentKind.OTHER, DocumentKind.CONTRACT):
        assert _scan(text, kind).stance is Stance.MENTIONS


@pytest.mark.parametrize(
    "text",
    [
        "Tour terms. To secure your job in Poland pay 300 USD now.",
        "You rent a bed as our tenant and get the job; the deposit of 500 is lost if you leave before six weeks.",
        "We are three in a room. The landlord is our agent. Tenancy and school fees are taken from our wages.",
    ],
)
def test_another_trade_that_names_a_job_is_no_other_trade(text: str) -> None:
    assert _scan(text).stance is not Stance.MENTIONS


def test_a_language_without_words_for_jobs_takes_nothing_for_another_trade() -> None:
    text = "Tenancy ng kuwarto. Ang amo ang humahawak ng passport ninyo hanggang matapos ang kontrata."
    assert scan_text(text, "tl", load_rules()).stance is not Stance.MENTIONS


def test_pronouns_on_every_line_take_bounded_time(bounded: Bounded) -> None:
    with bounded(seconds=6):
        _scan("Give us your passport and phone. It stays with us, they are kept by the office until the end. " * 200)
