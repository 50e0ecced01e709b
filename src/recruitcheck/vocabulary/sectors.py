"""Sectors: kinds of work, with the words that many languages have for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from recruitcheck.vocabulary.spelling import bare_key, word_key


@dataclass(frozen=True, slots=True)
class Sector:
    """One kind of work; ``within`` are the wider sectors whose rules reach it too."""

    id: str
    title: str
    within: tuple[str, ...]
    synonyms: tuple[str, ...]


@cache
def sectors() -> Mapping[str, Sector]:
    """Every sector by id."""
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import SectorShape

    loaded = load_models(SectorShape, [package_data("vocabulary/sectors.yml")], many=True)
    return MappingProxyType({shape.id: Sector(**dict(shape)) for _, shape in loaded})


def resolve_sector(text: str) -> str | None:
    """The id of the sector that a word stands for; None where unknown. Never approximate."""
    return _exact().get(word_key(text)) or _bare().get(bare_key(text))


def sector_within(sector: str, wider: str) -> bool:
    """Whether a rule for ``wider`` reaches ``sector``: the same, or one that lies inside it."""
    known = sectors().get(sector)
    return sector == wider or (known is not None and any(sector_within(step, wider) for step in known.within))


@cache
def _exact() -> Mapping[str, str]:
    return {word_key(word): sector.id for sector in sectors().values() for word in _words(sector)}


@cache
def _bare() -> Mapping[str, str]:
    return {bare_key(word): sector.id for sector in sectors().values() for word in _words(sector)}


def _words(sector: Sector) -> tuple[str, ...]:
    return (sector.id, sector.title, *sector.synonyms)
