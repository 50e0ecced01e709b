"""Clauses: exact offsets, and no cut inside figures and abbreviations."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from recruitcheck.redflags.clauses import MAX_CLAUSE, cut_clauses, ends_in_question
from recruitcheck.redflags.quotes import MAX_QUOTE, quote_span


def _texts(text: str) -> list[str]:
    return [text[clause.start : clause.end] for clause in cut_clauses(text)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Pay Rs. 5,000 now. Come soon.", ["Pay Rs. 5,000 now.", "Come soon."]),
        ("Licence No. 12 is valid.", ["Licence No. 12 is valid."]),
        ("ගාස්තුව රු. 10,000 යි. එන්න.", ["ගාස්තුව රු. 10,000 යි.", "එන්න."]),
        ("கட்டணம் ரூ. 10,000 ஆகும். வரவும்.", ["கட்டணம் ரூ. 10,000 ஆகும்.", "வரவும்."]),
        ("शुल्क रु. 10,000 लाग्छ। आउनुस्।", ["शुल्क रु. 10,000 लाग्छ।", "आउनुस्।"]),
        ("Charges, e.g. visa, apply.", ["Charges, e.g. visa, apply."]),
        ("Ask Mr. Rao. He pays.", ["Ask Mr. Rao.", "He pays."]),
        ("Salary is 1.200 a month.", ["Salary is 1.200 a month."]),
        ("One; two; three", ["One;", "two;", "three"]),
        ("पहला वाक्य। दूसरा वाक्य।", ["पहला वाक्य।", "दूसरा वाक्य।"]),
        ("پہلا جملہ۔ دوسرا جملہ۔", ["پہلا جملہ۔", "دوسرا جملہ۔"]),
        ("第一句。第二句。", ["第一句。", "第二句。"]),
        ("- one\n- two", ["one", "two"]),
        ("1. Passport\n2. Wage", ["Passport", "Wage"]),
        ("Salary 900 ✅ Free food ✅ Call now", ["Salary 900", "Free food", "Call now"]),
        ("Really? Yes! Come.", ["Really?", "Yes!", "Come."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_text_is_cut_where_a_reader_pauses(text: str, clauses: list[str]) -> None:
    assert _texts(text) == clauses


def test_a_wrapped_sentence_stays_one_clause() -> None:
    text = "The employer shall provide the worker with a return ticket at the\nend of the contract."
    assert len(cut_clauses(text)) == 1


def test_a_lead_governs_its_list_however_long() -> None:
    text = "We never ask for:\n" + "\n".join(f"- item {number}" for number in range(40)) + "\n\nApply today."
    clauses = cut_clauses(text)
    leads = [text[clause.lead.start : clause.lead.end] if clause.lead else None for clause in clauses]
    assert leads[0] is None
    assert set(leads[1:41]) == {"We never ask for:"}
    assert leads[-1] is None


def test_a_lead_inside_a_sentence_governs_the_parts_after_it() -> None:
    text = "The employer shall not: (a) keep passports; (b) charge fees; (c) withhold wages."
    clauses = cut_clauses(text)
    assert [text[clause.lead.start : clause.lead.end] for clause in clauses[1:] if clause.lead] == [
        "The employer shall not:"
    ] * 2


def test_clauses_are_ordered_bounded_and_cover_the_words() -> None:
    source = random.Random(7)  # noqa: S311 - a fixed seed for a test
    alphabet = "ab Ä9.,;:\n-•()！।\t\u200b\U0001f4cc"
    for _ in range(300):
        text = "".join(source.choice(alphabet) for _ in range(source.randint(0, 900)))
        clauses = cut_clauses(text)
        assert all(0 < clause.end - clause.start <= MAX_CLAUSE for clause in clauses)
        assert all(one.end <= two.start for one, two in pairwise(clauses))
        covered = {place for clause in clauses for place in range(clause.start, clause.end)}
        assert all(place in covered for place, char in enumerate(text) if char == "Ä")


def test_a_quote_holds_the_words_and_stays_short() -> None:
    source = random.Random(11)  # noqa: S311 - a fixed seed for a test
    for _ in range(300):
        text = "".join(source.choice("abc ,;") for _ in range(source.randint(1, 1200)))
        first = source.randrange(len(text))
        last = min(len(text), first + source.randint(1, 200))
        span = quote_span(text, 0, len(text), first, last)
        assert 0 <= span.start <= span.end <= len(text)
        assert span.end - span.start <= MAX_QUOTE
        words = text[first:last].strip()
        assert words in text[span.start : span.end] or not words


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Κρατάει ο εργοδότης το διαβατήριό σου;", True),
        ("«Κρατάει το διαβατήριο;»", True),
        ("Κρατάει το διαβατήριο.", False),
        ("The boss keeps it;", False),
        (";", False),
        ("", False),
    ],
)
def test_a_semicolon_asks_in_greek_only(text: str, asks: bool) -> None:
    assert ends_in_question(text, len(text)) is asks
