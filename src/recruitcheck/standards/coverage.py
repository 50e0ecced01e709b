"""What the catalogue holds and how it was verified, so that nobody takes a gap for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitcheck.model import ReferralPoint
from recruitcheck.standards.instrument import Instrument, Provision, Verification
from recruitcheck.vocabulary import covers

if TYPE_CHECKING:
    from recruitcheck.standards.channel_rule import ChannelRule
    from recruitcheck.standards.fee_limit import FeeLimit
    from recruitcheck.standards.required_term import Requirement


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """One instrument: how many provisions were verified how, and which may not be printed.

    ``with_rule`` are printable provisions on a practice that a rule detects; ``by_person`` the other printable ones,
    which only a person can hold against a case.
    """

    instrument: str
    title: str
    jurisdiction: str
    type: str
    provisions: int
    by_verification: tuple[tuple[str, int], ...]
    not_printable: tuple[str, ...]
    with_rule: tuple[str, ...] = ()
    by_person: tuple[str, ...] = ()

    @property
    def printable(self) -> int:
        """How many provisions a report may cite."""
        return self.provisions - len(self.not_printable)


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """What is held for one country or group, part by part; ``missing`` names the parts of which nothing is."""

    place: str
    instruments: int
    provisions: int
    printable: int
    fee_limits: int
    usable_fee_limits: int
    term_lists: int
    channel_rules: int
    referrals: int

    @property
    def missing(self) -> tuple[str, ...]:
        """Parts of which nothing may be used: there the answer is "unknown", never "no rule"."""
        parts = {
            "provisions": self.printable,
            "fee limits": self.usable_fee_limits,
            "required terms": self.term_lists,
            "channel rules": self.channel_rules,
            "referral points": self.referrals,
        }
        return tuple(name for name, held in parts.items() if not held)


def coverage_of(instruments: Iterable[Instrument], detected: Collection[str] = ()) -> tuple[InstrumentCoverage, ...]:
    """One line per instrument, in the order given; ``detected`` are the practices that rules detect."""
    lines = []
    for instrument in instruments:
        counts = Counter(provision.how for provision in instrument.provisions)
        printable = [provision for provision in instrument.provisions if provision.printable]
        ruled = {provision.ref for provision in printable if _has_rule(provision, detected)}
        lines.append(
            InstrumentCoverage(
                instrument.id,
                instrument.short,
                instrument.jurisdiction,
                instrument.type.value,
                len(instrument.provisions),
                tuple((how.value, counts[how]) for how in Verification if counts[how]),
                tuple(provision.ref for provision in instrument.provisions if not provision.printable),
                tuple(provision.ref for provision in printable if provision.ref in ruled),
                tuple(provision.ref for provision in printable if provision.ref not in ruled),
            )
        )
    return tuple(lines)


def _has_rule(provision: Provision, detected: Collection[str]) -> bool:
    return any(covers(link.practice, practice) for link in provision.links for practice in detected)


def places_of(
    instruments: Iterable[Instrument],
    fee_limits: Iterable[FeeLimit],
    term_lists: Iterable[Requirement],
    channel_rules: Iterable[ChannelRule],
    referrals: Iterable[ReferralPoint],
) -> tuple[PlaceCoverage, ...]:
    """One line per place, sorted by code; of terms and channel rules only those that may be printed count."""
    held: dict[str, list[Instrument]] = {}
    for instrument in instruments:
        held.setdefault(instrument.jurisdiction, []).append(instrument)
    limits = [(row.jurisdiction, row.usable) for row in fee_limits]
    every, usable = Counter(place for place, _ in limits), Counter(place for place, good in limits if good)
    terms = Counter(row.jurisdiction for row in term_lists if row.how.printable)
    channels = Counter(rule.jurisdiction for rule in channel_rules if rule.how.printable)
    points = Counter(point.jurisdiction for point in referrals)
    lines = []
    for place in sorted({*held, *every, *terms, *channels, *points}):
        provisions = [provision for item in held.get(place, ()) for provision in item.provisions]
        printable = sum(provision.printable for provision in provisions)
        lines.append(
            PlaceCoverage(
                place,
                len(held.get(place, ())),
                len(provisions),
                printable,
                every[place],
                usable[place],
                terms[place],
                channels[place],
                points[place],
            )
        )
    return tuple(lines)
