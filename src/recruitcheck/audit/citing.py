"""Attaches the provisions to findings: chosen by practice, corridor and the day of the act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from recruitcheck.checks.drafting import draft_gap
from recruitcheck.model import Corridor, Finding, NotChecked, Outcome, Severity

if TYPE_CHECKING:
    from recruitcheck.standards import Catalogue


def cite(finding: Finding, catalogue: Catalogue, corridor: Corridor, day: date) -> Finding:
    """The finding with its citations; its id does not depend on them."""
    return replace(finding, citations=catalogue.citations_for(finding.practice, corridor, day))


_PAID = frozenset({"fee_charging", "deposit_or_penalty", "debt_bondage", "payment_to_personal_account"})


def act_of(practice: str) -> str:
    """The act by whose day the law on a practice is chosen: advert, payment, signing or departure."""
    family = practice.partition(".")[0]
    if practice == "corridor.minimum_age":
        return "departure"
    return "advert" if family == "advert" else "payment" if family in _PAID else "signing"


def uncited(findings: Iterable[Finding]) -> tuple[NotChecked, ...]:
    """A gap for each practice flagged or under review without any provision in the catalogue: said, never silent."""
    practices = sorted(
        {
            item.practice
            for item in findings
            if not item.citations
            and item.outcome in (Outcome.FLAGGED, Outcome.REVIEW)
            and item.severity is not Severity.INFO
        }
    )
    return tuple(
        draft_gap("no_citation", practice, message_id="gap.no_citation", args={"practice": practice}, required=False)
        for practice in practices
    )
