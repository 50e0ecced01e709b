"""Who may recruit at all in this corridor: what rules of origin and destination say, and how surely.

Only a rule known to be in force on the day and to reach the case gives a finding; where sources conflict or its
present status is not known, a person must ask, and both sides are shown. It judges the corridor, not an agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlsplit

from recruitcheck.checks.drafting import CheckResult, draft_finding, draft_gap
from recruitcheck.model import (
    ComparisonEvidence,
    Confidence,
    Corridor,
    Evidence,
    Finding,
    NotChecked,
    ObservationEvidence,
    Outcome,
    Severity,
)
from recruitcheck.standards.channel_rule import ChannelKind, ChannelReading, ChannelRule
from recruitcheck.vocabulary import country_name

RULE_CHANNEL = "corridor-channel-rule"
PRACTICE = "corridor.channel_rule"

# Rules for whoever recruits on the employer's side: no document or list here tells who that is.
_RECRUITER = (ChannelKind.NO_DIRECT_RECRUITMENT, ChannelKind.OFFICIAL_PLATFORM_ONLY)


def check_channel(corridor: Corridor, rules: Sequence[ChannelReading], day: date) -> CheckResult:
    """Findings and gaps from the rules that may reach the corridor; neither without both ends of the corridor."""
    if corridor.origin is None or corridor.destination is None:
        return CheckResult()
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    for reading in rules:
        if not reading.rule.kind.limits:
            continue
        if reading.unknown:
            gaps.append(_gap(reading, "gap.channel_rule_open", " and ".join(reading.unknown)))
        elif reading.rule.kind in _RECRUITER:
            gaps.append(_gap(reading, "gap.channel_rule_recruiter", ""))
        else:
            findings.append(_finding(reading, day))
    return CheckResult(tuple(findings), not_checked=tuple(gaps))


def _finding(reading: ChannelReading, day: date) -> Finding:
    rule = reading.rule
    if reading.against:
        return _conflict(reading, day)
    if not reading.certain:
        return _draft(rule, day, "corridor.not_settled", Outcome.REVIEW, Severity.MEDIUM, Confidence.LOW)
    confidence = Confidence.HIGH if rule.confidence == "high" else Confidence.MEDIUM
    if rule.kind.closes_corridor:
        return _draft(rule, day, "corridor.closed", Outcome.FLAGGED, Severity.HIGH, confidence)
    return _draft(rule, day, "corridor.limited", Outcome.REVIEW, Severity.MEDIUM, confidence)


def _conflict(reading: ChannelReading, day: date) -> Finding:
    rule, other = reading.rule, reading.against[0]
    sides = tuple(ComparisonEvidence(_side(rule), _side(against)) for against in reading.against)
    args = {"other_says": other.says, "other_source": _source(other)}
    return _draft(
        rule, day, "corridor.conflict", Outcome.REVIEW, Severity.MEDIUM, Confidence.LOW, evidence=sides, more=args
    )


def _draft(
    rule: ChannelRule,
    day: date,
    message_id: str,
    outcome: Outcome,
    severity: Severity,
    confidence: Confidence,
    *,
    evidence: Iterable[Evidence] = (),
    more: dict[str, str] | None = None,
) -> Finding:
    seen = ObservationEvidence(rule.says, rule.verified_at or _source(rule), str(rule.stated_on or "") or None)
    doubt = (ObservationEvidence(rule.note, rule.verified_at or _source(rule)),) if rule.note else ()
    args = {"rule": rule.id, "date": day.isoformat(), "dates": _dates(rule)}
    return draft_finding(
        RULE_CHANNEL,
        PRACTICE,
        outcome,
        severity,
        confidence,
        message_id=message_id,
        args={**_words(rule), **args, **(more or {})},
        evidence=tuple(evidence) or (seen,),
        counter_evidence=doubt,
    )


def _gap(reading: ChannelReading, message_id: str, unknown: str) -> NotChecked:
    rule = reading.rule
    args = {**_words(rule), "open": unknown, "rule": rule.id}
    for other in reading.against:  # both sides are shown, here too
        args["says"] += f" Another source, {_source(other)}, says: {other.says}"
    return draft_gap(message_id.removeprefix("gap."), rule.says, message_id=message_id, args=args, required=False)


def _words(rule: ChannelRule) -> dict[str, str]:
    return {"place": country_name(rule.jurisdiction), "source": _source(rule), "says": rule.says}


def _dates(rule: ChannelRule) -> str:
    """When the rule held as far as known, and whom it permitted as printed then."""
    start, end, stated = rule.in_force_from, rule.in_force_to, rule.stated_on
    if start:
        said = f"In force from {start} to {end}." if end else f"In force from {start}."
    else:
        said = f"Stated on {stated}." if stated else "Its dates are not known."
    return f"{said} Permitted, as printed then: {', '.join(rule.permitted)}." if rule.permitted else said


def _source(rule: ChannelRule) -> str:
    host = urlsplit(rule.verified_at or "").hostname
    return (host or rule.instrument).removeprefix("www.")


def _side(rule: ChannelRule) -> dict[str, str]:
    return {"says": rule.says, "source": rule.verified_at or rule.instrument, "stated_on": str(rule.stated_on or "")}
