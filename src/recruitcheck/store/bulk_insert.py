"""Many rows written with few statements: a statement for a hundred rows costs little more than one for each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain, islice

from recruitcheck.errors import StoreError

MAX_VALUES = 900  # of one statement: SQLite before 3.32 allows 999


def append_columns(connection: sqlite3.Connection, table: str, ids: range, *columns: Sequence[object]) -> None:
    """Add rows at the end of ``table``: ``ids`` are the next free numbers, ``columns`` all others, parallel to it.

    SQLite counts the numbers on by itself, which costs less than looking up that each is free; that it came to
    ``ids`` is checked. A row that cannot be stored leaves those before it: for transactions that end with an error.
    """
    if not ids:
        return
    at_once = MAX_VALUES // len(columns)
    whole, rest = divmod(len(ids), at_once)
    values = chain.from_iterable(zip(*columns, strict=True))
    for rows, statements in ((at_once, whole), (rest, 1)):
        if not rows or not statements:
            continue
        told = (tuple(islice(values, rows * len(columns))) for _ in range(statements))
        marks = ", ".join([f"(NULL, {', '.join('?' * len(columns))})"] * rows)
        # OR FAIL: what keeps a statement of many rows whole costs, and an import is whole or nothing anyway.
        connection.executemany(f"INSERT OR FAIL INTO {table} VALUES {marks}", told)  # noqa: S608  our own names, and marks
    (last,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    if last != ids[-1]:
        raise StoreError(f"the last of {table} is {last} and not {ids[-1]}; nothing was imported.")
