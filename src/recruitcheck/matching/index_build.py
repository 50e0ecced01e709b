"""Turns names into the sections of a name index.

Words are the middle: a name is a run of word numbers, and whatever is fuzzy (slips, sounds, pieces) is an index over
the *vocabulary*, which grows far slower than the list. Only neighbours written as one and initials point at names.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any
from zlib import crc32

from recruitcheck.matching.index_keys import (
    MIN_BONES,
    MIN_JOINED,
    MIN_SLIP,
    MIN_SOUND,
    MIN_SPOKEN,
    SPOKEN,
    deletions,
    grams,
    initials_of,
)
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
from recruitcheck.matching.side import is_guessed, telling_letters
from recruitcheck.matching.token import bones, skeleton, spoken
from recruitcheck.matching.weights import SHIPPED, TokenWeights
from recruitcheck.model import NameKind
from recruitcheck.names import NameParts, split_names
from recruitcheck.names.parts import readings_unremembered

MOST_LETTERS = 255

Section = tuple[str, "bytes | bytearray | array[int] | array[float]"]
Sections = dict[str, Section]
Run = Callable[[Callable[[tuple[str, Any]], Sections], list[tuple[str, Any]]], Iterable[Sections]]

_COLUMNS = {
    "name_entry": "I",
    "name_from": "I",
    "name_until": "I",
    "name_shape": "I",
    "name_kind": "B",
    "name_letters": "B",
}


class Texts:
    """Texts one after another, and where each ends."""

    def __init__(self) -> None:
        self.text, self.ends = bytearray(), array("I", [0])

    def add(self, row: bytes) -> None:
        """One text more."""
        self.text += row
        self.ends.append(len(self.text))

    def absorb(self, other: Texts) -> None:
        """All of another's texts behind one's own."""
        before = len(self.text)
        self.text += other.text
        self.ends.extend([end + before for end in other.ends[1:]])

    def sections(self, name: str) -> Sections:
        """As the index keeps them."""
        return {f"{name}_text": ("B", self.text), f"{name}_ends": ("I", self.ends)}


class Names:
    """The names of a list, or of a piece of one, taken apart; words and shapes are numbered as they come."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.shapes: dict[str, int] = {}
        self.of_name, self.name_ends = array("I"), array("I", [0])
        self.texts, self.entry_texts = Texts(), Texts()
        self.entry_first, self.entry_country = array("I"), array("H")
        self.columns = {name: array(kind) for name, kind in _COLUMNS.items()}
        self.joins, self.initials = array("Q"), array("Q")
        self.read: set[str] = set()  # words of names in other scripts, spelt by guess
        self._entry: IndexedEntry | None = None  # the names of one entry come together
        self._seen: set[tuple[str, str, str]] = set()

    def add(self, item: IndexName) -> None:
        """One name as listed; it is split into the names it holds."""
        for place, name in enumerate(split_names(item.name.text)):
            kind = item.name.kind if place == 0 else name.kind
            if item.entry != self._entry:
                self._add_entry(item.entry, name.text)
            seen = (name.text, item.valid_from, item.valid_until)
            if seen not in self._seen:
                self._seen.add(seen)
                for parts in readings_unremembered(name.text):
                    self._add_name(name.text, parts, kind, item)

    def _add_entry(self, entry: IndexedEntry, first: str) -> None:
        """The entry's own name is left out where it is its first name in the index."""
        self._entry, self._seen = entry, set()
        kept = (entry.entry_id, entry.source_id, "" if entry.name == first else entry.name, entry.country)
        self.entry_texts.add(FIELD.join([part.replace(FIELD, " ") for part in kept]).encode("utf-8", "replace"))
        self.entry_first.append(len(self.name_ends) - 1)
        self.entry_country.append(country_number(entry.country))

    def _add_name(self, text: str, parts: NameParts, kind: NameKind, item: IndexName) -> None:
        """One way to read a name: each is filed as a name of its own."""
        number = len(self.name_ends) - 1
        words = self.words
        self.of_name.extend([words.setdefault(word, len(words)) for word in parts.words])
        self.name_ends.append(len(self.of_name))
        if is_guessed(text):
            self.read.update(parts.words)
        shape = shape_of(parts).packed()
        columns = self.columns
        columns["name_entry"].append(len(self.entry_first) - 1)
        columns["name_from"].append(day_number(item.valid_from))
        columns["name_until"].append(day_number(item.valid_until) or OPEN_END)
        columns["name_shape"].append(self.shapes.setdefault(shape, len(self.shapes)))
        columns["name_kind"].append(KINDS.index(kind))
        columns["name_letters"].append(min(telling_letters(parts), MOST_LETTERS))
        self.texts.add(_record(text, parts))
        for first, second in pairwise(parts.words):
            if len(first) + len(second) >= MIN_JOINED:
                self.joins.append(crc32((first + second).encode()) << 32 | number)
        if not text.isascii():  # Chinese in Latin letters joins as many syllables as one word has
            for three in zip(parts.words, parts.words[1:], parts.words[2:], strict=False):
                self.joins.append(crc32("".join(three).encode()) << 32 | number)
        for key in initials_of(text, parts):
            self.initials.append(crc32(key.encode()) << 32 | number)

    def absorb(self, piece: Names) -> None:
        """The names of the next piece of the list, behind one's own."""
        names, entries, shared = len(self.name_ends) - 1, len(self.entry_first), len(self.of_name)
        words = [self.words.setdefault(word, len(self.words)) for word in piece.words]
        shapes = [self.shapes.setdefault(shape, len(self.shapes)) for shape in piece.shapes]
        self.of_name.extend(array("I", map(words.__getitem__, piece.of_name)))
        self.name_ends.extend([end + shared for end in piece.name_ends[1:]])
        self.texts.absorb(piece.texts)
        self.entry_texts.absorb(piece.entry_texts)
        self.entry_first.extend([name + names for name in piece.entry_first])
        self.entry_country.extend(piece.entry_country)
        moved = piece.columns | {
            "name_entry": array("I", [entry + entries for entry in piece.columns["name_entry"]]),
            "name_shape": array("I", map(shapes.__getitem__, piece.columns["name_shape"])),
        }
        for name, column in moved.items():
            self.columns[name].extend(column)
        self.read |= piece.read
        self.joins.extend([key + names for key in piece.joins])  # the name's number is the low half
        self.initials.extend([key + names for key in piece.initials])


