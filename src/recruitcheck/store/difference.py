"""What differs between two copies of a list, read from their row maps: only what differs is looked at."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator

from recruitcheck.store.history import changed_fields
from recruitcheck.store.payload import from_payload
from recruitcheck.store.records import EntryChange
from recruitcheck.store.row_map import RowMaps

_BATCH = 500
_EARLIER = bytes(code | 1 for code in range(256))
_LATER = bytes(code | 2 for code in range(256))
_ONE_SIDE = re.compile(rb"[\1\2]")


def read_changes(connection: sqlite3.Connection, registry: str, earlier: int, later: int) -> Iterator[EntryChange]:
    """Entries that are new, gone or say something else, in the order of their first import; copies by ``seq``."""
    maps = RowMaps(connection)
    only = _only_in_one(maps, earlier, later)
    pairs: dict[int, list[int | None]] = {}
    for start in range(0, len(only), _BATCH):
        part = dict(only[start : start + _BATCH])
        for version, entry in connection.execute(
            "SELECT v.id, v.entry FROM json_each(?) j CROSS JOIN entry_versions v ON v.id = j.value",
            (json.dumps(list(part)),),
        ):
            sides = pairs.setdefault(entry, [None, None])
            sides[part[version]] = sides[part[version]] or version
    entries = sorted(pairs)
    for start in range(0, len(entries), _BATCH):
        chosen = [pairs[entry] for entry in entries[start : start + _BATCH]]
        told = _told(connection, [version for sides in chosen for version in sides if version])
        for sides in chosen:
            before, after = (
                from_payload(registry, *told[version], maps.rows_of(copy, version)) if version else None
                for copy, version in zip((earlier, later), sides, strict=True)
            )
            changed = changed_fields(before, after) if before and after else ()
            yield EntryChange(before, after, changed)


def _only_in_one(maps: RowMaps, earlier: int, later: int) -> list[tuple[int, int]]:
    """(version, 0: only in the earlier copy, 1: only in the later one), ascending."""
    held = bytearray()  # a byte for each version, marked stretch by stretch
    for marks, copy in ((_EARLIER, earlier), (_LATER, later)):
        for first, end in maps.version_runs(copy):
            if end > len(held):
                held.extend(bytes(max(end, 2 * len(held)) - len(held)))
            held[first:end] = held[first:end].translate(marks)
    return [(found.start(), held[found.start()] - 1) for found in _ONE_SIDE.finditer(held)]


def _told(connection: sqlite3.Connection, versions: list[int]) -> dict[int, tuple[str, str]]:
    """Key and payload of each version."""
    return {
        version: (key, payload)
        for version, key, payload in connection.execute(
            "SELECT v.id, e.key, v.payload FROM json_each(?) j"
            " CROSS JOIN entry_versions v ON v.id = j.value CROSS JOIN entries e ON e.id = v.entry",
            (json.dumps(versions),),
        )
    }
