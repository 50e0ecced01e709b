"""What is checked: an agency or a job offer, and the days on which acts are judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recruitcheck.model.document import Document
from recruitcheck.model.name import NameKind


@dataclass(frozen=True, slots=True)
class Agency:
    """A private employment agency as the user names it; every field but the name may be absent."""

    name: str
    licence_number: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2, resolved
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    name_kind: NameKind = NameKind.REGISTERED

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """(field, value) of what was given beside name and country, in a fixed order."""
        pairs = (
            ("licence_number", self.licence_number),
            ("phone", self.phone),
            ("email", self.email),
            ("website", self.website),
            ("address", self.address),
        )
        return tuple((field, value) for field, value in pairs if value)


@dataclass(frozen=True, slots=True)
class JobOffer:
    """Advert, message, offer letter or contract text given to a worker."""

    document: Document


@dataclass(frozen=True, slots=True)
class CheckDates:
    """The day judged, the day up to which imports are known, and the days of single acts."""

    as_of: date
    known_on: date
    acts: tuple[tuple[str, date], ...] = ()  # ("advert" | "payment" | "signing" | "departure", day)

    def on(self, act: str) -> date:
        """The day of an act; the day judged where it was not given."""
        return dict(self.acts).get(act, self.as_of)
