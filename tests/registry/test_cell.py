"""A cell is cleaned, never rewritten, and no pattern of a definition can hang on it."""

from __future__ import annotations

import pytest

from recruitcheck.registry.mapping import cell


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  A \u00a0\t B\r\nC ", "A B C"),
        ("A\x00\x1b[31mB\x85", "A[31mB"),
        ("عربي\u200f", "عربي\u200f"),  # direction marks belong to the name as printed
        ("", ""),
    ],
)
def test_cleaning_sets_spacing_right_and_drops_controls(text: str, cleaned: str) -> None:
    assert cell.clean(text) == cleaned


@pytest.mark.parametrize("text", ["N/A", " n/a ", "None", "NA"])
def test_words_for_nothing_are_nothing(text: str) -> None:
    assert cell.value_of(text, cell.null_words(["N/A", "none", "na"])) == ""


@pytest.mark.parametrize(("text", "found"), [("true", True), ("Ano", True), ("0", False), ("", False), ("nein", False)])
def test_a_yes_cell_says_yes(text: str, found: bool) -> None:
    assert cell.is_true(text) is found


def test_a_pattern_that_takes_too_long_does_not_match(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cell, "PATTERN_SECONDS", 0.05)
    assert not cell.matches_whole(r"(a|aa)+b", "a" * 5_000)
    assert cell.matches_whole(r"\d+", "123")


def test_a_split_that_takes_too_long_divides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cell, "PATTERN_SECONDS", 0.05)
    assert cell.parts_of("a" * 5_000, r"(?:a|aa)+b", frozenset()) == ("a" * 5_000,)
