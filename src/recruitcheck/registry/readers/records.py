"""JSON: a list of records, however deep it lies, with nested licences told out one line each.

Keys become headers, nested keys dotted ones (``druhyPraci.cs``); the licences of a record repeat its other cells.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.readers.encoding import find_encoding
from recruitcheck.registry.readers.limits import MAX_COLUMNS, MAX_NESTING, MAX_RECORDS_BYTES
from recruitcheck.registry.table import Line, Sheet, Source

# "A &amp; B" in a feed made for a web page; without its semicolon "&" stands for itself ("B&notary").
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")


class RecordsReader:
    """Reads JSON. Numbers keep the digits they are written with."""

    media_type = "application/json"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """One sheet: the header made of all keys, then a line per record or nested licence."""
        data = _load(source, options, warnings)
        records = _records(data, source, options, warnings)
        if records and all(isinstance(each, list) for each in records):
            yield Sheet("", _rows(records, named_columns(data, len(records[0]))))
        else:
            yield from tabulate(records, source, options)


def tabulate(records: Iterable[Any], source: Source, options: Format) -> Iterator[Sheet]:
    """One sheet of nested records: the header made of all keys, then a line per record or nested licence."""
    flat: list[tuple[int, dict[str, str]]] = []
    header: dict[str, None] = {}
    for number, record in enumerate(records, 1):
        for cells in tell_out(record, options.licences, source, number):
            flat.append((number, cells))
            header.update(dict.fromkeys(cells))
        if len(header) > MAX_COLUMNS:
            raise too_many_keys(len(header), source)
    yield Sheet("", _lines(list(header), flat))


def too_many_keys(count: int, source: Source) -> InputError:
    """The error for records whose keys are no columns."""
    return InputError(
        f"the records have {count:,} different keys; {MAX_COLUMNS} may be read.",
        where=source.where,
        todo="Correct format.records in the definition.",
    )


def named_columns(data: Any, width: int, depth: int = 4) -> list[str]:
    """The names of columns that a feed of bare rows tells beside them: as many texts, or objects with a name."""
    if isinstance(data, dict) and depth:
        for inner in islice(data.values(), 50):
            if found := named_columns(inner, width, depth - 1):
                return found
    if not isinstance(data, list) or len(data) != width or width < 2:
        return []
    names = [each.get("name", each.get("title")) if isinstance(each, dict) else each for each in data]
    return [each for each in names if isinstance(each, str)] if all(isinstance(each, str) for each in names) else []


def _rows(rows: list[list[Any]], names: list[str]) -> Iterator[Line]:
    """Rows that are bare lists: like those of a CSV, the header among them, unless it is told elsewhere."""
    if names:
        yield Line(0, names)
    for number, cells in enumerate(rows, 1):
        yield Line(number, [_scalar(cell) for cell in cells[: MAX_COLUMNS + 1]])


def _lines(header: list[str], flat: list[tuple[int, dict[str, str]]]) -> Iterator[Line]:
    yield Line(0, header)
    for number, cells in flat:
        yield Line(number, [cells.get(key, "") for key in header])


def _load(source: Source, options: Format, warnings: list[str]) -> Any:
    if source.size > MAX_RECORDS_BYTES:
        raise InputError(
            f"{source.size:,} bytes; JSON of up to {MAX_RECORDS_BYTES:,} can be read.",
            where=source.where,
            todo="Ask for the list as CSV.",
        )
    encoding = find_encoding(source, options.encoding, warnings)
    try:
        text = source.path.read_text(encoding=encoding)
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start:,} is not {encoding}.", where=source.where, todo="Correct format.encoding."
        ) from error
    except json.JSONDecodeError as error:
        cut = not text[error.pos :].strip() or error.msg.startswith("Unterminated")
        why = "it ends in the middle: this copy is cut" if cut else error.msg
        raise InputError(
            f"not valid JSON at line {error.lineno}, column {error.colno}: {why}.",
            where=source.where,
            todo="Get the whole file again.",
        ) from error
    except RecursionError as error:
        raise _too_deep(source) from error


def _too_deep(source: Source) -> InputError:
    return InputError(
        f"the JSON is nested more than {MAX_NESTING} levels deep.",
        where=source.where,
        todo="Check that this is the right file.",
    )


def _records(data: Any, source: Source, options: Format, warnings: list[str]) -> list[Any]:
    if options.records is None:
        return _only_list(data, source, warnings)
    found = data
    for step in options.records.split(".") if options.records else ():
        found = found.get(step) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise RegistryError(
            f"there is no list of records at {options.records!r}.",
            where=source.where,
            todo=f"Correct format.records; lists lie at: {', '.join(map(repr, _list_paths(data))) or 'nowhere'}.",
        )
    return found


def _only_list(data: Any, source: Source, warnings: list[str]) -> list[Any]:
    if isinstance(data, list):
        return data
    paths = _list_paths(data)
    if len(paths) != 1:
        raise RegistryError(
            "it is not plain where the records lie.",
            where=source.where,
            todo=f"Declare format.records; lists lie at: {', '.join(map(repr, paths)) or 'nowhere'}.",
        )
    warnings.append(f"The records were taken from {paths[0]!r}. Declare format.records in the definition.")
    for step in paths[0].split("."):
        data = data[step]
    assert isinstance(data, list)
    return data


def _list_paths(data: Any, prefix: str = "", depth: int = 3) -> list[str]:
    """Dotted paths of lists of objects or rows, down to a few levels, for messages."""
    if isinstance(data, list):
        return [prefix] if not data or isinstance(data[0], dict | list) else []
    if not isinstance(data, dict) or not depth:
        return []
    found: list[str] = []
    for key, value in list(data.items())[:50]:
        found.extend(_list_paths(value, f"{prefix}.{key}" if prefix else key, depth - 1))
    return found


def tell_out(record: Any, licences: str | None, source: Source, number: int) -> Iterator[dict[str, str]]:
    """The cells of one record by dotted key, once for each of its nested licences."""
    if not isinstance(record, dict):
        raise RegistryError(
            f"record {number} is not an object but {type(record).__name__}.",
            where=source.where,
            todo="Correct format.records in the definition.",
        )
    if licences is None:
        yield _flat(record, "", source)
        return
    outer = {key: value for key, value in record.items() if key != licences}
    shared = _flat(outer, "", source)
    nested = record.get(licences) or [{}]
    nested = [nested] if isinstance(nested, dict) else nested  # XML: one of its kind is no list
    if not isinstance(nested, list) or not all(isinstance(item, dict) for item in nested):
        raise RegistryError(
            f"record {number}: {licences!r} is not a list of objects.",
            where=source.where,
            todo="Correct format.licences in the definition.",
        )
    for item in nested:
        yield {**shared, **_flat(item, licences, source)}


def _flat(value: Any, prefix: str, source: Source, depth: int = 0) -> dict[str, str]:
    if depth > MAX_NESTING:
        raise _too_deep(source)
    if isinstance(value, dict):
        cells: dict[str, str] = {}
        for key, inner in value.items():
            cells.update(_flat(inner, f"{prefix}.{key}" if prefix else str(key), source, depth + 1))
        return cells
    return {prefix: _scalar(value)}


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _ENTITY.sub(lambda found: html.unescape(found.group()), value) if "&" in value else value
    if isinstance(value, list) and all(not isinstance(item, dict | list) for item in value):
        return "\n".join(_scalar(item) for item in value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
