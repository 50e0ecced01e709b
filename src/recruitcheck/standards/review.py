"""What of the catalogue should be looked at again: old verifications, missing sources, names that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from recruitcheck.model import PartialDate

if TYPE_CHECKING:
    from recruitcheck.standards.catalogue import Catalogue
    from recruitcheck.standards.instrument import Provision

STALE_AFTER_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at again. ``kind`` is the class of remark, ``where`` the id it is about."""

    kind: Literal["old", "no_source", "no_date", "unknown_instrument", "empty"]
    where: str
    what: str


def review(catalogue: Catalogue, on: date) -> tuple[Remark, ...]:
    """Every remark, in the order of the catalogue. Shapes, practices and sectors are refused at loading instead."""
    return (*_provisions(catalogue, on), *_names(catalogue), *_referrals(catalogue, on), *_rates(catalogue, on))


def _provisions(catalogue: Catalogue, on: date) -> Iterator[Remark]:
    for item in catalogue.instruments:
        if not item.provisions:
            yield Remark("empty", item.id, "The instrument holds no provision.")
        for part in item.provisions:
            if part.printable:
                yield from _provision(part, on)


def _provision(part: Provision, on: date) -> Iterator[Remark]:
    if not part.verified_at:
        yield Remark("no_source", part.id, "It may be printed and names no source.")
    if not part.verified_on:
        yield Remark("no_date", part.id, "It may be printed and does not say when it was verified.")
    elif _months_since(part.verified_on, on) >= STALE_AFTER_MONTHS:
        yield Remark("old", part.id, f"Verified {part.verified_on}, more than {STALE_AFTER_MONTHS} months ago.")


def _names(catalogue: Catalogue) -> Iterator[Remark]:
    known = {item.id for item in catalogue.instruments}
    for limit in catalogue.fee_limits:
        if limit.instrument not in known:
            yield Remark(
                "unknown_instrument", limit.id, f"The fee limit names {limit.instrument!r}: no such instrument."
            )
        if limit.how.printable and not limit.verified_at:
            yield Remark("no_source", limit.id, "The fee limit may be printed and names no source.")
    for rule in catalogue.channel_table:
        if rule.instrument not in known:
            yield Remark(
                "unknown_instrument", rule.id, f"The channel rule names {rule.instrument!r}: no such instrument."
            )
        if rule.how.printable and not rule.verified_at:
            yield Remark("no_source", rule.id, "The channel rule may be printed and names no source.")
    for kind, rows in (
        ("term list", catalogue.requirements),
        ("minimum age", catalogue.age_table),
        ("advert rule", catalogue.advert_table),
    ):
        for row in rows:
            if row.instrument not in known:
                where = f"{row.jurisdiction} {row.provision or row.instrument}"
                yield Remark("unknown_instrument", where, f"The {kind} names {row.instrument!r}: no such instrument.")


def _referrals(catalogue: Catalogue, on: date) -> Iterator[Remark]:
    for point in catalogue.referral_points:
        if point.verified_on and _months_since(point.verified_on, on) >= STALE_AFTER_MONTHS:
            said = f"Verified {point.verified_on}, more than {STALE_AFTER_MONTHS} months ago."
            yield Remark("old", f"{point.jurisdiction} {point.name}", said)


def _rates(catalogue: Catalogue, on: date) -> Iterator[Remark]:
    for rate in catalogue.exchange_rates:
        open_ended = rate.end is None  # a rate of past days stays what it was
        if open_ended and rate.verified_on and _months_since(rate.verified_on, on) >= STALE_AFTER_MONTHS:
            said = f"Verified {rate.verified_on}, more than {STALE_AFTER_MONTHS} months ago."
            yield Remark("old", f"rate {rate.currency}", said)


def _months_since(text: str, on: date) -> int:
    seen = PartialDate(text).last
    return (on.year - seen.year) * 12 + on.month - seen.month - (on.day < seen.day)
