"""From a query to the names worth comparing.

A query word stands for the listed words that are like it (``stands``); neighbours may be joined on either side;
letters may stand for words. What a find weighs follows how rare its words are; very common words only sort what rarer
ones found. ``bulk.retrieval`` does the same for many queries at once: what decides is shared.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from recruitcheck.matching.alignment import ACRONYM, JOINED, MIN_OPENING, SHORT_ACRONYM
from recruitcheck.matching.index.keys import MAX_INITIALS, MIN_INITIALS, MIN_JOINED, initials_of
from recruitcheck.matching.stands import Like, Stands
from recruitcheck.matching.token import PREFIX
from recruitcheck.names import NameParts
from recruitcheck.names.market_words import is_market_word, short_spellings, spelt_out

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex
    from recruitcheck.matching.weights import TokenWeights

MAX_WORDS = 24
COMMON = 1500  # of names that share common words only, so many are looked at
MOST_TOGETHER = 200_000  # names of a common word that are compared with those of another
MOST_COMMON_WORDS = 6
FEW_TOGETHER = 6000
BUDGET = 1500  # names touched by one query; what is beyond only sorts what rarer words found
FEW_TOUCHED = 40
FEW, SETTLED = 60, 0.92  # names of the rarest word that are looked at first; a closeness with no rival among the others
TINY = 20  # names of a word that are gathered in any case
COMMON_BEGINNING = 150  # words with the same beginning bring no names where they are in more than this
NO_RIVAL = 0.6  # words that together weigh less than this share of the heaviest bring no names of their own
ENOUGH = 0.5  # share of the query's weight that rare words must find before common ones are left out
NEIGHBOURS = 0.05  # what neighbours in the same order add
WEIGHED = 200  # names weighed closely
MOST_EXTRA = ACRONYM  # share of the query's weight: initials, of which long names gain more, are no rival to a word
ACROSS = 0.45  # names with less than this share of the best find are not weighed closely
ELSEWHERE = 10  # points that an entry of another country than asked about loses (decision 19 says how it was chosen)
MOST_NAMES_FILED = 1000
JOINS, INITIALS, WORD = "joins", "initials", ""


Way = tuple[int, float, int, int]
"""A listed word by which names are found: in how many it is, what it is worth, its number, the query word's place."""


Ask = tuple[str, str, float, bool, bool]
"""Names to be found by other than their words, and what they gain: table, key, gain, by norm, first only.

The table is ``JOINS``, ``INITIALS``, or ``WORD`` for a listed word of that spelling that at most ``COMMON`` names hold,
or whose first so many names count (first only); then the gain is for a word of weight 1 (``gain_by_word``). By norm:
they gain so many times the root of what their words weigh. A plain tuple, since a dozen are made for each query.
"""


class Plan(NamedTuple):
    """How the names of one query are looked for. ``waiting``: by place, the weight of what the word finds at best."""

    asks: list[Ask]
    ways: list[Way]  # the rarest first
    waiting: list[float]
    worth: dict[int, float]  # of each listed word
    total: float
    country: int = 0  # names of no other are taken first where many are as good; 0 for any


def planned(text: str, parts: NameParts, stands: Sequence[Like], index: NameIndex, country: int = 0) -> Plan:
    """The plan for a name whose different words stand for listed ones."""
    of, ends, listed_weights = index.weights.of, index.postings_ends, index.word_weights
    asked = parts.words[:MAX_WORDS]
    each = [of(word) for word in asked]
    different = list(dict.fromkeys(asked))
    own = each if len(different) == len(asked) else [of(word) for word in different]
    ways: list[Way] = []
    for place, (weight, listed) in enumerate(zip(own, stands, strict=True)):
        for number, alike in listed:
            # A misspelt market word looks rare: it is worth what the listed one is.
            worth = weight if alike == 1 else alike * min(weight, listed_weights[number])
            ways.append((ends[number + 1] - ends[number], worth, number, place))
    gains = {number: gain for _, gain, number, _ in ways}
    if len(gains) < len(ways):  # two words of the query stand for one: it is worth what is more
        gains = {number: gain for gain, number in sorted([(gain, number) for _, gain, number, _ in ways])}
    ways.sort()
    waiting = [weight if listed else 0.0 for weight, listed in zip(own, stands, strict=True)]
    total = sum(each) or 1.0
    asks = _joined(asked, each)
    _add_letters(asks, text, parts, index.weights, total)
    return Plan(asks, ways, waiting, gains, total, country)


