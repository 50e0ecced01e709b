"""Texts from Hong Kong and Taiwan meet patterns that were written in simplified characters."""

from __future__ import annotations

import pytest

from recruitcheck.redflags.words.folding import fold, fold_text
from recruitcheck.redflags.words.han import SIMPLIFIED


@pytest.mark.parametrize(("traditional", "simplified"), [("護照", "护照"), ("仲介費", "仲介费"), ("籤約", "签约")])
def test_traditional_characters_are_read_as_simplified_ones(traditional: str, simplified: str) -> None:
    assert fold_text(traditional) == fold_text(simplified)


def test_a_folded_character_stays_where_it_stood() -> None:
    folded = fold("雇主保管護照。")
    assert (folded.start(4), folded.end(6)) == (4, 6)


def test_no_simplified_character_is_folded_again() -> None:
    assert not set(SIMPLIFIED.values()) & SIMPLIFIED.keys()
