"""Contract terms: one vocabulary for what laws ask a contract to state and what a document states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from recruitcheck.vocabulary.spelling import word_key

TermKind = Literal["clause", "paper"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ``words`` are its other names in laws and model contracts."""

    id: str
    title: str
    essential: bool
    kind: TermKind
    words: tuple[str, ...]


@cache
def terms() -> Mapping[str, Term]:
    """Every term by id, in the order of printing."""
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import TermShape

    loaded = load_models(TermShape, [package_data("vocabulary/terms.yml")], many=True)
    return MappingProxyType({shape.id: Term(**dict(shape)) for _, shape in loaded})


def terms_named(word: str) -> tuple[str, ...]:
    """The ids that a word of a law names, in the order of printing ("travel_cost_both_ways" names two); else ()."""
    return _named().get(word_key(word), ())


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for term in terms().values():
        for word in (term.id, term.title, *term.words):
            ids = index.setdefault(word_key(word), [])
            if term.id not in ids:
                ids.append(term.id)
    return {word: tuple(ids) for word, ids in index.items()}