def _joined(words: tuple[str, ...], weights: list[float]) -> list[Ask]:
    """Neighbours of the query as one listed word or two, and words of the query as listed neighbours."""
    asks: list[Ask] = []
    for at, (first, second) in enumerate(pairwise(words)):
        both = first + second
        if len(both) >= MIN_JOINED:
            weight = weights[at] + weights[at + 1]
            asks.append((JOINS, both, NEIGHBOURS * weight, False, False))
            # What is shared is the mean of both sides: the listed word weighs less than its two halves.
            gain = sqrt(weight) * JOINED
            asks.append((WORD, both, gain, False, False))
            if is_market_word(second) and len(first) >= MIN_OPENING:
                asks += [(WORD, first + short, gain, False, False) for short in short_spellings(second)]
    for at, three in enumerate(zip(words, words[1:], words[2:], strict=False)):
        asks.append((WORD, "".join(three), sqrt(sum(weights[at : at + 3])) * JOINED, False, False))
    for word, weight in zip(words, weights, strict=True):
        if len(word) >= MIN_JOINED:
            asks.append((JOINS, word, weight * JOINED, False, False))
            if (whole := spelt_out(word)) != word:  # "hydrotech"
                asks.append((JOINS, whole, weight * JOINED, False, False))
    return asks


def _add_letters(asks: list[Ask], text: str, parts: NameParts, weights: TokenWeights, total: float) -> None:
    """Add a word that is the initials of a listed name, and a listed word that is the initials of the query."""
    for word in parts.distinctive:
        if MIN_INITIALS <= len(word) <= MAX_INITIALS and word.isalpha():
            share = ACRONYM if len(word) > 2 else SHORT_ACRONYM
            asks.append((INITIALS, word, share * sqrt(weights.of(word)), True, False))
    for first, second in pairwise(parts.distinctive):  # "PFL-GC"
        if len(first) + len(second) <= MAX_INITIALS and (first + second).isalpha():
            asks.append((INITIALS, first + second, ACRONYM * sqrt(weights.of(first)), True, False))
    gain = ACRONYM * sqrt(total)
    asks += [(WORD, letters, gain, False, True) for letters in sorted(initials_of(text, parts)) if len(letters) > 2]


def settling(plan: Plan) -> Way | None:
    """The rarest word, if so few names hold it that one of them may settle the matter."""
    waiting = plan.waiting
    for way in plan.ways:
        if way[0] > FEW:
            break
        if way[1] == waiting[way[3]]:
            return way
    return None


def chosen(plan: Plan) -> tuple[list[Way], list[Way]]:
    """The words whose names are gathered, the rarest first, while new ones may be rivals; and common words."""
    waiting = plan.waiting.copy()
    beginning = [PREFIX * weight for weight in waiting]
    left = sum(waiting)
    touched = 0
    heaviest = 0.0
    taken, common = [], []
    for way in plan.ways:
        size, worth, _, place = way
        if worth == waiting[place]:  # the likest listed word: names found later do without it
            left -= worth
            waiting[place] = 0.0
        # What a name that only this word finds may still share is left + worth.
        rival = touched <= FEW_TOUCHED or left + worth >= NO_RIVAL * heaviest
        most = COMMON_BEGINNING if worth <= beginning[place] else COMMON
        if size > most or touched + size > BUDGET or not rival:
            common.append(way)
            continue
        touched += size
        heaviest = max(heaviest, worth)
        taken.append(way)
    return taken, common


def heaviest_first(common: list[Way]) -> list[Way]:
    """The common words of a query that are asked together: the word itself before one that is like it."""
    return sorted(common, key=lambda way: -way[1])[:MOST_COMMON_WORDS]


