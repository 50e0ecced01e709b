"""Score one entry, rank many."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from recruitcheck.matching.bands import BELOW_MATCH, REVIEW_THRESHOLD
from recruitcheck.matching.comparison import (
    Comparison,
    are_trading_names,
    compare,
    compare_rows,
    compare_sides,
    less_for_other_firm,
    own_names_fit,
)
from recruitcheck.matching.explanation import explain, ignored_tokens
from recruitcheck.matching.qualifiers import qualify
from recruitcheck.matching.query import NameQuery
from recruitcheck.matching.side import Side
from recruitcheck.matching.weights import SHIPPED, TokenWeights
from recruitcheck.model import Match, Name, NameKind, RegistryEntry
from recruitcheck.names import split_names


def score(query: NameQuery, entry: RegistryEntry, weights: TokenWeights | None = None) -> Match:
    """How well the query's name fits the best of the entry's names, 0 to 100, and why.

    Identifiers are compared and reported (``agrees``, ``contradicts``) and never change the score: a
    right number does not make a wrong name right. Abbreviations alone never reach the match band.
    """
    return _match(query, entry, _best(_asked(query), entry, weights or SHIPPED))


def rank(
    query: NameQuery,
    entries: Iterable[RegistryEntry],
    *,
    floor: float,
    top: int,
    weights: TokenWeights | None = None,
) -> tuple[Match, ...]:
    """The ``top`` entries that score at least ``floor``, best first; ties by entry id."""
    asked = _asked(query)
    scored = ((_best(asked, entry, weights or SHIPPED), entry) for entry in entries)
    good = (item for item in scored if item[0].points >= floor)
    best = heapq.nsmallest(top, good, key=lambda item: (-item[0].points, item[1].entry_id))
    return tuple(_match(query, entry, found) for found, entry in best)


def _asked(query: NameQuery) -> tuple[Name, ...]:
    return split_names(query.name) or (Name(query.name),)


@dataclass(frozen=True, slots=True)
class _Best:
    """The pair of names that fits best, and its score."""

    asked: Name
    matched: Name
    comparison: Comparison
    points: float


def _best(asked: tuple[Name, ...], entry: RegistryEntry, weights: TokenWeights) -> _Best:
    """The pair of names that fits best; the earlier one where two fit equally well."""
    best: _Best | None = None
    own: float | None = None  # how well the firms' own names fit
    sides = [(mine, side) for mine in asked for side in Side.each(mine.text, weights)]
    for name, listed in [(one, side) for one in entry.names for side in Side.each(one.text, weights)]:
        for mine, side in sides:
            comparison = compare_sides(side, listed)
            points = comparison.score
            if NameKind.ABBREVIATION in (name.kind, mine.kind):
                points = min(points, BELOW_MATCH)
            if are_trading_names(mine.kind, name.kind):
                if own is None:
                    own = own_names_fit([one.text for one in asked], [one.text for one in entry.names], weights)
                points = less_for_other_firm(points, own)
                comparison = comparison._replace(apart=points < comparison.score)
            if best is None or points > best.points:
                best = _Best(mine, name, comparison, points)
    spelt = [one.text for one in entry.names if one.kind is not NameKind.ABBREVIATION]
    row = compare_rows([one.text for one in asked], list(dict.fromkeys(spelt)), weights)
    if best and row and row.score > max(best.points, REVIEW_THRESHOLD):
        return _Best(best.asked, best.matched, row, row.score)
    return best or _Best(asked[0], Name(""), compare("", "", weights), 0.0)


def _match(query: NameQuery, entry: RegistryEntry, best: _Best) -> Match:
    agrees, contradicts = qualify(query, entry)
    return Match(
        entry=entry,
        score=best.points,
        query=query.name,
        matched=best.matched,
        ignored=ignored_tokens(best.comparison),
        agrees=agrees,
        contradicts=contradicts,
        why=explain(best.comparison, best.asked, best.matched, agrees, contradicts),
    )
