"""Is this agency licensed on the day judged? One licensing registry's answer as findings.

An identifier decides first, then the name; a name alone is a question (``review``), never an answer.
"""

from __future__ import annotations

from datetime import timedelta

from recruitcheck.checks.drafting import CheckResult, draft_finding, draft_gap
from recruitcheck.checks.identity import establishes, shares_contact
from recruitcheck.checks.licence_status import ACTED_AGAINST, HOLDS, SEVERITY, best_status, status_on
from recruitcheck.checks.question import Question
from recruitcheck.checks.registry_evidence import comparisons, entry_evidence, name_kind_words, search_evidence
from recruitcheck.model import (
    AbsenceMeans,
    Confidence,
    DecisionAnswer,
    Evidence,
    Finding,
    LicenceStatus,
    Match,
    Outcome,
    Severity,
)

RULE_LISTED = "licence-not-listed"
RULE_VALID = "licence-not-valid"
RULE_IDENTITY = "licence-identity-not-established"


def check_licence(question: Question) -> CheckResult:
    """Every finding of one licensing registry; gaps of copies and freshness come from ``coverage``."""
    lookup = question.lookup
    if lookup.snapshot is None:
        return CheckResult()
    open_matches = tuple(m for m in lookup.matches if not _decided(m, DecisionAnswer.DIFFERENT))
    sure = tuple(m for m in open_matches if establishes(m))
    if sure:
        doubt = _doubt(question, sure[0], open_matches)
        return CheckResult((doubt,)) if doubt else _judge_entries(question, sure)
    tied = tuple(m for m in open_matches if m.identified)
    if tied:
        return CheckResult((_doubtful(question, tied[0]),))
    if open_matches:
        return CheckResult((_name_only(question, open_matches),))
    return _not_found(question)


def _decided(match: Match, answer: DecisionAnswer) -> bool:
    return match.decision is not None and match.decision.answer is answer


def _doubt(question: Question, best: Match, open_matches: tuple[Match, ...]) -> Finding | None:
    """What stands against clearing the agency by its best entry, where that entry holds a licence."""
    if _decided(best, DecisionAnswer.SAME) or best_status(best, question.day) not in HOLDS or question.lookup.stale:
        return None
    if any(item.field == "licence_number" for item in best.contradicts):
        return _doubtful(question, best)
    others = [m for m in open_matches if not establishes(m) and m.score >= best.score]
    closer = tuple(m for m in others if m.score > best.score)
    if closer:
        return _finding(question, (best, *closer), RULE_IDENTITY, "licence.several_entries", Severity.MEDIUM)
    against = tuple(m for m in others if best_status(m, question.day) not in HOLDS)
    if against:
        return _finding(question, (best, *against), RULE_IDENTITY, "licence.entries_conflict", Severity.MEDIUM)
    return None


def _doubtful(question: Question, match: Match) -> Finding:
    extra = {
        "agrees": ", ".join(item.field.replace("_", " ") for item in match.agrees),
        "differs": ", ".join(item.field.replace("_", " ") for item in match.contradicts) or "name",
        "status": best_status(match, question.day).value,
    }
    return _finding(question, (match,), RULE_IDENTITY, "licence.identity_doubtful", Severity.MEDIUM, extra=extra)


def _judge_entries(question: Question, matches: tuple[Match, ...]) -> CheckResult:
    verdicts = {best_status(match, question.day) in HOLDS for match in matches}
    if len(matches) > 1 and len(verdicts) > 1:
        return CheckResult((_finding(question, matches, RULE_IDENTITY, "licence.entries_conflict", Severity.MEDIUM),))
    return _judge_entry(question, matches[0])


