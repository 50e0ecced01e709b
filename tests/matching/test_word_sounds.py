"""A whole vocabulary sounds as its words do one by one."""

from __future__ import annotations

import random

import pytest

from recruitcheck.matching.token import bones, skeleton, spoken
from recruitcheck.matching.weights import SHIPPED
from recruitcheck.matching.word_sounds import all_bones, all_spoken, skeletons
from recruitcheck.names.market_words import market_words

PIECES = (
    *"aeiouyhbdfgklmnpqrstvwxz",
    *(
        "sh",
        "ch",
        "kh",
        "ph",
        "th",
        "dh",
        "bh",
        "gh",
        "ng",
        "tz",
        "ts",
        "oo",
        "ou",
        "ee",
        "ay",
        "ow",
        "aw",
        "yu",
        "shch",
    ),
)


def vocabulary() -> list[str]:
    dice = random.Random(5)  # noqa: S311 - made-up words, no secret
    made = ["".join(dice.choices(PIECES, k=dice.randrange(1, 7))) for _ in range(4_000)]
    return [*made, *PIECES, "ah", "hah", "hh", "aa", "oooo", "yy", "", "xx", "aww", "owa"]


@pytest.mark.parametrize(("together", "alone"), [(skeletons, skeleton), (all_spoken, spoken), (all_bones, bones)])
def test_words_sound_together_as_alone(together, alone) -> None:  # type: ignore[no-untyped-def]
    words = vocabulary()
    assert together(words) == [alone(word) if word else "" for word in words]


def test_no_words_have_no_sounds() -> None:
    assert skeletons([]) == all_spoken([]) == all_bones([]) == []


def test_words_weigh_together_as_alone() -> None:
    words = [*vocabulary(), *market_words(), *SHIPPED.rarity]
    assert SHIPPED.of_all(words) == [SHIPPED.of(word) for word in words]
