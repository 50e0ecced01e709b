"""Which states are party to a treaty, as far as dated public tables were seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from recruitcheck.model import PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.fit import Fit
from recruitcheck.standards.instrument_file import DateText


@dataclass(frozen=True, slots=True)
class Ratification:
    """One state's party status. ``seen_on`` is the state of the table where no date is known."""

    treaty: str
    country: str
    ratified_on: PartialDate | None
    in_force_on: PartialDate | None
    seen_on: PartialDate | None
    at: str
    note: str | None

    def binds_on(self, on: date) -> Fit:
        """Whether the treaty bound the state on a day. A missing date of entry into force is doubt, not law."""
        if self.in_force_on:
            return Fit.YES if on >= self.in_force_on.last else Fit.NO
        if self.ratified_on:
            # Every treaty held here enters into force for a state at most twelve months after it ratifies.
            if on < self.ratified_on.first:
                return Fit.NO
            settled = self.ratified_on.last.replace(year=self.ratified_on.last.year + 1, day=1)
            return Fit.YES if on > settled.replace(day=28) else Fit.UNKNOWN
        return Fit.YES if self.seen_on and on > self.seen_on.last else Fit.UNKNOWN


class RatificationFile(StrictModel):
    """One row of a file of ratifications."""

    treaty: str
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    ratified_on: DateText | None = None
    in_force_on: DateText | None = None
    seen_on: DateText | None = None
    at: str
    note: str | None = None


def read_ratifications(paths: Iterable[Path]) -> Mapping[tuple[str, str], Ratification]:
    """Rows by (treaty, country). A missing row means "not seen", never "not ratified"."""
    rows = load_models(RatificationFile, paths, many=True)
    return {
        (row.treaty, row.country): Ratification(
            row.treaty,
            row.country,
            PartialDate(row.ratified_on) if row.ratified_on else None,
            PartialDate(row.in_force_on) if row.in_force_on else None,
            PartialDate(row.seen_on) if row.seen_on else None,
            row.at,
            row.note,
        )
        for _, row in rows
    }
