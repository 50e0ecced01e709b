"""Finds the entries of a list whose names are like one, through the list's name index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from recruitcheck.model import RegistryEntry, Snapshot

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex
    from recruitcheck.matching.search import NameSearch
    from recruitcheck.store import Store, View

MANY = 16  # questions to one list from which on it is worth reading all its words


class NameFinder:
    """Asks the lists of one database, as known on a day; what it opens is kept until the database is closed."""

    def __init__(self, store: Store, known_on: date | None, tell: Callable[[str], None] | None = None) -> None:
        self._store, self._known_on, self._tell = store, known_on, tell
        self._indexes: dict[str, NameIndex] = {}
        self._searches: dict[tuple[str, date | None], NameSearch] = {}
        self._asked: dict[str, int] = {}

    def listed(self, view: View, name: str, most: int) -> tuple[RegistryEntry, ...]:
        """Entries of the view with such a name, the likest first, each in every form that the day gives it."""
        found = (view.listed(key) for key in self._keys(view.registry.id, view.as_of, name, most))
        return tuple(entry for forms in found for entry in forms)

    def gone(self, view: View, name: str, most: int) -> tuple[tuple[RegistryEntry, Snapshot], ...]:
        """Entries with such a name that an earlier copy held and this current, complete one does not."""
        found = (view.last_listed(key) for key in self._keys(view.registry.id, None, name, most))
        return tuple(one for one in found if one is not None)

    def _keys(self, registry: str, day: date | None, name: str, most: int) -> Iterator[str]:
        search = self._search(registry, day)
        self._asked[registry] = self._asked.get(registry, 0) + 1
        if self._asked[registry] == MANY:
            search.prepare()
        for hit in search.best(name, most):
            yield hit.entry.entry_id.partition(":")[2]

    def _search(self, registry: str, day: date | None) -> NameSearch:
        from recruitcheck.matching.search import NameSearch

        if (registry, day) not in self._searches:
            self._searches[registry, day] = NameSearch(self._index(registry), as_of=day.isoformat() if day else None)
        return self._searches[registry, day]

    def _index(self, registry: str) -> NameIndex:
        from recruitcheck.audit.name_index import name_index
        from recruitcheck.errors import StoreError
        from recruitcheck.matching.index import NameIndex

        if registry not in self._indexes:
            path = self._store.until_closed.enter_context(
                name_index(self._store, [registry], known_on=self._known_on, tell=self._tell)
            )
            index = NameIndex.open(path, verify=False)  # whoever gave the path has verified it
            if index is None:
                raise StoreError("the name index has vanished.", where=str(path), todo="Run the command again.")
            self._indexes[registry] = index
        return self._indexes[registry]
