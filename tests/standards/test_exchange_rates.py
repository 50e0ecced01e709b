"""Money in two currencies: compared only at a rate that held on the day, with its source in the working."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError
from recruitcheck.model import Corridor, Money
from recruitcheck.standards import Catalogue, load_catalogue
from recruitcheck.standards.exchange_rate import NO_RATES, rates_on
from recruitcheck.standards.fee_amount import NotComparable, Range, in_currency

TODAY = date(2026, 11, 21)
HUNDRED = Range(Decimal(100), Decimal(100), "USD")


@pytest.mark.parametrize(
    ("currency", "centre", "source"),
    [
        ("SAR", "375", "read at sama.gov.sa"),
        ("QAR", "364", "read at qcb.gov.qa"),
        ("BHD", "37.6", "read at cbb.gov.bh"),
        ("AED", "367.25", "as reported by cambridgecurrencies.com"),
        ("OMR", "38.45", "as reported by oman2040.com"),
        ("JOD", "70.9", "as reported by upi.com"),
    ],
)
def test_a_fixed_rate_is_named_with_its_source(catalogue: Catalogue, currency: str, centre: str, source: str) -> None:
    found = in_currency(HUNDRED, currency, rates_on(catalogue.exchange_rates, TODAY))
    assert found.low < Decimal(centre) < found.high
    assert found.high - found.low <= Decimal(centre) / 100
    assert source in found.working


def test_two_fixed_currencies_name_both_sources(catalogue: Catalogue) -> None:
    found = in_currency(Range(Decimal(364), Decimal(364), "QAR"), "SAR", rates_on(catalogue.exchange_rates, TODAY))
    assert found.low < Decimal(375) < found.high
    assert "qcb.gov.qa" in found.working
    assert "sama.gov.sa" in found.working


@pytest.mark.parametrize(
    ("one", "other", "on"),
    [("USD", "NPR", TODAY), ("KWD", "USD", TODAY), ("USD", "QAR", date(2001, 7, 30)), ("USD", "AED", date(1997, 6, 1))],
)
def test_without_a_rate_of_the_day_nothing_is_compared(catalogue: Catalogue, one: str, other: str, on: date) -> None:
    with pytest.raises(NotComparable, match="without a rate of the day"):
        in_currency(Range(Decimal(1), Decimal(1), one), other, rates_on(catalogue.exchange_rates, on))
    with pytest.raises(NotComparable):
        in_currency(HUNDRED, "SAR", NO_RATES)


def test_the_same_currency_needs_no_rate() -> None:
    assert in_currency(HUNDRED, "USD", NO_RATES) is HUNDRED


RATE = """\
- currency: "INR"
  per_dollar: "90"
  from: "2026-11-01"
  to: "2026-11-30"
  how: text_read
  on: "2026-11-20"
  at: "https://rates.example/inr"
"""


def _own(folder: Path, text: str) -> Catalogue:
    (folder / "rates").mkdir()
    (folder / "rates" / "own.yml").write_text(text, encoding="utf-8")
    return load_catalogue([folder])


# dollars, day, verdict of India's cap of INR 30,000 and tax (INR 35,400)
OWN = [
    ("900", TODAY, "above"),
    ("100", TODAY, "within"),
    ("393", TODAY, "cannot_tell"),  # INR 35,370: nearer to the limit than a bank's margin
    ("900", date(2026, 12, 1), "cannot_tell"),  # the rate ended the day before
]


@pytest.mark.parametrize(("dollars", "on", "verdict"), OWN)
def test_a_users_own_rate_decides_for_its_days_only(tmp_path: Path, dollars: str, on: date, verdict: str) -> None:
    joined = _own(tmp_path, RATE)
    money = Money(Decimal(dollars), "USD")
    found = joined.judge_fee("recruitment_fee", money, None, None, Corridor("IN", (), "SA", "construction"), on)
    (answer,) = (item for item in found if item.instrument == "in-emigration-rules-1983")
    assert answer.verdict == verdict, answer.working
    assert ("rates.example" in answer.working) == (on == TODAY)


WRONG = [
    ("a dollar to itself", RATE.replace('"INR"', '"USD"'), "not needed"),
    ("a rate of zero", RATE.replace('"90"', '"0"'), "above zero"),
    ("a negative rate", RATE.replace('"90"', '"-3"'), "per_dollar"),
    ("not a number", RATE.replace('"90"', '"NaN"'), "per_dollar"),
    ("an enormous rate", RATE.replace('"90"', f'"{"9" * 5000}"'), "per_dollar"),
    ("days in the wrong order", RATE.replace("2026-11-30", "2026-10-30"), "lies before"),
    ("no source", RATE.replace('  at: "https://rates.example/inr"\n', ""), "at"),
    ("a source that is no address", RATE.replace("https://rates.example/inr", "javascript:alert(1)"), "at"),
]


@pytest.mark.parametrize(("text", "word"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_rate_is_refused(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(DataFileError) as caught:
        _own(tmp_path, text)
    assert word in "\n".join(caught.value.problems)
