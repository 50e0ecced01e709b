"""Takes the names of a list apart, piece by piece; a piece is plain values and arrays, so that processes can share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recruitcheck.matching.index_keys import initials_of
from recruitcheck.matching.indexed_name import FIELD, KINDS, OPEN_END, IndexName, country_number, day_number, shape_of
from recruitcheck.matching.name_pattern import Patterns, Read
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

U16: TypeAlias = NDArray[np.uint16]
U32: TypeAlias = NDArray[np.uint32]
U64: TypeAlias = NDArray[np.uint64]
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
    for row, text, folded in zip(zip(*column, strict=True), plain, fold_all(plain), strict=True):
        entry_id, source_id, entry_name, country, raw, kind, since, until = row
        entry = (entry_id, source_id, entry_name, country)
        days = (since, until)
        tokens = folded.split()
        read = _PATTERNS.of(tokens) if tokens else None
        if read is not None and (not read.ignored or text[len(read.ignored[0])] == " "):
            piece.add_read(entry, text, tokens, read, kind, days)
            continue
        names = split_names(raw)
        for place, name in enumerate(names):
            piece.add(entry, name.text, kind if place == 0 else KINDS.index(name.kind), days)
        if len(names) > 1 and (letters := row_initials(raw)):
            piece.add(entry, letters.upper(), _ABBREVIATION, days)
    return piece.done()


def _may_be_plain(text: str) -> bool:
    """Whether the tokens of a text decide whether it is one plain name."""
    if "-" in text and with_articles(text) != text:
        return False
    return looks_plain(text) or (looks_plain_but_for_a_bracket(text) and not is_noise(text))


class _Building:
    """A piece as it grows."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._shapes: dict[str, int] = {}
        self._of_name: list[int] = []
        self._in_name: list[int] = []
        self._texts: list[bytes] = []
        self._entries: list[bytes] = []
        self._entry_first: list[int] = []
        self._entry_country: list[int] = []
        self._columns: list[tuple[int, int, int, int, int, int]] = []
        self._initials: list[int] = []
        self._threes: list[int] = []
        self._guessed: dict[str, None] = {}
        self._hashes: dict[str, int] = {}
        self._days: dict[Days, tuple[int, int]] = {}
        self._entry: Entry | None = None  # the names of one entry come together
        self._seen: set[tuple[str, Days]] = set()

    def add_read(self, entry: Entry, text: str, tokens: list[str], read: Read, kind: int, days: Days) -> None:
        """A name whose pattern says how it is read."""
        if self._is_new(entry, text, days):
            first = [token[0] for token in tokens]
            said = _PATTERNS.words
            self._file(
                [said[tokens[word]] if word.__class__ is int else word for word in read.words],  # type: ignore[misc]
                read.shape,
                read.letters + sum([len(said[tokens[at]]) for at in read.telling]),
                ["".join([first[at] for at in key]) for key in read.initials],
                f"{text}{FIELD}{' '.join(read.ignored)}" if read.ignored else text,
                kind,
                days,
            )

    def add(self, entry: Entry, text: str, kind: int, days: Days) -> None:
        """One name in each way that it may be read: each is filed as a name of its own."""
        if self._is_new(entry, text, days):
            for parts in readings_unremembered(text):
                if not text.isascii():
                    self._add_other_script(text, parts.words)
                self._file(
                    parts.words,
                    shape_of(parts, script_of(text)).packed(),
                    telling_letters(parts),
                    initials_of(text, parts),
                    _record(text, parts),
                    kind,
                    days,
                )

    def _add_other_script(self, text: str, words: Sequence[str]) -> None:
        """Chinese in Latin letters joins as many syllables as one word has; how others are spelt is a guess."""
        for three in zip(words, words[1:], words[2:], strict=False):
            self._threes.append(crc32("".join(three).encode()) << 32 | len(self._in_name))
        if is_guessed(text):
            self._guessed |= dict.fromkeys(words)

    def _is_new(self, entry: Entry, text: str, days: Days) -> bool:
        if entry != self._entry:
            self._add_entry(entry, text)
        seen = (text, days)
        if seen in self._seen:
            return False
        self._seen.add(seen)
        return True

    def _add_entry(self, entry: Entry, first: str) -> None:
        """The entry's own name is left out where it is its first name in the index."""
        self._entry, self._seen = entry, set()
        entry_id, source_id, name, country = entry
        kept = (entry_id, source_id, "" if name == first else name, country)
        line = FIELD.join(kept)
        if line.count(FIELD) != len(kept) - 1:
            line = FIELD.join([part.replace(FIELD, " ") for part in kept])
        self._entries.append(line.encode("utf-8", "replace"))
        self._entry_first.append(len(self._in_name))
        self._entry_country.append(country_number(country))

    def _file(
        self, words: Sequence[str], shape: str, letters: int, keys: Iterable[str], record: str, kind: int, days: Days
    ) -> None:
        number = len(self._in_name)
        numbers, hashes, shapes = self._words, self._hashes, self._shapes
        self._of_name += [numbers.setdefault(word, len(numbers)) for word in words]
        self._in_name.append(len(words))
        for key in keys:
            hashed = hashes.get(key)
            if hashed is None:
                hashed = hashes[key] = crc32(key.encode()) << 32
            self._initials.append(hashed | number)
        since, until = self._days.get(days) or self._day_numbers(days)
        self._columns.append(
            (
                len(self._entries) - 1,
                since,
                until,
                shapes.setdefault(shape, len(shapes)),
                kind,
                letters if letters < MOST_LETTERS else MOST_LETTERS,
            )
        )
        self._texts.append(record.encode("utf-8", "replace"))

    def _day_numbers(self, days: Days) -> tuple[int, int]:
        found = self._days[days] = day_number(days[0]), day_number(days[1]) or OPEN_END
        return found

    def done(self) -> Piece:
        """The piece as arrays."""
        columns = zip(COLUMNS.items(), zip(*self._columns, strict=True) if self._columns else [()] * 6, strict=True)
        return Piece(
            list(self._words),
            list(self._shapes),
            np.array(self._of_name, np.uint32),
            np.array(self._in_name, np.uint32),
            b"".join(self._texts),
            np.fromiter(map(len, self._texts), np.uint32),
            b"".join(self._entries),
            np.fromiter(map(len, self._entries), np.uint32),
            np.array(self._entry_first, np.uint32),
            np.array(self._entry_country, np.uint16),
            {name: np.array(values, kind) for (name, kind), values in columns},
            np.array(self._initials, np.uint64),
            np.array(self._threes, np.uint64),
            list(self._guessed),
        )


def _record(text: str, parts: NameParts) -> str:
    """The text, and behind a mark what was set aside."""
    plain = text.replace(FIELD, " ")
    return f"{plain}{FIELD}{' '.join(parts.ignored)}" if parts.ignored else plain
