"""Fee limits: what may at most be taken from a worker, by whose law, from whom and on which basis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from recruitcheck.model import PartialDate
from recruitcheck.standards.instrument import Verification

BoundParty = Literal["local licensee", "any agency", "employer", "anyone"]
Basis = Literal[
    "agency_fee",
    "placement_fee",
    "total_migration_cost",
    "government_levy",
    "document_costs",
    "all_recruitment_costs",
    "any_fee",
]
LimitConfidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Tax:
    """Tax that comes on top of a limit; ``percent`` None: the rate was not read."""

    name: str
    percent: Decimal | None
    total_with_tax: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing may be taken on the basis."""


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A limit may exist; never read as "no limit"."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A fixed amount. ``indexed``: it moves with an index that is not held here."""

    amount: Decimal
    currency: str
    per: Literal["once", "month", "year"] = "once"
    tax: Tax | None = None
    indexed: bool = False
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Months:
    """Months of wage: ``base`` for each ``per_contract_months`` (None: once, whatever the length).

    ``most`` is the ceiling in months; None: a ceiling was not read.
    """

    base: Decimal
    per_contract_months: int | None
    most: Decimal | None
    wage_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of the first month's or first year's wage."""

    of: Literal["first_month_wage", "first_year_wage"]
    percent: Decimal


Limit = Nothing | NotKnown | Sum | Months | Share


@dataclass(frozen=True, slots=True)
class FeeLimit:
    """One row of the fee table. ``group`` holds (key, accepted values) of gender, status, visa_class or skill."""

    id: str
    side: Literal["origin", "destination"]
    jurisdiction: str
    origin: str
    destination: str
    sector: str
    group: tuple[tuple[str, tuple[str, ...]], ...]
    not_sector: str | None
    bound: BoundParty
    basis: Basis
    limit: Limit
    condition: str | None
    when_allowed: str | None
    in_force_from: PartialDate | None
    in_force_to: PartialDate | None
    stated_on: PartialDate | None
    instrument: str
    provision: str
    confidence: LimitConfidence
    how: Verification
    verified_at: str | None
    conflicts_with: tuple[str, ...] = ()
    caveat: str | None = None
    items_included: tuple[str, ...] = ()  # fee items of the vocabulary that the rule names
    items_excluded: tuple[str, ...] = ()  # items that stay outside it

    @property
    def usable(self) -> bool:
        """Whether a judgement may rest on it: printable and of more than low confidence (drafts, lone reports)."""
        return self.how.printable and self.confidence != "low"
