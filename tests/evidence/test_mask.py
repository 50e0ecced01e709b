"""Workers' personal data is covered; evidence against those who collect is not."""

from __future__ import annotations

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.evidence import mask
from recruitcheck.evidence.mask import MASK, mask_spans, masked
from recruitcheck.model import Particulars, Span
from recruitcheck.particulars import extract


def _shown(text: str) -> str:
    return masked(text, mask_spans(text, extract(document_from_text(text))))


HIDDEN = [
    ("Worker: Sita Kumari Rai\nSita Kumari Rai shall work.", "Sita Kumari Rai"),
    ("Passport No. PA1234567 issued", "PA1234567"),
    ("CNIC 35202-1234567-1", "35202-1234567-1"),
    ("Date of birth: 12/05/1990", "12/05/1990"),
    ("राहदानी नं. १२३४५६७८", "१२३४५६७८"),
    ("worker's phone: +977 9841234567", "+977 9841234567"),
    ("my email is sita.rai@mail.example.com", "sita.rai@mail.example.com"),
]
VISIBLE = [
    ("Agency phone: +977 9841234567", "+977 9841234567"),
    ("Pay 20,000 to my bKash 01712345678", "01712345678"),
    ("Send the money today to the personal eSewa account of our manager, 9841234567.", "9841234567"),
    ("Ask for the manager at the front desk: +977 9841234567", "+977 9841234567"),
    ("M/s Gulf Star Services", "Gulf Star Services"),
    ("Licence No. 567/064/065", "567/064/065"),
    ("Passport is kept by the employer for 2 years", "Passport is kept by the employer"),
]


@pytest.mark.parametrize(("text", "secret"), HIDDEN)
def test_personal_data_of_the_worker_is_covered(text: str, secret: str) -> None:
    shown = _shown(text)
    assert secret not in shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(("text", "evidence"), VISIBLE)
def test_contacts_of_collectors_stay_visible(text: str, evidence: str) -> None:
    assert evidence in _shown(text)


def test_each_code_point_becomes_one_block() -> None:
    assert masked("a😀b\ud800c", (Span(1, 2), Span(3, 4))) == "a█b█c"


def test_overlapping_and_outlying_spans_are_safe() -> None:
    assert masked("abcdef", (Span(4, 99), Span(0, 2), Span(1, 3))) == "███d██"


def test_hostile_text_is_masked_in_bounded_time() -> None:
    text = "passport " * 5_000 + "Worker: Ann Lee\n" + "Ann Lee " * 2_000
    shown = _shown(text)
    assert len(shown) == len(text)
    assert "Ann Lee" not in shown


def test_what_was_not_searched_in_time_is_covered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mask, "_PATIENCE", 1e-9)
    text = "passport " * 5_000 + "Passport no. PA1234567"
    assert set(masked(text, mask_spans(text, Particulars()))) == {MASK}
