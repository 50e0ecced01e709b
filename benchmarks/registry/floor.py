"""The floors: what the least program would cost that does none of the understanding.

CSV: csv.reader and executemany of the same columns into one STRICT table, in one transaction, with the store's own
journal, durability and cache. XLSX: calamine's rows. PDF: pypdfium2's text of every page.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path


def load(source: Path, database: Path) -> int:
    """Rows written."""
    from recruitcheck.store.connection import CACHE_KIB

    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
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


def workbook(source: Path) -> int:
    """Rows of the first sheet, by calamine alone."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(source.read_bytes()))
    return len(book.get_sheet_by_index(0).to_python(skip_empty_area=True))


def pdf(source: Path) -> int:
    """Characters of all pages, by pypdfium2 alone."""
    import pypdfium2

    document = pypdfium2.PdfDocument(source)
    return sum(len(page.get_textpage().get_text_range()) for page in document)
