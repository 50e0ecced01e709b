"""Ranks the entries of an index for a name: the closest names are compared in full, the best speaks for its entry."""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from recruitcheck.matching.bands import BELOW_MATCH, MATCH_THRESHOLD, REVIEW_THRESHOLD, verdict_of
from recruitcheck.matching.comparison import (
    EQUAL,
    Comparison,
    are_trading_names,
    compare_rows,
    compare_sides,
    less_for_other_firm,
    own_names_fit,
)
from recruitcheck.matching.explanation import explain, ignored_tokens
from recruitcheck.matching.index.indexed_name import IndexedEntry, country_number, day_number
from recruitcheck.matching.retrieval import ELSEWHERE, Retrieval
from recruitcheck.matching.side import Side
from recruitcheck.model import Name, NameKind
from recruitcheck.names import NameParts, parse_name, parse_readings, split_names

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex

TOO_FAR = "Too little agrees to ask a person; --explain shows what was compared."
MOST_NAMES = 4  # of one query
CANDIDATES = 40
COMPARED = 10  # names compared in full, at least
MOST_COMPARED = 24
FEW, NO_RIVAL = 3, 35  # once a few are compared, a name so far behind the best one is no rival to it
OF_ANOTHER_COUNTRY = f"The country differs, which takes {ELSEWHERE} points off."
ROWS = 12  # of the best entries that are compared with a query of several names as a whole
_NEVER = 1000.0
_ASKED = 16  # names whose sides are remembered while they are explained
FAR_OFF = 60  # where the best one scores less, words that share pieces are looked at too
CLEAR = 22  # the same where the best one is a match


class Hit(NamedTuple):
    """One entry with the name that fits best and its score, 0 to 100."""

    entry: IndexedEntry
    matched: Name
    asked: Name
    score: float
    compared: Callable[[], Comparison]  # a far name is compared in full only if somebody asks why

    @property
    def comparison(self) -> Comparison:
        """The score's parts."""
        return self.compared()

    @property
    def why(self) -> tuple[str, ...]:
        """The parts of the score in words."""
        return explain(self.comparison, self.asked, self.matched, (), ())

    @property
    def parts(self) -> dict[str, object]:
        """The parts of the score as values: words paired, words that stand alone, what was set aside, doubts."""
        comparison = self.comparison
        alignment = comparison.alignment
        pairs = [
            [
                " ".join(alignment.asked[place] for place in pair.asked),
                " ".join(alignment.listed[place] for place in pair.listed),
                round(pair.likeness, 2),
            ]
            for pair in alignment.pairs
        ]
        return {
            "pairs": pairs,
            "only_asked": [alignment.asked[place] for place in alignment.only_asked],
            "only_listed": [alignment.listed[place] for place in alignment.only_listed],
            "ignored": list(ignored_tokens(comparison)),
            "in_order": alignment.in_order,
            "legal_form": comparison.form,
            "number": comparison.number,
            "market_words_differ": comparison.market,
            "no_telling_word": comparison.bare,
            "short": comparison.short,
        }

    def answer(self, *, explained: bool) -> dict[str, object]:
        """One candidate of the contract of ``registry match``."""
        told: dict[str, object] = {
            "entry_id": self.entry.entry_id,
            "source_id": self.entry.source_id,
            "name": self.entry.name,
            "matched_name": self.matched.text,
            "score": self.score,
            "verdict": verdict_of(self.score),
            "why": list(self.why) if explained or self.score >= REVIEW_THRESHOLD else [TOO_FAR],
        }
        if self.entry.country:
            told["country"] = self.entry.country
        return told | {"parts": self.parts} if explained else told


class Found(NamedTuple):
    """A listed name that was compared. ``comparison``: None where only its score is known."""

    points: float
    closeness: float
    number: int
    asked: Name
    comparison: Comparison | None


Candidates = Sequence[tuple[float, int]]
"""Names worth comparing, the closest first: closeness, number."""

Scored = tuple[float, Comparison | None]
Score = Callable[[int], Scored]
"""Compares a listed name with the one asked about."""


def readable_names(query: str) -> tuple[Name, ...]:
    """The names that a query holds, of which so many are asked for."""
    return split_names(query)[:MOST_NAMES] or (Name(query),)


def most_found(top: int) -> int:
    """How many names are worth a look where so many entries are wanted."""
    return max(CANDIDATES, 2 * top)


