"""What an entry said over time, read from the row maps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from itertools import groupby

from recruitcheck.model import Coverage, RegistryEntry, Snapshot
from recruitcheck.store.listing import Copy, in_force, known, read_copies, read_registry, registry_id
from recruitcheck.store.payload import from_payload, to_payload
from recruitcheck.store.records import EntryVersion
from recruitcheck.store.row_map import RowMaps

_WITH_ROWS = ("licences", "debarments")
_Span = tuple[int, date, date | None]  # version, from, until


def read_history(connection: sqlite3.Connection, entry_id: str, known_on: date | None) -> tuple[EntryVersion, ...]:
    """Versions of an entry in order; empty where the entry is not known."""
    registry, _, key = entry_id.partition(":")
    definition, number = read_registry(connection, registry), registry_id(connection, registry)
    if definition is None or number is None:
        return ()
    payloads = dict(
        connection.execute(
            "SELECT v.id, v.payload FROM entry_versions v JOIN entries e ON e.id = v.entry"
            " WHERE e.registry_id = ? AND e.key = ?",
            (number, key),
        )
    )
    copies = in_force(known(read_copies(connection, registry), known_on))
    maps = RowMaps(connection)
    holds = {
        copy.seq: next(((version, rows) for version in payloads if (rows := maps.rows_of(copy.seq, version))), None)
        for copy in copies
    }
    result: list[EntryVersion] = []
    for version, start, end in _spans(
        copies, {seq: held and held[0] for seq, held in holds.items()}, definition.coverage
    ):
        saying: list[tuple[Snapshot, tuple[int, ...]]] = []
        for copy in copies:
            held = holds[copy.seq]
            if held and held[0] == version and _within(copy.snapshot.effective_on, start, end):
                saying.append((copy.snapshot, held[1]))
        entry = from_payload(registry, key, payloads[version], saying[-1][1])
        changed = changed_fields(result[-1].entry, entry) if result else ()
        result.append(EntryVersion(entry, start, end, tuple(snapshot for snapshot, _ in saying), changed))
    return tuple(result)


def _within(day: date, start: date, end: date | None) -> bool:
    return start <= day and (end is None or day < end)


def _spans(copies: list[Copy], version_in: dict[int, int | None], coverage: Coverage) -> Iterator[_Span]:
    """[from, until) of each version, as ``validity`` works it out for the whole list."""
    live: dict[int, date] = {}
    spans: list[_Span] = []
    for day, group in groupby(copies, key=lambda copy: copy.snapshot.effective_on):
        after = dict(live)
        for copy in group:
            version = version_in[copy.seq]
            if version is None:
                if coverage is Coverage.CURRENT and copy.snapshot.complete:
                    after = {}
            elif coverage is Coverage.PERIOD:
                after.setdefault(version, day)
            else:
                after = {version: live.get(version, day)}
        spans += [(version, start, day) for version, start in live.items() if version not in after]
        live = after
    spans += [(version, start, None) for version, start in live.items()]
    yield from sorted(spans, key=lambda span: (span[1], span[0]))


def changed_fields(before: RegistryEntry, after: RegistryEntry) -> tuple[str, ...]:
    """Names of the fields that differ, row numbers and order of rows set aside."""
    return tuple(
        field.name
        for field in fields(RegistryEntry)
        if field.name not in ("registry", "key", "rows")
        and getattr(before, field.name) != getattr(after, field.name)  # equal as they stand, as nearly all are
        and _differs(before, after, field.name)
    )


def _differs(before: RegistryEntry, after: RegistryEntry, field: str) -> bool:
    one, other = getattr(before, field), getattr(after, field)
    if field != "source_ids" and len(one) == len(other) == 1:  # of one there is no order
        first, second = one[0], other[0]
        return bool(field not in _WITH_ROWS or replace(first, row=0) != replace(second, row=0))
    return _content(before, field) != _content(after, field)


def _content(entry: RegistryEntry, field: str) -> bytes:
    only = {field: getattr(entry, field)} if field != "names" else {}
    names = entry.names if field == "names" else ()
    return to_payload(
        RegistryEntry(registry=entry.registry, key=entry.key, rows=entry.rows, **{"names": names, **only})
    ).hash
