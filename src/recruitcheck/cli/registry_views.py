"""What is known of the official lists, as tables or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recruitcheck.cli.output import put, put_csv, put_json, put_rows
from recruitcheck.cli.session import definitions, find, open_store
from recruitcheck.cli.shared import Shared
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.registry import Definition
    from recruitcheck.store import EntryVersion, RegistryStatus, Store


def list_registries(shared: Shared, country: str | None) -> None:
    """Every definition with the state of its copies."""
    from recruitcheck.vocabulary import resolve_country

    code = resolve_country(country) if country else None
    if country and code is None:
        raise UsageError(f"--country {country}: not recognised.", todo="Give the two-letter code, e.g. NP.")
    states = _states(shared)
    rows = []
    for item in definitions(shared):
        if code and item.jurisdiction.split("-")[0] != code:
            continue
        state = states.get(item.id)
        rows.append(
            {
                "id": item.id,
                "title": item.title,
                "authority": item.authority,
                "jurisdiction": item.jurisdiction,
                "kind": item.kind.value,
                "absence_means": item.absence_means.value,
                "newest_copy": state.latest.effective_on.isoformat() if state and state.latest else None,
                "stale": state.stale if state else None,
                "copies": state.snapshots if state else 0,
            }
        )
    put_list(shared, "Registries", "registries", rows, ["id", "jurisdiction", "kind", "newest_copy", "title"])


def _states(shared: Shared) -> dict[str, RegistryStatus]:
    if not shared.db.is_file():
        return {}
    with open_store(shared, create=False) as store:
        return {item.registry.id: item for item in store.status(shared.as_of, known_on=shared.known_on)}


def put_list(shared: Shared, title: str, key: str, rows: list[dict[str, Any]], columns: list[str]) -> None:
    if shared.format == "json":
        put_json({"schema": f"recruitcheck/{key.replace('_', '-')}/1", key: rows})
        return
    header = [name.replace("_", " ") for name in columns]
    cells = [["" if row[name] is None else str(row[name]) for name in columns] for row in rows]
    if shared.format == "csv":
        put_csv(header, cells)
    elif cells:
        put_rows(shared, title, header, cells)
    else:
        put(f"{title}: none.")


def show_registry(shared: Shared, registry_id: str) -> None:
    """Everything a definition says."""
    item = find(shared, registry_id)
    registry = item.to_registry()
    state = _states(shared).get(item.id)
    told = {
        "id": item.id,
        "title": item.title,
        "authority": item.authority,
        "jurisdiction": item.jurisdiction,
        "kind": item.kind.value,
        "coverage": item.coverage.value,
        "absence_means": item.absence_means.value,
        "scope": registry.scope.note or ", ".join(registry.scope.sectors) or None,
        "shelf_life_days": item.shelf_life_days,
        "legal_basis": item.legal_basis,
        "url": item.url,
        "how_to_obtain": item.how_to_obtain,
        "pull": _pull(item),
        "correction": item.correction,
        "rows": {"min": item.rows.min, "max": item.rows.max} if item.rows else None,
        "layouts": [list(layout.when) for layout in item.layouts],
        "columns_told": list(item.columns_told),
        "status_words": {word: norm.value for word, norm in item.status_words.items()},
        "discontinued": item.discontinued,
        "verified": dict(registry.verified),
        "newest_copy": state.latest.id if state and state.latest else None,
        "copies": state.snapshots if state else 0,
        "definition_sha256": item.sha256,
    }
    if shared.format == "json":
        put_json({"schema": "recruitcheck/registry/1", **told})
        return
    if item.pull is None:
        told["pull"] = "no address is known to fetch it from; it is got by hand"
    if not item.layouts:
        told["layouts"] = "none: nobody has seen the columns, so no file can be imported without a layout of your own"
    put_fields(shared, item.title, [[name.replace("_", " "), _words(value)] for name, value in told.items()])


def _pull(item: Definition) -> dict[str, Any] | None:
    """Where ``registry pull`` would ask, and who saw the address when."""
    if item.pull is None:
        return None
    way = "found on" if item.pull.landing else "page by page from" if item.pull.pages else "from"
    seen = item.pull.verified
    return {
        way: item.pull.start,
        "hosts": ", ".join(item.pull.all_hosts),
        "format": item.pull.format or "any",
        "address seen on": seen.on,
        "at": seen.at,
    }


def put_fields(shared: Shared, title: str, rows: list[list[str]]) -> None:
    """One thing field by field, as a table or CSV."""
    if shared.format == "csv":
        put_csv(["field", "value"], rows)
    else:
        put_rows(shared, title, ["", ""], rows)


def _words(value: object) -> str:
    if value is None or value in ([], {}):
        return "not given"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {item if item is not None else 'not verified'}" for name, item in value.items())
    if isinstance(value, list):
        return " | ".join(", ".join(item) if isinstance(item, list) else str(item) for item in value)
    return str(value)


def show_status(shared: Shared, registry_id: str | None) -> None:
    """Age of the newest copy against the shelf life; lists known only to the database (own definitions) too."""
    states = _states(shared)
    if registry_id is not None and registry_id not in states:
        find(shared, registry_id)
    shelf = {item.id: item.shelf_life_days for item in definitions(shared)}
    rows = [
        _status_row(each, states.get(each), shelf.get(each))
        for each in ([registry_id] if registry_id else sorted(states))
    ]
    columns = ["id", "newest_copy", "age_days", "shelf_life_days", "state", "rows", "last_change", "copies"]
    put_list(shared, f"Copies as of {shared.as_of}", "status", rows, columns)


def _status_row(registry_id: str, state: RegistryStatus | None, shelf: int | None) -> dict[str, Any]:
    latest = state.latest if state else None
    return {
        "id": registry_id,
        "newest_copy": latest.effective_on.isoformat() if latest else None,
        "age_days": state.age_days if state else None,
        "shelf_life_days": shelf if shelf is not None else state.registry.shelf_life_days if state else None,
        "state": "no copy" if latest is None else "stale" if state and state.stale else "fresh",
        "rows": latest.rows if latest else None,
        "kept": latest.kept if latest else None,
        "rejected": latest.rejected if latest else None,
        "complete": latest.complete if latest else None,
        "last_change": state.last_change.isoformat() if state and state.last_change else None,
        "copies": state.snapshots if state else 0,
        "snapshot": latest.id if latest else None,
    }


def search_registries(shared: Shared, text: str, registry: str | None, limit: int) -> None:
    """Entries found, with the row that says so."""
    if not text.strip():
        raise UsageError("the text to search for is empty.", todo="Give part of a name or a number.")
    if not shared.db.is_file():
        raise UsageError(
            f"no database at {shared.db}.", todo="Import a list first: recruitcheck registry import ID FILE."
        )
    with open_store(shared, create=False) as store:
        if registry is not None and registry not in {item.id for item in store.registries()}:
            find(shared, registry)
        hits = store.search(text, registry=registry, as_of=shared.as_of, known_on=shared.known_on, limit=limit)
    rows = [
        {
            "entry_id": hit.entry.entry_id,
            "name": hit.entry.name,
            "found": hit.name.text,
            "name_kind": hit.name.kind.value,
            "licences": "; ".join(
                " ".join(part for part in (item.number, item.status.value, item.route) if part)
                for item in hit.entry.licences[:4]
            ),
            "snapshot": hit.snapshot.id,
            "row": hit.row,
        }
        for hit in hits
    ]
    put_list(shared, f"Found as of {shared.as_of}", "entries", rows, ["entry_id", "name", "found", "licences", "row"])


def show_history(shared: Shared, what: str) -> None:
    """Copies of a list, or versions of one entry."""
    if not shared.db.is_file():
        raise UsageError(
            f"no database at {shared.db}.", todo="Import a list first: recruitcheck registry import ID FILE."
        )
    with open_store(shared, create=False) as store:
        if ":" in what:
            _entry_history(shared, store, what)
        else:
            if what not in {item.id for item in store.registries()}:
                find(shared, what)
            _list_history(shared, store, what)


def _list_history(shared: Shared, store: Store, registry_id: str) -> None:
    rows = [
        {
            "snapshot": copy.id,
            "effective_on": copy.effective_on.isoformat(),
            "imported_at": copy.imported_at.isoformat(),
            "rows": copy.rows,
            "kept": copy.kept,
            "rejected": copy.rejected,
            "complete": copy.complete,
            "note": copy.refused_reason or copy.partial_reason,
            "sha256": copy.sha256,
        }
        for copy in store.snapshots(registry_id, known_on=shared.known_on)
    ]
    columns = ["snapshot", "imported_at", "rows", "rejected", "note"]
    put_list(shared, f"Copies of {registry_id}", "snapshots", rows, columns)


def _entry_history(shared: Shared, store: Store, entry_id: str) -> None:
    versions = store.history(entry_id, known_on=shared.known_on)
    if not versions:
        raise UsageError(f"no entry {entry_id!r}.", todo="Find it with: recruitcheck registry search NAME.")
    rows = [
        {
            "from": version.valid_from.isoformat(),
            "until": version.valid_until.isoformat() if version.valid_until else None,
            "name": version.entry.name,
            "licences": _licences(version),
            "changed": ", ".join(version.changed),
            "copies": len(version.snapshots),
        }
        for version in versions
    ]
    put_list(shared, f"History of {entry_id}", "versions", rows, ["from", "until", "name", "licences", "changed"])


def _licences(version: EntryVersion) -> str:
    return "; ".join(
        " ".join(part for part in (item.number, item.status_word or item.status.value, item.route) if part)
        for item in version.entry.licences[:6]
    )
