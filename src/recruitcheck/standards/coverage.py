"""What the catalogue holds and how it was verified, so that nobody takes a gap for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from recruitcheck.standards.instrument import Instrument, Verification


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """One instrument: how many provisions were verified how, and which may not be printed."""

    instrument: str
    title: str
    jurisdiction: str
    type: str
    provisions: int
    by_verification: tuple[tuple[str, int], ...]
    not_printable: tuple[str, ...]

    @property
    def printable(self) -> int:
        """How many provisions a report may cite."""
        return self.provisions - len(self.not_printable)


def coverage_of(instruments: Iterable[Instrument]) -> tuple[InstrumentCoverage, ...]:
    """One line per instrument, in the order given."""
    lines = []
    for instrument in instruments:
        counts = Counter(provision.how for provision in instrument.provisions)
        lines.append(
            InstrumentCoverage(
                instrument.id,
                instrument.short,
                instrument.jurisdiction,
                instrument.type.value,
                len(instrument.provisions),
                tuple((how.value, counts[how]) for how in Verification if counts[how]),
                tuple(provision.ref for provision in instrument.provisions if not provision.printable),
            )
        )
    return tuple(lines)
