"""What could not be read is named and never passes for clear."""

from __future__ import annotations

from datetime import date

import pytest

from recruitcheck.checks.offer import check_offer
from recruitcheck.documents import document_from_text
from recruitcheck.model import CheckDates, Corridor, FactKind
from recruitcheck.particulars import extract, limit
from recruitcheck.redflags import load_rules, scan

MOST = 3
CROWDED = {
    "amounts of money": "USD 900, ",
    "dates": "12/05/2021, ",
    "working hours": "8 hours a day. ",
    "lengths of time": "2 years, ",
    "contacts": "mail hr@example.org ",
    "telephone numbers": "call +971501234567 ",
    "licence numbers": "RL-1234 ",
    "names of parties": "Worker: Sita Rai\n",
}


@pytest.mark.parametrize("what", CROWDED)
def test_what_goes_beyond_the_bound_is_named(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "MAX_OF_KIND", MOST)
    monkeypatch.setattr("recruitcheck.particulars.contacts.MAX_PHONES", MOST)
    found = extract(document_from_text(CROWDED[what] * (MOST + 1)))
    assert found.incomplete == (what,)
    assert len(found.facts) >= MOST


@pytest.mark.parametrize("what", CROWDED)
def test_what_stays_within_the_bound_is_read_to_the_end(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "MAX_OF_KIND", MOST)
    assert extract(document_from_text(CROWDED[what] * MOST)).incomplete == ()


def test_numbers_beyond_the_bound_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitcheck.particulars.view.MAX_FIGURES", MOST)
    found = extract(document_from_text("7 and " * (MOST + 1) + "USD 900"))
    assert found.incomplete == ("figures",)
    assert found.of(FactKind.MONEY) == ()


def test_an_offer_read_in_part_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "MAX_OF_KIND", MOST)
    document = document_from_text("The candidate pays USD 900 processing fee. " * (MOST + 1))
    particulars = extract(document)
    day = date(2026, 1, 1)
    result = check_offer(
        document,
        particulars,
        scan(document, particulars, load_rules()),
        (),
        Corridor(),
        CheckDates(day, day),
    )
    (gap,) = [gap for gap in result.not_checked if gap.code == "particulars_incomplete"]
    assert gap.required
    assert "amounts of money" in gap.why


def test_a_text_too_long_to_read_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "MAX_TEXT", 300)
    head = "The company keeps your passport until the contract ends. Agent fee 500 USD.\n"
    document = document_from_text(
        head + "Free food and a clean room. " * 20 + "Deposit 900 USD, payable by the worker."
    )
    found = extract(document)
    result = scan(document, found, load_rules())
    assert found.incomplete == ("the text after its first 300 characters",)
    assert {int(fact.value.amount) for fact in found.of(FactKind.FEE)} == {500}
    assert {hit.rule_id for hit in result.hits} == {"passport-kept", "worker-pays-recruitment-fee"}
    dates = CheckDates(date(2026, 1, 1), date(2026, 1, 1))
    gaps = check_offer(document, found, result, (), Corridor(), dates).not_checked
    assert any(gap.required and "first 300 characters" in str(gap) for gap in gaps)
