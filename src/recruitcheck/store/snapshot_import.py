"""Import of one copy of a list: rows, versions, validity and names, in one transaction."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice

from recruitcheck.errors import StoreError
from recruitcheck.model import ListBatch, Reject, Snapshot
from recruitcheck.store.connection import transaction
from recruitcheck.store.list_writer import ListWriter
from recruitcheck.store.listing import Copy, in_force, instant, read_copies, write_registry
from recruitcheck.store.payload import storable, to_payload
from recruitcheck.store.records import ImportResult, RowsBack, SnapshotRequest

BATCH = 400


def import_snapshot(connection: sqlite3.Connection, request: SnapshotRequest) -> ImportResult:
    """Keep one copy; killed at any point, the database is as before or as after."""
    effective = request.published_on or request.retrieved_on
    if effective is None:
        raise StoreError(
            "the day of this copy is not known.", where=request.source_name, todo="Give --published or --retrieved."
        )
    with _trusted(connection), transaction(connection):
        copies = read_copies(connection, request.registry.id)
        draft = Snapshot(
            id=_new_id(copies, request, effective.isoformat()),
            registry=request.registry.id,
            sha256=request.sha256,
            source_name=storable(request.source_name),
            effective_on=effective,
            imported_at=request.imported_at,
            rows=request.rows_read or 0,
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


@contextmanager
def _trusted(connection: sqlite3.Connection) -> Iterator[None]:
    """Every row that an import writes belongs to one it has just written; looking each up again would be dear.

    Pages that it gives back held official lists only, so they need not be overwritten with zeros, as some builds of
    SQLite do.
    """
    (overwrites,) = connection.execute("PRAGMA secure_delete").fetchone()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA secure_delete = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA secure_delete = {int(overwrites)}")


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
        self.connection, self.request, self.draft, self.copies = connection, request, draft, copies
        (self.seq,) = connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM snapshots").fetchone()

    def run(self) -> ImportResult:
        """All steps; the counts are against the state just before the copy's day."""
        self.connection.execute("SAVEPOINT list")
        refused = self.draft.refused_reason
        if refused is None:
            result = self._accept()
            refused = self.request.refusal() if self.request.refusal else None
            if refused is None:
                self.connection.execute("RELEASE list")
                return result
            self.connection.execute("ROLLBACK TO list")
            draft = replace(self.draft, refused_reason=refused, rows=result.snapshot.rows)
            return self._refuse(draft, result.snapshot.kept, result.snapshot.rejected)
        kept, rejected = self._count()
        return self._refuse(replace(self.draft, rows=kept + rejected), kept, rejected)

    def _refuse(self, draft: Snapshot, kept: int, rejected: int) -> ImportResult:
        """Keep what the copy was, and nothing of what it says."""
        number, _ = self._registry(accepted=False)
        self._insert_snapshot(replace(draft, kept=kept, rejected=rejected), number)
        self._check(kept, rejected)
        return ImportResult(replace(draft, kept=kept, rejected=rejected))

    def _registry(self, *, accepted: bool) -> tuple[int, bool]:
        """The registry's number, and whether its coverage is what it was."""
        request = self.request
        number, earlier = write_registry(
            self.connection,
            request.registry,
            request.definition_sha256,
            instant(self.draft.imported_at),
            accepted=accepted,
        )
        return number, earlier in (None, request.registry.coverage)

    def _accept(self) -> ImportResult:
        number, same_coverage = self._registry(accepted=True)
        newest = same_coverage and all(
            copy.snapshot.effective_on < self.draft.effective_on for copy in in_force(self.copies)
        )
        self._insert_snapshot(self.draft, number)
        held = in_force([copy for copy in self.copies if copy.snapshot.effective_on <= self.draft.effective_on])
        before = held[-1] if held else None
        writer = ListWriter(
            self.connection, self.request.registry, number, self.seq, self.draft, newest=newest, before=before
        )
        batches = self.request.batches or self._whole
        for batch in batches(writer.rows_back):
            writer.take(batch)
            if self.request.progress:
                self.request.progress(writer.counts["entries"])
        kept, rejected = writer.kept, writer.rejected
        self._check(kept, rejected)
        writer.close([*self.copies, Copy(self.seq, 0, self.draft)])
        count = writer.counts
        self._update_snapshot(kept, rejected, count)
        snapshot = replace(self.draft, rows=kept + rejected, kept=kept, rejected=rejected)
        return ImportResult(
            snapshot, count["added"], count["changed"], count["unchanged"], count["vanished"], count["reappeared"]
        )

    def _check(self, kept: int, rejected: int) -> None:
        rows = self.request.rows_read
        if rows is not None and kept + rejected != rows:
            raise StoreError(
                f"{rows} rows read, but {kept} in entries and {rejected} rejected; nothing was imported.",
                where=self.draft.source_name,
                todo="This is a fault of the mapping: please report it.",
            )

    def _count(self) -> tuple[int, int]:
        """Rows kept and rejected of a copy of which nothing else is kept."""
        kept: set[int] = set()
        rejected = 0
        for batch in (self.request.batches or self._whole)(lambda _: iter(())):
            if isinstance(batch, ListBatch):
                kept.update(batch.plain.rows)
                kept.update(row for entry in batch.entries for row in to_payload(entry).rows)
            else:
                kept.update(batch.rows)
                kept.update(row for prepared in batch.entries for row in prepared.rows)
            rejected += len(batch.rejects)
        return len(kept), rejected

    def _whole(self, _: RowsBack) -> Iterator[ListBatch]:
        """A list that was given whole, bit by bit."""
        request = self.request
        rows = request.raw_rows
        pairs = iter(rows.items() if isinstance(rows, Mapping) else rows)
        while part := list(islice(pairs, BATCH)):
            for number, cells in part:
                yield ListBatch(first=number, cells=[[]], odd={0: dict(cells)})
        entries = iter(request.entries)
        while some := list(islice(entries, BATCH)):
            yield ListBatch(entries=some)
        rejects: Iterable[Reject] = request.rejects
        yield ListBatch(rejects=list(rejects))

    def _insert_snapshot(self, draft: Snapshot, registry_id: int) -> None:
        row = (
            self.seq, draft.id, registry_id, draft.sha256, draft.source_name, draft.effective_on.isoformat(),
            _text(draft.published_on), _text(draft.retrieved_on), instant(draft.imported_at), draft.rows, draft.kept,
            draft.rejected, *(0,) * 7, draft.definition_sha256, draft.partial_reason, draft.refused_reason,
        )  # fmt: skip
        self.connection.execute(f"INSERT INTO snapshots VALUES ({','.join('?' * len(row))})", row)  # noqa: S608

    def _update_snapshot(self, kept: int, rejected: int, count: Counter[str]) -> None:
        values = (
            kept + rejected, kept, rejected, count["entries"], count["names"], count["added"], count["changed"],
            count["unchanged"], count["vanished"], count["reappeared"], self.seq,
        )  # fmt: skip
        self.connection.execute(
            "UPDATE snapshots SET rows_read = ?, rows_kept = ?, rows_rejected = ?, entries = ?, names = ?, added = ?,"
            " changed = ?, unchanged = ?, vanished = ?, reappeared = ? WHERE seq = ?",
            values,
        )
