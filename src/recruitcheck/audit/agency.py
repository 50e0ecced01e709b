"""One agency becomes an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from recruitcheck.audit.citing import cite, uncited
from recruitcheck.audit.corridor import CorridorWords, settle_corridor
from recruitcheck.audit.lookups import look_up
from recruitcheck.audit.selection import select_registries
from recruitcheck.audit.verdict import gaps_in_order, in_order, overall
from recruitcheck.audit.workbench import Workbench
from recruitcheck.checks.agency import check_agency
from recruitcheck.checks.channel import check_channel
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.model import (
    Agency,
    Assessment,
    Corridor,
    InputRef,
    NotChecked,
    Outcome,
    RegistryLookup,
    RegistryUse,
    Subject,
)


def assess_agency(
    agency: Agency,
    bench: Workbench,
    *,
    subject_id: str,
    source: InputRef | None = None,
    words: CorridorWords | None = None,
    gaps: Sequence[NotChecked] = (),
) -> Assessment:
    """Ask the registries about the agency on the day judged and on the day of each act, and cite what is found.

    ``words`` are the corridor words of the input row; ``gaps`` what the reader of the input could not understand.
    """
    corridor, corridor_gaps = settle_corridor(bench.options, words or CorridorWords())
    signing = bench.dates.on("signing")
    asked: list[RegistryLookup] = []
    by_day = [(signing, check_channel(corridor, bench.catalogue.channel_rules(corridor, signing), signing))]
    for label, day in (("", bench.as_of), *bench.dates.acts):
        lookups, found = _on_day(agency, corridor, bench, day, label)
        asked.extend(lookups)
        by_day.append((day, found))
    result = sum((found for _, found in by_day), CheckResult(not_checked=(*gaps, *corridor_gaps)))
    place = _law_of(agency, corridor, asked)
    # The law of the day on which the act was done, not of the day on which somebody looks.
    findings = tuple(cite(item, bench.catalogue, place, day) for day, found in by_day for item in found.findings)
    all_gaps = gaps_in_order((*result.not_checked, *uncited(findings)))
    return Assessment(
        subject=Subject("agency", subject_id, agency.name, source or InputRef()),
        as_of=bench.as_of,
        known_on=bench.dates.known_on,
        corridor=corridor,
        outcome=overall(findings, all_gaps),
        documents=(),
        registries=_uses(asked),
        findings=in_order(findings),
        clear=_clear(result),
        not_applicable=result.not_applicable,
        not_checked=all_gaps,
        facts={},
        fees=(),
        terms=(),
        indicators=(),
        referrals=bench.catalogue.referrals(corridor),
        tool=bench.tool,
        dates=dict(bench.dates.acts) or None,
        fictional=bench.fictional or any(lookup.registry.fictional for lookup in asked),
    )


def _clear(result: CheckResult) -> tuple[str, ...]:
    """Rules clear on every day judged: one that found something on the day of an act is not clear."""
    spoke = {finding.rule for finding in result.findings if finding.outcome is not Outcome.CLEAR}
    return tuple(sorted(set(result.clear) - spoke))


def _law_of(agency: Agency, corridor: Corridor, asked: Sequence[RegistryLookup]) -> Corridor:
    """The corridor whose law is cited: as given, else where the agency works, else the one place of the lists asked."""
    if corridor.origin or corridor.destination:
        return corridor
    places = {lookup.registry.jurisdiction for lookup in asked if lookup.registry.kind.licenses}
    place = agency.country or (places.pop() if len(places) == 1 else None)
    return replace(corridor, origin=place, destination=place)


def _on_day(
    agency: Agency, corridor: Corridor, bench: Workbench, day: date, label: str
) -> tuple[tuple[RegistryLookup, ...], CheckResult]:
    lookups = ask_registries(agency, bench, corridor, day)
    limited = bool(bench.named)
    two_ends = agency.country is None and bool(corridor.origin or corridor.destination)
    return lookups, check_agency(
        agency, lookups, day, act=label, country=agency.country, limited=limited, two_ends=two_ends
    )


def ask_registries(
    agency: Agency, bench: Workbench, corridor: Corridor | None = None, day: date | None = None
) -> tuple[RegistryLookup, ...]:
    """What every registry that bears on the agency answers for a day (default: the day judged)."""
    corridor = corridor or settle_corridor(bench.options)[0]
    imported = {registry.id for registry in bench.store.registries()} if bench.store else set()
    chosen = select_registries(bench.registries, imported, named=bench.named, country=agency.country, corridor=corridor)
    return tuple(look_up(asked, agency, corridor, bench, day or bench.as_of) for asked in chosen)


def _uses(lookups: Sequence[RegistryLookup]) -> tuple[RegistryUse, ...]:
    uses = {
        (lookup.registry.id, lookup.snapshot.id if lookup.snapshot else ""): registry_use(lookup)
        for lookup in reversed(lookups)  # the day judged comes first and wins over the days of acts
    }
    return tuple(uses[key] for key in sorted(uses))


def registry_use(lookup: RegistryLookup) -> RegistryUse:
    """A registry as the report names it."""
    registry, snapshot = lookup.registry, lookup.snapshot
    return RegistryUse(
        registry=registry.id,
        snapshot=snapshot.id if snapshot else None,
        sha256=snapshot.sha256 if snapshot else None,
        published_on=snapshot.published_on if snapshot else None,
        retrieved_on=snapshot.retrieved_on if snapshot else None,
        rows=snapshot.rows if snapshot else 0,
        complete=snapshot.complete if snapshot else False,
        stale=lookup.stale,
        threshold=lookup.threshold,
        title=registry.title,
        authority=registry.authority,
        jurisdiction=registry.jurisdiction,
        kind=registry.kind.value,
        age_days=(lookup.as_of - snapshot.effective_on).days if snapshot else None,
        shelf_life_days=registry.shelf_life_days,
        fictional=registry.fictional,
        correction=registry.correction,
        url=registry.url,
    )
