"""The checks of ``doctor``: each names what it looked at and the command that mends it."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recruitcheck import __version__
from recruitcheck.cli.session import definitions, open_store
from recruitcheck.cli.shared import Shared
from recruitcheck.errors import DataFileError, RecruitcheckError


@dataclass(frozen=True, slots=True)
class Symptom:
    """``state``: ok, missing (nothing broken, but a check will say "not checked") or problem."""

    state: str
    what: str
    todo: str = ""


def diagnose(shared: Shared) -> tuple[Symptom, ...]:
    """Everything, in a fixed order; a check that fails is a problem with its own message."""
    parts: tuple[Callable[[Shared], Iterator[Symptom]], ...] = (_program, _data, _database, _copies)
    found: list[Symptom] = []
    for part in parts:
        try:
            found.extend(part(shared))
        except RecruitcheckError as error:
            found.extend(_problems(error))
    return tuple(dict.fromkeys(found))  # a database that cannot be opened is met by two of them


def _problems(error: RecruitcheckError) -> tuple[Symptom, ...]:
    if isinstance(error, DataFileError):
        return tuple(Symptom("problem", line, "Mend the file.") for line in error.problems)
    what = f"{error.where}: {error.what}" if error.where else error.what
    return (Symptom("problem", what, error.todo),)


def _program(shared: Shared) -> Iterator[Symptom]:
    version = f"recruitcheck {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield Symptom("ok", version)
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram')")
        yield Symptom("ok", "full-text search with trigrams")
    except sqlite3.OperationalError:
        yield Symptom("problem", "SQLite lacks FTS5 with trigrams", "Use a Python built with SQLite 3.34 or newer.")
    finally:
        connection.close()


def _data(shared: Shared) -> Iterator[Symptom]:
    from recruitcheck.redflags import load_rules
    from recruitcheck.standards import load_catalogue

    yield Symptom("ok", f"{len(definitions(shared))} registry definitions")
    yield Symptom("ok", f"{len(load_rules(shared.rules).heads)} red-flag rules")
    yield Symptom("ok", f"{len(load_catalogue(shared.standards).instruments)} instruments")


def _database(shared: Shared) -> Iterator[Symptom]:
    if not shared.db.is_file():
        yield Symptom("missing", f"no database at {shared.db}", "recruitcheck registry import ID FILE makes it.")
        return
    with open_store(shared, create=False) as store:
        info = store.info()
        state = store.verify_ledger()
    yield Symptom("ok", f"database {shared.db}, schema {info.schema_version}, {info.entries:,} entries")
    if info.read_only:
        yield Symptom("missing", "the database cannot be written; commands are not recorded", "Use another --db.")
    if state.ok:
        yield Symptom("ok", f"ledger: {state.message}")
    else:
        yield Symptom("problem", f"ledger: {state.message}", "Compare with a backup: recruitcheck ledger show.")


def _copies(shared: Shared) -> Iterator[Symptom]:
    if not shared.db.is_file():
        return
    with open_store(shared, create=False) as store:
        states = store.status(shared.as_of, known_on=shared.known_on)
    if not states:
        yield Symptom("missing", "no list was imported", "recruitcheck registry list, then registry import ID FILE.")
    for state in states:
        name = state.registry.id
        todo = f"recruitcheck registry import {name} FILE --published DATE"
        if state.latest is None:
            yield Symptom("missing", f"{name}: no usable copy", todo)
        elif state.stale:
            life = state.registry.shelf_life_days
            yield Symptom(
                "missing", f"{name}: copy of {state.latest.effective_on}, {state.age_days} days old ({life})", todo
            )
        else:
            yield Symptom("ok", f"{name}: copy of {state.latest.effective_on}, {state.age_days} days old")
