"""The ILO's eleven indicators of forced labour: which practices point to which, and what papers cannot tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

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
            tuple(Sign(sign.practice, sign.because) for sign in row.signs),
            row.note,
        )
        for _, row in load_models(IndicatorFile, paths, many=True)
    )
    return tuple(sorted(rows, key=lambda row: row.number))


def read_uncited(paths: Iterable[Path]) -> dict[str, str]:
    """Reasons by practice."""
    return {row.practice: row.reason for _, row in load_models(UncitedFile, paths, many=True)}
