"""Import of one copy of a list: rows, versions, validity and names, in one transaction."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from recruitcheck.errors import StoreError
from recruitcheck.model import Coverage, RegistryEntry, Snapshot
from recruitcheck.store.connection import transaction
from recruitcheck.store.listing import Copy, in_force, instant, read_copies, write_registry
from recruitcheck.store.names_index import NameIndexWriter
from recruitcheck.store.payload import Payload, storable, to_payload
from recruitcheck.store.raw_row import RawRowKeeper
from recruitcheck.store.records import ImportResult, SnapshotRequest
from recruitcheck.store.row_map import write_raw_map, write_version_map
from recruitcheck.store.validity import recompute

BATCH = 400
_END = "UPDATE entry_validity SET valid_until = ? WHERE registry_id = ? AND entry = ? AND valid_until IS NULL"
_Item = tuple[int, RegistryEntry, Payload, bool]  # number of the entry, entry, payload, new to the database


def import_snapshot(connection: sqlite3.Connection, request: SnapshotRequest) -> ImportResult:
    """Keep one copy; killed at any point, the database is as before or as after."""
    effective = request.published_on or request.retrieved_on
    if effective is None:
        raise StoreError(
            "the day of this copy is not known.", where=request.source_name, todo="Give --published or --retrieved."
        )
    with transaction(connection):
        copies = read_copies(connection, request.registry.id)
        draft = Snapshot(
            id=_new_id(copies, request, effective.isoformat()),
            registry=request.registry.id,
            sha256=request.sha256,
            source_name=storable(request.source_name),
            effective_on=effective,
            imported_at=request.imported_at,
            rows=request.rows_read,
            kept=0,
            rejected=0,
            definition_sha256=request.definition_sha256,
            published_on=request.published_on,
            retrieved_on=request.retrieved_on,
            complete=request.partial_reason is None,
            partial_reason=request.partial_reason,
            refused_reason=request.refused_reason,
        )
        for copy in copies:
            if _repeats(copy.snapshot, draft):
                return ImportResult(copy.snapshot, already=True)
        return _Import(connection, request, draft, copies).run()


def _repeats(held: Snapshot, new: Snapshot) -> bool:
    return (held.sha256, held.effective_on, held.definition_sha256, held.complete, held.refused_reason is None) == (
        new.sha256,
        new.effective_on,
        new.definition_sha256,
        new.complete,
        new.refused_reason is None,
    )


def _new_id(copies: list[Copy], request: SnapshotRequest, effective: str) -> str:
    """``<registry>@<effective_on>+<first 8 of sha256>``; a re-reading of the same bytes gets ``.2``, ``.3`` …"""
    base = f"{request.registry.id}@{effective}+{request.sha256[:8]}"
    taken = {copy.snapshot.id for copy in copies}
    ordinal = 1
    while (public := base if ordinal == 1 else f"{base}.{ordinal}") in taken:
        ordinal += 1
    return public


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


class _Import:
    """The steps of one import; lives inside one transaction."""

    def __init__(
        self, connection: sqlite3.Connection, request: SnapshotRequest, draft: Snapshot, copies: list[Copy]
    ) -> None:
        self.connection = connection
        self.request = request
        self.draft = draft
        self.copies = copies
        self.day = draft.effective_on.isoformat()
        self.registry_id, earlier_coverage = write_registry(
            connection, request.registry, request.definition_sha256, instant(draft.imported_at),
            accepted=draft.refused_reason is None,
        )  # fmt: skip
        self.newest = earlier_coverage in (None, request.registry.coverage) and all(
            copy.snapshot.effective_on < draft.effective_on for copy in in_force(copies)
        )
        self.versions: array[int] = array("q")
        self.rows: array[int] = array("q")
        self.touched = bytearray()  # one byte per entry number: far smaller than a set
        self.counts: Counter[str] = Counter()
        self.names = NameIndexWriter(connection, request.registry.jurisdiction)
        self.next_entry = self._next("entries")
        self.next_version = self._next("entry_versions")

    def run(self) -> ImportResult:
        """All steps; the counts are against the state just before the copy's day."""
        seq = self._next("snapshots")
        self._insert_snapshot(seq)
        if self.draft.refused_reason is not None:
            kept = self._count_kept()
            rejected = sum(1 for _ in self.request.rejects)
        else:
            raw_ids = RawRowKeeper(self.connection).keep(self.request.raw_rows)
            write_raw_map(self.connection, seq, raw_ids)
            kept = self._entries(self.request.entries)
            write_version_map(self.connection, seq, self.versions, self.rows)
            rejected = self._rejects(seq, raw_ids)
        if kept + rejected != self.draft.rows:
            raise StoreError(
                f"{self.draft.rows} rows read, but {kept} in entries and {rejected} rejected; nothing was imported.",
                where=self.draft.source_name,
                todo="This is a fault of the mapping: please report it.",
            )
        self._close(seq)
        self._update_snapshot(seq, kept, rejected)
        snapshot = replace(self.draft, kept=kept, rejected=rejected)
        count = self.counts
        return ImportResult(
            snapshot, count["added"], count["changed"], count["unchanged"], count["vanished"], count["reappeared"]
        )

    def _next(self, table: str) -> int:
        column = "seq" if table == "snapshots" else "id"
        (number,) = self.connection.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}").fetchone()  # noqa: S608
        return int(number)

    def _insert_snapshot(self, seq: int) -> None:
        draft = self.draft
        row = (
            seq, draft.id, self.registry_id, draft.sha256, draft.source_name, self.day,
            _text(draft.published_on), _text(draft.retrieved_on),
            instant(draft.imported_at), draft.rows, *(0,) * 9, draft.definition_sha256, draft.partial_reason,
            draft.refused_reason,
        )  # fmt: skip
        self.connection.execute(f"INSERT INTO snapshots VALUES ({','.join('?' * len(row))})", row)  # noqa: S608

    def _update_snapshot(self, seq: int, kept: int, rejected: int) -> None:
        count = self.counts
        values = (
            kept, rejected, count["entries"], count["names"], count["added"], count["changed"], count["unchanged"],
            count["vanished"], count["reappeared"], seq,
        )  # fmt: skip
        self.connection.execute(
            "UPDATE snapshots SET rows_kept = ?, rows_rejected = ?, entries = ?, names = ?, added = ?, changed = ?,"
            " unchanged = ?, vanished = ?, reappeared = ? WHERE seq = ?",
            values,
        )

    def _count_kept(self) -> int:
        return len({row for entry in self.request.entries for row in to_payload(entry).rows})

    def _rejects(self, seq: int, raw_ids: array[int]) -> int:
        keeper, count = RawRowKeeper(self.connection), 0
        for reject in self.request.rejects:
            raw = raw_ids[reject.row - 1] if reject.row <= len(raw_ids) else 0
            if not raw and reject.raw:
                raw = keeper.keep_one(dict(reject.raw))
            values = (seq, reject.row, storable(reject.reason), raw or None)
            self.connection.execute("INSERT INTO rejects VALUES (?, ?, ?, ?)", values)
            count += 1
        return count

    def _entries(self, entries: Iterable[RegistryEntry]) -> int:
        """Keep the entries; returns the number of different rows that they come from."""
        source, done = iter(entries), 0
        while batch := list(islice(source, BATCH)):
            items = self._number(batch)
            told = self._versions(items)
            # What an unchanged entry is called was indexed with its version.
            self.names.add((number, entry, is_new) for number, entry, _, is_new in items if number in told)
            done += len(batch)
            if self.request.progress:
                self.request.progress(done)
        self.counts["entries"] = done
        return len(set(self.rows))

    def _number(self, batch: list[RegistryEntry]) -> list[_Item]:
        keys = {storable(entry.key) for entry in batch}
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, id FROM entries WHERE registry_id = ? AND key IN ({marks})"  # noqa: S608
        held = dict(self.connection.execute(query, (self.registry_id, *keys)))
        items: list[_Item] = []
        new: list[tuple[int, int, str]] = []
        for entry in batch:
            key, is_new = storable(entry.key), False
            number = held.get(key)
            if number is None:
                number, is_new = self.next_entry, True
                held[key] = number
                new.append((number, self.registry_id, key))
                self.next_entry += 1
            self._touch(number, entry)
            self.counts["names"] += len(entry.names)
            items.append((number, entry, to_payload(entry), is_new))
        self.connection.executemany("INSERT INTO entries VALUES (?, ?, ?)", new)
        return items

    def _touch(self, number: int, entry: RegistryEntry) -> None:
        if number >= len(self.touched):
            self.touched.extend(bytes(max(number + 1, 2 * len(self.touched)) - len(self.touched)))
        if self.touched[number]:
            raise StoreError(
                f"two entries have the key {entry.key!r}; nothing was imported.",
                where=self.draft.source_name,
                todo="Make the identity columns of the definition tell them apart.",
            )
        self.touched[number] = 1

    def _versions(self, items: list[_Item]) -> set[int]:
        """Keep versions and their validity; returns the entries that said something new."""
        old = [number for number, _, _, is_new in items if not is_new]
        marks = ",".join(map(str, old))
        held = {
            (entry, digest): version
            for entry, digest, version in self.connection.execute(
                f"SELECT entry, hash, id FROM entry_versions WHERE entry IN ({marks})"  # noqa: S608 - our own numbers
            )
        }
        before, seen = self._before(marks)
        new: list[tuple[int, int, bytes, str]] = []
        lines: list[tuple[int, int, str, int]] = []
        ended: list[tuple[str, int, int]] = []
        for number, _, payload, _ in items:
            version = held.get((number, payload.hash))
            if version is None:
                version = self.next_version
                self.next_version += 1
                new.append((version, number, payload.hash, payload.text))
            self.versions.extend([version] * len(payload.rows))
            self.rows.extend(payload.rows)
            live = before.get(number, ())
            self.counts[self._verdict(version, live, number in seen)] += 1
            if self.newest and version not in live:
                lines.append((self.registry_id, number, self.day, version))
                if live and self.request.registry.coverage is not Coverage.PERIOD:
                    ended.append((self.day, self.registry_id, number))
        execute = self.connection.executemany
        execute("INSERT INTO entry_versions VALUES (?, ?, ?, ?)", new)
        execute(
            "UPDATE entry_validity SET valid_until = ? WHERE registry_id = ? AND entry = ? AND valid_until IS NULL",
            ended,
        )
        execute("INSERT INTO entry_validity (registry_id, entry, valid_from, version) VALUES (?, ?, ?, ?)", lines)
        return {entry for _, entry, _, _ in new}

    def _before(self, numbers: str) -> tuple[dict[int, tuple[int, ...]], set[int]]:
        """Versions listed just before the day, and every entry that was listed at some time before it."""
        live: dict[int, tuple[int, ...]] = {}
        seen: set[int] = set()
        for entry, version, until in self.connection.execute(
            "SELECT entry, version, valid_until FROM entry_validity"  # noqa: S608 - our own numbers
            f" WHERE registry_id = ? AND entry IN ({numbers}) AND valid_from <= ?",
            (self.registry_id, self.day),
        ):
            seen.add(entry)
            if until is None or until > self.day:
                live[entry] = (*live.get(entry, ()), version)
        return live, seen

    @staticmethod
    def _verdict(version: int, live: tuple[int, ...], seen: bool) -> str:
        if version in live:
            return "unchanged"
        if live:
            return "changed"
        return "reappeared" if seen else "added"

    def _close(self, seq: int) -> None:
        """End what vanished, or work validity out again where the copy is not the newest."""
        if self.draft.refused_reason is not None:
            return
        registry = self.request.registry
        if registry.coverage is Coverage.CURRENT and self.draft.complete:
            gone = list(self._gone())
            self.counts["vanished"] = len(gone)
            if self.newest:
                self.connection.executemany(
                    _END,
                    ((self.day, self.registry_id, number) for number in gone),
                )
        if not self.newest:
            mine = Copy(seq, 0, self.draft)
            recompute(self.connection, self.registry_id, [*self.copies, mine], registry.coverage)

    def _gone(self) -> Iterator[int]:
        for (number,) in self.connection.execute(
            "SELECT entry FROM entry_validity WHERE registry_id = ? AND valid_from <= ?"
            " AND (valid_until IS NULL OR valid_until > ?)",
            (self.registry_id, self.day, self.day),
        ):
            if number >= len(self.touched) or not self.touched[number]:
                yield number
