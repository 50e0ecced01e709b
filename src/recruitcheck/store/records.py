"""What goes into the store and what comes out of it, beside the shared model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.model import Decision, ListBatch, Name, Registry, RegistryEntry, Reject, Snapshot

if TYPE_CHECKING:
    from recruitcheck.store.prepared import PreparedBatch

RawRow = Mapping[str, str]
RowsBack = Callable[[Sequence[int]], Iterator[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class SnapshotRequest:
    """One copy of a list, to be kept. ``effective_on`` is the day published, else the day retrieved; give one of them.

    A long list comes as ``batches``: a function that is given a way to read rows back (by number, in the order asked
    for) and yields the list bit by bit; ``refusal`` is asked once all was read why the copy must not become current.
    A short one may come whole: ``entries``, ``rejects`` and ``raw_rows`` may be lazy, each is read once, ``raw_rows``
    first. Row numbers count from 1 (first data row). ``rows_read``, where it is known, must be kept rows + rejects.
    """

    registry: Registry
    definition_sha256: str
    sha256: str
    source_name: str
    imported_at: datetime  # aware
    entries: Iterable[RegistryEntry] = ()
    rows_read: int | None = None
    batches: Callable[[RowsBack], Iterable[ListBatch | PreparedBatch]] | None = None
    refusal: Callable[[], str | None] | None = None
    rejects: Iterable[Reject] = ()
    raw_rows: Mapping[int, RawRow] | Iterable[tuple[int, RawRow]] = ()
    published_on: date | None = None
    retrieved_on: date | None = None
    partial_reason: str | None = None  # a short copy: supports what it contains, never absence
    refused_reason: str | None = None  # kept as evidence, never current
    progress: Callable[[int], None] | None = None  # called with the number of entries done so far


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, against the state just before the copy's effective date. ``already``: nothing was done."""

    snapshot: Snapshot
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    reappeared: int = 0
    already: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An entry found by one of its names (or a number), with the copy and the row that say so."""

    entry: RegistryEntry
    name: Name
    snapshot: Snapshot
    row: int


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """What an entry said over [valid_from, valid_until); ``snapshots`` that say so, in order of effective date.

    ``changed`` names the fields that differ from the version before; empty for the first one and for a
    version that only came back after a gap.
    """

    entry: RegistryEntry  # rows as in the last of ``snapshots``
    valid_from: date
    valid_until: date | None
    snapshots: tuple[Snapshot, ...]
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryChange:
    """How one entry differs between two copies: ``before`` None: new; ``after`` None: gone; else ``changed`` fields.

    Each carries the rows of its own copy.
    """

    before: RegistryEntry | None
    after: RegistryEntry | None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A stored decision with its number and, if it was undone, the decision row that undid it."""

    id: int
    query_name: str
    entry_id: str
    decision: Decision
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One command in the ledger. ``summary`` and ``payload`` are None where they were purged."""

    seq: int
    at: str  # UTC, ISO 8601
    command: str
    tool_version: str
    payload_hash: str
    previous_hash: str
    hash: str
    summary: dict[str, str] | None
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class LedgerState:
    """What verification found; ``first_bad`` is the number of the first line that does not hold."""

    ok: bool
    length: int
    head: str
    first_bad: int | None
    message: str


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """Size and contents of a database."""

    path: Path
    schema_version: int
    read_only: bool
    size_bytes: int
    originals: int
    originals_bytes: int
    registries: int
    snapshots: int
    entries: int
    versions: int
    names: int
    decisions: int
    ledger_lines: int
    ledger_head: str
