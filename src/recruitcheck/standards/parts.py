"""The parts of the catalogue: which files hold them, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import DataFileError
from recruitcheck.model import ReferralPoint
from recruitcheck.standards.fee_limit import FeeLimit
from recruitcheck.standards.fit import CountryGroup
from recruitcheck.standards.instrument import Instrument

if TYPE_CHECKING:  # these modules read files and bring pydantic with them: imported where a part is read
    from recruitcheck.standards.advert_rule import AdvertRule
    from recruitcheck.standards.channel_rule import ChannelRule
    from recruitcheck.standards.exchange_rate import ExchangeRate
    from recruitcheck.standards.indicator_grid import ForcedLabourIndicator, GridLine
    from recruitcheck.standards.minimum_age import MinimumAge
    from recruitcheck.standards.ratification import Ratification
    from recruitcheck.standards.required_term import Requirement

PARTS = (
    "instruments",
    "treaties",
    "groups",
    "limits",
    "rates",
    "channels",
    "ages",
    "adverts",
    "terms",
    "referrals",
    "indicators",
    "palermo",
    "operational",
    "uncited",
)


@dataclass(frozen=True, eq=False)
class Parts:
    """What the data files hold. ``files`` are their paths by part."""

    files: Mapping[str, tuple[Path, ...]]

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument, sorted by id."""
        from recruitcheck.standards.instrument_file import read_instruments

        return read_instruments(self.files["instruments"])

    @cached_property
    def ratifications(self) -> Mapping[tuple[str, str], Ratification]:
        """By (treaty, country); a missing row means "not seen"."""
        from recruitcheck.standards.ratification import read_ratifications

        return read_ratifications(self.files["treaties"])

    @cached_property
    def groups(self) -> Mapping[str, CountryGroup]:
        """Country groups by id."""
        from recruitcheck.standards.country_group_file import read_groups

        return read_groups(self.files["groups"])

    @cached_property
    def fee_limits(self) -> tuple[FeeLimit, ...]:
        """Every fee limit, those from memory included; these are never judged by."""
        from recruitcheck.standards.fee_limit_file import read_fee_limits

        return read_fee_limits(self.files["limits"])

    @cached_property
    def exchange_rates(self) -> tuple[ExchangeRate, ...]:
        """Rates to the dollar: the shipped fixed ones and rows of a user's own."""
        from recruitcheck.standards.exchange_rate_file import read_rates

        return read_rates(self.files["rates"])

    @cached_property
    def channel_table(self) -> tuple[ChannelRule, ...]:
        """Every channel rule, those from memory included; these are never read for a corridor."""
        from recruitcheck.standards.channel_rule_file import read_channel_rules

        return read_channel_rules(self.files["channels"])

    @cached_property
    def age_table(self) -> tuple[MinimumAge, ...]:
        """Every minimum age, those from memory included; these are never shown for a corridor."""
        from recruitcheck.standards.minimum_age import read_minimum_ages

        return read_minimum_ages(self.files["ages"])

    @cached_property
    def advert_table(self) -> tuple[AdvertRule, ...]:
        """Every rule on adverts, those from memory included; these are never shown for a corridor."""
        from recruitcheck.standards.advert_rule import read_advert_rules

        return read_advert_rules(self.files["adverts"])

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """Lists of required contract terms."""
        from recruitcheck.standards.required_term import read_requirements

        return read_requirements(self.files["terms"])

    @cached_property
    def referral_points(self) -> tuple[ReferralPoint, ...]:
        """Every referral point."""
        from recruitcheck.standards.referral import read_referrals

        return read_referrals(self.files["referrals"])

    @cached_property
    def uncited(self) -> Mapping[str, str]:
        """Practices without an international provision, each with the reason."""
        from recruitcheck.standards.indicator_grid import read_uncited

        return read_uncited(self.files["uncited"])

    @cached_property
    def _indicators(self) -> tuple[ForcedLabourIndicator, ...]:
        from recruitcheck.standards.indicator_grid import read_indicators

        return read_indicators(self.files["indicators"])

    @cached_property
    def elements(self) -> tuple[GridLine, ...]:
        """Palermo's act, means and purpose, line by line."""
        from recruitcheck.standards.indicator_grid import read_elements

        return read_elements(self.files["palermo"])

    @cached_property
    def operational_grid(self) -> tuple[GridLine, ...]:
        """The operational indicators of trafficking of adults, dimension by dimension, with their grades."""
        from recruitcheck.standards.indicator_grid import read_operational

        return read_operational(self.files["operational"])

    @cached_property
    def sha256(self) -> str:
        """Over the names and bytes of all data files; printed in every assessment."""
        from recruitcheck.resources import tree_sha256

        return tree_sha256(path for part in PARTS for path in self.files[part])

    def check(self) -> None:
        """Read every part; DataFileError holds every problem of every file at once."""
        problems: list[str] = []
        for part in (
            "instruments",
            "ratifications",
            "groups",
            "fee_limits",
            "exchange_rates",
            "channel_table",
            "age_table",
            "advert_table",
            "requirements",
            "referral_points",
            "uncited",
            "_indicators",
            "elements",
            "operational_grid",
        ):
            try:
                getattr(self, part)
            except DataFileError as error:
                problems.extend(error.problems)
        if problems:
            raise DataFileError(tuple(dict.fromkeys(problems)))
