"""All checks of one agency on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from recruitcheck.checks.coverage import bears_on_licence, debarment_gaps, licensing_gaps, registry_gaps, silence_gaps
from recruitcheck.checks.debarment import check_debarment
from recruitcheck.checks.decided import with_decisions
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.checks.impersonation import RULE_NUMBER, check_number
from recruitcheck.checks.licence import RULE_IDENTITY, RULE_LISTED, RULE_VALID, check_licence
from recruitcheck.checks.listing import check_listing
from recruitcheck.checks.question import Question
from recruitcheck.matching import MATCH_THRESHOLD
from recruitcheck.model import Agency, Outcome, RegistryLookup
from recruitcheck.names import normal_number


def check_agency(
    agency: Agency,
    lookups: Sequence[RegistryLookup],
    day: date,
    *,
    act: str = "",
    country: str | None = None,
    limited: bool = False,
    two_ends: bool = False,
) -> CheckResult:
    """Findings, clear rules and gaps of one agency for one day, over every registry asked.

    ``country`` is where the agency works; None where nobody said (a corridor has two ends, and it may sit at either).
    ``act`` labels a day of ``--dates`` ("payment"); "" is the check's own day. ``limited``: the user named the lists.
    ``two_ends``: a corridor was given, and nobody said at which end the agency works.
    """
    result = CheckResult(
        not_checked=(
            *registry_gaps(lookups, day),
            *licensing_gaps(agency, lookups, day, country, limited=limited),
            *silence_gaps(agency, lookups, day),
            *debarment_gaps(lookups, day),
        ),
    )
    known = country is not None
    for lookup in lookups:
        question = Question(agency, lookup, day, act, known or (limited and lookup.required), two_ends)
        found = CheckResult()
        if bears_on_licence(lookup, country):
            found += check_licence(question) + check_number(question)
        if lookup.registry.kind.debars:
            found += check_debarment(question, MATCH_THRESHOLD)
        if not (lookup.registry.kind.licenses or lookup.registry.kind.debars):
            found += check_listing(question)
        result += with_decisions(found, lookup)
    return _settle(_settle_between_lists(result, known), agency)


def _settle_between_lists(result: CheckResult, country_known: bool) -> CheckResult:
    """What one licensing list settles, another does not put in doubt.

    A number that is the agency's own in one list; a valid licence in another list of the same country; and, where
    nobody named the country, being listed at all.
    """
    if RULE_NUMBER in result.clear:  # the number is its own in one list; in another the same digits say nothing
        result = replace(result, findings=tuple(item for item in result.findings if item.rule != RULE_NUMBER))
    found = RULE_LISTED in result.clear or any(
        finding.rule in (RULE_VALID, RULE_IDENTITY) for finding in result.findings
    )
    if not found or (country_known and RULE_LISTED not in result.clear):
        return result
    return replace(result, findings=tuple(finding for finding in result.findings if finding.rule != RULE_LISTED))


def _settle(result: CheckResult, agency: Agency) -> CheckResult:
    """A rule that found something is not clear as well; only a rule whose question was not put does not apply."""
    spoke = {
        finding.rule for finding in result.findings if finding.outcome not in (Outcome.CLEAR, Outcome.NOT_APPLICABLE)
    }
    clear = tuple(sorted({rule for rule in result.clear if rule not in spoke}))
    rest = () if normal_number(agency.licence_number or "") else (RULE_NUMBER,)
    return replace(result, clear=clear, not_applicable=rest)
