"""From many queries to the names worth comparing: ``retrieval`` for a block of queries at once.

A block's names are found as pairs of a query and a name in one array: the query's place above, the name's number below.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from recruitcheck.matching.bulk.arrays import F64, I64, U64, Bools, spread
from recruitcheck.matching.bulk.keys import BulkKeys
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index.key_table import hash_of
from recruitcheck.matching.retrieval import (
    ACROSS,
    COMMON,
    ELSEWHERE,
    ENOUGH,
    INITIALS,
    JOINS,
    MOST_EXTRA,
    MOST_NAMES_FILED,
    MOST_TOGETHER,
    SETTLED,
    TINY,
    WEIGHED,
    WORD,
    Ask,
    Plan,
    Way,
    chosen,
    gain_by_word,
    heaviest_first,
    settling,
)

MOST_QUERIES = 512  # in a block
_NAME = 28  # bits of a name's number: 268 million names
_PLACE = 24  # bits of a place in an array of finds
_NUMBER = (1 << _NAME) - 1
_MASKS = 24  # common words whose names are remembered


class Found(NamedTuple):
    """Names found for queries, with what goes with each."""

    keys: I64  # query << _NAME | name
    values: F64

    @property
    def queries(self) -> I64:
        return self.keys >> _NAME

    @property
    def names(self) -> I64:
        return self.keys & _NUMBER


class BulkRetrieval:
    """Asks one index."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._postings = np.asarray(index.section("postings"))
        self._postings_ends = np.asarray(index.section("postings_ends")).astype(np.int64)
        self._name_words = np.asarray(index.section("name_words"))
        self._ends = np.asarray(index.section("name_words_ends"))
        self._norms = np.asarray(index.section("norms"))
        self._entry_of = np.asarray(index.section("name_entry"))
        self._country_of = np.asarray(index.section("entry_country"))
        self._from, self._until = np.asarray(index.section("name_from")), np.asarray(index.section("name_until"))
        self._joins, self._initials = BulkKeys(index, "joins"), BulkKeys(index, "initials")
        self._holds = lru_cache(maxsize=_MASKS)(self._mask)

    def found_for(self, plans: Sequence[Plan], limit: int, most: int, day: int | None) -> list[list[tuple[float, int]]]:
        """What is worth comparing for each plan: (closeness, name number), closest first, no more than ``most``.

        ``Retrieval.found_for``, of which those count that were listed on the ``day`` (any where None); those of another
        country are further off, as ``NameSearch.nearest_first`` has it.
        """
        totals = np.array([plan.total for plan in plans])
        worth = _worth(plans)
        settled = self._settled(plans, worth, totals)
        points = self._gathered(plans, settled, totals)
        extra = self._gained(plans)
        more = np.minimum(extra.values, MOST_EXTRA * totals[extra.queries])
        points = _summed(np.concatenate((points.keys, extra.keys)), np.concatenate((points.values, more)))
        here = np.array([plan.country for plan in plans], np.int64)
        points, elsewhere = self._largest(points, here, totals)
        closeness = self._closeness(points.keys, worth, totals, extra)
        far = np.where(elsewhere, closeness - ELSEWHERE / 100, closeness)
        order = np.lexsort((-far, points.queries))  # names that tie stay in the order of the list
        order = order[_rank(points.queries) < limit]
        if day is not None:
            names = points.names[order]
            order = order[(self._from[names] <= day) & (day < self._until[names])]
        order = order[_rank(points.queries[order]) < most]
        ranked = list(zip(far[order].tolist(), points.names[order].tolist(), strict=True))
        ends = np.searchsorted(points.queries[order], np.arange(len(plans) + 1)).tolist()
        return [ranked[first:last] for first, last in pairwise(ends)]

    def _largest(self, found: Found, here: I64, totals: F64) -> tuple[Found, Bools]:
        """The names with the most points of each query, as ``Retrieval`` finds them; which are of another country."""
        best = np.zeros(len(here))
        np.maximum.at(best, found.queries, found.values)
        good = found.values >= (ACROSS * np.minimum(best, totals))[found.queries]
        keys = found.keys[good]
        of = keys >> _NAME
        values = np.minimum(found.values[good], totals[of])
        country = self._country_of[self._entry_of[keys & _NUMBER]]
        elsewhere = (here[of] != 0) & (country != 0) & (country != here[of])
        order = np.lexsort((elsewhere, -values, of))
        kept = np.ones(len(keys), np.bool_)
        kept[order[_rank(of) >= WEIGHED]] = False
        return Found(keys[kept], values[kept]), elsewhere[kept]

    def _closeness(self, keys: I64, worth: Found, totals: F64, extra: Found | None = None) -> F64:
        """How close names are to their queries, 0 to 1."""
        names, queries = keys & _NUMBER, keys >> _NAME
        start = self._ends[names].astype(np.int64)
        sizes = self._ends[names + 1] - start
        row = np.repeat(np.arange(len(names)), sizes)
        words = queries[row] << _NAME | self._name_words[spread(start, sizes)]
        at = np.minimum(np.searchsorted(worth.keys, words), max(len(worth.keys) - 1, 0))
        hit = worth.keys[at] == words if len(worth.keys) else np.zeros(len(words), np.bool_)
        gains, rows = worth.values[at[hit]], row[hit]
        if extra is not None and len(extra.keys):
            place = np.minimum(np.searchsorted(extra.keys, keys), len(extra.keys) - 1)
            gained = np.flatnonzero(extra.keys[place] == keys)
            rows, gains = np.concatenate((gained, rows)), np.concatenate((extra.values[place[gained]], gains))
        shared = np.bincount(rows, weights=gains, minlength=len(names))
        norms, total = self._norms[names].astype(np.float64), totals[queries]
        found: F64 = np.minimum(np.minimum(shared, total), norms) / np.sqrt(total * norms)
        return found

    def _settled(self, plans: Sequence[Plan], worth: Found, totals: F64) -> dict[int, tuple[Way, Found]]:
        """The queries that the names of their rarest word settle: that word, and what its names share."""
        first = {at: way for at, way in enumerate(map(settling, plans)) if way is not None}
        if not first:
            return {}
        numbers = np.array([number for _, _, number, _ in first.values()], np.int64)
        which, names = self._holding(numbers)
        keys = np.array(list(first), np.int64)[which] << _NAME | names
        closeness = self._closeness(keys, worth, totals)
        shared = closeness * np.sqrt(totals[keys >> _NAME] * self._norms[names].astype(np.float64))
        starts = np.searchsorted(which, np.arange(len(numbers)))
        best = np.maximum.reduceat(closeness, starts)
        ends = [*starts.tolist(), len(keys)]
        return {
            at: (first[at], Found(keys[ends[place] : ends[place + 1]], shared[ends[place] : ends[place + 1]]))
            for place, at in enumerate(first)
            if best[place] >= SETTLED
        }

    def _gathered(self, plans: Sequence[Plan], settled: dict[int, tuple[Way, Found]], totals: F64) -> Found:
        """Shared weight, from the rarest words on; common words find no names that rarer ones did not."""
        numbers: list[int] = []
        gains: list[float] = []
        queries: list[int] = []
        common: dict[int, list[Way]] = {}
        for at, plan in enumerate(plans):
            if at in settled:
                first = settled[at][0]
                ways = [way for way in plan.ways if way[0] <= TINY and way is not first]
            else:
                ways, left = chosen(plan)
                if left:
                    common[at] = left
            numbers += [number for _, _, number, _ in ways]
            gains += [gain for _, gain, _, _ in ways]
            queries += [at] * len(ways)
        which, names = self._holding(np.array(numbers, np.int64))
        shared = [one for _, one in settled.values()]
        keys = [*(one.keys for one in shared), np.array(queries, np.int64)[which] << _NAME | names]
        found = _summed(np.concatenate(keys), np.concatenate([*(one.values for one in shared), np.array(gains)[which]]))
        best = np.zeros(len(plans))
        np.maximum.at(best, found.queries, found.values)
        poor = [at for at in common if best[at] < ENOUGH * totals[at]]
        more = [self._among_common(at, heaviest_first(common[at])) for at in poor]
        if not more:
            return found
        return _summed(
            np.concatenate([found.keys, *(one.keys for one in more)]),
            np.concatenate([found.values, *(one.values for one in more)]),
        )

    def _holding(self, words: I64) -> tuple[I64, I64]:
        """Which of some words, and a name that holds it."""
        start = self._postings_ends[words]
        sizes = self._postings_ends[words + 1] - start
        return np.repeat(np.arange(len(words)), sizes), self._postings[spread(start, sizes)].astype(np.int64)

    def _among_common(self, query: int, common: list[Way]) -> Found:
        """Names that hold several common words: as many of the rarest as any name holds together."""
        _, gain, first, _ = common[0]
        held = self._postings[self._postings_ends[first] : self._postings_ends[first + 1]]
        if len(held) <= MOST_TOGETHER:
            for size, more, number, _ in common[1:]:
                if size > MOST_TOGETHER:
                    continue
                both = held[self._holds(number)[held]]
                if len(both):
                    held, gain = both, gain + more
        names = held[:COMMON].astype(np.int64)
        return Found(query << _NAME | names, np.full(len(names), gain))

    def _mask(self, word: int) -> Bools:
        """Whether each name of the index holds a word."""
        found = np.zeros(len(self._norms), np.bool_)
        found[self._postings[self._postings_ends[word] : self._postings_ends[word + 1]]] = True
        return found

    def _gained(self, plans: Sequence[Plan]) -> Found:
        """What names gain by neighbours and letters."""
        every = [ask for plan in plans for ask in plan.asks]
        of = np.repeat(np.arange(len(plans)), [len(plan.asks) for plan in plans])
        tables, asked, gained, norm, _ = zip(*every, strict=True) if every else [()] * 5
        gain = np.array(gained, np.float64)
        start, sizes = np.zeros(len(every), np.int64), np.zeros(len(every), np.int64)
        table = np.array([_TABLES[name] for name in tables], np.int64)
        for number, keys in ((1, self._joins), (2, self._initials)):
            places = np.flatnonzero(table == number)
            hashes = [hash_of(asked[place]) for place in places.tolist()]
            start[places], sizes[places] = keys.runs(hashes, MOST_NAMES_FILED)
        self._add_runs_of_words(plans, every, of, start, sizes, gain)
        which, places = np.repeat(np.arange(len(every)), sizes), spread(start, sizes)
        kind = table[which]
        names = np.zeros(len(places), np.int64)
        names[kind == 0] = self._postings[places[kind == 0]]
        names[kind == 1] = self._joins.numbers(places[kind == 1])
        names[kind == 2] = self._initials.numbers(places[kind == 2])
        gains = gain[which]
        by_norm = np.array(norm, np.bool_)[which]
        gains[by_norm] *= np.sqrt(self._norms[names[by_norm]].astype(np.float64))
        return _summed(of[which] << _NAME | names, gains)

    def _add_runs_of_words(
        self, plans: Sequence[Plan], every: Sequence[Ask], of: I64, start: I64, sizes: I64, gain: F64
    ) -> None:
        """Where the names of listed words begin, how many count, and what they gain: most such words are not listed."""
        word_number, queries = self._index.word_number, of.tolist()
        for place, (table, key, share, _, first_only) in enumerate(every):
            if table != WORD or (number := word_number(key)) is None:
                continue
            first, last = self._postings_ends[number : number + 2].tolist()
            more = gain_by_word(share, number, self._index, plans[queries[place]].worth)
            if more > 0 and (first_only or last - first <= COMMON):
                start[place], sizes[place], gain[place] = first, min(last - first, COMMON), more


