"""The ages a text asks for against the least age at which a worker may be sent or taken in the corridor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from recruitcheck.checks.drafting import CheckResult, draft_finding, draft_gap
from recruitcheck.model import (
    Age,
    Confidence,
    Document,
    Fact,
    FactKind,
    Finding,
    NotChecked,
    ObservationEvidence,
    Outcome,
    Particulars,
    QuoteEvidence,
    Severity,
)
from recruitcheck.standards.instrument import Verification
from recruitcheck.vocabulary import country_name, sectors

if TYPE_CHECKING:
    from recruitcheck.standards.minimum_age import AgeReading, MinimumAge

RULE_AGE = "corridor-minimum-age"
PRACTICE = "corridor.minimum_age"


def check_age(document: Document, particulars: Particulars, rules: Sequence[AgeReading], day: date) -> CheckResult:
    """Findings where the text asks for workers below a rule's age, gaps where nobody can tell.

    A text that states no age says nothing about the worker who will go: a gap, never clear. A rule that depends on
    something unknown (the sector, whether the worker is a woman) gives a gap with both figures.
    """
    if not rules:
        return CheckResult()
    stated = _youngest(particulars)
    if stated is None:
        return CheckResult(not_checked=tuple(_gap("gap.minimum_age_unstated", reading, "", day) for reading in rules))
    fact, youngest = stated
    below = [reading for reading in rules if youngest < reading.rule.years]
    findings = tuple(_finding(document, reading.rule, fact, youngest, day) for reading in below if not reading.unknown)
    gaps = tuple(_gap("gap.minimum_age_open", reading, str(youngest), day) for reading in below if reading.unknown)
    return CheckResult(findings, clear=() if below else (RULE_AGE,), not_checked=gaps)


def _youngest(particulars: Particulars) -> tuple[Fact, int] | None:
    """The least age asked for anywhere in the text."""
    ages = [
        (fact, fact.value.least)
        for fact in particulars.of(FactKind.AGE)
        if isinstance(fact.value, Age) and fact.value.least is not None
    ]
    return min(ages, key=lambda item: item[1]) if ages else None


def _finding(document: Document, rule: MinimumAge, fact: Fact, youngest: int, day: date) -> Finding:
    quote = QuoteEvidence(
        document=document.id,
        source=document.origin.value,
        page=document.page_of(fact.start),
        start=fact.start,
        end=fact.end,
        text=fact.text,
        lang=None,
    )
    doubt = (ObservationEvidence(rule.note, _source(rule)),) if rule.note else ()
    return draft_finding(
        RULE_AGE,
        PRACTICE,
        Outcome.FLAGGED if rule.how is Verification.TEXT_READ else Outcome.REVIEW,
        Severity.MEDIUM,
        Confidence.MEDIUM if rule.how is Verification.TEXT_READ else Confidence.LOW,
        message_id="corridor.below_minimum_age",
        args={**_words(rule, day), "youngest": str(youngest), "quote": fact.text},
        evidence=[quote, ObservationEvidence(_says(rule), _source(rule))],
        counter_evidence=doubt,
    )


def _gap(message_id: str, reading: AgeReading, youngest: str, day: date) -> NotChecked:
    args = {**_words(reading.rule, day), "youngest": youngest, "open": " and ".join(reading.unknown) or "nothing else"}
    return draft_gap(
        message_id.removeprefix("gap."), _says(reading.rule), message_id=message_id, args=args, required=False
    )


def _words(rule: MinimumAge, day: date) -> dict[str, str]:
    return {
        "place": country_name(rule.jurisdiction),
        "years": str(rule.years),
        "whom": _whom(rule),
        "provision": _provision(rule),
        "date": day.isoformat(),
    }


def _whom(rule: MinimumAge) -> str:
    who = {"female": "women", "male": "men", None: "workers"}[rule.gender]
    return who if rule.sector == "*" else f"{who} in {sectors()[rule.sector].title.lower()}"


def _says(rule: MinimumAge) -> str:
    return f"{country_name(rule.jurisdiction)}: {_whom(rule)} go from the age of {rule.years} ({_provision(rule)})"


def _provision(rule: MinimumAge) -> str:
    return ", ".join(filter(None, (rule.instrument, rule.provision)))


def _source(rule: MinimumAge) -> str:
    return rule.verified_at or rule.instrument
