"""The copy before, read in the order of its rows beside a new copy: most lists come again in much the same order.

To find a row or an entry by its hash or key costs several steps through a tree; to meet it where it stood costs one.
What is not met in the stretch at hand is looked for in the tree, so another order costs time and nothing else.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from typing import Any, Generic, TypeAlias, TypeVar

from recruitcheck.store.row_map import RowMaps

STRETCH = 2_000  # rows read at once, and how far ahead of the row asked for
MOST_HELD = 20_000  # things that were not met so far; older ones are let go
_SPARSE = 4  # times as many numbers as rows in a stretch: then each is asked for by its number
EntryMet: TypeAlias = tuple[int, int, bytes]  # entry, version, its hash
K = TypeVar("K")
T = TypeVar("T")


class Beside(Generic[K, T]):
    """What a copy holds under a key, row by row beside another copy; each is met once."""

    def __init__(self, stretches: Iterator[dict[K, T]]) -> None:
        self._stretches = stretches
        self._held: dict[K, T] = {}
        self._rows = 0  # so far

    def met(self, keys: Sequence[K], row: int) -> list[T | None]:
        """What stands under each key, None where nothing near does; ``row``: the last one they come from."""
        while self._rows < row + STRETCH and (more := next(self._stretches, None)) is not None:
            self._rows += STRETCH
            self._held.update(more)
        found: list[T | None] = list(map(self._held.pop, keys, repeat(None)))
        if len(self._held) > MOST_HELD:
            self._held = dict(islice(self._held.items(), len(self._held) - MOST_HELD // 2, None))
        return found


def raw_rows_before(connection: sqlite3.Connection, copy: int) -> Iterator[dict[bytes, int]]:
    """Numbers of raw rows by hash; a copy by its ``seq``."""
    ids = RowMaps(connection).raw_row_ids(copy)
    while stretch := list(islice(ids, STRETCH)):
        yield dict(_chosen(connection, "SELECT r.hash, r.id FROM", "raw_rows r", "r.id", list(filter(None, stretch))))


def entries_before(connection: sqlite3.Connection, copy: int) -> Iterator[dict[str, EntryMet]]:
    """Entries by key, each where its first row stands."""
    versions = iter(_version_by_row(RowMaps(connection), copy))
    table, joined = "entry_versions v", " CROSS JOIN entries e ON e.id = v.entry"
    while stretch := list(islice(versions, STRETCH)):
        wanted = list(filter(None, stretch))
        rows = _chosen(connection, "SELECT e.key, v.entry, v.id, v.hash FROM", table, "v.id", wanted, joined)
        if len(rows) > len(wanted):  # versions of other copies and lists lie between them
            mine = set(wanted)
            rows = [row for row in rows if row[2] in mine]
        yield {key: (entry, version, digest) for key, entry, version, digest in rows}


def _version_by_row(maps: RowMaps, copy: int) -> array[int]:
    """The version of the entry whose first row a row is; 0 for any other row."""
    found: array[int] = array("q")
    last = 0
    for versions, rows in maps.chunks(copy):
        end = max(rows) + 1
        if end > len(found):
            found.frombytes(bytes(found.itemsize * (end - len(found))))
        for version, row in zip(versions, rows, strict=True):
            if version != last:
                found[row] = last = version
    return found


def _chosen(
    connection: sqlite3.Connection, what: str, table: str, number: str, numbers: Sequence[int], joined: str = ""
) -> list[Any]:
    """Rows of a table by their numbers; those between them too where they nearly are one run."""
    if not numbers:
        return []
    first, last = min(numbers), max(numbers)
    if last - first < _SPARSE * len(numbers):
        sql = f"{what} {table}{joined} WHERE {number} BETWEEN ? AND ?"
        return connection.execute(sql, (first, last)).fetchall()
    sql = f"{what} json_each(?) j CROSS JOIN {table} ON {number} = j.value{joined}"
    return connection.execute(sql, (json.dumps(numbers),)).fetchall()
