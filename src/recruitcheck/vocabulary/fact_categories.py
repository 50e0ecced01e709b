"""Subject words of provisions, and the families or practices that each reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FactCategory:
    """``covers`` are families or practices; empty with a ``reason`` where the word reaches none."""

    word: str
    covers: tuple[str, ...]
    reason: str | None = None


@cache
def fact_categories() -> Mapping[str, FactCategory]:
    """Every subject word with what it reaches."""
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import FactCategoryShape

    loaded = load_models(FactCategoryShape, [package_data("vocabulary/fact_categories.yml")], many=True)
    return MappingProxyType({shape.word: FactCategory(**dict(shape)) for _, shape in loaded})


def lint_fact_categories(words: Iterable[str]) -> tuple[str, ...]:
    """The words that neither this table nor the practices and families know, sorted."""
    from recruitcheck.vocabulary.practices import families, practices

    return tuple(sorted(set(words) - fact_categories().keys() - practices().keys() - families().keys()))
