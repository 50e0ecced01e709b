"""What a command works with: the database, the definitions, the workbench, and its line in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.cli.output import talk
from recruitcheck.cli.shared import Shared
from recruitcheck.errors import NotRecordedError, StoreError, UsageError

if TYPE_CHECKING:
    from recruitcheck.audit.workbench import Workbench
    from recruitcheck.model import Registry
    from recruitcheck.registry import Definition
    from recruitcheck.store import Store


def now() -> datetime:
    """The clock; read here and nowhere in a check."""
    return datetime.now(UTC).replace(microsecond=0)


def open_store(shared: Shared, *, create: bool = True) -> Store:
    """The database of ``--db``; falls back to reading where it cannot be written."""
    from recruitcheck.store import Store

    try:
        return Store.open(shared.db, create=create)
    except StoreError:
        if not shared.db.is_file():
            raise
        return Store.open(shared.db, create=False, read_only=True)


def definition_folders(shared: Shared) -> tuple[Path, ...]:
    """The shipped definitions and the user's own folders."""
    from recruitcheck.resources import shipped

    return (shipped("registries"), *shared.registries)


def definitions(shared: Shared) -> tuple[Definition, ...]:
    """Every definition known: shipped, of ``--registries`` folders, of ``--definition`` files; ids are unique."""
    from recruitcheck.registry import load_definition, load_definitions

    found = {item.id: item for item in load_definitions(definition_folders(shared))}
    for path in shared.definitions:
        own = load_definition(path)
        found[own.id] = own
    return tuple(found[key] for key in sorted(found))


def _known_registries(shared: Shared) -> tuple[Registry, ...]:
    """Every definition known, as checks need it; one of ``--definition`` goes before one of the same id."""
    from recruitcheck.registry import load_definition, load_registries

    own = tuple(load_definition(path).to_registry() for path in shared.definitions)
    return (*load_registries(definition_folders(shared)), *own)


def find(shared: Shared, registry_id: str) -> Definition:
    """One definition; UsageError names near misses."""
    known = {item.id: item for item in definitions(shared)}
    require_known("registry", registry_id, known, see="recruitcheck registry list")
    return known[registry_id]


def require_known(noun: str, given: str, known: Collection[str], *, see: str) -> None:
    """UsageError, with near misses or where to look, unless ``given`` is one of ``known``."""
    if given in known:
        return
    import difflib

    begun = [word for word in sorted(known) if given and word.lower().startswith(given.lower())]
    near = list(dict.fromkeys([*begun, *difflib.get_close_matches(given.lower(), sorted(known), n=3, cutoff=0.5)]))[:4]
    todo = f"Did you mean {' or '.join(near)}?" if near else f"See: {see}."
    raise UsageError(f"no {noun} is called {given[:80]!r}.", todo=todo)


def workbench(
    shared: Shared,
    store: Store | None,
    *,
    named: Sequence[str] = (),
    acts: Sequence[str] = (),
) -> Workbench:
    """The workbench for one command. Registries only the store knows (an own definition used at import) join."""
    from recruitcheck.audit.corridor import CorridorWords
    from recruitcheck.audit.workbench import Workbench
    from recruitcheck.model import CheckDates

    registries = {item.id: item for item in store.registries()} if store else {}
    registries |= {item.id: item for item in _known_registries(shared)}
    for name in named:
        require_known("registry", name, registries, see="recruitcheck registry list")
    return Workbench(
        store=store,
        registries=tuple(registries[key] for key in sorted(registries)),
        dates=CheckDates(shared.as_of, shared.known_on, parse_acts(acts)),
        options=CorridorWords(shared.origin, shared.destination, shared.sector, "option"),
        named=tuple(named),
        rule_folders=shared.rules,
        standard_folders=shared.standards,
        tell=partial(talk, shared),
    )


ACTS = ("advert", "payment", "signing", "departure")


def parse_acts(given: Sequence[str]) -> tuple[tuple[str, date], ...]:
    """``advert=2024-05-01,payment=2024-06-01`` as pairs in the order of ACTS."""
    from recruitcheck.cli.shared import parse_day

    days: dict[str, date] = {}
    for part in ",".join(given).split(","):
        if not part.strip():
            continue
        name, _, day = part.strip().partition("=")
        if name not in ACTS or not day:
            raise UsageError(f"--dates {part.strip()}: not known.", todo=f"Write ACT=DATE with {', '.join(ACTS)}.")
        days[name] = parse_day(day, f"--dates {name}")
    return tuple((name, days[name]) for name in ACTS if name in days)


def record(
    shared: Shared, store: Store | None, command: str, summary: Mapping[str, str], payload: object
) -> str | None:
    """Append the command to the ledger and tell its new head; a database that cannot be written says "not recorded"."""
    from recruitcheck.report import dumps

    if store is None:
        return None
    try:
        head = store.ledger_append(command, dict(summary), dumps(payload).encode("utf-8"), now())
    except NotRecordedError:
        talk(shared, "Not recorded: the database cannot be written.")
        return None
    talk(shared, f"Ledger head: {head}")
    return head
