"""Which word of one name stands for which word of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from recruitcheck.matching.token import OPENINGS, likeness, read_likeness
from recruitcheck.names.market_words import JOINING_WORDS, is_market_word, normal_word

MAX_WORDS = 24
"""Longer names are compared by their first words; keeps the work for one pair bounded."""

JOINED = 0.97
JOINED_LIKE = 0.85  # "erp uk" is no misspelt "erpac"
LONG_JOINED = 6
MIN_OPENING = 3  # letters of either half of a word that ends in a market word
MIN_RUN = 4  # letters of two neighbours that may be one word
LONGEST_SYLLABLE = 6
JOINED_READ = 0.8
MISPARTED_LIKE = 0.9  # one slip in a long run, or none: "rahman oakland" is no misparted "rehman oaklend"
VERY_LONG_JOINED, VERY_LONG_LIKE = 12, 0.8
ACRONYM = 0.72
SHORT_ACRONYM = 0.45
LEAST = 0.4
_ACRONYM_SIZES = range(2, 10)
_HARD = frozenset("ckqpf")  # first letters that one sound is written with

Words = tuple[str, ...]
Joined = list[tuple[int, str]]
Chosen = tuple[list["Pair"], list[int], list[int]]


class Pair(NamedTuple):
    """Words of the query (``asked``, positions) that stand for words of the entry (``listed``)."""

    asked: tuple[int, ...]
    listed: tuple[int, ...]
    likeness: float


class Alignment(NamedTuple):
    """Which positions stand for each other, and which stand alone. ``same``: equal words (asked, listed)."""

    asked: Words
    listed: Words
    same: list[tuple[int, int]]
    like: list[Pair]
    only_asked: list[int]
    only_listed: list[int]

    @property
    def pairs(self) -> list[Pair]:
        """Every pair, in the order of the query."""
        return sorted([*(Pair((mine,), (yours,), 1.0) for mine, yours in self.same), *self.like])

    @property
    def in_order(self) -> bool:
        """Whether the paired words come in the same order on both sides."""
        both = self.same
        if self.like:
            both = sorted([*both, *[(pair.asked[0], pair.listed[0]) for pair in self.like]])
        places = [yours for _, yours in both]
        return places == sorted(places)


class Reading(Enum):
    """What the words of two names are to each other, by the scripts of the names."""

    LATIN = "both as printed"
    GUESSED = "one is read from another script, so that its words are spelt by guess"
    SYLLABLES = "one is Chinese, a word for each syllable"
    CHARACTERS = "both are Chinese: a word stands for characters, and one is not like another"


def align(asked: Words, listed: Words, reading: Reading = Reading.LATIN) -> Alignment:
    """Pair the words of two names, the likest first; neighbours may join, letters may stand for words."""
    if len(asked) > MAX_WORDS or len(listed) > MAX_WORDS:
        asked, listed = asked[:MAX_WORDS], listed[:MAX_WORDS]
    same: list[tuple[int, int]] = []
    only_asked: list[int] = []
    only_listed = list(range(len(listed)))
    for place, word in enumerate(asked):
        if word in listed and (found := _nearest(word, place, listed, only_listed)) >= 0:
            same.append((place, found))
            only_listed.remove(found)
        else:
            only_asked.append(place)
    like: list[Pair] = []
    if only_asked and only_listed:
        found_pairs = _pairs(asked, listed, only_asked, only_listed)
        if reading is not Reading.LATIN:
            found_pairs = _as_read(found_pairs, asked, listed, only_asked, only_listed, reading)
        like, only_asked, only_listed = chosen_pairs(found_pairs, only_asked, only_listed)
    return Alignment(asked, listed, same, like, only_asked, only_listed)


def chosen_pairs(found: list[Pair], only_asked: list[int], only_listed: list[int]) -> Chosen:
    """Those of some pairs that stand, the likest first, and the places that then stand alone."""
    if len(found) > 1:
        found.sort(
            key=lambda one: (-one.likeness, -len(one.asked) - len(one.listed), abs(one.asked[0] - one.listed[0]))
        )
    like: list[Pair] = []
    for pair in found:
        if _are_free(pair.asked, only_asked) and _are_free(pair.listed, only_listed):
            like.append(pair)
            only_asked = [at for at in only_asked if at not in pair.asked]
            only_listed = [at for at in only_listed if at not in pair.listed]
    like.sort()
    return like, only_asked, only_listed


def _nearest(word: str, place: int, listed: Words, free: list[int]) -> int:
    """The nearest free place of an equal word; -1 where there is none."""
    first = listed.index(word)
    if listed.count(word) == 1:
        return first if first in free else -1
    places = [at for at in free if listed[at] == word]
    return min(places, key=lambda at: abs(at - place)) if places else -1


def _are_free(places: tuple[int, ...], free: list[int]) -> bool:
    if len(places) == 1:
        return places[0] in free
    return all(at in free for at in places)


def _pairs(ours: Words, theirs: Words, free: list[int], their_free: list[int]) -> list[Pair]:
    found = []
    others = [
        (other, theirs[other], theirs[other][0], theirs[other][1:2], theirs[other][0].translate(OPENINGS))
        for other in their_free
    ]
    for place in free:
        word = ours[place]
        first, second, sound = word[0], word[1:2], word[0].translate(OPENINGS)
        for other, listed, start, then, their_sound in others:
            # Neither a slip nor a spelling explains words that begin quite otherwise; cheap, and true of most pairs.
            if sound == their_sound or start == second or then in (first, second):
                alike = likeness(word, listed)
                if alike >= LEAST:
                    found.append(Pair((place,), (other,), alike))
    return found + run_pairs(ours, theirs, free, their_free)


def run_pairs(ours: Words, theirs: Words, free: list[int], their_free: list[int]) -> list[Pair]:
    """Runs of words of one side that are a word of the other, or two."""
    found: list[Pair] = []
    joined = _neighbours(ours, free) if len(free) > 1 else []
    their_joined = _neighbours(theirs, their_free) if len(their_free) > 1 else []
    if joined:
        found += [Pair(run, (other,), alike) for run, other, alike in _runs(ours, theirs, free, their_free, joined)]
    if their_joined:
        runs = _runs(theirs, ours, their_free, free, their_joined)
        found += [Pair((place,), run, alike) for run, place, alike in runs]
    if len(joined) > 1:
        found += [Pair(run, (other,), JOINED) for run, other in _threes(ours, theirs, free, their_free)]
    if len(their_joined) > 1:
        found += [Pair((place,), run, JOINED) for run, place in _threes(theirs, ours, their_free, free)]
    return found + list(_misparted(joined, their_joined)) if joined and their_joined else found


def _threes(many: Words, ones: Words, free: list[int], their_free: list[int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Three free neighbours of one side that are one word of the other, letter by letter."""
    for at, then, last in zip(free, free[1:], free[2:], strict=False):
        if last == at + 2:
            whole = many[at] + many[then] + many[last]
            yield from [((at, then, last), place) for place in their_free if ones[place] == whole]


