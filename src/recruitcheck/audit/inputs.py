"""Reads a list of agencies (CSV) or offers (JSON Lines) row by row; a bad row is told, never skipped."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from recruitcheck.errors import InputError

MAX_LINE = 64 * 1024 * 1024  # characters in one JSON line
MAX_CELL = 1024 * 1024  # characters in one CSV cell

AGENCY_COLUMNS = (
    "id",
    "name",
    "licence_number",
    "country",
    "address",
    "phone",
    "email",
    "website",
    "origin",
    "destination",
    "sector",
)
OFFER_COLUMNS = ("id", "text", "kind", "from", "origin", "destination", "sector")

_AGENCY_SYNONYMS = {
    "agency": "name",
    "agency_name": "name",
    "agency name": "name",
    "company": "name",
    "company_name": "name",
    "supplier": "name",
    "license_number": "licence_number",
    "licence_no": "licence_number",
    "license_no": "licence_number",
    "licence number": "licence_number",
    "license number": "licence_number",
    "jurisdiction": "country",
    "telephone": "phone",
    "tel": "phone",
    "e-mail": "email",
    "mail": "email",
    "web": "website",
    "url": "website",
}


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row: number from 1, every column as given, and what is wrong with it ("" if nothing)."""

    number: int
    columns: dict[str, Any]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class InputList:
    """What the file holds and its rows, read as they are asked for."""

    kind: Literal["agencies", "offers"]
    path: Path
    size: int  # bytes

    def rows(self) -> Iterator[InputRow]:
        """Every row, in the file's order."""
        return _offers(self.path) if self.kind == "offers" else _agencies(self.path)


def open_list(path: Path) -> InputList:
    """Look at the first bytes and say what the list holds; InputError where it is neither."""
    try:
        with path.open("rb") as stream:
            head = stream.read(65536)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", where=str(path), todo="Check the path.") from error
    if not head.strip():
        raise InputError("the file is empty.", where=str(path), todo="Write one: recruitcheck audit template agencies.")
    if b"\0" in head:
        raise InputError(
            "this is not a text file.", where=str(path), todo="Save it as CSV (agencies) or JSON Lines (offers), UTF-8."
        )
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if first == b"[":
        raise InputError("a JSON array.", where=str(path), todo="Write one JSON object per line (JSON Lines).")
    return InputList("offers" if first == b"{" else "agencies", path, path.stat().st_size)


def _offers(path: Path) -> Iterator[InputRow]:
    number = 0
    with path.open("rb") as stream:
        while raw := stream.readline(MAX_LINE):
            if not raw.strip():
                continue
            number += 1
            yield _offer(raw, number)


def _offer(raw: bytes, number: int) -> InputRow:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return InputRow(number, {}, "the line is not UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return InputRow(number, {}, f"the line is not JSON: {message}")
    if not isinstance(data, dict):
        return InputRow(number, {}, "the line is not a JSON object")
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputRow(number, data, 'the object has no "text"')
    return InputRow(number, data)


def _agencies(path: Path) -> Iterator[InputRow]:
    text = _decoded(path)
    csv.field_size_limit(MAX_CELL)
    header_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header_line.count)
    # Physical order is kept and an unclosed quote swallows at most one cell's limit before it is reported.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [_column(cell) for cell in next(reader)]
    except (csv.Error, StopIteration) as error:
        raise InputError(
            f"the header cannot be read ({error}).", where=str(path), todo="Save it as CSV, UTF-8."
        ) from error
    if "name" not in header:
        raise InputError(
            f"no column for the agency's name; the columns are {', '.join(header)[:200]}.",
            where=f"{path}:1",
            todo="Call it name; recruitcheck audit template agencies writes an example.",
        )
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield InputRow(number, {}, f"the row cannot be read: {error}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        yield _agency(header, cells, number)


def _agency(header: list[str], cells: list[str], number: int) -> InputRow:
    columns: dict[str, Any] = dict(zip(header, cells, strict=False))
    if len(cells) > len(header):
        columns["_more"] = cells[len(header) :]
        return InputRow(number, columns, f"{len(cells)} cells under {len(header)} headers; is a comma unquoted?")
    if not str(columns.get("name", "")).strip():
        return InputRow(number, columns, "the agency's name is empty")
    return InputRow(number, columns)


def _column(cell: str) -> str:
    word = cell.strip().lower()
    return _AGENCY_SYNONYMS.get(word, word.replace(" ", "_").replace("-", "_"))


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(raw[: 1024 * 1024]).best()
        if best is None:
            raise InputError("the encoding is not known.", where=str(path), todo="Save it as CSV UTF-8.") from None
        return raw.decode(best.encoding, "replace")
