"""Turns names into the sections of a name index.

Words are the middle: a name is a run of word numbers, and whatever is fuzzy (slips, sounds, pieces) is an index over
the *vocabulary*, which grows far slower than the list. Only neighbours written as one and initials point at names.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from zlib import crc32

from recruitcheck.matching.index_keys import deletions, grams, initials_of
from recruitcheck.matching.indexed_name import (
    FIELD,
    KINDS,
    OPEN_END,
    IndexedEntry,
    IndexName,
    country_number,
    day_number,
    shape_of,
)
from recruitcheck.matching.key_table import filed, hash_of
from recruitcheck.matching.side import telling_letters
from recruitcheck.matching.token import skeleton
from recruitcheck.matching.weights import SHIPPED, TokenWeights
from recruitcheck.model import NameKind
from recruitcheck.names import NameParts, split_names
from recruitcheck.names.parts import parse_unremembered

MIN_JOINED = 4  # letters of two neighbours written as one
MIN_SLIP = 4  # letters of a word in which a slip is looked for
MIN_SOUND = 4
MOST_LETTERS = 255

Section = tuple[str, "bytes | bytearray | array[int] | array[float]"]
Sections = dict[str, Section]


class IndexBuilder:
    """Collects names, then gives the sections. Memory: about 300 bytes a name."""

    def __init__(self, weights: TokenWeights = SHIPPED) -> None:
        self._weights = weights
        self._entry: IndexedEntry | None = None  # the names of one entry come together
        self._seen: set[tuple[str, str, str]] = set()
        self._words: dict[str, int] = {}  # numbered as they come
        self._shapes: dict[str, int] = {}
        self._name_words, self._name_ends = array("I"), array("I", [0])
        self._texts = _Texts()
        self._entry_texts = _Texts()
        self._entry_first = array("I")
        self._entry_country = array("H")
        self._columns = {
            "name_entry": array("I"),
            "name_from": array("I"),
            "name_until": array("I"),
            "name_shape": array("I"),
            "name_kind": array("B"),
            "name_letters": array("B"),
        }
        self._joins = array("Q")
        self._initials = array("Q")

    def add(self, item: IndexName) -> None:
        """One name as listed; it is split into the names it holds."""
        for place, name in enumerate(split_names(item.name.text)):
            kind = item.name.kind if place == 0 else name.kind
            if item.entry != self._entry:
                self._add_entry(item.entry, name.text)
            seen = (name.text, item.valid_from, item.valid_until)
            if seen not in self._seen:
                self._seen.add(seen)
                self._add_name(name.text, kind, item)

    def _add_entry(self, entry: IndexedEntry, first: str) -> None:
        """The entry's own name is left out where it is its first name in the index."""
        self._entry, self._seen = entry, set()
        kept = (entry.entry_id, entry.source_id, "" if entry.name == first else entry.name, entry.country)
        self._entry_texts.add(FIELD.join([part.replace(FIELD, " ") for part in kept]).encode("utf-8", "replace"))
        self._entry_first.append(len(self._name_ends) - 1)
        self._entry_country.append(country_number(entry.country))

    def _add_name(self, text: str, kind: NameKind, item: IndexName) -> None:
        parts = parse_unremembered(text)
        number = len(self._name_ends) - 1
        words = self._words
        self._name_words.extend([words.setdefault(word, len(words)) for word in parts.words])
        self._name_ends.append(len(self._name_words))
        shape = shape_of(parts).packed()
        columns = self._columns
        columns["name_entry"].append(len(self._entry_first) - 1)
        columns["name_from"].append(day_number(item.valid_from))
        columns["name_until"].append(day_number(item.valid_until) or OPEN_END)
        columns["name_shape"].append(self._shapes.setdefault(shape, len(self._shapes)))
        columns["name_kind"].append(KINDS.index(kind))
        columns["name_letters"].append(min(telling_letters(parts), MOST_LETTERS))
        self._texts.add(_record(text, parts))
        for first, second in pairwise(parts.words):
            if len(first) + len(second) >= MIN_JOINED:
                self._joins.append(crc32((first + second).encode()) << 32 | number)
        for key in initials_of(text, parts):
            self._initials.append(crc32(key.encode()) << 32 | number)

    def sections(self) -> Sections:
        """Everything of the file but its header."""
        vocabulary = sorted(self._words)
        new = array("I", bytes(4 * len(vocabulary)))
        for number, word in enumerate(vocabulary):
            new[self._words[word]] = number
        self._words = {}
        found: Sections = {"words": ("B", "\n".join(vocabulary).encode())}
        found |= _table("word", [word.encode() for word in vocabulary])
        found |= self._postings(vocabulary, array("I", map(new.__getitem__, self._name_words)))
        found |= self._texts.sections("name") | self._entry_texts.sections("entry")
        found["entry_first"] = ("I", self._entry_first)
        found["entry_country"] = ("H", self._entry_country)
        found |= _table("shape", [shape.encode() for shape in self._shapes])
        found |= {name: (column.typecode, column) for name, column in self._columns.items()}
        found |= _keys("joins", self._joins) | _keys("initials", self._initials)
        found |= _keys("slips", _slips(vocabulary)) | _keys("sounds", _sounds(vocabulary))
        return found | _keys("grams", _grams(vocabulary))

    def _postings(self, vocabulary: list[str], of_name: array[int]) -> Sections:
        weight = array("f", map(self._weights.of, vocabulary))
        norms = array("f")
        lists: list[array[int] | None] = [None] * len(vocabulary)
        ends = self._name_ends
        for name in range(len(ends) - 1):
            numbers = of_name[ends[name] : ends[name + 1]]
            norms.append(sum([weight[number] for number in numbers]) or 1.0)
            for number in set(numbers) if len(numbers) > 1 else numbers:
                held = lists[number]
                if held is None:
                    lists[number] = array("I", (name,))
                else:
                    held.append(name)
        postings, starts = array("I"), array("I", [0])
        for held in lists:
            if held is not None:
                postings.extend(held)
            starts.append(len(postings))
        return {
            "name_words": ("I", of_name),
            "name_words_ends": ("I", ends),
            "norms": ("f", norms),
            "weights": ("f", weight),
            "postings": ("I", postings),
            "postings_ends": ("I", starts),
        }


