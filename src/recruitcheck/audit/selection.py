"""Which registries are asked about an agency, and which of them must answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from recruitcheck.errors import UsageError
from recruitcheck.model import Corridor, Registry
from recruitcheck.vocabulary import sector_within


def covers_sector(registry: Registry, sector: str | None) -> bool:
    """Whether a list covers the sector; a list of some sectors does not where nobody named one."""
    limited = registry.scope.sectors
    return not limited or (sector is not None and any(sector_within(sector, wider) for wider in limited))


def _must_answer(registry: Registry, country: str | None, corridor: Corridor, imported: bool) -> bool:
    """A list of the agency's own country must answer; one of a single province or of other sectors need not."""
    if country is None:
        return imported
    own_place = "-" not in registry.jurisdiction or registry.jurisdiction == country
    return imported or (own_place and covers_sector(registry, corridor.sector))


@dataclass(frozen=True, slots=True)
class Asked:
    """A registry to ask; ``required``: without its answer the assessment is incomplete."""

    registry: Registry
    required: bool


def select_registries(
    known: Iterable[Registry],
    imported: Collection[str],
    *,
    named: Collection[str],
    country: str | None,
    corridor: Corridor,
) -> tuple[Asked, ...]:
    """The registries to ask, ordered by id.

    Named by the user: exactly these, each required. Otherwise every list of exclusions that was imported; every
    licensing list of the agency's country (required, imported or not); of the corridor's countries where the agency's
    own is not known; and, where no country is known at all, whatever was imported. A list of exclusions of the agency's
    own country that was imported must answer too.
    """
    by_id = {registry.id: registry for registry in known}
    if named:
        unknown = sorted(set(named) - set(by_id))
        if unknown:
            raise UsageError(f"registry {unknown[0]}: not known.", todo="See the ids with: recruitcheck registry list.")
        return tuple(Asked(by_id[name], True) for name in sorted(set(named)))
    given = (country,) if country else (corridor.origin, corridor.destination)
    places = {place.split("-")[0] for place in given if place}
    chosen = []
    for registry in sorted(by_id.values(), key=lambda item: item.id):
        here = registry.jurisdiction.split("-")[0] in places
        if registry.kind.licenses and here:
            chosen.append(Asked(registry, _must_answer(registry, country, corridor, registry.id in imported)))
        elif (registry.id in imported and (not places or here or registry.kind.debars)) or (
            registry.kind.debars and here
        ):
            own = registry.kind.debars and country is not None and here and registry.id in imported
            chosen.append(Asked(registry, own))
    return tuple(chosen)