def _rank(queries: I64) -> I64:
    """The place of each find within its query, whose finds lie together."""
    found: I64 = np.arange(len(queries)) - np.searchsorted(queries, queries)
    return found


_TABLES = {WORD: 0, JOINS: 1, INITIALS: 2}


def _worth(plans: Sequence[Plan]) -> Found:
    """What listed words are worth to each query, in the order of the keys."""
    keys = np.array([at << _NAME | number for at, plan in enumerate(plans) for number in plan.worth], np.int64)
    values = np.array([value for plan in plans for value in plan.worth.values()])
    order = np.argsort(keys)
    return Found(keys[order], values[order])


def _summed(keys: I64, values: F64) -> Found:
    """Each key once, in order, with the sum of its values, added up as they come."""
    # Sorting whole numbers is an order of magnitude quicker than finding their order: the place rides along.
    ordered: U64 = np.sort(keys.astype(np.uint64) << np.uint64(_PLACE) | np.arange(len(keys), dtype=np.uint64))
    values = values[(ordered & np.uint64((1 << _PLACE) - 1)).astype(np.int64)]
    keys = (ordered >> np.uint64(_PLACE)).astype(np.int64)
    new = np.ones(len(keys), np.bool_)
    new[1:] = keys[1:] != keys[:-1]
    sums: F64 = np.bincount(np.cumsum(new) - 1, weights=values).astype(np.float64)
    return Found(keys[new], sums)
