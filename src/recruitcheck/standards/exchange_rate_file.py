"""Files of exchange rates: strict shape at the door."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from recruitcheck.model import PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.exchange_rate import DOLLAR, ExchangeRate
from recruitcheck.standards.fee_limit_file import Figure
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText, Line, WebAddress


class ExchangeRateFile(StrictModel):
    """One row: units of the currency for one US dollar, over a period, with its source."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    per_dollar: Figure
    from_: Annotated[DateText, Field(alias="from")]
    to: DateText | None = None
    how: Verification
    on: DateText
    at: WebAddress
    note: Line | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> ExchangeRateFile:
        if self.currency == DOLLAR:
            raise ValueError("a rate of the dollar to itself is not needed")
        if self.per_dollar <= Decimal(0):
            raise ValueError("a rate must be above zero")
        if self.to and PartialDate(self.to).last < PartialDate(self.from_).first:
            raise ValueError("'to' lies before 'from'")
        return self


def read_rates(paths: Iterable[Path]) -> tuple[ExchangeRate, ...]:
    """Every row of the files, in order."""
    return tuple(
        ExchangeRate(
            row.currency,
            row.per_dollar,
            PartialDate(row.from_),
            PartialDate(row.to) if row.to else None,
            row.how,
            row.on,
            row.at,
            row.note,
        )
        for _, row in load_models(ExchangeRateFile, paths, many=True)
    )
