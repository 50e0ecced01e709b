"""Which word of one name stands for which word of the other.

Named tuples here and in ``comparison``: dozens are made for each query, and a frozen class costs four times as much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class Pair(NamedTuple):
    """Words of the query (``asked``, positions) that stand for words of the entry (``listed``)."""

    asked: tuple[int, ...]
    listed: tuple[int, ...]
    likeness: float


class Alignment(NamedTuple):
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
    if len(used_ours) < len(ours) and len(used_theirs) < len(theirs):
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
    """Equal words, each with the nearest of its kind: nothing could pair them better."""
    where: dict[str, list[int]] = {}
    for other, listed in enumerate(theirs):
        where.setdefault(listed, []).append(other)
    kept: list[Pair] = []
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    for place, word in enumerate(ours):
        free = where.get(word)
        if free:
            other = free.pop(0) if len(free) == 1 else free.pop(_nearest(free, place))
            kept.append(Pair((place,), (other,), 1.0))
            used_ours.add(place)
            used_theirs.add(other)
    return kept, used_ours, used_theirs


def _nearest(places: list[int], to: int) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - to))


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
    if len(ours) - len(used_ours) > 1:
        for run, other, alike in _runs(ours, theirs, used_ours, used_theirs):
            yield Pair(run, (other,), alike)
    if len(left) > 1:
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
    letters = _initials(many, used_many)
    for place, one in enumerate(ones):
        if place in used_ones:
            continue
        for first, both in joined:
            if abs(len(both) - len(one)) <= 1 and len(both) > 3:
                alike = likeness(both, one)
                if alike == 1 or (alike >= JOINED_LIKE and len(one) >= LONG_JOINED):
                    yield (first, first + 1), place, alike * JOINED
        if len(one) in _ACRONYM_SIZES and one.isalpha():
            share = ACRONYM if len(one) > 2 else SHORT_ACRONYM
            for places, starts in letters:
                at = starts.find(one)
                run = tuple(range(places[at], places[at + len(one) - 1] + 1)) if at >= 0 else ()
                if run and used_many.isdisjoint(run) and any(len(many[word]) > 1 for word in run):
                    yield run, place, share


def _initials(many: tuple[str, ...], used: set[int]) -> list[tuple[Sequence[int], str]]:
    """First letters and the places they stand for; with joining words and, where there are any, without them."""
    every = range(len(many))
    ways: list[Sequence[int]] = [every]
    if not JOINING_WORDS.isdisjoint(many):
        ways.append([place for place in every if many[place] not in JOINING_WORDS])
    return [(places, "".join(["." if place in used else many[place][0] for place in places])) for places in ways]
