"""One registry on one day, as far as it was known on another day."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from recruitcheck.errors import StoreError
from recruitcheck.model import Coverage, Registry, RegistryEntry, Snapshot
from recruitcheck.names import fold
from recruitcheck.store.connection import guarded
from recruitcheck.store.identifier_index import find_entries
from recruitcheck.store.identifier_keys import stored_kind
from recruitcheck.store.listing import Copy, in_force, known, read_copies, read_registry, registry_id, state_of
from recruitcheck.store.names_index import Among, Found, NameSearch, identifiers_of
from recruitcheck.store.payload import from_payload, to_payload
from recruitcheck.store.row_map import RowMaps
from recruitcheck.store.whole_list import read_entries

# Names of entries that do not count on the day are found too and set aside, so more are fetched than asked for.
_SPARE = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as one copy lists it."""

    entry: RegistryEntry
    copy: Copy


class View:
    """The state of a list on ``as_of``. Entries carry the row numbers of the copy that ``snapshot_of`` names."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        registry: Registry,
        number: int,
        copies: list[Copy],
        as_of: date,
        *,
        known_now: bool,
    ) -> None:
        self.path = path
        self.registry = registry
        self.as_of = as_of
        self._connection = connection
        self._number = number
        self._copies = state_of(copies, registry.coverage, as_of)
        self._past = [copy for copy in in_force(copies) if copy.snapshot.effective_on <= as_of]
        self._known_now = known_now
        self._maps = RowMaps(connection)

    @property
    def snapshot(self) -> Snapshot:
        """The latest acceptable copy effective on or before the day."""
        return self._copies[-1].snapshot

    @property
    def complete_snapshot(self) -> Snapshot | None:
        """The latest complete copy; differs from ``snapshot`` where a partial copy came later."""
        return next((copy.snapshot for copy in reversed(self._copies) if copy.snapshot.complete), None)

    @property
    def supports_absence(self) -> bool:
        """Whether not being found means something: only in a complete copy."""
        return self.snapshot.complete

    @guarded
    def by_identifier(self, kind: str, value: str) -> tuple[RegistryEntry, ...]:
        """Entries that carry the identifier (comparable form) on this day, by key."""
        found = find_entries(self._connection, self._number, kind, value)
        # A licence number that is the entry's own key is kept nowhere else.
        key = value.casefold() if kind == "licence_number" else None
        rows = self._connection.execute(
            "SELECT id FROM entries WHERE registry_id = :registry AND (id IN (SELECT value FROM json_each(:found))"
            " OR key = :key) ORDER BY key",
            {"registry": self._number, "found": json.dumps(sorted(found)), "key": key},
        ).fetchall()
        country = self.registry.jurisdiction[:2]
        listed = (each.entry for (number,) in rows for each in self._listed(number))
        return tuple(entry for entry in listed if (kind, value) in identifiers_of(entry, country))

    @guarded
    def holds_identifiers(self, kind: str) -> bool:
        """Whether any entry of this list ever carried an identifier of a kind: some lists print no numbers at all."""
        found = self._connection.execute(
            "SELECT 1 FROM identifier_kinds WHERE registry_id = ? AND kind = ?", (self._number, stored_kind(kind))
        ).fetchone()
        return found is not None

    @guarded
    def candidates(self, name: str, limit: int = 200) -> tuple[RegistryEntry, ...]:
        """Entries worth comparing with ``name``, best first. Recall before precision; scoring is for `matching`."""
        return tuple(entry for _, entry in self.found(self._search().ranked(name, limit * _SPARE), limit))

    @guarded
    def words(self, text: str, limit: int) -> tuple[tuple[str, RegistryEntry], ...]:
        """(name found, entry) for names that hold every word of ``text``."""
        return tuple(self.found(self._search().all_words(text, limit * _SPARE), limit))

    def _search(self) -> NameSearch:
        # What was listed on an earlier day of knowledge is not in the validity table: the row maps decide below.
        return NameSearch(self._connection, Among(self._number, self.as_of, True if self._known_now else None))

    def found(self, names: list[Found], limit: int) -> Iterator[tuple[str, RegistryEntry]]:
        """(name, entry) for at most ``limit`` entries that are listed and carry the name found on this day."""
        done: set[int] = set()
        seen: set[RegistryEntry] = set()
        several = self.registry.coverage is Coverage.PERIOD  # each version of an entry may carry another name
        for _, number, text in names:
            if number in done and not several:
                continue
            matching = [
                (name.text, listed.entry)
                for listed in self._listed(number)
                for name in listed.entry.names
                if fold(name.text) == text
            ]
            if not matching:
                continue
            done.add(number)
            for name, entry in matching:
                if entry not in seen:
                    seen.add(entry)
                    yield name, entry
            if len(done) >= limit:
                return

    def entries(self) -> Iterator[tuple[RegistryEntry, Snapshot]]:
        """Every entry of the day with the copy whose rows it cites; read as it is asked for."""
        return read_entries(self._connection, self.registry.id, self._copies, self.registry.coverage)

    @guarded
    def entry(self, key: str) -> RegistryEntry | None:
        """The entry with this key, in its newest form."""
        listed = self._by_key(key)
        return listed[0].entry if listed else None

    @guarded
    def listed(self, key: str) -> tuple[RegistryEntry, ...]:
        """The entry with this key in each form that this day gives it, newest first; of periods several."""
        return tuple(each.entry for each in self._by_key(key))

    @guarded
    def last_listed(self, key: str) -> tuple[RegistryEntry, Snapshot] | None:
        """The entry as the last earlier copy held it, where this current, complete one does not; else None."""
        if self.registry.coverage is not Coverage.CURRENT or not self.supports_absence:
            return None
        found = self._number_of(key)
        if found is None or self._listed(found):
            return None
        last = next(self._in_copies(found, self._past), None)
        return (last.entry, last.copy.snapshot) if last else None

    @guarded
    def snapshot_of(self, entry: RegistryEntry) -> Snapshot:
        """The copy whose rows the entry cites; StoreError where this view does not hold the entry."""
        return self._same(entry).copy.snapshot

    @guarded
    def row_of(self, entry: RegistryEntry) -> int:
        """The first row of the entry in ``snapshot_of(entry)``; StoreError where this view does not hold it."""
        return self._same(entry).entry.rows[0]

    @guarded
    def names_count(self) -> int:
        """How many names a search of this view looks through."""
        if len(self._copies) == 1:
            return self._copies[0].names
        numbers = self._connection.execute("SELECT id FROM entries WHERE registry_id = ?", (self._number,)).fetchall()
        return sum(len(listed.entry.names) for (number,) in numbers for listed in self._listed(number))

    def _same(self, entry: RegistryEntry) -> Listed:
        content = to_payload(entry).hash
        for listed in self._by_key(entry.key):
            if listed.entry == entry or to_payload(listed.entry).hash == content:
                return listed
        raise StoreError(f"{entry.entry_id} is not in this copy as given.", where=self.snapshot.id)

    def _by_key(self, key: str) -> list[Listed]:
        found = self._number_of(key)
        return [] if found is None else self._listed(found)

    def _number_of(self, key: str) -> int | None:
        found = self._connection.execute(
            "SELECT id FROM entries WHERE registry_id = ? AND key = ?", (self._number, key)
        ).fetchone()
        return found[0] if found else None

    def _listed(self, number: int) -> list[Listed]:
        """The entry as listed on the day, newest copy first; several only where copies of periods add up."""
        listed = self._in_copies(number, self._copies)
        if self.registry.coverage is Coverage.PERIOD:
            return list(listed)
        first = next(listed, None)
        return [first] if first else []

    def _in_copies(self, number: int, copies: list[Copy]) -> Iterator[Listed]:
        """Each different version that the copies hold, from the newest copy that holds it."""
        versions = self._connection.execute(
            "SELECT v.id, e.key, v.payload FROM entry_versions v JOIN entries e ON e.id = v.entry WHERE e.id = ?",
            (number,),
        ).fetchall()
        for copy in reversed(copies):
            for version in versions:
                if rows := self._maps.rows_of(copy.seq, version[0]):
                    versions.remove(version)
                    yield Listed(from_payload(self.registry.id, version[1], version[2], rows), copy)
                    break


def open_view(connection: sqlite3.Connection, path: Path, registry: str, as_of: date, known_on: date) -> View | None:
    """The view of a registry; None where no acceptable copy was effective by ``as_of`` and known by ``known_on``."""
    definition, number = read_registry(connection, registry), registry_id(connection, registry)
    if definition is None or number is None:
        return None
    every = read_copies(connection, registry)
    copies = known(every, known_on)
    if not state_of(copies, definition.coverage, as_of):
        return None
    return View(connection, path, definition, number, copies, as_of, known_now=len(copies) == len(every))
