"""From a practice and a corridor to the few citations that a finding prints, in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from recruitcheck.model import Binding, Citation
from recruitcheck.standards.binding import Bound, Frame, bind
from recruitcheck.standards.instrument import Instrument, InstrumentType, PracticeLink, Provision, Verification
from recruitcheck.vocabulary import covers

MAX_CITATIONS = 6
_PER_INSTRUMENT = 2
_MAX_LAW = 4
_MAX_STANDARD = 3
_MAX_OPEN = 1
_MAX_ELSEWHERE = 2

_EFFECTS = ("bars", "limits", "requires", "indicator")
_TYPES = (
    InstrumentType.STATUTE,
    InstrumentType.REGULATION,
    InstrumentType.NOTICE,
    InstrumentType.AGREEMENT,
    InstrumentType.TREATY,
    InstrumentType.GUIDANCE,
    InstrumentType.CODE,
    InstrumentType.DIRECTIVE,
    InstrumentType.POLICY_STATEMENT,
    InstrumentType.INDICATOR,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision that bears on the practice, with how it stands in the case."""

    instrument: Instrument
    provision: Provision
    link: PracticeLink
    bound: Bound
    position: int

    def order(self, practice: str) -> tuple[int, int, int, int, int, int, int, str, int]:
        """Sort key: the side, then the narrowest rule, then the strongest effect and the best reading."""
        reach = self.provision.reach
        narrow = bool(reach.sectors) + bool(reach.origins) + bool(reach.destinations)
        return (
            0 if self.bound.side == "origin" else 1 if self.bound.side == "destination" else 2,
            int(self.instrument.type is InstrumentType.TREATY),
            -narrow,
            0 if self.link.practice == practice else 1,
            _EFFECTS.index(self.link.effect),
            self.provision.how.rank,
            _TYPES.index(self.instrument.type),
            self.instrument.id,
            self.position,
        )


@dataclass(frozen=True, slots=True)
class Bearing:
    """A printable provision that bears on a practice, wherever and whenever it applies."""

    instrument: Instrument
    provision: Provision
    link: PracticeLink
    position: int


Placed = tuple[Instrument, Provision, int]


def by_family(instruments: Iterable[Instrument]) -> Mapping[str, tuple[Placed, ...]]:
    """Printable provisions by the families of their links, each with its position in its instrument."""
    found: dict[str, list[Placed]] = {}
    for instrument in instruments:
        for position, provision in enumerate(instrument.provisions):
            if provision.printable:
                for family in {link.practice.partition(".")[0] for link in provision.links}:
                    found.setdefault(family, []).append((instrument, provision, position))
    return {family: tuple(placed) for family, placed in found.items()}


def bearings(families: Mapping[str, tuple[Placed, ...]], practice: str) -> tuple[Bearing, ...]:
    """Every printable provision with a link to the practice or its family."""
    found: list[Bearing] = []
    for instrument, provision, position in families.get(practice.partition(".")[0], ()):
        link = _closest(provision, practice)
        if link:
            found.append(Bearing(instrument, provision, link, position))
    return tuple(found)


def near(found: Iterable[Bearing], frame: Frame) -> tuple[Bearing, ...]:
    """Without the law of countries that are not of the corridor, which is law elsewhere whatever else holds."""
    countries = {code.partition("-")[0] for _, code in frame.countries}
    return tuple(
        item
        for item in found
        if not item.instrument.type.is_national_law
        or item.instrument.jurisdiction.partition("-")[0] in countries
        or item.instrument.jurisdiction in frame.groups
    )


def candidates(found: Iterable[Bearing], practice: str, frame: Frame) -> tuple[Candidate, ...]:
    """Those that have something to say in the case, best first."""
    kept: list[Candidate] = []
    for item in found:
        bound = bind(item.instrument, item.provision, frame)
        if bound:
            kept.append(Candidate(item.instrument, item.provision, item.link, bound, item.position))
    return tuple(sorted(kept, key=lambda candidate: candidate.order(practice)))


def _closest(provision: Provision, practice: str) -> PracticeLink | None:
    # Asked for a family, every link below it answers; asked for a practice, its own links and those of its family.
    links = [link for link in provision.links if covers(link.practice, practice) or covers(practice, link.practice)]
    return min(links, key=lambda link: (link.practice != practice, _EFFECTS.index(link.effect)), default=None)


