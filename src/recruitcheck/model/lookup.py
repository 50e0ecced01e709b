"""What one registry answered about one agency: matches, decisions, and why it could not answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recruitcheck.model.entry import RegistryEntry
from recruitcheck.model.name import Name
from recruitcheck.model.registry import Registry, Snapshot


class DecisionAnswer(StrEnum):
    """A person's answer to "is this the same firm?"."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision on one query name and one entry; kept, dated, undoable."""

    answer: DecisionAnswer
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field compared: what was asked, what the entry says. ``field`` e.g. "phone"."""

    field: str
    asked: str
    listed: str


@dataclass(frozen=True, slots=True)
class Match:
    """One candidate entry with its explanation. Score 0 to 100; not yet a person's decision."""

    entry: RegistryEntry
    score: float
    query: str
    matched: Name
    ignored: tuple[str, ...] = ()
    agrees: tuple[Agreement, ...] = ()
    contradicts: tuple[Agreement, ...] = ()
    why: tuple[str, ...] = ()  # parts of the score, in words
    decision: Decision | None = None
    source_row: int | None = None  # row that the evidence cites
    copy: Snapshot | None = None  # the copy that holds that row, where several add up

    @property
    def identified(self) -> bool:
        """Whether an identifier agrees: the name alone is a question, not an answer."""
        return any(agreement.field not in ("name", "country") for agreement in self.agrees)


class Gap(StrEnum):
    """Why a registry could not answer."""

    NO_COPY = "registry_missing"  # never imported
    NO_COPY_THEN = "registry_no_copy_on_date"  # copies exist, none effective on the day judged
    NOT_KNOWN_THEN = "registry_not_known_then"  # copies exist, all imported after the day of knowledge
    STALE = "registry_stale"
    PARTIAL = "registry_partial"  # a short copy supports what it contains, never absence
    OUT_OF_SCOPE = "registry_out_of_scope"


@dataclass(frozen=True, slots=True)
class RegistryLookup:
    """One registry asked about one agency on one day.

    ``matches`` hold every candidate at or above the review threshold, best first; ``nearest`` the
    best below it, for the evidence of a search without result. ``by_number`` are entries that carry
    the licence number asked for, whatever their name. ``gone`` are matches that an earlier complete
    copy held and the current one does not (status ``unlisted``), with the copy they were last in.
    """

    registry: Registry
    as_of: date
    snapshot: Snapshot | None
    gap: Gap | None
    stale: bool
    threshold: float
    matches: tuple[Match, ...] = ()
    by_number: tuple[Match, ...] = ()
    gone: tuple[tuple[Match, Snapshot], ...] = ()
    nearest: tuple[Match, ...] = ()
    earliest_copy: date | None = None  # where the gap is that no copy is old enough
    first_known: date | None = None  # where the gap is that no copy was known yet: the day the first one was imported
    has_numbers: bool = True  # whether this copy prints licence numbers at all
    required: bool = False  # a gap here leaves the assessment incomplete (exit code 4)
