"""Source rows as read, each different row kept once, whatever the number of copies that hold it.

(A row that the first copy of a list prints twice may be kept twice: looking for it would cost more than it saves.)
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence

from recruitcheck.store.bulk_insert import append_columns
from recruitcheck.store.copy_before import Beside, raw_rows_before
from recruitcheck.store.payload import compact
from recruitcheck.store.prepared import PreparedRows, prepared_rows
from recruitcheck.store.records import RawRow

_ASKED = 500  # at once: below the limit of 999 parameters of older SQLite builds


class RawRowKeeper:
    """Keeps raw rows inside the caller's transaction.

    ``lookup``: rows may be there already, most of them in the copy ``before`` (its ``seq``).
    """

    def __init__(self, connection: sqlite3.Connection, *, lookup: bool, before: int | None = None) -> None:
        self._connection, self._lookup = connection, lookup
        self._before = None if before is None else Beside(raw_rows_before(connection, before))
        self._columns: dict[tuple[str, ...], int] = {}
        (self._next,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM raw_rows").fetchone()
        self.ids: array[int] = array("q")  # by row number (index 0 = row 1); 0 = no raw row

    def keep(self, rows: PreparedRows) -> None:
        """Keep rows from number ``rows.first`` on."""
        ids = [self._columns_id(names) for names in rows.shapes]
        columns = [ids[shape] for shape in rows.shape_of] if len(ids) > 1 else ids * len(rows.texts)
        first, count = rows.first, len(rows.texts)
        self.ids.fromlist([0] * (first + count - 1 - len(self.ids)))
        held = self._held(rows.hashes, first + count - 1) if self._lookup else [0] * count
        self.ids[first - 1 : first - 1 + count] = self._insert(rows.hashes, columns, rows.texts, held)

    def _insert(self, hashes: list[bytes], columns: list[int], texts: list[str], held: list[int]) -> array[int]:
        """Insert the rows of which none is ``held`` (0); the numbers of all."""
        if not any(held) and len(set(hashes)) == len(hashes):
            ids = range(self._next, self._next + len(hashes))
            self._next = ids.stop
            append_columns(self._connection, "raw_rows", ids, hashes, columns, texts)
            return array("q", list(ids))
        found = array("q", held)
        new: dict[bytes, tuple[int, bytes, int, str]] = {}
        for at in [at for at, number in enumerate(held) if not number]:
            known = new.get(hashes[at])
            if known is None:
                known = new[hashes[at]] = (self._next, hashes[at], columns[at], texts[at])
                self._next += 1
            found[at] = known[0]
        self._connection.executemany("INSERT INTO raw_rows VALUES (?, ?, ?, ?)", new.values())
        return found

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

    def _held(self, hashes: list[bytes], row: int) -> list[int]:
        """The number of each row that is there already, else 0; ``row``: the last of them."""
        if self._before is None:
            known = self._known(hashes)
            return [known.get(digest, 0) for digest in hashes]
        met = self._before.met(hashes, row)
        if None not in met:
            return met  # type: ignore[return-value]
        known = self._known([digest for digest, number in zip(hashes, met, strict=True) if number is None])
        return [number or known.get(digest, 0) for digest, number in zip(hashes, met, strict=True)]

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
