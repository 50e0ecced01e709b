"""Contract terms that the law of a corridor requires, in the vocabulary's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from recruitcheck.model import Corridor
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.fit import CountryGroup, Fit, any_place_fits, sector_fits
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText, Id, Line


def _term(value: str) -> str:
    from recruitcheck.vocabulary import terms

    if value not in terms():
        raise ValueError(f"{value!r} is no contract term of the vocabulary")
    return value


Term = Annotated[str, AfterValidator(_term)]


@dataclass(frozen=True, slots=True)
class RequiredTerm:
    """One term that a provision requires, with who requires it and how that was verified."""

    term: str
    jurisdiction: str
    side: Literal["origin", "destination"]
    instrument: str
    provision: str
    verification: str
    note: str | None = None


class RequirementFile(StrictModel):
    """One provision that lists required terms."""

    jurisdiction: str
    side: Literal["origin", "destination"] = "origin"
    destinations: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    instrument: Id
    provision: Line
    paper: Literal["contract", "approval_file"] = "contract"  # what must hold the terms
    terms: tuple[Term, ...]
    how: Verification
    on: DateText | None = None
    at: str | None = None
    note: Line | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """The list of one provision."""

    jurisdiction: str
    side: Literal["origin", "destination"]
    destinations: tuple[str, ...]
    sectors: tuple[str, ...]
    instrument: str
    provision: str
    terms: tuple[str, ...]
    how: Verification
    note: str | None
    paper: str = "contract"


def read_requirements(paths: Iterable[Path]) -> tuple[Requirement, ...]:
    """Every list of the files, in order."""
    return tuple(
        Requirement(
            row.jurisdiction,
            row.side,
            row.destinations,
            row.sectors,
            row.instrument,
            row.provision,
            row.terms,
            row.how,
            row.note,
            row.paper,
        )
        for _, row in load_models(RequirementFile, paths, many=True)
    )


def required_terms(
    rows: Iterable[Requirement],
    corridor: Corridor,
    on: date,
    groups: Mapping[str, CountryGroup],
    in_force: Mapping[str, bool],
) -> tuple[RequiredTerm, ...]:
    """Terms of every printable list that surely applies; ``in_force`` says which instruments are on the day."""
    found: list[RequiredTerm] = []
    for row in rows:
        own = corridor.origin if row.side == "origin" else corridor.destination
        applies = (
            own is not None
            and own.partition("-")[0] == row.jurisdiction
            and row.how.printable
            and row.paper == "contract"  # a contract is not judged for what the authority's file must hold
            and in_force.get(row.instrument, False)
            and any_place_fits(row.destinations, corridor.destination, groups, on) is Fit.YES
            and sector_fits(row.sectors, corridor.sector) is Fit.YES
        )
        if applies:
            found.extend(
                RequiredTerm(term, row.jurisdiction, row.side, row.instrument, row.provision, row.how.value, row.note)
                for term in row.terms
            )
    return tuple(found)
