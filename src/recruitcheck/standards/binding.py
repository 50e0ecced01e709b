"""Whether a provision binds in a corridor on a day: law here, a standard, not known, or law elsewhere.

Codes, guidance, policy statements and indicators are never law. A treaty is law where a state of the corridor was
seen to be party to it; an agreement between the two governments counts like such a treaty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from recruitcheck.model import Binding, Corridor
from recruitcheck.standards.fit import CountryGroup, Fit, all_fit, any_place_fits, place_fits, sector_fits
from recruitcheck.standards.in_force import in_force
from recruitcheck.standards.instrument import INTERNATIONAL, Instrument, InstrumentType, Provision

if TYPE_CHECKING:
    from recruitcheck.standards.ratification import Ratification

NOT_LAW: dict[InstrumentType, str] = {
    InstrumentType.DIRECTIVE: "A directive: it reaches firms through the national law of the member state.",
    InstrumentType.GUIDANCE: "Guidance, not law.",
    InstrumentType.CODE: "A voluntary code, not law.",
    InstrumentType.POLICY_STATEMENT: "A policy statement, not law.",
    InstrumentType.INDICATOR: "A screening aid, not a finding of law.",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The case that provisions are held against."""

    corridor: Corridor
    on: date
    groups: Mapping[str, CountryGroup]
    ratifications: Mapping[tuple[str, str], Ratification]

    @property
    def countries(self) -> tuple[tuple[Literal["origin", "destination"], str], ...]:
        """(side, ISO 3166-1 code) of the countries known."""
        pairs: tuple[tuple[Literal["origin", "destination"], str | None], ...] = (
            ("origin", self.corridor.origin),
            ("destination", self.corridor.destination),
        )
        return tuple((side, code) for side, code in pairs if code)


@dataclass(frozen=True, slots=True)
class Bound:
    """How a provision stands in a case; ``side`` and ``country`` name whose law it is."""

    binding: Binding
    side: Literal["origin", "destination"] | None = None
    country: str | None = None
    doubts: tuple[str, ...] = ()


def bind(instrument: Instrument, provision: Provision, frame: Frame) -> Bound | None:
    """None where the provision has nothing to say about the case (place, sector, date)."""
    force = in_force(provision.period, frame.on)
    if force.fit is Fit.NO:
        return None
    reach = _reach(provision, frame)
    if instrument.type.is_national_law:
        bound = _national(instrument, provision, frame, reach)
    elif instrument.type is InstrumentType.AGREEMENT:
        bound = _agreement(instrument, reach)
    elif instrument.type is InstrumentType.TREATY:
        bound = _treaty(instrument, provision, frame, reach)
    else:
        bound = _standard(instrument, frame, reach)
    undated_standard = provision.period.start is None and provision.period.end is None and instrument.type in NOT_LAW
    if bound is None or force.doubt is None or undated_standard:
        return bound
    return Bound(bound.binding, bound.side, bound.country, (*bound.doubts, force.doubt))


def _reach(provision: Provision, frame: Frame) -> Fit:
    reach, corridor = provision.reach, frame.corridor
    if reach.excludes and sector_fits(reach.excludes, corridor.sector) is Fit.YES:
        return Fit.NO
    return all_fit(
        (
            any_place_fits(reach.origins, corridor.origin, frame.groups, frame.on),
            any_place_fits(reach.destinations, corridor.destination, frame.groups, frame.on),
            sector_fits(reach.sectors, corridor.sector),
        )
    )


def _open_question(provision: Provision) -> str:
    reach = provision.reach
    if reach.condition:
        return f"It applies only if {reach.condition}; that is not known here."
    if reach.sectors:
        return f"It covers only {_words(reach.sectors)}; whether this job is of that kind is not known."
    return "It covers only part of the country or some corridors; whether this case belongs to them is not known."


def _words(sectors: tuple[str, ...]) -> str:
    from recruitcheck.vocabulary import sectors as known

    return ", ".join(known()[sector].title.lower() if sector in known() else sector for sector in sectors)


def _named(code: str) -> str:
    from recruitcheck.vocabulary import country_name

    return country_name(code)


def _national(instrument: Instrument, provision: Provision, frame: Frame, reach: Fit) -> Bound | None:
    if reach is Fit.NO:
        return None
    roles = [
        (side, country, place_fits(instrument.jurisdiction, country, frame.groups, frame.on))
        for side, country in frame.countries
        if instrument.side in ("any", side)
    ]
    for side, country, fit in roles:
        if fit is Fit.YES:
            doubts: tuple[str, ...] = ()
            if provision.reach.excludes and frame.corridor.sector is None:
                doubts = (f"It does not cover {_words(provision.reach.excludes)}.",)
            if reach is Fit.UNKNOWN or provision.reach.condition:
                return Bound(Binding.NOT_CHECKED, side, country, (_open_question(provision),))
            return Bound(Binding.LAW_HERE, side, country, doubts)
    for side, country, fit in roles:
        if fit is Fit.UNKNOWN:
            place = f"It is law only in {instrument.jurisdiction}; whether the case lies there is not known."
            return Bound(Binding.NOT_CHECKED, side, country, (place,))
    return Bound(Binding.LAW_ELSEWHERE)


def _agreement(instrument: Instrument, reach: Fit) -> Bound | None:
    if reach is not Fit.YES:
        return None
    if instrument.period.start is None:
        return Bound(Binding.STANDARD, doubts=("Signed; whether it is in force was not verified.",))
    doubt = "An agreement between the two governments: how it reaches an agency depends on national law."
    return Bound(Binding.LAW_HERE, "origin", None, (doubt,))


def _treaty(instrument: Instrument, provision: Provision, frame: Frame, reach: Fit) -> Bound | None:
    if reach is Fit.NO:
        return None
    if reach is Fit.UNKNOWN:
        return Bound(Binding.NOT_CHECKED, doubts=(_open_question(provision),))
    unseen: list[str] = []
    for side, country in frame.countries:
        row = frame.ratifications.get((instrument.treaty or "", country.partition("-")[0]))
        if row is None or row.binds_on(frame.on) is not Fit.YES:
            unseen.append(country)
            continue
        if provision.separate_acceptance:
            return Bound(
                Binding.STANDARD, doubts=(f"Accepted apart from the treaty; not checked for {_named(country)}.",)
            )
        doubts = (
            f"{_named(country)} is party to the treaty according to a public table.",
            *([row.note] if row.note else ()),
        )
        return Bound(Binding.LAW_HERE, side, country, doubts)
    if not unseen:
        return Bound(Binding.STANDARD)
    return Bound(Binding.STANDARD, doubts=(f"Ratification by {' and '.join(map(_named, unseen))} was not seen.",))


def _standard(instrument: Instrument, frame: Frame, reach: Fit) -> Bound | None:
    if reach is not Fit.YES:
        return None
    if instrument.jurisdiction not in INTERNATIONAL:
        fits = {
            place_fits(instrument.jurisdiction, country, frame.groups, frame.on)
            for side, country in frame.countries
            if instrument.side in ("any", side)
        }
        if Fit.YES not in fits:
            return None
    return Bound(Binding.STANDARD, doubts=(NOT_LAW[instrument.type],))
