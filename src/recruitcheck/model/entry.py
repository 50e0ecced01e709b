"""What an official list holds: entry, licence, debarment, and rows that are none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recruitcheck.model.name import Name, NameKind
from recruitcheck.model.partial_date import PartialDate


class LicenceStatus(StrEnum):
    """The normal form of each registry's own words; an unmapped word is UNKNOWN, never VALID."""

    VALID = "valid"
    RESTRICTED = "restricted"
    APPLICANT = "applicant"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    SURRENDERED = "surrendered"
    REVOKED = "revoked"
    REFUSED = "refused"
    BARRED = "barred"
    UNLISTED = "unlisted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Address:
    """An address as printed; place, region and country (ISO 3166-1 alpha-2) where given apart."""

    text: str | None = None
    place: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """One permission: number as printed, normal status beside the raw word, period, scope.

    ``valid_to`` is the last day on which it holds. ``row`` is the source row (1 = first data row).
    """

    row: int
    status: LicenceStatus
    status_word: str | None = None
    number: str | None = None
    route: str | None = None
    scope: tuple[str, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    note: str | None = None  # e.g. a rating, as printed


@dataclass(frozen=True, slots=True)
class Debarment:
    """One exclusion with its period as far as the source gives it; both ends inclusive."""

    row: int
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    duration: str | None = None  # as printed; may contradict the dates
    reason: str | None = None
    status_word: str | None = None
    note: str | None = None  # what is odd about the row, e.g. "end date equals start date"


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """One agency as one registry lists it, from one or more source rows."""

    registry: str
    key: str
    names: tuple[Name, ...]
    rows: tuple[int, ...]
    source_ids: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    other_ids: tuple[tuple[str, str], ...] = ()  # (kind such as "company_number", value)
    licences: tuple[Licence, ...] = ()
    debarments: tuple[Debarment, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()  # mapped but unused columns, for the reader

    @property
    def entry_id(self) -> str:
        """``<registry>:<key>``, the same in every database."""
        return f"{self.registry}:{self.key}"

    @property
    def name(self) -> str:
        """The first registered name, or the first name there is."""
        for name in self.names:
            if name.kind is NameKind.REGISTERED:
                return name.text
        return self.names[0].text if self.names else ""

    @property
    def source_id(self) -> str:
        """The id column of the first row; without one, the row number."""
        return self.source_ids[0] if self.source_ids else str(self.rows[0] if self.rows else "")


@dataclass(frozen=True, slots=True)
class Reject:
    """A source row that is no entry, kept with its reason. ``raw`` is the row as read."""

    row: int
    reason: str
    raw: tuple[tuple[str, str], ...] = ()
