"""Is this agency excluded by an authority on the day judged, or was it once?"""

from __future__ import annotations

from datetime import date

from recruitcheck.checks.drafting import CheckResult, draft_finding
from recruitcheck.checks.identity import establishes, shares_contact
from recruitcheck.checks.question import Question
from recruitcheck.checks.registry_evidence import comparisons, entry_evidence, name_kind_words
from recruitcheck.model import (
    Confidence,
    Coverage,
    Debarment,
    DecisionAnswer,
    Finding,
    Match,
    NameKind,
    Outcome,
    Severity,
)

RULE_DEBARRED = "debarment-listed"
RULE_PAST = "debarment-past"


def holds_on(debarment: Debarment, day: date) -> bool | None:
    """Whether the exclusion covers the day; None where its dates do not tell.

    A missing end is open (the list still holds the row); an end before the start tells nothing.
    """
    start, end = debarment.valid_from, debarment.valid_to
    if start is None and end is None:
        return None
    if start is not None and end is not None and end.last < start.first:
        return None
    if start is not None and day < start.first:
        return False
    if end is not None and day > end.last:
        return False
    if start is not None and day < start.last and not start.is_exact:
        return None
    if end is not None and day > end.first and not end.is_exact:
        return None
    return True


def check_debarment(question: Question, certain: float) -> CheckResult:
    """Findings of one debarment list; ``certain`` is the score from which a name alone is flagged.

    Such lists seldom carry an identifier, so an equal name inside the period is flagged with medium confidence and the
    doubt printed; a name in the review band, or one that something contradicts, is a question.
    """
    lookup = question.lookup
    if lookup.snapshot is None:
        return CheckResult()
    matches = [
        match
        for match in (*lookup.matches, *filter(shares_contact, lookup.nearest))
        if match.entry.debarments
        and not (match.decision is not None and match.decision.answer is DecisionAnswer.DIFFERENT)
    ]
    findings = tuple(finding for match in matches for finding in _judge(question, match, certain))
    present = any(finding.rule == RULE_DEBARRED for finding in findings)
    fresh = lookup.gap is None and not lookup.stale
    return CheckResult(findings, clear=() if present or not fresh else (RULE_DEBARRED,))


def _judge(question: Question, match: Match, certain: float) -> list[Finding]:
    states = [(_state(question, item), item) for item in match.entry.debarments]
    active = [item for state, item in states if state is True]
    unclear = [item for state, item in states if state is None]
    ahead = [item for _, item in states if item.valid_from is not None and question.day < item.valid_from.first]
    ended = [item for state, item in states if state is False and item not in ahead]
    if active:
        return [_listed(question, match, active[0], certain)]
    if unclear:
        return [_finding(question, match, unclear[0], RULE_DEBARRED, "debarment.dates_unclear", Outcome.REVIEW)]
    if ahead and match.score >= question.lookup.threshold:
        return [_finding(question, match, ahead[0], RULE_PAST, "debarment.not_yet", Outcome.NOT_APPLICABLE)]
    if ended and match.score >= question.lookup.threshold:
        return [_finding(question, match, ended[-1], RULE_PAST, "debarment.past", Outcome.NOT_APPLICABLE)]
    return []


def _state(question: Question, item: Debarment) -> bool | None:
    """``holds_on``; a row without any date holds while a current list carries it ("Forever Banned")."""
    undated = item.valid_from is None and item.valid_to is None
    unread = item.note is not None and "not understood" in item.note
    if undated and not unread and question.lookup.registry.coverage is Coverage.CURRENT:
        return True
    return holds_on(item, question.day)


def _listed(question: Question, match: Match, item: Debarment, certain: float) -> Finding:
    same = establishes(match)
    by_name = match.score >= certain and not match.contradicts and match.matched.kind is not NameKind.ALIAS
    if same or by_name:
        return _finding(question, match, item, RULE_DEBARRED, "debarment.listed", Outcome.FLAGGED)
    named = match.score >= question.lookup.threshold
    doubt = "debarment.similar_name" if named else "debarment.shared_contact"
    return _finding(question, match, item, RULE_DEBARRED, doubt, Outcome.REVIEW)


def _finding(
    question: Question, match: Match, item: Debarment, rule: str, message_id: str, outcome: Outcome
) -> Finding:
    assert question.lookup.snapshot is not None
    past = rule == RULE_PAST
    severity = Severity.LOW if past else Severity.CRITICAL if outcome is Outcome.FLAGGED else Severity.HIGH
    return draft_finding(
        rule,
        "debarment.past" if past else "debarment.listed",
        outcome,
        severity,
        Confidence.HIGH if establishes(match) else Confidence.MEDIUM if outcome is Outcome.FLAGGED else Confidence.LOW,
        message_id=message_id,
        args={
            **question.args,
            "entry": match.entry.name,
            "matched": match.matched.text,
            "name_kind": name_kind_words(match),
            "score": f"{match.score:.0f}",
            "from": item.valid_from.text if item.valid_from else "not given",
            "to": item.valid_to.text if item.valid_to else "not given",
        },
        evidence=(
            entry_evidence(match, question.lookup.snapshot, item.row),
            *comparisons(match, match.agrees),
        ),
        counter_evidence=comparisons(match, match.contradicts),
    )
