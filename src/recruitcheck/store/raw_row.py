"""Source rows as read, each different row kept once, whatever the number of snapshots that hold it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from recruitcheck.store.payload import HASH_BYTES, compact
from recruitcheck.store.records import RawRow

BATCH = 500  # below the limit of 999 parameters of older SQLite builds
_Prepared = tuple[int, bytes, int, str]  # row, hash, columns id, cells


class RawRowKeeper:
    """Keeps raw rows inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns: dict[tuple[str, ...], tuple[int, str]] = {}
        (self._next,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM raw_rows").fetchone()

    def keep(self, rows: Mapping[int, RawRow] | Iterable[tuple[int, RawRow]]) -> array[int]:
        """Keep the rows and return raw row ids by row number (index 0 = row 1; 0 = no raw row)."""
        ids: array[int] = array("q")
        pairs = iter(rows.items() if isinstance(rows, Mapping) else rows)
        for batch in _batches(pairs):
            prepared = [self._prepare(row, cells) for row, cells in batch]
            known = self._known({entry[1] for entry in prepared})
            self._insert(prepared, known)
            highest = max(entry[0] for entry in prepared)
            if highest > len(ids):
                ids.extend([0] * (highest - len(ids)))
            for row, digest, _, _ in prepared:
                ids[row - 1] = known[digest]
        return ids

    def keep_one(self, cells: RawRow) -> int:
        """Keep one row and return its id."""
        return self.keep({1: cells})[0]

    def _prepare(self, row: int, cells: RawRow) -> _Prepared:
        names = tuple(cells)
        if names not in self._columns:
            self._columns[names] = self._columns_id(compact(names))
        columns_id, columns = self._columns[names]
        text = compact(list(cells.values()))
        digest = hashlib.blake2b(f"{columns}\n{text}".encode(), digest_size=HASH_BYTES).digest()
        return row, digest, columns_id, text

    def _columns_id(self, columns: str) -> tuple[int, str]:
        self._connection.execute("INSERT OR IGNORE INTO raw_columns (columns) VALUES (?)", (columns,))
        (found,) = self._connection.execute("SELECT id FROM raw_columns WHERE columns = ?", (columns,)).fetchone()
        return found, columns

    def _known(self, digests: set[bytes]) -> dict[bytes, int]:
        marks = ",".join("?" * len(digests))
        query = f"SELECT hash, id FROM raw_rows WHERE hash IN ({marks})"  # noqa: S608 - only question marks
        return dict(self._connection.execute(query, tuple(digests)))

    def _insert(self, prepared: list[_Prepared], known: dict[bytes, int]) -> None:
        new: list[tuple[int, bytes, int, str]] = []
        for _, digest, columns_id, text in prepared:
            if digest not in known:
                known[digest] = self._next
                new.append((self._next, digest, columns_id, text))
                self._next += 1
        self._connection.executemany("INSERT INTO raw_rows VALUES (?, ?, ?, ?)", new)


def read_raw_row(connection: sqlite3.Connection, raw_id: int) -> dict[str, str]:
    """The row as read: column → cell, in the order of the source."""
    columns, cells = connection.execute(
        "SELECT c.columns, r.cells FROM raw_rows r JOIN raw_columns c ON c.id = r.columns WHERE r.id = ?", (raw_id,)
    ).fetchone()
    return dict(zip(json.loads(columns), json.loads(cells), strict=True))


def _batches(pairs: Iterator[tuple[int, RawRow]]) -> Iterator[list[tuple[int, RawRow]]]:
    while batch := list(islice(pairs, BATCH)):
        yield batch
