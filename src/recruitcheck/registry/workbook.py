"""XLSX workbooks: every cell as the text a person would copy, with real dates in ISO form."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.limits import (
    MAX_COLUMNS,
    MAX_PACKING_RATIO,
    MAX_SHEET_CELLS,
    MAX_UNPACKED_BYTES,
    SMALL_UNPACKED_BYTES,
)
from recruitcheck.registry.table import Line, Sheet, Source

EXACT_INTEGERS = 10**15  # a float holds 15 digits; a longer number was already rounded in the workbook
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_CHUNK = 4 * 1024 * 1024
_FAR_COLUMN = re.compile(rb'\br="[A-Z]{3}[0-9]')
_WIDE_COLUMN = re.compile(rb'\br="([A-Z]{2})[0-9]')
_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="([0-9]{1,9})"')


class WorkbookReader:
    """Reads XLSX with calamine. Bounds are asked of the packed file first: an unpacked sheet may fill the memory."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """Every sheet that holds a cell; only the declared one where the definition names it."""
        from python_calamine import CalamineError, CalamineWorkbook

        _refuse_bombs(source)
        try:
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
                    yield Sheet(name, _lines(sheet, warnings))
        except (CalamineError, OSError, ValueError) as error:
            raise _broken(source, str(error)) from error


def _lines(sheet: Any, warnings: list[str]) -> Iterator[Line]:
    first_row = sheet.start[0] + 1 if sheet.start else 1
    rounded = 0
    for offset, cells in enumerate(sheet.to_python(skip_empty_area=True)):
        texts = []
        for value in cells:
            if isinstance(value, float) and abs(value) >= EXACT_INTEGERS:
                rounded += 1
            texts.append(cell_text(value))
        yield Line(first_row + offset, texts)
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


def _refuse_bombs(source: Source) -> None:
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
                if member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml"):
                    with archive.open(member) as file:
                        _refuse_wide_sheet(file, source, member.filename)
    except (*_BROKEN_ZIP, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _broken(source, str(error)) from error


def _refuse_wide_sheet(file: IO[bytes], source: Source, name: str) -> None:
    """A single cell at XFD1048576 makes a reader allocate the whole grid, so the corners are looked up first."""
    width, height, kept = 26, 0, b""
    while chunk := file.read(_CHUNK):
        text = kept + chunk
        if _FAR_COLUMN.search(text):
            width = 16_384
            break
        for letters in set(_WIDE_COLUMN.findall(text)):
            width = max(width, (letters[0] - 64) * 26 + letters[1] - 64)
        height = max(height, max(map(int, _ROW.findall(text)), default=0))
        kept = text[-64:]
    if width > MAX_COLUMNS or width * height > MAX_SHEET_CELLS:
        raise InputError(
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
