"""Every name that a registry ever listed, with the days on which it did: what a name index is built from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recruitcheck.model import Name, NameKind
from recruitcheck.store.listing import Copy, in_force, known, read_copies, read_registry, registry_id
from recruitcheck.store.row_map import RowMaps
from recruitcheck.store.validity import Line, lines_of


@dataclass(frozen=True, slots=True)
class ListedEntryNames:
    """The names of one version of an entry, in force over [from, until); days as YYYY-MM-DD, "" where open.

    ``source_id``: the id column of the first row, else its row number in the newest copy that holds the version.
    """

    entry_id: str
    source_id: str
    country: str
    names: tuple[Name, ...]
    valid_from: str
    valid_until: str


def read_listed_names(
    connection: sqlite3.Connection, registry: str, known_on: date | None = None
) -> Iterator[ListedEntryNames]:
    """Names by entry and version, in the order of import, as far as they were known on a day."""
    definition, number = read_registry(connection, registry), registry_id(connection, registry)
    if definition is None or number is None:
        return
    copies = in_force(known(read_copies(connection, registry), known_on))
    validity: dict[int, list[tuple[str, str]]] = {}
    lines: dict[Line, str | None] = lines_of(connection, number, copies, definition.coverage)
    for (_, valid_from, version), until in lines.items():
        validity.setdefault(version, []).append((valid_from, until or ""))
    first_row = _first_rows(connection, copies)
    kinds = {kind.value: kind for kind in NameKind}
    versions = connection.execute(
        "SELECT v.id, e.key, v.payload FROM entry_versions v JOIN entries e ON e.id = v.entry"
        " WHERE e.registry_id = ? ORDER BY v.id",
        (number,),
    )
    for version, key, payload in versions:
        rows = first_row.get(version)
        if rows is None:
            continue
        content = json.loads(payload)
        names = tuple([Name(text, kinds[kind]) for text, kind in content["names"]])
        country = next((one["country"] for one in content.get("addresses", ()) if one.get("country")), "")
        for valid_from, until in sorted(validity.get(version, ())):
            yield ListedEntryNames(f"{registry}:{key}", _source_id(content, rows), country, names, valid_from, until)


def _source_id(content: dict[str, list[str]], rows: tuple[int, ...]) -> str:
    """As RegistryEntry.source_id: the id of the first row that has one."""
    ids = content.get("row_ids")
    if ids:
        return next((value for _, value in sorted(zip(rows, ids, strict=False)) if value), str(min(rows)))
    plain = content.get("source_ids")
    return plain[0] if plain else str(min(rows))


def _first_rows(connection: sqlite3.Connection, copies: list[Copy]) -> dict[int, tuple[int, ...]]:
    """The rows of each version (by slot) in the newest copy that holds it."""
    maps = RowMaps(connection)
    found: dict[int, tuple[int, ...]] = {}
    for copy in reversed(copies):
        if not found:
            found = dict(maps.every_row(copy.seq))
            continue
        for version in maps.versions_of(copy.seq):  # older copies add little
            if version not in found:
                found[version] = maps.rows_of(copy.seq, version)
    return found
