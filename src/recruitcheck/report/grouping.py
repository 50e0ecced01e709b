"""The body of a report, grouped for reading: findings by kind, citations by instrument, referrals by place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from recruitcheck.model import Assessment, Citation, Evidence, Finding, Outcome, ReferralPoint, RegistryUse
from recruitcheck.report.answer import by_weight, could_answer, of
from recruitcheck.report.wording import REGISTRY_FAMILIES, label


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one heading; ``empty`` is the sentence printed where there are none."""

    anchor: str
    title: str
    findings: tuple[Finding, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Cited:
    """One provision as cited, with the findings that cite it."""

    anchor: str
    citation: Citation
    findings: tuple[Finding, ...]

    @property
    def by_title(self) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """The findings under each title, so that a title that stands twelve times is printed once."""
        titled: dict[str, list[Finding]] = {}
        for finding in self.findings:
            titled.setdefault(finding.title, []).append(finding)
        return tuple((title, tuple(findings)) for title, findings in titled.items())


@dataclass(frozen=True, slots=True)
class CitedInstrument:
    """One instrument with its cited provisions."""

    instrument: str
    title: str
    provisions: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CounterPoint:
    """What speaks against a finding."""

    finding: Finding
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Referral points of one jurisdiction."""

    jurisdiction: str
    side: str
    points: tuple[ReferralPoint, ...]


def groups(assessment: Assessment) -> tuple[Group, ...]:
    """Registry findings, offer red flags, what is only told, what needs a person, what a rule could not check."""
    flagged = of(assessment, Outcome.FLAGGED)
    registries = "No registry was asked, so nothing can be said about a licence."
    if assessment.registries:
        registries = "No registry could answer, so nothing can be said about a licence."
        if any(could_answer(use) for use in assessment.registries):
            registries = "Nothing was flagged in the registries that could answer."
    documents = "No document was given."
    if assessment.documents:
        documents = "No red flag was found in what was read. The signs looked for are listed under Method."
    return (
        Group(
            "registry-findings",
            "Registry status",
            tuple(finding for finding in flagged if finding.category in REGISTRY_FAMILIES),
            registries,
        ),
        Group(
            "offer-findings",
            "Offer red flags",
            tuple(finding for finding in flagged if finding.category not in REGISTRY_FAMILIES),
            documents,
        ),
        Group("noted-findings", "For the record", of(assessment, Outcome.CLEAR, Outcome.NOT_APPLICABLE), ""),
        Group("person-findings", "Needs a person", of(assessment, Outcome.REVIEW, Outcome.ERROR), "No open question."),
        Group(
            "unchecked-findings",
            "Rules that could not be checked",
            of(assessment, Outcome.NOT_CHECKED),
            "Every rule that applies was checked, within the gaps listed above.",
        ),
    )


def citation_anchor(citation: Citation) -> str:
    """An id for one provision that is safe in a link whatever the instrument is called."""
    named = f"{citation.instrument}\n{citation.provision}\n{citation.binding}"
    return "cite-" + hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def finding_anchor(finding: Finding) -> str:
    """An id for one finding: its fingerprint, or a hash where that holds anything but letters and digits."""
    if finding.id.isascii() and finding.id.isalnum():
        return f"f-{finding.id}"
    return "f-" + hashlib.sha256(finding.id.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def cited_instruments(assessment: Assessment) -> tuple[CitedInstrument, ...]:
    """Citations grouped by instrument, law here first, then by title."""
    cited: dict[str, tuple[Citation, list[Finding]]] = {}
    for finding in by_weight(assessment.findings):
        for citation in finding.citations:
            found = cited.setdefault(citation_anchor(citation), (citation, []))[1]
            if finding not in found:
                found.append(finding)
    instruments: dict[str, list[Cited]] = {}
    for anchor, (citation, findings) in cited.items():
        instruments.setdefault(citation.instrument, []).append(Cited(anchor, citation, tuple(findings)))
    ordered = [
        CitedInstrument(key, items[0].citation.title, tuple(sorted(items, key=lambda item: item.citation.provision)))
        for key, items in instruments.items()
    ]
    return tuple(sorted(ordered, key=_law_first))


def _law_first(instrument: CitedInstrument) -> tuple[int, str, str]:
    here = any(item.citation.binding == "law_here" for item in instrument.provisions)
    return (0 if here else 1, instrument.title, instrument.instrument)


def counter_points(assessment: Assessment) -> tuple[CounterPoint, ...]:
    """Every finding with something that speaks against it, gravest first."""
    return tuple(CounterPoint(f, f.counter_evidence) for f in by_weight(assessment.findings) if f.counter_evidence)


def places(assessment: Assessment) -> tuple[Place, ...]:
    """Referral points by jurisdiction: origin, destination, transit, then others."""
    corridor = assessment.corridor
    sides: dict[str, list[str]] = {}
    for code, side in ((corridor.origin, "origin"), (corridor.destination, "destination")):
        if code:
            sides.setdefault(code, []).append(side)
    for code in corridor.transit:
        sides.setdefault(code, []).append("transit")
    for point in assessment.referrals:
        sides.setdefault(point.jurisdiction, [])
    found = []
    for code, named in sides.items():
        points = tuple(point for point in assessment.referrals if point.jurisdiction == code)
        if points or named:
            found.append(Place(code, " and ".join(named), points))
    return tuple(found)


def registry_titles(assessment: Assessment) -> dict[str, RegistryUse]:
    """Registry id to what was used, so that evidence can be shown with its title."""
    return {use.registry: use for use in assessment.registries}


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that the papers state: what it is, its words, and how they were read."""

    what: str
    words: str
    read_as: str


def stated_facts(facts: Mapping[str, Any]) -> tuple[Stated, ...]:
    """Particulars in the order of the contract; a value of unknown shape is printed as plain pairs."""
    rows: list[Stated] = []
    for key, value in facts.items():
        for item in value if isinstance(value, list | tuple) else (value,):
            if isinstance(item, Mapping):
                pairs = [(str(name), part) for name, part in item.items() if name not in ("text", "start", "end")]
                read_as = ", ".join(f"{label(name).lower()}: {part}" for name, part in pairs if part not in (None, ""))
                words = str(item.get("text") or "")
            else:
                words, read_as = "", "" if item is None else str(item)
            if words or read_as:
                rows.append(Stated(label(str(key)), words, read_as))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Repayment:
    """What one worker would be owed in one currency: the largest single fee up to the sum of all stated."""

    currency: str
    least: Decimal
    most: Decimal


def repayments(assessment: Assessment) -> tuple[Repayment, ...]:
    """Fees that the worker pays, by currency. A range, because the same fee may be stated twice."""
    sums: dict[str, list[Decimal]] = {}
    for fee in assessment.fees:
        if fee.payer != "worker" or not fee.amount or not fee.currency:
            continue
        try:
            amount = Decimal(fee.amount)
        except InvalidOperation:
            continue  # a range or a repeated payment is not one sum
        sums.setdefault(fee.currency, []).append(amount)
    return tuple(Repayment(code, max(amounts), sum(amounts, Decimal())) for code, amounts in sorted(sums.items()))
