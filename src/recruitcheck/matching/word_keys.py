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

from recruitcheck.matching.index_keys import MIN_BONES, MIN_SLIP, MIN_SOUND, MIN_SPOKEN, SPOKEN, deletions, grams
from recruitcheck.matching.index_names import U32, U64
from recruitcheck.matching.key_table import hash_of
from recruitcheck.matching.token import bones, skeleton, spoken

_START = np.uint32(0xFFFF_FFFF)
_BYTE, _SHIFT = np.uint32(0xFF), np.uint32(8)
_LONGEST = 40  # letters; longer words are few


def _table() -> U32:
    """What each byte makes of an empty checksum (CRC-32 as in zlib)."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & np.uint32(1), np.uint32(0xEDB8_8320) ^ (table >> np.uint32(1)), table >> np.uint32(1))
    return table


_TABLE = _table()


def slip_keys(vocabulary: Sequence[str]) -> U64:
    """``deletions`` of each word of letters: hash << 32 | number."""
    found = []
    for letters, numbers in _runs(vocabulary):
        size = letters.shape[1]
        states = [np.full(len(numbers), _START)]  # of the first 0, 1 … letters
        for at in range(size):
            states.append(_step(states[-1], letters[:, at]))
        found.append(_keys(states[size], numbers))
        for left_out in range(size):
            state = states[left_out]
            for at in range(left_out + 1, size):
                state = _step(state, letters[:, at])
            found.append(_keys(state, numbers))
    return _with_rest(found, _odd(vocabulary), lambda word: [crc32(one.encode()) for one in deletions(word)])


def gram_keys(vocabulary: Sequence[str]) -> U64:
    """``grams`` of each word of letters: hash << 32 | number."""
    found = []
    for letters, numbers in _runs(vocabulary):
        edge = np.ones((len(numbers), 1), np.uint8)
        marked = np.hstack((edge * np.uint8(ord("^")), letters, edge * np.uint8(ord("$"))))
        for at in range(marked.shape[1] - 2):
            state = np.full(len(numbers), _START)
            for place in range(at, at + 3):
                state = _step(state, marked[:, place])
            found.append(_keys(state, numbers))
    return _with_rest(found, _odd(vocabulary), lambda word: [hash_of(one) for one in grams(word)])


def sound_keys(vocabulary: Sequence[str]) -> U64:
    """Each word of letters in one spelling for each sound, and its skeleton: hash << 32 | number."""
    keys = []
    for number, word in enumerate(vocabulary):
        if len(word) < MIN_SPOKEN or not word.isalpha():
            continue
        keys.append(hash_of(SPOKEN + spoken(word)) << 32 | number)
        if len(word) >= MIN_SOUND and len(sound := skeleton(word)) > 1:
            keys.append(hash_of(sound) << 32 | number)
    return np.array(keys, np.uint64)


def word_sounds(vocabulary: Sequence[str]) -> dict[str, tuple[str, Any]]:
    """How each word of letters sounds: a number for its skeleton, the skeleton's letters, and how it is spoken."""
    skeletons = [skeleton(word) if word.isalpha() else "" for word in vocabulary]
    said = [spoken(word) if word.isalpha() else "" for word in vocabulary]
    return {
        "word_sounds": ("I", np.array([crc32(one.encode()) for one in skeletons], np.uint32)),
        "sound_sizes": ("B", np.array([min(len(one), 255) for one in skeletons], np.uint8)),
        "spoken": ("B", "\n".join(said).encode()),
    }


def bone_keys(words: Sequence[tuple[int, str]]) -> U64:
    """What every romanisation keeps of each numbered word of letters: hash << 32 | number."""
    keys = [hash_of(bones(word)) << 32 | number for number, word in words if len(word) >= MIN_BONES and word.isalpha()]
    return np.array(keys, np.uint64)


def _is_even(word: str) -> bool:
    return MIN_SLIP <= len(word) <= _LONGEST and word.isascii() and word.isalpha()


def _odd(vocabulary: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The words that go their own way: very long ones, and any that is not of ASCII letters."""
    return (
        (number, word)
        for number, word in enumerate(vocabulary)
        if len(word) >= MIN_SLIP and word.isalpha() and not _is_even(word)
    )


def _runs(vocabulary: Sequence[str]) -> Iterator[tuple[NDArray[np.uint8], U64]]:
    """Words of one length as rows of letters, and their numbers."""
    by_size: dict[int, list[int]] = {}
    for number, word in enumerate(vocabulary):
        if _is_even(word):
            by_size.setdefault(len(word), []).append(number)
    for size, numbers in sorted(by_size.items()):
        text = "".join([vocabulary[number] for number in numbers]).encode()
        yield np.frombuffer(text, np.uint8).reshape(len(numbers), size), np.array(numbers, np.uint64)


def _step(state: U32, letters: NDArray[np.uint8]) -> U32:
    """The checksums one letter further."""
    further: U32 = _TABLE[(state ^ letters) & _BYTE] ^ (state >> _SHIFT)
    return further


def _keys(state: U32, numbers: U64) -> U64:
    return (state ^ _START).astype(np.uint64) << np.uint64(32) | numbers


def _with_rest(found: list[U64], odd: Iterator[tuple[int, str]], hashes: Callable[[str], list[int]]) -> U64:
    rest = [hashed << 32 | number for number, word in odd for hashed in hashes(word)]
    return np.concatenate([*found, np.array(rest, np.uint64)])
