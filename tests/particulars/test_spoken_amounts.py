"""Amounts as people say them: in two parts, bare after "they gave me", as the verb of who pays; half-day shifts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.model import FactKind, Hours, Money
from recruitcheck.particulars import extract


def _sums(text: str, kind: FactKind = FactKind.MONEY) -> list[int]:
    found = extract(document_from_text(text)).of(kind)
    return [int(fact.value.amount) for fact in found if isinstance(fact.value, Money)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Agent fee 2 lakh 50 thousand", [250_000]),
        ("खर्च १ लाख ३० हजार", [130_000]),
        ("মোট খরচ ৪ লাখ ৫০ হাজার টাকা", [450_000]),
        ("paid three thousand five hundred dollars", [3_500]),
        ("four lakh taka", [400_000]),
        ("Fee one lakh and fifty thousand", [150_000]),
        ("fee 2 lakh and 50 thousand deposit", [200_000, 50_000]),  # two sums
        ("fee 2 lakh 3 lakh", [200_000, 300_000]),
        ("fee 2 lakh rupees 50 thousand", [200_000, 50_000]),  # the currency closes the first
        ("You pay 65k, 20k now and 45k later for the visa", [65_000, 20_000, 45_000]),
    ],
)
def test_an_amount_in_two_parts_is_one(text: str, sums: list[int]) -> None:
    assert _sums(text) == sums


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("They give you 900.", [900]),
        ("The agent promised 1500 but here I get only 700.", [1500, 700]),
        ("Me prometieron 1500 y me dan 600.", [1500, 600]),
        ("They give you 900 reasons to stay.", []),
        ("She gave me 120 boxes to pack.", []),
        ("Benefits: 401k, medical; 401(k) match and 403b.", []),  # savings plans, named after sections of a law
    ],
)
def test_a_bare_sum_that_the_worker_gets_is_money_and_no_fee(text: str, sums: list[int]) -> None:
    assert _sums(text) == sums
    assert not _sums(text, FactKind.FEE)


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("You pay 65k before the flight.", "worker"),
        ("Candidates must pay 900 USD.", "worker"),
        ("Agent fee 500 USD, deposit 200.", None),  # the agent of a fee's name pays nothing
    ],
)
def test_who_pays_is_told_by_the_subject(text: str, payer: str | None) -> None:
    fees = extract(document_from_text(text)).of(FactKind.FEE)
    assert fees
    assert fees[0].payer == payer


def test_pay_as_a_name_stays_a_wage() -> None:
    assert _sums("Pay 1,200 AED, food and room.", FactKind.WAGE) == [1_200]


@pytest.mark.parametrize(
    ("text", "hours"), [("Shift 4-7 pm.", 3), ("Work 9-6 pm.", 9), ("Work 8-8pm.", 12), ("Duty 6am-9pm.", 15)]
)
def test_a_range_with_one_mark_is_the_shorter_day(text: str, hours: int) -> None:
    facts = extract(document_from_text(text)).of(FactKind.HOURS)
    assert [fact.value.per_day for fact in facts if isinstance(fact.value, Hours)] == [Decimal(hours)]
