"""Rows of a list made ready to be written: texts, hashes and search keys. Needs no database, so another process may.

``search`` parts are worked out beforehand only for a list that is new: of a later copy nearly nothing is written.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from recruitcheck.model import ListBatch, RegistryEntry, Reject
from recruitcheck.model.list_batch import BETWEEN
from recruitcheck.model.printable import is_printable
from recruitcheck.names import fold_all
from recruitcheck.store.bones import bones_of_all
from recruitcheck.store.identifier_keys import IdentifierKeys
from recruitcheck.store.payload import HASH_BYTES, compact, storable, to_payload
from recruitcheck.store.plain_payload import hashes_of, plain_hashes, plain_payloads


@dataclass(slots=True)
class PreparedEntry:
    """One entry: key, stored form, rows by slot, names as (kind, text), identifier keys without a number."""

    key: str
    text: str
    hash: bytes
    rows: tuple[int, ...]
    names: tuple[tuple[str, str], ...]
    keys: tuple[int, ...]


@dataclass(slots=True)
class PreparedRows:
    """Raw rows from number ``first`` on: JSON texts, hashes, and column names (``shapes``) by index in ``shape_of``."""

    first: int = 1
    shapes: list[tuple[str, ...]] = field(default_factory=list)
    shape_of: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class PreparedSearch:
    """Of plain entries: folded names, their bones, identifier keys with the entry's place for a number."""

    folded: list[str]
    bones: list[str]
    keys: array[int]


@dataclass(slots=True)
class PreparedBatch:
    """A ``ListBatch`` ready to be written. Plain entries as parallel lists; ``search`` None: not worked out."""

    raw: PreparedRows = field(default_factory=PreparedRows)
    rows: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)
    search: PreparedSearch | None = None
    kinds: list[str] = field(default_factory=list)  # of identifiers
    entries: list[PreparedEntry] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)

    def fill_hashes(self) -> None:
        """Work out the hashes that a ``Preparation`` left out."""
        if not self.raw.hashes:
            self.raw.hashes = _row_hashes(self.raw)
        if not self.hashes:
            self.hashes = plain_hashes(self.texts)


class Preparation:
    """Prepares the batches of one list. ``search``: with what makes plain entries searchable.

    ``hashes`` False: those of raw rows and plain entries are left to ``fill_hashes``.
    """

    def __init__(self, jurisdiction: str, *, search: bool, hashes: bool = True) -> None:
        self._search, self._hashes = search, hashes
        self._jurisdiction = jurisdiction
        self._columns = IdentifierKeys(jurisdiction)

    def prepared(self, batch: ListBatch) -> PreparedBatch:
        """One batch."""
        plain = batch.plain
        result = PreparedBatch(rejects=batch.rejects, withdrawn=batch.withdrawn)
        if batch.cells:
            result.raw = _rows_without_hashes(batch.first, batch.header, batch.cells, batch.odd, batch.lines)
        if plain.rows:
            result.rows, result.names = plain.rows, plain.names
            joined = "".join(plain.keys)
            result.keys = plain.keys if storable(joined) == joined else list(map(storable, plain.keys))
            result.texts = plain_payloads(plain)
            if self._search:
                self._columns.add_plain(plain)
                folded = fold_all(plain.names)
                result.search = PreparedSearch(folded, bones_of_all(folded), self._columns.keys)
                self._columns.keys = array("q")
        result.entries = [self._entry(entry) for entry in batch.entries]
        result.kinds = sorted(self._columns.kinds)
        if self._hashes:
            result.fill_hashes()
        return result

    def _entry(self, entry: RegistryEntry) -> PreparedEntry:
        payload = to_payload(entry)
        names = tuple((name.kind.value, storable(name.text)) for name in entry.names)
        self._columns.add(0, entry)
        keys, self._columns.keys = self._columns.keys, array("q")
        return PreparedEntry(storable(entry.key), payload.text, payload.hash, payload.rows, names, tuple(keys))


def prepared_rows(
    first: int,
    header: tuple[str, ...],
    cells: list[list[str]],
    odd: Mapping[int, Mapping[str, str]],
    lines: list[str] | None = None,
) -> PreparedRows:
    """Raw rows; ``odd`` are those with headers of their own, by index. ``lines``: see ``ListBatch``."""
    rows = _rows_without_hashes(first, header, cells, odd, lines)
    rows.hashes = _row_hashes(rows)
    return rows


def _rows_without_hashes(
    first: int,
    header: tuple[str, ...],
    cells: list[list[str]],
    odd: Mapping[int, Mapping[str, str]],
    lines: list[str] | None,
) -> PreparedRows:
    shapes = {header: 0} if len(odd) < len(cells) else {}
    shape_of, texts = [0] * len(cells), cells_texts(cells, lines)
    for index, row in odd.items():
        shape_of[index] = shapes.setdefault(tuple(row), len(shapes))
        texts[index] = compact(list(row.values()))
    return PreparedRows(first, list(shapes), shape_of, texts)


def _row_hashes(rows: PreparedRows) -> list[bytes]:
    starts = [hashlib.blake2b(f"{compact(names)}\n".encode(), digest_size=HASH_BYTES) for names in rows.shapes]
    if len(starts) == 1:
        return hashes_of(starts[0], rows.texts)
    return [hashes_of(starts[shape], (text,))[0] for shape, text in zip(rows.shape_of, rows.texts, strict=True)]


def cells_texts(rows: list[list[str]], lines: list[str] | None = None) -> list[str]:
    """Each row of cells as compact JSON. ``lines``: rows joined, where no cell needs an escape."""
    if lines is not None and all(rows):
        return [f'["{text}"]' for text in lines]
    # What needs no escape, which is nearly every row, costs a tenth this way.
    lines = list(map(BETWEEN.join, rows))
    texts = []
    for cells, text in zip(rows, lines, strict=True):
        if is_printable(text) and "\\" not in text and text.count('"') == 2 * (len(cells) - 1):
            texts.append(f'["{text}"]')
        else:
            texts.append(compact(cells))
    return texts