def _judge_entry(question: Question, match: Match) -> CheckResult:
    status = best_status(match, question.day)
    if question.lookup.stale or _last_seen_long_ago(question, match):
        return CheckResult((_stale_entry(question, match, status),))
    if status is LicenceStatus.UNKNOWN:
        return CheckResult((_status_finding(question, match, status, "licence.status_unknown", Outcome.REVIEW),))
    if status is LicenceStatus.RESTRICTED:
        restricted = _status_finding(question, match, status, "licence.restricted", Outcome.REVIEW)
        return CheckResult((restricted,), clear=(RULE_LISTED,))
    if status is LicenceStatus.EXPIRED:
        return CheckResult((_status_finding(question, match, status, "licence.expired", Outcome.FLAGGED),))
    if status is not LicenceStatus.VALID:
        return CheckResult((_status_finding(question, match, status, "licence.not_valid", Outcome.FLAGGED),))
    if any(licence.status in ACTED_AGAINST for licence in match.entry.licences):
        return CheckResult((_finding(question, (match,), RULE_IDENTITY, "licence.entries_conflict", Severity.MEDIUM),))
    expiring = () if question.act else _expiring(question, match)
    held = CheckResult((_held(question, match), *expiring), clear=(RULE_LISTED, RULE_VALID, RULE_IDENTITY))
    return held + _scope(question, match)


def _last_seen_long_ago(question: Question, match: Match) -> bool:
    """A fresh partial copy does not refresh an entry that only an older copy holds."""
    if match.copy is None:
        return False
    return (question.day - match.copy.effective_on).days > question.lookup.registry.shelf_life_days


def _held(question: Question, match: Match) -> Finding:
    """The answer an employer asks for, with its row: which licence, until when, and what ties the agency to it."""
    licences = [item for item in match.entry.licences if status_on(item, question.day) is LicenceStatus.VALID]
    ends = [item.valid_to.text for item in licences if item.valid_to is not None]
    agreed = [item.field.replace("_", " ") for item in match.agrees if item.field not in ("name", "country")]
    return _finding(
        question,
        (match,),
        RULE_VALID,
        "licence.valid",
        Severity.INFO,
        outcome=Outcome.CLEAR,
        confidence=Confidence.HIGH if match.identified else Confidence.MEDIUM,
        extra={
            "numbers": ", ".join(item.number for item in licences if item.number) or "no number printed",
            "valid_to": max(ends) if len(ends) == len(licences) and ends else "no end printed",
            "agreed": ", ".join(agreed) or "a person's decision",
        },
    )


def _expiring(question: Question, match: Match) -> tuple[Finding, ...]:
    held = [item for item in match.entry.licences if status_on(item, question.day) in HOLDS]
    ends = [item.valid_to.last for item in held if item.valid_to is not None]
    window = timedelta(days=question.lookup.registry.expiring_soon_days)
    if len(ends) < len(held) or not ends or max(ends) > question.day + window:
        return ()
    return (
        _finding(
            question,
            (match,),
            "licence-expiring-soon",
            "licence.expiring_soon",
            Severity.INFO,
            outcome=Outcome.FLAGGED,
            confidence=Confidence.HIGH,
            extra={"valid_to": max(ends).isoformat(), "days": str((max(ends) - question.day).days)},
        ),
    )


def _scope(question: Question, match: Match) -> CheckResult:
    held = [item for item in match.entry.licences if status_on(item, question.day) in HOLDS]
    scopes = sorted({part for item in held for part in (*item.scope, item.route or "") if part})
    words = "; ".join(scopes) or question.lookup.registry.scope.note or ""
    if not words:
        return CheckResult()
    gap = draft_gap(
        "licence_scope_not_checked",
        f"{question.lookup.registry.id}: {match.entry.name}",
        message_id="gap.licence_scope",
        args={**question.args, "entry": match.entry.name, "scope": words},
        required=False,
    )
    return CheckResult(not_checked=(gap,))


def _status_finding(
    question: Question, match: Match, status: LicenceStatus, message_id: str, outcome: Outcome
) -> Finding:
    deciding = next((item for item in match.entry.licences if status_on(item, question.day) is status), None)
    extra = {
        "status": status.value,
        "status_word": (deciding.status_word if deciding else None) or "none printed",
        "valid_to": deciding.valid_to.text if deciding and deciding.valid_to else "not given",
    }
    severity = Severity.LOW if status is LicenceStatus.RESTRICTED else SEVERITY.get(status, Severity.HIGH)
    confidence = Confidence.HIGH if match.identified else Confidence.MEDIUM
    return _finding(
        question, (match,), RULE_VALID, message_id, severity, outcome=outcome, confidence=confidence, extra=extra
    )


