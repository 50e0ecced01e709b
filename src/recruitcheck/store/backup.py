"""A second copy of everything: the database as of one moment, and the originals."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from recruitcheck.errors import StoreError
from recruitcheck.store.original import Originals


def back_up(connection: sqlite3.Connection, originals: Originals, to: Path) -> None:
    """Copy database and originals to ``to`` and ``<to>.originals``; StoreError where either exists."""
    target = Originals(to)
    for path in (to, target.folder):
        if path.exists():
            raise StoreError(
                "exists already; a backup overwrites nothing.", where=str(path), todo="Choose another name."
            )
    partial = to.with_name(f"{to.name}.partial-{os.getpid()}")
    try:
        _copy_database(connection, partial)
        _copy_originals(originals, target)
        partial.replace(to)
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror}).", where=str(to)) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def _copy_database(connection: sqlite3.Connection, partial: Path) -> None:
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(partial)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file without companions, readable from read-only media
    descriptor = os.open(partial, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy_originals(originals: Originals, target: Originals) -> None:
    for source in originals.files():
        place = target.folder / source.parent.name
        for folder in (target.folder, place):
            if not folder.exists():
                folder.mkdir(mode=0o700)
        shutil.copyfile(source, place / source.name)
        (place / source.name).chmod(0o600)