def _neighbours(words: Words, free: list[int]) -> Joined:
    """Free neighbours written as one: where the first stands, and both."""
    return [(at, words[at] + words[after]) for at, after in pairwise(free) if after == at + 1]


def _as_read(
    pairs: list[Pair], asked: Words, listed: Words, free: list[int], their_free: list[int], reading: Reading
) -> list[Pair]:
    """The pairs, with those that another script makes likely, or without those that it rules out."""
    if reading is Reading.CHARACTERS:
        return [pair for pair in pairs if len(asked[pair.asked[0]]) > LONGEST_SYLLABLE]
    if reading is Reading.GUESSED:
        return pairs + list(_read_pairs(asked, listed, free, their_free))
    return pairs + list(_long_runs(asked, listed, free, their_free, likeness))


def _read_pairs(ours: Words, theirs: Words, free: list[int], their_free: list[int]) -> Iterator[Pair]:
    """Words that are alike if one of them was read from another script."""
    for place in free:
        for other in their_free:
            alike = read_likeness(ours[place], theirs[other])
            if alike >= LEAST:
                yield Pair((place,), (other,), alike)
    yield from _long_runs(ours, theirs, free, their_free, read_likeness)


def _long_runs(
    ours: Words, theirs: Words, free: list[int], their_free: list[int], alike_of: Callable[[str, str], float]
) -> Iterator[Pair]:
    """Runs of two or three words of one side that join to a word of the other, as syllables do."""
    for many, ones, places, their_places, asked in (
        (ours, theirs, free, their_free, True),
        (theirs, ours, their_free, free, False),
    ):
        for run in [*pairwise(places), *zip(places, places[1:], places[2:], strict=False)]:
            joined = "".join([many[at] for at in run])
            if run[-1] - run[0] != len(run) - 1 or len(joined) < LONG_JOINED:
                continue
            for place in their_places:
                alike = alike_of(joined, ones[place])
                if alike >= JOINED_READ:
                    yield Pair(run, (place,), alike * JOINED) if asked else Pair((place,), run, alike * JOINED)


