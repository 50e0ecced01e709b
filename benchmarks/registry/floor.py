"""The floor of an import: csv.reader and executemany into one table, in one transaction. Nothing is understood."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path


def load(source: Path, database: Path) -> int:
    """Rows written."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    with source.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader)
        columns = ", ".join(f"c{number} TEXT" for number in range(len(header)))
        connection.execute(f"CREATE TABLE floor ({columns}) STRICT")
        marks = ", ".join("?" * len(header))
        with connection:
            cursor = connection.executemany(f"INSERT INTO floor VALUES ({marks})", reader)  # noqa: S608  marks only
        connection.close()
    return cursor.rowcount
