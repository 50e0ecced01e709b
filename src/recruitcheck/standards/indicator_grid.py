"""The grids of a report: the ILO's eleven indicators, Palermo's elements, the operational indicators.

Which practices point to which line, and what papers cannot tell. Screening aids, never findings of law.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.instrument_file import Id, Line, PracticeId


@dataclass(frozen=True, slots=True)
class Sign:
    """A practice that points to an indicator, and why in one line."""

    practice: str
    because: str


@dataclass(frozen=True, slots=True)
class ForcedLabourIndicator:
    """One indicator. ``assessable`` False: papers alone cannot show it, whatever they say."""

    id: str
    number: int
    title: str
    assessable: bool
    signs: tuple[Sign, ...]
    note: str | None = None


Grade = Literal["strong", "medium", "weak"]
Element = Literal["act", "means", "purpose"]


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of the Palermo or the operational grid; ``group`` is the element or the title of the dimension."""

    id: str
    group: str
    title: str
    assessable: bool
    signs: tuple[Sign, ...]
    grade: Grade | None = None
    disputed: bool = False
    note: str | None = None


class SignFile(StrictModel):
    """One practice that points to the indicator."""

    practice: PracticeId
    because: Line


class IndicatorFile(StrictModel):
    """One indicator as a file holds it."""

    id: Id
    number: Annotated[int, Field(ge=1, le=11)]
    title: str
    assessable: bool = True
    signs: tuple[SignFile, ...] = ()
    note: Line | None = None


class ElementFile(StrictModel):
    """One line of Palermo's act, means and purpose as a file holds it."""

    id: Id
    element: Element
    title: Line
    assessable: bool = True
    signs: tuple[SignFile, ...] = ()
    note: Line | None = None


class OperationalFile(StrictModel):
    """One operational indicator as a file holds it."""

    id: Id
    grade: Grade
    title: Line
    assessable: bool = True
    disputed: bool = False
    signs: tuple[SignFile, ...] = ()
    note: Line | None = None


class DimensionFile(StrictModel):
    """One dimension of the operational indicators."""

    id: Id
    title: Line
    indicators: tuple[OperationalFile, ...]


class UncitedFile(StrictModel):
    """A practice for which the catalogue holds no international provision, and why."""

    practice: PracticeId
    reason: Line


def read_indicators(paths: Iterable[Path]) -> tuple[ForcedLabourIndicator, ...]:
    """The indicators in the order of the ILO's list."""
    rows = (
        ForcedLabourIndicator(
            row.id,
            row.number,
            row.title,
            row.assessable,
            _signs(row.signs),
            row.note,
        )
        for _, row in load_models(IndicatorFile, paths, many=True)
    )
    return tuple(sorted(rows, key=lambda row: row.number))


def read_elements(paths: Iterable[Path]) -> tuple[GridLine, ...]:
    """Palermo's lines in the order of the files."""
    return tuple(
        GridLine(row.id, row.element, row.title, row.assessable, _signs(row.signs), note=row.note)
        for _, row in load_models(ElementFile, paths, many=True)
    )


def read_operational(paths: Iterable[Path]) -> tuple[GridLine, ...]:
    """The operational indicators, dimension by dimension."""
    return tuple(
        GridLine(row.id, part.title, row.title, row.assessable, _signs(row.signs), row.grade, row.disputed, row.note)
        for _, part in load_models(DimensionFile, paths, many=True)
        for row in part.indicators
    )


def _signs(rows: Iterable[SignFile]) -> tuple[Sign, ...]:
    return tuple(Sign(sign.practice, sign.because) for sign in rows)


def read_uncited(paths: Iterable[Path]) -> dict[str, str]:
    """Reasons by practice."""
    return {row.practice: row.reason for _, row in load_models(UncitedFile, paths, many=True)}
