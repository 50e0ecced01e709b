"""Rules that a user does not want judged, each with a reason; what is muted is told in every report.

``muted.yml`` in a folder of own rules: a list of {rule or practice, reason}.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import Field, model_validator

from recruitcheck.redflags.rulebook.rule import Rule
from recruitcheck.redflags.rulebook.rule_set import Muted
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.vocabulary import covers, families, practices

_REASON = 10  # characters: "noisy" is no reason that a reader of the report could judge


class MutedFile(StrictModel):
    """One entry of ``muted.yml``."""

    rule: str | None = None
    practice: str | None = None
    reason: str = Field(min_length=_REASON)

    @model_validator(mode="after")
    def _one_of_two(self) -> MutedFile:
        if (self.rule is None) == (self.practice is None):
            raise ValueError("name either a rule or a practice")
        return self


def load_muted(paths: Sequence[Path], rules: Iterable[Rule]) -> tuple[tuple[Muted, ...], list[str]]:
    """What is muted, in the order written, with the ids of the rules it reaches; and what is wrong with it."""
    rules = tuple(rules)
    entries: list[Muted] = []
    problems: list[str] = []
    for path, entry in load_models(MutedFile, paths, many=True):
        named = entry.rule or entry.practice or ""
        known = {rule.id for rule in rules} if entry.rule else {*practices(), *families()}
        if named not in known:
            problems.append(f"{path}: {named}: no such rule or practice. `recruitcheck rules list` shows both.")
            continue
        reached = {rule.id for rule in rules if rule.id == entry.rule or covers(entry.practice or "", rule.practice)}
        entries.append(Muted(named, entry.reason.strip(), frozenset(reached)))
    return tuple(entries), problems
