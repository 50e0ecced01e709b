"""The arithmetic of fees: amounts, rates, and a limit in figures, each with its working in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from recruitcheck.model import Money
from recruitcheck.standards.exchange_rate import Rates
from recruitcheck.standards.fee_limit import Months, Share, Sum

# Banks sell a pegged currency a little off its rate; a sum so near a limit is not judged.
BANK_MARGIN = Decimal("0.005")
# Where the rate of a tax on top was not read, a sum above this multiple of the limit is above it at any rate of tax.
TAX_NEVER_DOUBLES = Decimal(2)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Range:
    """An amount known exactly (low == high) or within bounds, in one currency; ``working`` says how it came about."""

    low: Decimal
    high: Decimal
    currency: str
    working: str = ""


class NotComparable(Exception):  # noqa: N818 - an answer, not an error: the words say why nobody can tell
    """The figures at hand do not decide; the message says which one is missing."""


def show(amount: Decimal, currency: str) -> str:
    """``HKD 4,630`` or ``ILS 3,419.45``."""
    rounded = amount.quantize(_CENT)
    return f"{currency} {rounded:,.0f}" if rounded == rounded.to_integral_value() else f"{currency} {rounded:,.2f}"


def charged(money: Money | None) -> Range:
    """The sum asked for; ``times`` multiplies ("2,400 x 6")."""
    if money is None:
        raise NotComparable("The amount is not stated.")
    if money.currency is None:
        raise NotComparable("The currency is not clear.")
    times = money.times or 1
    low, high = money.amount * times, (money.amount_max or money.amount) * times
    said = f"{times} x {show(money.amount, money.currency)} = " if times > 1 else ""
    return Range(low, max(low, high), money.currency, said)


def in_currency(value: Range, currency: str, rates: Rates) -> Range:
    """The same amount in another currency, a bank's margin either way; the working names the source of the rate."""
    if value.currency == currency:
        return value
    found = rates.between(value.currency, currency)
    if found is None:
        raise NotComparable(f"{value.currency} and {currency} cannot be compared without a rate of the day.")
    rate, source = found
    low, high = value.low * rate, value.high * rate
    said = f"{show(value.low, value.currency)} at {source} = {show(low, currency)}; "
    return Range(low * (1 - BANK_MARGIN), high * (1 + BANK_MARGIN), currency, said)


def monthly(wage: Money | None, per: str) -> Range:
    """The wage of a month; only a month's or a year's wage tells it."""
    if wage is None:
        raise NotComparable("The wage is not stated, so the limit cannot be worked out.")
    if wage.currency is None:
        raise NotComparable("The currency of the wage is not clear.")
    if per not in ("month", "year"):
        raise NotComparable(f"The wage is stated per {per}; a month's wage is needed.")
    divisor = 12 if per == "year" else 1
    return Range(wage.amount / divisor, (wage.amount_max or wage.amount) / divisor, wage.currency)


def sum_limit(limit: Sum) -> Range:
    """A fixed limit, with its tax as far as the rate is known; ``high`` may lie above where it is not."""
    if limit.indexed:
        raise NotComparable(
            f"The limit ({show(limit.amount, limit.currency)}"
            f"{f' as of {limit.as_of}' if limit.as_of else ''}) follows an index that is not held here."
        )
    if limit.per != "once":
        raise NotComparable(
            f"The limit is {show(limit.amount, limit.currency)} a {limit.per}; the period of this charge is not known."
        )
    base = show(limit.amount, limit.currency)
    if limit.tax is None:
        return Range(limit.amount, limit.amount, limit.currency, base)
    total = limit.tax.total_with_tax
    if total is None and limit.tax.percent is not None:
        total = limit.amount * (1 + limit.tax.percent / 100)
    if total is not None:
        return Range(total, total, limit.currency, f"{base} and {limit.tax.name} = {show(total, limit.currency)}")
    most = limit.amount * TAX_NEVER_DOUBLES
    return Range(limit.amount, most, limit.currency, f"{base}, {limit.tax.name} on top at a rate that was not read")


def share_limit(limit: Share, wage: Range) -> Range:
    """A percentage of the first month's or year's wage."""
    months = 12 if limit.of == "first_year_wage" else 1
    share = limit.percent / 100 * months
    of = f"{months} x {show(wage.low, wage.currency)}" if months > 1 else show(wage.low, wage.currency)
    low = wage.low * share
    return Range(low, wage.high * share, wage.currency, f"{limit.percent} % of {of} = {show(low, wage.currency)}")


def months_limit(limit: Months, wage: Range, contract_months: Decimal | None) -> Range:
    """Months of wage by the length of the contract; between two whole steps nobody can tell."""
    if limit.per_contract_months is None:
        low = high = limit.base
        said = ""
    elif contract_months is None:
        low, high, said = _length_unknown(limit)
    else:
        steps = contract_months / limit.per_contract_months
        low = (
            min(limit.base, limit.base * steps.to_integral_value(ROUND_FLOOR))
            if limit.most is None
            else (limit.base * steps.to_integral_value(ROUND_FLOOR))
        )
        high = limit.base * steps.to_integral_value(ROUND_CEILING)
        said = f" for a contract of {contract_months.normalize():f} months"
    if limit.most is not None:
        low, high = min(low, limit.most), min(high, limit.most)
    top = wage.high * high
    figure = f"{high.normalize():f} x {show(wage.high, wage.currency)} = {show(top, wage.currency)}{said}"
    return Range(wage.low * low, top, wage.currency, figure)


def _length_unknown(limit: Months) -> tuple[Decimal, Decimal, str]:
    if limit.most is None:
        raise NotComparable("The length of the contract is not stated, so the limit cannot be worked out.")
    return Decimal(0), limit.most, " at most, since the length of the contract is not stated"
