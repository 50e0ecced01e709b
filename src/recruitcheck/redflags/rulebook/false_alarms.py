"""How often a rule fired on texts that do not state its family. Data: false_alarms.yml, measured when rules change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import Field

from recruitcheck.resources import StrictModel, load_yaml, package_data, validate


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """``fired`` of ``texts`` labelled texts that do not state the rule's family."""

    texts: int
    fired: int

    def __str__(self) -> str:
        share = 100 * self.fired / self.texts if self.texts else 0.0
        return f"It fired on {self.fired} of {self.texts} labelled texts that do not state its family ({share:.1f} %)."


class _Counts(StrictModel):
    texts: int = Field(ge=0)
    fired: int = Field(ge=0)


class _Measured(StrictModel):
    rules: dict[str, _Counts]


@cache
def false_alarms() -> dict[str, FalseAlarms]:
    """By rule id; a rule of the user's own is not among them."""
    measured = validate(_Measured, load_yaml(package_data("redflags") / "false_alarms.yml"))
    return {rule_id: FalseAlarms(counts.texts, counts.fired) for rule_id, counts in measured.rules.items()}
