"""The keys of a whole vocabulary at once: what ``index_keys`` and ``hash_of`` make of each word.

A checksum is made letter by letter for all words of one length together, so that a key costs a few steps of numpy and
no call of Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recruitcheck.matching.bulk.arrays import U32, U64
from recruitcheck.matching.index.checksum import START, step
from recruitcheck.matching.index.key_table import hash_of
from recruitcheck.matching.index.keys import MIN_BONES, MIN_SLIP, MIN_SOUND, MIN_SPOKEN, SPOKEN, deletions, grams
from recruitcheck.matching.word_sounds import all_bones, all_spoken, skeletons

_LONGEST = 40  # letters; longer words are few


class Letters:
    """The words of a vocabulary as rows of letters, those of one length together."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._words = vocabulary
        text = np.frombuffer("".join(vocabulary).encode(), np.uint8)
        sizes = np.fromiter(map(len, vocabulary), np.int64, len(vocabulary))
        self._plain = len(text) == sizes.sum()  # ASCII: a byte for each letter
        if not self._plain:
            return
        ends = np.cumsum(sizes)
        odd = np.concatenate(([0], np.cumsum((text < ord("a")) | (text > ord("z")))))
        alpha = odd[ends] == odd[ends - sizes]
        self._text, self._starts, self._sizes = text, ends - sizes, sizes
        self._even = alpha & (sizes >= MIN_SLIP) & (sizes <= _LONGEST)
        self._left = ~self._even & (sizes >= MIN_SLIP)

    def runs(self) -> Iterator[tuple[NDArray[np.uint8], U64]]:
        """Words of letters of one length as rows, and their numbers."""
        if not self._plain:
            return
        for size in np.unique(self._sizes[self._even]).tolist():
            numbers = np.flatnonzero(self._even & (self._sizes == size))
            yield self._text[self._starts[numbers][:, None] + np.arange(size)], numbers.astype(np.uint64)

    def odd(self) -> Iterator[tuple[int, str]]:
        """The words of letters that go their own way: very long ones, and any that is not of ASCII letters."""
        numbers = np.flatnonzero(self._left).tolist() if self._plain else range(len(self._words))
        for number in numbers:
            word = self._words[number]
            if len(word) >= MIN_SLIP and word.isalpha():
                yield number, word


def slip_keys(vocabulary: Sequence[str]) -> U64:
    """``deletions`` of each word of letters: hash << 32 | number."""
    found = []
    every = Letters(vocabulary)
    for letters, numbers in every.runs():
        size = letters.shape[1]
        states = [np.full(len(numbers), START)]  # of the first 0, 1 … letters
        for at in range(size):
            states.append(step(states[-1], letters[:, at]))
        found.append(_keys(states[size], numbers))
        for left_out in range(size):
            state = states[left_out]
            for at in range(left_out + 1, size):
                state = step(state, letters[:, at])
            found.append(_keys(state, numbers))
    return _with_rest(found, every.odd(), lambda word: [crc32(one.encode()) for one in deletions(word)])


def gram_keys(vocabulary: Sequence[str]) -> U64:
    """``grams`` of each word of letters: hash << 32 | number."""
    found = []
    every = Letters(vocabulary)
    for letters, numbers in every.runs():
        edge = np.ones((len(numbers), 1), np.uint8)
        marked = np.hstack((edge * np.uint8(ord("^")), letters, edge * np.uint8(ord("$"))))
        for at in range(marked.shape[1] - 2):
            state = np.full(len(numbers), START)
            for place in range(at, at + 3):
                state = step(state, marked[:, place])
            found.append(_keys(state, numbers))
    return _with_rest(found, every.odd(), lambda word: [hash_of(one) for one in grams(word)])


def sound_keys(vocabulary: Sequence[str]) -> tuple[U64, dict[str, tuple[str, Any]]]:
    """Each word of letters in one spelling for each sound, and its skeleton: hash << 32 | number.

    And sections that keep of every word a number for its skeleton, the skeleton's letters, and how it is spoken.
    """
    plain = [word if word.isalpha() else "" for word in vocabulary]
    said, sounds = all_spoken(plain), skeletons(plain)
    hashes = _hashes(sounds)
    size, letters = (np.fromiter(map(len, some), np.int64, len(some)) for some in (plain, sounds))
    numbers = np.arange(len(plain), dtype=np.uint64)
    spelt, sounding = size >= MIN_SPOKEN, (size >= MIN_SOUND) & (letters > 1)
    keys = [
        hashed[some].astype(np.uint64) << np.uint64(32) | numbers[some]
        for hashed, some in ((_hashes([SPOKEN + one for one in said]), spelt), (hashes, sounding))
    ]
    return np.concatenate(keys), {
        "word_sounds": ("I", hashes),
        "sound_sizes": ("B", np.minimum(letters, 255).astype(np.uint8)),
        "spoken": ("B", "\n".join(said).encode()),
    }


def bone_keys(words: Sequence[tuple[int, str]]) -> U64:
    """What every romanisation keeps of each numbered word of letters: hash << 32 | number."""
    some = [(number, word) for number, word in words if len(word) >= MIN_BONES and word.isalpha()]
    hashes = _hashes(all_bones([word for _, word in some]))
    return hashes.astype(np.uint64) << np.uint64(32) | np.array([number for number, _ in some], np.uint64)


def _hashes(keys: Sequence[str]) -> U32:
    return np.fromiter((crc32(key.encode()) for key in keys), np.uint32, len(keys))


def _keys(state: U32, numbers: U64) -> U64:
    return (state ^ START).astype(np.uint64) << np.uint64(32) | numbers


def _with_rest(found: list[U64], odd: Iterator[tuple[int, str]], hashes: Callable[[str], list[int]]) -> U64:
    rest = [hashed << 32 | number for number, word in odd for hashed in hashes(word)]
    return np.concatenate([*found, np.array(rest, np.uint64)])
