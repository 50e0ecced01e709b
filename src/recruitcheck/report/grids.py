"""The grids of an assessment, arranged for reading: the eleven, Palermo by element, the operational by dimension."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from recruitcheck.model import Assessment, Indicator, Outcome

_GRADES = ("strong", "medium", "weak")
_ELEMENTS = {"act": "Act: what is done", "means": "Means: how it is done", "purpose": "Purpose: why it is done"}
_CHILD = "child_or_age.under_age"


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; ``tally`` is "1 strong, 2 medium", empty where the grid has no grades."""

    title: str
    lines: tuple[Indicator, ...]
    tally: str = ""


@dataclass(frozen=True, slots=True)
class Grids:
    """What the template prints. ``child`` tells that the text speaks of somebody below 18."""

    eleven: tuple[Indicator, ...]
    palermo: tuple[Group, ...]
    operational: tuple[Group, ...]
    child: bool


def of(assessment: Assessment) -> Grids:
    """The grids in the order of the assessment."""
    by_grid = {
        grid: tuple(item for item in assessment.indicators if item.grid == grid)
        for grid in ("ilo_eleven", "palermo", "operational")
    }
    child = any(item.practice == _CHILD and item.outcome is Outcome.FLAGGED for item in assessment.findings)
    palermo = tuple(Group(_ELEMENTS.get(item.title, item.title), item.lines) for item in _grouped(by_grid["palermo"]))
    return Grids(by_grid["ilo_eleven"], palermo, _grouped(by_grid["operational"]), child)


def _grouped(lines: tuple[Indicator, ...]) -> tuple[Group, ...]:
    groups = []
    for title, members in groupby(lines, lambda item: item.group or ""):
        inside = tuple(members)
        groups.append(Group(title, inside, _tally(inside)))
    return tuple(groups)


def _tally(lines: tuple[Indicator, ...]) -> str:
    counts = [(sum(item.grade == grade for item in lines), grade) for grade in _GRADES]
    return ", ".join(f"{count} {grade}" for count, grade in counts if count)
