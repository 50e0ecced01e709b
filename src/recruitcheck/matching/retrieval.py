"""From a query to the names worth comparing.

A query word stands for the listed words that are like it (slips, sounds, beginnings, pieces); neighbours may be joined
on either side; letters may stand for words. What a find weighs follows how rare its words are; very common words only
sort what rarer ones found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from recruitcheck.matching.alignment import ACRONYM, JOINED, LONGEST_SYLLABLE, SHORT_ACRONYM
from recruitcheck.matching.index_keys import (
    MIN_BONES,
    MIN_INITIALS,
    MIN_JOINED,
    MIN_SLIP,
    SPOKEN,
    deletions,
    grams,
    initials_of,
)
from recruitcheck.matching.side import has_han, is_guessed
from recruitcheck.matching.token import (
    FAR,
    PREFIX,
    SHAPE,
    SHAPE_LETTERS,
    bones,
    likeness,
    likeness_at,
    read_likeness,
    skeleton,
    slips_allowed,
    spoken,
)
from recruitcheck.names import NameParts
from recruitcheck.names.market_words import is_market_word

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex
    from recruitcheck.matching.key_table import KeyTable

MAX_WORDS = 24
LEAST_LIKE = 0.5
MOST_LIKE_WORDS = 12  # listed words that one query word may stand for
MOST_READ_WORDS = 20  # the same for a word that was read from another script
MOST_WIDE_WORDS = 24
MOST_BONES_FILED = 1500
LEAST_READ = 0.74
COMMON = 1500  # of names that share common words only, so many are looked at
MOST_TOGETHER = 200_000  # names of a common word that are compared with those of another
FEW_TOGETHER = 6000
BUDGET = 1500  # names touched by one query; what is beyond only sorts what rarer words found
FEW_TOUCHED = 40
FEW, SETTLED = 60, 0.92  # names of the rarest word that are looked at first; a closeness with no rival among the others
TINY = 20  # names of a word that are gathered in any case
COMMON_BEGINNING = 150  # words with the same beginning bring no names where they are in more than this
NO_RIVAL = 0.6  # words that together weigh less than this share of the best find bring no names of their own
ENOUGH = 0.5  # share of the query's weight that rare words must find before common ones are left out
NEIGHBOURS = 0.05  # what neighbours in the same order add
MOST_BEGINNINGS = 40
WIDE = 1.5  # names weighed closely, per name wanted
LONG, LONGEST = 6, 14  # letters of a word that is looked for by its pieces
ACROSS = 0.45  # names with less than this share of the best find are not weighed closely
MOST_SLIPS_FILED, MOST_SOUNDS_FILED, MOST_GRAMS_FILED, MOST_NAMES_FILED = 200, 400, 400, 1000

Stands = tuple[tuple[int, float], ...]  # (word number, likeness)
Way = tuple[int, float, int, int]
"""A listed word by which names are found: how many, what it is worth, its number, the query word's place."""


