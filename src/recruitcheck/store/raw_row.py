"""Source rows as read, each different row kept once, whatever the number of copies that hold it.

(A row that the first copy of a list prints twice may be kept twice: looking for it would cost more than it saves.)
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence

from recruitcheck.store.bulk_insert import insert_columns
from recruitcheck.store.payload import compact
from recruitcheck.store.prepared import PreparedRows, prepared_rows
from recruitcheck.store.records import RawRow

_ASKED = 500  # at once: below the limit of 999 parameters of older SQLite builds


class RawRowKeeper:
    """Keeps raw rows inside the caller's transaction. ``lookup``: rows may be there already."""

    def __init__(self, connection: sqlite3.Connection, *, lookup: bool) -> None:
        self._connection, self._lookup = connection, lookup
        self._columns: dict[tuple[str, ...], int] = {}
        (self._next,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM raw_rows").fetchone()
        self.ids: array[int] = array("q")  # by row number (index 0 = row 1); 0 = no raw row

    def keep(self, rows: PreparedRows) -> None:
        """Keep rows from number ``rows.first`` on."""
        ids = [self._columns_id(names) for names in rows.shapes]
        columns = [ids[shape] for shape in rows.shape_of] if len(ids) > 1 else ids * len(rows.texts)
        known = self._known(rows.hashes) if self._lookup else {}
        first, count = rows.first, len(rows.texts)
        self.ids.extend([0] * (first + count - 1 - len(self.ids)))
        self.ids[first - 1 : first - 1 + count] = self._insert(rows.hashes, columns, rows.texts, known)

    def _insert(self, hashes: list[bytes], columns: list[int], texts: list[str], known: dict[bytes, int]) -> array[int]:
        start = self._next
        if not known and len(set(hashes)) == len(hashes):
            self._next += len(hashes)
            ids = range(start, self._next)
            insert_columns(self._connection, "raw_rows", ids, hashes, columns, texts)
            return array("q", ids)
        new: list[tuple[int, bytes, int, str]] = []
        for digest, number, text in zip(hashes, columns, texts, strict=True):
            if digest not in known:
                known[digest] = self._next
                new.append((self._next, digest, number, text))
                self._next += 1
        self._connection.executemany("INSERT INTO raw_rows VALUES (?, ?, ?, ?)", new)
        return array("q", map(known.__getitem__, hashes))

    def keep_one(self, cells: RawRow) -> int:
        """Keep one row that stands outside the list's order; returns its id."""
        aside = RawRowKeeper(self._connection, lookup=True)
        aside.keep(prepared_rows(1, (), [[]], {0: cells}))
        self._next = aside._next
        return aside.ids[0]

    def _columns_id(self, names: tuple[str, ...]) -> int:
        found = self._columns.get(names)
        if found is None:
            text = compact(names)
            self._connection.execute("INSERT OR IGNORE INTO raw_columns (columns) VALUES (?)", (text,))
            query = "SELECT id FROM raw_columns WHERE columns = ?"
            found = self._columns[names] = int(self._connection.execute(query, (text,)).fetchone()[0])
        return found

    def _known(self, hashes: list[bytes]) -> dict[bytes, int]:
        known: dict[bytes, int] = {}
        for start in range(0, len(hashes), _ASKED):
            part = hashes[start : start + _ASKED]
            query = f"SELECT hash, id FROM raw_rows WHERE hash IN ({','.join('?' * len(part))})"  # noqa: S608 - marks only
            known.update(self._connection.execute(query, part))
        return known

    def back(self, rows: Sequence[int]) -> Iterator[dict[str, str]]:
        """Rows of this copy again, in the order asked for."""
        for row in rows:
            yield read_raw_row(self._connection, self.ids[row - 1])


def read_raw_row(connection: sqlite3.Connection, raw_id: int) -> dict[str, str]:
    """The row as read: column → cell, in the order of the source."""
    columns, cells = connection.execute(
        "SELECT c.columns, r.cells FROM raw_rows r JOIN raw_columns c ON c.id = r.columns WHERE r.id = ?", (raw_id,)
    ).fetchone()
    return dict(zip(json.loads(columns), json.loads(cells), strict=True))
