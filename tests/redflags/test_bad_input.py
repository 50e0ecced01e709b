"""Hostile and broken texts: an honest result in bounded time, whatever they hold."""

from __future__ import annotations

import resource

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.errors import InputError
from recruitcheck.model import Document
from recruitcheck.particulars import extract
from recruitcheck.redflags import judge_terms, load_rules, scan
from recruitcheck.redflags.scan_result import ScanResult
from tests.bounds import Bounded

RULES = load_rules()
SECONDS = 3  # of CPU on an idle machine
STATED = "The company keeps your passport until the contract ends."


def _read(text: str) -> tuple[Document, ScanResult]:
    document = document_from_text(text)
    particulars = extract(document)
    result = scan(document, particulars, RULES)
    judge_terms(document, particulars)
    for hit in (*result.hits, *result.mentions, *result.stopped):
        assert 0 <= hit.quote.start < hit.quote.end <= len(text)
    return document, result


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _rules(text: str) -> set[str]:
    return {hit.rule_id for hit in _read(text)[1].hits}


@pytest.mark.parametrize(
    "text",
    [
        "The company keeps your p\u200bass\u200dport until the contract ends.",
        "The company keeps your p\u0430ssp\u043ert until the contract ends.",
        "The company keeps your p a s s p o r t until the contract ends.",
        "The company keeps your p-a-s-s-p-o-r-t until the contract ends.",
        "The company keeps your p.a.s.s.p.o.r.t until the contract ends.",
        "The company keeps your ｐａｓｓｐｏｒｔ until the contract ends.",
        "The company keeps your pa\u0301sspo\u0308rt until the contract ends.",
        "The company \u202ekeeps\u202c your \u2066passport\u2069 until the contract ends.",
        "The company keeps your pass\u00adport until the contract ends.",
        "\ud800 The company keeps your passport until the contract ends. \udfff",
        "\x00\x01\x07The company keeps your passport\x0b until the contract ends.",
        "THE COMPANY KEEPS YOUR PASSPORT UNTIL THE CONTRACT ENDS",
    ],
)
def test_a_disguised_word_is_read(text: str) -> None:
    assert "passport-kept" in _rules(text)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_to_read_is_told(text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        _read(text)


@pytest.mark.parametrize("text", ["\u200b\u200c", "\ufeff ."])
def test_signs_that_nobody_sees_state_nothing(text: str) -> None:
    assert not _read(text)[1].hits


@pytest.mark.parametrize(
    "text",
    [
        "\x00" * 5_000,
        "".join(map(chr, range(1, 3_000))),
        "\ud800\udc00\ud800" * 500,
        "\u202e\u2067" * 2_000,
        "💰" * 3_000,
    ],
)
def test_what_is_no_text_states_nothing(text: str) -> None:
    assert not _read(text)[1].hits


CRAFTED = {
    "one line": STATED[:-1] + " " + "word " * 40_000,
    "no blanks": "a" * 300_000,
    "keywords": "pay fee passport keep agent company money visa " * 2_000,
    "negations": "no not never without " * 5_000,
    "brackets": "((((((" * 20_000,
    "digits": "1,1,1,1," * 20_000,
    "dots": "a.a.a.a." * 20_000,
    "list": "You must pay:\n" + "- visa fee 300\n" * 4_000,
    "leads": "We never ask for:\n" * 4_000,
    "spaced": "p a s s p o r t " * 6_000,
    "marks": "e" + "\u0301" * 80_000,
    "homoglyphs": "p\u0430ssport " * 8_000,
    "thai": "นายจ้างยึดหนังสือเดินทาง" * 2_000,
    "chinese": "老板扣押护照收中介费" * 4_000,
    "mails": "a@b.c " * 12_000,
}


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_text_takes_bounded_time(name: str, bounded: Bounded) -> None:
    with bounded(SECONDS):
        _read(CRAFTED[name])


def test_the_cost_grows_with_the_length_and_no_faster() -> None:
    text = "Salary 900 EUR a month. Service charge 2,000 after visa. " + STATED + " Duty 12 hours daily, one day off.\n"
    spent = []
    for times in (60, 240):
        begun = _seconds()
        _read(text * times)
        spent.append(_seconds() - begun)
    assert spent[1] < 4 * spent[0] * 2.5  # four times the text; the factor beside it is for a busy machine


def test_forty_denials_do_not_hide_what_follows_them() -> None:
    assert "passport-kept" in _rules("The company never keeps your passport.\n" * 60 + STATED)


def test_a_text_beyond_the_limit_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="more than the limit"):
        _read("x " * 27_000_000)