class Retrieval:
    """Asks one index; remembers which listed words a query word stands for."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._stands = lru_cache(maxsize=65_536)(self._work_out)
        self._stands_wide = lru_cache(maxsize=4096)(self._work_out_wide)
        self._stands_spelt = lru_cache(maxsize=4096)(self._work_out_spelt)
        self._stands_read = lru_cache(maxsize=4096)(self._work_out_read)
        self._names_of = lru_cache(maxsize=48)(lambda word: frozenset(index.holding(word).tolist()))

    def found_for(self, text: str, parts: NameParts, limit: int, *, wide: bool = False) -> list[tuple[float, int]]:
        """(closeness 0 to 1, name number), closest first. Closeness is rough: whole words, no order.

        ``wide``: words that share pieces count too, where nothing nearer was found.
        """
        index = self._index
        of = index.weights.of
        asked = parts.words[:MAX_WORDS]
        stands_for = self._stands_read if is_guessed(text) else self._stands_spelt if has_han(text) else self._stands
        stands = [(of(word), stands_for(word)) for word in dict.fromkeys(asked)]
        if wide:
            wider = [(of(word), self._stands_wide(word)) for word in dict.fromkeys(asked)]
            if wider == stands or stands_for != self._stands:
                return []  # nothing that was not found before
            stands = wider
        total = sum([of(word) for word in asked]) or 1.0
        worth = _worth(stands)
        points = self._gather(stands, worth, total)
        extra: dict[int, float] = {}
        self._joined(asked, extra)
        self._by_letters(text, parts, extra)
        for name, more in extra.items():
            points[name] = points.get(name, 0.0) + more
        return self._weighed(_largest(points, int(limit * WIDE)), worth, extra, total)[:limit]

    def _weighed(
        self, names: Iterable[int], worth: dict[int, float], extra: dict[int, float], total: float
    ) -> list[tuple[float, int]]:
        """Names with their closeness, closest first."""
        index = self._index
        norms, words, ends = index.norms, index.name_words, index.name_words_ends
        found = []
        for name in names:
            shared = extra.get(name, 0.0)
            for number in words[ends[name] : ends[name + 1]].tolist():
                if number in worth:
                    shared += worth[number]
            norm = norms[name]
            found.append((min(shared, total, norm) / (total * norm) ** 0.5, -name))
        found.sort(reverse=True)
        return [(closeness, -name) for closeness, name in found]

    def _gather(self, stands: list[tuple[float, Stands]], worth: dict[int, float], total: float) -> dict[int, float]:
        """Shared weight by name, from the rarest words on; common words find no names that rarer ones did not."""
        ends = self._index.postings_ends
        ways = [
            (ends[number + 1] - ends[number], weight * alike, number, place)
            for place, (weight, listed) in enumerate(stands)
            for number, alike in listed
        ]
        ways.sort()
        waiting = [weight if listed else 0.0 for weight, listed in stands]
        return self._settled(ways, waiting, worth, total) or self._from_rarest(ways, waiting, total)

    def _settled(
        self, ways: list[Way], waiting: list[float], worth: dict[int, float], total: float
    ) -> dict[int, float] | None:
        """Where the rarest word finds few names, and one of them settles the matter, those; else None."""
        first = next((way for way in ways if way[0] <= FEW and way[1] == waiting[way[3]]), None)
        if first is None:
            return None
        holding, norms = self._index.holding, self._index.norms
        found = self._weighed(holding(first[2]), worth, {}, total)
        if found[0][0] < SETTLED:
            return None
        points = {name: closeness * (total * norms[name]) ** 0.5 for closeness, name in found}
        for way in ways:
            if way[0] <= TINY and way is not first:
                for name in holding(way[2]):
                    points[name] = points.get(name, 0.0) + way[1]
        return points

    def _from_rarest(self, ways: list[Way], waiting: list[float], total: float) -> dict[int, float]:
        """The names of one word after the other, the rarest first, while new ones may be rivals."""
        holding = self._index.holding
        beginning = [PREFIX * weight for weight in waiting]
        left = sum(waiting)
        points: dict[int, float] = {}
        touched = 0
        best = 0.0
        common: list[tuple[float, int]] = []
        for way in ways:
            size, weight, number, place = way
            if weight == waiting[place]:  # the likest listed word: names found later do without it
                left -= weight
                waiting[place] = 0.0
            # What a name that only this word finds may still share is left + weight.
            rival = touched <= FEW_TOUCHED or left + weight >= NO_RIVAL * best
            most = COMMON_BEGINNING if weight <= beginning[place] else COMMON
            if size > most or touched + size > BUDGET or not rival:
                common.append((weight, number))
                continue
            touched += size
            found = dict.fromkeys(holding(number).tolist(), weight)
            again = {name: points[name] + weight for name in found.keys() & points.keys()}
            best = max(best, weight, *again.values())
            points |= found
            points |= again
        if common and best < ENOUGH * total:
            self._among_common(common, points)
        return points

    def _among_common(self, common: list[tuple[float, int]], points: dict[int, float]) -> None:
        """Names that hold several common words: as many of the rarest as any name holds together."""
        index = self._index
        common.sort(key=lambda found: -found[0])  # the word itself before one that is like it
        weight, first = common[0]
        held: Collection[int] = index.holding(first)
        if len(held) <= MOST_TOGETHER:  # of a million equal names one is as good as another
            for more, number in common[1:6]:
                if index.held_by(number) > MOST_TOGETHER:
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

    def _joined(self, words: tuple[str, ...], points: dict[int, float]) -> None:
        """Neighbours of the query as one listed word or two, and words of the query as listed neighbours."""
        index = self._index
        of = index.weights.of
        for first, second in pairwise(words):
            both = first + second
            if len(both) < MIN_JOINED:
                continue
            weight = of(first) + of(second)
            for name in index.joins.under(both, MOST_NAMES_FILED):
                points[name] = points.get(name, 0.0) + NEIGHBOURS * weight
            number = index.word_number(both)
            if number is not None and index.held_by(number) <= COMMON:
                for name in index.holding(number):
                    points[name] = points.get(name, 0.0) + weight * JOINED
        for word in words:
            if len(word) >= MIN_JOINED:
                for name in index.joins.under(word, MOST_NAMES_FILED):
                    points[name] = points.get(name, 0.0) + of(word) * JOINED

    def _by_letters(self, text: str, parts: NameParts, points: dict[int, float]) -> None:
        """A word that is the initials of a listed name, and a listed word that is the initials of the query."""
        index = self._index
        for word in parts.distinctive:
            if MIN_INITIALS <= len(word) <= 12 and word.isalpha():
                share = ACRONYM if len(word) > 2 else SHORT_ACRONYM
                weight = index.weights.of(word) ** 0.5
                for name in index.initials.under(word, MOST_NAMES_FILED):
                    points[name] = points.get(name, 0.0) + share * weight * index.norms[name] ** 0.5
        for letters in initials_of(text, parts):
            number = index.word_number(letters) if len(letters) > 2 else None
            if number is not None:
                for name in index.holding(number)[:COMMON]:
                    points[name] = points.get(name, 0.0) + ACRONYM * index.norms[name] ** 0.5

    def _near(self, word: str, exact: int | None) -> dict[int, float]:
        """The listed words that a slip or another spelling may have turned into this one."""
        index = self._index
        slips: set[int] = set()
        for shorter in deletions(word):
            slips.update(index.slips.under(shorter, MOST_SLIPS_FILED))
        sound = skeleton(word)
        sounds = set(index.sounds.under(sound, MOST_SOUNDS_FILED)) if len(sound) > 1 else set()
        sounds.update(index.sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED))
        slips.discard(-1 if exact is None else exact)
        sounds.discard(-1 if exact is None else exact)
        found = self._like(word, sounds, FAR - 1)
        return found | self._like(word, slips - sounds, slips_allowed(len(word) + 1))

    def _like(self, word: str, maybe: set[int], most: int) -> dict[int, float]:
        """Those of some listed words that are like a word, at most so many slips away, and how much."""
        if not maybe:
            return {}
        every = self._index.words
        numbers = list(maybe)
        near = extract(word, [every[one] for one in numbers], scorer=OSA.distance, score_cutoff=most, limit=None)
        found = {numbers[at]: likeness_at(word, other, slips) for other, slips, at in near}
        return {number: alike for number, alike in found.items() if alike >= LEAST_LIKE}

    def _work_out(self, word: str) -> Stands:
        """The listed words that a query word may stand for, the likest first."""
        index = self._index
        exact = index.word_number(word)
        found = {exact: 1.0} if exact is not None else {}
        if is_market_word(word) or not word.isalpha() or len(word) < 3:
            return tuple(found.items())
        if len(word) >= MIN_SLIP:
            found |= self._near(word, exact)
        else:
            sounds = set(index.sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED))
            found |= self._like(word, sounds - set(found), FAR)
        if not found and LONG <= len(word) <= LONGEST:
            found = self._like(word, self._by_pieces(word), FAR)
        if len(word) > MIN_BONES:  # listed words that were read from another script
            found |= self._same_bones(word, index.read)
        for number in index.words_from(word, MOST_BEGINNINGS):
            found.setdefault(number, PREFIX)
        for size in range(3, len(word)):
            start = index.word_number(word[:size])
            if start is not None:
                found.setdefault(start, PREFIX)
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_LIKE_WORDS])

    def _work_out_wide(self, word: str) -> Stands:
        """The same with the words that share many of its pieces, however they are spelt."""
        found = dict(self._stands(word))
        if is_market_word(word) or not word.isalpha() or not SHAPE_LETTERS <= len(word) <= LONGEST:
            return tuple(found.items())
        every = self._index.words
        for number in self._by_pieces(word) - found.keys():
            alike = likeness(word, every[number])
            if alike >= SHAPE:
                found[number] = alike
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_WIDE_WORDS])

    def _work_out_read(self, word: str) -> Stands:
        """The listed words that a query word may stand for which was read from another script."""
        found = dict(self._stands(word))
        if not is_market_word(word) and word.isalpha() and len(word) >= MIN_BONES:
            for number, alike in self._same_bones(word, self._index.bones).items():
                found[number] = max(alike, found.get(number, 0.0))
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_READ_WORDS])

    def _work_out_spelt(self, word: str) -> Stands:
        """The same for a Chinese syllable, in which nobody slips: itself, and other spellings of its sound."""
        if len(word) > LONGEST_SYLLABLE or is_market_word(word):
            return self._stands(word)
        exact = self._index.word_number(word)
        found = {exact: 1.0} if exact is not None else {}
        sounds = self._index.sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED)
        found |= self._like(word, set(sounds) - set(found), FAR)
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def _same_bones(self, word: str, table: KeyTable) -> dict[int, float]:
        """The words of a table that keep the same in every romanisation, and how like they are."""
        every = self._index.words
        alike = {number: read_likeness(word, every[number]) for number in table.under(bones(word), MOST_BONES_FILED)}
        return {number: like for number, like in alike.items() if LEAST_READ <= like < 1}

    def _by_pieces(self, word: str) -> set[int]:
        """Words that share at least two in five runs of three letters."""
        shared: list[int] = []
        pieces = grams(word)
        for gram in pieces:
            shared += self._index.grams.under(gram, MOST_GRAMS_FILED)
        least = max(1, -(-len(pieces) * 2 // 5))
        shared.sort()
        return {number for number, later in zip(shared, shared[least - 1 :], strict=False) if number == later}


def _worth(stands: list[tuple[float, Stands]]) -> dict[int, float]:
    """What each listed word that a query word may stand for is worth."""
    worth: dict[int, float] = {}
    for weight, listed in stands:
        for number, alike in listed:
            if weight * alike > worth.get(number, 0.0):
                worth[number] = weight * alike
    return worth


def _largest(points: dict[int, float], most: int) -> list[int]:
    """The names with the most points; of those that tie with the last the first found."""
    if not points:
        return []
    least = ACROSS * max(points.values())
    values = [value for value in points.values() if value >= least]
    if len(values) <= most:
        return [name for name, value in points.items() if value >= least]
    values.sort()
    cut = values[-most]
    above = [name for name, value in points.items() if value > cut]
    level = (name for name, value in points.items() if value == cut)
    return above + list(islice(level, most - len(above)))
