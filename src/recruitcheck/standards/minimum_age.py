"""The least age at which a worker may be sent, by origin, destination, sector and gender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from recruitcheck.model import Corridor, PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.fit import CountryGroup, Fit, place_fits, sector_fits
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText, Id, Line

OLDEST_MINIMUM = 45


@dataclass(frozen=True, slots=True)
class MinimumAge:
    """One rule; ``gender`` None: whoever the worker is. A start of None is "not known"."""

    jurisdiction: str
    side: Literal["origin", "destination"]
    destination: str
    sector: str
    gender: Literal["female", "male"] | None
    years: int
    start: PartialDate | None
    end: PartialDate | None
    instrument: str
    provision: str | None
    how: Verification
    verified_at: str | None
    note: str | None

    def in_force(self, on: date) -> Fit:
        """Whether it held on the day; without a start nobody can tell."""
        if (self.start and on < self.start.first) or (self.end and on > self.end.last):
            return Fit.NO
        if self.start is None or on < self.start.last or (self.end and not self.end.is_exact and on >= self.end.first):
            return Fit.UNKNOWN
        return Fit.YES


@dataclass(frozen=True, slots=True)
class AgeReading:
    """A rule that applies or may apply, with the facts that would decide it."""

    rule: MinimumAge
    unknown: tuple[str, ...]


class MinimumAgeFile(StrictModel):
    """One rule as a file holds it."""

    jurisdiction: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
    side: Literal["origin", "destination"] = "origin"
    destination: Annotated[str, Field(pattern=r"^(\*|[A-Z][A-Z0-9_]*(-[A-Z0-9]+)?)$", max_length=24)] = "*"
    sector: str = "*"
    gender: Literal["female", "male"] | None = None
    years: Annotated[int, Field(strict=True, ge=14, le=OLDEST_MINIMUM)]
    in_force_from: DateText | None = None
    in_force_to: DateText | None = None
    instrument: Id
    provision: Line | None = None
    how: Verification
    on: DateText | None = None
    at: str | None = None
    note: Line | None = None


def read_minimum_ages(paths: Iterable[Path]) -> tuple[MinimumAge, ...]:
    """Every rule of the files, in order."""
    return tuple(
        MinimumAge(
            row.jurisdiction,
            row.side,
            row.destination,
            row.sector,
            row.gender,
            row.years,
            PartialDate(row.in_force_from) if row.in_force_from else None,
            PartialDate(row.in_force_to) if row.in_force_to else None,
            row.instrument,
            row.provision,
            row.how,
            row.at,
            row.note,
        )
        for _, row in load_models(MinimumAgeFile, paths, many=True)
    )


def ages_for(
    rules: Iterable[MinimumAge], corridor: Corridor, on: date, groups: Mapping[str, CountryGroup]
) -> tuple[AgeReading, ...]:
    """Printable rules of origin and destination that apply or may apply, the narrowest first."""
    found: list[AgeReading] = []
    for rule in rules:
        own = corridor.origin if rule.side == "origin" else corridor.destination
        if not rule.how.printable or own is None or own.partition("-")[0] != rule.jurisdiction.partition("-")[0]:
            continue
        checks = (
            (place_fits(rule.jurisdiction, own, groups, on), "whether the case lies there"),
            (place_fits(rule.destination, corridor.destination, groups, on), "the destination"),
            (sector_fits((rule.sector,), corridor.sector), "the sector"),
            (rule.in_force(on), "whether the rule was in force on that day"),
        )
        if any(fit is Fit.NO for fit, _ in checks):
            continue
        unknown = [what for fit, what in checks if fit is Fit.UNKNOWN]
        if rule.gender:
            unknown.append(f"whether the worker is {rule.gender}")
        found.append(AgeReading(rule, tuple(unknown)))
    return tuple(sorted(found, key=lambda item: (item.rule.side != "origin", -_narrow(item.rule), -item.rule.years)))


def _narrow(rule: MinimumAge) -> int:
    return (rule.destination != "*") + (rule.sector != "*") + (rule.gender is not None)
