"""Row maps: which source rows of a snapshot said what. Compressed, so that an unchanged list costs next to nothing.

Two maps per snapshot: row → raw row, and entry version → its rows by slot. Both are cut into chunks of about two
thousand rows; a chunk is zlib over little-endian 64-bit differences.
"""

from __future__ import annotations

import re
import sqlite3
import struct
import sys
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby, islice
from operator import gt, itemgetter, sub
from typing import TypeAlias

CHUNK_ROWS = 2048
_GAP = re.compile(rb"[^\1]")
_RUN = b"R"  # begins a run; compressed data never begin so
_CACHED_CHUNKS = 512
Columns: TypeAlias = "tuple[array[int], ...]"  # array cannot be subscripted at run time in Python 3.11


def pack(*columns: Sequence[int]) -> bytes:
    """Columns of equal length as compressed differences; columns that only count on as their length and starts."""
    length = len(columns[0])
    if all(list(column) == list(range(column[0], column[0] + length)) for column in columns if length):
        return _RUN + struct.pack(f"<q{len(columns)}q", length, *(column[0] if length else 0 for column in columns))
    data: array[int] = array("q")
    for column in columns:
        data.extend(map(sub, column, chain((0,), column)))
    if sys.byteorder == "big":
        data.byteswap()
    return zlib.compress(data.tobytes(), 6)


def unpack(blob: bytes, count: int) -> Columns:
    """The ``count`` columns of ``pack``."""
    if blob[:1] == _RUN:
        length, *starts = struct.unpack(f"<q{count}q", blob[1:])
        return tuple(array("q", range(start, start + length)) for start in starts)
    data: array[int] = array("q")
    data.frombytes(zlib.decompress(blob))
    if sys.byteorder == "big":
        data.byteswap()
    length = len(data) // count
    return tuple(array("q", accumulate(data[index * length : (index + 1) * length])) for index in range(count))


def _runs(blob: bytes) -> Iterator[tuple[int, int]]:
    """The first column of ``pack``, an ascending one, as runs: to look for gaps is quicker than to add up."""
    if blob[:1] == _RUN:
        length, start, _ = struct.unpack("<qqq", blob[1:])
        yield start, start + length
        return
    data = zlib.decompress(blob)
    steps = data[: len(data) // 2]
    size = struct.calcsize("<q")
    if any(any(steps[at + size :: size]) for at in range(1, size)):  # a step of more than one byte
        yield from ((version, version + 1) for version in unpack(blob, 2)[0])
        return
    first, begun = int.from_bytes(steps[:size], "little", signed=True), 0
    small = steps[::size]
    for gap in _GAP.finditer(small, 1):
        at = gap.start()
        end = first + at - begun
        yield first, end
        first, begun = end - 1 + small[at], at
    yield first, first + len(small) - begun


def write_raw_map(connection: sqlite3.Connection, snapshot: int, raw_ids: Sequence[int]) -> None:
    """Keep row → raw row; ``raw_ids[0]`` belongs to row 1, 0 means that no raw row was given."""
    connection.executemany(
        "INSERT INTO snapshot_rows VALUES (?, ?, ?, ?)",
        (
            (snapshot, start + 1, min(start + CHUNK_ROWS, len(raw_ids)), pack(raw_ids[start : start + CHUNK_ROWS]))
            for start in range(0, len(raw_ids), CHUNK_ROWS)
        ),
    )


def write_version_map(connection: sqlite3.Connection, snapshot: int, versions: array[int], rows: array[int]) -> None:
    """Keep version → rows. The two arrays are parallel; rows of one version follow each other in slot order."""
    if any(map(gt, versions, islice(versions, 1, None))):
        order = sorted(range(len(versions)), key=versions.__getitem__)  # stable, so slots stay in order
        versions = array("q", map(versions.__getitem__, order))
        rows = array("q", map(rows.__getitem__, order))
    start = 0
    while start < len(versions):
        end = min(start + CHUNK_ROWS, len(versions))
        end = bisect_right(versions, versions[end - 1], end - 1)  # a version is never cut in two
        connection.execute(
            "INSERT INTO snapshot_versions VALUES (?, ?, ?, ?)",
            (snapshot, versions[start], versions[end - 1], pack(versions[start:end], rows[start:end])),
        )
        start = end


class RowMaps:
    """Reads row maps, with a bounded cache of unpacked chunks. ``snapshot`` is the snapshot's ``seq``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._cache: OrderedDict[tuple[int, int], Columns] = OrderedDict()

    def rows_of(self, snapshot: int, version: int) -> tuple[int, ...]:
        """The rows of a version by slot; empty where the snapshot does not hold that version."""
        found = self._connection.execute(
            "SELECT first_version, last_version FROM snapshot_versions WHERE snapshot = ? AND first_version <= ?"
            " ORDER BY first_version DESC LIMIT 1",
            (snapshot, version),
        ).fetchone()
        if found is None or version > found[1]:
            return ()
        versions, rows = self._chunk(snapshot, found[0])
        start = bisect_left(versions, version)
        return tuple(rows[start : bisect_right(versions, version, start)])

    def every_row(self, snapshot: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Every version that the snapshot holds, ascending, with its rows by slot: for who needs them all."""
        for versions, rows in self.chunks(snapshot):
            if len(set(versions)) == len(versions):
                yield from zip(versions, zip(rows, strict=True), strict=True)
                continue
            for version, both in groupby(zip(versions, rows, strict=True), key=itemgetter(0)):
                yield version, tuple([row for _, row in both])

    def _chunk(self, snapshot: int, first: int) -> Columns:
        key = (snapshot, first)
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        (blob,) = self._connection.execute(
            "SELECT map FROM snapshot_versions WHERE snapshot = ? AND first_version = ?", key
        ).fetchone()
        self._cache[key] = columns = unpack(blob, 2)
        if len(self._cache) > _CACHED_CHUNKS:
            self._cache.popitem(last=False)
        return columns

    def versions_of(self, snapshot: int) -> Iterator[int]:
        """Every version that the snapshot holds, ascending, each once."""
        last = 0
        for chunk, _ in self.chunks(snapshot):
            for version in chunk:
                if version != last:
                    yield version
                last = version

    def version_runs(self, snapshot: int) -> Iterator[tuple[int, int]]:
        """The same as [first, end) of numbers that count on, mostly long; one may begin where the one before ended."""
        for (blob,) in self._connection.execute(
            "SELECT map FROM snapshot_versions WHERE snapshot = ? ORDER BY first_version", (snapshot,)
        ):
            yield from _runs(blob)

    def chunks(self, snapshot: int) -> Iterator[Columns]:
        """Versions, and beside them their rows by slot."""
        for (blob,) in self._connection.execute(
            "SELECT map FROM snapshot_versions WHERE snapshot = ? ORDER BY first_version", (snapshot,)
        ):
            yield unpack(blob, 2)

    def raw_row_ids(self, snapshot: int) -> Iterator[int]:
        """The raw row of each source row from the first on; 0 where the snapshot holds none."""
        for (blob,) in self._connection.execute(
            "SELECT map FROM snapshot_rows WHERE snapshot = ? ORDER BY first_row", (snapshot,)
        ):
            yield from unpack(blob, 1)[0]

    def raw_row_id(self, snapshot: int, row: int) -> int | None:
        """The raw row of a source row; None where the snapshot holds none."""
        found = self._connection.execute(
            "SELECT first_row, map FROM snapshot_rows WHERE snapshot = ? AND first_row <= ? AND last_row >= ?",
            (snapshot, row, row),
        ).fetchone()
        if found is None:
            return None
        return unpack(found[1], 1)[0][row - found[0]] or None
