"""Periods in one cell: what divides the first day from the last, and whether a definition must say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruitcheck.registry.column import DateColumn

_WORDS = "to|until|till|bis|do|al|au|a|hasta|até|sampai dengan|sampai|hingga|s/d|по|до"
_SIDES = re.compile(rf"(?i)(?<=\d)\s*(?:[–—~～至]|\s-\s|\s(?:{_WORDS})\s)\s*(?=\D{{0,20}}\d)")
_BETWEEN = rf"(?i)\s*[–—~～至]\s*|\s+(?:-|{_WORDS})\s+"
_TIGHT = re.compile(r"\d{6,8}\s?-\s?\d{6,8}\Z")  # 1120601-1140531
_TIGHT_BETWEEN = r"\s*-\s*"


@dataclass(frozen=True, slots=True)
class Periods:
    """``sides``: the days of each value. ``between``: the pattern that a definition must give; None: its usual one."""

    sides: tuple[tuple[str, ...], ...]
    between: str | None


def divided_periods(values: Sequence[str]) -> Periods | None:
    """The sides of a column's periods; None where most of its values are no periods."""
    if sum(map(bool, map(_TIGHT.match, values))) > len(values) / 2:
        return Periods(_sides(values, _TIGHT_BETWEEN), _TIGHT_BETWEEN)
    sides = _sides(values, _SIDES.pattern)
    if sum(len(side) == 2 for side in sides) <= len(sides) / 2:
        return None
    usual = DateColumn.model_fields["between"].default
    return Periods(sides, None if sides == _sides(values, usual) else _BETWEEN)


def _sides(values: Sequence[str], pattern: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(side for part in re.split(pattern, value) if (side := part.strip())) for value in values)
