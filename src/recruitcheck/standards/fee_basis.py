"""Like with like: which limit bases may be held against which fee item of the vocabulary."""

from __future__ import annotations

from recruitcheck.standards.fee_limit import Basis

_ALL: frozenset[Basis] = frozenset({"all_recruitment_costs", "any_fee", "total_migration_cost"})
_RECRUITMENT: frozenset[Basis] = _ALL | {"agency_fee", "placement_fee"}
_PAPERS: frozenset[Basis] = _ALL | {"document_costs"}
_LEVY: frozenset[Basis] = frozenset({"government_levy", "any_fee", "total_migration_cost"})
_TOTAL: frozenset[Basis] = frozenset({"total_migration_cost", "all_recruitment_costs", "any_fee"})
# A charge without a name may be anything: only a rule against every charge reaches it for certain.
_UNNAMED: frozenset[Basis] = frozenset({"any_fee"})

_BASES: dict[str, frozenset[Basis]] = {
    "recruitment_fee": _RECRUITMENT,
    "placement_fee": _RECRUITMENT,
    "service_fee": _RECRUITMENT,
    "agency_fee": _RECRUITMENT,
    "processing_fee": _RECRUITMENT,
    "registration_fee": _RECRUITMENT,
    "brokerage": _RECRUITMENT,
    "total": _TOTAL,
    "package": _TOTAL,
    "levy": _LEVY,
    "welfare_fund": _LEVY,
    "passport": _PAPERS,
    "visa": _PAPERS,
    "ticket": _PAPERS,
    "travel": _PAPERS,
    "medical": _PAPERS,
    "insurance": _ALL,
    "skills_test": _ALL,
    "training": _ALL,
    "equipment": _ALL,
    "administrative": _PAPERS,
    "related_cost": _ALL,
}


def comparable(basis: Basis, item: str | None) -> bool:
    """Whether a limit on ``basis`` speaks about a charge for ``item``."""
    return basis in (_UNNAMED if item is None else _BASES.get(item, _UNNAMED))


def is_part_of_total(item: str | None) -> bool:
    """Whether the item is one of several costs that a ceiling on the total counts together."""
    return item not in ("total", "package")
