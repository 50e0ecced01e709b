"""Which word of one name stands for which word of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recruitcheck.matching.token import likeness

MAX_WORDS = 24
"""Longer names are compared by their first words; keeps the work for one pair bounded."""

JOINED = 0.97
ACRONYM = 0.72
SHORT_ACRONYM = 0.45
LEAST = 0.4
_ACRONYM_SIZES = range(2, 7)


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
    starts = "".join("." if place in used_many else word[0] for place, word in enumerate(many))
    for place, one in enumerate(ones):
        if place in used_ones:
            continue
        for first in range(len(many) - 1):
            if starts[first] == "." or starts[first + 1] == ".":
                continue
            joined = many[first] + many[first + 1]
            if len(joined) > 3 and abs(len(joined) - len(one)) <= 1:
                alike = likeness(joined, one) * JOINED
                if alike >= SHORT_ACRONYM:
                    yield (first, first + 1), place, alike
        if len(one) in _ACRONYM_SIZES and one.isalpha():
            at = starts.find(one)
            if at >= 0 and any(len(word) > 1 for word in many[at : at + len(one)]):
                yield tuple(range(at, at + len(one))), place, ACRONYM if len(one) > 2 else SHORT_ACRONYM
