"""Ranks the entries of an index for many names at once; what is not plain is asked one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from recruitcheck.matching.bulk.comparison import Asked, BulkComparison
from recruitcheck.matching.bulk.retrieval import MOST_QUERIES, BulkRetrieval
from recruitcheck.matching.bulk.stands import BulkStands
from recruitcheck.matching.bulk.words import BulkWords
from recruitcheck.matching.comparison import compare_sides
from recruitcheck.matching.index.indexed_name import country_number
from recruitcheck.matching.retrieval import MAX_WORDS, Plan
from recruitcheck.matching.search import (
    COMPARED,
    FEW,
    Candidates,
    Found,
    Hit,
    Look,
    NameSearch,
    Score,
    Scored,
    is_far,
    most_compared,
    most_found,
    readable_names,
)
from recruitcheck.matching.side import script_of
from recruitcheck.model import Name
from recruitcheck.names import parse_readings

BLOCK = 512


class _Unit(NamedTuple):
    """One name of a query. ``known``: scores of the names it was compared with."""

    query: int
    country: int
    name: Name
    asked: Asked
    known: dict[int, Scored]


class BulkSearch:
    """Answers as ``NameSearch`` does, a block of queries at a time."""

    def __init__(self, search: NameSearch) -> None:
        search.prepare()
        self._search = search
        self._index = search.index
        self._begin()

    def _begin(self) -> None:
        self._words = BulkWords(self._index)
        self._stands = BulkStands(self._index, self._words, self._search.retrieval.stands)
        self._comparison = BulkComparison(self._index, self._words)
        self._retrieval = BulkRetrieval(self._index)

    def best(self, queries: Sequence[tuple[str, str]], top: int) -> Iterator[tuple[Hit, ...]]:
        """``NameSearch.best`` of each query (name, country)."""
        for first in range(0, len(queries), BLOCK):
            yield from self._block(queries[first : first + BLOCK], top)

    def _block(self, queries: Sequence[tuple[str, str]], top: int) -> Iterator[tuple[Hit, ...]]:
        if self._words.is_full:
            self._begin()
        units: list[_Unit] = []
        singly = set()
        names = [readable_names(query) for query, _ in queries]
        for at, (_, country) in enumerate(queries):
            found = self._units(at, names[at], country_number(country))
            if found is None:
                singly.add(at)
            else:
                units += found
        held: list[dict[int, Found]] = [{} for _ in queries]
        self._look_in_parts(units, held, top, wide=False)
        self._look_in_parts([unit for unit in units if is_far(held[unit.query])], held, top, wide=True)
        for at, (query, country) in enumerate(queries):
            if at in singly:
                yield self._search.best(query, top, country=country)
            else:
                yield self._search.hits(held[at], top, country, names[at])

    def _units(self, at: int, names: Sequence[Name], country: int) -> list[_Unit] | None:
        """The names of a query; None where one of them is in another script, or may be read in several ways."""
        units = []
        for name in names:
            readings = parse_readings(name.text)
            if len(readings) > 1 or script_of(name.text):
                return None
            units.append(_Unit(at, country, name, self._comparison.asked(name.text, readings[0]), {}))
        return units

    def _look_in_parts(self, units: Sequence[_Unit], held: list[dict[int, Found]], top: int, *, wide: bool) -> None:
        for first in range(0, len(units), MOST_QUERIES):
            self._look(units[first : first + MOST_QUERIES], held, top, wide=wide)

    def _look(self, units: Sequence[_Unit], held: list[dict[int, Found]], top: int, *, wide: bool) -> None:
        """Keep what is found for some names."""
        words = [word for unit in units for word in unit.asked.parts.words[:MAX_WORDS]]
        (self._stands.fill_wide if wide else self._stands.fill)(words)
        plans: list[Plan] = []
        planned: list[_Unit] = []
        for unit in units:
            asked = unit.asked
            plan = self._search.retrieval.plan(asked.text, asked.parts, country=unit.country, wide=wide)
            if plan is not None:
                plans.append(plan)
                planned.append(unit)
        if not plans:
            return
        candidates = self._retrieval.found_for(plans, most_found(top), most_compared(top), self._search.day)
        looks = [Look(self._index, unit.name, top) for unit in planned]
        for start, end in pairwise((0, FEW, max(COMPARED, top), most_compared(top))):
            going = [
                (unit, look, look.rivals(some[start:end]))
                for unit, look, some in zip(planned, looks, candidates, strict=True)
                if look.is_open and len(some) > start
            ]
            self._compare([unit for unit, _, _ in going], [some for _, _, some in going])
            for unit, look, some in going:
                self._search.keep(look.at(some, self._scorer(unit)), held[unit.query])

    def _scorer(self, unit: _Unit) -> Score:
        index, side, known = self._index, unit.asked.side, unit.known

        def score(number: int) -> Scored:
            found = known.get(number)
            if found is None:
                comparison = compare_sides(side, index.side(number))
                found = known[number] = comparison.score, comparison
            return found

        return score

    def _compare(self, units: Sequence[_Unit], candidates: Sequence[Candidates]) -> None:
        """Score the candidates of each unit together, but for what must be compared singly."""
        of: list[int] = []
        names: list[int] = []
        for at, (unit, some) in enumerate(zip(units, candidates, strict=True)):
            new = [number for _, number in some if number not in unit.known]
            of += [at] * len(new)
            names += new
        if not of:
            return
        asked = [unit.asked for unit in units]
        paired = self._comparison.paired(asked, np.array(of, np.int64), np.array(names, np.int64))
        for at, number, points in zip(of, names, paired.scores(), strict=True):
            if points >= 0:
                units[at].known[number] = points, None
