"""What a rule's false-alarm rate rests on is shipped, complete and low."""

from __future__ import annotations

from recruitcheck.redflags import load_rules
from recruitcheck.redflags.rulebook.false_alarms import FalseAlarms, false_alarms

MOST = 0.02  # share of texts without its family on which any rule may fire


def test_every_shipped_rule_has_its_figures() -> None:
    assert false_alarms().keys() == {rule.id for rule in load_rules().rules}


def test_no_rule_cries_wolf() -> None:
    loud = {rule: counts for rule, counts in false_alarms().items() if counts.fired > MOST * counts.texts}
    assert not loud
    assert all(counts.texts >= 1_000 for counts in false_alarms().values())


def test_the_rate_is_told_in_words() -> None:
    assert str(FalseAlarms(200, 3)).endswith("3 of 200 labelled texts that do not state its family (1.5 %).")
    assert str(FalseAlarms(0, 0)).endswith("(0.0 %).")
