"""Does the licence number that the agency shows belong to another firm, or to nobody in the list?"""

from __future__ import annotations

from recruitcheck.checks.drafting import CheckResult, draft_finding, draft_gap
from recruitcheck.checks.identity import establishes
from recruitcheck.checks.question import Question
from recruitcheck.checks.registry_evidence import entry_evidence, search_evidence
from recruitcheck.matching import MATCH_THRESHOLD
from recruitcheck.model import (
    ComparisonEvidence,
    Confidence,
    DecisionAnswer,
    Finding,
    Match,
    Outcome,
    Severity,
)
from recruitcheck.names import normal_number

RULE_NUMBER = "licence-number-of-another-firm"
RULE_NUMBER_LISTED = "licence-number-not-listed"


def check_number(question: Question) -> CheckResult:
    """The licence number against one licensing registry; nothing where no number was given."""
    number = question.agency.licence_number
    lookup = question.lookup
    if number is None or not normal_number(number) or lookup.snapshot is None:  # "N/A" is no number
        return CheckResult()
    if not lookup.by_number:
        if any(item.field == "licence_number" for match in lookup.matches for item in match.agrees):
            return CheckResult()  # a company number that the list prints in place of a licence number
        return _number_not_found(question, number)
    named = [match for match in lookup.by_number if _same_firm(match, lookup.threshold)]
    others = [match for match in lookup.by_number if match not in named]
    if named and others:  # one number under two names is a question for a person
        return CheckResult((_number_of_other(question, number, others[0], Outcome.REVIEW),))
    if named:
        # The number of a sister of similar name is no clean answer: the licence check asks a person.
        return CheckResult(clear=(RULE_NUMBER,) if any(map(establishes, named)) else ())
    # Short numbers repeat from country to country: only where this registry bears on the firm is it a sign.
    outcome = Outcome.FLAGGED if question.jurisdiction_known else Outcome.REVIEW
    return CheckResult((_number_of_other(question, number, others[0], outcome),))


def _same_firm(match: Match, threshold: float) -> bool:
    """By a person's word, else by the name: who is unsure has not said that the firms differ."""
    if match.decision is not None and match.decision.answer is not DecisionAnswer.UNSURE:
        return match.decision.answer is DecisionAnswer.SAME
    return match.score >= threshold


def _number_not_found(question: Question, number: str) -> CheckResult:
    lookup = question.lookup
    assert lookup.snapshot is not None
    args = {**question.args, "number": number}
    if not lookup.has_numbers:
        gap = draft_gap(
            "licence_number_not_verifiable",
            f"{lookup.registry.id}: {number}",
            message_id="gap.number_not_verifiable",
            args={"registry": lookup.registry.title, "number": number},
            required=True,
        )
        return CheckResult(not_checked=(gap,))
    if lookup.stale or lookup.gap is not None or not question.jurisdiction_known:
        return CheckResult()
    best = next((match for match in lookup.matches if match.score >= MATCH_THRESHOLD), None)
    finding = draft_finding(
        RULE_NUMBER_LISTED,
        "licence.unlisted",
        Outcome.FLAGGED if best is None else Outcome.REVIEW,
        Severity.MEDIUM,
        Confidence.MEDIUM if best is None else Confidence.LOW,
        message_id="licence.number_not_listed" if best is None else "licence.number_differs",
        args=args if best is None else {**args, "entry": best.entry.name, "listed": _numbers(best)},
        evidence=(search_evidence(lookup, number),) if best is None else (entry_evidence(best, lookup.snapshot),),
    )
    return CheckResult((finding,))


def _numbers(match: Match) -> str:
    return ", ".join(item.number for item in match.entry.licences if item.number) or "no number"


def _number_of_other(question: Question, number: str, match: Match, outcome: Outcome) -> Finding:
    assert question.lookup.snapshot is not None
    return draft_finding(
        RULE_NUMBER,
        "impersonation.number_of_other",
        outcome,
        Severity.HIGH,
        Confidence.MEDIUM if outcome is Outcome.FLAGGED else Confidence.LOW,
        message_id="impersonation.number_of_other",
        args={**question.args, "number": number, "entry": match.entry.name, "score": f"{match.score:.0f}"},
        evidence=(
            entry_evidence(match, question.lookup.snapshot),
            ComparisonEvidence(
                left={"where": "as given", "licence number": number, "name": question.agency.name},
                right={"where": match.entry.entry_id, "licence number": number, "name": match.entry.name},
            ),
        ),
    )
