"""Where a licence number, telephone, mail or website may be found: coarse keys, packed into sorted runs of integers.

A key only narrows down. Whoever looks something up works out the identifiers of the entries found and compares them
whole: so an import need not understand every telephone number, and a number is understood as today's code does.

A packed key is 31 bits of a checksum over kind and text, then 32 bits of the entry's number. An import writes its keys
as sets, sorted and cut into chunks: appending a chunk costs a hundredth of placing each key in a tree.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from bisect import bisect_left, bisect_right

from recruitcheck.store.identifier_keys import IdentifierKeys, packed_range

CHUNK_KEYS = 1024
_FLUSH = 250_000  # keys of one set


class IdentifierWriter:
    """Adds keys of one list inside the caller's transaction: ``held`` gathers them, ``flush`` writes them."""

    def __init__(self, connection: sqlite3.Connection, registry_id: int, jurisdiction: str) -> None:
        self._connection, self._registry_id = connection, registry_id
        self.held = IdentifierKeys(jurisdiction)

    def flush(self, *, least: int = _FLUSH) -> None:
        """Write what has gathered as one set, where it is ``least`` keys or more."""
        keys = self.held.keys
        if len(keys) < least:
            return
        query = "INSERT INTO identifier_sets (registry_id, keys) VALUES (?, ?)"
        number = self._connection.execute(query, (self._registry_id, len(keys))).lastrowid
        ordered = _sorted_once(keys)
        chunks = (ordered[start : start + CHUNK_KEYS] for start in range(0, len(ordered), CHUNK_KEYS))
        self._connection.executemany(
            "INSERT INTO identifier_chunks VALUES (?, ?, ?, ?)",
            ((number, chunk[0], chunk[-1], _bytes_of(chunk)) for chunk in chunks),
        )
        del keys[:]

    def close(self) -> None:
        """Write the rest and which kinds the list has."""
        self.flush(least=1)
        self._connection.executemany(
            "INSERT OR IGNORE INTO identifier_kinds VALUES (?, ?)",
            ((self._registry_id, kind) for kind in sorted(self.held.kinds)),
        )


def _sorted_once(keys: array[int]) -> array[int]:
    """Each key once, in order. For a long list numpy is worth loading: sorting objects takes ten times as long."""
    if len(keys) < _FLUSH:
        return array("q", sorted(set(keys)))
    import numpy as np

    return array("q", np.unique(np.frombuffer(keys, dtype=np.int64)).tobytes())


def _bytes_of(chunk: array[int]) -> bytes:
    if sys.byteorder == "big":
        chunk.byteswap()
    return chunk.tobytes()


def find_entries(connection: sqlite3.Connection, registry_id: int, kind: str, value: str) -> set[int]:
    """Numbers of entries of a list that may carry an identifier (comparable form)."""
    first, last = packed_range(kind, value)
    found: set[int] = set()
    sets = connection.execute("SELECT id FROM identifier_sets WHERE registry_id = ?", (registry_id,)).fetchall()
    for (number,) in sets:
        # Chunks of a set follow each other: from the last that begins in or before the range back to its beginning.
        for end, blob in connection.execute(
            "SELECT last, keys FROM identifier_chunks WHERE set_id = ? AND first <= ? ORDER BY first DESC",
            (number, last),
        ):
            if end < first:
                break
            keys: array[int] = array("q")
            keys.frombytes(blob)
            if sys.byteorder == "big":
                keys.byteswap()
            found.update(key & 0xFFFFFFFF for key in keys[bisect_left(keys, first) : bisect_right(keys, last)])
    return found


def move_identifiers(connection: sqlite3.Connection) -> None:
    """Migration: the table of identifiers that was before becomes sets of keys."""
    for number, jurisdiction in connection.execute("SELECT id, jurisdiction FROM registries").fetchall():
        writer = IdentifierWriter(connection, number, jurisdiction)
        for kind, value, entry in connection.execute(
            "SELECT i.kind, i.value, i.entry FROM identifiers i JOIN entries e ON e.id = i.entry"
            " WHERE e.registry_id = ?",
            (number,),
        ):
            writer.held.add_value(entry, kind, value)
        writer.close()
    connection.execute("DROP TABLE identifiers")