class Retrieval:
    """Asks one index; remembers which listed words a query word stands for."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self.stands = Stands(index)
        self._names_of = lru_cache(maxsize=48)(lambda word: frozenset(index.holding(word).tolist()))

    def plan(self, text: str, parts: NameParts, *, country: int = 0, wide: bool = False) -> Plan | None:
        """How a name is looked for; None where ``wide`` finds nothing that was not found before."""
        index = self._index
        different = tuple(dict.fromkeys(parts.words[:MAX_WORDS]))
        stands = (self.stands.wide_of if wide else self.stands.of)(text, different)
        if wide and not stands:
            return None
        return planned(text, parts, stands, index, country)

    def found_for(
        self, text: str, parts: NameParts, limit: int, *, country: int = 0, wide: bool = False
    ) -> list[tuple[float, int]]:
        """(closeness 0 to 1, name number), closest first. Closeness is rough: whole words, no order.

        ``wide``: words that share pieces count too, where nothing nearer was found.
        """
        plan = self.plan(text, parts, country=country, wide=wide)
        if plan is None:
            return []
        points = self._settled(plan) or self._gathered(plan)
        extra = self._gained(plan)
        most = MOST_EXTRA * plan.total
        for name, more in extra.items():
            points[name] = points.get(name, 0.0) + min(more, most)
        return self._weighed(self._largest(points, plan.total, country), plan, extra, country)[:limit]

    def _weighed(
        self, names: Iterable[int], plan: Plan, extra: dict[int, float], here: int = 0
    ) -> list[tuple[float, int]]:
        """Names with their closeness, closest first; those of another country than ``here`` stand further off."""
        index, worth, total = self._index, plan.worth, plan.total
        norms, words, ends = index.norms, index.name_words, index.name_words_ends
        found = []
        for name in names:
            shared = extra.get(name, 0.0)
            for number in words[ends[name] : ends[name + 1]].tolist():
                if number in worth:
                    shared += worth[number]
            norm = norms[name]
            found.append((min(shared, total, norm) / sqrt(total * norm), -name))
        if here:
            entry_of, of, further = index.entry_of, index.country_of, ELSEWHERE / 100
            found.sort(key=lambda one: (one[0] - (further if of[entry_of[-one[1]]] not in (0, here) else 0), one[1]))
            found.reverse()
        else:
            found.sort(reverse=True)
        return [(closeness, -name) for closeness, name in found]

    def _settled(self, plan: Plan) -> dict[int, float] | None:
        """Where the rarest word finds few names, and one of them settles the matter, those; else None."""
        first = settling(plan)
        if first is None:
            return None
        holding, norms = self._index.holding, self._index.norms
        found = self._weighed(holding(first[2]), plan, {})
        if found[0][0] < SETTLED:
            return None
        points = {name: closeness * sqrt(plan.total * norms[name]) for closeness, name in found}
        for size, worth, number, place in plan.ways:
            if size <= TINY and (number, place) != first[2:]:
                for name in holding(number):
                    points[name] = points.get(name, 0.0) + worth
        return points

    def _gathered(self, plan: Plan) -> dict[int, float]:
        """Shared weight by name, from the rarest words on; common words find no names that rarer ones did not."""
        holding = self._index.holding
        taken, common = chosen(plan)
        points: dict[int, float] = {}
        for _, worth, number, _ in taken:
            found = dict.fromkeys(holding(number).tolist(), worth)
            again = {name: points[name] + worth for name in found.keys() & points.keys()}
            points |= found
            points |= again
        if common and max(points.values(), default=0.0) < ENOUGH * plan.total:
            self._among_common(heaviest_first(common), points)
        return points

    def _among_common(self, common: list[Way], points: dict[int, float]) -> None:
        """Names that hold several common words: as many of the rarest as any name holds together."""
        index = self._index
        _, weight, first, _ = common[0]
        held: Collection[int] = index.holding(first)
        if len(held) <= MOST_TOGETHER:  # of a million equal names one is as good as another
            for size, more, number, _ in common[1:]:
                if size > MOST_TOGETHER:
                    continue
                both = self._names_of(number).intersection(held)
                if both:
                    held, weight = both, weight + more
        found: Iterable[int] = held
        if not isinstance(held, memoryview):  # in the order of the list; few are sooner sorted than looked for in it
            few = len(held) <= FEW_TOGETHER
            found = sorted(held) if few else (name for name in index.holding(first) if name in held)
        for name in islice(found, COMMON):
            points[name] = points.get(name, 0.0) + weight

    def _largest(self, points: dict[int, float], total: float, here: int) -> list[int]:
        """The names with the most points; of those that tie with the last those of the country, and the first."""
        if not points:
            return []
        least = ACROSS * min(total, max(points.values()))
        found = [(-min(value, total), name) for name, value in points.items() if value >= least]
        if len(found) <= WEIGHED:
            return [name for _, name in found]
        if not here:
            return [name for _, name in heapq.nsmallest(WEIGHED, found)]
        entry_of, of = self._index.entry_of, self._index.country_of
        told = [(value, of[entry_of[name]] not in (0, here), name) for value, name in found]
        return [name for _, _, name in heapq.nsmallest(WEIGHED, told)]

    def _gained(self, plan: Plan) -> dict[int, float]:
        """What names gain by neighbours and letters."""
        index = self._index
        gained: dict[int, float] = {}
        for table, key, share, by_norm, first_only in plan.asks:
            gain = share
            if table == WORD:
                number = index.word_number(key)
                if number is None or not (first_only or index.held_by(number) <= COMMON):
                    continue
                gain = gain_by_word(share, number, index, plan.worth)
                names = index.holding(number)[:COMMON].tolist() if gain > 0 else []
            else:
                names = (index.joins if table == JOINS else index.initials).under(key, MOST_NAMES_FILED)
            for name in names:
                more = gain * sqrt(index.norms[name]) if by_norm else gain
                gained[name] = gained.get(name, 0.0) + more
        return gained


def gain_by_word(gain: float, number: int, index: NameIndex, worth: Mapping[int, float]) -> float:
    """What names gain by a listed word that stands for several: by its weight, and less what it is worth already."""
    return gain * sqrt(index.word_weights[number]) - worth.get(number, 0.0)
