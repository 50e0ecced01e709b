"""The body of a report, grouped for reading: findings by kind, citations by instrument, referrals by place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recruitcheck.model import Assessment, Citation, Evidence, Finding, Outcome, ReferralPoint, RegistryUse
from recruitcheck.report.answer import by_weight, of
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
    """Registry findings, offer red flags, what needs a person, what a rule could not check."""
    flagged = of(assessment, Outcome.FLAGGED)
    registries = "No registry was asked, so nothing can be said about a licence."
    if assessment.registries:
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


def flat_facts(value: Any, path: str = "") -> tuple[tuple[str, str], ...]:
    """Nested facts as (label, text) rows in their own order; empty values are left out."""
    if isinstance(value, Mapping):
        pairs: Iterable[tuple[str, Any]] = ((str(key), item) for key, item in value.items())
    elif isinstance(value, list | tuple):
        if all(not isinstance(item, Mapping | list | tuple) for item in value):
            text = ", ".join(str(item) for item in value if item not in (None, ""))
            return ((path, text),) if text else ()
        pairs = ((str(number), item) for number, item in enumerate(value, start=1))
    else:
        return ((path, str(value)),) if value not in (None, "") else ()
    rows: list[tuple[str, str]] = []
    for key, item in pairs:
        rows += flat_facts(item, f"{path} \u203a {label(key).lower()}" if path else label(key))
    return tuple(rows)
