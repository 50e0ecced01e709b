"""An instrument, its provisions, and the practices each provision bears on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from recruitcheck.model import PartialDate

Side = Literal["origin", "destination", "any"]
Effect = Literal["bars", "limits", "requires", "indicator"]

INTERNATIONAL = ("INTL", "CODE")


class InstrumentType(StrEnum):
    """What kind of text it is. Only the first five can ever bind; codes and guidance never do."""

    STATUTE = "statute"
    REGULATION = "regulation"
    NOTICE = "notice"
    AGREEMENT = "agreement"  # between two governments
    TREATY = "treaty"
    DIRECTIVE = "directive"  # reaches firms only through national law
    GUIDANCE = "guidance"
    CODE = "code"
    POLICY_STATEMENT = "policy_statement"
    INDICATOR = "indicator"

    @property
    def is_national_law(self) -> bool:
        """Whether it binds persons in its jurisdiction by itself."""
        return self in (InstrumentType.STATUTE, InstrumentType.REGULATION, InstrumentType.NOTICE)


class Verification(StrEnum):
    """How a provision was verified. The last two stay in the catalogue and are never printed."""

    TEXT_READ = "text_read"
    HEADING_SEEN = "heading_seen"
    SECONDARY_SOURCE = "secondary_source"
    NUMBER_FROM_MEMORY = "content_seen_number_from_memory"
    FROM_MEMORY = "unverified_from_memory"

    @property
    def printable(self) -> bool:
        """Whether a report may cite it."""
        return self in (Verification.TEXT_READ, Verification.HEADING_SEEN, Verification.SECONDARY_SOURCE)

    @property
    def rank(self) -> int:
        """0 is the strongest."""
        return _RANK[self]


_RANK = {how: rank for rank, how in enumerate(Verification)}


@dataclass(frozen=True, slots=True)
class PracticeLink:
    """A practice (or family) that a provision bears on, what it does to it, and why, in one line."""

    practice: str
    effect: Effect
    because: str


@dataclass(frozen=True, slots=True)
class Period:
    """When a text is in force, as far as known. ``end`` is the last day; ``year`` the year of the text.

    None as ``start`` means "not known", None as ``end`` "open". ``verified`` speaks of the start.
    """

    start: PartialDate | None
    end: PartialDate | None
    verified: bool
    year: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Where and for whom a text speaks. Empty tuples mean "not limited"; places are ISO codes or group ids."""

    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()  # sectors that it does not cover
    condition: str | None = None  # a fact that no corridor tells, e.g. "the worker holds an H-2A visa"


@dataclass(frozen=True, slots=True)
class Provision:
    """One article, section or principle in our own words."""

    instrument: str
    ref: str
    says: str
    links: tuple[PracticeLink, ...]
    reach: Reach
    period: Period
    how: Verification
    verified_on: str | None
    verified_at: str | None
    note: str | None = None
    separate_acceptance: bool = False  # an annex that a ratifying state accepts apart

    @property
    def id(self) -> str:
        """``<instrument> <ref>``, the word ``explain`` takes."""
        return f"{self.instrument} {self.ref}"

    @property
    def printable(self) -> bool:
        """Whether a report may cite it."""
        return self.how.printable


@dataclass(frozen=True, slots=True)
class Instrument:
    """A convention, statute, agreement, code or guidance with its provisions in the order of the file."""

    id: str
    title: str
    short: str
    issuer: str
    year: int
    type: InstrumentType
    jurisdiction: str  # ISO 3166, INTL, CODE or a group id
    side: Side
    binds: str
    url: str | None
    period: Period
    treaty: str | None  # key in the list of ratifications
    superseded_by: str | None
    note: str | None
    provisions: tuple[Provision, ...]
