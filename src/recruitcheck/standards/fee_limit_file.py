"""Files of fee limits: strict shape at the door, frozen rows inside."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from recruitcheck.model import PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.conflicting_rows import check_ids
from recruitcheck.standards.fee_limit import (
    Basis,
    BoundParty,
    FeeLimit,
    Limit,
    LimitConfidence,
    Months,
    Nothing,
    NotKnown,
    Share,
    Sum,
    Tax,
)
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText, Id, Line

MAX_AMOUNT = Decimal(10) ** 12


def _figure(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("a figure is expected")  # pydantic tells a ValueError with its place
    return str(value) if isinstance(value, (int, float)) else value


def _item(value: str) -> str:
    from recruitcheck.vocabulary import fee_items

    if value not in fee_items():
        raise ValueError(f"{value!r} is no fee item of the vocabulary")
    return value


ItemId = Annotated[str, AfterValidator(_item)]
Figure = Annotated[Decimal, BeforeValidator(_figure), Field(ge=0, le=MAX_AMOUNT, allow_inf_nan=False)]


class TaxFile(StrictModel):
    """Tax on top of a sum."""

    name: str
    percent: Figure | Literal["unknown"]
    total_with_tax: Figure | None = None

    def as_tax(self) -> Tax:
        """The tax as judged."""
        return Tax(self.name, None if self.percent == "unknown" else self.percent, self.total_with_tax)


class LimitFile(StrictModel):
    """Exactly one of: zero, unknown, amount, months_of_wage, percent_of."""

    zero: Literal[True] | None = None
    unknown: Literal[True] | None = None
    amount: Figure | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    per: Literal["once", "month", "year"] = "once"
    tax: TaxFile | None = None
    indexed: bool = False
    as_of: DateText | None = None
    months_of_wage: Figure | None = None
    per_contract_months: Annotated[int, Field(ge=1, le=120)] | Literal["flat"] = "flat"
    max_months: Figure | Literal["unknown"] = "unknown"
    wage_basis: str | None = None
    percent_of: Literal["first_month_wage", "first_year_wage"] | None = None
    percent: Figure | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> LimitFile:
        kinds = [self.zero, self.unknown, self.amount, self.months_of_wage, self.percent_of]
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("a limit is exactly one of zero, unknown, amount, months_of_wage, percent_of")
        if (self.amount is None) != (self.currency is None):
            raise ValueError("an amount needs its currency, and a currency its amount")
        if (self.percent_of is None) != (self.percent is None):
            raise ValueError("percent_of needs percent, and percent needs percent_of")
        return self

    def limit(self) -> Limit:
        """The limit as judged."""
        if self.zero:
            return Nothing()
        if self.amount is not None and self.currency is not None:
            tax = self.tax.as_tax() if self.tax else None
            as_of = PartialDate(self.as_of) if self.as_of else None
            return Sum(self.amount, self.currency, self.per, tax, self.indexed, as_of)
        if self.months_of_wage is not None:
            per = None if self.per_contract_months == "flat" else self.per_contract_months
            most = None if self.max_months == "unknown" else self.max_months
            return Months(self.months_of_wage, per, most, self.wage_basis)
        if self.percent_of is not None and self.percent is not None:
            return Share(self.percent_of, self.percent)
        return NotKnown()


class FeeLimitFile(StrictModel):
    """One row of a file of fee limits."""

    id: Id
    side: Literal["origin", "destination"]
    jurisdiction: str
    origin: str = "*"
    destination: str = "*"
    sector: str = "*"
    gender: str | None = None
    status: str | None = None
    visa_class: tuple[str, ...] = ()
    skill: str | None = None
    not_sector: str | None = None
    bound: BoundParty
    basis: Basis
    limit: LimitFile
    condition: Line | None = None
    when_allowed: Line | None = None
    in_force_from: DateText | None = None
    in_force_to: DateText | None = None
    stated_on: DateText | None = None
    instrument: Id
    provision: Line
    confidence: LimitConfidence
    how: Verification
    at: str | None = None
    conflicts_with: tuple[Id, ...] = ()
    caveat: Line | None = None
    items_included: tuple[ItemId, ...] = ()
    items_excluded: tuple[ItemId, ...] = ()


def read_fee_limits(paths: Iterable[Path]) -> tuple[FeeLimit, ...]:
    """Every row of the files, sorted by id; DataFileError lists all problems of all files."""
    loaded = load_models(FeeLimitFile, paths, many=True)
    check_ids("fee limit", loaded)
    return tuple(sorted((_row(row) for _, row in loaded), key=lambda row: row.id))


def _date(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def _row(row: FeeLimitFile) -> FeeLimit:
    single = (("gender", row.gender), ("status", row.status), ("skill", row.skill))
    group: list[tuple[str, tuple[str, ...]]] = [(key, (value,)) for key, value in single if value]
    if row.visa_class:
        group.append(("visa_class", row.visa_class))
    return FeeLimit(
        id=row.id,
        side=row.side,
        jurisdiction=row.jurisdiction,
        origin=row.origin,
        destination=row.destination,
        sector=row.sector,
        group=tuple(group),
        not_sector=row.not_sector,
        bound=row.bound,
        basis=row.basis,
        limit=row.limit.limit(),
        condition=row.condition,
        when_allowed=row.when_allowed,
        in_force_from=_date(row.in_force_from),
        in_force_to=_date(row.in_force_to),
        stated_on=_date(row.stated_on),
        instrument=row.instrument,
        provision=row.provision,
        confidence=row.confidence,
        how=row.how,
        verified_at=row.at,
        conflicts_with=row.conflicts_with,
        caveat=row.caveat,
        items_included=row.items_included,
        items_excluded=row.items_excluded,
    )
