"""Texts that mix languages, headings that govern, and schedules of fees that end with a word of warning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.model import Stance
from recruitcheck.particulars import extract
from recruitcheck.redflags import ScanResult, load_rules, scan

RULES = load_rules()


def _scan(text: str) -> ScanResult:
    document = document_from_text(text)
    return scan(document, extract(document), RULES)


@pytest.mark.parametrize(
    "text",
    [
        "Bawal po mag charge ng placement fee payable by the worker, ayon sa batas.",
        "Hindi po kami nagtatago ng passport held by the employer, sa inyo lang po iyan.",
        "Bhai koi bhi agency passport kept by the company nahi kar sakti, ye gair kanooni hai.",
        "La empresa no retiene documentos, ningún passport kept by the employer, eso está prohibido aquí.",
    ],
)
def test_a_denial_in_the_texts_own_language_speaks_of_english_words_too(text: str) -> None:
    found = _scan(text)
    assert not found.hits
    assert any(hit.lang == "en" and hit.stopped_by for hit in (*found.mentions, *found.stopped))


@pytest.mark.parametrize(
    "text",
    [
        "Kailangan po mag-deposit ng 20k processing fee paid by the applicant bago ang medical.",
        "Bhai passport will be kept by the company jab tak contract khatam nahi hota hai.",
    ],
)
def test_a_denial_elsewhere_in_a_mixed_text_clears_nothing(text: str) -> None:
    assert _scan(text).hits


_REFUSED = ("Recruitment fees paid by workers", "Passports held by the employer", "Deposits demanded before departure")


def test_a_negating_heading_governs_items_parted_by_empty_lines() -> None:
    assert not _scan("What we do not accept from our suppliers:\n\n" + "\n\n".join(_REFUSED)).hits


def test_the_heading_of_a_list_ends_with_the_first_whole_sentence_after_an_empty_line() -> None:
    text = "We never ask for:\n\nDeposits\n\nThis is how it goes.\n\nThe passport is kept by the employer."
    assert {hit.rule_id for hit in _scan(text).hits} == {"passport-kept"}


def test_a_schedule_of_fees_that_ends_with_a_warning_states_its_fees() -> None:
    found = _scan("Processing fee 85,000 payable at interview, visa 20,000. Beware of fake agents using our name.")
    assert found.stance is Stance.STATES
    assert "worker-pays-recruitment-fee" in {hit.rule_id for hit in found.hits}


def test_a_warning_that_comes_first_still_speaks_for_the_sums_behind_it() -> None:
    found = _scan("Beware of fake agents using our name. They say: processing fee 85,000 payable at interview.")
    assert not found.hits


_ENGLISH_CLAUSES = (
    "Free visa, free ticket, the employer pays all costs.",
    "Retail assistant, £12.60 an hour plus service charge and tips.",
    "No: we used to ask for a training bond, but stopped in 2021.",
    "Basic wage 900 EUR plus commission on sales.",
    "Minimum hourly rate guaranteed under the award.",
)


@pytest.mark.parametrize("lang", ["am", "bn", "es", "hi", "it", "si", "sw", "tl"])
def test_loan_words_alone_say_nothing_in_an_english_clause(lang: str) -> None:
    document = replace(document_from_text("\n".join(_ENGLISH_CLAUSES)), languages=("en", lang))
    assert not [hit.rule_id for hit in scan(document, extract(document), RULES).hits if hit.lang == lang]


@pytest.mark.parametrize(
    ("languages", "text", "heard"),
    [
        (("en", "tl"), "Deposit 5,000 po bago ang flight.", True),  # "po", "bago", "ang" are its own
        (("en", "hi"), "Deposit 5,000 dena hoga.", True),
        (("tl",), "Sexy at single.", True),  # the text speaks nothing else
        (("en", "tl"), "Sexy at single.", False),
    ],
)
def test_a_loan_word_speaks_beside_words_of_its_language(languages: tuple[str, ...], text: str, heard: bool) -> None:
    document = replace(document_from_text(text), languages=languages)
    found = scan(document, extract(document), RULES)
    assert any(hit.lang == languages[-1] for hit in (*found.hits, *found.stopped, *found.mentions)) is heard