def _misparted(joined: Joined, their_joined: Joined) -> Iterator[Pair]:
    """Two neighbours on either side that are like each other as one: "golde nsun" and "golden sun"."""
    for at, both in joined:
        if len(both) < LONG_JOINED:
            continue
        for other, their_both in their_joined:
            if both[0] == their_both[0] and -2 < len(both) - len(their_both) < 2:
                alike = likeness(both, their_both)
                if alike >= MISPARTED_LIKE:
                    yield Pair((at, at + 1), (other, other + 1), alike * JOINED)


def _runs(
    many: Words, ones: Words, free: list[int], their_free: list[int], joined: Joined
) -> Iterator[tuple[tuple[int, ...], int, float]]:
    """Neighbours in ``many`` that join to one word of ``ones``, or whose first letters spell it."""
    starts = {many[at][0] for at in free}
    for place in their_free:
        one = ones[place]
        if one[0] not in starts and one[0] not in _HARD:
            continue
        for at, both in joined:
            if is_spelt_short(many[at], many[at + 1], one):
                yield (at, at + 1), place, JOINED
            elif -2 < len(both) - len(one) < 2 and len(both) >= MIN_RUN and may_join(both, one):
                yield (at, at + 1), place, likeness(both, one) * JOINED
        if len(one) in _ACRONYM_SIZES and one[0] in starts and one[1] in starts and one.isalpha():
            yield from ((run, place, share) for run, share in _spelt_by(one, many, free))


def is_spelt_short(first: str, market: str, one: str) -> bool:
    """Whether a word is two, of which the market word is spelt as people shorten it: "hydrotech"."""
    rest = one[len(first) :]
    return (
        len(first) >= MIN_OPENING
        and len(rest) >= MIN_OPENING
        and one.startswith(first)
        and is_market_word(market)
        and normal_word(rest) == market
    )


def may_join(both: str, one: str) -> bool:
    """Whether two neighbours written as one stand for a word: the shorter it is, the more alike."""
    if both == one or len(one) < LONG_JOINED:
        return both == one
    return likeness(both, one) >= (JOINED_LIKE if len(one) < VERY_LONG_JOINED else VERY_LONG_LIKE)


def _spelt_by(one: str, many: Words, free: list[int]) -> Iterator[tuple[tuple[int, ...], float]]:
    """Runs of words whose first letters are ``one``; joining words count or are passed over."""
    share = ACRONYM if len(one) > 2 else SHORT_ACRONYM
    every: Sequence[int] = range(len(many))
    ways = [every]
    if not JOINING_WORDS.isdisjoint(many):
        ways.append([at for at in every if many[at] not in JOINING_WORDS])
    for places in ways:
        at = "".join([many[place][0] if place in free else "." for place in places]).find(one)
        if at < 0:
            continue
        run = tuple(range(places[at], places[at + len(one) - 1] + 1))
        if all(place in free for place in run) and any(len(many[place]) > 1 for place in run):
            yield run, share
