"""Source rows as read, each different row kept once, whatever the number of copies that hold it.

(A row that the first copy of a list prints twice may be kept twice: looking for it would cost more than it saves.)
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence

from recruitcheck.model.printable import is_printable
from recruitcheck.store.bulk_insert import insert_columns
from recruitcheck.store.payload import HASH_BYTES, compact
from recruitcheck.store.plain_payload import hashes_of
from recruitcheck.store.records import RawRow

_ASKED = 500  # at once: below the limit of 999 parameters of older SQLite builds


class RawRowKeeper:
    """Keeps raw rows inside the caller's transaction. ``lookup``: rows may be there already."""

    def __init__(self, connection: sqlite3.Connection, *, lookup: bool) -> None:
        self._connection, self._lookup = connection, lookup
        self._columns: dict[tuple[str, ...], int] = {}
        self._opening: dict[int, bytes] = {}  # what the hash of a row begins with: its column names
        (self._next,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM raw_rows").fetchone()
        self.ids: array[int] = array("q")  # by row number (index 0 = row 1); 0 = no raw row

    def keep(self, first: int, header: tuple[str, ...], cells: list[list[str]], odd: Mapping[int, RawRow]) -> None:
        """Keep rows from number ``first`` on; ``odd`` are those with headers of their own, by index."""
        columns = [self._columns_id(header) if len(odd) < len(cells) else 0] * len(cells)
        texts = cells_texts(cells)
        for index, row in odd.items():
            columns[index] = self._columns_id(tuple(row))
            texts[index] = compact(list(row.values()))
        hashes = self._hashes(columns, texts)
        known = self._known(hashes) if self._lookup else {}
        self.ids.extend([0] * (first + len(cells) - 1 - len(self.ids)))
        self.ids[first - 1 : first - 1 + len(cells)] = self._insert(hashes, columns, texts, known)

    def _hashes(self, columns: list[int], texts: list[str]) -> list[bytes]:
        starts = {
            number: hashlib.blake2b(self._opening[number], digest_size=HASH_BYTES) for number in dict.fromkeys(columns)
        }
        if len(starts) == 1:
            return hashes_of(starts[columns[0]], texts)
        return [hashes_of(starts[number], (text,))[0] for number, text in zip(columns, texts, strict=True)]

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
        aside.keep(1, (), [[]], {0: cells})
        self._next = aside._next
        return aside.ids[0]

    def _columns_id(self, names: tuple[str, ...]) -> int:
        found = self._columns.get(names)
        if found is None:
            text = compact(names)
            self._connection.execute("INSERT OR IGNORE INTO raw_columns (columns) VALUES (?)", (text,))
            query = "SELECT id FROM raw_columns WHERE columns = ?"
            found = self._columns[names] = int(self._connection.execute(query, (text,)).fetchone()[0])
            self._opening[found] = f"{text}\n".encode()
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


def cells_texts(rows: list[list[str]]) -> list[str]:
    """Each row of cells as compact JSON."""
    lines = list(map('","'.join, rows))
    whole = "".join(lines)
    # What needs no escape, which is nearly every row, costs a tenth this way.
    if is_printable(whole) and "\\" not in whole and whole.count('"') == 2 * (sum(map(len, rows)) - len(rows)):
        return [f'["{text}"]' for text in lines] if all(rows) else list(map(compact, rows))
    texts = []
    for cells, text in zip(rows, lines, strict=True):
        if is_printable(text) and "\\" not in text and text.count('"') == 2 * (len(cells) - 1):
            texts.append(f'["{text}"]')
        else:
            texts.append(compact(cells))
    return texts


def read_raw_row(connection: sqlite3.Connection, raw_id: int) -> dict[str, str]:
    """The row as read: column → cell, in the order of the source."""
    columns, cells = connection.execute(
        "SELECT c.columns, r.cells FROM raw_rows r JOIN raw_columns c ON c.id = r.columns WHERE r.id = ?", (raw_id,)
    ).fetchone()
    return dict(zip(json.loads(columns), json.loads(cells), strict=True))
