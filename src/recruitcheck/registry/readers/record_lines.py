"""JSON Lines, a record per line, and streams of FollowTheMoney entities with their sanctions beside them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.readers.encoding import find_encoding
from recruitcheck.registry.readers.limits import MAX_COLUMNS, MAX_LINE_CHARS, MAX_PATHS
from recruitcheck.registry.readers.records import tell_out, too_many_keys
from recruitcheck.registry.table import Line, Sheet, Source

# Schemata that can be checked as a firm or a person; all others are ties, papers or places.
NAMED = frozenset(
    {"Person", "Organization", "Company", "LegalEntity", "PublicBody", "Asset", "Thing", "Vessel", "Airplane"}
)
SANCTION = "Sanction"
_ENTITY_KEYS = ("id", "schema", "caption", "datasets", "first_seen", "last_seen")
MAX_SANCTIONS = 1_000_000


class RecordLinesReader:
    """Reads JSON Lines in two passes, so that a stream of any length fits: first the keys, then the records."""

    media_type = "application/x-ndjson"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """One sheet: all keys, then a line per record, nested licence or named entity."""
        encoding = find_encoding(source, options.encoding, warnings)
        census = _Census(source)
        for number, record in _records(source, encoding):
            census.take(number, record, options)
        census.tell(warnings)
        header = list(census.header)
        yield Sheet("", _lines(source, encoding, options, header, census))


def _lines(source: Source, encoding: str, options: Format, header: list[str], census: _Census) -> Iterator[Line]:
    yield Line(0, header)
    for number, record in _records(source, encoding):
        for cells in census.told(number, record, options):
            yield Line(number, [cells.get(key, "") for key in header])


def _records(source: Source, encoding: str) -> Iterator[tuple[int, Any]]:
    number = 0
    with source.path.open(encoding=encoding, newline="\n") as file:
        while True:
            try:
                text = file.readline(MAX_LINE_CHARS)
            except UnicodeDecodeError as error:
                raise _fault(source, number + 1, f"not {error.encoding}") from error
            if not text:
                return
            number += 1
            if len(text) >= MAX_LINE_CHARS:
                raise _fault(source, number, f"more than {MAX_LINE_CHARS:,} characters")
            if not text.strip():
                continue
            try:
                yield number, json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
            except json.JSONDecodeError as error:
                cut = not text.endswith("\n")
                raise _fault(source, number, "this copy is cut" if cut else f"not valid JSON ({error.msg})") from error
            except RecursionError as error:
                raise _fault(source, number, "nested too deep") from error


def _fault(source: Source, number: int, what: str) -> InputError:
    return InputError(f"line {number:,}: {what}.", where=source.where, todo="Get the whole file again.")


def is_entity(record: Any) -> bool:
    """Whether a record is an entity of FollowTheMoney: an id, a schema, and properties that are lists."""
    return (
        isinstance(record, dict)
        and isinstance(record.get("schema"), str)
        and isinstance(record.get("properties"), dict)
        and isinstance(record.get("id"), str)
    )


class _Census:
    """The first pass: every key, and of entities what is told apart from them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.header: dict[str, None] = {}
        self.sanctions: dict[str, dict[str, str]] = {}
        self.left_out: Counter[str] = Counter()

    def take(self, number: int, record: Any, options: Format) -> None:
        """Note one record."""
        if is_entity(record) and record["schema"] not in NAMED:
            self._note(record)
            return
        for cells in self.told(number, record, options):
            self._widen(cells)

    def _note(self, record: dict[str, Any]) -> None:
        if record["schema"] != SANCTION:
            self.left_out[record["schema"][:40]] += 1
            return
        cells = {f"sanction.{key}": text for key, text in _properties(record["properties"]).items() if key != "entity"}
        self._widen(cells)
        about = record["properties"].get("entity")
        for entity in about if isinstance(about, list) else ():
            if isinstance(entity, str) and len(self.sanctions) < MAX_SANCTIONS:
                held = self.sanctions.setdefault(entity, {})
                for key, text in cells.items():
                    held[key] = f"{held[key]}\n{text}" if key in held else text

    def _widen(self, cells: dict[str, str]) -> None:
        self.header.update(dict.fromkeys(cells))
        if len(self.header) > MAX_COLUMNS:
            raise too_many_keys(len(self.header), self.source)

    def told(self, number: int, record: Any, options: Format) -> Iterator[dict[str, str]]:
        """The cells of one record; none for an entity that is no firm or person."""
        if not is_entity(record):
            yield from tell_out(record, options.licences, self.source, number)
        elif record["schema"] in NAMED:
            yield {**_entity(record), **self.sanctions.get(record["id"], {})}

    def tell(self, warnings: list[str]) -> None:
        """Say what was left out."""
        if self.left_out:
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.left_out.most_common(8))
            warnings.append(f"Entities that name no firm or person were left out: {kinds}.")


def _entity(record: dict[str, Any]) -> dict[str, str]:
    """Properties as columns, several values a line each; the other names are apart from the one that is shown."""
    cells: dict[str, str] = {key: _text(record[key]) for key in _ENTITY_KEYS if key in record}
    cells.update(_properties(record["properties"]))
    names = cells.get("name", "").split("\n")
    shown = cells.get("caption") or names[0]
    others = [name for name in (*names, *cells.get("alias", "").split("\n")) if name and name != shown]
    return {**cells, "caption": shown, "name": shown, "alias": "\n".join(dict.fromkeys(others))}


def _properties(properties: dict[str, Any]) -> dict[str, str]:
    if len(properties) > MAX_PATHS:
        return {str(number): "" for number in range(MAX_COLUMNS + 1)}  # refused as too many keys
    return {str(key): _text(value) for key, value in properties.items()}


def _text(value: Any) -> str:
    """A value or several, a line each; an entity that lies in a property is told by its caption or id."""
    if isinstance(value, list):
        return "\n".join(text for item in value if (text := _text(item)))
    if isinstance(value, dict):
        return (
            _text(value.get("caption") or value.get("id") or "") if not isinstance(value.get("caption"), dict) else ""
        )
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
