"""Amounts in Asian and European forms, and figures that are no money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recruitcheck.model import FactKind, Money
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.money import find_money
from recruitcheck.particulars.view import View
from tests.particulars.reading import facts

ONE_AMOUNT = [
    ("₹1,25,000", "125000", "INR"),
    ("INR 45,000", "45000", "INR"),
    ("4.5 lakh", "450000", None),
    ("3 lakhs", "300000", None),
    ("7.5 lac PKR", "750000", "PKR"),
    ("1.2 crore", "12000000", None),
    ("55 hazar", "55000", None),
    ("do lakh dena hoga", "200000", None),
    ("paanch hazar", "5000", None),
    ("एजेन्टले पचास हजार लियो", "50000", None),
    ("দুই লাখ টাকা", "200000", "BDT"),
    ("دو لاکھ", "200000", None),
    ("dos mil euros", "2000", "EUR"),
    ("fifty thousand dollars", "50000", None),
    ("two hundred and fifty thousand shillings", "250000", None),
    ("රු. ලක්ෂ 3", "300000", "LKR"),
    ("သိန်း ၃၀", "3000000", None),
    ("၃၀ သိန်း", "3000000", None),
    ("ada ni elfu 10", "10000", None),
    ("ada ni elfu kumi", "10000", None),
    ("ada ya laki mbili", "200000", None),
    ("SR 1200/-", "1200", "SAR"),
    ("12 mil meticais", "12000", "MZN"),
    ("300 kwanzas", "300", "AOA"),
    ("dola 2,000", "2000", "USD"),
    ("SAR 1,500", "1500", "SAR"),
    ("1500 SAR", "1500", "SAR"),
    ("Rs.25,000/-", "25000", None),
    ("Rs 900", "900", None),
    ("PKR 350,000", "350000", "PKR"),
    ("NRs. 25,000", "25000", "NPR"),
    ("LKR 80,000", "80000", "LKR"),
    ("Tk 50,000", "50000", "BDT"),
    ("৫০,০০০ টাকা", "50000", "BDT"),
    ("৳৪৫,০০০", "45000", "BDT"),
    ("Php15k", "15000", "PHP"),
    ("PHP 30,000", "30000", "PHP"),
    ("₱12,500.50", "12500.50", "PHP"),
    ("P30,000", "30000", "PHP"),
    ("Rp 7 juta", "7000000", "IDR"),
    ("Rp7.500.000", "7500000", "IDR"),
    ("IDR 15,000,000", "15000000", "IDR"),
    ("25tr", "25000000", "VND"),
    ("30 triệu", "30000000", "VND"),
    ("2.500.000 đồng", "2500000", "VND"),
    ("165.000 yên", "165000", "JPY"),
    ("1.200 €", "1200", "EUR"),
    ("€1.200,50", "1200.50", "EUR"),
    ("1 700 €", "1700", "EUR"),
    ("11,88 €", "11.88", "EUR"),
    ("13,50 €/Std.", "13.50", "EUR"),
    ("EUR 62,000", "62000", "EUR"),
    ("1 200 zł", "1200", "PLN"),
    ("31.40 PLN", "31.40", "PLN"),
    ("1'250 CHF", "1250", "CHF"),
    ("60 000 руб.", "60000", "RUB"),
    ("25 000 грн", "25000", "UAH"),
    ("4.8万", "48000", None),
    ("3万", "30000", None),
    ("5000元", "5000", None),
    ("18万円", "180000", "JPY"),
    ("¥9,000", "9000", None),
    ("200만원", "2000000", "KRW"),
    ("₩2,100,000", "2100000", "KRW"),
    ("18,000 บาท", "18000", "THB"),
    ("฿15,000", "15000", "THB"),
    ("၃၅၀ ဘတ်", "350", "THB"),
    ("១០០០ ដុល្លារ", "1000", "USD"),
    ("RM1,700", "1700", "MYR"),
    ("RM 20k", "20000", "MYR"),
    ("S$600", "600", "SGD"),
    ("HK$4,870", "4870", "HKD"),
    ("HKD 5,100", "5100", "HKD"),
    ("NT$ 28,000", "28000", "TWD"),
    ("NZ$31.60", "31.60", "NZD"),
    ("A$25", "25", "AUD"),
    ("US$2,500", "2500", "USD"),
    ("USD2500", "2500", "USD"),
    ("2,500 USD", "2500", "USD"),
    ("$2,500", "2500", None),
    ("£8,500", "8500", "GBP"),
    ("£11.44", "11.44", "GBP"),
    ("AED1,000", "1000", "AED"),
    ("900 Dhs", "900", "AED"),
    ("QR 1800", "1800", "QAR"),
    ("QAR 1,300", "1300", "QAR"),
    ("KD 120", "120", "KWD"),
    ("BD 100", "100", "BHD"),
    ("OMR 150", "150", "OMR"),
    ("JD 260", "260", "JOD"),
    ("KSh 45,000", "45000", "KES"),
    ("UGX 1,500,000", "1500000", "UGX"),
    ("₦250,000", "250000", "NGN"),
    ("R 5,000", "5000", "ZAR"),
    ("R$ 1.500,00", "1500.00", "BRL"),
    ("ETB 12,000", "12000", "ETB"),
    ("350 000 FCFA", "350000", None),
    ("١٥٠٠ ريال سعودي", "1500", "SAR"),
    ("۱۲۰۰ درہم", "1200", "AED"),
    ("1500 ريال", "1500", None),
    ("1000 riyals", "1000", None),
    ("400 dinars", "400", None),
    ("750 euros", "750", "EUR"),
    ("usd 900", "900", "USD"),
    ("SAR:1400", "1400", "SAR"),
    ("80,000 SAR/-", "80000", "SAR"),
    ("1.5 million UGX", "1500000", "UGX"),
]

BY_LANGUAGE = [
    ("रु १०,०००", ("ne",), "NPR"),
    ("रु १०,०००", ("hi",), "INR"),
    ("Rs 900", ("ur",), "PKR"),
    ("5000元", ("zh",), "CNY"),
    ("¥9,000", ("ja",), "JPY"),
    ("500 pesos", ("tl",), "PHP"),
    ("500 pesos", ("es",), None),
]

RANGES = [
    ("RM8k–15k", "8000", "15000", "MYR"),
    ("SAR 4000-5000", "4000", "5000", "SAR"),
    ("P30,000 to P50,000", "30000", "50000", "PHP"),
    ("$14- $18", "14", "18", None),
    ("5-7 juta", "5000000", "7000000", None),
    ("between 300 and 400 USD", "300", "400", "USD"),
    ("₱10,000 hanggang ₱37,000", "10000", "37000", "PHP"),
    ("€1.200 bis 1.500", "1200", "1500", "EUR"),
    ("Salary range: 45000-60000", "45000", "60000", None),
]

NO_MONEY = [
    "two thousand workers joined",
    "we do 12 hours and rest",
    "one million thanks",
    "Call 0912345678 now",
    "Phone +971 50 123 4567",
    "Age 21-35",
    "age 18 to 45 years",
    "Founded in 1998",
    "In 2019 we opened",
    "fee schedule 2019",
    "on 12/05/2021",
    "2024-05-01",
    "15% discount",
    "SAR 10% of nothing",
    "11 years' experience",
    "24/7 support",
    "Licence No. 567/064/065",
    "B-0313/MUM/PER/1000+/5/1234/2005",
    "RL-1234",
    "PHP 7 developer",
    "H2A visa",
    "The hotel is 300 m from the beach, service fee included.",
    "ISO 9001 certified",
    "postcode 44600",
    "50 workers needed",
    "5万人",
    "2 lakh workers",
    "carry up to 50 pounds",
    "try 100 times",
    "top 100 companies",
    "Article 20 visa",
    "8 hours, 6 days",
    "Blk 221",
    "12 km from town",
    "1,1,1,1,1,1,1,1",
    "R2 D2",
    "P 3 of the form",
    "salary in 30 days",
    "pay within 7 days",
    "RM 0123456789",
]


@pytest.mark.parametrize(("text", "amount", "currency"), ONE_AMOUNT)
def test_amount_is_read_with_its_currency(text: str, amount: str, currency: str | None) -> None:
    found = find_money(View.of(f"They want {text} for it"), Limit())
    assert [(one.money.amount, one.money.currency) for one in found] == [(Decimal(amount), currency)]


@pytest.mark.parametrize(("text", "languages", "currency"), BY_LANGUAGE)
def test_language_decides_an_undecided_sign(text: str, languages: tuple[str, ...], currency: str | None) -> None:
    (found,) = find_money(View.of(text, languages), Limit())
    assert found.money.currency == currency


@pytest.mark.parametrize(("text", "low", "high", "currency"), RANGES)
def test_range_keeps_both_ends(text: str, low: str, high: str, currency: str | None) -> None:
    (found,) = find_money(View.of(text), Limit())
    assert (found.money.amount, found.money.amount_max, found.money.currency) == (Decimal(low), Decimal(high), currency)


@pytest.mark.parametrize("text", NO_MONEY)
def test_other_figures_are_no_money(text: str) -> None:
    assert facts(text, FactKind.MONEY) == ()


def test_repeated_instalment_keeps_its_count() -> None:
    (found,) = facts("They deduct HKD 2,400 x 6", FactKind.MONEY)
    assert found.value == Money(Decimal(2400), "HKD", times=6)
    assert found.text == "HKD 2,400 x 6"


def test_bare_number_is_money_only_after_a_label() -> None:
    assert [fact.text for fact in facts("Salary: 1500", FactKind.MONEY)] == ["1500"]
    assert facts("Room 1500", FactKind.MONEY) == ()
