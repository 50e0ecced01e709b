"""Opening a list: the format from its bytes, then the layout whose headers stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

from recruitcheck.errors import InputError, RecruitcheckError, RegistryError
from recruitcheck.model.list_batch import BETWEEN
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.layout import Nearest, find_layout, folded_header, no_columns, no_layout, unique_headers
from recruitcheck.registry.mapping.division import Division
from recruitcheck.registry.mapping.made_columns import MadeColumns
from recruitcheck.registry.readers.archive import HEAD_BYTES, PACKED, unpacked
from recruitcheck.registry.readers.like_sheets import with_columns_counted, with_like_sheets
from recruitcheck.registry.readers.limits import (
    BATCH_ROWS,
    MAX_ARCHIVE_DEPTH,
    MAX_CELL_CHARS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_ROWS,
)
from recruitcheck.registry.readers.signature import SUFFIXES, sniff_format
from recruitcheck.registry.table import Line, Reader, RowBatch, Source, Table

__all__ = ["BATCH_ROWS", "open_source", "read_table", "reader_of"]

_HOMES = {  # where the reader of a format is: it is loaded when a file of the format comes
    "csv": ("delimited", "DelimitedReader"),
    "xlsx": ("workbook", "WorkbookReader"),
    "xls": ("workbook", "OldWorkbookReader"),
    "ods": ("workbook", "OpenDocumentReader"),
    "json": ("records", "RecordsReader"),
    "jsonl": ("record_lines", "RecordLinesReader"),
    "html": ("web_page", "WebPageReader"),
    "xml": ("xml_records", "XmlReader"),
    "sql": ("sql_dump", "SqlDumpReader"),
    "pdf": ("pdf_table", "PdfReader"),
}


def reader_of(kind: str) -> Reader:
    """The reader of a format, as ``sniff_format`` names it."""
    module, name = _HOMES[kind]
    made: Callable[[], Reader] = getattr(import_module(f"{__package__}.{module}"), name)
    return made()


def read_table(path: Path, definition: Definition) -> Table:
    """Open a list by its definition. Rows are read as they are asked for.

    Raises InputError for a file that cannot be read and RegistryError for one that fits no layout; both may also
    come while rows are taken.
    """
    if not definition.layouts:
        raise no_columns(definition)
    source = _open(path, definition)
    warnings: list[str] = []
    nearest = Nearest()
    kind = sniff_format(source)
    if path.suffix and path.suffix.lower() not in SUFFIXES[kind]:
        warnings.append(f"The file is called {path.name} but holds {kind.upper()}; it was read as {kind.upper()}.")
    table = _read(source, kind, definition, nearest, warnings)
    if table is None:
        raise no_layout(source, definition, nearest)
    return replace(table, source_name=path.name)


def _read(
    source: Source, kind: str, definition: Definition, nearest: Nearest, warnings: list[str], depth: int = 0
) -> Table | None:
    if kind not in PACKED:
        return _first_sheet(source, reader_of(kind), definition, nearest, warnings)
    if depth >= MAX_ARCHIVE_DEPTH:
        raise InputError("archives lie in one another too deep.", where=source.where, todo="Give the list itself.")
    first: RecruitcheckError | None = None
    for inner in unpacked(source, kind, warnings):
        before = len(warnings)
        try:
            found = _read(inner, sniff_format(inner), definition, nearest, warnings, depth + 1)
        except (InputError, RegistryError) as error:
            first = first or error
            found = None
        if found is not None:
            return found
        del warnings[before:]
    if first is not None:
        raise first
    return None


def _first_sheet(
    source: Source, reader: Reader, definition: Definition, nearest: Nearest, warnings: list[str]
) -> Table | None:
    sheets = reader.sheets(source, definition.format, warnings)
    for sheet in sheets:
        lines = with_columns_counted(sheet.lines) if definition.format.headerless else sheet.lines
        found = find_layout(lines, definition, nearest)
        if found is None:
            continue
        header = unique_headers(found.header.cells)
        lines = with_like_sheets(lines, sheets, header, definition, warnings)
        made = MadeColumns(found.layout, header)
        division = Division(found.layout, made.header)
        warnings.extend(found.layout_warnings(header))
        return Table(
            source_name=source.path.name,
            media_type=reader.media_type,
            sheet=sheet.name,
            layout=found.layout,
            header=division.header,
            header_line=found.header.place,
            batches=division.divided(made.made(_batches(lines, header, definition, source, warnings))),
            warnings=warnings,
        )
    return None


def open_source(path: Path, known: frozenset[str] = frozenset()) -> Source:
    """The file with its first bytes; InputError for a folder, an empty, too large or unreadable file."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise InputError("this is a folder.", where=str(path), todo="Give the list's file.")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", where=str(path), todo="Check the path.") from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError("the file is empty.", where=str(path), todo="Get the file again.")
    if size > MAX_FILE_BYTES:
        raise InputError(
            f"{size:,} bytes; a list may have {MAX_FILE_BYTES:,}.",
            where=str(path),
            todo="Check that this is the right file.",
        )
    return Source(path, size, head, known)


