"""Which word of one name stands for which word of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recruitcheck.matching.token import likeness
from recruitcheck.names.market_words import JOINING_WORDS

MAX_WORDS = 24
"""Longer names are compared by their first words; keeps the work for one pair bounded."""

JOINED = 0.97
JOINED_LIKE = 0.85  # "erp uk" is no misspelt "erpac"
LONG_JOINED = 6
ACRONYM = 0.72
SHORT_ACRONYM = 0.45
LEAST = 0.4
_ACRONYM_SIZES = range(2, 10)


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the query (``asked``, positions) that stand for words of the entry (``listed``)."""

    asked: tuple[int, ...]
    listed: tuple[int, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs in the order of the query, and the words that stand alone."""

    asked: tuple[str, ...]
    listed: tuple[str, ...]
    pairs: tuple[Pair, ...]
    only_asked: tuple[int, ...]
    only_listed: tuple[int, ...]

    @property
    def in_order(self) -> bool:
        """Whether the paired words come in the same order on both sides."""
        places = [pair.listed[0] for pair in self.pairs]
        return places == sorted(places)


def align(asked: Sequence[str], listed: Sequence[str]) -> Alignment:
    """Pair the words of two names, the likest first; neighbours may join, letters may stand for words."""
    ours, theirs = tuple(asked[:MAX_WORDS]), tuple(listed[:MAX_WORDS])
    kept, used_ours, used_theirs = _same_words(ours, theirs)
    if len(used_ours) < len(ours) or len(used_theirs) < len(theirs):
        found = sorted(
            _pairs(ours, theirs, used_ours, used_theirs),
            key=lambda pair: (-pair.likeness, -len(pair.asked) - len(pair.listed), abs(pair.asked[0] - pair.listed[0])),
        )
        for pair in found:
            if used_ours.isdisjoint(pair.asked) and used_theirs.isdisjoint(pair.listed):
                kept.append(pair)
                used_ours.update(pair.asked)
                used_theirs.update(pair.listed)
    return Alignment(
        ours,
        theirs,
        tuple(sorted(kept, key=lambda pair: pair.asked)),
        tuple(place for place in range(len(ours)) if place not in used_ours),
        tuple(place for place in range(len(theirs)) if place not in used_theirs),
    )


def _same_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[list[Pair], set[int], set[int]]:
    """Equal words, the nearest places first: nothing could pair them better."""
    equal = sorted(
        (abs(place - other), place, other)
        for place, word in enumerate(ours)
        for other, listed in enumerate(theirs)
        if word == listed
    )
    kept: list[Pair] = []
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    for _, place, other in equal:
        if place not in used_ours and other not in used_theirs:
            kept.append(Pair((place,), (other,), 1.0))
            used_ours.add(place)
            used_theirs.add(other)
    return kept, used_ours, used_theirs


def _pairs(
    ours: tuple[str, ...], theirs: tuple[str, ...], used_ours: set[int], used_theirs: set[int]
) -> Iterator[Pair]:
    left = [(other, listed) for other, listed in enumerate(theirs) if other not in used_theirs]
    for place, word in enumerate(ours):
        if place in used_ours:
            continue
        for other, listed in left:
            alike = likeness(word, listed)
            if alike >= LEAST:
                yield Pair((place,), (other,), alike)
    for run, other, alike in _runs(ours, theirs, used_ours, used_theirs):
        yield Pair(run, (other,), alike)
    for run, place, alike in _runs(theirs, ours, used_theirs, used_ours):
        yield Pair((place,), run, alike)


def _runs(
    many: tuple[str, ...], ones: tuple[str, ...], used_many: set[int], used_ones: set[int]
) -> Iterator[tuple[tuple[int, ...], int, float]]:
    """Neighbours in ``many`` that join to one word of ``ones``, or whose first letters spell it."""
    joined = [
        (first, many[first] + many[first + 1])
        for first in range(len(many) - 1)
        if first not in used_many and first + 1 not in used_many
    ]
    if not joined:
        return
    for place, one in enumerate(ones):
        if place in used_ones:
            continue
        for first, both in joined:
            if len(both) > 3 and abs(len(both) - len(one)) <= 1:
                alike = likeness(both, one)
                if alike == 1 or (alike >= JOINED_LIKE and len(one) >= LONG_JOINED):
                    yield (first, first + 1), place, alike * JOINED
        if len(one) in _ACRONYM_SIZES and one.isalpha():
            yield from ((run, place, alike) for run, alike in _spelt(one, many, used_many))


def _spelt(one: str, many: tuple[str, ...], used: set[int]) -> Iterator[tuple[tuple[int, ...], float]]:
    """Runs whose first letters are ``one``, with joining words ("of", "and") counted or passed over."""
    every = range(len(many))
    for places in (every, [place for place in every if many[place] not in JOINING_WORDS]):
        letters = "".join("." if place in used else many[place][0] for place in places)
        at = letters.find(one)
        if at < 0 or (len(places) == len(many) and places is not every):
            continue
        run = tuple(range(places[at], places[at + len(one) - 1] + 1))
        if used.isdisjoint(run) and any(len(many[place]) > 1 for place in run):
            yield run, ACRONYM if len(one) > 2 else SHORT_ACRONYM