def _stale_entry(question: Question, match: Match, status: LicenceStatus) -> Finding:
    return _finding(
        question,
        (match,),
        RULE_VALID,
        "licence.listed_in_stale_copy",
        Severity.INFO,
        outcome=Outcome.NOT_CHECKED,
        confidence=Confidence.LOW,
        extra={"status": status.value},
    )


def _name_only(question: Question, matches: tuple[Match, ...]) -> Finding:
    if len(matches) > 1 and matches[1].score >= matches[0].score - 5:
        return _finding(question, matches[:5], RULE_IDENTITY, "licence.several_entries", Severity.MEDIUM)
    status = best_status(matches[0], question.day)
    if status in HOLDS or question.lookup.stale:
        return _finding(question, matches[:1], RULE_IDENTITY, "licence.name_only", Severity.MEDIUM)
    words = [item.status_word or item.status.value for item in matches[0].entry.licences]
    extra = {"status": status.value, "status_word": "; ".join(dict.fromkeys(words)) or "no status printed"}
    return _finding(question, matches[:1], RULE_IDENTITY, "licence.name_only_not_valid", Severity.HIGH, extra=extra)


def _not_found(question: Question) -> CheckResult:
    lookup = question.lookup
    tied = next((match for match in lookup.nearest if shares_contact(match)), None)
    if tied is not None and not lookup.gone:
        return CheckResult((_doubtful(question, tied),))  # it may be listed under a name that nobody gave
    usable = lookup.gap is None and not lookup.stale
    if not usable or lookup.registry.absence_means is not AbsenceMeans.NOT_LICENSED:
        return CheckResult()
    evidence: list[Evidence] = [search_evidence(lookup, question.agency.name)]
    message_id = "licence.unlisted"
    extra: dict[str, str] = {}
    if lookup.gone:
        match, last_copy = lookup.gone[0]
        evidence.append(entry_evidence(match, last_copy))
        message_id = "licence.no_longer_listed"
        extra = {"last_copy": last_copy.effective_on.isoformat(), "entry": match.entry.name}
    finding = draft_finding(
        RULE_LISTED,
        message_id,
        Outcome.REVIEW if question.two_ends and not question.jurisdiction_known else Outcome.FLAGGED,
        Severity.HIGH if question.jurisdiction_known else Severity.MEDIUM,
        Confidence.MEDIUM if question.jurisdiction_known else Confidence.LOW,
        message_id=message_id if question.jurisdiction_known else f"{message_id}_country_unknown",
        args={**question.args, **extra},
        evidence=evidence,
    )
    return CheckResult((finding,))


def _finding(
    question: Question,
    matches: tuple[Match, ...],
    rule: str,
    message_id: str,
    severity: Severity,
    *,
    outcome: Outcome = Outcome.REVIEW,
    confidence: Confidence = Confidence.MEDIUM,
    extra: dict[str, str] | None = None,
) -> Finding:
    assert question.lookup.snapshot is not None
    best = matches[0]
    agreed = tuple(item for match in matches[:1] for item in comparisons(match, match.agrees))
    against = tuple(item for match in matches[:1] for item in comparisons(match, match.contradicts))
    args = {
        **question.args,
        "entry": best.entry.name,
        "matched": best.matched.text,
        "name_kind": name_kind_words(best),
        "score": f"{best.score:.0f}",
        "count": str(len(matches)),
        **(extra or {}),
    }
    supports_finding = outcome in (Outcome.FLAGGED, Outcome.NOT_CHECKED)
    if outcome is Outcome.CLEAR:
        agreed, against = against, agreed  # what agrees is the evidence, what differs speaks against it
    return draft_finding(
        rule,
        _PRACTICE.get(message_id, message_id),
        outcome,
        severity,
        confidence,
        message_id=message_id,
        args=args,
        evidence=(
            *(entry_evidence(match, question.lookup.snapshot) for match in matches),
            *(agreed if supports_finding else against),
        ),
        counter_evidence=against if supports_finding else agreed,
    )


_PRACTICE = {
    "licence.status_unknown": "licence.not_valid",
    "licence.restricted": "licence.scope_not_checked",
    "licence.name_only_not_valid": "licence.name_only",
    "licence.listed_in_stale_copy": "licence.not_valid",
    "licence.identity_doubtful": "licence.name_only",
}
