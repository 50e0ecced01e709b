"""What many words may stand for: ``stands`` for all new words of a block at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from recruitcheck.matching.bulk.arrays import I64
from recruitcheck.matching.bulk.keys import BulkKeys
from recruitcheck.matching.bulk.words import BulkWords
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index.key_table import hash_of
from recruitcheck.matching.index.keys import MIN_SLIP, SPOKEN, deletions, grams
from recruitcheck.matching.stands import (
    LEAST_LIKE,
    LONG,
    LONGEST,
    MOST_GRAMS_FILED,
    MOST_HEARD_FILED,
    MOST_SLIPS_FILED,
    MOST_SOUNDS_FILED,
    MOST_WIDE_WORDS,
    Stands,
    least_shared,
    likest,
    may_be_misspelt,
    may_be_reshaped,
)
from recruitcheck.matching.token import FAR, SHAPE, bones, skeleton, slips_allowed, spoken

_NUMBER = 0xFFFF_FFFF


class BulkStands:
    """Works out what words stand for before ``Stands`` is asked."""

    def __init__(self, index: NameIndex, words: BulkWords, stands: Stands) -> None:
        self._index, self._words, self._stands = index, words, stands
        self._slips, self._sounds, self._grams, self._bones = (
            BulkKeys(index, name) for name in ("slips", "sounds", "grams", "bones")
        )

    def fill(self, words: Iterable[str]) -> None:
        """Work out what is not known of some words."""
        known = self._stands.plain
        new = [word for word in dict.fromkeys(words) if word not in known and may_be_misspelt(word)]
        if not new:
            return
        exact = [self._index.word_number(word) for word in new]
        found: list[dict[int, float]] = [{} if number is None else {number: 1.0} for number in exact]
        self._add_near(new, exact, found)
        lost = [at for at, word in enumerate(new) if not found[at] and LONG <= len(word) <= LONGEST]
        if lost:
            which, numbers = self._by_pieces([new[at] for at in lost])
            places = np.array(lost, np.int64)[which]
            self._add(new, places, numbers, np.full(len(places), FAR), found)
        for word, like in zip(new, found, strict=True):
            known[word] = self._stands.with_beginnings(word, like)

    def fill_wide(self, words: Iterable[str]) -> None:
        """The same with words that share pieces."""
        known, plain = self._stands.wide, self._stands.plain
        new = [word for word in dict.fromkeys(words) if word not in known and may_be_reshaped(word)]
        if not new:
            return
        self.fill(new)
        parts = (self._by_pieces(new), self._sounding(new), self._of_same_bones(new))
        pairs = np.unique(np.concatenate([which << 32 | numbers for which, numbers in parts]))
        which, numbers = pairs >> 32, pairs & _NUMBER
        asked = np.array([self._words.number(word) for word in new], np.int64)
        alike = self._words.likeness(asked[which], numbers)
        good = alike >= SHAPE
        found = [dict(plain[word]) for word in new]
        for at, number, like in zip(which[good].tolist(), numbers[good].tolist(), alike[good].tolist(), strict=True):
            found[at].setdefault(number, like)
        for word, like in zip(new, found, strict=True):
            known[word] = likest(like, MOST_WIDE_WORDS)

    def _add_near(self, words: Sequence[str], exact: Sequence[int | None], found: list[dict[int, float]]) -> None:
        """Add the listed words that a slip or another spelling may have turned into these."""
        sizes = np.array([len(word) for word in words])
        own = np.array([-1 if number is None else number for number in exact], np.int64)
        which, numbers = self._sounding(words)
        sounds = _pairs(which, numbers, own)
        slips = _pairs(*self._slipped(words), own)
        slips = np.setdiff1d(slips, sounds, assume_unique=True)
        allowed = np.array([slips_allowed(size + 1) for size in sizes.tolist()])
        by_sound, by_slip = sounds >> 32, slips >> 32
        most = np.concatenate((np.where(sizes[by_sound] < MIN_SLIP, FAR, FAR - 1), allowed[by_slip]))
        pairs = np.concatenate((sounds, slips))
        self._add(words, pairs >> 32, pairs & _NUMBER, most, found)

    def _slipped(self, words: Sequence[str]) -> tuple[I64, I64]:
        """Which word, and a listed one that is perhaps a letter away."""
        shorter = [deletions(word) if len(word) >= MIN_SLIP else () for word in words]
        key, numbers = self._slips.under([hash_of(one) for every in shorter for one in every], MOST_SLIPS_FILED)
        return np.repeat(np.arange(len(words)), [len(every) for every in shorter])[key], numbers

    def _sounding(self, words: Sequence[str]) -> tuple[I64, I64]:
        """Which word, and a listed one that sounds like it."""
        hashes, which = [], []
        for at, word in enumerate(words):
            hashes.append(hash_of(SPOKEN + spoken(word)))
            which.append(at)
            if len(word) >= MIN_SLIP and len(sound := skeleton(word)) > 1:
                hashes.append(hash_of(sound))
                which.append(at)
        key, numbers = self._sounds.under(hashes, MOST_SOUNDS_FILED)
        return np.array(which, np.int64)[key], numbers

    def _of_same_bones(self, words: Sequence[str]) -> tuple[I64, I64]:
        """Which word, and a listed one that keeps the same in every romanisation."""
        return self._bones.under([hash_of(bones(word)) for word in words], MOST_HEARD_FILED)

    def _by_pieces(self, words: Sequence[str]) -> tuple[I64, I64]:
        """Which word, and a listed one that shares at least two in five runs of three letters."""
        pieces = [grams(word) for word in words]
        least = np.array([least_shared(len(every)) for every in pieces])
        key, numbers = self._grams.under([hash_of(one) for every in pieces for one in every], MOST_GRAMS_FILED)
        which = np.repeat(np.arange(len(words)), [len(every) for every in pieces])[key]
        pairs, counts = np.unique(which << 32 | numbers, return_counts=True)
        pairs = pairs[counts >= least[pairs >> 32]]
        return pairs >> 32, pairs & _NUMBER

    def _add(self, words: Sequence[str], which: I64, numbers: I64, most: I64, found: list[dict[int, float]]) -> None:
        """Add the pairs that are at most so many slips apart and alike."""
        asked = np.array([self._words.number(word) for word in words], np.int64)[which]
        slips, alike = self._words.likeness_at(asked, numbers)
        good = (alike >= LEAST_LIKE) & (slips <= most)
        rows = zip(which[good].tolist(), numbers[good].tolist(), alike[good].tolist(), strict=True)
        for at, number, like in rows:
            found[at][number] = like


def _pairs(which: I64, numbers: I64, own: I64) -> I64:
    """Each pair once, but none of a word with itself."""
    different = numbers != own[which]
    found: I64 = np.unique(which[different] << 32 | numbers[different])
    return found
