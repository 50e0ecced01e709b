"""Ranks the entries of an index for a name: the closest names are compared in full, the best speaks for its entry."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from recruitcheck.matching.bands import BELOW_MATCH, MATCH_THRESHOLD, REVIEW_THRESHOLD, verdict_of
from recruitcheck.matching.comparison import Comparison, compare_sides
from recruitcheck.matching.explanation import explain, ignored_tokens
from recruitcheck.matching.indexed_name import IndexedEntry, country_number, day_number
from recruitcheck.matching.retrieval import Retrieval
from recruitcheck.matching.side import Side
from recruitcheck.model import Name, NameKind
from recruitcheck.names import NameParts, parse_name, parse_readings, split_names

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex

TOO_FAR = "Too little agrees to ask a person; --explain shows what was compared."
CANDIDATES = 40
COMPARED = 10  # names compared in full, at least
MOST_COMPARED = 24
FEW, NO_RIVAL = 3, 35  # once a few are compared, a name so far behind the best one is no rival to it
ELSEWHERE = 3  # points by which an entry of another country ranks lower
FAR_OFF = 60  # where the best one scores less, words that share pieces are looked at too
CLEAR = 22  # the same where the best one is a match


class Hit(NamedTuple):
    """One entry with the name that fits best and its score, 0 to 100."""

    entry: IndexedEntry
    matched: Name
    asked: Name
    score: float
    comparison: Comparison

    @property
    def why(self) -> tuple[str, ...]:
        """The parts of the score in words."""
        return explain(self.comparison, self.asked, self.matched, (), ())

    @property
    def parts(self) -> dict[str, object]:
        """The parts of the score as values: words paired, words that stand alone, what was set aside, doubts."""
        alignment, comparison = self.comparison.alignment, self.comparison
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


class _Found(NamedTuple):
    """A listed name that was compared."""

    points: float
    closeness: float
    number: int
    asked: Name
    comparison: Comparison


class NameSearch:
    """Asks one index many times. ``as_of`` (YYYY-MM-DD): only names listed on that day."""

    def __init__(self, index: NameIndex, *, as_of: str | None = None) -> None:
        self._index = index
        self._day = day_number(as_of) if as_of else None
        self._retrieval = Retrieval(index)

    def prepare(self) -> None:
        """Read what many queries need at once; not worth it for one."""
        self._index.load_words()

    def best(self, query: str, top: int, *, country: str = "") -> tuple[Hit, ...]:
        """The ``top`` entries, best first. Scores above 0 only.

        An entry of another country than the ``country`` asked about (ISO 3166-1 alpha-2) stands where one of its own
        with a slightly lower score would; the score itself is that of the names. Ties: the closest first, then the
        first in the index.
        """
        held: dict[int, _Found] = {}
        names = split_names(query)[:4] or (Name(query),)
        compared: dict[tuple[str, int], Comparison] = {}
        for name in names:
            self._keep(self._compared(name, parse_name(name.text), top, compared), held)
            for parts in parse_readings(name.text)[1:]:
                self._keep(self._compared(name, parts, top, {}), held)
        if max([found.points for found in held.values()], default=0.0) < FAR_OFF:
            for asked in names:
                self._keep(self._compared(asked, parse_name(asked.text), top, compared, wide=True), held)
        here, of = country_number(country), self._index.country_of
        best = sorted(
            held.items(),
            key=lambda item: (
                (ELSEWHERE if here and of[item[0]] not in (0, here) else 0) - item[1].points,
                -item[1].closeness,
                item[0],
            ),
        )
        hits: dict[str, Hit] = {}
        for number, found in best:
            if len(hits) == top:
                break
            entry = self._index.entry(number)
            hits.setdefault(entry.entry_id, self._hit(entry, found))
        return tuple(hits.values())

    def _keep(self, every: Iterable[_Found], held: dict[int, _Found]) -> None:
        """Remember of each entry the name that fits best."""
        for found in every:
            number = self._index.entry_of[found.number]
            known = held.get(number)
            if known is None or (found.points, found.closeness) > (known.points, known.closeness):
                held[number] = found

    def _hit(self, entry: IndexedEntry, found: _Found) -> Hit:
        number, comparison = found.number, found.comparison
        ignored = self._index.ignored(number)
        if ignored:
            comparison = comparison._replace(listed=comparison.listed._replace(ignored=ignored))
        return Hit(entry, self._index.name(number), found.asked, found.points, comparison)

    def _compared(
        self, asked: Name, parts: NameParts, top: int, known: dict[tuple[str, int], Comparison], *, wide: bool = False
    ) -> Iterator[_Found]:
        """Names compared in full, the closest first; ``known``: comparisons that were made before, by name."""
        index, day = self._index, self._day
        ours = Side.of(asked.text, index.weights, parts)
        best: list[float] = []
        least = highest = 0.0
        for closeness, number in self._retrieval.found_for(asked.text, parts, max(CANDIDATES, 2 * top), wide=wide):
            # Closeness hardly ever falls short of the score: what is less close than the last one wanted stays out.
            done = len(best)
            if done >= FEW and closeness * 100 < highest - (NO_RIVAL if highest < MATCH_THRESHOLD else CLEAR):
                break
            if done >= max(COMPARED, top) and (done >= max(MOST_COMPARED, top) or closeness * 100 < least):
                break
            if day is not None and not index.listed_on(number, day):
                continue
            comparison = known.get((asked.text, number)) or compare_sides(ours, index.side(number))
            known[asked.text, number] = comparison
            points = comparison.score
            if asked.kind is NameKind.ABBREVIATION or index.is_abbreviation(number):
                points = min(points, BELOW_MATCH)
            insort(best, points)
            highest = best[-1]
            if len(best) >= top:
                least = best[-top]
            if points > 0:
                yield _Found(points, closeness, number, asked, comparison)