class NameSearch:
    """Asks one index many times. ``as_of`` (YYYY-MM-DD): only names listed on that day."""

    def __init__(self, index: NameIndex, *, as_of: str | None = None) -> None:
        self.index = index
        self.day = day_number(as_of) if as_of else None
        self.retrieval = Retrieval(index)
        self._asked = lru_cache(maxsize=_ASKED)(lambda text: Side.of(text, index.weights))

    def prepare(self) -> None:
        """Read what many queries need at once; not worth it for one."""
        self.index.load_words()

    def best(self, query: str, top: int, *, country: str = "") -> tuple[Hit, ...]:
        """The ``top`` entries, best first. Scores above 0 only.

        An entry of another country than the ``country`` asked about (ISO 3166-1 alpha-2) loses ``ELSEWHERE`` points.
        Ties: the closest first, then the first in the index.
        """
        here = country_number(country)
        held: dict[int, Found] = {}
        names = readable_names(query)
        compared: dict[tuple[str, int], Comparison] = {}
        for name in names:
            self.keep(self._compared(name, parse_name(name.text), top, compared, here), held)
            for parts in parse_readings(name.text)[1:]:
                self.keep(self._compared(name, parts, top, {}, here), held)
        if is_far(held):
            for asked in names:
                self.keep(self._compared(asked, parse_name(asked.text), top, compared, here, wide=True), held)
        return self.hits(held, top, country, names)

    def hits(self, held: dict[int, Found], top: int, country: str, names: Sequence[Name]) -> tuple[Hit, ...]:
        """The ``top`` of the entries found for the names of a query, best first; see ``best``."""
        if len(names) > 1:
            held = {number: self._among_namesakes(number, found, names) for number, found in held.items()}
            held |= self._as_rows(held, names)
        if here := country_number(country):
            held = {number: self._of_country(number, found, here) for number, found in held.items()}
        best = sorted([(-found.points, -found.closeness, number) for number, found in held.items() if found.points > 0])
        hits: dict[str, Hit] = {}
        for _, _, number in best:
            if len(hits) == top:
                break
            entry = self.index.entry(number)
            if entry.entry_id not in hits:
                hits[entry.entry_id] = self._hit(entry, held[number])
        return tuple(hits.values())

    def keep(self, every: Iterable[Found], held: dict[int, Found]) -> None:
        """Remember of each entry the name that fits best."""
        for found in every:
            number = self.index.entry_of[found.number]
            known = held.get(number)
            if known is None or (found.points, found.closeness) > (known.points, known.closeness):
                held[number] = found

    def _of_country(self, entry: int, found: Found, here: int) -> Found:
        """What was found, less where the entry is of another country."""
        if self.index.country_of[entry] in (0, here):
            return found
        points, closeness, number, asked, comparison = found
        return Found(round(max(0.0, points - ELSEWHERE), 1), closeness, number, asked, comparison)

    def _hit(self, entry: IndexedEntry, found: Found) -> Hit:
        return Hit(entry, self.index.name(found.number), found.asked, found.points, partial(self._explained, found))

    def _among_namesakes(self, entry: int, found: Found, names: Sequence[Name]) -> Found:
        """What was found by trading names only, less where the firms' own names are those of two firms."""
        index = self.index
        if found.points < REVIEW_THRESHOLD or not are_trading_names(found.asked.kind, index.name(found.number).kind):
            return found
        listed = list(dict.fromkeys([index.name(number).text for number in index.names_of(entry)]))
        own = own_names_fit([name.text for name in names], listed, index.weights)
        points = less_for_other_firm(found.points, own)
        if points == found.points:
            return found
        return found._replace(points=points, comparison=self._explained(found)._replace(apart=True))

    def _as_rows(self, held: dict[int, Found], names: Sequence[Name]) -> dict[int, Found]:
        """Of the best entries those that fit a query of several names as a whole; they lead those that score alike."""
        index = self.index
        asked = [name.text for name in names]
        rows = {}
        for entry in heapq.nsmallest(ROWS, held, key=lambda number: (-held[number].points, number)):
            spelt = [number for number in index.names_of(entry) if not index.is_abbreviation(number)]
            listed = list(dict.fromkeys([index.text(number) for number in spelt]))
            row = compare_rows(asked, listed, index.weights)
            if row is None or row.score < REVIEW_THRESHOLD:
                continue
            found = held[entry]
            rows[entry] = found._replace(closeness=1 + row.score / EQUAL)
            if row.score > found.points:
                rows[entry] = rows[entry]._replace(points=row.score, comparison=row)
        return rows

    def _explained(self, found: Found) -> Comparison:
        index, number = self.index, found.number
        comparison = found.comparison or compare_sides(self._asked(found.asked.text), index.side(number))
        ignored = index.ignored(number)
        return comparison._replace(listed=comparison.listed._replace(ignored=ignored)) if ignored else comparison

    def _compared(
        self,
        asked: Name,
        parts: NameParts,
        top: int,
        known: dict[tuple[str, int], Comparison],
        here: int,
        *,
        wide: bool = False,
    ) -> list[Found]:
        """Names compared in full, the closest first; ``known``: comparisons that were made before, by name."""
        index = self.index
        ours = Side.of(asked.text, index.weights, parts)

        def score(number: int) -> Scored:
            comparison = known.get((asked.text, number)) or compare_sides(ours, index.side(number))
            known[asked.text, number] = comparison
            return comparison.score, comparison

        found = self.retrieval.found_for(asked.text, parts, most_found(top), country=here, wide=wide)
        return Look(index, asked, top).at(self.nearest_first(self.listed(found), here), score)

    def nearest_first(self, candidates: Candidates, here: int) -> Candidates:
        """The same with those of another country further off; ``here``: ``country_number``, 0 for none."""
        if not here:
            return candidates
        entry_of, of = self.index.entry_of, self.index.country_of
        further = ELSEWHERE / 100
        moved = [
            (closeness if of[entry_of[number]] in (0, here) else closeness - further, number)
            for closeness, number in candidates
        ]
        return sorted(moved, key=lambda one: -one[0])

    def listed(self, candidates: Candidates) -> Candidates:
        """Those that were listed on the day asked about."""
        day = self.day
        if day is None:
            return candidates
        return [(closeness, number) for closeness, number in candidates if self.index.listed_on(number, day)]


