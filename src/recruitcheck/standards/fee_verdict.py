"""The verdict of one limit on one fee, with the arithmetic spelled out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from recruitcheck.model import Corridor, Money
from recruitcheck.standards.exchange_rate import NO_RATES, Rates
from recruitcheck.standards.fee_amount import (
    NotComparable,
    Range,
    charged,
    in_currency,
    monthly,
    months_limit,
    share_limit,
    show,
    sum_limit,
)
from recruitcheck.standards.fee_limit import FeeLimit, Months, Nothing, NotKnown, Share

Verdict = Literal["within", "above", "none_allowed", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class FeeCase:
    """A fee as a document asks for it. ``item`` is a fee item of the vocabulary, None where it is unnamed.

    ``collector`` is worker, employer, agency, other or None; ``worker`` may hold gender, status, visa_class
    and skill; ``conditions`` tells of rows (ids) whether their condition holds, any other condition is not
    known; ``wage`` is per ``wage_per``.
    """

    item: str | None
    amount: Money | None
    wage: Money | None
    contract_months: Decimal | None
    corridor: Corridor
    on: date
    collector: str | None = None
    wage_per: str = "month"
    worker: Mapping[str, str] = field(default_factory=dict)
    conditions: Mapping[str, bool] = field(default_factory=dict)
    rates: Rates = NO_RATES
    weak: Mapping[str, str] = field(default_factory=dict)  # instruments that are no law, with the words that say so


def verdict_on(row: FeeLimit, case: FeeCase) -> tuple[Verdict, str]:
    """The verdict and its working, the conditions of the row left aside."""
    limit = row.limit
    if isinstance(limit, NotKnown):
        return "cannot_tell", "A limit may exist; its amount is not held here."
    if isinstance(limit, Nothing):
        return _against_nothing(case)
    try:
        asked = charged(case.amount)
        if isinstance(limit, Months):
            top = months_limit(limit, monthly(case.wage, case.wage_per), case.contract_months)
        elif isinstance(limit, Share):
            top = share_limit(limit, monthly(case.wage, case.wage_per))
        else:
            top = sum_limit(limit)
        compared = in_currency(asked, top.currency, case.rates)
    except NotComparable as reason:
        return "cannot_tell", f"{reason} {describe(row)}".strip()
    return _compare(asked, compared, top, row, case)


def _against_nothing(case: FeeCase) -> tuple[Verdict, str]:
    if case.amount is not None and case.amount.amount == 0 and not case.amount.amount_max:
        return "within", "Nothing may be taken, and nothing is asked."
    if case.amount is None or case.amount.currency is None:
        return "none_allowed", "Nothing may be taken, whatever the amount."
    asked = charged(case.amount)
    return "none_allowed", f"Asked {asked.working}{show(asked.low, asked.currency)}; nothing may be taken."


def _compare(asked: Range, compared: Range, top: Range, row: FeeLimit, case: FeeCase) -> tuple[Verdict, str]:
    said = f"Limit {top.working}; asked {asked.working}{show(asked.low, asked.currency)}"
    if asked.high != asked.low:
        said += f" to {show(asked.high, asked.currency)}"
    if compared is not asked:
        said += f" ({compared.working.rstrip('; ')})"
    if compared.low > top.high:
        least = "" if compared is asked else "at least "
        return "above", f"{said}, {least}{show(compared.low - top.high, top.currency)} more."
    if compared.high > top.low:
        return "cannot_tell", f"{said}. The figures at hand do not decide."
    if row.basis == "total_migration_cost":
        return "cannot_tell", f"{said}. The limit counts all costs together; the others are not known."
    return "within", f"{said}."


def describe(row: FeeLimit) -> str:
    """The limit in one sentence, for a row that could not be applied."""
    limit = row.limit
    if isinstance(limit, Nothing):
        return "It lets nothing be taken."
    if isinstance(limit, NotKnown):
        return "The amount of the limit is not held here."
    if isinstance(limit, Months):
        each = f" for each {limit.per_contract_months} months" if limit.per_contract_months else ""
        return f"The limit is {limit.base.normalize():f} months of wage{each}."
    if isinstance(limit, Share):
        return f"The limit is {limit.percent} % of the {limit.of.replace('_', ' ')}."
    return f"The limit is {show(limit.amount, limit.currency)}{'' if limit.per == 'once' else f' a {limit.per}'}."
