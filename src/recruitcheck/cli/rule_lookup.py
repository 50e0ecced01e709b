"""Finds one rule by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruitcheck.cli.shared import Shared
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.redflags import Rule


def find_rule(shared: Shared, rule_id: str) -> Rule:
    """The rule of that id; UsageError names near misses."""
    from recruitcheck.redflags import load_rules

    rules = load_rules(shared.rules)
    try:
        return rules.rule(rule_id)
    except KeyError:
        import difflib

        near = difflib.get_close_matches(rule_id, [rule.id for rule in rules.rules], n=3, cutoff=0.5)
        todo = f"Did you mean {' or '.join(near)}?" if near else "See: recruitcheck rules list."
        raise UsageError(f"no rule is called {rule_id!r}.", todo=todo) from None
