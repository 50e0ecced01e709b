"""Referral points: where to report or get help, each with its source and date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from recruitcheck.model import Corridor, ReferralPoint
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.instrument_file import DateText, WebAddress

MAX_POINTS = 8
_URGENT = {"helpline": 0, "authority": 1, "complaint": 2, "organisation": 3, "information": 4}


class ReferralSource(StrictModel):
    """Where and when a point was seen; both are required, so nothing unverified is ever shipped."""

    on: DateText
    at: WebAddress


class ReferralFile(StrictModel):
    """One point. Numbers that must not be published have no key here, so a file that holds one is refused."""

    jurisdiction: Annotated[str, Field(pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|INTL)$")]
    name: Annotated[str, Field(min_length=1, max_length=160)]
    kind: Literal["helpline", "authority", "complaint", "organisation", "information"]
    phones: tuple[Annotated[str, Field(max_length=80)], ...] = ()
    url: WebAddress | None = None
    emails: tuple[Annotated[str, Field(pattern=r"^[^@\s]{1,80}@[^@\s]{1,120}$")], ...] = ()
    verified: ReferralSource
    note: str | None = None


def read_referrals(paths: Iterable[Path]) -> tuple[ReferralPoint, ...]:
    """Every point of the files."""
    return tuple(
        ReferralPoint(
            jurisdiction=row.jurisdiction,
            name=row.name,
            kind=row.kind,
            phones=row.phones,
            url=row.url,
            emails=row.emails,
            verified_at=row.verified.at,
            verified_on=row.verified.on,
            note=row.note,
        )
        for _, row in load_models(ReferralFile, paths, many=True)
    )


def referrals_for(points: Iterable[ReferralPoint], corridor: Corridor) -> tuple[ReferralPoint, ...]:
    """Points of the destination, where the worker may be, then of the origin, then international ones.

    Within each, a helpline comes first. A province's point is left out unless the province is known.
    """
    places = (corridor.destination, corridor.origin, *corridor.transit, "INTL")
    ranked = [
        ((places.index(place), _URGENT[point.kind], point.name), point)
        for point in points
        for place in places
        if place and (point.jurisdiction == place or place.partition("-")[0] == point.jurisdiction)
    ]
    unique = {point: None for _, point in sorted(ranked, key=lambda pair: pair[0])}
    return tuple(unique)[:MAX_POINTS]
