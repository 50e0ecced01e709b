"""What an amount is for, and who pays it to whom."""

from __future__ import annotations

import pytest

from recruitcheck.model import FactKind
from tests.particulars.reading import facts

FEES = [
    ("Candidate pays USD 900 processing fee to the agency.", "recruitment_fee", "worker", "agency"),
    ("The employer pays all fees of USD 500.", "recruitment_fee", "employer", None),
    ("Service charge: NPR 80,000", "recruitment_fee", None, None),
    ("Visa fee USD 300 is borne by the employer.", "visa", "employer", None),
    ("Medical test fee AED 320 paid by the company", "medical", "employer", None),
    ("The agent took BDT 5,20,000 from me.", None, "worker", "agency"),
    ("RM 3000 deposit will be deducted from your salary.", "deposit", "worker", None),
    ("NT$ 60,000 broker fee payable by the worker", "recruitment_fee", "worker", None),
    ("Air ticket: SAR 1,200", "travel", None, None),
    ("Training fee of USD 250", "training", None, None),
    ("Pay kafeel SAR 400 every month", "levy", "worker", None),
    ("A penalty of EUR 1,500 applies", "penalty", None, None),
    ("Opłata rekrutacyjna 250 zł", "recruitment_fee", None, None),
    ("Phí môi giới 7.500 USD", "recruitment_fee", None, None),
    ("सेवा शुल्क रु १०,०००", "recruitment_fee", None, None),
    ("押金 2000元", "deposit", None, None),
    ("ค่าหัว 30,000 บาท", "recruitment_fee", None, None),
    ("коммиссия: комиссия 25 000 руб.", "recruitment_fee", None, None),
    ("frais de dossier de 379 euros", "recruitment_fee", None, None),
    ("fianza de 500 €", "deposit", None, None),
    ("denda Rp 7 juta", "penalty", None, None),
    ("Send 20,000 token money today", "deposit", "worker", None),
]
WAGES = [
    ("Salary SR 1200/- per month + food", "month"),
    ("Wage: USD 15 per hour", "hour"),
    ("AED 80 per day", "day"),
    ("$14- $18hr", "hour"),
    ("Weekly pay of £450", "week"),
    ("USD 30,000 per annum", "year"),
    ("NT$28,590 monthly", "month"),
    ("Gaji Rp 7 juta per bulan", "month"),
    ("月薪 8000元", "month"),
    ("時給 1,200円", "hour"),
    ("तलब RM १७००", None),
    ("বেতন ৫০,০০০ টাকা", None),
    ("Lương 165.000 yên", None),
    ("13,50 €/Std.", "hour"),
    ("basic salary QAR 1,300", None),
    ("Wynagrodzenie 31.40 PLN", None),
]


@pytest.mark.parametrize(("text", "item", "payer", "collector"), FEES)
def test_fee_knows_item_payer_and_collector(
    text: str, item: str | None, payer: str | None, collector: str | None
) -> None:
    (fee,) = facts(text, FactKind.FEE)
    assert (fee.item, fee.payer, fee.collector) == (item, payer, collector)
    assert facts(text, FactKind.WAGE) == ()


@pytest.mark.parametrize(("text", "per"), WAGES)
def test_wage_knows_its_period(text: str, per: str | None) -> None:
    (wage,) = facts(text, FactKind.WAGE)
    assert wage.per == per
    assert facts(text, FactKind.FEE) == ()


@pytest.mark.parametrize(
    "text", ["Salary USD 500 and free visa", "Salary QAR 1,300 + free ticket", "food allowance QAR 300", "bonus BD 5"]
)
def test_free_items_and_allowances_are_no_fees(text: str) -> None:
    assert facts(text, FactKind.FEE) == ()


def test_denied_payment_names_no_payer() -> None:
    (fee,) = facts("You must not pay any fee above PHP 500", FactKind.FEE)
    assert fee.payer is None


@pytest.mark.parametrize(
    ("text", "item", "payer"),
    [
        ("Employer will charge $150 for meals each month.", "lodging", "worker"),
        ("The company deducts 300 riyals from your salary every month.", None, "worker"),
        ("Se trabaja a comisión con fijo de 1.000 €.", "no fee", None),
        ("Muncitori în depozit, 900 euro net.", "no fee", None),
        ("सेवा शुल्क ५५ हजार कामदारले तिर्नुपर्छ।", "recruitment_fee", "worker"),
        ("You are paid on the 3rd, 900 dollars.", "no fee", None),
    ],
)
def test_board_deductions_and_look_alikes_are_told_from_fees(text: str, item: str | None, payer: str | None) -> None:
    fees = facts(text, FactKind.FEE)
    assert [(fact.item, fact.payer) for fact in fees] == ([] if item == "no fee" else [(item, payer)])


def test_a_sum_taken_off_the_wage_is_no_wage_and_no_fee_of_the_worker() -> None:
    text = "The company deducts 300 riyals from your salary."
    [fee] = facts(text, FactKind.FEE)
    assert fee.deducted
    assert not facts(text, FactKind.WAGE)
