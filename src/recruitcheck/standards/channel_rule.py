"""Channel rules: who may recruit at all in a corridor, and how surely a rule reaches a case on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from recruitcheck.model import Corridor, PartialDate
from recruitcheck.standards.fee_limit import BoundParty, LimitConfidence
from recruitcheck.standards.fit import CountryGroup, Fit, all_fit, place_fits, sector_fits
from recruitcheck.standards.instrument import Verification


class ChannelKind(StrEnum):
    """What a rule does to the channels of a corridor."""

    STATE_AGENCY_ONLY = "state_agency_only"
    GOVERNMENT_TO_GOVERNMENT_ONLY = "government_to_government_only"
    NAMED_AGENCIES_ONLY = "named_agencies_only"
    OFFICIAL_PLATFORM_ONLY = "official_platform_only"
    AGREEMENT_REQUIRED = "agreement_required"
    NO_DIRECT_RECRUITMENT = "no_direct_recruitment"
    DESTINATION_BAN = "destination_ban"
    DEPARTURE_BAN = "departure_ban"
    SUSPENSION = "suspension"
    RESTRICTION_LIFTED = "restriction_lifted"
    STATE_AGENCY_TARIFF = "state_agency_tariff"

    @property
    def closes_corridor(self) -> bool:
        """Whether nobody (or no private agency) may recruit while the rule holds."""
        return self in (ChannelKind.DESTINATION_BAN, ChannelKind.DEPARTURE_BAN, ChannelKind.SUSPENSION)

    @property
    def limits(self) -> bool:
        """Whether it limits recruitment at all: a tariff only selects fees, a lifted restriction frees."""
        return self not in (ChannelKind.RESTRICTION_LIFTED, ChannelKind.STATE_AGENCY_TARIFF)


ChannelStatus = Literal["in_force_not_rechecked", "conflicting_sources", "current_status_unknown", "ended"]


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """One rule. ``who`` (workers meant) and ``condition`` are facts that no corridor tells."""

    id: str
    side: Literal["origin", "destination"]
    jurisdiction: str
    origin: str
    destination: str
    sector: str
    who: str | None
    kind: ChannelKind
    says: str
    permitted: tuple[str, ...]
    bound: BoundParty
    condition: str | None
    in_force_from: PartialDate | None
    in_force_to: PartialDate | None
    status: ChannelStatus
    instrument: str
    provision: str
    confidence: LimitConfidence
    how: Verification
    verified_at: str | None
    stated_on: PartialDate | None
    conflicts_with: tuple[str, ...]
    note: str | None

    def in_force(self, on: date) -> Fit:
        """Whether it held on a day; where sources conflict or nobody rechecked its end, nobody can tell."""
        start, end = self.in_force_from or self.stated_on, self.in_force_to
        if self.in_force_from and on < self.in_force_from.first:
            return Fit.NO
        if end and on > end.last:
            return Fit.NO
        unsettled = self.status in ("conflicting_sources", "current_status_unknown")
        if unsettled or start is None or on < start.last or (end and not end.is_exact and on >= end.first):
            return Fit.UNKNOWN
        return Fit.UNKNOWN if self.status == "ended" and end is None else Fit.YES


@dataclass(frozen=True, slots=True)
class ChannelReading:
    """A rule that may reach the case: whether it held, which facts are missing, and what says otherwise."""

    rule: ChannelRule
    in_force: Fit
    unknown: tuple[str, ...]
    against: tuple[ChannelRule, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether a finding may rest on it: it held on the day, it reaches the case, and nothing contradicts it."""
        return self.in_force is Fit.YES and not self.unknown and not self.against and self.rule.confidence != "low"


def read_channels(
    rules: Iterable[ChannelRule], corridor: Corridor, on: date, sector: str | None, groups: Mapping[str, CountryGroup]
) -> tuple[ChannelReading, ...]:
    """Printable rules that reach or may reach the corridor on the day, by id; what surely does not is left out."""
    printable = {rule.id: rule for rule in rules if rule.how.printable}
    found: list[ChannelReading] = []
    for rule in printable.values():
        checks = (
            (place_fits(rule.origin, corridor.origin, groups, on), "the country of origin"),
            (place_fits(rule.destination, corridor.destination, groups, on), "the destination"),
            (sector_fits((rule.sector,), sector), "the sector"),
        )
        force = rule.in_force(on)
        if force is Fit.NO or all_fit(fit for fit, _ in checks) is Fit.NO:
            continue
        unknown = [what for fit, what in checks if fit is Fit.UNKNOWN]
        if rule.who:
            unknown.append(f"whether the workers are {rule.who}")
        if rule.condition:
            unknown.append(f"whether {rule.condition}")
        against = tuple(printable[other] for other in rule.conflicts_with if other in printable)
        found.append(ChannelReading(rule, force, tuple(unknown), against))
    return tuple(sorted(found, key=lambda reading: reading.rule.id))
