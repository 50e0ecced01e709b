"""Writes one copy of a list batch by batch: raw rows, entries, versions, names and identifiers; then what follows.

The first copy of a list is all new, so nothing is looked up. In a later copy nearly everything is known; only what
differs is written.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress

from recruitcheck.errors import StoreError
from recruitcheck.model import Coverage, ListBatch, Registry, Snapshot
from recruitcheck.store.bulk_insert import append_columns
from recruitcheck.store.copy_before import Beside, entries_before
from recruitcheck.store.identifier_index import IdentifierWriter
from recruitcheck.store.known_entry import KnownEntry, known_entries
from recruitcheck.store.late_indexes import LateIndexes
from recruitcheck.store.listing import Copy
from recruitcheck.store.names_index import NameIndexWriter
from recruitcheck.store.payload import from_payload, storable
from recruitcheck.store.prepared import Preparation, PreparedBatch
from recruitcheck.store.raw_row import RawRowKeeper
from recruitcheck.store.row_map import write_raw_map, write_version_map
from recruitcheck.store.validity import recompute

LATE_AFTER = 20_000  # entries of a first copy after which indexes are left for the end …
LATE_BELOW = 200_000  # … if the database does not hold far more already
SEARCHABLE_AT_ONCE = 25_000  # names: about what the search tables gather before they write
_VERDICTS = ("added", "changed", "unchanged", "reappeared")
_UNCHANGED = _VERDICTS.index("unchanged")


class ListWriter:
    """Lives inside the caller's transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        registry: Registry,
        number: int,
        seq: int,
        draft: Snapshot,
        *,
        newest: bool,
        before: Copy | None = None,
    ) -> None:
        self.connection, self.registry, self.registry_id = connection, registry, number
        self.seq, self.draft, self.newest = seq, draft, newest
        self.day = draft.effective_on.isoformat()
        self.counts: Counter[str] = Counter()
        self.rejected = 0
        query = "SELECT 1 FROM entries WHERE registry_id = ? LIMIT 1"
        self._first = connection.execute(query, (number,)).fetchone() is None
        self._indexes = LateIndexes(connection)
        seq_before = before.seq if before else None
        self._raw = RawRowKeeper(connection, lookup=not self._first, before=seq_before)
        # A whole copy that comes last is the state of a current list: each of its versions is in force.
        current = newest and registry.coverage is Coverage.CURRENT and before is not None and before.snapshot.complete
        self._before = Beside(entries_before(connection, before.seq)) if current and before else None
        self._names = NameIndexWriter(connection)
        self._identifiers = IdentifierWriter(connection, number, registry.jurisdiction)
        self._preparation = Preparation(registry.jurisdiction, search=self._first)
        self._next_entry, self._next_version = self._next("entries"), self._next("entry_versions")
        self._first_version = self._next_version
        self._touched = bytearray()  # one byte per entry number: far smaller than a set
        # Beside each other, a line per row in slot order: version, row and (an index of _VERDICTS) what it was.
        self._versions: array[int] = array("q")
        self._rows: array[int] = array("q")
        self._said = bytearray()
        # Entries whose version begins on the day: entry, version, and whether others end.
        self._lines: array[int] = array("q")
        self._dropped: Counter[int] = Counter()
        self._place_of: array[int] | None = None  # of a row in the three above

    def _next(self, table: str) -> int:
        query = f"SELECT coalesce(max(id), 0) + 1 FROM {table}"  # noqa: S608 - constants
        return int(self.connection.execute(query).fetchone()[0])

    @property
    def kept(self) -> int:
        """Different rows that entries come from."""
        seen = bytearray(max(self._rows, default=0) + 1)  # a set of a million numbers would take sixty times as much
        for row in self._rows:
            seen[row] = 1
        return sum(seen) - seen[0]

    def rows_back(self, rows: Sequence[int]) -> Iterator[dict[str, str]]:
        """Rows kept before, in the order asked for."""
        return self._raw.back(rows)

    def take(self, batch: ListBatch | PreparedBatch) -> None:
        """Keep a batch."""
        if isinstance(batch, ListBatch):
            batch = self._preparation.prepared(batch)
        if batch.raw.texts:
            self._raw.keep(batch.raw)
        else:
            self._restore_indexes()  # firms of several rows: some of their entries were written before
        if batch.withdrawn:
            self._withdraw(batch.withdrawn)
        self._take_plain(batch)
        self._take_entries(batch)
        self._take_rejects(batch)
        self._identifiers.flush()
        self._names.make_searchable(least=SEARCHABLE_AT_ONCE)
        entries = self.counts["entries"]
        if self._first and batch.raw.texts and entries >= LATE_AFTER and self._next_entry - entries <= LATE_BELOW:
            self._indexes.drop()

    # Entries ---------------------------------------------------------------------------------------------------

    def _take_plain(self, batch: PreparedBatch) -> None:
        keys = batch.keys
        if not keys:
            return
        if self._first:
            numbers = self._new_entries(keys)
            versions = range(self._next_version, self._next_version + len(keys))
            self._next_version = versions.stop
            append_columns(self.connection, "entry_versions", versions, numbers, batch.hashes, batch.texts)
            self._versions.fromlist(list(versions))
            self._said.extend(bytes(len(keys)))
            self.counts["added"] += len(keys)
            self._make_searchable(batch, numbers)
        else:
            told, old = self._plain_versions(batch)
            self._names.add_some(batch.names, told, old)
            for at, number in told.items():
                entry = from_payload(self.registry.id, keys[at], batch.texts[at], (batch.rows[at],))
                self._identifiers.held.add(number, entry)
        self._rows.fromlist(batch.rows)
        self.counts["entries"] += len(keys)
        self.counts["names"] += len(keys)

    def _make_searchable(self, batch: PreparedBatch, numbers: range) -> None:
        assert batch.search is not None
        self._names.add_all(numbers, batch.names, batch.search.folded, batch.search.bones)
        self._identifiers.held.add_keys(batch.search.keys, numbers.start)
        self._identifiers.held.kinds.update(batch.kinds)

    def _plain_versions(self, batch: PreparedBatch) -> tuple[dict[int, int], list[int]]:
        """Entries that say something new, place → number; and places of the ones among them known before."""
        keys, hashes = batch.keys, batch.hashes
        versions, said = [0] * len(keys), bytearray([_UNCHANGED]) * len(keys)
        others = self._unchanged(batch, versions)
        held = self._held([keys[at] for at in others])
        told: dict[int, int] = {}
        old: list[int] = []
        new: list[tuple[int, int, bytes, str]] = []
        fresh = [keys[at] for at in others if keys[at] not in held]
        for key, number in zip(fresh, self._new_entries(fresh), strict=True):
            held[key] = KnownEntry(number)
        fresh_keys = set(fresh)
        for at in others:
            key, digest = keys[at], hashes[at]
            known = held[key]
            if key not in fresh_keys:
                self._touch(known.number, key)
            version = known.versions.get(digest)
            if version is None:
                version = self._next_version
                self._next_version += 1
                new.append((version, known.number, digest, batch.texts[at]))
                told[at] = known.number
                if key not in fresh_keys:
                    old.append(at)
            versions[at], said[at] = version, self._judged(known, version)
        self.connection.executemany("INSERT INTO entry_versions VALUES (?, ?, ?, ?)", new)
        self._versions.fromlist(versions)
        self._said.extend(said)
        return told, old

    def _unchanged(self, batch: PreparedBatch, versions: list[int]) -> Sequence[int]:
        """Note the versions of entries that say what they said in the copy before; places of all others."""
        keys = batch.keys
        if self._before is None:
            return range(len(keys))
        met = self._before.met(keys, batch.rows[-1])
        same = [each is not None and each[2] == digest for each, digest in zip(met, batch.hashes, strict=True)]
        numbers = [each[0] for each in compress(met, same) if each]
        self._reach(max(numbers, default=0) + 1)
        touched = self._touched
        if any(map(touched.__getitem__, numbers)):
            raise self._two_of_one_key(
                next(key for key, each in zip(keys, met, strict=True) if each and touched[each[0]])
            )
        for number in numbers:
            touched[number] = 1
        versions[:] = [each[1] if each else 0 for each in met]
        self.counts["unchanged"] += len(numbers)
        return [at for at, is_same in enumerate(same) if not is_same]

    def _take_entries(self, batch: PreparedBatch) -> None:
        entries = batch.entries
        if not entries:
            return
        lookup = not self._first or not batch.raw.texts
        held = self._held([entry.key for entry in entries]) if lookup else {}
        new: list[tuple[int, int, bytes, str]] = []
        names: list[tuple[int, tuple[tuple[str, str], ...], bool]] = []
        for entry in entries:
            known = held.get(entry.key)
            is_new = known is None
            if known is None:
                known = held[entry.key] = KnownEntry(self._new_entries([entry.key])[0])
            else:
                self._touch(known.number, entry.key)
            version = known.versions.get(entry.hash)
            if version is None:
                version = known.versions[entry.hash] = self._next_version
                self._next_version += 1
                new.append((version, known.number, entry.hash, entry.text))
                names.append((known.number, entry.names, is_new))
                self._identifiers.held.add_keys(entry.keys, known.number)
            self._versions.extend([version] * len(entry.rows))
            self._said.extend(bytes([self._judged(known, version)]) * len(entry.rows))
            self._rows.extend(entry.rows)
            self.counts["names"] += len(entry.names)
        self.connection.executemany("INSERT INTO entry_versions VALUES (?, ?, ?, ?)", new)
        self._names.add(names)
        if new:
            self._identifiers.held.kinds.update(batch.kinds)
        self.counts["entries"] += len(entries)

    def _new_entries(self, keys: Sequence[str]) -> range:
        numbers = range(self._next_entry, self._next_entry + len(keys))
        self._next_entry = numbers.stop
        self._reach(numbers.stop)
        self._touched[numbers.start : numbers.stop] = b"\1" * len(keys)
        try:
            append_columns(self.connection, "entries", numbers, (self.registry_id,) * len(keys), keys)
        except sqlite3.IntegrityError as error:
            raise self._two_of_one_key(next((key for key in keys if keys.count(key) > 1), keys[0])) from error
        return numbers

    def _reach(self, end: int) -> None:
        if end > len(self._touched):
            self._touched.extend(bytes(max(end, 2 * len(self._touched)) - len(self._touched)))

    def _touch(self, number: int, key: str) -> None:
        self._reach(number + 1)
        if self._touched[number]:
            raise self._two_of_one_key(key)
        self._touched[number] = 1

    def _two_of_one_key(self, key: str) -> StoreError:
        return StoreError(
            f"two entries have the key {key!r}; nothing was imported.",
            where=self.draft.source_name,
            todo="Make the identity columns of the definition tell them apart.",
        )

    def _judged(self, known: KnownEntry, version: int) -> int:
        """What a version of the copy is against the day before: an index of _VERDICTS."""
        if version in known.live:
            verdict = "unchanged"
        else:
            verdict = "changed" if known.live else "reappeared" if known.seen else "added"
            ends = bool(known.live) and self.registry.coverage is not Coverage.PERIOD
            if not self._first:
                self._lines.extend((known.number, version, ends))
        self.counts[verdict] += 1
        return _VERDICTS.index(verdict)

    def _held(self, keys: Sequence[str]) -> dict[str, KnownEntry]:
        return known_entries(self.connection, self.registry_id, self.day, keys)

    # Entries told too early ------------------------------------------------------------------------------------

    def _withdraw(self, rows: Sequence[int]) -> None:
        """Take back entries of one row that turned out to be part of another; their names and numbers stay known."""
        if self._place_of is None:  # firms of several rows come last, so what may be withdrawn is all here
            self._place_of = array("q", bytes(8 * (max(self._rows, default=0) + 1)))
            for at, row in enumerate(self._rows):
                self._place_of[row] = at
        places = [self._place_of[row] for row in rows]
        versions = [self._versions[at] for at in places]
        told = {
            version: (entry, len(json.loads(payload)["names"]))
            for version, entry, payload in self.connection.execute(
                "SELECT v.id, v.entry, v.payload FROM json_each(?) j CROSS JOIN entry_versions v ON v.id = j.value",
                (json.dumps(versions),),
            )
        }
        for at, version in zip(places, versions, strict=True):
            entry, names = told[version]
            self._touched[entry] = 0
            verdict = _VERDICTS[self._said[at]]
            self.counts[verdict] -= 1
            self.counts["entries"] -= 1
            self.counts["names"] -= names
            if verdict != "unchanged":
                self._dropped[version] += 1
            self._versions[at] = self._rows[at] = 0
        mine = ((version,) for version in versions if version >= self._first_version)
        self.connection.executemany("DELETE FROM entry_versions WHERE id = ?", mine)

    # Rejects and indexes ---------------------------------------------------------------------------------------

    def _take_rejects(self, batch: PreparedBatch) -> None:
        ids = self._raw.ids
        for reject in batch.rejects:
            raw = ids[reject.row - 1] if reject.row <= len(ids) else 0
            if not raw and reject.raw:
                raw = self._raw.keep_one(dict(reject.raw))
            values = (self.seq, reject.row, storable(reject.reason), raw or None)
            self.connection.execute("INSERT INTO rejects VALUES (?, ?, ?, ?)", values)
        self.rejected += len(batch.rejects)

    def _restore_indexes(self) -> None:
        try:
            self._indexes.restore()
        except sqlite3.IntegrityError as error:
            raise self._two_of_one_key("…") from error

    # The end ---------------------------------------------------------------------------------------------------

    def close(self, copies: list[Copy]) -> None:
        """Row maps, validity, indexes: what can only be written once all is known."""
        self._restore_indexes()
        kept = (
            [at for at, version in enumerate(self._versions) if version]
            if self._dropped or 0 in self._versions
            else None
        )
        if kept is not None:
            self._versions = array("q", map(self._versions.__getitem__, kept))
            self._rows = array("q", map(self._rows.__getitem__, kept))
        write_raw_map(self.connection, self.seq, self._raw.ids)
        write_version_map(self.connection, self.seq, self._versions, self._rows)
        self._write_validity()
        whole = self.registry.coverage is Coverage.CURRENT and self.draft.complete
        gone = list(self._gone()) if whole and not self._first and not self._holds_all() else []
        self.counts["vanished"] = len(gone)
        if self.newest:
            self._end(gone)
        else:
            recompute(self.connection, self.registry_id, copies, self.registry.coverage)
        self._names.make_searchable()
        self._identifiers.close()

    def _write_validity(self) -> None:
        if not self.newest:
            return
        if self._first:
            self.connection.execute(
                "INSERT INTO entry_validity (registry_id, entry, valid_from, version)"
                " SELECT ?, entry, ?, id FROM entry_versions WHERE id >= ? ORDER BY entry",
                (self.registry_id, self.day, self._first_version),
            )
            return
        lines: list[tuple[int, int, str, int]] = []
        ended: list[int] = []
        for at in range(0, len(self._lines), 3):
            entry, version, ends = self._lines[at : at + 3]
            if self._dropped[version] > 0:
                self._dropped[version] -= 1
                continue
            lines.append((self.registry_id, entry, self.day, version))
            if ends:
                ended.append(entry)
        self._end(ended)
        self.connection.executemany(
            "INSERT INTO entry_validity (registry_id, entry, valid_from, version) VALUES (?, ?, ?, ?)", lines
        )

    def _end(self, entries: Sequence[int]) -> None:
        self.connection.executemany(
            "UPDATE entry_validity SET valid_until = ? WHERE registry_id = ? AND entry = ? AND valid_until IS NULL",
            ((self.day, self.registry_id, entry) for entry in entries),
        )

    def _holds_all(self) -> bool:
        """Whether the copy names everybody who was in force: as many are told as there were."""
        if not self.newest or self._dropped or self.registry.coverage is not Coverage.CURRENT:
            return False
        query = "SELECT count(*) FROM entry_validity WHERE registry_id = ? AND valid_from < ? AND valid_until IS NULL"
        ((listed,),) = self.connection.execute(query, (self.registry_id, self.day)).fetchall()
        return bool(listed == self.counts["unchanged"])

    def _gone(self) -> Iterator[int]:
        for (number,) in self.connection.execute(
            "SELECT entry FROM entry_validity WHERE registry_id = ? AND valid_from <= ?"
            " AND (valid_until IS NULL OR valid_until > ?)",
            (self.registry_id, self.day, self.day),
        ):
            if number >= len(self._touched) or not self._touched[number]:
                yield number
