"""How far the sheets of a packed workbook reach, asked of their XML before a reader allocates the whole grid."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from typing import IO
from xml.parsers import expat

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.limits import MAX_COLUMNS, MAX_NESTING, MAX_SHEET_CELLS
from recruitcheck.registry.table import Source

UNSTORED = (
    "cells hold a formula whose result was never stored: they were read as blank. Open the workbook in a spreadsheet "
    "program, save it, and import that copy."
)
ERRORS = "cells hold an error of the spreadsheet (such as #REF! or #N/A): they were read as blank."
_CHUNK = 4 * 1024 * 1024
_LONGEST_TAG = 1024 * 1024
# Attributes r of rows, and of cells beyond column Z, that are not blank. The fixed beginning makes them fast; what they
# find too much is harmless. Blanks around "=" are allowed, but only who wants to hide a far cell writes so: then the
# slower one looks.
_REST = rb"""["'](?!(?:\s+[^\s"'<>=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*/>)"""
_PLACES = re.compile(rb"""r=["']([A-Za-z]{2,40}[0-9]+|[0-9]{1,40})""" + _REST)
_SPACED_PLACES = re.compile(rb"""r\s*=\s*["']([A-Za-z]{2,40}[0-9]+|[0-9]{1,40})""" + _REST)
_SPACED = (b"r =", b"r= ")
_BROKEN = (b"\t=", b"=\t", b"\n=", b"=\n", b"\r=", b"=\r")
_BREAKS = (b"\t", b"\n", b"\r")  # a single byte is looked for many times faster than two
_CELLS = (b"<c ", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r")
_HIDING = (b":sheetData", b":row", b"<!--", b"<![CDATA[")  # prefixed elements, and text that looks like elements
_UNSTORED_FORMULA = re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*</c>")


def workbook_sheet(file: IO[bytes], source: Source, name: str) -> Counter[str]:
    """What is odd about the cells of one sheet of an XLSX. InputError where a far cell makes it too large."""
    width, height, kept, placed, begun = 26, 0, b"", True, False
    odd: Counter[str] = Counter()
    while chunk := file.read(_CHUNK):
        text = kept + chunk
        cut = text.rfind(b">") + 1
        text, kept = text[:cut], text[cut:]
        if len(kept) > _LONGEST_TAG:
            raise damaged(source, "a tag of more than a million characters")
        begun = begun or b"sheetData" in text
        if not begun:
            continue  # themes and relations have numbers of their own
        pattern = _SPACED_PLACES if _is_spaced(text) else _PLACES
        for place in set(pattern.findall(text)):
            if place.isdigit():
                height = max(height, int(place))
            else:
                width = max(width, _column_number(place))
        if b"<f" in text:
            odd[UNSTORED] += len(_UNSTORED_FORMULA.findall(text))
        odd[ERRORS] += text.count(b' t="e"')
        placed = placed and _all_placed(text)
    _refuse(name, width, height, source)
    if not placed:
        file.seek(0)
        parsed(file, _Unplaced(source, name))
    return odd


def _is_spaced(text: bytes) -> bool:
    """Whether blanks may stand around the "=" of a place."""
    marks = (*_SPACED, *(_BROKEN if any(each in text for each in _BREAKS) else ()))
    return any(mark in text for mark in marks)


def _all_placed(text: bytes) -> bool:
    """Whether every cell says where it stands; one that does not stands beside the one before."""
    if (b":" in text or b"<!" in text) and any(mark in text for mark in _HIDING):
        return False
    placed = text.count(b"<c r=")
    # Elements of other names that begin so stand before the cells and after them.
    return placed == text.count(b"<c") or placed == sum(map(text.count, _CELLS))


def _column_number(place: bytes) -> int:
    number = 0
    for letter in place.upper().rstrip(b"0123456789"):
        number = min(number * 26 + letter - 64, 2**31)
    return number


class _Elements(ABC):
    """What happens at each element of a sheet, by its name without prefix."""

    def __init__(self, source: Source, name: str) -> None:
        self.source, self.name = source, name
        self.width = self.height = self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise damaged(self.source, "nested too deep")
        self.begins(name.rpartition(":")[2], attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        self.ends(name.rpartition(":")[2])

    @abstractmethod
    def begins(self, name: str, attributes: dict[str, str]) -> None: ...

    @abstractmethod
    def ends(self, name: str) -> None: ...

    def refuse(self, *_: object) -> None:
        raise damaged(self.source, "it declares a document type or entities")


class _Unplaced(_Elements):
    """Follows the cells of an XLSX of which some do not say where they stand."""

    row = column = 0

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        place = attributes.get("r", "")
        if name == "row":
            self.row, self.column = int(place) if place.isdigit() else self.row + 1, 0
        elif name == "c":
            letters = place.rstrip("0123456789").encode("ascii", "replace")
            self.column = _column_number(letters) if letters else self.column + 1
        elif name in ("v", "is", "f"):
            self.width, self.height = max(self.width, self.column), max(self.height, self.row)
            _refuse(self.name, self.width, self.height, self.source)

    def ends(self, name: str) -> None:
        """Nothing: a cell is judged where its value begins."""


class _Repeats(_Elements):
    """Adds up how far the cells of an ODS reach once every repeat is told out. Blank ones at an end reach nowhere."""

    rows = column = reach = 0
    repeat = span = 1
    in_cell = filled = False

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self.height = self.rows = self.width = 0
        elif name == "table-row":
            self.column = self.reach = 0
            self.repeat = _count(attributes.get("table:number-rows-repeated"))
        elif name in ("table-cell", "covered-table-cell"):
            self.span = _count(attributes.get("table:number-columns-repeated"))
            self.in_cell, self.filled = True, any(key.startswith("office:") for key in attributes)
        elif self.in_cell and name != "annotation":
            self.filled = True

    def ends(self, name: str) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self.column += self.span
            self.reach = self.column if self.filled else self.reach
            self.in_cell = False
        elif name == "table-row":
            self.rows += self.repeat
            self.height = self.rows if self.reach else self.height
            self.width = max(self.width, self.reach)
            _refuse(self.name, self.width, self.height, self.source)


def _count(text: str | None) -> int:
    return min(int(text), 2**31) if text and text.isascii() and text.isdigit() and len(text) < 12 else 1


def open_document_sheet(file: IO[bytes], source: Source, name: str) -> Counter[str]:
    """The same of all sheets of an ODS, whose cells and rows may be said to repeat a million times."""
    parsed(file, _Repeats(source, name))
    return Counter()


def parsed(file: IO[bytes], elements: _Elements) -> None:
    """Tell the elements of an XML file one by one. InputError where it is none, or declares entities."""
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = elements.start, elements.end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = elements.refuse
    try:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(elements.source, str(error)) from error


def _refuse(name: str, width: int, height: int, source: Source) -> None:
    if width > MAX_COLUMNS or width * height > MAX_SHEET_CELLS:
        raise InputError(
            f"{name} spans {width:,} columns and {height:,} rows; {MAX_COLUMNS} columns and "
            f"{MAX_SHEET_CELLS:,} cells may be read.",
            where=source.where,
            todo="Delete the empty columns and rows outside the table and save it again.",
        )


def damaged(source: Source, why: str) -> InputError:
    """The error for a workbook that cannot be read, in one line."""
    return InputError(
        f"the workbook is damaged or cut ({why.splitlines()[0][:120] if why else 'no detail'}).",
        where=source.where,
        todo="Get the file again, or save it as CSV.",
    )
