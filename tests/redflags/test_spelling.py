"""Slips of writing in words that matter are read as meant; right words and doubtful ones are left alone."""

from __future__ import annotations

import pytest

from recruitcheck.redflags import load_rules
from recruitcheck.redflags.rulebook.examples import scan_text
from recruitcheck.redflags.words.folding import fold_text
from recruitcheck.redflags.words.language import load_languages
from recruitcheck.redflags.words.spelling import LEAST_LETTERS, Spelling, is_one_slip, slips, spelling_of
from tests.bounds import Bounded

LISTING = sorted(lang for lang, file in load_languages().items() if file.often_misspelt)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pasport", "passport"),
        ("passsport", "passport"),
        ("pasasport", "passport"),
        ("passpost", "passport"),
        ("apssport", "apssport"),  # the first letter is never a slip
        ("passport", "passport"),
        ("passprots", "passports"),
        ("recruitement", "recruitment"),
        ("comission", "commission"),
        ("recieve", "receive"),
        ("pspt", "pspt"),
        ("expanse", "expanse"),  # right by itself
        ("employez", "employez"),  # employer or employee: nobody knows
        ("passp0rt", "passp0rt"),
    ],
)
def test_one_slip_in_a_listed_word_is_read_as_meant(written: str, meant: str) -> None:
    spelling = spelling_of(("en",))
    assert spelling is not None
    assert spelling.mend(written) == meant


@pytest.mark.parametrize(
    ("written", "meant", "one"),
    [
        ("ab", "ab", True), ("ab", "abc", True), ("abc", "ab", True), ("acb", "abc", True), ("axc", "abc", True),
        ("bac", "abc", True), ("abcd", "ab", False), ("acbd", "abce", False), ("cab", "abc", False), ("", "a", True),
    ],
)  # fmt: skip
def test_what_one_slip_is(written: str, meant: str, one: bool) -> None:
    assert is_one_slip(written, meant) is one


@pytest.mark.parametrize("lang", LISTING)
def test_words_beside_a_listed_one_are_none_of_them(lang: str) -> None:
    file = load_languages()[lang]
    spelling = Spelling(file.often_misspelt, ())
    assert all(len(word) >= LEAST_LETTERS for word in file.often_misspelt)
    assert set(file.often_misspelt).isdisjoint(file.unlike)
    assert [word for word in file.unlike if spelling.mend(fold_text(word)) == fold_text(word)] == []


@pytest.mark.parametrize(
    ("text", "lang", "rule"),
    [
        ("We will keep your pasport until the end of the contract.", "en", "passport-kept"),
        ("La agencia guardará su pasporte.", "es", "passport-kept"),
        ("Overtme is not paid.", "en", "wages-unpaid"),
    ],
)
def test_a_misspelt_text_is_flagged_with_the_words_as_written(text: str, lang: str, rule: str) -> None:
    result = scan_text(text, lang, load_rules())
    [hit] = [hit for hit in result.hits if hit.rule_id == rule]
    assert text[hit.start : hit.end] in text
    assert any(" read as " in line for line in hit.why)


def test_a_text_of_two_languages_keeps_the_words_of_both() -> None:
    assert slips(["contrato", "documents", "documentos"], ("en", "es")) == {}
    assert slips(["pasport"], ("und",)) == {}


def test_a_hostile_word_costs_little(bounded: Bounded) -> None:
    spelling = Spelling(["passport"], [])
    with bounded(seconds=2):
        assert spelling.mend("p" * 200_000) == "p" * 200_000
        for number in range(60_000):
            spelling.mend(f"word{'abcdefghij'[number % 10]}{number}")
