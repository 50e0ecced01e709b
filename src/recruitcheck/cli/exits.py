"""Exit codes of DESIGN section 5, and the one line on stderr that explains every code above 0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from recruitcheck.model import Assessment, Outcome, Severity

FLAGGED, INCOMPLETE, SOME_FAILED = 3, 4, 5


@dataclass(slots=True)
class Tally:
    """Counts over assessments as they come, so that a batch need not be kept in memory."""

    fail_on: str
    subjects: int = 0
    flagged: int = 0  # subjects with a finding flagged at or above fail_on
    below: int = 0  # subjects flagged only below it
    review: int = 0
    incomplete: int = 0
    errors: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)

    def add(self, assessment: Assessment) -> None:
        """Count one subject."""
        least = Severity(self.fail_on).rank
        flagged = [item for item in assessment.findings if item.outcome is Outcome.FLAGGED]
        self.subjects += 1
        self.outcomes[assessment.outcome] += 1
        if any(item.severity.rank >= least for item in flagged):
            self.flagged += 1
        elif flagged:
            self.below += 1
        self.errors += assessment.outcome is Outcome.ERROR or any(
            item.outcome is Outcome.ERROR for item in assessment.findings
        )
        self.review += any(item.outcome is Outcome.REVIEW for item in assessment.findings)
        self.incomplete += any(gap.required for gap in assessment.not_checked) or any(
            item.outcome is Outcome.NOT_CHECKED for item in assessment.findings
        )

    @property
    def code(self) -> int:
        """The first that holds of 3, 5, 4, 0."""
        if self.flagged:
            return FLAGGED
        if self.errors:
            return SOME_FAILED
        return INCOMPLETE if self.review or self.incomplete else 0

    @property
    def line(self) -> str:
        """Why, with all counts."""
        why = {
            FLAGGED: f"flagged at or above {self.fail_on}",
            SOME_FAILED: "some rows failed",
            INCOMPLETE: "incomplete: something required was not checked, or a person must decide",
            0: f"nothing flagged at or above {self.fail_on}",
        }[self.code]
        return (
            f"recruitcheck: {why} (subjects {self.subjects}: flagged {self.flagged}, flagged below {self.fail_on} "
            f"{self.below}, review {self.review}, not fully checked {self.incomplete}, failed {self.errors})."
        )


def tally(assessments: Iterable[Assessment], fail_on: str) -> Tally:
    """Count several."""
    counts = Tally(fail_on)
    for assessment in assessments:
        counts.add(assessment)
    return counts
