"""An assessment: all findings about one subject, with what was and was not checked.

The field names are the JSON contract ``recruitcheck/assessment/1``; a trailing underscore (``from_``)
is dropped in JSON because the word is reserved in Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from recruitcheck.model.document import DocumentKind, DocumentOrigin
from recruitcheck.model.finding import Evidence, Finding, Outcome


@dataclass(frozen=True, slots=True)
class InputRef:
    """Where the subject came from: file, row (from 1) and every column as given."""

    file: str | None = None
    row: int | None = None
    columns: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How another subject stands to this one."""

    role: Literal["principal", "employer", "sub_agent", "partner"]
    subject: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What was checked."""

    kind: Literal["agency", "offer", "case"]
    id: str
    name: str
    input: InputRef
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Corridor:
    """Origin, transit and destination (ISO 3166) with the sector, and where each was taken from.

    ``from_`` maps origin, destination and sector to option, input, document, registry or none.
    """

    origin: str | None = None
    transit: tuple[str, ...] = ()
    destination: str | None = None
    sector: str | None = None
    from_: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document without its text."""

    id: str
    path: str | None
    sha256: str
    text_sha256: str
    media_type: str
    kind: DocumentKind
    from_: DocumentOrigin
    languages: tuple[str, ...]
    pages: int
    unread_pages: tuple[int, ...]
    kind_from: str = "inferred"


@dataclass(frozen=True, slots=True)
class RegistryUse:
    """A registry that was asked, and the copy that answered (empty snapshot: none could)."""

    registry: str
    snapshot: str | None
    sha256: str | None
    published_on: date | None
    retrieved_on: date | None
    rows: int
    complete: bool
    stale: bool
    threshold: float
    title: str
    authority: str
    jurisdiction: str
    kind: str
    age_days: int | None = None
    shelf_life_days: int | None = None
    fictional: bool = False
    correction: str | None = None
    url: str | None = None  # where the authority publishes the list


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that was not checked, and why; ``required`` leaves the assessment incomplete."""

    code: str
    what: str
    why: str
    required: bool
    message_id: str
    args: dict[str, str]
    todo: str = ""


@dataclass(frozen=True, slots=True)
class FeeJudgement:
    """One jurisdiction's limit against one fee, with who is bound and the working."""

    jurisdiction: str
    side: Literal["origin", "destination"]
    bound: str
    basis: str
    verdict: Literal["within", "above", "none_allowed", "cannot_tell"]
    working: str
    instrument: str
    provision: str
    verification: str


@dataclass(frozen=True, slots=True)
class FeeFact:
    """One fee that the document asks for, against the ILO definition and national limits."""

    fact: str  # the words
    document: str
    start: int
    end: int
    amount: str | None
    currency: str | None
    ilo_item: str | None
    payer: str | None
    collector: str | None
    judgements: tuple[FeeJudgement, ...] = ()


@dataclass(frozen=True, slots=True)
class TermState:
    """One contract term: stated, not stated or contradicted."""

    term: str
    title: str
    state: Literal["stated", "not_stated", "contradicted"]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of a grid and what points to it, a screening aid: the ILO's eleven, Palermo's, the operational ones.

    ``group`` is the Palermo element or the operational dimension; ``grade`` that of an operational indicator.
    """

    id: str
    title: str
    state: Literal["sign", "no_sign", "not_assessable"]
    findings: tuple[str, ...] = ()
    grid: Literal["ilo_eleven", "palermo", "operational"] = "ilo_eleven"
    group: str | None = None
    grade: Literal["strong", "medium", "weak"] | None = None


@dataclass(frozen=True, slots=True)
class ReferralPoint:
    """Where to report or get help; shipped only with a source and date."""

    jurisdiction: str
    name: str
    kind: str
    phones: tuple[str, ...]
    url: str | None
    emails: tuple[str, ...]
    verified_at: str
    verified_on: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ToolRef:
    """Versions: the program, and the hashes of the rules and standards in use."""

    version: str
    rules: str
    standards: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings about one subject on one day."""

    subject: Subject
    as_of: date
    known_on: date
    corridor: Corridor
    outcome: Outcome
    documents: tuple[DocumentRef, ...]
    registries: tuple[RegistryUse, ...]
    findings: tuple[Finding, ...]
    clear: tuple[str, ...]
    not_applicable: tuple[str, ...]
    not_checked: tuple[NotChecked, ...]
    facts: dict[str, Any]
    fees: tuple[FeeFact, ...]
    terms: tuple[TermState, ...]
    indicators: tuple[Indicator, ...]
    referrals: tuple[ReferralPoint, ...]
    tool: ToolRef
    dates: dict[str, date] | None = None
    fictional: bool = False  # demonstration data: every page says so
    schema: Literal["recruitcheck/assessment/1"] = "recruitcheck/assessment/1"
