"""What an official list is, and one dated copy of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class RegistryKind(StrEnum):
    """What being listed proves. Only ``licensing`` kinds can show a recruitment licence."""

    LICENSING = "licensing"
    SPONSOR = "sponsor"  # permission to employ, never to recruit
    DEBARMENT = "debarment"
    LICENSING_AND_DEBARMENT = "licensing_and_debarment"
    DISCLOSURE = "disclosure"
    WATCH = "watch"
    COMPANY = "company"

    @property
    def licenses(self) -> bool:
        """Whether an entry can be a recruitment licence."""
        return self in (RegistryKind.LICENSING, RegistryKind.LICENSING_AND_DEBARMENT)

    @property
    def debars(self) -> bool:
        """Whether an entry can be an exclusion."""
        return self in (RegistryKind.DEBARMENT, RegistryKind.LICENSING_AND_DEBARMENT)


class Coverage(StrEnum):
    """What one copy holds: who is listed now, everyone ever listed, or one period's rows."""

    CURRENT = "current"
    CUMULATIVE = "cumulative"
    PERIOD = "period"


class AbsenceMeans(StrEnum):
    """What it means that a name is not in a complete, fresh copy (inside its scope)."""

    NOT_LICENSED = "not_licensed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the list covers; outside it absence means nothing. Empty tuples mean "not limited"."""

    sectors: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """One official list as checks and reports need it (the definition file holds more)."""

    id: str
    title: str
    authority: str
    jurisdiction: str  # ISO 3166, e.g. "HK", "CA-ON"
    kind: RegistryKind
    coverage: Coverage
    absence_means: AbsenceMeans
    shelf_life_days: int
    scope: Scope = field(default_factory=Scope)
    url: str | None = None
    how_to_obtain: str | None = None
    legal_basis: str | None = None
    correction: str | None = None  # how the agency can have an error in the list corrected
    expiring_soon_days: int = 60
    fictional: bool = False  # demo data: every page says so
    verified: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One dated copy of a registry. ``effective_on`` = published, else retrieved, never imported."""

    id: str  # "<registry>@<effective_on>+<first 8 of sha256>"
    registry: str
    sha256: str
    source_name: str
    effective_on: date
    imported_at: datetime  # UTC
    rows: int  # rows read
    kept: int
    rejected: int
    definition_sha256: str
    published_on: date | None = None
    retrieved_on: date | None = None
    complete: bool = True
    partial_reason: str | None = None
    refused_reason: str | None = None  # kept as evidence, never current
