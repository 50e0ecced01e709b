"""Workbooks (XLSX, XLS, ODS): every cell as the text a person would copy, with real dates in ISO form."""

from __future__ import annotations

import io
import lzma
import os
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.readers.limits import (
    MAX_CALAMINE_BYTES,
    MAX_PACKING_RATIO,
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    SMALL_UNPACKED_BYTES,
)
from recruitcheck.registry.readers.sheet_extent import damaged, open_document_sheet, workbook_sheet
from recruitcheck.registry.table import Line, Sheet, Source

EXACT_INTEGERS = 10**15  # a float holds 15 digits; a longer number was already rounded in the workbook
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_TEXT = frozenset({str})
_ERROR_STREAM = 2
_NO_SHEETS = frozenset({"xl/sharedStrings.xml", "xl/styles.xml", "styles.xml", "META-INF/manifest.xml"})


class WorkbookReader:
    """Reads workbooks with calamine. Bounds are asked of the packed file first: unpacked it may fill the memory."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def odd_cells(self, source: Source) -> Counter[str]:
        """Cells that say less than they seem to. InputError for a file that would not fit the memory unpacked."""
        return _looked_through(source, workbook_sheet)

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """Every sheet that holds a cell; only the declared one where the definition names it."""
        from python_calamine import CalamineWorkbook

        warnings.extend(f"{count:,} {what}" for what, count in self.odd_cells(source).items() if count)
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
            with _Damage(source):
                sheet = book.get_sheet_by_name(name)
            if sheet.height:
                yield Sheet(name, _lines(sheet, source, warnings))


class OldWorkbookReader(WorkbookReader):
    """Reads XLS. The format itself ends a sheet at 65,536 rows and 256 columns."""

    media_type = "application/vnd.ms-excel"

    def odd_cells(self, source: Source) -> Counter[str]:
        """None are known. InputError for a file that is too large to be read whole."""
        if source.size > MAX_CALAMINE_BYTES:
            raise InputError(
                f"{source.size:,} bytes; a workbook of up to {MAX_CALAMINE_BYTES:,} can be read.",
                where=source.where,
                todo="Ask for the list as CSV.",
            )
        return Counter()


class OpenDocumentReader(WorkbookReader):
    """Reads ODS. A cell or row may be said to repeat a million times, so the repeats are added up first."""

    media_type = "application/vnd.oasis.opendocument.spreadsheet"

    def odd_cells(self, source: Source) -> Counter[str]:
        """None are known. InputError for a file that would not fit the memory once its repeats are told out."""
        return _looked_through(source, open_document_sheet)


class _Damage:
    """Turns what calamine makes of a damaged file into one line; what it says of a panic itself is for nobody."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._hushed = _Hushed()

    def __enter__(self) -> None:
        self._hushed.begin()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        self._hushed.end()
        from python_calamine import CalamineError

        # A panic of its Rust code is no Exception and has no name to import; every other BaseException passes.
        panic = kind is not None and kind.__name__ == "PanicException"
        if panic or isinstance(error, CalamineError | OSError | ValueError):
            raise damaged(self.source, "it holds what the format does not allow" if panic else str(error)) from error


class _Hushed:
    """From begin to end nothing reaches the process's error stream: a panic writes there before it can be caught."""

    def __init__(self) -> None:
        self._kept: int | None = None

    def begin(self) -> None:
        with suppress(OSError):  # a program may be started without an error stream
            kept = os.dup(_ERROR_STREAM)
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, _ERROR_STREAM)
            os.close(nothing)
            self._kept = kept

    def end(self) -> None:
        if self._kept is not None:
            os.dup2(self._kept, _ERROR_STREAM)
            os.close(self._kept)
            self._kept = None


def _lines(sheet: Any, source: Source, warnings: list[str]) -> Iterator[Line]:
    first_row = sheet.start[0] + 1 if sheet.start else 1
    rounded = 0
    if sheet.height > MAX_ROWS:
        raise InputError(
            f"a sheet of {sheet.height:,} rows; {MAX_ROWS:,} may be read.",
            where=source.where,
            todo="Delete the empty rows outside the table and save it again.",
        )
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


def _looked_through(source: Source, look: Callable[[IO[bytes], Source, str], Counter[str]]) -> Counter[str]:
    odd: Counter[str] = Counter()
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
                # A sheet may lie under any name; only the largest of the parts that never are one is passed over.
                if member.filename.casefold().endswith(".xml") and member.filename not in _NO_SHEETS:
                    with archive.open(member) as file:
                        odd += look(file, source, member.filename)
    except (*_BROKEN_ZIP, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged(source, str(error)) from error
    return odd