class Look:
    """Candidates of one name, looked at until no rival is left among them."""

    def __init__(self, index: NameIndex, asked: Name, top: int) -> None:
        self.is_open = True
        self._asked, self._top, self._index = asked, top, index
        self._short = asked.kind is NameKind.ABBREVIATION
        self._best: list[float] = []
        self._bar = 0.0

    def at(self, candidates: Candidates, score: Score) -> list[Found]:
        """Those that fit at all, with their score. The next call goes on where this one ended."""
        best, asked, is_abbreviation = self._best, self._asked, self._index.is_abbreviation
        found = []
        bar, done = self._bar, len(best)
        for closeness, number in candidates:
            if closeness * 100 < bar:
                self.is_open = False
                break
            points, comparison = score(number)
            if points > BELOW_MATCH and (self._short or is_abbreviation(number)):
                points = BELOW_MATCH
            insort(best, points)
            done += 1
            if done >= FEW:
                bar = self._bar_of(done)
            if points > 0:
                found.append(Found(points, closeness, number, asked, comparison))
        self._bar = bar
        return found

    def rivals(self, candidates: Candidates) -> Candidates:
        """The first of some candidates, without those that are no rivals already."""
        bar = self._bar
        if not candidates or candidates[-1][0] * 100 >= bar:
            return candidates
        good = [one for one in candidates if one[0] * 100 >= bar]
        return candidates[: len(good) + 1]  # where it ends is for ``at`` to see

    def _bar_of(self, done: int) -> float:
        """How close, in points, the next candidate must be.

        Closeness hardly ever falls short of the score: what is less close than the last one wanted stays out.
        """
        best, top = self._best, self._top
        highest = best[-1]
        bar = highest - (NO_RIVAL if highest < MATCH_THRESHOLD else CLEAR)
        if done >= COMPARED and done >= top:
            return _NEVER if done >= most_compared(top) else max(bar, best[-top])
        return bar


def most_compared(top: int) -> int:
    """How many names are compared in full, at most."""
    return max(MOST_COMPARED, top)


def is_far(held: dict[int, Found]) -> bool:
    """Whether so little was found that words which share pieces are looked at too."""
    return max([found.points for found in held.values()], default=0.0) < FAR_OFF
