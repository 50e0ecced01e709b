"""A column folded at once is what each of its texts is folded to."""

from __future__ import annotations

import random

import pytest

from recruitcheck.names import fold, fold_all
from recruitcheck.names.fold import MAX_CHARS

PIECES = (
    *(
        "Alder",
        "B.",
        "C.D.",
        "l.l.c.",
        "L.L.C",
        "'s",
        "`",
        "&",
        "  ",
        " ",
        "\t",
        ".",
        ". .",
        "-",
        "(Pvt.)",
        "Ltd.",
        "7",
    ),
    *("é", "木", "ﬁ", "К", "™", "\u200b", "\x1f", "\x85", "a.b'.c.", "x.'y.z", "A&B", "_", "0.1.2."),
)


@pytest.mark.parametrize("seed", range(20))
def test_a_column_is_folded_as_each_text_alone(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  not for secrets
    pieces = PIECES if seed % 2 else [piece for piece in PIECES if piece.isascii()]
    texts = ["".join(chance.choices(pieces, k=chance.randrange(9))) for _ in range(200)]
    assert fold_all(texts) == list(map(fold, texts))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["", ""],
        [" A ", "", "\nB\nC", "D"],
        ["&" * (MAX_CHARS + 1), "a" * (MAX_CHARS + 1), "É" * MAX_CHARS * 2],
        ["A.", "B.C. D"],
        ["\udc80 broken", "whole"],
    ],
    ids=range(7),
)
def test_blanks_line_ends_and_long_texts_are_no_exception(texts: list[str]) -> None:
    assert fold_all(texts) == list(map(fold, texts))
