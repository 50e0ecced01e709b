"""The words of an index and of the queries as numbers, and how alike many pairs of them are."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from recruitcheck.matching.bulk.arrays import F64, I64, U8, U32, Bools, grown
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.token import (
    DOUBLED,
    FAR,
    FAR_LETTERS,
    FIRST_LETTER,
    HARDNESS_LETTERS,
    HARDNESS_SLIPS,
    INITIAL,
    MANY_CONSONANTS,
    MOST_SLIPS,
    OPENINGS,
    OTHER_GENDER,
    OTHER_HARDNESS,
    OTHER_OPENING,
    OTHER_VOWEL,
    OTHER_VOWELS,
    PREFIX,
    SHAPE,
    SHAPE_LETTERS,
    SHAPE_SLIPS,
    SHORT_SKELETON,
    SKELETON,
    SPOKEN_ALIKE,
    are_of_two_genders,
    are_other_words,
    bones,
    harshness,
    has_double,
    likeness,
    plural,
    skeleton,
    slips_allowed,
    spoken,
    undoubled,
    vowels_allowed,
)
from recruitcheck.matching.word_sounds import all_bones
from recruitcheck.names.market_words import (
    JOINING_WORDS,
    is_market_word,
    is_place,
    is_plain_word,
    market_words,
    plain_words,
)

MOST_OWN = 200_000  # words of queries that are remembered
_FEATURES = (
    "size",
    "first",
    "second",
    "last",
    "double",
    "alpha",
    "sound",
    "sound_size",
    "bones",
    "market",
    "place",
    "plain",
    "joining",
)
_LONGEST = 1024
_ROOM = 4096
_MOST_VOWELS = vowels_allowed(_LONGEST)
_SPOKEN = np.array(SPOKEN_ALIKE)
_HARSH = np.array([harshness(size) for size in range(_LONGEST + 1)])
_ALLOWED = np.array([slips_allowed(size) for size in range(_LONGEST + 1)])


class BulkWords:
    """Numbers for words: the listed ones as in the index, others behind them as they come."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._listed = len(index.words)
        self._numbers: dict[str, int] = {}
        self._texts: list[str] = list(index.words)
        self._joined: dict[int, int] = {}
        self._plurals: dict[int, int] = {}
        text = np.asarray(index.section("word_text"))
        ends = np.asarray(index.section("word_ends")).astype(np.int64)
        start, size = ends[:-1], np.diff(ends)
        self.size: I64 = size
        self.first: U8 = text[start] if len(text) else np.zeros(0, np.uint8)
        self.second: U8 = np.where(size > 1, text[np.minimum(start + 1, max(len(text) - 1, 0))], 0).astype(np.uint8)
        self.last: U8 = text[ends[1:] - 1] if len(text) else np.zeros(0, np.uint8)
        twice = np.concatenate((text[1:] == text[:-1], [False])) if len(text) else np.zeros(0, np.bool_)
        twice[ends[1:] - 1] = False  # the last letter of a word and the first of the next
        self.double: Bools = _any_in(twice, start)
        self.alpha: Bools = ~_any_in((text < ord("a")) | (text > ord("z")), start)
        self.sound: U32 = np.array(index.section("word_sounds"))
        self.sound_size: U8 = np.array(index.section("sound_sizes"))
        self.bones: U32 = np.zeros(self._listed, np.uint32)  # a number for ``token.bones``; 0 where it is not known
        self._spoken = bytes(index.section("spoken")).decode().split("\n") if self._listed else []
        self.market: Bools = np.zeros(self._listed, np.bool_)
        self.market[[at for at in map(index.word_number, market_words()) if at is not None]] = True
        self.plain: Bools = self.market.copy()
        self.plain[[at for at in map(index.word_number, plain_words()) if at is not None]] = True
        self.joining: Bools = np.zeros(self._listed, np.bool_)
        self.joining[[at for at in map(index.word_number, JOINING_WORDS) if at is not None]] = True
        self.place: Bools = np.zeros(self._listed, np.bool_)
        self.place[[at for at in map(index.word_number, filter(is_place, market_words())) if at is not None]] = True

    @property
    def is_full(self) -> bool:
        """Whether so many words of queries are remembered that one should begin anew."""
        return len(self._texts) - self._listed > MOST_OWN

    def text(self, number: int) -> str:
        """A word."""
        return self._texts[number]

    def texts(self, numbers: I64) -> list[str]:
        """Some words."""
        return list(map(self._texts.__getitem__, numbers.tolist()))

    def number(self, word: str) -> int:
        """A word's number; it is given one where it has none."""
        known = self._numbers.get(word)
        if known is None:
            listed = self._index.word_number(word)
            known = self._numbers[word] = self._added(word) if listed is None else listed
        return known

    def is_listed(self, number: int) -> bool:
        """Whether a word is in the index."""
        return number < self._listed

    def joined(self, firsts: I64, seconds: I64) -> I64:
        """The numbers of neighbours written as one."""
        known = self._joined
        keys = (firsts << 32 | seconds).tolist()
        for key in keys:
            if key not in known:
                known[key] = self.number(self.text(key >> 32) + self.text(key & 0xFFFF_FFFF))
        return np.array([known[key] for key in keys], np.int64)

    def _added(self, word: str) -> int:
        number = len(self._texts)
        self._texts.append(word)
        self._spoken.append("")
        if number >= len(self.size):
            for name in _FEATURES:
                setattr(self, name, grown(getattr(self, name), number + _ROOM))
        self.size[number] = len(word)
        self.first[number], self.second[number] = _letter(word[:1]), _letter(word[1:2])
        if word.isalpha():
            self.alpha[number] = True
            self.last[number], self.double[number] = _letter(word[-1:]), has_double(word)
            self.joining[number] = word in JOINING_WORDS
            self.market[number], self.place[number] = is_market_word(word), is_place(word)
            self.plain[number] = is_plain_word(word)
        return number

    def likeness(self, ours: I64, theirs: I64) -> F64:
        """``token.likeness`` of pairs of words."""
        keys = (ours << 32) | theirs
        different, which = np.unique(keys, return_inverse=True)
        found: F64 = self._likeness(different >> 32, different & 0xFFFF_FFFF)[which.ravel()]
        return found

    def _likeness(self, ours: I64, theirs: I64) -> F64:
        """The same for pairs that are all different: most are told to be unlike by their letters alone."""
        size, market = self.size, self.market
        found = np.zeros(len(ours), np.float64)
        found[ours == theirs] = 1.0
        shorter = np.minimum(size[ours], size[theirs])
        at = np.flatnonzero(
            (ours != theirs)
            & self.alpha[ours]
            & self.alpha[theirs]
            & ~(market[ours] & market[theirs])
            & ((shorter == 1) | self.may_begin_alike(ours, theirs))
        )
        ours, theirs, shorter = ours[at], theirs[at], shorter[at]
        mixed = market[ours] != market[theirs]
        odd = mixed & (shorter < 3)
        one = shorter == 1
        found[at[one & (self.first[ours] == self.first[theirs])]] = INITIAL
        found[at[odd]] = list(map(likeness, self.texts(ours[odd]), self.texts(theirs[odd])))
        plain = ~(odd | one)
        at, ours, theirs, mixed = at[plain], ours[plain], theirs[plain], mixed[plain]
        ours, theirs = self._in_plural(ours, theirs, mixed), self._in_plural(theirs, ours, mixed)
        found[at] = self.likeness_at(ours, theirs)[1]
        return found

    def _in_plural(self, ours: I64, theirs: I64, mixed: Bools) -> I64:
        """Market words, which are kept in the singular, in the plural where the other word may be one."""
        s = ord("s")
        at = np.flatnonzero(mixed & self.market[ours] & (self.last[ours] != s) & (self.last[theirs] == s))
        if not len(at):
            return ours
        found = ours.copy()
        found[at] = [self._plural(number) for number in ours[at].tolist()]
        return found

    def _plural(self, number: int) -> int:
        known = self._plurals.get(number)
        if known is None:
            known = self._plurals[number] = self.number(plural(self.text(number)))
        return known

    def likeness_at(self, ours: I64, theirs: I64) -> tuple[I64, F64]:
        """How many slips pairs of unequal words of letters are apart (``FAR`` + 1 for more), and
        ``token.likeness_at`` of them."""
        size, first = self.size, self.first
        slips = self.slips(ours, theirs, FAR)
        shorter, longer = np.minimum(size[ours], size[theirs]), np.maximum(size[ours], size[theirs])
        same_first = first[ours] == first[theirs]
        begins_alike = self.may_begin_alike(ours, theirs)
        near = (slips <= FAR) & (longer - shorter <= MOST_SLIPS) & begins_alike
        place = np.minimum(longer, _LONGEST)
        by_slips = np.maximum(0.0, 1 - _HARSH[place] * slips / longer - np.where(same_first, 0.0, FIRST_LETTER))
        alike = np.where(near & (slips <= _ALLOWED[place]), by_slips, 0.0)
        shaped = near & (shorter >= SHAPE_LETTERS) & (slips <= SHAPE_SLIPS * longer)
        alike[shaped] = np.maximum(alike[shaped], SHAPE)
        far = ~near & begins_alike & (shorter >= FAR_LETTERS)
        self._sound_out(ours[near | far], theirs[near | far])
        at = np.flatnonzero(far & (self.sound[ours] == self.sound[theirs]))
        spoken_alike = self._by_sound(ours[at], theirs[at])
        alike[at] = np.where(spoken_alike > OTHER_VOWELS, spoken_alike, 0.0)
        at = np.flatnonzero(near & (self.sound[ours] == self.sound[theirs]))
        alike[at] = np.maximum(alike[at], self._by_sound(ours[at], theirs[at]))
        hard = (
            near & (self.sound[ours] != self.sound[theirs]) & (shorter >= HARDNESS_LETTERS) & (alike < OTHER_HARDNESS)
        )
        at = np.flatnonzero(hard)
        alike[at[self._differ_in_hardness(ours[at], theirs[at])]] = OTHER_HARDNESS
        more = longer - shorter
        level = near & (slips <= _ALLOWED[place]) & (shorter > 3) & (self.double[ours] | self.double[theirs])
        at = np.flatnonzero(level)
        doubled = [
            undoubled(mine) == undoubled(yours)
            for mine, yours in zip(self.texts(ours[at]), self.texts(theirs[at]), strict=True)
        ]
        at = at[np.array(doubled, np.bool_)]
        alike[at] = np.maximum(alike[at], DOUBLED - np.where(same_first[at], 0.0, FIRST_LETTER))
        starts_alike = same_first & (self.second[ours] == self.second[theirs]) & (shorter > 2)
        at = np.flatnonzero(starts_alike & ((slips > FAR) | (more == slips)))
        begins = [
            mine.startswith(yours) or yours.startswith(mine)
            for mine, yours in zip(self.texts(ours[at]), self.texts(theirs[at]), strict=True)
        ]
        at = at[np.array(begins, np.bool_)]
        last = np.where(size[ours[at]] > size[theirs[at]], self.last[ours[at]], self.last[theirs[at]])
        alike[at] = np.maximum(alike[at], np.where((more[at] == 1) & (last == ord("s")), DOUBLED, PREFIX))
        at = at[(more[at] == 1) & (last == ord("a")) & near[at] & (alike[at] > OTHER_GENDER)]
        pairs = zip(at.tolist(), self.texts(ours[at]), self.texts(theirs[at]), strict=True)
        alike[[one for one, *both in pairs if are_of_two_genders(*sorted(both, key=len))]] = OTHER_GENDER
        at = np.flatnonzero(near & (alike > SHAPE) & self.plain[ours] & self.plain[theirs])
        pairs = zip(at.tolist(), self.texts(ours[at]), self.texts(theirs[at]), strict=True)
        alike[[one for one, *both in pairs if are_other_words(*sorted(both, key=len))]] = SHAPE
        return slips, alike

    def _sound_out(self, *words: I64) -> None:
        """Work out how those words of queries sound of which it is not known."""
        for numbers in words:
            own = numbers[numbers >= self._listed]
            for number in np.unique(own[self.sound[own] == 0]).tolist():
                word = self.text(number)
                sound = skeleton(word)
                self.sound[number], self.sound_size[number] = crc32(sound.encode()), min(len(sound), 255)
                self._spoken[number] = spoken(word)

    def _by_sound(self, ours: I64, theirs: I64) -> F64:
        """What two words of one skeleton are worth by how they are spoken."""
        if not len(ours):
            return np.zeros(0, np.float64)
        said = self._spoken
        mine, yours = [said[one] for one in ours.tolist()], [said[one] for one in theirs.tolist()]
        slips = cpdist(mine, yours, scorer=OSA.distance, score_cutoff=_MOST_VOWELS, dtype=np.int64, workers=1)
        size, first = self.size, self.first
        shorter, longer = np.minimum(size[ours], size[theirs]), np.maximum(size[ours], size[theirs])
        letters = self.sound_size[ours]
        alike = np.where(letters >= 4, SKELETON, SHORT_SKELETON) - OTHER_VOWEL * (slips - 1)
        alike -= np.where(first[ours] == first[theirs], 0.0, OTHER_OPENING)
        far = slips > np.where(longer < 9, vowels_allowed(8), _MOST_VOWELS)
        alike[(shorter < 4) | (letters < 2) | far] = 0.0
        alike[far & (letters >= MANY_CONSONANTS)] = OTHER_VOWELS
        return np.where(slips == 0, _SPOKEN[np.minimum(shorter, len(_SPOKEN) - 1)], alike)

    def _differ_in_hardness(self, ours: I64, theirs: I64) -> Bools:
        """Whether pairs of words differ in how hard their consonants are, and in little else."""
        self._find_bones(ours, theirs)
        found: Bools = self.bones[ours] == self.bones[theirs]
        at = np.flatnonzero(found)
        pairs = zip(self.texts(ours[at]), self.texts(theirs[at]), strict=True)
        found[at] = [
            bones(mine) == bones(yours) and OSA.distance(spoken(mine), spoken(yours)) <= HARDNESS_SLIPS
            for mine, yours in pairs
        ]
        return found

    def _find_bones(self, *words: I64) -> None:
        """Work out what is kept of those words in every romanisation of which it is not known."""
        numbers = np.unique(np.concatenate(words))
        numbers = numbers[self.bones[numbers] == 0]
        if len(numbers):
            self.bones[numbers] = [crc32(one.encode()) for one in all_bones(self.texts(numbers))]

    def may_begin_alike(self, ours: I64, theirs: I64) -> Bools:
        """False where no single slip explains how two words begin."""
        first, second = self.first, self.second
        a, b, c, d = first[ours], second[ours], first[theirs], second[theirs]
        found: Bools = (_OPENING[a] == _OPENING[c]) | (b == d) | (a == d) | (b == c)
        return found

    def slips(self, ours: I64, theirs: I64, most: int) -> I64:
        """How many slips pairs of words are apart; ``most`` + 1 for more."""
        if not len(ours):
            return np.zeros(0, np.int64)
        mine, yours = self.texts(ours), self.texts(theirs)
        return cpdist(mine, yours, scorer=OSA.distance, score_cutoff=most, dtype=np.int64, workers=1)


def _any_in(letters: Bools, start: I64) -> Bools:
    """Whether any letter of each word is marked."""
    found: Bools = np.logical_or.reduceat(letters, start) if len(start) else np.zeros(0, np.bool_)
    return found


def _letter(text: str) -> int:
    return ord(text) if text and text.isascii() else 0


_OPENING = np.frombuffer(bytes([OPENINGS.get(letter, letter) for letter in range(256)]), np.uint8)
