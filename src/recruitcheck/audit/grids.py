"""The grids of a report: which findings point to which indicator. Screening aids, never findings of law."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from recruitcheck.model import Finding, Indicator, Outcome
from recruitcheck.vocabulary import covers

if TYPE_CHECKING:
    from recruitcheck.standards import Catalogue
    from recruitcheck.standards.indicator_grid import Sign

State = Literal["sign", "no_sign", "not_assessable"]


def grids(catalogue: Catalogue, findings: Iterable[Finding]) -> tuple[Indicator, ...]:
    """The ILO's eleven indicators, Palermo's elements and the operational indicators, in this order.

    Only what was flagged or needs a person points to a line. What papers cannot show is "not assessable" whatever they
    say. Of the 67 operational indicators only those with a sign are told; no result of that grid is computed, because
    two of its grades are disputed and its rule of combination was not read in full.
    """
    stated = [item for item in findings if item.outcome in (Outcome.FLAGGED, Outcome.REVIEW)]
    found: list[Indicator] = []
    for item in catalogue.indicators():
        state, ids = _read(item.assessable, item.signs, stated)
        found.append(Indicator(item.id, item.title, state, ids))
    for line in catalogue.elements:
        state, ids = _read(line.assessable, line.signs, stated)
        found.append(Indicator(line.id, line.title, state, ids, "palermo", line.group))
    for line in catalogue.operational_grid:
        state, ids = _read(line.assessable, line.signs, stated)
        if state == "sign":
            found.append(Indicator(line.id, line.title, state, ids, "operational", line.group, line.grade))
    return tuple(found)


def _read(assessable: bool, signs: Sequence[Sign], stated: Sequence[Finding]) -> tuple[State, tuple[str, ...]]:
    ids = tuple(item.id for item in stated if any(covers(sign.practice, item.practice) for sign in signs))
    if not assessable:
        return "not_assessable", ids
    return ("sign" if ids else "no_sign"), ids
