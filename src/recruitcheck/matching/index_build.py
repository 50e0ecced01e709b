"""Turns names into the sections of a name index.

Words are the middle: a name is a run of word numbers, and whatever is fuzzy (slips, sounds, pieces) is an index over
the *vocabulary*, which grows far slower than the list. Only neighbours written as one and initials point at names.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from recruitcheck.matching.index_keys import deletions, grams, hash_of, initials_of
from recruitcheck.matching.indexed_name import IndexedEntry, IndexName, packed
from recruitcheck.matching.token import skeleton
from recruitcheck.matching.weights import SHIPPED, TokenWeights
from recruitcheck.names import parse_name, split_names

SEPARATOR = "\x1f"
MIN_JOINED = 4  # letters of two neighbours written as one
MIN_SLIP = 4  # letters of a word in which a slip is looked for
MIN_SOUND = 4

Sections = dict[str, tuple[str, "bytes | bytearray | array[int] | array[float]"]]


class IndexBuilder:
    """Collects names, then gives the sections. Memory: about 400 bytes a name."""

    def __init__(self, weights: TokenWeights = SHIPPED) -> None:
        self._weights = weights
        self._entries: dict[IndexedEntry, int] = {}
        self._names: dict[tuple[int, str, str, str, str], None] = {}
        self._words: list[tuple[str, ...]] = []
        self._records: list[bytes] = []
        self._entry_of = array("I")
        self._initials: list[int] = []

    def add(self, item: IndexName) -> None:
        """One name as listed; it is split into the names it holds."""
        entry = self._entries.setdefault(item.entry, len(self._entries))
        for place, name in enumerate(split_names(item.name.text)):
            kind = item.name.kind if place == 0 else name.kind
            seen = (entry, name.text, kind.value, item.valid_from, item.valid_until)
            if seen in self._names:
                continue
            self._names[seen] = None
            parts = parse_name(name.text)
            number = len(self._words)
            self._words.append(tuple(map(sys.intern, parts.words)))
            self._entry_of.append(entry)
            self._records.append(packed(name.text, kind, item.valid_from, item.valid_until, parts))
            self._initials.extend(hash_of("a", key) << 32 | number for key in initials_of(name.text, parts))

    def sections(self) -> Sections:
        """Everything of the file but its header."""
        vocabulary = sorted({word for words in self._words for word in words}, key=str.encode)
        number_of = {word: number for number, word in enumerate(vocabulary)}
        found: Sections = {}
        found |= _table("word", [word.encode() for word in vocabulary])
        found["exact"] = ("Q", _sorted(hash_of("w", word) << 32 | number for word, number in number_of.items()))
        found |= self._postings(number_of, len(vocabulary))
        found |= _table("name", self._records)
        found["name_entry"] = ("I", self._entry_of)
        found |= _table("entry", [SEPARATOR.join(entry.fields()).encode() for entry in self._entries])
        found["joins"] = ("Q", _sorted(self._joins()))
        found["initials"] = ("Q", array("Q", sorted(set(self._initials))))
        found["slips"] = ("Q", _sorted(_slips(vocabulary)))
        found["sounds"] = ("Q", _sorted(_sounds(vocabulary)))
        found["grams"] = ("Q", _sorted(_grams(vocabulary)))
        return found

    def _postings(self, number_of: dict[str, int], size: int) -> Sections:
        of_name, ends = array("I"), array("I", [0])
        lists: dict[int, array[int]] = defaultdict(lambda: array("I"))
        norms = array("f")
        weight = [0.0] * size
        for word, number in number_of.items():
            weight[number] = self._weights.of(word)
        for name, words in enumerate(self._words):
            numbers = [number_of[word] for word in words]
            of_name.extend(numbers)
            ends.append(len(of_name))
            norms.append(sum(weight[number] for number in numbers) or 1.0)
            for number in set(numbers):
                lists[number].append(name)
        postings, starts = array("I"), array("I", [0])
        for number in range(size):
            postings.extend(lists.pop(number))
            starts.append(len(postings))
        return {
            "name_words": ("I", of_name),
            "name_words_ends": ("I", ends),
            "norms": ("f", norms),
            "weights": ("f", array("f", weight)),
            "postings": ("I", postings),
            "postings_ends": ("I", starts),
        }

    def _joins(self) -> Iterator[int]:
        for name, words in enumerate(self._words):
            for first, second in pairwise(words):
                if len(first) + len(second) >= MIN_JOINED:
                    yield hash_of("j", first + second) << 32 | name


def _table(name: str, rows: Iterable[bytes]) -> Sections:
    text, ends = bytearray(), array("I", [0])
    for row in rows:
        text += row
        ends.append(len(text))
    return {f"{name}_text": ("B", text), f"{name}_ends": ("I", ends)}


def _sorted(keys: Iterable[int]) -> array[int]:
    return array("Q", sorted(set(keys)))


def _slips(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SLIP and word.isalpha():
            for shorter in deletions(word):
                yield hash_of("d", shorter) << 32 | number


def _sounds(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SOUND and word.isalpha() and len(bones := skeleton(word)) > 1:
            yield hash_of("s", bones) << 32 | number


def _grams(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SLIP and word.isalpha():
            for gram in grams(word):
                yield hash_of("g", gram) << 32 | number
