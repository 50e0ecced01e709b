"""What the catalogue holds and how it was verified, so that nobody takes a gap for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from recruitcheck.standards.instrument import Instrument, Provision, Verification
from recruitcheck.vocabulary import covers


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
    fee_limits: Mapping[str, tuple[int, int]],
    term_lists: Mapping[str, int],
    channel_rules: Mapping[str, int],
    referrals: Mapping[str, int],
) -> tuple[PlaceCoverage, ...]:
    """One line per place, sorted; the mappings count the other parts by place (fee limits: usable, all)."""
    held: dict[str, list[Instrument]] = {}
    for instrument in instruments:
        held.setdefault(instrument.jurisdiction, []).append(instrument)
    lines = []
    for place in sorted({*held, *fee_limits, *term_lists, *channel_rules, *referrals}):
        provisions = [provision for item in held.get(place, ()) for provision in item.provisions]
        usable, limits = fee_limits.get(place, (0, 0))
        lines.append(
            PlaceCoverage(
                place,
                len(held.get(place, ())),
                len(provisions),
                sum(provision.printable for provision in provisions),
                limits,
                usable,
                term_lists.get(place, 0),
                channel_rules.get(place, 0),
                referrals.get(place, 0),
            )
        )
    return tuple(lines)
