"""What holds for every text, however hostile."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.model import FactKind
from recruitcheck.particulars import extract
from tests.bounds import Bounded

_PIECES = (
    "Candidate pays USD 900 processing fee to the agency. ",
    "तलब RM १७००, २ वर्ष करार। ",
    "Worker: Sita Rai\nPassport no. PA1234567\n",
    "每天12小时, 押金 2000元。",
    "\ud800",
    "\x00",
    "İstanbul 500 TL ",
    "\u202eabc\u202c ",
    "RM8k–15k 12/7 ",
    "call +971 50 123 4567, bKash 01712345678 ",
    "2024-13-01 12 March 2024 ",
    "RL-1234 ",
    "😀 ",
    "1,1,1,1 ",
    "(((",
    "$",
)
HOSTILE = {
    "digits": "9" * 200_000,
    "comma digits": "1," * 50_000,
    "one letter": "a" * 50_000,
    "mail heads": "a@" * 10_000,
    "blanks": "pay " + " " * 50_000,
    "labels": "licence no " * 4_000,
    "worker labels": "worker: " * 4_000,
    "dots": "a." * 10_000,
    "hyphens": "0" + "1-" * 10_000,
    "brackets": "(" * 50_000,
    "underscores": "_" * 50_000,
}
SECONDS = 3


@pytest.mark.parametrize("seed", range(40))
def test_every_fact_slices_back_and_none_of_a_kind_overlap(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a fixed seed, nothing secret
    text = "".join(dice.choice(_PIECES) for _ in range(30)) + "x"
    found = extract(document_from_text(text)).facts
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)
    for fact in found:
        assert fact.text == text[fact.start : fact.end]
        assert fact.start < fact.end
    for kind in FactKind:
        own = [fact for fact in found if fact.kind is kind]
        assert all(left.end <= right.start for left, right in pairwise(own))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_bounded_time(name: str, bounded: Bounded) -> None:
    document = document_from_text("x " + HOSTILE[name])
    with bounded(SECONDS):
        extract(document)


def test_lone_surrogates_do_no_harm() -> None:
    found = extract(document_from_text("\ud800 Salary SAR 1500 \udfff\x00")).of(FactKind.WAGE)
    assert [fact.text for fact in found] == ["SAR 1500"]
