"""Ranks the entries of an index for a name: the closest names are compared in full, the best speaks for its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from typing import TYPE_CHECKING

from recruitcheck.matching.bands import BELOW_MATCH, REVIEW_THRESHOLD, verdict_of
from recruitcheck.matching.comparison import Comparison, compare_parts
from recruitcheck.matching.explanation import explain, ignored_tokens
from recruitcheck.matching.indexed_name import IndexedEntry
from recruitcheck.matching.retrieval import Retrieval
from recruitcheck.model import Name, NameKind
from recruitcheck.names import NameParts, parse_name, split_names

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex

TOO_FAR = "Too little agrees to ask a person; --explain shows what was compared."
CANDIDATES = 40
COMPARED = 12  # names compared in full, at least
MOST_COMPARED = 24
FEW, NO_RIVAL = 3, 35  # once a few are compared, a name so far behind the best one is no rival to it


@dataclass(frozen=True, slots=True)
class Hit:
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


class NameSearch:
    """Asks one index many times. ``as_of`` (YYYY-MM-DD): only names listed on that day."""

    def __init__(self, index: NameIndex, *, as_of: str | None = None) -> None:
        self._index = index
        self._as_of = as_of
        self._retrieval = Retrieval(index)

    def best(self, query: str, top: int) -> tuple[Hit, ...]:
        """The ``top`` entries, best first; ties by closeness, then by entry id. Scores above 0 only."""
        held: dict[int, tuple[float, float, int, Name, Name, Comparison]] = {}
        for asked in split_names(query)[:4] or (Name(query),):
            parts = parse_name(asked.text)
            for points, closeness, number, listed, comparison in self._compared(asked, parts, top):
                entry = self._index.entry_of[number]
                if points > 0 and (entry not in held or (points, closeness) > held[entry][:2]):
                    held[entry] = (points, closeness, entry, listed, asked, comparison)
        best = nsmallest(top, held.values(), key=lambda one: (-one[0], -one[1], one[2]))
        return tuple(
            Hit(self._index.entry(entry), listed, asked, points, comparison)
            for points, _, entry, listed, asked, comparison in best
        )

    def _compared(
        self, asked: Name, parts: NameParts, top: int
    ) -> Iterator[tuple[float, float, int, Name, Comparison]]:
        index = self._index
        found = self._retrieval.found_for(asked.text, parts, max(CANDIDATES, 2 * top))
        best: list[float] = []
        least = 0.0
        for closeness, number in found:
            # Closeness hardly ever falls short of the score: what is less close than the last one wanted stays out.
            done = len(best)
            if done >= FEW and closeness * 100 < max(best) - NO_RIVAL:
                break
            if done >= max(COMPARED, top) and (done >= max(MOST_COMPARED, top) or closeness * 100 < least):
                break
            listed = index.name(number)
            if not listed.counts_on(self._as_of):
                continue
            comparison = compare_parts((asked.text, parts), (listed.name.text, listed.parts), index.weights)
            points = comparison.score
            if NameKind.ABBREVIATION in (listed.name.kind, asked.kind):
                points = min(points, BELOW_MATCH)
            best.append(points)
            if len(best) >= top:
                least = nlargest(top, best)[-1]
            yield points, closeness, number, listed.name, comparison
