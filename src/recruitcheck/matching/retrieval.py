"""From a query to the names worth comparing."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING

from recruitcheck.matching.alignment import ACRONYM, JOINED, SHORT_ACRONYM
from recruitcheck.matching.index_keys import MIN_INITIALS, deletions, grams, initials_of
from recruitcheck.matching.token import PREFIX, far, likeness, skeleton
from recruitcheck.names import NameParts, parse_name, split_names
from recruitcheck.names.market_words import is_market_word

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex

MAX_WORDS = 24
LEAST_LIKE = 0.5
MOST_LIKE_WORDS = 12  # listed words that one query word may stand for
COMMON = 1500  # a word in more names than this only sorts what rarer words found
BUDGET = 6000  # names touched by one query, before it is called common all through
ENOUGH = 0.5  # share of the query's weight that rare words must find before common ones are left out
NEIGHBOURS = 0.05  # what neighbours in the same order add
MOST_BEGINNINGS = 40
WIDE = 2  # names weighed closely, per name wanted
MIN_JOINED = 4
MIN_SLIP = 4  # letters
LONG, LONGEST = 6, 14  # letters of a word that is looked for by its pieces

Stands = tuple[tuple[int, float], ...]  # (word number, likeness)


class Retrieval:
    """Asks one index; remembers which listed words a query word stands for."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._stands = lru_cache(maxsize=65_536)(self._work_out)
        self._near = lru_cache(maxsize=65_536)(self._slips_and_sounds)
        self._names_of = lru_cache(maxsize=256)(lambda word: frozenset(index.holding(word)))

    def found(self, query: str, limit: int) -> list[tuple[float, int]]:
        """(closeness 0 to 1, name number), closest first. Closeness is rough: whole words, no order."""
        best: dict[int, float] = {}
        for name in split_names(query)[:4]:
            for closeness, number in self.found_for(name.text, parse_name(name.text), limit):
                if closeness > best.get(number, 0.0):
                    best[number] = closeness
        return nlargest(limit, ((closeness, number) for number, closeness in best.items()))

    def found_for(self, text: str, parts: NameParts, limit: int) -> list[tuple[float, int]]:
        """The same for one name already taken apart."""
        of, norms = self._index.weights.of, self._index.norms
        asked = parts.words[:MAX_WORDS]
        stands = [(of(word), self._stands(word)) for word in dict.fromkeys(asked)]
        total = sum(map(of, asked)) or 1.0
        points = self._gather(stands, total)
        extra: dict[int, float] = {}
        self._joined(asked, extra)
        self._by_letters(text, parts, extra)
        for name, more in extra.items():
            points[name] = points.get(name, 0.0) + more
        rough = _largest(points, limit * WIDE)
        worth: dict[int, float] = {}
        for weight, listed in stands:
            for number, alike in listed:
                worth[number] = max(worth.get(number, 0.0), weight * alike)
        found = []
        for name in rough:
            shared = extra.get(name, 0.0)
            for number in self._index.words_of(name):
                shared += worth.get(number, 0.0)
            norm = norms[name]
            found.append((min(shared, total, norm) / (total * norm) ** 0.5, -name))
        return [(closeness, -name) for closeness, name in sorted(found, reverse=True)[:limit]]

    def _gather(self, stands: list[tuple[float, Stands]], total: float) -> dict[int, float]:
        """Shared weight by name, from the rarest words on."""
        index = self._index
        points: dict[int, float] = {}
        ways = sorted(
            (index.held_by(number), weight * alike, number) for weight, listed in stands for number, alike in listed
        )
        touched = 0
        common: list[tuple[float, int]] = []
        for size, weight, number in ways:
            if size > COMMON or touched + size > BUDGET:
                common.append((weight, number))
                continue
            touched += size
            for name in index.holding(number):
                points[name] = points.get(name, 0.0) + weight
        if common and max(points.values(), default=0.0) < ENOUGH * total:
            self._among_common(common, points)
        return points

    def _among_common(self, common: list[tuple[float, int]], points: dict[int, float]) -> None:
        """Names that hold several common words: as many of the rarest as any name holds together."""
        held = self._names_of(common[0][1])
        weight = common[0][0]
        for more, number in common[1:6]:
            both = held & self._names_of(number)
            if both:
                held, weight = both, weight + more
        for name in sorted(held)[:COMMON]:
            points[name] = points.get(name, 0.0) + weight

    def _joined(self, words: tuple[str, ...], points: dict[int, float]) -> None:
        """Neighbours of the query as one listed word or two, and words of the query as listed neighbours."""
        index = self._index
        for first, second in pairwise(words):
            if len(first) + len(second) < MIN_JOINED:
                continue
            weight = index.weights.of(first) + index.weights.of(second)
            both = first + second
            for name in index.filed("joins", "j", both):
                points[name] = points.get(name, 0.0) + NEIGHBOURS * weight
            for number, alike in self._near(both):
                if alike > 0.7 and index.held_by(number) <= COMMON:
                    for name in index.holding(number):
                        points[name] = points.get(name, 0.0) + weight * alike * JOINED
        for word in words:
            if len(word) > MIN_JOINED:
                for name in index.filed("joins", "j", word):
                    points[name] = points.get(name, 0.0) + index.weights.of(word) * JOINED

    def _by_letters(self, text: str, parts: NameParts, points: dict[int, float]) -> None:
        """A word that is the initials of a listed name, and a listed word that is the initials of the query."""
        index = self._index
        for word in parts.distinctive:
            if MIN_INITIALS <= len(word) <= 12 and word.isalpha():
                share = ACRONYM if len(word) > 2 else SHORT_ACRONYM
                weight = index.weights.of(word) ** 0.5
                for name in index.filed("initials", "a", word):
                    points[name] = points.get(name, 0.0) + share * weight * index.norms[name] ** 0.5
        for letters in initials_of(text, parts):
            number = index.word_number(letters)
            if len(letters) > 2 and number is not None:
                for name in index.holding(number)[:COMMON]:
                    points[name] = points.get(name, 0.0) + ACRONYM * index.norms[name] ** 0.5

    def _slips_and_sounds(self, word: str) -> Stands:
        """The listed words that a slip or another spelling may have turned into this one, and itself."""
        index = self._index
        exact = index.word_number(word)
        found = {exact: 1.0} if exact is not None else {}
        if is_market_word(word) or not word.isalpha() or len(word) < MIN_SLIP:
            return tuple(found.items())
        maybe: set[int] = set()
        for shorter in deletions(word):
            maybe.update(index.filed("slips", "d", shorter, 200))
        bones = skeleton(word)
        if len(bones) > 1:
            maybe.update(index.filed("sounds", "s", bones, 400))
        maybe.discard(-1 if exact is None else exact)
        for number in maybe:
            other = index.word(number)
            if not far(word, other) and (alike := likeness(word, other)) >= LEAST_LIKE:
                found[number] = alike
        return tuple(found.items())

    def _work_out(self, word: str) -> Stands:
        """The listed words that a query word may stand for, the likest first."""
        index = self._index
        found = dict(self._near(word))
        if is_market_word(word) or not word.isalpha() or len(word) < 3:
            return tuple(found.items())
        if not found and LONG <= len(word) <= LONGEST:
            likes = ((number, likeness(word, index.word(number))) for number in self._by_pieces(word))
            found = {number: alike for number, alike in likes if alike >= LEAST_LIKE}
        for number in index.words_from(word, MOST_BEGINNINGS):
            found.setdefault(number, PREFIX)
        for size in range(3, len(word)):
            start = index.word_number(word[:size])
            if start is not None:
                found.setdefault(start, PREFIX)
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_LIKE_WORDS])

    def _by_pieces(self, word: str) -> set[int]:
        """Words that share at least two in five runs of three letters."""
        shared: Counter[int] = Counter()
        pieces = grams(word)
        for gram in pieces:
            shared.update(self._index.filed("grams", "g", gram, 400))
        return {number for number, count in shared.items() if count * 5 >= len(pieces) * 2}


def _largest(points: dict[int, float], most: int) -> list[int]:
    """The names with the most points; all that tie with the last are left out, but for the first names."""
    if len(points) <= most:
        return list(points)
    cut = sorted(points.values())[-most]
    above = [name for name, value in points.items() if value > cut]
    level = [name for name, value in points.items() if value == cut]
    return above + sorted(level)[: most - len(above)]
