"""One outcome for a subject, and the order in which a reader meets its findings."""

from __future__ import annotations

from collections.abc import Sequence

from recruitcheck.model import Confidence, Finding, NotChecked, Outcome
from recruitcheck.vocabulary import families

_RANK = (Outcome.FLAGGED, Outcome.ERROR, Outcome.REVIEW, Outcome.NOT_CHECKED)
_SURE = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}
_SHOWN_FIRST = (*_RANK, Outcome.CLEAR, Outcome.NOT_APPLICABLE)


def overall(findings: Sequence[Finding], gaps: Sequence[NotChecked]) -> Outcome:
    """The first present of flagged, error, review, not_checked, clear.

    A gap makes ``not_checked`` where it is required; the others are printed and change nothing.
    """
    present = {finding.outcome for finding in findings}
    if any(gap.required for gap in gaps):
        present.add(Outcome.NOT_CHECKED)
    return next((outcome for outcome in _RANK if outcome in present), Outcome.CLEAR)


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Flagged first, then by severity and confidence, then families in their printed order: the same in every run."""
    order = {family.id: family.order for family in families().values()}
    return tuple(
        sorted(
            findings,
            key=lambda item: (
                _SHOWN_FIRST.index(item.outcome),
                -item.severity.rank,
                _SURE[item.confidence],
                order.get(item.category, len(order)),
                item.rule,
                item.id,
            ),
        )
    )


def gaps_in_order(gaps: Sequence[NotChecked]) -> tuple[NotChecked, ...]:
    """Required ones first; the same gap once."""
    unique = {(gap.code, gap.what, gap.why): gap for gap in gaps}
    return tuple(sorted(unique.values(), key=lambda gap: (not gap.required, gap.code, gap.what, gap.why)))
