"""What the person who orders a report adds to it: the inspector's case, custody, and links between pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CustodyStep:
    """One step of the chain of custody: when (ISO 8601), who, what was done."""

    at: str
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """The frame of an inspector's report. What is None is printed as "not given", never invented.

    ``made_utc`` and ``made_local`` are ISO 8601 times passed in by the caller; ``retain_until`` an ISO date.
    The reason why the subject was chosen and any complainant have no place here on purpose.
    """

    number: str | None = None
    authority: str | None = None
    officer: str | None = None
    legal_basis: str | None = None
    question: str | None = None
    scope: str | None = None
    made_utc: str | None = None
    made_local: str | None = None
    command: str | None = None
    handling: str | None = None
    retain_until: str | None = None
    manifest_sha256: str | None = None
    ledger_head: str | None = None
    custody: tuple[CustodyStep, ...] = ()


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Relative links of one page in a batch; None leaves a link out."""

    index: str | None = None
    previous: str | None = None
    following: str | None = None