def choose(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Law here first, both sides heard, then standards; law elsewhere only where nothing better exists."""
    law = _both_sides(_of(found, Binding.LAW_HERE))
    standards = _take(_standards(_of(found, Binding.STANDARD)), _MAX_STANDARD, per_instrument=1)
    unsettled = _of(found, Binding.NOT_CHECKED)
    # A treaty for another kind of work tells little; a national rule that may bind is worth a line.
    national = sorted(
        (item for item in unsettled if item.instrument.type.is_national_law),
        key=lambda item: bool(item.provision.reach.sectors),  # stable: a rule for another kind of work comes last
    )
    room = MAX_CITATIONS - len(law) - min(len(standards), 2)
    chosen = (*law, *_take(national, min(room, _MAX_OPEN), per_instrument=1), *standards)[:MAX_CITATIONS]
    chosen = chosen or _take(unsettled, _MAX_OPEN, per_instrument=1)
    if chosen:
        return chosen
    return _take(_of(found, Binding.LAW_ELSEWHERE), _MAX_ELSEWHERE, per_instrument=1)


def _of(found: tuple[Candidate, ...], binding: Binding) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in found if candidate.bound.binding is binding)


def _take(found: Iterable[Candidate], most: int, *, per_instrument: int) -> tuple[Candidate, ...]:
    taken: list[Candidate] = []
    used: Counter[str] = Counter()
    for candidate in found:
        if len(taken) < most and used[candidate.instrument.id] < per_instrument:
            used[candidate.instrument.id] += 1
            taken.append(candidate)
    return tuple(taken)


def _both_sides(law: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """National law and agreements, both sides heard; a ratified treaty after them where there is room."""
    treaties = [item for item in law if item.instrument.type is InstrumentType.TREATY]
    national = [item for item in law if item.instrument.type is not InstrumentType.TREATY]
    origin = _take([item for item in national if item.bound.side == "origin"], _MAX_LAW, per_instrument=_PER_INSTRUMENT)
    other = _take([item for item in national if item.bound.side != "origin"], _MAX_LAW, per_instrument=_PER_INSTRUMENT)
    origin = origin[: max(_MAX_LAW - len(other), _MAX_LAW // 2)]
    chosen = (*origin, *other[: _MAX_LAW - len(origin)])
    return (*chosen, *_take(treaties, max(_MAX_LAW - len(chosen), 1), per_instrument=1))


def _standards(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    # A treaty, a guidance and a code tell more than three codes: one of each kind first, then the rest.
    ranked = sorted(found, key=lambda item: (_EFFECTS.index(item.link.effect), _TYPES.index(item.instrument.type)))
    seen: set[InstrumentType] = set()
    first: list[Candidate] = []
    rest: list[Candidate] = []
    for candidate in ranked:
        (rest if candidate.instrument.type in seen else first).append(candidate)
        seen.add(candidate.instrument.type)
    return (*first, *rest)


def to_citation(candidate: Candidate) -> Citation:
    """The citation as reports print it; every caveat stands in ``note``."""
    instrument, provision, bound = candidate.instrument, candidate.provision, candidate.bound
    start = provision.period.start
    return Citation(
        instrument=instrument.id,
        title=instrument.short,
        provision=provision.ref,
        says=provision.says,
        effect=candidate.link.effect,
        binding=bound.binding,
        why=_why(candidate),
        url=instrument.url or _address(provision.verified_at),
        verification=provision.how.value,
        verified_on=provision.verified_on,
        in_force_from=str(start) if start and provision.period.verified else None,
        note=_note(candidate) or None,
    )


def _address(at: str | None) -> str | None:
    # An official address that nobody opened is not printed; the page where the text was seen is.
    return at if at and at.startswith(("https://", "http://")) else None


def _why(candidate: Candidate) -> str:
    because = candidate.link.because.rstrip(".")
    bound, instrument = candidate.bound, candidate.instrument
    if bound.binding is Binding.LAW_ELSEWHERE:
        return f"{because}; law of {_country(instrument.jurisdiction)}, not of this corridor."
    if bound.binding is Binding.NOT_CHECKED:
        if bound.country is None:
            return f"{because}; a treaty that may reach this case."
        return f"{because}; may be law of the {bound.side}, {_country(bound.country)}."
    if bound.binding is Binding.STANDARD:
        return (
            f"{because}; an international standard beside the law of the corridor."
            if instrument.jurisdiction
            in (
                "INTL",
                "CODE",
            )
            else f"{because}; issued for {_country(instrument.jurisdiction)}."
        )
    if instrument.type is InstrumentType.AGREEMENT:
        return f"{because}; agreed between the governments of this corridor."
    if instrument.type is InstrumentType.TREATY:
        return f"{because}; a treaty that the {bound.side}, {_country(bound.country or '')}, has ratified."
    return f"{because}; law of the {bound.side}, {_country(bound.country or '')}."


def _country(code: str) -> str:
    from recruitcheck.vocabulary import country_name

    return country_name(code) or code


def _note(candidate: Candidate) -> str:
    provision = candidate.provision
    parts: list[str] = []
    if provision.how is Verification.HEADING_SEEN:
        parts.append("Heading verified; the text was not read.")
    if provision.how is Verification.SECONDARY_SOURCE:
        parts.append(f"As reported by {source_name(provision.verified_at)}; the official text was not read.")
    if provision.note:
        parts.append(provision.note)
    parts.extend(candidate.bound.doubts)
    return " ".join(parts)


def source_name(at: str | None) -> str:
    """The host of an address, or the words of a source without one."""
    host = urlsplit(at or "").hostname
    return (host.removeprefix("www.") if host else at) or "a source not named"
