"""Reads a list of agencies (CSV) or offers (JSON Lines) row by row; a bad row is told, never skipped."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO, Literal

from recruitcheck.errors import InputError
from recruitcheck.names import fold

MAX_LINE = 64 * 1024 * 1024  # bytes in one JSON line
MAX_CELL = 1024 * 1024  # characters in one CSV cell
MAX_COLUMNS = 1000  # in a header
MAX_DEPTH = 50  # of JSON inside JSON

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

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_AGENCY_SYNONYMS = {
    "agency": "name",
    "query_name": "name",
    "query_country": "country",
    "agency_name": "name",
    "company": "name",
    "company_name": "name",
    "supplier": "name",
    "license_number": "licence_number",
    "licence_no": "licence_number",
    "license_no": "licence_number",
    "jurisdiction": "country",
    "telephone": "phone",
    "tel": "phone",
    "e_mail": "email",
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
    if head.startswith(_UTF16):
        return InputList("agencies", path, path.stat().st_size)
    if b"\0" in head:
        raise InputError(
            "this is not a text file.", where=str(path), todo="Save it as CSV (agencies) or JSON Lines (offers), UTF-8."
        )
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if first == b"[":
        raise InputError("a JSON array.", where=str(path), todo="Write one JSON object per line (JSON Lines).")
    lines = first == b"{" or path.suffix.lower() in (".jsonl", ".ndjson")
    return InputList("offers" if lines else "agencies", path, path.stat().st_size)


def _offers(path: Path) -> Iterator[InputRow]:
    number = 0
    with path.open("rb") as stream:
        while raw := stream.readline(MAX_LINE):
            if not raw.strip():
                continue
            number += 1
            if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
                _skip_line(stream)
                yield InputRow(number, {}, f"the line is longer than {MAX_LINE:,} bytes")
            else:
                yield _offer(raw, number)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def _offer(raw: bytes, number: int) -> InputRow:
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError:
        return InputRow(number, {}, "the line is not UTF-8")
    except json.JSONDecodeError as error:
        return InputRow(number, {}, f"the line is not JSON: {error.msg}")
    except RecursionError:
        return InputRow(number, {}, "the line is not JSON: nested too deeply")
    except ValueError as error:  # a number of thousands of digits, or one that JSON does not have
        return InputRow(number, {}, f"the line is not JSON: {error}")
    if not isinstance(data, dict):
        return InputRow(number, {}, "the line is not a JSON object")
    if _deeper(data, MAX_DEPTH):
        return InputRow(number, {}, f"the object is nested more than {MAX_DEPTH} deep")
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputRow(number, data, 'the object has no "text"')
    return InputRow(number, data)


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _no_number(digits[:40])


def _deeper(value: object, depth: int) -> bool:
    level: list[object] = [value]
    while level and depth:
        level = [item for part in level if isinstance(part, dict | list) for item in _items(part)]
        depth -= 1
    return any(isinstance(part, dict | list) for part in level)


def _items(part: dict[str, object] | list[object]) -> Iterable[object]:
    return part.values() if isinstance(part, dict) else part


def _agencies(path: Path) -> Iterator[InputRow]:
    text = _decoded(path)
    csv.field_size_limit(MAX_CELL)
    header_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header_line.count)
    # Strict, so that an unclosed quote is reported and never silently takes the rows after it into one cell.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        printed = next(reader)
    except (csv.Error, StopIteration) as error:
        raise InputError(
            f"the header cannot be read ({error}).", where=f"{path}:1", todo="Save it as CSV, UTF-8."
        ) from error
    if len(printed) > MAX_COLUMNS:
        raise InputError(
            f"{len(printed):,} columns; at most {MAX_COLUMNS:,} are read.", where=f"{path}:1", todo="Is it a CSV list?"
        )
    header = _columns(printed)
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
    if not fold(str(columns["name"])):  # "!!!" is in no list, and that says nothing of any firm
        return InputRow(number, columns, "the agency's name holds no letter or digit")
    return InputRow(number, columns)


def _columns(printed: list[str]) -> list[str]:
    """The column names: ours where a header says one or a synonym of it, and never the same name twice."""
    words = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in printed]
    names: list[str] = []
    for word in words:
        ours = _AGENCY_SYNONYMS.get(word, word)
        base = name = word if ours in words else ours
        number = 2
        while name in names:
            name, number = f"{base}_{number}", number + 1
        names.append(name)
    return names


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-16" if raw.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        # Guessing would read other letters into names, and a name misread is a firm not found.
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(
            "the text is not UTF-8.", where=f"{path}:{line}", todo='Save it as "CSV UTF-8" and try again.'
        ) from None