def taken_apart(piece: Iterable[IndexName]) -> Names:
    """The names of one piece of a list."""
    names = Names()
    for item in piece:
        names.add(item)
    return names


def sections_of(names: Names, weights: TokenWeights = SHIPPED, run: Run = map) -> Sections:
    """Everything of the file but its header. ``run`` does the work of ``map``, perhaps in several processes."""
    vocabulary = sorted(names.words)
    new = array("I", bytes(4 * len(vocabulary)))
    for number, word in enumerate(vocabulary):
        new[names.words[word]] = number
    found: Sections = {"words": ("B", "\n".join(vocabulary).encode())}
    found |= _table("word", [word.encode() for word in vocabulary])
    tasks: list[tuple[str, Any]] = [("slips", vocabulary), ("grams", vocabulary), ("joins", names.joins)]
    read = [(word, number) for number, word in enumerate(vocabulary) if word in names.read]
    tasks += [("initials", names.initials), ("sounds", vocabulary), ("bones", vocabulary), ("read", read)]
    keyed = run(keys_of, tasks)
    found |= _postings(vocabulary, array("I", map(new.__getitem__, names.of_name)), names.name_ends, weights)
    found |= names.texts.sections("name") | names.entry_texts.sections("entry")
    found |= {"entry_first": ("I", names.entry_first), "entry_country": ("H", names.entry_country)}
    found |= _table("shape", [shape.encode() for shape in names.shapes])
    found |= {name: (column.typecode, column) for name, column in names.columns.items()}
    for sections in keyed:
        found |= sections
    return found


def keys_of(task: tuple[str, Any]) -> Sections:
    """The sections of one kind of key: of a vocabulary, or of keys already hashed."""
    name, given = task
    made: dict[str, Callable[[Any], Iterator[int]]] = {
        "slips": _slips,
        "grams": _grams,
        "sounds": _sounds,
        "bones": _bones,
        "read": _boned,
    }
    ordered, pages = filed(made[name](given) if name in made else given)
    return {name: ("Q", ordered), f"{name}_pages": ("I", pages)}


def _postings(vocabulary: list[str], of_name: array[int], ends: array[int], weights: TokenWeights) -> Sections:
    weight = array("f", map(weights.of, vocabulary))
    norms = array("f")
    lists: list[array[int] | None] = [None] * len(vocabulary)
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


def _record(text: str, parts: NameParts) -> bytes:
    """The text, and behind a mark what was set aside."""
    plain = text.replace(FIELD, " ")
    if parts.ignored:
        plain = f"{plain}{FIELD}{' '.join(parts.ignored)}"
    return plain.encode("utf-8", "replace")


def _table(name: str, rows: Iterable[bytes]) -> Sections:
    texts = Texts()
    for row in rows:
        texts.add(row)
    return texts.sections(name)


def _slips(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SLIP and word.isalpha():
            for shorter in deletions(word):
                yield crc32(shorter.encode()) << 32 | number


def _sounds(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) < MIN_SPOKEN or not word.isalpha():
            continue
        yield hash_of(SPOKEN + spoken(word)) << 32 | number
        if len(word) >= MIN_SOUND and len(sound := skeleton(word)) > 1:
            yield hash_of(sound) << 32 | number


def _bones(vocabulary: list[str]) -> Iterator[int]:
    return _boned([(word, number) for number, word in enumerate(vocabulary)])


def _boned(words: list[tuple[str, int]]) -> Iterator[int]:
    for word, number in words:
        if len(word) >= MIN_BONES and word.isalpha():
            yield hash_of(bones(word)) << 32 | number


def _grams(vocabulary: list[str]) -> Iterator[int]:
    for number, word in enumerate(vocabulary):
        if len(word) >= MIN_SLIP and word.isalpha():
            for gram in grams(word):
                yield hash_of(gram) << 32 | number
