"""The SQLite connection: opened safely, private, with every database error turned into one clear line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from recruitcheck.errors import StoreError

APPLICATION_ID = 0x52435354  # "RCST": tells our databases from any other SQLite file
BUSY_SECONDS = 30.0
CACHE_KIB = 64_000
_MAGIC = b"SQLite format 3\x00"

P = ParamSpec("P")
R = TypeVar("R")


def connect(path: Path, *, create: bool, read_only: bool) -> sqlite3.Connection:
    """A connection to ``path`` in autocommit mode; StoreError where there is no usable database file."""
    _look(path, create=create and not read_only)
    if read_only:
        return _connect_read_only(path)
    if not path.exists():
        _create_file(path)
    elif not os.access(path, os.W_OK):
        raise StoreError(
            "the database file is read-only.", where=str(path), todo="Make it writable or open it to read."
        )
    connection = _sqlite(f"{path.absolute().as_uri()}?mode=rw", path)
    try:
        _refuse_foreign(connection, path)  # before the journal mode, which would change another program's file
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise explain(error, path) from error
    except StoreError:
        connection.close()
        raise
    return connection


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != APPLICATION_ID:
        raise StoreError(
            "is a SQLite database of another program.", where=str(path), todo="Choose another file with --db."
        )


def _look(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError("is a folder, not a database file.", where=str(path), todo="Name a file inside it.")
    if not path.exists():
        if create:
            return
        raise StoreError(
            "no database here.", where=str(path), todo="Import a registry first: recruitcheck registry import."
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise StoreError(f"cannot be read ({error.strerror}).", where=str(path)) from error
    if size == 0:
        return  # a file that was created and then the program ended: as good as new
    if not head.startswith(_MAGIC):
        raise StoreError("is not a SQLite database.", where=str(path), todo="Choose another file with --db.")
    _refuse_truncated(path, head, size)


def _refuse_truncated(path: Path, head: bytes, size: int) -> None:
    """The header tells how many pages there are; a shorter file without a journal was cut off."""
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(head[28:32], "big")
    trusted = len(head) == 100 and head[24:28] == head[92:96]  # else SQLite itself ignores the count
    has_journal = any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))
    if len(head) < 100 or (trusted and not has_journal and size < page_size * pages):
        raise _damaged(path, "it was cut off")


def _damaged(path: Path, how: str) -> StoreError:
    return StoreError(
        f"the database is damaged: {how}.",
        where=str(path),
        todo="Restore a backup (recruitcheck db backup makes them).",
    )


def _create_file(path: Path) -> None:
    try:
        missing = [parent for parent in (path.parent, *path.parent.parents) if not parent.exists()]
        for parent in reversed(missing):
            parent.mkdir(mode=0o700)
        with suppress(FileExistsError):  # another process may be creating it at this moment
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(
            f"cannot be created ({error.strerror}).", where=str(path), todo="Choose a writable place with --db."
        ) from error


def _sqlite(uri: str, path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise explain(error, path) from error
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        return _sqlite(uri, path)
    except StoreError:
        # WAL needs a shared-memory file beside the database. On read-only media it cannot be made; a database that
        # was closed cleanly has no journal left, so it can be read as an unchanging file.
        if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
            raise
        return _sqlite(uri + "&immutable=1", path)


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """One clear line for a database error; damage, lock, full disk and read-only folders are told apart."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    lower = text.lower()
    if "not a database" in lower:
        return StoreError("is not a SQLite database.", where=str(path), todo="Choose another file with --db.")
    if "malformed" in lower or "corrupt" in lower:
        return _damaged(path, text)
    if "locked" in lower or "busy" in lower:
        return StoreError(
            "another program is writing to the database.", where=str(path), todo="Try again when it has finished."
        )
    if "readonly" in lower or "read-only" in lower or "unable to open" in lower:
        return StoreError(
            "the database or its folder is read-only.", where=str(path), todo="Choose a writable place with --db."
        )
    if "full" in lower:
        return StoreError(
            "the disk is full; nothing was changed.", where=str(path), todo="Free some space and try again."
        )
    return StoreError(f"database error: {text}.", where=str(path))


def guarded(method: Callable[P, R]) -> Callable[P, R]:
    """Turn sqlite3 errors of a method into StoreError; the object must have ``path``."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except (sqlite3.DatabaseError, sqlite3.InterfaceError) as error:
            path: Path = args[0].path  # type: ignore[attr-defined]
            raise explain(error, path) from error

    return call


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE … COMMIT; any exception, an interrupt included, rolls everything back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
