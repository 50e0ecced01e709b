"""Asks each registry about an agency on a day: the store's view, scored by matching, as a RegistryLookup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from recruitcheck.audit.selection import Asked, covers_sector
from recruitcheck.audit.workbench import Workbench
from recruitcheck.model import (
    AbsenceMeans,
    Agency,
    Corridor,
    Coverage,
    Gap,
    Match,
    Registry,
    RegistryEntry,
    RegistryLookup,
    Snapshot,
)

if TYPE_CHECKING:
    from recruitcheck.matching import NameQuery
    from recruitcheck.store import View

SHOWN = 20  # entries that are scored in full and completed with decision and row
GONE = 50  # entries among which those that are no longer listed are looked for
MAX_MATCHES = 10
NEAREST = 5


def look_up(asked: Asked, agency: Agency, corridor: Corridor, bench: Workbench, day: date) -> RegistryLookup:
    """What one registry answers about one agency on one day."""
    from recruitcheck.matching import REVIEW_THRESHOLD

    registry = asked.registry
    view = _view(registry, bench, day)
    if view is None:
        return _no_copy(asked, bench, day, REVIEW_THRESHOLD)
    query = _query(agency)
    holders = _number_holders(agency, view)
    scored = _scored(query, agency, view, registry, bench, holders)
    stale = (day - view.snapshot.effective_on).days > registry.shelf_life_days
    return RegistryLookup(
        registry=registry,
        as_of=day,
        snapshot=view.snapshot,
        gap=_gap(registry, agency, corridor, view, stale),
        stale=stale,
        threshold=REVIEW_THRESHOLD,
        matches=tuple(match for match in scored if match.score >= REVIEW_THRESHOLD)[:MAX_MATCHES],
        by_number=tuple(match for match in scored if match.entry.key in holders),
        gone=tuple(
            (match, copy) for match, copy in _gone(query, agency, view, bench) if match.score >= REVIEW_THRESHOLD
        ),
        nearest=_nearest(scored, REVIEW_THRESHOLD),
        has_numbers=view.holds_identifiers("licence_number"),
        required=asked.required,
    )


def _nearest(scored: tuple[Match, ...], threshold: float) -> tuple[Match, ...]:
    """The best below the threshold; those that share an identifier first, whatever their name."""
    below = [match for match in scored if match.score < threshold]
    return tuple(sorted(below, key=lambda match: not match.identified)[:NEAREST])


def _view(registry: Registry, bench: Workbench, day: date) -> View | None:
    if bench.store is None:
        return None
    # A list that gives each row its period tells of earlier days too, so its latest known copy answers for them;
    # the status of a licence is that of the copy's day and tells nothing of a day before.
    by_period = registry.coverage is not Coverage.CURRENT and not registry.kind.licenses
    effective_by = date.max if by_period else day
    return bench.store.view(registry.id, as_of=effective_by, known_on=bench.dates.known_on)


def _no_copy(asked: Asked, bench: Workbench, day: date, threshold: float) -> RegistryLookup:
    copies = bench.store.snapshots(asked.registry.id, known_on=bench.dates.known_on) if bench.store else ()
    usable = [copy.effective_on for copy in copies if copy.refused_reason is None]
    later = [] if usable else _imported_later(asked.registry, bench)
    return RegistryLookup(
        registry=asked.registry,
        as_of=day,
        snapshot=None,
        gap=Gap.NO_COPY_THEN if usable else Gap.NOT_KNOWN_THEN if later else Gap.NO_COPY,
        stale=False,
        threshold=threshold,
        earliest_copy=min(usable, default=None),
        first_known=min(later, default=None),
        required=asked.required,
    )


def _imported_later(registry: Registry, bench: Workbench) -> list[date]:
    """The days on which copies were imported that were not known yet."""
    copies = bench.store.snapshots(registry.id) if bench.store else ()
    return [copy.imported_at.date() for copy in copies if copy.refused_reason is None]


def _gap(registry: Registry, agency: Agency, corridor: Corridor, view: View, stale: bool) -> Gap | None:
    """Why the list cannot fully answer. A list of one province or one sector says nothing of an agency beside it."""
    if stale:
        return Gap.STALE
    if not view.supports_absence and registry.absence_means is AbsenceMeans.NOT_LICENSED:
        return Gap.PARTIAL
    if not covers_sector(registry, corridor.sector):
        return Gap.OUT_OF_SCOPE
    if "-" in registry.jurisdiction and agency.country is not None and agency.country != registry.jurisdiction:
        return Gap.OUT_OF_SCOPE
    destinations = registry.scope.destinations
    if destinations and corridor.destination is not None and corridor.destination not in destinations:
        return Gap.OUT_OF_SCOPE
    return None


def _query(agency: Agency) -> NameQuery:
    from recruitcheck.matching import NameQuery

    return NameQuery(
        name=agency.name,
        country=agency.country,
        licence_number=agency.licence_number,
        phone=agency.phone,
        email=agency.email,
        website=agency.website,
        address=agency.address,
    )


def _scored(
    query: NameQuery, agency: Agency, view: View, registry: Registry, bench: Workbench, holders: frozenset[str]
) -> tuple[Match, ...]:
    from recruitcheck.matching import rank

    # A list of periods holds several versions of an entry, each with exclusions of its own: none may hide another.
    found = dict.fromkeys((*bench.finder.listed(view, agency.name, SHOWN), *_by_identifiers(agency, view, registry)))
    place = {entry: number for number, entry in enumerate(found)}  # of those that score alike the likest first
    ranked = sorted(
        rank(query, found, floor=0.0, top=len(found) or 1), key=lambda match: (-match.score, place[match.entry])
    )
    shown = [
        match for number, match in enumerate(ranked) if number < SHOWN or match.entry.key in holders or match.identified
    ]
    return tuple(_finished(match, view, bench) for match in shown)


def _by_identifiers(agency: Agency, view: View, registry: Registry) -> Iterable[RegistryEntry]:
    for kind, values in identifier_values(agency, registry.jurisdiction[:2]).items():
        for value in values:
            yield from view.by_identifier(kind, value)


def identifier_values(agency: Agency, country: str) -> dict[str, tuple[str, ...]]:
    """The comparable identifiers of an agency by kind; a free mail domain identifies nobody."""
    from recruitcheck.names import is_free_mail, mail_domain, normal_email, normal_number, normal_phones, web_host

    values: dict[str, tuple[str, ...]] = {}
    if agency.licence_number and (number := normal_number(agency.licence_number)):
        values["licence_number"] = (number,)
        values["other_id"] = (number,)
    if agency.phone:
        values["phone"] = normal_phones(agency.phone, agency.country or country)
    if agency.email:
        values["email"] = (normal_email(agency.email),)
        domain = mail_domain(agency.email)
        if domain and not is_free_mail(domain):
            values["mail_domain"] = (domain,)
    if agency.website and (host := web_host(agency.website)):
        values["website"] = (host,)
    return values


def _finished(match: Match, view: View, bench: Workbench) -> Match:
    from recruitcheck.names import fold

    assert bench.store is not None
    decided = bench.store.decisions_for(fold(match.query), match.entry.entry_id, known_on=bench.dates.known_on)
    return replace(
        match,
        decision=decided[-1] if decided else None,
        source_row=view.row_of(match.entry),
        copy=view.snapshot_of(match.entry),
    )


def _number_holders(agency: Agency, view: View) -> frozenset[str]:
    from recruitcheck.names import normal_number

    if not agency.licence_number or not (number := normal_number(agency.licence_number)):
        return frozenset()
    return frozenset(entry.key for entry in view.by_identifier("licence_number", number))


def _gone(query: NameQuery, agency: Agency, view: View, bench: Workbench) -> tuple[tuple[Match, Snapshot], ...]:
    from recruitcheck.matching import score

    pairs = [(score(query, entry), copy) for entry, copy in bench.finder.gone(view, agency.name, GONE)]
    return tuple(sorted(pairs, key=lambda pair: (-pair[0].score, pair[0].entry.key)))
