"""Instrument files: strict shape at the door, frozen instruments inside."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from recruitcheck.errors import DataFileError
from recruitcheck.model import PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.instrument import (
    Instrument,
    InstrumentType,
    Period,
    PracticeLink,
    Provision,
    Reach,
    Verification,
)
from recruitcheck.standards.practice import known_practice

MAX_SAYS = 600
MAX_LINE = 240


def _partial_date(value: str) -> str:
    PartialDate(value)
    return value


def _practice(value: str) -> str:
    if not known_practice(value):
        raise ValueError(f"{value!r} is neither a practice nor a family of the vocabulary")
    return value


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise ValueError("an address must begin with https:// or http://")
    return value


DateText = Annotated[str, AfterValidator(_partial_date)]
PracticeId = Annotated[str, AfterValidator(_practice)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Line = Annotated[str, Field(min_length=1, max_length=MAX_LINE)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class LinkFile(StrictModel):
    """One link from a provision to a practice."""

    practice: PracticeId
    effect: Literal["bars", "limits", "requires", "indicator"]
    because: Line


class VerifiedFile(StrictModel):
    """How, when and where a provision was verified."""

    how: Verification
    on: DateText | None = None
    at: str | None = None


class ReachFile(StrictModel):
    """The limits that an instrument and each of its provisions may state."""

    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    condition: Line | None = None
    in_force_from: DateText | None = None
    in_force_to: DateText | None = None
    in_force_verified: Annotated[bool, Field(strict=True)] = False


class ProvisionFile(ReachFile):
    """One provision as a file holds it; what it does not state it takes from its instrument."""

    ref: Line
    says: Annotated[str, Field(min_length=1, max_length=MAX_SAYS)]
    links: tuple[LinkFile, ...] = ()
    verified: VerifiedFile
    note: str | None = None
    separate_acceptance: Annotated[bool, Field(strict=True)] = False


class InstrumentFile(ReachFile):
    """One instrument as a file holds it."""

    id: Id
    title: str
    short: Annotated[str, Field(min_length=1, max_length=80)]
    issuer: str
    year: Annotated[int, Field(ge=1800, le=2100)]
    type: InstrumentType
    jurisdiction: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*(-[A-Z0-9]+)?$", max_length=24)]
    side: Literal["origin", "destination", "any"] = "any"
    binds: Line
    url: WebAddress | None = None
    treaty: str | None = None
    superseded_by: Id | None = None
    note: str | None = None
    provisions: tuple[ProvisionFile, ...]


def read_instruments(paths: Iterable[Path]) -> tuple[Instrument, ...]:
    """Every instrument of the files, sorted by id; DataFileError lists all problems of all files."""
    loaded = load_models(InstrumentFile, paths, many=True)
    problems: list[str] = []
    seen: dict[str, Path] = {}
    for path, item in loaded:
        if item.id in seen:
            problems.append(f"{path}: the instrument {item.id!r} stands already in {seen[item.id]}. Choose another id.")
        seen.setdefault(item.id, path)
        refs = [provision.ref for provision in item.provisions]
        problems.extend(
            f"{path}: {item.id}: the provision {ref!r} stands twice. Merge the two."
            for ref in sorted({ref for ref in refs if refs.count(ref) > 1})
        )
    for path, item in loaded:
        if item.superseded_by and item.superseded_by not in seen:
            problems.append(f"{path}: {item.id}: superseded_by names {item.superseded_by!r}, which is in no file.")
    if problems:
        raise DataFileError(tuple(problems))
    return tuple(sorted((_instrument(item) for _, item in loaded), key=lambda item: item.id))


def _instrument(item: InstrumentFile) -> Instrument:
    return Instrument(
        id=item.id,
        title=item.title,
        short=item.short,
        issuer=item.issuer,
        year=item.year,
        type=item.type,
        jurisdiction=item.jurisdiction,
        side=item.side,
        binds=item.binds,
        url=item.url,
        period=_period(item, item.year),
        treaty=item.treaty,
        superseded_by=item.superseded_by,
        note=item.note,
        provisions=tuple(_provision(provision, item) for provision in item.provisions),
    )


def _provision(provision: ProvisionFile, item: InstrumentFile) -> Provision:
    own_period = provision.in_force_from or provision.in_force_to
    return Provision(
        instrument=item.id,
        ref=provision.ref,
        says=provision.says,
        links=tuple(PracticeLink(link.practice, link.effect, link.because) for link in provision.links),
        reach=Reach(
            origins=provision.origins or item.origins,
            destinations=provision.destinations or item.destinations,
            sectors=provision.sectors or item.sectors,
            excludes=provision.excludes or item.excludes,
            condition=provision.condition or item.condition,
        ),
        period=_period(provision if own_period else item, item.year),
        how=provision.verified.how,
        verified_on=provision.verified.on,
        verified_at=provision.verified.at,
        note=provision.note,
        separate_acceptance=provision.separate_acceptance,
    )


def _period(item: ReachFile, year: int) -> Period:
    return Period(
        start=PartialDate(item.in_force_from) if item.in_force_from else None,
        end=PartialDate(item.in_force_to) if item.in_force_to else None,
        verified=item.in_force_verified,
        year=year,
    )
