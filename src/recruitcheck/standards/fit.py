"""Three answers to "does this text reach this case": yes, no, or not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from recruitcheck.model import PartialDate


class Fit(Enum):
    """Yes, no or not known; "not known" is never taken for either."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def all_fit(fits: Iterable[Fit]) -> Fit:
    """No where one says no; otherwise unknown where one is unknown; otherwise yes."""
    seen = set(fits)
    return Fit.NO if Fit.NO in seen else Fit.UNKNOWN if Fit.UNKNOWN in seen else Fit.YES


@dataclass(frozen=True, slots=True)
class CountryGroup:
    """A named set of countries and the period for which its member list holds."""

    id: str
    title: str
    members: frozenset[str]
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    how: str
    note: str | None = None

    def includes(self, country: str, on: date) -> Fit:
        """Outside the period of the list nobody can tell."""
        if (
            self.valid_from
            and on < self.valid_from.last
            and not (self.valid_from.is_exact and on == self.valid_from.first)
        ):
            return Fit.UNKNOWN
        if self.valid_to and on > self.valid_to.first:
            return Fit.UNKNOWN
        return Fit.YES if country in self.members else Fit.NO


def place_fits(place: str, country: str | None, groups: Mapping[str, CountryGroup], on: date) -> Fit:
    """Whether ``country`` (ISO 3166-1 or -2) lies in ``place`` ("*", an ISO code or a group id).

    A province's rule is unknown for a case of which only the country is known.
    """
    if place == "*":
        return Fit.YES
    if country is None:
        return Fit.UNKNOWN
    if place in groups:
        return groups[place].includes(country.partition("-")[0], on)
    if country == place or country.partition("-")[0] == place:
        return Fit.YES
    return Fit.UNKNOWN if place.partition("-")[0] == country else Fit.NO


def any_place_fits(places: tuple[str, ...], country: str | None, groups: Mapping[str, CountryGroup], on: date) -> Fit:
    """Yes where one place fits; an empty list is "not limited"."""
    if not places:
        return Fit.YES
    fits = {place_fits(place, country, groups, on) for place in places}
    return Fit.YES if Fit.YES in fits else Fit.UNKNOWN if Fit.UNKNOWN in fits else Fit.NO


def sector_fits(sectors: tuple[str, ...], sector: str | None) -> Fit:
    """Whether a rule for ``sectors`` (empty or "*": all) reaches a case of ``sector`` or of one inside them."""
    if not sectors or "*" in sectors:
        return Fit.YES
    if sector is None:
        return Fit.UNKNOWN
    from recruitcheck.vocabulary import sector_within

    return Fit.YES if any(sector_within(sector, wider) for wider in sectors) else Fit.NO
