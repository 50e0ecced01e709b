"""Workbooks (XLSX, XLS, ODS): every cell as the text a person would copy, with real dates in ISO form."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import IO, Any
from xml.parsers import expat

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.limits import (
    MAX_CALAMINE_BYTES,
    MAX_COLUMNS,
    MAX_NESTING,
    MAX_PACKING_RATIO,
    MAX_SHEET_CELLS,
    MAX_UNPACKED_BYTES,
    SMALL_UNPACKED_BYTES,
)
from recruitcheck.registry.table import Line, Sheet, Source

EXACT_INTEGERS = 10**15  # a float holds 15 digits; a longer number was already rounded in the workbook
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_CHUNK = 4 * 1024 * 1024
_TEXT = frozenset({str})
# Attributes r of rows, and of cells beyond column Z. The fixed beginning makes them fast; what they find too much is
# harmless. Blanks around "=" are allowed, but only who wants to hide a far cell writes so: then the slower one looks.
_PLACES = re.compile(rb"""r=["']([A-Za-z]{2,3}[0-9]|[0-9]{1,9}["'])""")
_SPACED_PLACES = re.compile(rb"""r\s*=\s*["']([A-Za-z]{2,3}[0-9]|[0-9]{1,9}["'])""")
_SPACED = (b"r =", b"r= ", b"\t=", b"\n=", b"\r=", b"=\t", b"=\n", b"=\r")


class WorkbookReader:
    """Reads workbooks with calamine. Bounds are asked of the packed file first: unpacked it may fill the memory."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def refuse_bombs(self, source: Source) -> None:
        """InputError for a file that would not fit the memory once it is unpacked."""
        _refuse_bombs(source, "xl/worksheets/", _refuse_wide_sheet)

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """Every sheet that holds a cell; only the declared one where the definition names it."""
        from python_calamine import CalamineWorkbook

        self.refuse_bombs(source)
        with _Damage(source):
            book = CalamineWorkbook.from_filelike(io.BytesIO(source.path.read_bytes()))
            names = book.sheet_names
            if options.sheet is not None and options.sheet not in names:
                raise InputError(
                    f"there is no sheet {options.sheet!r} (there are: {', '.join(names[:10])}).",
                    where=source.where,
                    todo="Correct format.sheet in the definition.",
                )
            for name in names if options.sheet is None else [options.sheet]:
                sheet = book.get_sheet_by_name(name)
                if sheet.height:
                    yield Sheet(name, _lines(sheet, source, warnings))


class OldWorkbookReader(WorkbookReader):
    """Reads XLS. The format itself ends a sheet at 65,536 rows and 256 columns."""

    media_type = "application/vnd.ms-excel"

    def refuse_bombs(self, source: Source) -> None:
        """InputError for a file that is too large to be read whole."""
        if source.size > MAX_CALAMINE_BYTES:
            raise InputError(
                f"{source.size:,} bytes; a workbook of up to {MAX_CALAMINE_BYTES:,} can be read.",
                where=source.where,
                todo="Ask for the list as CSV.",
            )


class OpenDocumentReader(WorkbookReader):
    """Reads ODS. A cell or row may be said to repeat a million times, so the repeats are added up first."""

    media_type = "application/vnd.oasis.opendocument.spreadsheet"

    def refuse_bombs(self, source: Source) -> None:
        """InputError for a file that would not fit the memory once its repeats are told out."""
        _refuse_bombs(source, "content", _refuse_repeats)


class _Damage:
    """Turns what calamine makes of a damaged file into one line."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        from python_calamine import CalamineError

        # A panic of its Rust code is no Exception and has no name to import; every other BaseException passes.
        panic = kind is not None and kind.__name__ == "PanicException"
        if panic or isinstance(error, CalamineError | OSError | ValueError):
            raise _broken(self.source, "it holds what the format does not allow" if panic else str(error)) from error


def _lines(sheet: Any, source: Source, warnings: list[str]) -> Iterator[Line]:
    first_row = sheet.start[0] + 1 if sheet.start else 1
    rounded = 0
    with _Damage(source):
        rows = sheet.to_python(skip_empty_area=True)
    for offset, cells in enumerate(rows):
        kinds = set(map(type, cells))
        if float in kinds:
            rounded += sum(isinstance(value, float) and abs(value) >= EXACT_INTEGERS for value in cells)
        yield Line(first_row + offset, cells if kinds <= _TEXT else list(map(cell_text, cells)))
    if rounded:
        warnings.append(
            f"{rounded:,} numbers have more than 15 digits: the workbook itself has rounded them. "
            "Ask for a copy in which identifiers are text."
        )


def cell_text(value: object) -> str:
    """A cell as text: 12.0 is "12", a date is ISO, true is "true", an empty cell is ""."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta | int):
        return str(value)
    return ""


def _refuse_bombs(source: Source, prefix: str, check: Callable[[IO[bytes], Source, str], None]) -> None:
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            crowded = unpacked > SMALL_UNPACKED_BYTES and unpacked > MAX_PACKING_RATIO * max(source.size, 1)
            if unpacked > MAX_UNPACKED_BYTES or crowded:
                raise InputError(
                    f"the workbook unpacks to {unpacked:,} bytes from {source.size:,}: it is refused as a zip bomb.",
                    where=source.where,
                    todo="Save it again from the spreadsheet program, or as CSV.",
                )
            for member in members:
                if member.filename.startswith(prefix) and member.filename.endswith(".xml"):
                    with archive.open(member) as file:
                        check(file, source, member.filename)
    except (*_BROKEN_ZIP, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _broken(source, str(error)) from error


def _refuse_wide_sheet(file: IO[bytes], source: Source, name: str) -> None:
    """A single cell at XFD1048576 makes a reader allocate the whole grid, so the corners are looked up first."""
    width, height, kept = 26, 0, b""
    while chunk := file.read(_CHUNK):
        text = kept + chunk
        pattern = _SPACED_PLACES if any(mark in text for mark in _SPACED) else _PLACES
        for place in set(pattern.findall(text)):
            if place[:1].isdigit():
                height = max(height, int(place[:-1]))
            else:
                width = max(width, _column_number(place[:-1]))
        kept = text[-64:]
    if width > MAX_COLUMNS or width * height > MAX_SHEET_CELLS:
        raise _too_wide(name, width, height, source)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _Repeats:
    """Adds up how far the cells of an ODS reach once every repeat is told out. Blank ones at an end reach nowhere."""

    def __init__(self, source: Source, name: str) -> None:
        self.source, self.name = source, name
        self.width = self.height = self.rows = self.column = self.depth = 0
        self.reach, self.repeat, self.span = 0, 1, 1
        self.in_cell = self.filled = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise _broken(self.source, "nested too deep")
        local = name.rpartition(":")[2]
        if local == "table":
            self.height = self.rows = self.width = 0
        elif local == "table-row":
            self.column = self.reach = 0
            self.repeat = _count(attributes.get("table:number-rows-repeated"))
        elif local in ("table-cell", "covered-table-cell"):
            self.span = _count(attributes.get("table:number-columns-repeated"))
            self.in_cell, self.filled = True, any(key.startswith("office:") for key in attributes)
        elif self.in_cell and local != "annotation":
            self.filled = True

    def end(self, name: str) -> None:
        self.depth -= 1
        local = name.rpartition(":")[2]
        if local in ("table-cell", "covered-table-cell"):
            self.column += self.span
            self.reach = self.column if self.filled else self.reach
            self.in_cell = False
        elif local == "table-row":
            self.rows += self.repeat
            self.height = self.rows if self.reach else self.height
            self.width = max(self.width, self.reach)
            if self.width > MAX_COLUMNS or self.width * self.height > MAX_SHEET_CELLS:
                raise _too_wide(self.name, self.width, self.height, self.source)

    def refuse(self, *_: object) -> None:
        raise _broken(self.source, "it declares a document type or entities")


def _count(text: str | None) -> int:
    return min(int(text), 2**31) if text and text.isascii() and text.isdigit() and len(text) < 12 else 1


def _refuse_repeats(file: IO[bytes], source: Source, name: str) -> None:
    repeats = _Repeats(source, name)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = repeats.start, repeats.end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = repeats.refuse
    try:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise _broken(source, str(error)) from error


def _too_wide(name: str, width: int, height: int, source: Source) -> InputError:
    return InputError(
        f"{name} spans {width:,} columns and {height:,} rows; {MAX_COLUMNS} columns and "
        f"{MAX_SHEET_CELLS:,} cells may be read.",
        where=source.where,
        todo="Delete the empty columns and rows outside the table and save it again.",
    )


def _broken(source: Source, why: str) -> InputError:
    return InputError(
        f"the workbook is damaged or cut ({why.splitlines()[0][:120] if why else 'no detail'}).",
        where=source.where,
        todo="Get the file again, or save it as CSV.",
    )
