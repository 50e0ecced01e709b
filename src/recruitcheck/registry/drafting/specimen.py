"""A file to be described: its format, and a sample of the lines of each of its sheets."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.drafting.encoding_guess import guess_encoding
from recruitcheck.registry.drafting.heading import find_heading
from recruitcheck.registry.drafting.record_paths import find_records
from recruitcheck.registry.readers.archive import PACKED, unpacked
from recruitcheck.registry.readers.delimited import DELIMITERS
from recruitcheck.registry.readers.encoding import byte_order_mark, looks_binary, telling_bytes, utf8_fault
from recruitcheck.registry.readers.limits import MAX_ARCHIVE_DEPTH, MAX_LINE_CHARS
from recruitcheck.registry.readers.reader import open_source, reader_of
from recruitcheck.registry.readers.signature import sniff_format
from recruitcheck.registry.table import Line, Sheet, Source

SAMPLE_LINES = 4_000
FIRST_LINES = 1_500  # kept one by one; of later ones every second, fourth …
MAX_SHEETS = 40
DELIMITED_LINES = 200
MAX_TITLES = 6
_TITLE = re.compile(r"<(?:title|h[1-3])\b[^>]{0,300}>([^<]{1,400}(?:<(?!/)[^<]{0,200}){0,4})</", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,300}>")


@dataclass(frozen=True, slots=True)
class SheetSample:
    """Lines of one sheet (the first in full, later ones thinned out) and how many there are in all."""

    name: str
    lines: tuple[Line, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Specimen:
    """``options`` is the format section of a definition as far as it must be told."""

    path: Path
    kind: str
    options: dict[str, Any]
    sheets: tuple[SheetSample, ...]
    notes: tuple[str, ...] = ()  # how it was read, for the person
    sureness: dict[str, float] = field(default_factory=dict)  # encoding, delimiter: 0 to 1
    titles: tuple[str, ...] = ()  # what a web page calls itself


def open_specimen(path: Path) -> Specimen:
    """Look at a file. InputError where it cannot be read or holds no table."""
    found = _look(open_source(path), path, 0)
    if found is None:
        raise InputError("no table was found in it.", where=str(path), todo="Give the list itself.")
    return found


def _look(source: Source, path: Path, depth: int) -> Specimen | None:
    kind = sniff_format(source)
    if kind in PACKED:
        if depth >= MAX_ARCHIVE_DEPTH:
            return None
        fault: InputError | RegistryError | None = None
        for inner in unpacked(source, kind, []):
            try:
                found = _look(inner, path, depth + 1)
            except (InputError, RegistryError) as error:
                fault, found = fault or error, None
            if found is not None:
                return found
        if fault is not None:
            raise fault
        return None
    options, sureness, notes = _options(source, kind)
    warnings: list[str] = []
    if kind == "pdf":
        from recruitcheck.registry.drafting.pdf_shape import pdf_options

        known, pdf = pdf_options(source)
        source = Source(source.path, source.size, source.head, known, source.shown, source.held)
        options |= pdf
    sheets = tuple(_sampled(reader_of(kind).sheets(source, Format.model_validate(options), warnings)))
    if not sheets:
        return None
    titles = _titles(source.head) if kind == "html" else ()
    return Specimen(path, kind, options, sheets, (*notes, *warnings), sureness, titles)


def _titles(head: bytes) -> tuple[str, ...]:
    """Title and headings of a web page, as far as its first bytes hold them."""
    text = head.decode("utf-8", errors="replace")
    found = (" ".join(_TAG.sub(" ", html.unescape(each)).split()) for each in _TITLE.findall(text)[:MAX_TITLES])
    return tuple(dict.fromkeys(each[:200] for each in found if each))


def _sampled(sheets: Iterator[Sheet]) -> Iterator[SheetSample]:
    for count, sheet in enumerate(sheets, 1):
        lines: list[Line] = []
        step, total = 1, 0
        for line in sheet.lines:
            total += 1
            if total <= FIRST_LINES or total % step == 0:
                lines.append(line)
            if len(lines) > SAMPLE_LINES:
                step *= 2
                lines = [*lines[:FIRST_LINES], *lines[FIRST_LINES::2]]
        if total:
            yield SheetSample(sheet.name, tuple(lines), total)
        if count >= MAX_SHEETS:
            return


def _options(source: Source, kind: str) -> tuple[dict[str, Any], dict[str, float], list[str]]:
    options: dict[str, Any] = {}
    sureness: dict[str, float] = {}
    notes: list[str] = []
    if kind in ("csv", "json", "jsonl", "sql"):
        encoding, sure = _encoding(source)
        if encoding:
            options["encoding"] = encoding
            sureness["encoding"] = sure
    if kind == "csv":
        if looks_binary(source.head):
            raise InputError(
                "this is a binary file, not a list.", where=source.where, todo="Give a spreadsheet or CSV."
            )
        options["delimiter"], sureness["delimiter"] = _delimiter(source, options.get("encoding"))
        if _lengths_differ(source, options):
            options["short_rows"] = "pad"
    if kind == "json":
        found = find_records(source, options.get("encoding", byte_order_mark(source.head) or "utf-8"))
        if found is not None:
            path, licences = found
            options |= ({"records": path} if path else {}) | ({"licences": licences} if licences else {})
    return options, sureness, notes


def _encoding(source: Source) -> tuple[str | None, float]:
    """The codec to declare; None where the file is UTF-8 or carries a mark."""
    fault = None if byte_order_mark(source.head) else utf8_fault(source)
    return (None, 1.0) if fault is None else guess_encoding(telling_bytes(source, fault))


def _rows(source: Source, encoding: str | None, delimiter: str) -> list[list[str]]:
    """The first rows; without the last of a file that does not end its last line, which may be cut."""
    codec = encoding or byte_order_mark(source.head) or "utf-8"
    with source.path.open(encoding=codec, errors="replace", newline="") as file:
        lines = [line.replace("\0", "") for _ in range(DELIMITED_LINES) if (line := file.readline(MAX_LINE_CHARS))]
    if len(lines) > 2 and not lines[-1].endswith(("\n", "\r")):
        lines.pop()
    try:
        return [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return []


def _delimiter(source: Source, encoding: str | None) -> tuple[str, float]:
    """The delimiter under which the header is best, and rows are most alike."""
    merits: list[tuple[float, int, str]] = []
    for rank, each in enumerate(DELIMITERS):
        rows = _rows(source, encoding, each)
        widths = [len(row) for row in rows]
        if not rows or max(widths) < 2:
            merits.append((0.0, -rank, each))
            continue
        heading = find_heading([Line(number, row) for number, row in enumerate(rows, 1)])
        usual = max(set(widths), key=widths.count)
        alike = sum(width == usual for width in widths) / len(widths) if usual > 1 else 0
        merits.append((alike + (heading.merit if heading else 0), -rank, each))
    merits.sort(reverse=True)
    sure = 1.0 if merits[1][0] < merits[0][0] / 2 else 0.6
    return merits[0][2], sure


def _lengths_differ(source: Source, options: dict[str, Any]) -> bool:
    rows = _rows(source, options.get("encoding"), options["delimiter"])
    heading = find_heading([Line(number, row) for number, row in enumerate(rows, 1)])
    if heading is None:
        return False
    width = len(heading.cells)
    body = [row for row in rows[heading.at + 1 :] if any(map(str.strip, row))]
    return any(1 < len(row) < width for row in body)
