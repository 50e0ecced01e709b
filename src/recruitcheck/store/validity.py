"""Validity of entry versions: [from, until) as known now.

The row maps are the truth; this table is their summary. A newest copy extends it. For a copy that slots into the past
it is worked out again from the row maps, and only the lines that differ are written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from recruitcheck.model import Coverage
from recruitcheck.store.listing import Copy, in_force
from recruitcheck.store.row_map import RowMaps

Line = tuple[int, str, int]  # entry, valid_from, version
_State = dict[int, tuple[int, ...]]


def recompute(connection: sqlite3.Connection, registry_id: int, copies: Iterable[Copy], coverage: Coverage) -> None:
    """Bring the table in line with the row maps of ``copies``."""
    wanted = lines_of(connection, registry_id, in_force(list(copies)), coverage)
    drop: list[tuple[int, int, str, int]] = []
    change: list[tuple[str | None, int, int, str, int]] = []
    for entry, valid_from, version, until in connection.execute(
        "SELECT entry, valid_from, version, valid_until FROM entry_validity WHERE registry_id = ?", (registry_id,)
    ):
        line = (entry, valid_from, version)
        if line not in wanted:
            drop.append((registry_id, *line))
        elif (right := wanted.pop(line)) != until:
            change.append((right, registry_id, *line))
    key = "registry_id = ? AND entry = ? AND valid_from = ? AND version = ?"
    connection.executemany(f"DELETE FROM entry_validity WHERE {key}", drop)  # noqa: S608 - constant
    connection.executemany(f"UPDATE entry_validity SET valid_until = ? WHERE {key}", change)  # noqa: S608 - constant
    connection.executemany(
        "INSERT INTO entry_validity (registry_id, entry, valid_from, version, valid_until) VALUES (?, ?, ?, ?, ?)",
        ((registry_id, *line, until) for line, until in wanted.items()),
    )


def lines_of(
    connection: sqlite3.Connection, registry_id: int, copies: list[Copy], coverage: Coverage
) -> dict[Line, str | None]:
    """(entry, valid_from, version) → valid_until (None: open), as the copies in force tell it."""
    lines: dict[Line, str | None] = {}
    since: dict[tuple[int, int], str] = {}
    state: _State = {}
    for day, after in _states(connection, registry_id, copies, coverage):
        for entry in state.keys() | after.keys():
            before_versions, after_versions = state.get(entry, ()), after.get(entry, ())
            if before_versions == after_versions:
                continue
            for version in set(before_versions) - set(after_versions):
                lines[(entry, since.pop((entry, version)), version)] = day
            for version in set(after_versions) - set(before_versions):
                since[(entry, version)] = day
        state = after
    for (entry, version), day in since.items():
        lines[(entry, day, version)] = None
    return lines


def _states(
    connection: sqlite3.Connection, registry_id: int, copies: list[Copy], coverage: Coverage
) -> Iterator[tuple[str, _State]]:
    maps = RowMaps(connection)
    entry_of = dict(
        connection.execute(
            "SELECT v.id, v.entry FROM entry_versions v JOIN entries e ON e.id = v.entry WHERE e.registry_id = ?",
            (registry_id,),
        )
    )
    state: _State = {}
    for day, group in groupby(copies, key=lambda copy: copy.snapshot.effective_on):
        state = dict(state)
        for copy in group:
            content: _State = {entry_of[version]: (version,) for version in maps.versions_of(copy.seq)}
            if coverage is Coverage.PERIOD:
                for entry, versions in content.items():
                    held = state.get(entry, ())
                    state[entry] = held if versions[0] in held else held + versions
            elif coverage is Coverage.CURRENT and copy.snapshot.complete:
                state = content
            else:
                state.update(content)
        yield day.isoformat(), state
