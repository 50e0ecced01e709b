"""Like with like: which limit bases may be held against which fee item of the vocabulary."""

from __future__ import annotations

from recruitcheck.standards.fee_limit import Basis

_COSTS: frozenset[Basis] = frozenset({"all_recruitment_costs", "any_fee", "total_migration_cost"})
_RECRUITMENT: frozenset[Basis] = _COSTS | {"agency_fee", "placement_fee"}
_PAPERS: frozenset[Basis] = _COSTS | {"document_costs"}
_LEVY: frozenset[Basis] = frozenset({"government_levy", "total_migration_cost"})
# Money without a name, and deposits and bribes, may be anything: only a rule against every charge reaches them.
_UNNAMED: frozenset[Basis] = frozenset({"any_fee", "total_migration_cost"})
_ILLEGITIMATE: frozenset[Basis] = frozenset({"any_fee"})
_PAPER_ITEMS = frozenset({"visa", "passport", "clearance", "administrative", "travel", "medical"})

# Costs that laws on "recruitment cost" often leave out: a row judges them only where it names them.
_OFTEN_LEFT_OUT = frozenset({"passport", "clearance", "insurance", "uniform", "lodging"})


def comparable(basis: Basis, item: str | None) -> bool:
    """Whether a limit on ``basis`` speaks about a charge for ``item``."""
    return basis in _bases(item)


def _bases(item: str | None) -> frozenset[Basis]:
    from recruitcheck.vocabulary import fee_items

    known = fee_items().get(item) if item else None
    if known is None:
        return _UNNAMED
    if known.id == "levy":
        return _LEVY
    if known.part == "recruitment_fee":
        return _RECRUITMENT
    if known.part == "illegitimate":
        return _ILLEGITIMATE
    return _PAPERS if known.id in _PAPER_ITEMS else _COSTS


def surely_counted(basis: Basis, item: str | None, included: tuple[str, ...]) -> bool:
    """Whether a rule on all recruitment cost surely counts the item among it."""
    return basis != "all_recruitment_costs" or item not in _OFTEN_LEFT_OUT or item in included
