"""The ledger: one line per command, each carrying the hash of the one before.

A line holds only a salted hash of its payload. Payload and salt lie apart, so that they can be removed later (personal
data) while the chain still verifies and nothing can be guessed back from the hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from recruitcheck import __version__
from recruitcheck.store.connection import transaction
from recruitcheck.store.listing import instant
from recruitcheck.store.stored_text import compact, storable

if TYPE_CHECKING:
    from recruitcheck.store.records import LedgerLine, LedgerState

START = "0" * 64  # previous hash of the first line, and head of an empty ledger
_SALT_BYTES = 16


def append(
    connection: sqlite3.Connection, command: str, summary: Mapping[str, str], payload: bytes, at: datetime
) -> str:
    """Add a line and return the new head."""
    text = compact(dict(sorted(summary.items())))
    salt = os.urandom(_SALT_BYTES)
    payload_hash = _payload_hash(salt, text, payload)
    with transaction(connection):
        last = connection.execute("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
        seq, previous = (last[0] + 1, last[1]) if last else (1, START)
        fields = (seq, instant(at), storable(command), __version__, payload_hash, previous)
        head = _line_hash(fields)
        connection.execute("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)", (*fields, head))
        connection.execute("INSERT INTO ledger_payloads VALUES (?, ?, ?, ?)", (seq, salt, text, payload))
    return head


def _payload_hash(salt: bytes, summary: str, payload: bytes) -> str:
    text = summary.encode()
    # The length keeps "summary + payload" from being cut at another place.
    return hashlib.sha256(salt + len(text).to_bytes(8, "big") + text + payload).hexdigest()


def _line_hash(fields: tuple[object, ...]) -> str:
    return hashlib.sha256(json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[tuple[object, ...], str, tuple[bytes, str, bytes] | None]]:
    for row in connection.execute(
        "SELECT l.seq, l.at, l.command, l.tool_version, l.payload_hash, l.previous_hash, l.hash,"
        " p.salt, p.summary, p.payload FROM ledger l LEFT JOIN ledger_payloads p ON p.seq = l.seq ORDER BY l.seq"
    ):
        yield row[:6], row[6], None if row[7] is None else row[7:10]


def read_ledger(connection: sqlite3.Connection) -> Iterator[LedgerLine]:
    """Every line in order."""
    from recruitcheck.store.records import LedgerLine

    for fields, digest, kept in _rows(connection):
        summary, payload = (json.loads(kept[1]), kept[2]) if kept else (None, None)
        yield LedgerLine(*fields, digest, summary, payload)  # type: ignore[arg-type, call-arg]


def verify(connection: sqlite3.Connection, known_head: str | None) -> LedgerState:
    """Check every line; with a head kept elsewhere a cut or rewritten tail is found too."""
    from recruitcheck.store.records import LedgerState

    previous, length, place = START, 0, 0 if known_head == START else None
    for fields, digest, kept in _rows(connection):
        problem = _problem(fields, digest, kept, length + 1, previous)
        if problem:
            return LedgerState(False, length, previous, length + 1, f"line {length + 1} does not hold: {problem}")
        previous, length = digest, length + 1
        if digest == known_head:
            place = length
    orphan = connection.execute(
        "SELECT min(seq) FROM ledger_payloads WHERE seq NOT IN (SELECT seq FROM ledger)"
    ).fetchone()
    if orphan[0] is not None:
        return LedgerState(False, length, previous, orphan[0], f"line {orphan[0]} is missing, but its payload is there")
    if known_head is None:
        return LedgerState(True, length, previous, None, f"consistent up to {length}; a cut tail cannot be excluded")
    if place is None:
        what = f"consistent up to {length}, but the known head is not in it: lines were cut off or rewritten"
        return LedgerState(False, length, previous, length + 1, what)
    later = length - place
    what = "ends with the known head" if not later else f"holds the known head at {place} and {later} later ones"
    return LedgerState(True, length, previous, None, f"consistent up to {length}; {what}")


def _problem(
    fields: tuple[object, ...], digest: str, kept: tuple[bytes, str, bytes] | None, seq: int, previous: str
) -> str:
    if fields[0] != seq:
        return f"it is numbered {fields[0]}"
    if fields[5] != previous:
        return "it does not follow the line before"
    if _line_hash(fields) != digest:
        return "its hash differs from its content"
    if kept and _payload_hash(*kept) != fields[4]:
        return "its payload was changed"
    return ""
