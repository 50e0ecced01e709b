"""What is looked for in one language: its rules' patterns, guards and cues as plain data, as ``planning`` makes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from recruitcheck.redflags.pattern import Pattern
from recruitcheck.redflags.words.wording import FIGURE
from recruitcheck.resources import package_data, tree_sha256

REFERENCE = "en"  # the language of the rule files
PLANES = 3  # slots of a pattern that must be seen in a clause before it is tried
Plain = dict[str, Any]


class PlannedPattern(NamedTuple):
    """One pattern of a rule; the last fields are what decides about its matches. All of it goes into JSON as it is.

    ``unless`` are (pattern, within) by their places in the plan, ``guards`` names, ``borrowed``: figures alone, taken
    over from the reference.
    """

    rule: str
    source: str
    within: int
    unless: list[int]
    guards: list[str]
    weight: str
    kinds: list[str]
    answered: bool
    borrowed: bool


def facts_of(slot: str) -> Iterable[str]:
    """The facts that may fill a slot: itself, or those that stand beside words in it."""
    if slot.startswith("<"):
        return (slot,)
    if "<" not in slot:
        return ()
    return tuple(p for p in slot[1:-1].split("|") if p.startswith("<") and p.endswith(">") and p != FIGURE)


def scaled(pattern: Pattern, scale: int) -> Pattern:
    """The pattern where a word is ``scale`` tokens."""
    if scale == 1:
        return pattern
    sequences = tuple(tuple(part._replace(gap=part.gap * scale) for part in parts) for parts in pattern.sequences)
    return Pattern(pattern.source, sequences, pattern.within * scale)


@cache
def engine_sha256() -> str:
    """Over this room's program text: what is kept of a plan is made anew where the program is another one."""
    return tree_sha256(package_data("redflags").rglob("*.py"))
