"""Opening a list: the format from its bytes, then the layout whose headers stand in it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.delimited import DelimitedReader
from recruitcheck.registry.layout import Nearest, find_layout, folded_header, no_layout, unique_headers
from recruitcheck.registry.limits import MAX_CELL_CHARS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS
from recruitcheck.registry.records import RecordsReader
from recruitcheck.registry.table import Line, Reader, Row, Source, Table
from recruitcheck.registry.workbook import WorkbookReader

HEAD_BYTES = 64 * 1024
READERS: dict[str, Callable[[], Reader]] = {"csv": DelimitedReader, "xlsx": WorkbookReader, "json": RecordsReader}
_SUFFIXES = {"csv": (".csv", ".tsv", ".txt"), "xlsx": (".xlsx", ".xlsm"), "json": (".json",)}
_UNREADABLE = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (XLS)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)


def read_table(path: Path, definition: Definition) -> Table:
    """Open a list by its definition. Rows are read as they are asked for.

    Raises InputError for a file that cannot be read and RegistryError for one that fits no layout; both may also
    come while rows are taken.
    """
    source = _open(path, definition)
    kind = sniff_format(source)
    warnings: list[str] = []
    if path.suffix and path.suffix.lower() not in _SUFFIXES[kind]:
        warnings.append(f"The file is called {path.name} but holds {kind.upper()}; it was read as {kind.upper()}.")
    reader = READERS[kind]()
    nearest = Nearest()
    for sheet in reader.sheets(source, definition.format, warnings):
        found = find_layout(sheet.lines, definition, nearest)
        if found is None:
            continue
        header = unique_headers(found.header.cells)
        warnings.extend(found.layout_warnings(header))
        return Table(
            source_name=path.name,
            media_type=reader.media_type,
            sheet=sheet.name,
            layout=found.layout,
            header=header,
            header_line=found.header.place,
            rows=_rows(sheet.lines, header, definition, source, warnings),
            warnings=warnings,
        )
    raise no_layout(source, definition, nearest)


def _open(path: Path, definition: Definition) -> Source:
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
    known = {folded_header(text) for layout in definition.layouts for text in (*layout.when, *layout.columns.headers())}
    return Source(path, size, head, frozenset(known))


def sniff_format(source: Source) -> str:
    """``csv``, ``xlsx`` or ``json`` by the bytes. InputError names what else it is."""
    head = source.head
    if head.startswith(b"PK"):
        return _zip_kind(source)
    for mark, what in _UNREADABLE:
        if head.startswith(mark):
            raise _other_format(source, what)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] in (b"{", b"["):
        # "[AI] Ltd" may begin a CSV: JSON goes on with a quote, a bracket or its end.
        if text[1:].lstrip(b" \t\r\n")[:1] in (b'"', b"{", b"[", b"]", b"}"):
            return "json"
    elif text[:1] == b"<":
        raise _other_format(source, "HTML or XML")
    return "csv"


def _zip_kind(source: Source) -> str:
    try:
        with zipfile.ZipFile(source.path) as archive:
            if any(name.startswith("xl/") for name in archive.namelist()):
                return "xlsx"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(
            "the file begins like a workbook or zip but is damaged or cut.",
            where=source.where,
            todo="Get the whole file again.",
        ) from error
    raise _other_format(source, "a zip archive without an XLSX workbook")


def _other_format(source: Source, what: str) -> InputError:
    return InputError(
        f"this is {what}, which cannot be read yet.", where=source.where, todo="Give the list as CSV, XLSX or JSON."
    )


def _rows(
    lines: Iterator[Line],
    header: tuple[str, ...],
    definition: Definition,
    source: Source,
    warnings: list[str],
) -> Iterator[Row]:
    pad = definition.format.short_rows == "pad"
    width = len(header)
    number = 0
    blanks: list[Line] = []  # blank lines count only if something follows: a sheet's used range often runs on
    for line in lines:
        if not any(map(str.strip, line.cells)):
            blanks.append(line)
            continue
        for item in (*blanks, line):
            number += 1
            if number > MAX_ROWS:
                raise InputError(
                    f"more than {MAX_ROWS:,} rows.", where=source.where, todo="Check that this is the right file."
                )
            yield _row(number, item, header, width, pad)
        blanks.clear()
    if not number:
        warnings.append("The list has a header but no rows.")


def _row(number: int, line: Line, header: tuple[str, ...], width: int, pad: bool) -> Row:
    cells, defect = line.cells, None
    if len(cells) != width:
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            cells = cells[:width]
        elif len(cells) < width and pad:
            cells = [*cells, *[""] * (width - len(cells))]
        else:
            defect = f"the row has {len(cells)} cells where the header has {width}"
            spare = [f"column {index}" for index in range(width + 1, min(len(cells), MAX_COLUMNS) + 1)]
            return Row(number, dict(zip((*header, *spare), cells, strict=False)), line.place, defect)
    if max(map(len, cells), default=0) > MAX_CELL_CHARS:
        defect = f"a cell has more than {MAX_CELL_CHARS:,} characters"
        cells = [cell[:MAX_CELL_CHARS] for cell in cells]
    return Row(number, dict(zip(header, cells, strict=True)), line.place, defect)
