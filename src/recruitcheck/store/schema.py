"""Tables of the store and the numbered migrations that build them.

``sqlite_utils`` is imported only while a migration runs: opening an up-to-date database costs one query.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import StoreError
from recruitcheck.store.connection import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database

_LISTS = """
CREATE TABLE registries (
  id INTEGER PRIMARY KEY, registry TEXT NOT NULL UNIQUE, title TEXT NOT NULL, jurisdiction TEXT NOT NULL,
  kind TEXT NOT NULL, coverage TEXT NOT NULL, definition_sha256 TEXT NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE definitions (
  id INTEGER PRIMARY KEY, registry_id INTEGER NOT NULL REFERENCES registries, sha256 TEXT NOT NULL,
  first_used_at TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (registry_id, sha256)) STRICT;
CREATE TABLE snapshots (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, registry_id INTEGER NOT NULL REFERENCES registries,
  sha256 TEXT NOT NULL, source_name TEXT NOT NULL, effective_on TEXT NOT NULL, published_on TEXT, retrieved_on TEXT,
  imported_at TEXT NOT NULL, rows_read INTEGER NOT NULL, rows_kept INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,
  entries INTEGER NOT NULL, names INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL, vanished INTEGER NOT NULL, reappeared INTEGER NOT NULL,
  definition_sha256 TEXT NOT NULL, partial_reason TEXT, refused_reason TEXT) STRICT;
CREATE INDEX snapshots_of_registry ON snapshots (registry_id, effective_on, seq);
CREATE TABLE rejects (
  snapshot INTEGER NOT NULL REFERENCES snapshots, source_row INTEGER NOT NULL, reason TEXT NOT NULL,
  raw_row INTEGER REFERENCES raw_rows) STRICT;
CREATE INDEX rejects_of_snapshot ON rejects (snapshot, source_row);
"""

_ROWS = """
CREATE TABLE raw_columns (id INTEGER PRIMARY KEY, columns TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE raw_rows (
  id INTEGER PRIMARY KEY, hash BLOB NOT NULL, columns INTEGER NOT NULL REFERENCES raw_columns,
  cells TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX raw_rows_by_hash ON raw_rows (hash);
CREATE TABLE snapshot_rows (
  snapshot INTEGER NOT NULL REFERENCES snapshots, first_row INTEGER NOT NULL, last_row INTEGER NOT NULL,
  map BLOB NOT NULL, PRIMARY KEY (snapshot, first_row)) STRICT;
CREATE TABLE snapshot_versions (
  snapshot INTEGER NOT NULL REFERENCES snapshots, first_version INTEGER NOT NULL, last_version INTEGER NOT NULL,
  map BLOB NOT NULL, PRIMARY KEY (snapshot, first_version)) STRICT;
"""

_ENTRIES = """
CREATE TABLE entries (
  id INTEGER PRIMARY KEY, registry_id INTEGER NOT NULL REFERENCES registries, key TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX entries_by_key ON entries (registry_id, key);
CREATE TABLE entry_versions (
  id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entries, hash BLOB NOT NULL, payload TEXT NOT NULL) STRICT;
CREATE INDEX entry_versions_of_entry ON entry_versions (entry);
CREATE TABLE entry_validity (
  registry_id INTEGER NOT NULL, entry INTEGER NOT NULL REFERENCES entries, valid_from TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES entry_versions, valid_until TEXT,
  PRIMARY KEY (registry_id, entry, valid_from, version)) STRICT, WITHOUT ROWID;
CREATE TABLE names (
  id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entries, kind TEXT NOT NULL, text TEXT NOT NULL,
  folded TEXT NOT NULL, bones TEXT NOT NULL) STRICT;
CREATE INDEX names_of_entry ON names (entry);
CREATE TABLE identifiers (
  kind TEXT NOT NULL, value TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entries,
  PRIMARY KEY (kind, value, entry)) STRICT, WITHOUT ROWID;
"""

# Tokens serve exact words and phrases (and ranking), bones words romanised in another way. Trigrams of the name without
# spaces serve typing errors and words written together or apart; without positions and text they stay small.
_SEARCH = """
CREATE VIRTUAL TABLE names_fts USING fts5(
  folded, bones, content='names', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE names_trigrams USING fts5(joined, content='', tokenize='trigram', detail=none, columnsize=0);
"""

_CUSTODY = """
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY, query_folded TEXT NOT NULL, query_name TEXT NOT NULL, entry_id TEXT NOT NULL,
  answer TEXT CHECK (answer IN ('same', 'different', 'unsure')), decided_by TEXT NOT NULL, reason TEXT NOT NULL,
  decided_at TEXT NOT NULL, undoes INTEGER REFERENCES decisions,
  CHECK ((answer IS NULL) = (undoes IS NOT NULL))) STRICT;
CREATE INDEX decisions_on ON decisions (query_folded, entry_id);
CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL, tool_version TEXT NOT NULL,
  payload_hash TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE ledger_payloads (
  seq INTEGER PRIMARY KEY REFERENCES ledger, salt BLOB NOT NULL, summary TEXT NOT NULL, payload BLOB NOT NULL) STRICT;
"""

_VIEWS = {
    "current_entries": """SELECT r.registry, r.registry || ':' || e.key AS entry_id, a.valid_from,
        json_extract(v.payload, '$.names[0][0]') AS name, v.payload
        FROM entry_validity a JOIN entries e ON e.id = a.entry JOIN entry_versions v ON v.id = a.version
        JOIN registries r ON r.id = a.registry_id WHERE a.valid_until IS NULL""",
    "entry_history": """SELECT r.registry || ':' || e.key AS entry_id, a.valid_from, a.valid_until, v.payload
        FROM entry_validity a JOIN entries e ON e.id = a.entry JOIN entry_versions v ON v.id = a.version
        JOIN registries r ON r.id = a.registry_id""",
    "snapshot_list": """SELECT r.registry, s.id, s.effective_on, s.imported_at, s.source_name, s.sha256, s.rows_read,
        s.rows_kept, s.rows_rejected, s.entries, s.partial_reason, s.refused_reason
        FROM snapshots s JOIN registries r ON r.id = s.registry_id""",
}

# Rows and names are found through keys that an import can write in order; see identifier_index.
_ORDERED = """
DROP INDEX raw_rows_by_hash;
CREATE INDEX raw_rows_by_hash ON raw_rows (hash);
CREATE TABLE identifier_sets (
  id INTEGER PRIMARY KEY, registry_id INTEGER NOT NULL REFERENCES registries, keys INTEGER NOT NULL) STRICT;
CREATE INDEX identifier_sets_of_registry ON identifier_sets (registry_id);
CREATE TABLE identifier_chunks (
  set_id INTEGER NOT NULL REFERENCES identifier_sets, first INTEGER NOT NULL, last INTEGER NOT NULL,
  keys BLOB NOT NULL, PRIMARY KEY (set_id, first)) STRICT;
CREATE TABLE identifier_kinds (
  registry_id INTEGER NOT NULL REFERENCES registries, kind TEXT NOT NULL,
  PRIMARY KEY (registry_id, kind)) STRICT, WITHOUT ROWID;
"""
# Built again after a long list came in: one sort costs less than a million places in a tree.
LATE_INDEXES = {
    "raw_rows_by_hash": "CREATE INDEX raw_rows_by_hash ON raw_rows (hash)",
    "entries_by_key": "CREATE UNIQUE INDEX entries_by_key ON entries (registry_id, key)",
}

# Append only: a released migration is never edited.
MIGRATIONS: tuple[tuple[int, str, tuple[str, ...], dict[str, str]], ...] = (
    (1, "snapshots, versions, names, decisions, ledger", (_LISTS, _ROWS, _ENTRIES, _SEARCH, _CUSTODY), _VIEWS),
    (2, "identifiers as packed keys", (_ORDERED,), {}),
)
LATEST = MIGRATIONS[-1][0]


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version, 0 for an empty database; StoreError for a database that is not ours."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return 0
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID or "schema_version" not in tables:
        raise StoreError(
            "is a SQLite database of another program.", where=str(path), todo="Choose another file with --db."
        )
    (version,) = connection.execute("SELECT coalesce(max(version), 0) FROM schema_version").fetchone()
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Run the missing migrations, each whole or not at all; StoreError for a newer database."""
    version = version_of(connection, path)
    if version > LATEST:
        raise StoreError(
            f"was written by a newer version (schema {version}; this one knows {LATEST}).",
            where=str(path),
            todo="Update recruitcheck.",
        )
    if version == LATEST:
        return
    if read_only:
        what = "is empty." if version == 0 else f"has schema {version} and needs an update to {LATEST}."
        raise StoreError(what, where=str(path), todo="Open it once where it can be written.")
    _migrate(connection, path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False)
    for number, title, scripts, views in MIGRATIONS:
        connection.execute(
            "BEGIN IMMEDIATE"
        )  # database.atomic() then nests; a plain BEGIN would race with another process
        try:
            if version_of(connection, path) < number:
                with database.atomic():
                    _apply(database, number, title, scripts, views)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _apply(database: Database, number: int, title: str, scripts: tuple[str, ...], views: dict[str, str]) -> None:
    if number == 1:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.create_table(
            "schema_version", {"version": int, "title": str}, pk="version", not_null={"title"}, strict=True
        )
    for script in scripts:
        for statement in filter(None, (part.strip() for part in script.split(";\n"))):
            database.execute(statement)
    if number == 2:
        from recruitcheck.store.identifier_index import move_identifiers

        move_identifiers(database.conn)
    for name, sql in views.items():
        database.create_view(name, sql)
    database.table("schema_version").insert({"version": number, "title": title})
