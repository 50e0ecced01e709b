"""What is asked of the registries."""

from __future__ import annotations

from dataclasses import dataclass

from recruitcheck.model import Agency


@dataclass(frozen=True, slots=True)
class NameQuery:
    """A name with whatever else is known; ``country`` is ISO 3166-1 alpha-2."""

    name: str
    country: str | None = None
    licence_number: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    address: str | None = None

    @classmethod
    def of(cls, agency: Agency) -> NameQuery:
        """The query for an agency as the user names it."""
        return cls(
            agency.name,
            agency.country,
            agency.licence_number,
            agency.phone,
            agency.email,
            agency.website,
            agency.address,
        )