def _open(path: Path, definition: Definition) -> Source:
    known = {folded_header(text) for layout in definition.layouts for text in (*layout.when, *layout.columns.headers())}
    return open_source(path, frozenset(known))


def _batches(
    lines: Iterator[Line],
    header: tuple[str, ...],
    definition: Definition,
    source: Source,
    warnings: list[str],
) -> Iterator[RowBatch]:
    pad = definition.format.short_rows == "pad"
    number = 0
    blanks: list[Line] = []  # blank lines count only if something follows: a sheet's used range often runs on
    while chunk := list(islice(lines, BATCH_ROWS)):
        filled = next((at for at in range(len(chunk) - 1, -1, -1) if _says_something(chunk[at].cells)), -1)
        if filled < 0:
            blanks += chunk
            continue
        rows = [*blanks, *chunk[: filled + 1]]
        blanks = chunk[filled + 1 :]
        if number + len(rows) > MAX_ROWS:
            raise InputError(
                f"more than {MAX_ROWS:,} rows.", where=source.where, todo="Check that this is the right file."
            )
        yield _batch(number + 1, rows, header, pad)
        number += len(rows)
    if not number:
        warnings.append("The list has a header but no rows.")


def _says_something(cells: list[str]) -> bool:
    return bool(cells) and bool(cells[0].strip() or "".join(cells).strip())


def _batch(first: int, rows: list[Line], header: tuple[str, ...], pad: bool) -> RowBatch:
    width = len(header)
    places, told = zip(*rows, strict=True)
    batch = RowBatch(header, first, list(places), list(told))
    for index in [at for at, cells in enumerate(told) if cells and cells[0] == header[0]]:
        if unique_headers(told[index]) == header:
            batch.defects[index] = "the header printed again"
    for index, cells in enumerate(batch.cells) if set(map(len, told)) != {width} else ():
        if len(cells) == width:
            continue
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            batch.cells[index] = cells[:width]
        elif len(cells) < width and pad:
            batch.cells[index] = [*cells, *[""] * (width - len(cells))]
        else:
            batch.defects[index] = f"the row has {len(cells)} cells where the header has {width}"
            spare = [f"column {at}" for at in range(width + 1, min(len(cells), MAX_COLUMNS) + 1)]
            batch.odd[index] = dict(zip((*header, *spare), cells, strict=False))
    batch.lines.extend(map(BETWEEN.join, batch.cells))
    if max(map(len, batch.lines), default=0) > MAX_CELL_CHARS:
        for index, cells in enumerate(batch.cells):
            if index not in batch.odd and max(map(len, cells), default=0) > MAX_CELL_CHARS:
                batch.defects[index] = f"a cell has more than {MAX_CELL_CHARS:,} characters"
                batch.cells[index] = [cell[:MAX_CELL_CHARS] for cell in cells]
                batch.lines[index] = BETWEEN.join(batch.cells[index])
    return batch
