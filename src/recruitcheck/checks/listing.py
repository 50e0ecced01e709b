"""Presence in a list that is no recruitment licence: sponsor, disclosure, company and watch lists."""

from __future__ import annotations

from recruitcheck.checks.drafting import CheckResult, draft_finding
from recruitcheck.checks.question import Question
from recruitcheck.checks.registry_evidence import comparisons, entry_evidence, name_kind_words
from recruitcheck.model import Confidence, DecisionAnswer, Match, Outcome, RegistryKind, Severity

RULE_LISTING = "listing-is-not-a-licence"

_MESSAGE = {
    RegistryKind.SPONSOR: "listing.sponsor",
    RegistryKind.DISCLOSURE: "listing.disclosure",
    RegistryKind.COMPANY: "listing.company",
    RegistryKind.WATCH: "listing.watch",
}


def check_listing(question: Question) -> CheckResult:
    """The best open match, told for what it is; a name alone stays a question."""
    lookup = question.lookup
    message_id = _MESSAGE.get(lookup.registry.kind)
    matches = [
        match
        for match in lookup.matches
        if not (match.decision is not None and match.decision.answer is DecisionAnswer.DIFFERENT)
    ]
    if lookup.snapshot is None or message_id is None or not matches:
        return CheckResult()
    best = matches[0]
    return CheckResult(
        (
            draft_finding(
                RULE_LISTING,
                "licence.scope_not_checked",
                _outcome(question, best),
                Severity.MEDIUM if lookup.registry.kind is RegistryKind.WATCH else Severity.INFO,
                Confidence.HIGH if best.identified else Confidence.MEDIUM,
                message_id=message_id,
                args={
                    **question.args,
                    "entry": best.entry.name,
                    "matched": best.matched.text,
                    "name_kind": name_kind_words(best),
                    "score": f"{best.score:.0f}",
                },
                evidence=tuple(entry_evidence(match, lookup.snapshot) for match in matches[:3]),
                counter_evidence=comparisons(best, best.contradicts),
            ),
        )
    )


def _outcome(question: Question, match: Match) -> Outcome:
    same = match.identified or (match.decision is not None and match.decision.answer is DecisionAnswer.SAME)
    if not same or question.lookup.registry.kind is RegistryKind.WATCH:
        return Outcome.REVIEW
    return Outcome.NOT_APPLICABLE
