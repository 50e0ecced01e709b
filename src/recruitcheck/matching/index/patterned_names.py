"""The names of a piece that are read by their pattern, worked out all together: a name costs a few steps of numpy."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from recruitcheck.matching.bulk.arrays import I64, U8, U32, U64, Bools, spread
from recruitcheck.matching.index.checksum import checksums
from recruitcheck.matching.index.name_pattern import Patterns, Read


class Patterned(NamedTuple):
    """Names in the order in which they came, as ``index_names.Piece`` has them."""

    word_of_name: U32
    words_in_name: U32
    shapes: U32
    letters: I64
    initials: U64  # hash << 32 | name


class _Runs:
    """Runs of numbers, one for each of some keys, as two arrays."""

    def __init__(self, runs: Sequence[Sequence[int]]) -> None:
        self.sizes = np.fromiter(map(len, runs), np.int64, len(runs))
        self.starts = np.cumsum(self.sizes) - self.sizes
        self.values = np.fromiter(chain.from_iterable(runs), np.int64, int(self.sizes.sum()))

    def of(self, keys: I64) -> tuple[I64, I64]:
        """Which of the keys, and each number of its run."""
        sizes = self.sizes[keys]
        return np.repeat(np.arange(len(keys)), sizes), self.values[spread(self.starts[keys], sizes)]


class PatternedNames:
    """Grows as names come."""

    def __init__(self, patterns: Patterns, words: dict[str, int], shapes: dict[str, int]) -> None:
        self._words, self._shapes, self._said = words, shapes, patterns.words
        self._reads: list[Read] = []
        self._numbers: dict[int, int] = {}  # of the reads, by identity
        self._which: list[int] = []
        self._tokens: list[list[str]] = []

    def add(self, tokens: list[str], read: Read) -> None:
        """A name whose folded tokens are of the pattern of ``read``."""
        which = self._numbers.get(id(read))
        if which is None:
            which = self._numbers[id(read)] = len(self._reads)
            self._reads.append(read)
        self._which.append(which)
        self._tokens.append(tokens)

    def done(self) -> Patterned:
        """All of them."""
        which = np.array(self._which, np.int64)
        starts, tokens, different = self._numbered()
        first = np.fromiter((ord(token[0]) for token in different), np.uint8, len(different))
        said = [self._said.get(token, "") for token in different]
        size = np.fromiter(map(len, said), np.int64, len(said))
        # Places of tokens, and below zero words that a pattern says as they are.
        named = [[at if isinstance(at, int) else -1 - self._number_of(at) for at in one.words] for one in self._reads]
        row, place = _Runs(named).of(which)
        at = np.minimum(starts[row] + np.maximum(place, 0), max(len(tokens) - 1, 0))
        words = np.where(place >= 0, self._words_of(said, tokens[at], place >= 0), -1 - place)
        telling, place = _Runs([one.telling for one in self._reads]).of(which)
        letters = np.bincount(telling, weights=size[tokens[starts[telling] + place]], minlength=len(which))
        fixed = np.array([one.letters for one in self._reads], np.int64)
        shapes = np.array([self._shapes.setdefault(one.shape, len(self._shapes)) for one in self._reads], np.uint32)
        return Patterned(
            words.astype(np.uint32),
            np.bincount(row, minlength=len(which)).astype(np.uint32),
            shapes[which],
            letters.astype(np.int64) + fixed[which],
            self._initials(which, starts, first[tokens]),
        )

    def _words_of(self, said: Sequence[str], tokens: I64, named: Bools) -> I64:
        """The numbers of the words that some tokens are read as, where they are named at all."""
        numbers, word = self._words, np.full(len(said), -1, np.int64)
        used = np.unique(tokens[named])
        word[used] = [numbers.setdefault(said[token], len(numbers)) for token in used.tolist()]
        return word[tokens]

    def _number_of(self, word: str | int) -> int:
        return self._words.setdefault(str(word), len(self._words))

    def _numbered(self) -> tuple[I64, I64, list[str]]:
        """Where the tokens of each name begin, a number for each token, and the different ones."""
        every = list(chain.from_iterable(self._tokens))
        different = list(dict.fromkeys(every))
        numbers = {token: number for number, token in enumerate(different)}
        sizes = np.fromiter(map(len, self._tokens), np.int64, len(self._tokens))
        tokens = np.fromiter(map(numbers.__getitem__, every), np.int64, len(every))
        return np.cumsum(sizes) - sizes, tokens, different

    def _initials(self, which: I64, starts: I64, letters: U8) -> U64:
        """The keys of what each name may be shortened to, by their length."""
        keys = [key for one in self._reads for key in one.initials]
        before = np.cumsum([len(one.initials) for one in self._reads], dtype=np.int64)
        of_read = [range(int(end) - len(one.initials), int(end)) for one, end in zip(self._reads, before, strict=True)]
        row, key = _Runs(of_read).of(which)
        runs = _Runs(keys)
        found = [np.zeros(0, np.uint64)]
        for size in np.unique(runs.sizes).tolist():
            some = np.flatnonzero(runs.sizes[key] == size)
            rows, begins = row[some], runs.starts[key[some]]
            places = runs.values[begins[:, None] + np.arange(size)]
            hashes = checksums(letters[starts[rows][:, None] + places])
            found.append(hashes.astype(np.uint64) << np.uint64(32) | rows.astype(np.uint64))
        return np.concatenate(found)
