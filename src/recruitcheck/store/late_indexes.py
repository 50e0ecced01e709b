"""Indexes that a long first copy is written without: one sort costs less than a million places in a tree."""

from __future__ import annotations

import sqlite3

from recruitcheck.store.schema import LATE_INDEXES


class LateIndexes:
    """Taken away at most once and put back, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._gone = False

    def drop(self) -> None:
        """Take them away; nothing where they are away."""
        if not self._gone:
            for name in LATE_INDEXES:
                self._connection.execute(f"DROP INDEX {name}")
            self._gone = True

    def restore(self) -> None:
        """Put back what was taken away. sqlite3.IntegrityError where two entries have one key."""
        if self._gone:
            self._gone = False
            for sql in LATE_INDEXES.values():
                self._connection.execute(sql)
