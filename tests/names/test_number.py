"""Licence numbers compare whatever their dress."""

from __future__ import annotations

import pytest

from recruitcheck.names import normal_number


@pytest.mark.parametrize(
    "text", ["RL-0010", "RL 10", "R.L. No. 010", "rl10", "10", "No. 10", "Licence No: 0010", "№ 10", "#10", "١٠"]
)
def test_dress_of_a_number_does_not_count(text: str) -> None:
    assert normal_number(text) == "10"


@pytest.mark.parametrize("text", ["", "N/A", "-", "none", "n.a.", "Nil", "0000", "pending", "Licence No."])
def test_no_number_is_no_number(text: str) -> None:
    assert normal_number(text) == ""


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("B-0313/MUM/PER/1000+/5/8283/2008", "B313MUMPER1000-5-8283-2008"),
        ("私業許字第2186號", "私業許字第2186號"),
        ("1284/074/75", "1284-74-75"),
        ("0848 / LHR", "848LHR"),
        ("0848/LHR", "848LHR"),
        ("16C7981", "16C7981"),
        ("16c7981", "16C7981"),
        ("EA3321", "EA3321"),
        ("EA 3321", "EA3321"),
        ("EA Licence No. 16C7981", "16C7981"),
        ("DMW-001-LB-01012026-R", "DMW1LB1012026R"),
    ],
)
def test_letters_and_groups_of_a_number_survive(text: str, normal: str) -> None:
    assert normal_number(text) == normal
    assert normal_number(normal) == normal


@pytest.mark.parametrize(
    ("a", "b"), [("5/8283", "58283"), ("EA3321", "3321"), ("1284/74", "1284/75"), ("16C79", "16D79")]
)
def test_other_numbers_stay_apart(a: str, b: str) -> None:
    assert normal_number(a) != normal_number(b)


def test_enormous_number_is_bounded() -> None:
    assert len(normal_number("1/" * 100_000)) <= 240
