"""Score one entry, rank many."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from recruitcheck.matching.bands import MATCH_THRESHOLD
from recruitcheck.matching.comparison import Comparison, compare
from recruitcheck.matching.explanation import explain, ignored_tokens
from recruitcheck.matching.qualifiers import qualify
from recruitcheck.matching.query import NameQuery
from recruitcheck.matching.weights import SHIPPED, TokenWeights
from recruitcheck.model import Match, Name, NameKind, RegistryEntry
from recruitcheck.names import split_names

_BELOW_MATCH = MATCH_THRESHOLD - 1.0


def score(query: NameQuery, entry: RegistryEntry, weights: TokenWeights | None = None) -> Match:
    """How well the query's name fits the best of the entry's names, 0 to 100, and why.

    Identifiers are compared and reported (``agrees``, ``contradicts``) and never change the score: a
    right number does not make a wrong name right. Abbreviations alone never reach the match band.
    """
    return _match(query, entry, *_best(_asked(query), entry, weights or SHIPPED))


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
    scored = ((entry, *_best(asked, entry, weights or SHIPPED)) for entry in entries)
    good = (item for item in scored if item[3] >= floor)
    best = heapq.nsmallest(top, good, key=lambda item: (-item[3], item[0].entry_id))
    return tuple(_match(query, *item) for item in best)


def _asked(query: NameQuery) -> tuple[Name, ...]:
    return split_names(query.name) or (Name(query.name),)


def _best(asked: tuple[Name, ...], entry: RegistryEntry, weights: TokenWeights) -> tuple[Name, Comparison, float]:
    """The entry's name that fits best; the earlier one where two fit equally well."""
    best: tuple[Name, Comparison, float] | None = None
    for name in entry.names:
        for mine in asked:
            comparison = compare(mine.text, name.text, weights)
            points = comparison.score
            if NameKind.ABBREVIATION in (name.kind, mine.kind):
                points = min(points, _BELOW_MATCH)
            if best is None or points > best[2]:
                best = name, comparison, points
    return best or (Name(""), compare("", "", weights), 0.0)


def _match(query: NameQuery, entry: RegistryEntry, matched: Name, comparison: Comparison, points: float) -> Match:
    agrees, contradicts = qualify(query, entry)
    return Match(
        entry=entry,
        score=points,
        query=query.name,
        matched=matched,
        ignored=ignored_tokens(comparison),
        agrees=agrees,
        contradicts=contradicts,
        why=explain(comparison, matched, agrees, contradicts),
    )
