"""Registries and their snapshots as rows: which lists there are, and which copies of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from recruitcheck.errors import StoreError
from recruitcheck.model import Coverage, Registry, Snapshot
from recruitcheck.model.registry_json import registry_of_json, registry_to_json
from recruitcheck.store.stored_text import compact

_COLUMNS = (
    "s.seq, s.id, r.registry, s.sha256, s.source_name, s.effective_on, s.imported_at, s.rows_read, s.rows_kept,"
    " s.rows_rejected, s.definition_sha256, s.published_on, s.retrieved_on, s.partial_reason, s.refused_reason, s.names"
)


@dataclass(frozen=True, slots=True)
class RegistryStatus:
    """How a registry stands: newest acceptable copy (None if all were refused) and its age in days."""

    registry: Registry
    latest: Snapshot | None
    age_days: int | None
    stale: bool
    snapshots: int
    last_change: date | None = None  # day of the last copy that differed from the one before


@dataclass(frozen=True, slots=True)
class Copy:
    """A snapshot with its place in the database: ``seq`` counts imports and orders copies of one day."""

    seq: int
    names: int
    snapshot: Snapshot

    @property
    def order(self) -> tuple[date, int]:
        """Effective day first; of two copies of one day the one imported later comes later."""
        return self.snapshot.effective_on, self.seq


def instant(at: datetime) -> str:
    """UTC, ISO 8601; StoreError for a time without zone, because it could mean any moment of a day."""
    if at.tzinfo is None:
        raise StoreError(f"a time without zone cannot be recorded: {at.isoformat()}.")
    return at.astimezone(UTC).isoformat()


def write_registry(
    connection: sqlite3.Connection, registry: Registry, sha256: str, at: str, *, accepted: bool
) -> tuple[int, Coverage | None]:
    """Keep a definition; returns the registry's number and the coverage it had before (None: new).

    The newest definition is the one in force. A refused copy (``accepted`` false) changes nothing for a known registry.
    """
    execute, value = connection.execute, compact(registry_to_json(registry))
    found = execute("SELECT id, coverage FROM registries WHERE registry = ?", (registry.id,)).fetchone()
    fields = (registry.title, registry.jurisdiction, registry.kind.value, registry.coverage.value, sha256, value)
    if found is None:
        number = execute(
            "INSERT INTO registries (registry, title, jurisdiction, kind, coverage, definition_sha256, value)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (registry.id, *fields),
        ).lastrowid
    elif not accepted:
        return found[0], Coverage(found[1])
    else:
        number = found[0]
        execute(
            "UPDATE registries SET title = ?, jurisdiction = ?, kind = ?, coverage = ?, definition_sha256 = ?,"
            " value = ? WHERE id = ?",
            (*fields, number),
        )
    execute(
        "INSERT OR IGNORE INTO definitions (registry_id, sha256, first_used_at, value) VALUES (?, ?, ?, ?)",
        (number, sha256, at, value),
    )
    return int(number or 0), Coverage(found[1]) if found else None


def registry_id(connection: sqlite3.Connection, registry: str) -> int | None:
    """The number of a registry in this database."""
    found = connection.execute("SELECT id FROM registries WHERE registry = ?", (registry,)).fetchone()
    return found[0] if found else None


def read_registry(connection: sqlite3.Connection, registry: str) -> Registry | None:
    """The definition that the registry was last imported with."""
    found = connection.execute("SELECT value FROM registries WHERE registry = ?", (registry,)).fetchone()
    return registry_of_json(json.loads(found[0])) if found else None


def read_copies(connection: sqlite3.Connection, registry: str | None = None) -> list[Copy]:
    """Copies by registry, effective day and order of import; refused ones included."""
    where = "" if registry is None else " WHERE r.registry = ?"
    sql = f"SELECT {_COLUMNS} FROM snapshots s JOIN registries r ON r.id = s.registry_id{where}"  # noqa: S608 - constants
    rows = connection.execute(
        f"{sql} ORDER BY r.registry, s.effective_on, s.seq", () if registry is None else (registry,)
    )
    return [_copy(row) for row in rows]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _copy(row: tuple[object, ...]) -> Copy:
    (seq, public, registry, sha, source, effective, imported, read, kept, rejected, definition, *rest) = row
    published, retrieved, partial, refused, names = rest
    snapshot = Snapshot(
        id=public,  # type: ignore[arg-type]
        registry=registry,  # type: ignore[arg-type]
        sha256=sha,  # type: ignore[arg-type]
        source_name=source,  # type: ignore[arg-type]
        effective_on=date.fromisoformat(effective),  # type: ignore[arg-type]
        imported_at=datetime.fromisoformat(imported),  # type: ignore[arg-type]
        rows=read,  # type: ignore[arg-type]
        kept=kept,  # type: ignore[arg-type]
        rejected=rejected,  # type: ignore[arg-type]
        definition_sha256=definition,  # type: ignore[arg-type]
        published_on=_day(published),  # type: ignore[arg-type]
        retrieved_on=_day(retrieved),  # type: ignore[arg-type]
        complete=partial is None,
        partial_reason=partial,  # type: ignore[arg-type]
        refused_reason=refused,  # type: ignore[arg-type]
    )
    return Copy(seq, names, snapshot)  # type: ignore[arg-type]


def known(copies: Sequence[Copy], known_on: date | None) -> list[Copy]:
    """Copies imported (UTC) on or before ``known_on``; None means all."""
    return [copy for copy in copies if known_on is None or copy.snapshot.imported_at.date() <= known_on]


def in_force(copies: Sequence[Copy]) -> list[Copy]:
    """Acceptable copies in order, without those that a later complete copy of the same day replaced."""
    result: list[Copy] = []
    for copy in sorted((copy for copy in copies if copy.snapshot.refused_reason is None), key=lambda copy: copy.order):
        if copy.snapshot.complete:
            while result and result[-1].snapshot.effective_on == copy.snapshot.effective_on:
                result.pop()
        result.append(copy)
    return result


def last_change(connection: sqlite3.Connection, copies: Sequence[Copy]) -> date | None:
    """The day of the last acceptable copy that said something else than the one before it."""
    for copy in reversed(in_force(copies)):
        (changes,) = connection.execute(
            "SELECT added + changed + vanished + reappeared FROM snapshots WHERE seq = ?", (copy.seq,)
        ).fetchone()
        if changes:
            return copy.snapshot.effective_on
    return None


def state_of(copies: Sequence[Copy], coverage: Coverage, as_of: date) -> list[Copy]:
    """The copies that together make the state of the list on ``as_of``, oldest first.

    ``current``: the latest complete copy and the partial ones after it. Otherwise entries persist, every copy counts.
    """
    upto = [copy for copy in in_force(copies) if copy.snapshot.effective_on <= as_of]
    if coverage is Coverage.CURRENT:
        complete = [index for index, copy in enumerate(upto) if copy.snapshot.complete]
        if complete:
            return upto[complete[-1] :]
    return upto
