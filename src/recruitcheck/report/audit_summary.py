"""What ``audit.json`` holds: one run over many subjects, without the subjects themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from recruitcheck.model import Assessment, Outcome, ToolRef


@dataclass(frozen=True, slots=True)
class AuditCounts:
    """Subjects by outcome; they add up to ``subjects``."""

    subjects: int
    flagged: int
    review: int
    clear: int
    not_applicable: int
    not_checked: int
    error: int


@dataclass(frozen=True, slots=True)
class AuditFile:
    """A file that the run wrote: name below the output folder, bytes, SHA-256."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class AuditSummary:
    """Counts, hashes and arguments of one run."""

    as_of: date
    known_on: date
    input: str
    input_sha256: str
    arguments: dict[str, Any]
    counts: AuditCounts
    registries: dict[str, str]  # registry id -> snapshot id used
    files: tuple[AuditFile, ...]
    tool: ToolRef
    schema: Literal["recruitcheck/audit/1"] = "recruitcheck/audit/1"


def count_outcomes(outcomes: Iterable[Outcome]) -> AuditCounts:
    """Subjects by outcome."""
    tally: dict[Outcome, int] = dict.fromkeys(Outcome, 0)
    for outcome in outcomes:
        tally[outcome] += 1
    return AuditCounts(subjects=sum(tally.values()), **{outcome.value: number for outcome, number in tally.items()})


def snapshots_used(assessments: Iterable[Assessment]) -> Mapping[str, str]:
    """Registry id to the snapshot that answered, over all assessments, sorted by id."""
    used = {use.registry: use.snapshot for one in assessments for use in one.registries if use.snapshot}
    return dict(sorted(used.items()))
