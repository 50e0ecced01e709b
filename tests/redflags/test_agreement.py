"""English words stand in texts of every language: their denial in that language is heard."""

from __future__ import annotations

import pytest

from recruitcheck.redflags import load_rules
from recruitcheck.redflags.rulebook.examples import scan_text


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Nude photo bhejo, tabhi selection hoga.", True),
        ("Nude photo kabhi kisi ko mat bhejo.", False),
    ],
)
def test_english_words_heed_the_guards_of_the_text(text: str, flagged: bool) -> None:
    result = scan_text(text, "hi", load_rules())
    assert ("nude-photographs" in {hit.rule_id for hit in result.hits}) is flagged
