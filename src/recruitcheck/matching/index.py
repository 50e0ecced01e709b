"""The candidate index: every name of a set of registries, ready to be asked.

One class. ``build`` writes a file from names, ``open`` maps it, ``candidates`` finds the names worth comparing, best
first, ``search`` compares and ranks them. Recall comes first: a query word stands for the listed words that are like
it (slips, sounds, beginnings, pieces), neighbours may be joined on either side, letters may stand for words. What a
find weighs follows how rare its words are; very common words only sort what rarer ones found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from recruitcheck.matching.index_build import SEPARATOR, IndexBuilder
from recruitcheck.matching.index_file import Sections, write_sections
from recruitcheck.matching.index_keys import hash_of
from recruitcheck.matching.indexed_name import IndexedEntry, IndexName, ListedName, unpacked
from recruitcheck.matching.weights import SHIPPED, TokenWeights

FORMAT = 1
_CACHED = 65_536
_LOW = 0xFFFF_FFFF


class NameIndex:
    """Names on disk, mapped into memory; read-only, safe to open in several processes."""

    def __init__(self, sections: Sections, weights: TokenWeights) -> None:
        self.weights = weights
        self.word_postings: memoryview[int] = sections["postings"]
        self._postings_ends: memoryview[int] = sections["postings_ends"]
        self._words = _Table(sections["word_text"], sections["word_ends"])
        self._names = _Table(sections["name_text"], sections["name_ends"])
        self._entries = _Table(sections["entry_text"], sections["entry_ends"])
        self.entry_of: memoryview[int] = sections["name_entry"]
        self.norms: memoryview[float] = sections["norms"]
        self.word_weights: memoryview[float] = sections["weights"]
        self._name_words: memoryview[int] = sections["name_words"]
        self._name_words_ends: memoryview[int] = sections["name_words_ends"]
        self._keys = {name: sections[name] for name in ("exact", "joins", "initials", "slips", "sounds", "grams")}
        self.name = lru_cache(maxsize=_CACHED)(self._name)
        self.word_number = lru_cache(maxsize=_CACHED)(self._word_number)

    @classmethod
    def build(cls, path: Path, names: Iterable[IndexName], *, made_of: Iterable[str] = ()) -> NameIndex:
        """Write an index of ``names`` to ``path`` (whole or not at all) and open it.

        ``made_of`` identifies the copies that the names come from; ``open`` asks for the same.
        """
        builder = IndexBuilder(SHIPPED)
        for name in names:
            builder.add(name)
        write_sections(path, builder.sections(), {"format": FORMAT, "made_of": sorted(made_of)})
        return cls(Sections(path, verify=False), SHIPPED)

    @classmethod
    def open(cls, path: Path, *, made_of: Iterable[str] | None = None, verify: bool = True) -> NameIndex | None:
        """The index of a file; None where there is none, it is damaged, or it was made of other copies."""
        try:
            sections = Sections(path, verify=verify)
        except (OSError, ValueError, KeyError):
            return None
        about = sections.about
        if about.get("format") != FORMAT or (made_of is not None and about.get("made_of") != sorted(made_of)):
            return None
        return cls(sections, SHIPPED)

    def __len__(self) -> int:
        """How many names it holds."""
        return len(self.entry_of)

    def candidates(self, query: str, limit: int) -> list[int]:
        """Numbers of the names worth comparing with ``query``, most alike first."""
        from recruitcheck.matching.retrieval import Retrieval

        return [number for _, number in Retrieval(self).found(query, limit)]

    def _name(self, number: int) -> ListedName:
        return unpacked(self._names[number])

    def entry(self, number: int) -> IndexedEntry:
        """The entry with a number (see ``entry_of``)."""
        return IndexedEntry(*self._entries[number].decode().split(SEPARATOR))

    def words_of(self, name: int) -> memoryview[int]:
        """The numbers of a name's words, in order."""
        return self._name_words[self._name_words_ends[name] : self._name_words_ends[name + 1]]

    def holding(self, word: int) -> memoryview[int]:
        """The names that hold a word."""
        return self.word_postings[self._postings_ends[word] : self._postings_ends[word + 1]]

    def held_by(self, word: int) -> int:
        """In how many names a word stands."""
        return self._postings_ends[word + 1] - self._postings_ends[word]

    def word(self, number: int) -> str:
        """The word with a number."""
        return self._words[number].decode()

    def _word_number(self, word: str) -> int | None:
        raw = word.encode()
        return next((number for number in self.filed("exact", "w", word) if self._words[number] == raw), None)

    def words_from(self, start: str, most: int) -> range:
        """The numbers of words that begin with ``start``."""
        raw = start.encode()
        first = self._words.place(raw)
        last = self._words.place(raw + b"\xff")
        return range(first, min(last, first + most))

    def filed(self, section: str, kind: str, key: str, most: int = 1000) -> list[int]:
        """What stands under a key: words (exact, slips, sounds, grams) or names (joins, initials); [] if too many."""
        keys = self._keys[section]
        low = hash_of(kind, key) << 32
        first = bisect_left(keys, low)
        if first == len(keys) or keys[first] >> 32 != low >> 32:
            return []
        last = bisect_left(keys, low + _LOW + 1, first, min(first + most + 1, len(keys)))
        return [one & _LOW for one in keys[first:last]] if last - first <= most else []


class _Table:
    """Texts one after another, and where each ends."""

    def __init__(self, text: memoryview[Any], ends: memoryview[int]) -> None:
        self._text, self._ends = text, ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._text[self._ends[number] : self._ends[number + 1]])

    def place(self, raw: bytes) -> int:
        """Where ``raw`` stands, or would stand, among sorted texts."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < raw:
                low = middle + 1
            else:
                high = middle
        return low
