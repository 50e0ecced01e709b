"""What differs between two copies of a list, read from their row maps: only what differs is looked at."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator

from recruitcheck.model import RegistryEntry
from recruitcheck.store.history import changed_fields
from recruitcheck.store.payload import from_payload
from recruitcheck.store.records import EntryChange
from recruitcheck.store.row_map import RowMaps

_BATCH = 500
_SPARSE = 4  # times as many numbers as versions in a stretch: then versions are marked one by one
_EARLIER = bytes(code | 1 for code in range(256))
_LATER = bytes(code | 2 for code in range(256))
_ONE_SIDE = re.compile(rb"[\1\2]")


def read_changes(connection: sqlite3.Connection, registry: str, earlier: int, later: int) -> Iterator[EntryChange]:
    """Entries that are new, gone or say something else, in the order of their first import; copies by ``seq``."""
    maps = RowMaps(connection)
    only = _only_in_one(maps, earlier, later)
    pairs: dict[int, tuple[list[int], list[int]]] = {}
    for start in range(0, len(only), _BATCH):
        part = dict(only[start : start + _BATCH])
        for version, entry in connection.execute(
            "SELECT v.id, v.entry FROM json_each(?) j CROSS JOIN entry_versions v ON v.id = j.value",
            (json.dumps(list(part)),),
        ):
            pairs.setdefault(entry, ([], []))[part[version]].append(version)
    for entry in sorted(pairs):
        before, after = (
            _entry(connection, maps, registry, copy, versions)
            for copy, versions in zip((earlier, later), pairs[entry], strict=True)
        )
        changed = changed_fields(before, after) if before and after else ()
        yield EntryChange(before, after, changed)


def _only_in_one(maps: RowMaps, earlier: int, later: int) -> list[tuple[int, int]]:
    """(version, 0: only in the earlier copy, 1: only in the later one), ascending."""
    held = bytearray()  # a byte for each version, marked stretch by stretch
    for marks, copy in ((_EARLIER, earlier), (_LATER, later)):
        for chunk in maps.version_chunks(copy):
            first, end = chunk[0], chunk[-1] + 1
            if end > len(held):
                held.extend(bytes(max(end, 2 * len(held)) - len(held)))
            if end - first > _SPARSE * len(chunk):
                for version in chunk:
                    held[version] = marks[held[version]]
                continue
            before = held[first:end]
            held[first:end] = before.translate(marks)
            for version in set(range(first, end)).difference(chunk):
                held[version] = before[version - first]
    return [(found.start(), held[found.start()] - 1) for found in _ONE_SIDE.finditer(held)]


def _entry(
    connection: sqlite3.Connection, maps: RowMaps, registry: str, copy: int, versions: list[int]
) -> RegistryEntry | None:
    if not versions:
        return None
    key, payload = connection.execute(
        "SELECT e.key, v.payload FROM entry_versions v JOIN entries e ON e.id = v.entry WHERE v.id = ?", (versions[0],)
    ).fetchone()
    return from_payload(registry, key, payload, maps.rows_of(copy, versions[0]))
