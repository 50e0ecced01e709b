"""The name index: every name of a set of registries, ready to be asked.

``build`` writes a file from names, ``open`` maps it; ``retrieval`` finds the names worth comparing, ``search``
compares and ranks them. All that comparing needs of a listed name was worked out at the building.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from recruitcheck import __version__
from recruitcheck.matching.index.file import Sections, write_sections
from recruitcheck.matching.index.indexed_name import (
    FIELD,
    KINDS,
    IndexedEntry,
    IndexName,
    Shape,
    unpacked_shape,
)
from recruitcheck.matching.index.key_table import KeyTable
from recruitcheck.matching.side import GUESSED, Side
from recruitcheck.matching.weights import SHIPPED, TokenWeights
from recruitcheck.model import Name, NameKind

FORMAT = 10  # of the sections; how names are read may differ from version to version too
_SHAPES = 16_384


class NameIndex:
    """Names on disk, mapped into memory; read-only, safe to open in several processes."""

    def __init__(self, sections: Sections, weights: TokenWeights) -> None:
        self.weights = weights
        self._sections = sections
        self._names = _Table(sections["name_text"], sections["name_ends"])
        self._entries = _Table(sections["entry_text"], sections["entry_ends"])
        self._shape_lines = _Table(sections["shape_text"], sections["shape_ends"])
        self.words: Sequence[str] = _Words(sections["word_text"], sections["word_ends"])
        self.entry_of: memoryview[int] = sections["name_entry"]
        self.country_of: memoryview[int] = sections["entry_country"]
        self._entry_first: memoryview[int] = sections["entry_first"]
        self.norms: memoryview[float] = sections["norms"]
        self.name_words: memoryview[int] = sections["name_words"]  # of one name after the other, in order
        self.name_words_ends: memoryview[int] = sections["name_words_ends"]
        self.joins, self.initials, self.slips, self.sounds, self.grams, self.bones, self.read = (
            KeyTable(sections[name], sections[f"{name}_pages"])
            for name in ("joins", "initials", "slips", "sounds", "grams", "bones", "read")
        )
        self._postings: memoryview[int] = sections["postings"]
        self.postings_ends: memoryview[int] = sections["postings_ends"]
        self.word_weights: memoryview[float] = sections["weights"]
        self._kinds: memoryview[int] = sections["name_kind"]
        self._shape_of: memoryview[int] = sections["name_shape"]
        self._letters: memoryview[int] = sections["name_letters"]
        self._from: memoryview[int] = sections["name_from"]
        self._until: memoryview[int] = sections["name_until"]
        self.shape = lru_cache(maxsize=_SHAPES)(self._read_shape)

    @classmethod
    def build(
        cls, path: Path, names: Iterable[IndexName], *, made_of: Iterable[str] = (), jobs: int | None = None
    ) -> NameIndex:
        """Write an index of ``names`` to ``path`` (whole or not at all) and open it.

        The names of one entry come together. ``made_of`` identifies the copies that they come from; ``open`` asks for
        the same. ``jobs``: processes for a long list, by default one per core.
        """
        from recruitcheck.matching.index.work import sections_in_processes  # only who builds needs processes

        sections = sections_in_processes(names, jobs or os.cpu_count() or 1)
        write_sections(path, sections, {"format": [FORMAT, __version__], "made_of": sorted(made_of)})
        return cls(Sections(path, verify=False), SHIPPED)

    @classmethod
    def open(cls, path: Path, *, made_of: Iterable[str] | None = None, verify: bool = True) -> NameIndex | None:
        """The index of a file; None where there is none, it is damaged, or it was made of other copies."""
        try:
            sections = Sections(path, verify=verify)
            about = sections.about
            if about["format"] != [FORMAT, __version__]:
                return None
            if made_of is not None and about["made_of"] != sorted(made_of):
                return None
            return cls(sections, SHIPPED)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def __len__(self) -> int:
        """How many names it holds."""
        return len(self.entry_of)

    def section(self, name: str) -> memoryview[Any]:
        """A part of the file as it lies, for who asks many queries at once."""
        return self._sections[name]

    def load_words(self) -> None:
        """Read all words at once: worth it for many queries, not for one."""
        text = bytes(self._sections["words"]).decode()
        self.words = text.split("\n") if text else []

    def entry(self, number: int) -> IndexedEntry:
        """The entry with a number (see ``entry_of``)."""
        entry_id, source_id, name, country = self._entries.text(number).split(FIELD)
        if not name:  # its own name is its first in the index
            name = self.text(self._entry_first[number])
        return IndexedEntry(entry_id, source_id, name, country)

    def names_of(self, entry: int) -> range:
        """The numbers of an entry's names, its own name first."""
        first = self._entry_first
        return range(first[entry], first[entry + 1] if entry + 1 < len(first) else len(self))

    def text(self, number: int) -> str:
        """A name as listed."""
        return self._names.text(number).partition(FIELD)[0]

    def name(self, number: int) -> Name:
        """A name as listed, and its kind."""
        return Name(self.text(number), KINDS[self._kinds[number]])

    def side(self, number: int) -> Side:
        """A name as comparing sees it; what was set aside is left to ``ignored``."""
        ends = self.name_words_ends
        ids = self.name_words[ends[number] : ends[number + 1]].tolist()
        every, weights = self.words, self.word_weights
        words = tuple([every[one] for one in ids])
        shape = self.shape(self._shape_of[number])
        classes = shape.classes
        if classes == "d" * len(words):
            telling = words
        else:
            telling = tuple([word for word, one in zip(words, classes, strict=True) if one == "d"])
        return Side(
            self.text(number),
            words,
            tuple([weights[one] for one in ids]),
            shape.legal_forms,
            shape.numbers,
            self._letters[number],
            telling,
            (),
            GUESSED in shape.script,
        )

    def ignored(self, number: int) -> tuple[str, ...]:
        """What was set aside of a name: honorifics, licence numbers."""
        return tuple(self._names.text(number).partition(FIELD)[2].split())

    def is_abbreviation(self, number: int) -> bool:
        """Whether a name is the initials of another."""
        return KINDS[self._kinds[number]] is NameKind.ABBREVIATION

    def listed_on(self, number: int, day: int) -> bool:
        """Whether a name was listed on a day (YYYYMMDD)."""
        return self._from[number] <= day < self._until[number]

    def holding(self, word: int) -> memoryview[int]:
        """The names that hold a word."""
        return self._postings[self.postings_ends[word] : self.postings_ends[word + 1]]

    def held_by(self, word: int) -> int:
        """In how many names a word stands."""
        return self.postings_ends[word + 1] - self.postings_ends[word]

    def word_number(self, word: str) -> int | None:
        """The number of a word; None where no name holds it."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def words_from(self, start: str, most: int) -> range:
        """The numbers of words that begin with ``start``, at most so many."""
        first = bisect_left(self.words, start)
        return range(first, bisect_left(self.words, f"{start}{{", first, min(first + most, len(self.words))))

    def _read_shape(self, number: int) -> Shape:
        return unpacked_shape(self._shape_lines.text(number))


class _Table:
    """Texts one after another, and where each ends."""

    def __init__(self, text: memoryview[Any], ends: memoryview[int]) -> None:
        self._text, self._ends = text, ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    def text(self, number: int) -> str:
        """One of them."""
        return str(self._text[self._ends[number] : self._ends[number + 1]], "utf-8")


class _Words(Sequence[str]):
    """The words of an index, read from the file as they are asked for."""

    def __init__(self, text: memoryview[Any], ends: memoryview[int]) -> None:
        self._table = _Table(text, ends)

    def __len__(self) -> int:
        return len(self._table)

    def __getitem__(self, number: Any) -> Any:
        if number >= len(self._table):
            raise IndexError(number)
        return self._table.text(number)
