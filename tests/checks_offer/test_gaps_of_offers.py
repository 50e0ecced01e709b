"""What an offer's report says of a corridor that nobody gave."""

from __future__ import annotations

import pytest

from recruitcheck.audit.corridor import CorridorWords, settle_corridor, unjudged_law
from recruitcheck.vocabulary import say


@pytest.mark.parametrize(
    ("origin", "destination", "named", "told", "places"),
    [
        (None, None, [], ["origin", "destination"], [None, None]),
        ("NP", None, ["QA", "NP"], ["destination"], ["Qatar"]),
        ("NP", None, ["NP"], ["destination"], [None]),
        ("NP", "QA", ["SA"], [], []),
        (None, "QA", ["SA"], ["origin"], [None]),
        ("Atlantis", "QA", [], [], []),  # a country that was not understood has a gap of its own
    ],
)
def test_law_that_was_not_applied_is_told(
    origin: str | None, destination: str | None, named: list[str], told: list[str], places: list[str | None]
) -> None:
    corridor, _ = settle_corridor(CorridorWords(origin, destination, None, "option"))
    gaps = unjudged_law(corridor, named)
    assert [gap.required for gap in gaps] == [False] * len(told)
    assert [gap.args["side"] for gap in gaps] == told
    assert [gap.args.get("places") for gap in gaps] == places
    assert all(say(gap.message_id, gap.args).remedy for gap in gaps if gap.message_id)
