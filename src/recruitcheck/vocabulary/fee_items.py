"""Fee items: what money is asked for around a job, after the ILO definition of recruitment fees and related costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from recruitcheck.vocabulary.spelling import word_key

FeePart = Literal["recruitment_fee", "related_cost", "illegitimate"]
CostGroup = Literal[
    "medical", "insurance", "skills_tests", "training", "equipment", "travel_lodging", "administrative"
]  # the definition's order
Verified = Literal["text_read", "secondary_source", "unverified_from_memory"]


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One item: its part of the definition, the group of a related cost, the practice it belongs to.

    ``how`` tells how that part of the definition was verified; an item verified from memory only must not be
    printed as the definition's own wording.
    """

    id: str
    title: str
    part: FeePart
    practice: str
    synonyms: tuple[str, ...]
    how: Verified
    group: CostGroup | None = None
    at: str | None = None
    note: str | None = None


@cache
def fee_items() -> Mapping[str, FeeItem]:
    """Every fee item by id."""
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import FeeItemShape

    loaded = load_models(FeeItemShape, [package_data("vocabulary/fee_items.yml")], many=True)
    return MappingProxyType({shape.id: FeeItem(**dict(shape)) for _, shape in loaded})


def resolve_fee_item(text: str) -> str | None:
    """The id of the item that a word names ("air_ticket" is travel); None where unknown."""
    return _named().get(word_key(text))


@cache
def _named() -> Mapping[str, str]:
    return {word_key(word): item.id for item in fee_items().values() for word in (item.id, item.title, *item.synonyms)}
