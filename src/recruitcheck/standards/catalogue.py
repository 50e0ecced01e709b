"""The catalogue: instruments, limits, terms, referrals and indicators, asked by practice, corridor and day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from recruitcheck.model import Binding, Citation, Corridor, FeeJudgement, Money, ReferralPoint
from recruitcheck.standards.binding import NOT_LAW, Frame
from recruitcheck.standards.citation import (
    Bearing,
    Candidate,
    Placed,
    bearings,
    by_family,
    candidates,
    choose,
    near,
    to_citation,
)
from recruitcheck.standards.coverage import InstrumentCoverage, PlaceCoverage, coverage_of, places_of
from recruitcheck.standards.exchange_rate import rates_on
from recruitcheck.standards.fee_judgement import LimitReading, judge, readings
from recruitcheck.standards.fee_limit import FeeLimit
from recruitcheck.standards.fee_verdict import FeeCase
from recruitcheck.standards.fit import Fit
from recruitcheck.standards.in_force import in_force
from recruitcheck.standards.instrument import Instrument, Provision
from recruitcheck.standards.parts import Parts

if TYPE_CHECKING:  # these modules read files and bring pydantic with them: imported where a part is read
    from recruitcheck.standards.advert_rule import AdvertRule
    from recruitcheck.standards.change import Change
    from recruitcheck.standards.channel_rule import ChannelReading
    from recruitcheck.standards.indicator_grid import ForcedLabourIndicator
    from recruitcheck.standards.minimum_age import AgeReading
    from recruitcheck.standards.required_term import RequiredTerm

MAX_REMEMBERED = 20_000


class Catalogue(Parts):
    """Everything that can be cited, asked by practice, corridor and day."""

    @cached_property
    def _not_law(self) -> Mapping[str, str]:
        return {item.id: NOT_LAW[item.type] for item in self.instruments if item.type in NOT_LAW}

    def citations_for(self, practice: str, corridor: Corridor, on: date) -> tuple[Citation, ...]:
        """At most six: law here (origin, then destination, then treaties), what may be law, standards.

        Law elsewhere comes only where there is nothing else; an empty answer means that the catalogue holds nothing.
        """
        asked = (practice, corridor.origin, corridor.destination, corridor.sector, on)
        if asked not in self._cited:
            if len(self._cited) >= MAX_REMEMBERED:
                self._cited.clear()
            chosen = choose(self._candidates(practice, corridor, on))
            chosen = chosen or choose(self._candidates(practice, corridor, on, elsewhere=True))
            self._cited[asked] = tuple(map(to_citation, chosen))
        return self._cited[asked]

    def applies(self, practice: str, corridor: Corridor, on: date) -> tuple[Citation, ...]:
        """Every printable provision that bears on the practice in the corridor, law elsewhere left out."""
        found = self._candidates(practice, corridor, on)
        return tuple(to_citation(item) for item in found if item.bound.binding is not Binding.LAW_ELSEWHERE)

    def has_national_rule(self, practice: str, corridor: Corridor, on: date) -> bool:
        """Whether a national law of the corridor that bars, limits or requires something was found for the practice."""
        return any(
            item.instrument.type.is_national_law
            and item.bound.binding is Binding.LAW_HERE
            and item.link.effect != "indicator"
            for item in self._candidates(practice, corridor, on)
        )

    def judge_fee(
        self,
        item: str | None,
        amount: Money | None,
        wage: Money | None,
        contract_months: int | Decimal | None,
        corridor: Corridor,
        on: date,
        *,
        collector: str | None = None,
        wage_per: str = "month",
        worker: Mapping[str, str] | None = None,
        conditions: Mapping[str, bool] | None = None,
    ) -> tuple[FeeJudgement, ...]:
        """The fee against each limit of origin and destination, apart; see ``FeeCase`` for the arguments.

        No country known: no judgement. Nothing here says "lawful": a limit kept can still breach a standard.
        """
        months = None if contract_months is None else Decimal(contract_months)
        case = FeeCase(
            item,
            amount,
            wage,
            months,
            corridor,
            on,
            collector,
            wage_per,
            worker or {},
            conditions or {},
            rates_on(self.exchange_rates, on),
            self._not_law,
        )
        return judge(self._limits_near(corridor), case, self.groups, self._years)

    def channel_rules(self, corridor: Corridor, on: date, sector: str | None = None) -> tuple[ChannelReading, ...]:
        """Rules on who may recruit that reach or may reach the corridor; ``sector`` None: that of the corridor."""
        from recruitcheck.standards.channel_rule import read_channels

        return read_channels(self.channel_table, corridor, on, sector or corridor.sector, self.groups)

    def limits_for(self, corridor: Corridor, on: date) -> tuple[LimitReading, ...]:
        """Fee limits of origin and destination that apply or may apply, each with the facts that would decide it."""
        case = FeeCase(None, None, None, None, corridor, on)
        return readings(self._limits_near(corridor), case, self.groups, self._years)

    def required_terms(self, corridor: Corridor, on: date) -> tuple[RequiredTerm, ...]:
        """Contract terms that a law of the corridor requires."""
        from recruitcheck.standards.required_term import required_terms

        return required_terms(self.requirements, corridor, on, self.groups, self._in_force(on))

    def minimum_ages(self, corridor: Corridor, on: date) -> tuple[AgeReading, ...]:
        """The least ages that apply or may apply, each with the facts that would decide it; origin first."""
        from recruitcheck.standards.minimum_age import ages_for

        return ages_for(self.age_table, corridor, on, self.groups)

    def advert_rules(self, corridor: Corridor, on: date) -> tuple[AdvertRule, ...]:
        """What the law of the origin asks of an advert; None in a rule means "not seen"."""
        from recruitcheck.standards.advert_rule import adverts_for

        return adverts_for(self.advert_table, corridor, self._in_force(on))

    def referrals(self, corridor: Corridor) -> tuple[ReferralPoint, ...]:
        """Where to report or get help, the destination first."""
        from recruitcheck.standards.referral import referrals_for

        return referrals_for(self.referral_points, corridor)

    def indicators(self) -> tuple[ForcedLabourIndicator, ...]:
        """The ILO's eleven indicators of forced labour with the practices that point to them."""
        return self._indicators

    def changes(self, corridor: Corridor, earlier: date, later: date) -> tuple[Change, ...]:
        """Provisions and fee limits that stand otherwise on the later day; without a country, anywhere."""
        from recruitcheck.standards.change import limit_changes, provision_changes

        frames = [Frame(corridor, day, self.groups, self.ratifications) for day in (earlier, later)]
        limits = [{item.row.id: item for item in self.limits_for(corridor, day)} for day in (earlier, later)]
        return (*provision_changes(self.instruments, *frames), *limit_changes(*limits))

    def coverage(self, detected: Collection[str] = ()) -> tuple[InstrumentCoverage, ...]:
        """Per instrument: provisions by verification, those that may not be printed, those that a rule detects."""
        return coverage_of(self.instruments, detected)

    def places(self) -> tuple[PlaceCoverage, ...]:
        """Per country or group: how much is held of each part, and of which nothing is."""
        return places_of(self.instruments, self.fee_limits, self.requirements, self.channel_table, self.referral_points)

    def title_of(self, instrument: str) -> str:
        """The short title of an instrument, for the chip of a fee judgement; its id where it is unknown."""
        return next((item.short for item in self.instruments if item.id == instrument), instrument)

    def find(self, word: str) -> tuple[tuple[Instrument, tuple[Provision, ...]], ...]:
        """An instrument by id with all provisions, or one provision by ``<instrument> <ref>``; empty if unknown."""
        wanted = " ".join(word.split()).casefold()
        exact = [item for item in self.instruments if item.id == wanted]
        if exact:
            return tuple((item, item.provisions) for item in exact)
        found = []
        for item in self.instruments:
            hits = tuple(part for part in item.provisions if wanted in (part.id.casefold(), part.ref.casefold()))
            if hits:
                found.append((item, hits))
        return tuple(found)

    @cached_property
    def _families(self) -> Mapping[str, tuple[Placed, ...]]:
        return by_family(self.instruments)

    @cached_property
    def _bearings(self) -> dict[str, tuple[Bearing, ...]]:
        return {}

    @cached_property
    def _cited(self) -> dict[tuple[str, str | None, str | None, str | None, date], tuple[Citation, ...]]:
        # A batch asks the same question for many subjects; the answer depends on these five alone.
        return {}

    @cached_property
    def _years(self) -> Mapping[str, int]:
        return {item.id: item.year for item in self.instruments}

    @cached_property
    def _limits_by_place(self) -> Mapping[tuple[str, str], tuple[FeeLimit, ...]]:
        places: dict[tuple[str, str], list[FeeLimit]] = {}
        for row in self.fee_limits:
            group = self.groups.get(row.jurisdiction)
            for country in group.members if group else (row.jurisdiction.partition("-")[0],):
                places.setdefault((row.side, country), []).append(row)
        return {place: tuple(rows) for place, rows in places.items()}

    def _in_force(self, on: date) -> Mapping[str, bool]:
        return {item.id: in_force(item.period, on).fit is not Fit.NO for item in self.instruments}

    def _limits_near(self, corridor: Corridor) -> tuple[FeeLimit, ...]:
        return (*self._limits_of("origin", corridor.origin), *self._limits_of("destination", corridor.destination))

    def _limits_of(self, side: str, country: str | None) -> tuple[FeeLimit, ...]:
        return self._limits_by_place.get((side, (country or "").partition("-")[0]), ())

    def _candidates(
        self, practice: str, corridor: Corridor, on: date, *, elsewhere: bool = False
    ) -> tuple[Candidate, ...]:
        """What has something to say; most law is of other countries and is looked at only where asked for."""
        if practice not in self._bearings:
            self._bearings[practice] = bearings(self._families, practice)
        frame = Frame(corridor, on, self.groups, self.ratifications)
        found = self._bearings[practice]
        return candidates(found if elsewhere else near(found, frame), practice, frame)
