"""What makes a firm one firm from copy to copy."""

from __future__ import annotations

from collections.abc import Sequence

FILLED = 0.9  # of the rows that must have a number of their own
DIFFERENT = 0.4  # different numbers by numbers: branches share theirs


def tells_firms_apart(values: Sequence[str]) -> bool:
    """Whether nearly every row has a number and enough of them differ."""
    given = sum(map(bool, values))
    return bool(values) and given >= FILLED * len(values) and len(set(filter(None, values))) >= DIFFERENT * given


def states_differ(names: Sequence[str], states: Sequence[str]) -> bool:
    """Whether one name stands with different states: then each row stays an entry of its own."""
    found: dict[str, set[str]] = {}
    for name, state in zip(names, states, strict=True):
        found.setdefault(name.strip().casefold(), set()).add(state.strip())
    return any(len(told) > 1 for name, told in found.items() if name)
