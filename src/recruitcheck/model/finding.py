"""A finding: one rule on one subject, with evidence, counter-evidence and citations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Outcome(StrEnum):
    """What a rule came to. ``review``: a person must decide first."""

    FLAGGED = "flagged"
    REVIEW = "review"
    CLEAR = "clear"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"
    ERROR = "error"


class Severity(StrEnum):
    """How bad, if true."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info up to 4 for critical."""
        return ("info", "low", "medium", "high", "critical").index(self.value)


class Confidence(StrEnum):
    """How sure we are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Stance(StrEnum):
    """Whether a document states a practice, tells of it as it happened, or only mentions it."""

    STATES = "states"
    ATTESTED = "attested"
    MENTIONS = "mentions"


class Binding(StrEnum):
    """Whether a citation is law for this corridor, law elsewhere, or a standard."""

    LAW_HERE = "law_here"
    LAW_ELSEWHERE = "law_elsewhere"
    STANDARD = "standard"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class QuoteEvidence:
    """Exact words: ``text == document.text[start:end]``; ``masked`` spans are relative to text."""

    document: str
    source: str  # who gave the document: worker, agency, public, unknown
    page: int
    start: int
    end: int
    text: str
    lang: str | None = None
    masked: tuple[tuple[int, int], ...] = ()
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class EntryEvidence:
    """A row of a registry's copy and the fields that bear on the finding, as printed there."""

    registry: str
    snapshot: str
    sha256: str
    row: int
    fields: dict[str, str]
    kind: Literal["entry"] = "entry"


@dataclass(frozen=True, slots=True)
class NearestName:
    """A candidate below the threshold, so that the reader can judge the search."""

    entry_id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchEvidence:
    """A search that found nothing (or nothing certain): where, for what, and what came nearest."""

    registry: str
    snapshot: str
    query: str
    threshold: float
    nearest: tuple[NearestName, ...]
    kind: Literal["search"] = "search"


@dataclass(frozen=True, slots=True)
class AbsenceEvidence:
    """Something a document or list should hold and does not; ``searched`` says where we looked."""

    what: str
    searched: str
    kind: Literal["absence"] = "absence"


@dataclass(frozen=True, slots=True)
class ComparisonEvidence:
    """Two values that agree or differ, side by side, each with where it stands."""

    left: dict[str, str]
    right: dict[str, str]
    kind: Literal["comparison"] = "comparison"


@dataclass(frozen=True, slots=True)
class CalculationEvidence:
    """Arithmetic that can be redone by hand: inputs by name, formula in words, result."""

    inputs: dict[str, str]
    formula: str
    result: str
    kind: Literal["calculation"] = "calculation"


@dataclass(frozen=True, slots=True)
class MetadataEvidence:
    """A property of a file rather than its words."""

    document: str
    fields: dict[str, str]
    kind: Literal["metadata"] = "metadata"


@dataclass(frozen=True, slots=True)
class ObservationEvidence:
    """Something else that was seen, with where and when."""

    what: str
    where: str
    on: str | None = None
    kind: Literal["observation"] = "observation"


Evidence = (
    QuoteEvidence
    | EntryEvidence
    | SearchEvidence
    | AbsenceEvidence
    | ComparisonEvidence
    | CalculationEvidence
    | MetadataEvidence
    | ObservationEvidence
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision, why it applies here and whether it binds.

    ``verification`` is text_read, heading_seen or secondary_source: anything weaker is not printed.
    ``says`` is our paraphrase; ``says_practice`` whether the text bars the practice or only
    lists it as an indicator ("bars", "limits", "requires", "indicator").
    """

    instrument: str
    title: str
    provision: str
    says: str
    effect: Literal["bars", "limits", "requires", "indicator"]
    binding: Binding
    why: str
    url: str | None
    verification: str
    verified_on: str | None
    in_force_from: str | None = None
    note: str | None = None  # caveat, "as reported by …"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule on one subject. ``id`` is the fingerprint of its content."""

    id: str
    rule: str
    category: str
    practice: str
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    title: str
    message: str
    message_id: str
    args: dict[str, str]
    evidence: tuple[Evidence, ...]
    counter_evidence: tuple[Evidence, ...]
    clears_if: str
    remedy: str
    citations: tuple[Citation, ...]
    stance: Stance | None = None
    decisions: tuple[dict[str, str], ...] = ()
    waivers: tuple[dict[str, str], ...] = ()
    replies: tuple[dict[str, str], ...] = ()
