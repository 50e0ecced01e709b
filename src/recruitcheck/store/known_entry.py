"""What the database holds of entries that a further copy of their list names again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class KnownEntry:
    """An entry's number, its versions by content, those live on the day, and whether it was ever listed."""

    number: int
    versions: dict[bytes, int] = field(default_factory=dict)
    live: tuple[int, ...] = ()
    seen: bool = False


def known_entries(
    connection: sqlite3.Connection, registry_id: int, day: str, keys: Sequence[str]
) -> dict[str, KnownEntry]:
    """By key, those of the keys that are known; ``day``: YYYY-MM-DD, the day of the new copy."""
    found: dict[str, KnownEntry] = {}
    # JSON text of SQLite ends at a NUL, so the rare key that holds one is asked for alone.
    for source, value in (
        ("json_each(?)", json.dumps([key for key in keys if "\0" not in key])),
        *(("(SELECT ? AS value)", key) for key in keys if "\0" in key),
    ):
        for key, number, version, digest, since, until in connection.execute(
            f"SELECT e.key, e.id, v.id, v.hash, a.valid_from, a.valid_until FROM {source} j"  # noqa: S608 - constants
            " CROSS JOIN entries e ON e.registry_id = ? AND e.key = j.value"
            " LEFT JOIN entry_versions v ON v.entry = e.id"
            " LEFT JOIN entry_validity a ON a.registry_id = e.registry_id AND a.entry = e.id AND a.version = v.id"
            " AND a.valid_from <= ?",
            (value, registry_id, day),
        ):
            known = found.get(key)
            if known is None:
                known = found[key] = KnownEntry(number)
            if version is not None:
                known.versions[digest] = version
            if since is not None:
                known.seen = True
                if until is None or until > day:
                    known.live = (*known.live, version)
    return found
