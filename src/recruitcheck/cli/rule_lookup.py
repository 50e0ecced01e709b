"""Finds one rule by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruitcheck.cli.session import require_known
from recruitcheck.cli.shared import Shared

if TYPE_CHECKING:
    from recruitcheck.redflags import Rule


def find_rule(shared: Shared, rule_id: str) -> Rule:
    """The rule of that id; UsageError names near misses."""
    from recruitcheck.redflags import load_rules

    rules = load_rules(shared.rules)
    require_known("rule", rule_id, [head.id for head in rules.heads], see="recruitcheck rules list")
    return rules.rule(rule_id)
