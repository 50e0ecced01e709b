"""Scores of many pairs of names at once, where their words pair off plainly; the rest is left to be compared singly.

Plain is what most pairs are: Latin letters, few words, none twice, and at most one that resembles another. Then words
are paired as ``alignment`` does, and ``comparison.score_of`` makes the score of what was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from recruitcheck.matching.alignment import (
    LEAST,
    LONG_JOINED,
    MIN_OPENING,
    MIN_RUN,
    MISPARTED_LIKE,
    is_spelt_short,
    may_join,
)
from recruitcheck.matching.bulk.arrays import I64, U8, Bools
from recruitcheck.matching.bulk.pairs import Alike, Equal, Names, disordered
from recruitcheck.matching.bulk.scores import STATES, Paired
from recruitcheck.matching.bulk.several_ways import Settled, settled, settled_at_once
from recruitcheck.matching.bulk.words import BulkWords
from recruitcheck.matching.comparison import MARKET_LETTERS, SHORT_LETTERS, form_of, number_of
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index.indexed_name import Shape, shape_of
from recruitcheck.matching.side import Side, script_of
from recruitcheck.matching.token import likeness
from recruitcheck.names import NameParts, fold

WORDS = 8
"""Names of more words are compared singly."""

_NONE, _OTHER = -1, -2  # no word on the query's side, and on the entry's
_LETTERS_OF_INITIALS = 9
_NO_LETTER = np.uint8(ord("."))
_TELLING_LETTERS = 1  # a telling word of one letter may stand alone
Status = tuple[int, int]  # of the legal forms, of the numbers


class Asked(NamedTuple):
    """A name of a query, taken apart. ``numbers``: of its words; empty where it must be compared singly."""

    text: str
    parts: NameParts
    side: Side
    shape: Shape
    numbers: tuple[int, ...]


class BulkComparison:
    """Compares names of queries with listed names."""

    def __init__(self, index: NameIndex, words: BulkWords) -> None:
        self._index, self._words = index, words
        self._name_words = np.asarray(index.section("name_words"))
        self._ends = np.asarray(index.section("name_words_ends"))
        self._weights = np.asarray(index.section("weights"))
        self._shape_of = np.asarray(index.section("name_shape"))
        self._letters = np.asarray(index.section("name_letters"))
        shapes = len(index.section("shape_ends")) - 1
        self._telling = np.zeros((shapes, WORDS), np.bool_)
        self._plain = np.zeros(shapes, np.bool_)
        self._read = np.zeros(shapes, np.bool_)
        self._forms = np.zeros(shapes, np.int64)  # which legal forms and numbers a shape has
        self._numbered: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        self._kinds: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self._status: dict[int, Status] = {}

    def asked(self, text: str, parts: NameParts) -> Asked:
        """A name of a query."""
        side = Side.of(text, self._index.weights, parts)
        words = parts.words
        plain = 0 < len(words) <= WORDS and len(set(words)) == len(words) and not script_of(text)
        numbers = tuple([self._words.number(word) for word in words]) if plain else ()
        return Asked(text, parts, side, shape_of(parts), numbers)

    def paired(self, asked: Sequence[Asked], of: I64, names: I64) -> Paired:
        """Each name of ``names`` with the query ``asked[of]``."""
        equal = Equal.of(self._ours(asked, of), self._theirs(names))
        ours, theirs, _, free, their_free = equal
        singly = self._odd(asked, of, names, theirs)
        exact = ~singly & (ours.words == np.where(theirs.there, theirs.words, _NONE)).all(1)
        letters = np.array([one.side.letters for one in asked])[of], self._letters[names]
        bare = (letters[0] == 0) | (letters[1] == 0)
        short = ~bare & (np.minimum(*letters) <= SHORT_LETTERS)
        short &= ~exact | (ours.telling != theirs.telling).any(1)
        own = (free & ours.telling).any(1) | (their_free & theirs.telling).any(1)
        singly |= short & ~own & ~exact  # the telling words are the same: in the same order?
        found = self._settled(asked, of, equal, singly | exact)
        only, their_only, other = found.only, found.their_only, found.other
        size, common = self._words.size, self._common
        asked_common, asked_place = common(ours.words, only)
        listed_common, listed_place = common(theirs.words, their_only)
        return Paired(
            singly,
            exact,
            self._equal(asked, of, names, exact),
            found.overlap,
            disordered(found.partner),
            (asked_common | asked_place) & (listed_common | listed_place),
            asked_common,
            listed_common,
            bare,
            short,
            other | (only & ours.telling & (size[ours.words] > _TELLING_LETTERS)).any(1),
            other | (their_only & theirs.telling & (size[theirs.words] > _TELLING_LETTERS)).any(1),
            found.doubt,
            *self._statuses(asked, of, names),
        )

    def _ours(self, asked: Sequence[Asked], of: I64) -> Names:
        words = np.full((len(asked), WORDS), _NONE, np.int64)
        weights = np.zeros((len(asked), WORDS))
        telling = np.zeros((len(asked), WORDS), np.bool_)
        for at, one in enumerate(asked):
            count = len(one.numbers)
            words[at, :count] = one.numbers
            weights[at, :count] = one.side.weights[:count]
            telling[at, :count] = [letter == "d" for letter in one.shape.classes[:count]]
        return Names(words[of], weights[of], telling[of], words[of] >= 0)

    def _theirs(self, names: I64) -> Names:
        start = self._ends[names].astype(np.int64)
        places = start[:, None] + np.arange(WORDS)
        there = places < self._ends[names + 1][:, None]
        words = self._name_words[np.minimum(places, len(self._name_words) - 1)].astype(np.int64)
        weights = np.where(there, self._weights[words], 0.0)
        shapes = self._shape_of[names]
        self._read_shapes(shapes)
        return Names(np.where(there, words, _OTHER), weights, self._telling[shapes], there)

    def _read_shapes(self, shapes: I64) -> None:
        for number in np.unique(shapes[~self._read[shapes]]).tolist():
            shape = self._index.shape(number)
            self._read[number] = True
            self._forms[number] = self._number_of(shape)
            self._plain[number] = not shape.script and 0 < len(shape.classes) <= WORDS
            for place, letter in enumerate(shape.classes[:WORDS]):
                self._telling[number, place] = letter == "d"

    def _odd(self, asked: Sequence[Asked], of: I64, names: I64, theirs: Names) -> Bools:
        """Pairs with a name in another script, of no words or very many, or with a word twice."""
        ordered = np.sort(theirs.words, axis=1)
        twice = ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)).any(1)
        odd: Bools = np.array([not one.numbers for one in asked])[of] | ~self._plain[self._shape_of[names]] | twice
        return odd

    def _settled(self, asked: Sequence[Asked], of: I64, equal: Equal, left_out: Bools) -> Settled:
        """Which word stands for which in each pair of names."""
        alike = self._alike(equal, left_out)
        in_runs = left_out.copy()
        self._joins(equal, in_runs)
        in_runs &= ~left_out
        several = in_runs | (np.bincount(alike.row, minlength=len(of)) > 1)
        one = alike.of(~several[alike.row])
        found = settled_at_once(equal, one)
        rows = np.flatnonzero(several)
        if len(rows):
            sides = [asked[place].side for place in of[rows].tolist()]
            found.put(rows, settled(rows, equal, alike, in_runs, sides, self._words.text))
        return found

    def _equal(self, asked: Sequence[Asked], of: I64, names: I64, exact: Bools) -> Bools:
        """Whether names of the same words are the same text but for case and punctuation."""
        found = np.zeros(len(of), np.bool_)
        for row in np.flatnonzero(exact).tolist():
            text = fold(asked[of[row]].text)
            found[row] = text == fold(self._index.text(names[row])) != ""
        return found

    def _alike(self, equal: Equal, left_out: Bools) -> Alike:
        """The pairs of words that are alike, of each pair of names in order."""
        ours, theirs, _, free, their_free = equal
        row, place, their_place = _crossed(free, their_free, left_out)
        like = self._words.likeness(ours.words[row, place], theirs.words[row, their_place])
        return Alike(row, place, their_place, like).of(like >= LEAST)

    def _joins(self, equal: Equal, singly: Bools) -> None:
        """Mark pairs where neighbours may join, or letters may stand for words; those marked are not looked at."""
        ours, theirs, _, free, their_free = equal
        neighbours, their_neighbours = free[:, :-1] & free[:, 1:], their_free[:, :-1] & their_free[:, 1:]
        for many, ones, joins, alone in (
            (ours, theirs, neighbours, their_free),
            (theirs, ours, their_neighbours, free),
        ):
            self._leave_joined(many, ones, joins, alone, singly)
            self._leave_three_joined(many, ones, joins, alone, singly)
            self._leave_initials(many, ones, free if many is ours else their_free, alone, singly)
        self._leave_misparted(ours, theirs, neighbours, their_neighbours, singly)

    def _leave_joined(self, many: Names, ones: Names, joins: Bools, alone: Bools, singly: Bools) -> None:
        words = self._words
        size, first, second = words.size, words.first, words.second
        row, at, place = _crossed(joins, alone, singly)
        a, b, one = many.words[row, at], many.words[row, at + 1], ones.words[row, place]
        both = size[a] + size[b]
        # The first two letters of both decide whether it may be alike.
        near = (abs(both - size[one]) < 2) & (both >= MIN_RUN)
        near &= (size[a] < 2) | words.may_begin_alike(a, one)
        near &= (size[one] >= LONG_JOINED) | ((both == size[one]) & (first[a] == first[one]))
        near &= (size[one] >= LONG_JOINED) | (size[a] < 2) | (second[a] == second[one])
        short = words.market[b] & (size[one] > size[a]) & (first[a] == first[one]) & (second[a] == second[one])
        near |= short & (size[a] >= MIN_OPENING)
        row, a, b, one = row[near], a[near], b[near], one[near]
        texts = zip(row.tolist(), words.texts(a), words.texts(b), words.texts(one), strict=True)
        stand_as_one = [
            at
            for at, first, then, other in texts
            if may_join(first + then, other) or is_spelt_short(first, then, other)
        ]
        singly[stand_as_one] = True

    def _leave_three_joined(self, many: Names, ones: Names, joins: Bools, alone: Bools, singly: Bools) -> None:
        words = self._words
        row, at, place = _crossed(joins[:, :-1] & joins[:, 1:], alone, singly)
        one, three = ones.words[row, place], [many.words[row, at + more] for more in range(3)]
        equal = words.size[three[0]] + words.size[three[1]] + words.size[three[2]] == words.size[one]
        equal &= words.first[three[0]] == words.first[one]
        texts = zip(row[equal].tolist(), *[words.texts(some[equal]) for some in (*three, one)], strict=True)
        singly[[at for at, *parts, whole in texts if "".join(parts) == whole]] = True

    def _leave_initials(self, many: Names, ones: Names, free: Bools, alone: Bools, singly: Bools) -> None:
        words = self._words
        size = words.size[ones.words]
        short = alone & (size > 1) & (size <= _LETTERS_OF_INITIALS) & (size <= free.sum(1)[:, None])
        row, place = np.nonzero(short & ~singly[:, None])
        one = ones.words[row, place]
        letters = np.where(free[row], words.first[many.words[row]], _NO_LETTER)
        opens = (letters == words.first[one][:, None]).any(1) & (letters == words.second[one][:, None]).any(1)
        row, one, letters = row[opens], one[opens], letters[opens]
        joins = words.joining[many.words[row]] & many.there[row]
        texts = zip(words.texts(one), letters, joins, row.tolist(), strict=True)
        singly[[at for text, every, joining, at in texts if _spells(text.encode(), every, joining)]] = True

    def _leave_misparted(
        self, ours: Names, theirs: Names, neighbours: Bools, their_neighbours: Bools, singly: Bools
    ) -> None:
        words = self._words
        size, first = words.size, words.first
        row, at, place = _crossed(neighbours, their_neighbours, singly)
        a, b, c, d = (
            ours.words[row, at],
            ours.words[row, at + 1],
            theirs.words[row, place],
            theirs.words[row, place + 1],
        )
        both, their_both = size[a] + size[b], size[c] + size[d]
        near = (both >= LONG_JOINED) & (abs(both - their_both) < 2) & (first[a] == first[c])
        texts = zip(row[near].tolist(), *[words.texts(some[near]) for some in (a, b, c, d)], strict=True)
        singly[[at for at, *two, one, other in texts if likeness("".join(two), one + other) >= MISPARTED_LIKE]] = True

    def _common(self, words: I64, places: Bools) -> tuple[Bools, Bools]:
        """Whether a market word, and whether the name of a place, stands at one of the places."""
        market = places & self._words.market[words] & (self._words.size[words] > MARKET_LETTERS)
        where = self._words.place[words]
        common: Bools = np.any(market & ~where, axis=1)
        here: Bools = np.any(market & where, axis=1)
        return common, here

    def _statuses(self, asked: Sequence[Asked], of: I64, names: I64) -> tuple[I64, I64]:
        """Of the legal forms and of the numbers of each pair: places in ``STATES``."""
        ours = np.array([self._number_of(one.shape) for one in asked], np.int64)
        different, which = np.unique(ours[of] << 32 | self._forms[self._shape_of[names]], return_inverse=True)
        found = []
        for key in different.tolist():
            known = self._status.get(key)
            if known is None:
                forms, numbers = self._kinds[key >> 32]
                their_forms, their_numbers = self._kinds[key & 0xFFFF_FFFF]
                told = form_of(forms, their_forms), number_of(numbers, their_numbers)
                known = self._status[key] = STATES.index(told[0]), STATES.index(told[1])
            found.append(known)
        states = np.array(found, np.int64)[which.ravel()]
        return states[:, 0], states[:, 1]

    def _number_of(self, shape: Shape) -> int:
        """A number for the legal forms and the numbers of a shape."""
        key = shape.legal_forms, shape.numbers
        known = self._numbered.get(key)
        if known is None:
            known = self._numbered[key] = len(self._kinds)
            self._kinds.append(key)
        return known


def _crossed(ours: Bools, theirs: Bools, without: Bools) -> tuple[I64, I64, I64]:
    """Each row, a place marked on one side and a place marked on the other."""
    rows = np.flatnonzero(ours.any(1) & theirs.any(1) & ~without)
    ours, theirs = ours[rows], theirs[rows]
    flat = np.flatnonzero((ours[:, :, None] & theirs[:, None, :]).ravel())
    row, place = np.divmod(flat, ours.shape[1] * theirs.shape[1])
    return rows[row], place // theirs.shape[1], place % theirs.shape[1]


def _spells(word: bytes, letters: U8, joining: Bools) -> bool:
    """Whether first letters, with those of joining words or without, hold a word."""
    return word in letters.tobytes() or (bool(joining.any()) and word in letters[~joining].tobytes())
