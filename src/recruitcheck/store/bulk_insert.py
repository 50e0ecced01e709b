"""Many rows written with few statements: a statement for a hundred rows costs little more than one for each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain, islice

MAX_VALUES = 900  # of one statement: SQLite before 3.32 allows 999


def insert_columns(connection: sqlite3.Connection, table: str, *columns: Sequence[object]) -> None:
    """Add rows to ``table``; ``columns`` are parallel, one for each of its columns."""
    at_once = MAX_VALUES // len(columns)
    whole, rest = divmod(len(columns[0]), at_once)
    values = chain.from_iterable(zip(*columns, strict=True))
    for rows, statements in ((at_once, whole), (rest, 1)):
        if not rows or not statements:
            continue
        told = (tuple(islice(values, rows * len(columns))) for _ in range(statements))
        marks = ", ".join([f"({', '.join('?' * len(columns))})"] * rows)
        connection.executemany(f"INSERT INTO {table} VALUES {marks}", told)  # noqa: S608  our own names, and marks
