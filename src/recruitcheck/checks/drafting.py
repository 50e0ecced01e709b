"""How every check writes down a finding or a gap: words from the message catalogue, id from the content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from recruitcheck.model import Confidence, Evidence, Finding, NotChecked, Outcome, Severity, Stance
from recruitcheck.vocabulary import say


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check came to; ``clear`` and ``not_applicable`` are rule ids."""

    findings: tuple[Finding, ...] = ()
    clear: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()

    def __add__(self, other: CheckResult) -> CheckResult:
        return CheckResult(
            self.findings + other.findings,
            self.clear + other.clear,
            self.not_applicable + other.not_applicable,
            self.not_checked + other.not_checked,
        )


def draft_finding(
    rule: str,
    practice: str,
    outcome: Outcome,
    severity: Severity,
    confidence: Confidence,
    *,
    message_id: str,
    args: Mapping[str, str],
    evidence: Iterable[Evidence] = (),
    counter_evidence: Iterable[Evidence] = (),
    stance: Stance | None = None,
) -> Finding:
    """A finding without citations. Its id hashes rule, outcome, words and evidence, not the law cited."""
    said = say(message_id, args)
    finding = Finding(
        id="",
        rule=rule,
        category=practice.partition(".")[0],
        practice=practice,
        outcome=outcome,
        severity=severity,
        confidence=confidence,
        title=said.title,
        message=said.message,
        message_id=message_id,
        args=dict(args),
        evidence=tuple(evidence),
        counter_evidence=tuple(counter_evidence),
        clears_if=said.clears_if,
        remedy=said.remedy,
        citations=(),
        stance=stance,
    )
    return replace(finding, id=fingerprint(finding))


def fingerprint(finding: Finding) -> str:
    """16 hex digits over what was found; the same finding has the same id in every run."""
    content = {
        "rule": finding.rule,
        "practice": finding.practice,
        "outcome": finding.outcome,
        "args": finding.args,
        "evidence": finding.evidence,
    }
    encoded = json.dumps(content, sort_keys=True, ensure_ascii=False, default=_by_field)
    return hashlib.sha256(encoded.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _by_field(item: Evidence) -> dict[str, Any]:
    """What one piece of evidence, or a part of it, holds; ``asdict`` would copy all of it first."""
    return {field.name: getattr(item, field.name) for field in fields(item)}


def draft_gap(code: str, what: str, *, message_id: str, args: Mapping[str, str], required: bool) -> NotChecked:
    """Something that was not checked: the reason comes from the message catalogue."""
    said = say(message_id, args)
    return NotChecked(
        code=code,
        what=what,
        why=said.message,
        required=required,
        message_id=message_id,
        args=dict(args),
        todo=said.remedy,
    )