class _Texts:
    """Texts one after another, and where each ends."""

    def __init__(self) -> None:
        self._text, self._ends = bytearray(), array("I", [0])

    def add(self, row: bytes) -> None:
        self._text += row
        self._ends.append(len(self._text))

    def sections(self, name: str) -> Sections:
        return {f"{name}_text": ("B", self._text), f"{name}_ends": ("I", self._ends)}


def _record(text: str, parts: NameParts) -> bytes:
    """The text, and behind a mark what was set aside."""
    plain = text.replace(FIELD, " ")
    if parts.ignored:
        plain = f"{plain}{FIELD}{' '.join(parts.ignored)}"
    return plain.encode("utf-8", "replace")


def _table(name: str, rows: Iterable[bytes]) -> Sections:
    texts = _Texts()
    for row in rows:
        texts.add(row)
    return texts.sections(name)


def _keys(name: str, keys: Iterable[int]) -> Sections:
    ordered, pages = filed(keys)
    return {name: ("Q", ordered), f"{name}_pages": ("I", pages)}


def _slips(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SLIP and word.isalpha():
            for shorter in deletions(word):
                yield crc32(shorter.encode()) << 32 | number


def _sounds(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SOUND and word.isalpha() and len(bones := skeleton(word)) > 1:
            yield hash_of(bones) << 32 | number


def _grams(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SLIP and word.isalpha():
            for gram in grams(word):
                yield hash_of(gram) << 32 | number
