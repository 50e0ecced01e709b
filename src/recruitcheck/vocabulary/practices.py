"""Practices: the joint between red-flag rules, which detect them, and law, which bars them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from recruitcheck.model import Severity

FamilyKind = Literal["document", "extra", "agency"]
Weight = Literal["strong", "medium", "weak"]


@dataclass(frozen=True, slots=True)
class Family:
    """A category of findings.

    ``kind``: document (one of the nineteen of a text), extra (beside them), agency (about an agency or a
    corridor). ``order`` counts from 0 in the order of printing; ``title`` is what a reader sees.
    """

    id: str
    title: str
    kind: FamilyKind
    order: int


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice ``family.name``; ``severity`` is a default, ``weight`` what the sign alone tells."""

    id: str
    title: str
    definition: str
    is_not: str
    severity: Severity
    weight: Weight

    @property
    def family(self) -> str:
        """The id of its family."""
        return self.id.partition(".")[0]


@cache
def families() -> Mapping[str, Family]:
    """Every family by id, in the order of printing."""
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import FamilyShape

    loaded = load_models(FamilyShape, [package_data("vocabulary/families.yml")], many=True)
    return MappingProxyType(
        {shape.id: Family(shape.id, shape.title, shape.kind, order) for order, (_, shape) in enumerate(loaded)}
    )


@cache
def practices() -> Mapping[str, Practice]:
    """Every practice by id, in the order of the file."""
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import PracticeShape

    loaded = load_models(PracticeShape, [package_data("vocabulary/practices.yml")], many=True)
    return MappingProxyType({shape.id: Practice(**dict(shape)) for _, shape in loaded})


def covers(named: str, practice: str) -> bool:
    """Whether a provision that names ``named`` reaches ``practice``: itself, or everything below a family."""
    return practice == named or practice.startswith(f"{named}.")
