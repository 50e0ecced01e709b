"""Folding: one comparable form, whatever the script or the disguise."""

from __future__ import annotations

import pytest

from recruitcheck.names import fold
from tests.bounds import Bounded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        (" \t\r\n ", ""),
        ("***", ""),
        ("Al-Noor  Overseas,  Ltd.", "al noor overseas ltd"),
        ("L.L.C.", "llc"),
        ("J.P. Manpower", "jp manpower"),
        ("Smith & Sons", "smith and sons"),
        ("O'Neil", "oneil"),
        ("O`Neil", "oneil"),
        ("O’Neil", "oneil"),
        ("O`Neil & Söhne", "oneil and sohne"),
        ("ＦＵＬＬ　ＷＩＤＴＨ", "full width"),
        ("Straße", "strasse"),
        ("Cafe\u0301", "cafe"),
        ("Café", "cafe"),
        ("Ромашка", "romashka"),
        ("金星", "jin xing"),
        ("৪৫ নং", "45 nm"),
        ("a\u200bb\u202ec\u2066d", "abcd"),
        ("\x1b[31mred\x07", "31mred"),
        ("Star™ ®", "star"),
        ("🌟 Star 🌟", "star"),
        ("Аlрha", "alpha"),  # Cyrillic A and er inside a Latin word
        ("ΑLPΗΑ", "alpha"),  # Greek capitals
        ("\ud800lone", "lone"),
        ("<script>alert(1)</script>", "script alert 1 script"),
    ],
)
def test_text_folds_to_one_comparable_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["Al-Noor & Sons, Ltd.", "金星 Ltd", "Café №7", "J.P. Manpower"])
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("unit", ["x", "金", "﷽", "a.", "\u0301", "\u202e", "😀", "Аl "])
def test_enormous_text_folds_in_bounded_time_and_length(unit: str, bounded: Bounded) -> None:
    with bounded(1):
        assert len(fold(unit * 200_000)) <= 4_000
