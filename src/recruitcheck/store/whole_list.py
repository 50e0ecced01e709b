"""Every entry of a list on one day, read copy by copy and batch by batch."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

from recruitcheck.model import Coverage, RegistryEntry, Snapshot
from recruitcheck.store.listing import Copy
from recruitcheck.store.payload import from_payload
from recruitcheck.store.row_map import RowMaps

_BATCH = 500


def read_entries(
    connection: sqlite3.Connection, registry: str, copies: Sequence[Copy], coverage: Coverage
) -> Iterator[tuple[RegistryEntry, Snapshot]]:
    """Each entry with the copy that says it, newest copies first; of a list of periods each different version."""
    maps = RowMaps(connection)
    told = bytearray()  # a byte per entry, or per version where versions of one entry add up
    for copy in reversed(copies):
        versions = maps.versions_of(copy.seq)
        while batch := list(islice(versions, _BATCH)):
            rows = connection.execute(
                "SELECT v.id, v.entry, e.key, v.payload FROM json_each(?) j"
                " CROSS JOIN entry_versions v ON v.id = j.value JOIN entries e ON e.id = v.entry",
                (json.dumps(batch),),
            ).fetchall()
            for version, entry, key, payload in rows:
                mark = version if coverage is Coverage.PERIOD else entry
                if mark >= len(told):
                    told.extend(bytes(max(mark + 1, 2 * len(told)) - len(told)))
                if not told[mark]:
                    told[mark] = 1
                    yield from_payload(registry, key, payload, maps.rows_of(copy.seq, version)), copy.snapshot
