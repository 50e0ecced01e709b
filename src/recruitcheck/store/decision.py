"""Decisions of people on "is this the same firm?": kept, dated, never deleted; undoing one is a new row."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from recruitcheck.errors import StoreError
from recruitcheck.store.connection import transaction
from recruitcheck.store.listing import instant
from recruitcheck.store.stored_text import storable

if TYPE_CHECKING:
    from recruitcheck.model import Decision
    from recruitcheck.store.records import DecisionRecord

_SELECT = """SELECT d.id, d.query_name, d.entry_id, d.answer, d.decided_by, d.reason, d.decided_at,
  (SELECT min(u.id) FROM decisions u WHERE u.undoes = d.id{known}) AS undone_by
  FROM decisions d WHERE d.answer IS NOT NULL"""


def decide(connection: sqlite3.Connection, query_name: str, entry_id: str, decision: Decision) -> int:
    """Record a decision and return its number. StoreError without a name, a person or a reason."""
    from recruitcheck.names import fold

    folded = fold(query_name)
    if not folded:
        raise StoreError(f"no name to decide about: {query_name[:80]!r}.")
    _need(decision.by, decision.reason)
    values = (folded, storable(query_name), storable(entry_id), decision.answer.value)
    people = (storable(decision.by), storable(decision.reason), instant(decision.at))
    with transaction(connection):
        cursor = connection.execute(
            "INSERT INTO decisions (query_folded, query_name, entry_id, answer, decided_by, reason, decided_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, *people),
        )
        return int(cursor.lastrowid or 0)


def undo(connection: sqlite3.Connection, number: int, by: str, reason: str, at: datetime) -> int:
    """Take a decision back with a new row, whose number is returned; StoreError where there is none in force."""
    _need(by, reason)
    with transaction(connection):
        held = connection.execute(
            "SELECT query_folded, query_name, entry_id FROM decisions WHERE id = ? AND answer IS NOT NULL", (number,)
        ).fetchone()
        if held is None:
            raise StoreError(f"there is no decision {number}.", todo="List them with: recruitcheck decide queue.")
        if connection.execute("SELECT 1 FROM decisions WHERE undoes = ?", (number,)).fetchone():
            raise StoreError(f"decision {number} was undone before.")
        cursor = connection.execute(
            "INSERT INTO decisions (query_folded, query_name, entry_id, decided_by, reason, decided_at, undoes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*held, storable(by), storable(reason), instant(at), number),
        )
        return int(cursor.lastrowid or 0)


def _need(by: str, reason: str) -> None:
    if not by.strip() or not reason.strip():
        raise StoreError("a decision needs the name of a person and a reason.")


def read_decisions(
    connection: sqlite3.Connection,
    query_folded: str | None = None,
    entry_id: str | None = None,
    known_on: date | None = None,
) -> tuple[DecisionRecord, ...]:
    """Decisions in order, undone ones included; ``known_on`` hides what was decided or undone later (UTC)."""
    last = "9999" if known_on is None else f"{known_on.isoformat()}T99"  # text order is time order: all times are UTC
    sql, values = _SELECT.format(known=" AND u.decided_at < :last") + " AND d.decided_at < :last", {"last": last}
    if query_folded is not None:
        sql, values = f"{sql} AND d.query_folded = :query", {**values, "query": query_folded}
    if entry_id is not None:
        sql, values = f"{sql} AND d.entry_id = :entry", {**values, "entry": entry_id}
    return tuple(_record(row) for row in connection.execute(f"{sql} ORDER BY d.id", values))


def _record(row: tuple[int, str, str, str, str, str, str, int | None]) -> DecisionRecord:
    from recruitcheck.model import Decision, DecisionAnswer
    from recruitcheck.store.records import DecisionRecord

    number, query, entry, answer, by, reason, at, undone = row
    when = datetime.fromisoformat(at).astimezone(UTC)
    return DecisionRecord(number, query, entry, Decision(DecisionAnswer(answer), by, when, reason), undone)
