"""Takes the names of a list apart, piece by piece; a piece is plain values and arrays, so that processes can share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recruitcheck.matching.bulk.arrays import U16, U32, U64, spread
from recruitcheck.matching.index.indexed_name import (
    FIELD,
    KINDS,
    OPEN_END,
    IndexName,
    country_number,
    day_number,
    shape_of,
)
from recruitcheck.matching.index.keys import initials_of
from recruitcheck.matching.index.list_order import Order, as_they_come, runs
from recruitcheck.matching.index.name_pattern import Patterns, Read
from recruitcheck.matching.index.patterned_names import PatternedNames
from recruitcheck.matching.side import is_guessed, script_of, telling_letters
from recruitcheck.model import NameKind
from recruitcheck.names import NameParts, fold_all, split_names
from recruitcheck.names.alias import row_initials, trimmed
from recruitcheck.names.articles import with_articles
from recruitcheck.names.noise import is_noise
from recruitcheck.names.parts import readings_unremembered
from recruitcheck.names.plain import looks_plain, looks_plain_but_for_a_bracket

MOST_LETTERS = 255
_PATTERNS = Patterns()
_ABBREVIATION = KINDS.index(NameKind.ABBREVIATION)

COLUMNS = {  # per name
    "name_entry": "I",
    "name_from": "I",
    "name_until": "I",
    "name_shape": "I",
    "name_kind": "B",
    "name_letters": "B",
}

Entry = tuple[str, str, str, str]
Days = tuple[str, str]


class Column(NamedTuple):
    """Names and what goes with each, in columns: they travel to another process faster than rows."""

    entry_ids: list[str]
    source_ids: list[str]
    entry_names: list[str]
    countries: list[str]
    texts: list[str]
    kinds: list[int]
    since: list[str]
    until: list[str]

    @classmethod
    def of(cls, rows: Sequence[IndexName]) -> Column:
        """The columns of some rows."""
        entries = [row.entry for row in rows]
        names = [row.name for row in rows]
        return cls(
            [entry.entry_id for entry in entries],
            [entry.source_id for entry in entries],
            [entry.name for entry in entries],
            [entry.country for entry in entries],
            [name.text for name in names],
            [KINDS.index(name.kind) for name in names],
            [row.valid_from for row in rows],
            [row.valid_until for row in rows],
        )


class Piece(NamedTuple):
    """Names taken apart. Words, shapes, entries and names are numbered as they come in the piece."""

    words: list[str]
    shapes: list[str]
    word_of_name: U32  # the words of all names, one name after the other
    words_in_name: U32
    texts: bytes
    text_sizes: U32
    entry_texts: bytes
    entry_sizes: U32
    entry_first: U32  # the first name of each entry
    entry_country: U16
    columns: dict[str, NDArray[Any]]  # per name, by section
    initials: U64  # hash << 32 | name
    threes: U64  # the same for three words written as one
    guessed: list[str]  # words of names in other scripts, spelt by guess


def taken_apart(column: Column) -> Piece:
    """The names of one piece of a list; the names of one entry come together."""
    piece = _Building()
    plain = [trimmed(text) if _may_be_plain(text) else "" for text in column.texts]
    entries = list(zip(column.entry_ids, column.source_ids, column.entry_names, column.countries, strict=True))
    days = list(zip(column.since, column.until, strict=True))
    alone = [
        before != entry != after
        for before, entry, after in zip([None, *entries], entries, [*entries[1:], None], strict=False)
    ]
    for row, (text, folded) in enumerate(zip(plain, fold_all(plain), strict=True)):
        entry, kind, piece.row = entries[row], column.kinds[row], row
        tokens = folded.split()
        read = _PATTERNS.of(tokens) if tokens else None
        if read is not None and alone[row] and (not read.ignored or text[len(read.ignored[0])] == " "):
            piece.add_read(entry, text, tokens, read, kind, days[row])
            continue
        raw = column.texts[row]
        names = split_names(raw)
        for place, name in enumerate(names):
            piece.add(entry, name.text, kind if place == 0 else KINDS.index(name.kind), days[row])
        if len(names) > 1 and (letters := row_initials(raw)):
            piece.add(entry, letters.upper(), _ABBREVIATION, days[row])
    return piece.done()


def _may_be_plain(text: str) -> bool:
    """Whether the tokens of a text decide whether it is one plain name."""
    if "-" in text and with_articles(text) != text:
        return False
    return looks_plain(text) or (looks_plain_but_for_a_bracket(text) and not is_noise(text))


class _Building:
    """A piece as it grows: names that are read by their pattern apart from the others, until all are put in order."""

    def __init__(self) -> None:
        self.row = 0
        self._words: dict[str, int] = {}
        self._shapes: dict[str, int] = {}
        self._patterned = PatternedNames(_PATTERNS, self._words, self._shapes)
        self._others, self._read = _Names(), _Names()
        self._of_name: list[int] = []
        self._in_name: list[int] = []
        self._shape_of: list[int] = []
        self._letters: list[int] = []
        self._initials: list[int] = []
        self._threes: list[int] = []
        self._guessed: dict[str, None] = {}
        self._hashes: dict[str, int] = {}
        self._days: dict[Days, tuple[int, int]] = {}
        self._entry: Entry | None = None  # the names of one entry come together
        self._seen: set[tuple[str, Days]] = set()

    def add_read(self, entry: Entry, text: str, tokens: list[str], read: Read, kind: int, days: Days) -> None:
        """The one name of an entry, whose pattern says how it is read."""
        self._entry, names = None, self._read
        names.add_entry(entry, text, self.row)
        names.add(
            f"{text}{FIELD}{' '.join(read.ignored)}" if read.ignored else text, kind, self._numbers(days), self.row
        )
        self._patterned.add(tokens, read)

    def add(self, entry: Entry, text: str, kind: int, days: Days) -> None:
        """One name in each way that it may be read: each is filed as a name of its own."""
        if self._is_new(entry, text, days):
            for parts in readings_unremembered(text):
                if not text.isascii():
                    self._add_other_script(text, parts.words)
                self._file(text, parts)
                self._others.add(_record(text, parts), kind, self._numbers(days), self.row)

    def _add_other_script(self, text: str, words: Sequence[str]) -> None:
        """Chinese in Latin letters joins as many syllables as one word has; how others are spelt is a guess."""
        for three in zip(words, words[1:], words[2:], strict=False):
            self._threes.append(crc32("".join(three).encode()) << 32 | len(self._in_name))
        if is_guessed(text):
            self._guessed |= dict.fromkeys(words)

    def _is_new(self, entry: Entry, text: str, days: Days) -> bool:
        if entry != self._entry:
            self._entry, self._seen = entry, set()
            self._others.add_entry(entry, text, self.row)
        seen = (text, days)
        if seen in self._seen:
            return False
        self._seen.add(seen)
        return True

    def _file(self, text: str, parts: NameParts) -> None:
        number = len(self._in_name)
        numbers, hashes, shapes = self._words, self._hashes, self._shapes
        self._of_name += [numbers.setdefault(word, len(numbers)) for word in parts.words]
        self._in_name.append(len(parts.words))
        for key in initials_of(text, parts):
            hashed = hashes.get(key)
            if hashed is None:
                hashed = hashes[key] = crc32(key.encode()) << 32
            self._initials.append(hashed | number)
        self._shape_of.append(shapes.setdefault(shape_of(parts, script_of(text)).packed(), len(shapes)))
        self._letters.append(telling_letters(parts))

    def _numbers(self, days: Days) -> tuple[int, int]:
        known = self._days.get(days)
        if known is None:
            known = self._days[days] = day_number(days[0]), day_number(days[1]) or OPEN_END
        return known

    def done(self) -> Piece:
        """The piece as arrays, the names in the order of the list."""
        others, read, patterned = self._others, self._read, self._patterned.done()
        names, entries = Order(others.rows, read.rows), Order(others.entry_rows, read.entry_rows)
        starts, sizes = runs(self._in_name, patterned.words_in_name)
        words = np.concatenate((np.array(self._of_name, np.uint32), patterned.word_of_name))
        shapes, shape_of_name = as_they_come(list(self._shapes), names.both(self._shape_of, patterned.shapes))
        letters = np.minimum(names.both(self._letters, patterned.letters), MOST_LETTERS)
        entry_of = names.both(entries.first[others.entries], entries.second[read.entries])
        since, until = (names.both(*both) for both in zip(others.days(), read.days(), strict=True))
        columns = (entry_of, since, until, shape_of_name, names.both(others.kinds, read.kinds), letters)
        texts, entry_texts = names.texts(others.texts, read.texts), entries.texts(others.lines, read.lines)
        return Piece(
            list(self._words),
            shapes,
            words[spread(starts[names.order], sizes[names.order])],
            sizes[names.order].astype(np.uint32),
            b"".join(texts),
            np.fromiter(map(len, texts), np.uint32, len(texts)),
            b"".join(entry_texts),
            np.fromiter(map(len, entry_texts), np.uint32, len(entry_texts)),
            entries.both(names.first[others.firsts], names.second[read.firsts]).astype(np.uint32),
            entries.both(others.countries, read.countries).astype(np.uint16),
            {name: values.astype(kind) for (name, kind), values in zip(COLUMNS.items(), columns, strict=True)},
            np.concatenate((names.moved(self._initials, names.first), names.moved(patterned.initials, names.second))),
            names.moved(self._threes, names.first),
            list(self._guessed),
        )


class _Names:
    """What is kept of names and of their entries, each with its row in the list."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.texts: list[bytes] = []
        self.kinds: list[int] = []
        self.entries: list[int] = []
        self._days: list[tuple[int, int]] = []
        self.entry_rows: list[int] = []
        self.lines: list[bytes] = []
        self.firsts: list[int] = []  # the first name of each entry
        self.countries: list[int] = []

    def add(self, record: str, kind: int, days: tuple[int, int], row: int) -> None:
        """A name of the entry that was added last."""
        self.rows.append(row)
        self.texts.append(record.encode("utf-8", "replace"))
        self.kinds.append(kind)
        self.entries.append(len(self.lines) - 1)
        self._days.append(days)

    def add_entry(self, entry: Entry, first: str, row: int) -> None:
        """The entry's own name is left out where it is its first name in the index."""
        entry_id, source_id, name, country = entry
        own = "" if name == first else name
        line = f"{entry_id}{FIELD}{source_id}{FIELD}{own}{FIELD}{country}"
        if line.count(FIELD) != len(entry) - 1:
            line = FIELD.join([part.replace(FIELD, " ") for part in (entry_id, source_id, own, country)])
        self.lines.append(line.encode("utf-8", "replace"))
        self.entry_rows.append(row)
        self.firsts.append(len(self.rows))
        self.countries.append(country_number(country))

    def days(self) -> tuple[Sequence[int], Sequence[int]]:
        """Since when, and until when, each name was listed."""
        since, until = zip(*self._days, strict=True) if self._days else ((), ())
        return since, until


def _record(text: str, parts: NameParts) -> str:
    """The text, and behind a mark what was set aside."""
    plain = text.replace(FIELD, " ")
    return f"{plain}{FIELD}{' '.join(parts.ignored)}" if parts.ignored else plain
