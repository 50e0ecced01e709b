"""The store: one SQLite file with the originals beside it. What only some commands need is imported by its method."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from recruitcheck.errors import NotRecordedError, StoreError
from recruitcheck.store import decision, ledger, schema
from recruitcheck.store.connection import connect, guarded
from recruitcheck.store.listing import RegistryStatus, in_force, known, last_change, read_copies, read_registry
from recruitcheck.store.original import Originals
from recruitcheck.store.row_map import RowMaps

if TYPE_CHECKING:
    from recruitcheck.model import Decision, DecisionAnswer, Registry, Reject, Snapshot
    from recruitcheck.store.listed_names import ListedEntryNames
    from recruitcheck.store.records import (
        DecisionRecord,
        EntryChange,
        EntryVersion,
        ImportResult,
        LedgerLine,
        LedgerState,
        SearchHit,
        SnapshotRequest,
        StoreInfo,
    )
    from recruitcheck.store.view import View


class Store:
    """Snapshots, entries, decisions and the ledger. A context manager; not shared between threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self._connection = connection
        self.path = path
        self.read_only = read_only
        self._originals = Originals(path)
        self.until_closed = ExitStack()  # what others keep as long as the database is open

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False) -> Store:
        """Open or create a database. StoreError in one line for whatever cannot be used as one.

        ``read_only`` opens without writing a byte: everything but imports, decisions and the ledger works.
        """
        connection = connect(path, create=create, read_only=read_only)
        try:
            store = cls(connection, path, read_only=read_only)
            store._bring_up_to_date()
        except BaseException:
            connection.close()
            raise
        return store

    @classmethod
    def open_to_check(cls, path: Path) -> Store:
        """An existing database, to write where that is possible, else to read (then nothing is recorded)."""
        try:
            return cls.open(path, create=False)
        except StoreError:
            return cls.open(path, create=False, read_only=True)

    @guarded
    def _bring_up_to_date(self) -> None:
        schema.bring_up_to_date(self._connection, self.path, read_only=self.read_only)

    def close(self) -> None:
        """Close the database and what was kept with it; a second call does nothing."""
        self.until_closed.close()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _need_writing(self) -> None:
        if self.read_only:
            raise StoreError("was opened read-only.", where=str(self.path), todo="Choose a writable place with --db.")

    def keep_original(self, source: Path) -> str:
        """Keep the bytes of a file beside the database, compressed; returns their SHA-256."""
        self._need_writing()
        return self._originals.keep(source)

    @guarded
    def forget_original(self, sha256: str) -> None:
        """Remove the bytes of a file that came to nothing; those of any copy held here stay."""
        held = self._connection.execute("SELECT 1 FROM snapshots WHERE sha256 = ? LIMIT 1", (sha256,)).fetchone()
        if held is None and not self.read_only:
            self._originals.forget(sha256)

    def original(self, sha256: str) -> bytes:
        """The original bytes, checked against their hash."""
        return self._originals.read(sha256)

    @guarded
    def import_snapshot(self, request: SnapshotRequest) -> ImportResult:
        """Keep one copy of a list, in one transaction; the same copy again adds nothing (``already``)."""
        from recruitcheck.store.snapshot_import import import_snapshot

        self._need_writing()
        return import_snapshot(self._connection, request)

    @guarded
    def registries(self) -> tuple[Registry, ...]:
        """Every registry of which a copy was imported, by id, with the definition last used."""
        names = self._connection.execute("SELECT registry FROM registries ORDER BY registry").fetchall()
        return tuple(found for (name,) in names if (found := read_registry(self._connection, name)))

    @guarded
    def snapshots(self, registry: str | None = None, *, known_on: date | None = None) -> tuple[Snapshot, ...]:
        """Copies by registry and effective day, refused ones included."""
        return tuple(copy.snapshot for copy in known(read_copies(self._connection, registry), known_on))

    @guarded
    def status(self, today: date, *, known_on: date | None = None) -> tuple[RegistryStatus, ...]:
        """How every registry stands on ``today``."""
        result = []
        for registry in self.registries():
            copies = known(read_copies(self._connection, registry.id), known_on)
            accepted = [copy.snapshot for copy in in_force(copies) if copy.snapshot.effective_on <= today]
            latest = accepted[-1] if accepted else None
            age = (today - latest.effective_on).days if latest else None
            stale = age is None or age > registry.shelf_life_days
            changed = last_change(self._connection, [copy for copy in copies if copy.snapshot.effective_on <= today])
            result.append(RegistryStatus(registry, latest, age, stale, len(copies), changed))
        return tuple(result)

    def _seq(self, snapshot_id: str) -> int:
        found = self._connection.execute("SELECT seq FROM snapshots WHERE id = ?", (snapshot_id,)).fetchone()
        if found is None:
            raise StoreError(
                f"there is no snapshot {snapshot_id!r}.", todo="List them with: recruitcheck registry status."
            )
        return int(found[0])

    @guarded
    def rejects(self, snapshot_id: str) -> tuple[Reject, ...]:
        """Rows that became no entry, in order, each with its reason and the row as read."""
        from recruitcheck.model import Reject
        from recruitcheck.store.raw_row import read_raw_row

        rows = self._connection.execute(
            "SELECT source_row, reason, raw_row FROM rejects WHERE snapshot = ? ORDER BY source_row, rowid",
            (self._seq(snapshot_id),),
        ).fetchall()
        return tuple(
            Reject(row, reason, tuple(read_raw_row(self._connection, raw).items()) if raw else ())
            for row, reason, raw in rows
        )

    @guarded
    def raw_row(self, snapshot_id: str, row: int) -> dict[str, str] | None:
        """A source row as read; None where the copy has no such row."""
        from recruitcheck.store.raw_row import read_raw_row

        raw = RowMaps(self._connection).raw_row_id(self._seq(snapshot_id), row)
        return read_raw_row(self._connection, raw) if raw else None

    @guarded
    def view(self, registry: str, *, as_of: date, known_on: date) -> View | None:
        """The list on a day; None where no copy was effective by ``as_of`` and known by ``known_on``."""
        from recruitcheck.store.view import open_view

        return open_view(self._connection, self.path, registry, as_of, known_on)

    @guarded
    def history(self, entry_id: str, *, known_on: date | None = None) -> tuple[EntryVersion, ...]:
        """What an entry said from when to when; empty where it is not known."""
        from recruitcheck.store.history import read_history

        return read_history(self._connection, entry_id, known_on)

    @guarded
    def changes(self, earlier: str, later: str) -> tuple[EntryChange, ...]:
        """What differs between two copies (ids of snapshots) of one list: new, gone and changed entries."""
        from recruitcheck.store.difference import read_changes

        first, second = self._seq(earlier), self._seq(later)
        registry, other = earlier.partition("@")[0], later.partition("@")[0]
        if registry != other:
            raise StoreError(f"{earlier} and {later} are copies of two lists.", todo="Compare copies of one list.")
        return tuple(read_changes(self._connection, registry, first, second))

    @guarded
    def search(
        self, text: str, *, registry: str | None, as_of: date, known_on: date, limit: int
    ) -> tuple[SearchHit, ...]:
        """Entries by name in any script or by licence number, best first; of one registry or of all."""
        from recruitcheck.store.search import search
        from recruitcheck.store.view import open_view

        names = [registry] if registry is not None else [held.id for held in self.registries()]
        views = [open_view(self._connection, self.path, name, as_of, known_on) for name in names]
        return search(text, [view for view in views if view], limit)

    @guarded
    def listed_names(self, registry: str, *, known_on: date | None = None) -> tuple[ListedEntryNames, ...]:
        """Every name that a registry ever listed, with its days; what a name index is built from."""
        from recruitcheck.store.listed_names import read_listed_names

        return tuple(read_listed_names(self._connection, registry, known_on))

    @guarded
    def decide(self, query_name: str, entry_id: str, answer: DecisionAnswer, by: str, reason: str, at: datetime) -> int:
        """Record a person's decision; returns its number."""
        from recruitcheck.model import Decision

        self._need_writing()
        return decision.decide(self._connection, query_name, entry_id, Decision(answer, by, at, reason))

    @guarded
    def undo(self, number: int, by: str, reason: str, at: datetime) -> int:
        """Take a decision back with a new, dated row; returns its number."""
        self._need_writing()
        return decision.undo(self._connection, number, by, reason, at)

    @guarded
    def decisions_for(self, query_folded: str, entry_id: str, *, known_on: date | None = None) -> tuple[Decision, ...]:
        """Decisions in force on a folded query name and an entry; the last one counts."""
        records = decision.read_decisions(self._connection, query_folded, entry_id, known_on)
        return tuple(record.decision for record in records if record.undone_by is None)

    @guarded
    def decisions(self, *, known_on: date | None = None) -> tuple[DecisionRecord, ...]:
        """Every decision ever made, undone ones included."""
        return decision.read_decisions(self._connection, known_on=known_on)

    def ledger_append(self, command: str, summary: dict[str, str], payload: bytes, at: datetime) -> str:
        """Add a line for a command and return the new head; NotRecordedError where the database cannot be written."""
        if self.read_only:
            raise NotRecordedError("not recorded: the database is read-only.", where=str(self.path))
        return self._append(command, summary, payload, at)

    @guarded
    def _append(self, command: str, summary: dict[str, str], payload: bytes, at: datetime) -> str:
        try:
            return ledger.append(self._connection, command, summary, payload, at)
        except sqlite3.OperationalError as error:
            if "readonly" in str(error):
                raise NotRecordedError("not recorded: the database is read-only.", where=str(self.path)) from error
            raise

    @guarded
    def ledger(self) -> tuple[LedgerLine, ...]:
        """Every line in order; removed payloads are None."""
        return tuple(ledger.read_ledger(self._connection))

    @guarded
    def verify_ledger(self, head: str | None = None) -> LedgerState:
        """Check the chain; against a head kept elsewhere a cut tail is found too."""
        return ledger.verify(self._connection, head)

    @guarded
    def info(self) -> StoreInfo:
        """Size and contents."""
        from recruitcheck.store.records import StoreInfo

        count = self._connection.execute
        files = [path.stat().st_size for path in self._originals.files()]
        tables = ("registries", "snapshots", "entries", "entry_versions", "names", "decisions", "ledger")
        numbers = [count(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608 - constants
        head = count("SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
        (pages,), (size,) = count("PRAGMA page_count").fetchone(), count("PRAGMA page_size").fetchone()
        version = schema.version_of(self._connection, self.path)
        return StoreInfo(
            self.path, version, self.read_only, pages * size, len(files), sum(files), *numbers,
            head[0] if head else ledger.START,  # type: ignore[call-arg]
        )  # fmt: skip

    @guarded
    def backup(self, to: Path) -> None:
        """A consistent copy of database and originals at ``to``; StoreError where something is there already."""
        from recruitcheck.store.backup import back_up

        back_up(self._connection, self._originals, to)
