"""Rates to the US dollar: shipped fixed ones and dated rows of a user's own. No rate for the day: no comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from recruitcheck.model import PartialDate
from recruitcheck.standards.citation import source_name
from recruitcheck.standards.instrument import Verification

DOLLAR = "USD"


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """Units of a currency for one dollar, from ``start`` to ``end`` (None: open), with its source."""

    currency: str
    per_dollar: Decimal
    start: PartialDate
    end: PartialDate | None
    how: Verification
    verified_on: str | None
    verified_at: str | None
    note: str | None = None

    @property
    def words(self) -> str:
        """``QAR 3.64 to the dollar (read at qcb.gov.qa)``: the source and how far it was verified stand with it."""
        read = "read at" if self.how is Verification.TEXT_READ else "as reported by"
        return f"{self.currency} {self.per_dollar} to the dollar ({read} {source_name(self.verified_at)})"

    def holds_on(self, on: date) -> bool:
        """Whether it surely held on the day: a month or a year counts from its end."""
        return on >= self.start.last and (self.end is None or on <= self.end.first)


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of one day, by currency."""

    of: Mapping[str, ExchangeRate]

    def between(self, one: str, other: str) -> tuple[Decimal, str] | None:
        """Units of ``other`` for one of ``one``, and where that comes from; None where a rate is not held."""
        sides = [(code, self.of.get(code)) for code in (one, other)]
        if any(rate is None and code != DOLLAR for code, rate in sides):
            return None
        per_dollar = {code: rate.per_dollar if rate else Decimal(1) for code, rate in sides}
        said = " and ".join(rate.words for _, rate in sides if rate)
        return per_dollar[other] / per_dollar[one], said


NO_RATES = Rates({})


def rates_on(rows: Iterable[ExchangeRate], on: date) -> Rates:
    """Printable rates that hold on the day; of two for one currency the later one, so that a dated row wins."""
    held = [row for row in rows if row.how.printable and row.holds_on(on)]
    return Rates({row.currency: row for row in sorted(held, key=lambda row: (row.start.first, row.per_dollar))})
