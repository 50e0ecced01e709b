"""What people decided on the entries that a registry answered with, told with what was found there."""

from __future__ import annotations

from dataclasses import replace

from recruitcheck.checks.drafting import CheckResult
from recruitcheck.model import Decision, RegistryEntry, RegistryLookup


def with_decisions(result: CheckResult, lookup: RegistryLookup) -> CheckResult:
    """The findings of one registry, each with every decision on an entry that the registry answered with.

    An entry that was set aside stands in no evidence, and yet the finding rests on its having been set aside.
    """
    matches = (*lookup.matches, *lookup.by_number)
    told = {match.entry.entry_id: _told(match.entry, match.decision) for match in matches if match.decision}
    if not told:
        return result
    decisions = tuple(told.values())
    return replace(result, findings=tuple([replace(finding, decisions=decisions) for finding in result.findings]))


def _told(entry: RegistryEntry, made: Decision) -> dict[str, str]:
    return {
        "answer": made.answer.value,
        "entry": f"{entry.name} ({entry.entry_id})",
        "by": made.by,
        "at": made.at.isoformat(),
        "reason": made.reason,
    }
