"""What changed in the law of a corridor between two days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from recruitcheck.model import Binding
from recruitcheck.standards.binding import Frame, bind
from recruitcheck.standards.fee_judgement import LimitReading
from recruitcheck.standards.fee_verdict import describe
from recruitcheck.standards.fit import Fit
from recruitcheck.standards.instrument import Instrument, Provision

Kind = Literal["new", "gone", "changed"]
_UNSURE = "perhaps"


@dataclass(frozen=True, slots=True)
class Change:
    """One provision or fee limit that stands otherwise on the later day; "" where it did not stand at all."""

    kind: Kind
    part: Literal["provision", "fee limit"]
    id: str
    jurisdiction: str
    says: str
    before: str
    after: str


def provision_changes(instruments: Iterable[Instrument], earlier: Frame, later: Frame) -> tuple[Change, ...]:
    """Printable provisions that bind otherwise on the later day; without a country, those in force anywhere."""
    anywhere = not earlier.countries
    found = []
    for instrument in instruments:
        for provision in instrument.provisions:
            if not provision.printable:
                continue
            before, after = (_stands(instrument, provision, frame, anywhere) for frame in (earlier, later))
            if before != after:
                found.append(
                    Change(
                        _kind(before, after),
                        "provision",
                        provision.id,
                        instrument.jurisdiction,
                        provision.says,
                        before,
                        after,
                    )
                )
    return tuple(found)


def limit_changes(before: Mapping[str, LimitReading], after: Mapping[str, LimitReading]) -> tuple[Change, ...]:
    """Fee limits (by id) that apply otherwise on the later day."""
    found = []
    for limit in sorted({*before, *after}):
        row = (after.get(limit) or before[limit]).row
        was, now = (_applies(readings.get(limit)) for readings in (before, after))
        if was != now:
            found.append(Change(_kind(was, now), "fee limit", limit, row.jurisdiction, describe(row), was, now))
    return tuple(found)


def _stands(instrument: Instrument, provision: Provision, frame: Frame, anywhere: bool) -> str:
    bound = bind(instrument, provision, frame)
    if bound is None or (bound.binding is Binding.LAW_ELSEWHERE and not anywhere):
        return ""
    return bound.binding.value.replace("_", " ")


def _applies(reading: LimitReading | None) -> str:
    if reading is None or reading.fit is Fit.NO:
        return ""
    return "applies" if reading.fit is Fit.YES else _UNSURE


def _kind(before: str, after: str) -> Kind:
    return "new" if not before else "gone" if not after else "changed"
