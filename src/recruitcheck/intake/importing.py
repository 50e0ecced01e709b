"""The import of one official list: original bytes kept, rows mapped, one transaction, a report of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry import Definition, map_table, read_table
from recruitcheck.store import SnapshotRequest, Store

if TYPE_CHECKING:
    from recruitcheck.registry import MappedList
    from recruitcheck.store import ImportResult


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import read, kept, rejected and changed. ``read == kept + rejected`` always."""

    registry: str
    snapshot: str
    file: str
    sha256: str
    effective_on: date
    already: bool
    read: int
    kept: int
    rejected: int
    reject_reasons: tuple[tuple[str, int], ...]
    entries: int
    licences: int
    debarments: int
    duplicates: int
    unmapped_words: tuple[tuple[str, int], ...]
    added: int
    changed: int
    unchanged: int
    vanished: int
    refused: str | None
    partial: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadList:
    """One copy of a list, read and mapped but not yet kept; no database is needed for it."""

    definition: Definition
    path: Path
    published: date | None
    retrieved: date | None
    mapped: MappedList


def import_file(
    store: Store,
    definition: Definition,
    path: Path,
    *,
    published: date | None,
    retrieved: date | None,
    now: datetime,
    partial: str | None = None,
    strict: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Import one copy of a list: ``read_list``, then ``keep_list``."""
    found = read_list(definition, path, published=published, retrieved=retrieved, now=now, strict=strict)
    return keep_list(store, found, now=now, partial=partial, progress=progress)


def read_list(
    definition: Definition,
    path: Path,
    *,
    published: date | None,
    retrieved: date | None,
    now: datetime,
    strict: bool = False,
) -> ReadList:
    """Read and map a copy.

    The effective date is ``published``, else what the file's name tells, else ``retrieved``; without any of them
    InputError. With ``strict`` a single rejected row is a RegistryError.
    """
    published = published or definition.published_on(path)
    day = published or retrieved
    if day is None:
        raise InputError(
            "the day of this copy is not known.",
            where=str(path),
            todo="Say when it was published (--published DATE) or fetched (--retrieved DATE).",
        )
    if day > now.date():
        raise InputError(f"{day} lies in the future.", where=str(path), todo="Correct --published or --retrieved.")
    mapped = map_table(definition, read_table(path, definition))
    if strict and mapped.rejects:
        first = mapped.rejects[0]
        raise RegistryError(
            f"{len(mapped.rejects)} rows were rejected; the first: {first.reason}.",
            where=f"{path}: row {first.row}",
            todo="Mend the file or the definition, or import without --strict.",
        )
    return ReadList(definition, path, published, retrieved, mapped)


def keep_list(
    store: Store,
    found: ReadList,
    *,
    now: datetime,
    partial: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Keep a copy in one transaction.

    One outside the row bounds is kept as evidence and refused as current, unless ``partial`` gives the reason why it
    is short.
    """
    mapped, path = found.mapped, found.path
    refused = mapped.row_bounds_problem if partial is None else None
    sha256 = store.keep_original(path)
    result = store.import_snapshot(
        SnapshotRequest(
            registry=found.definition.to_registry(),
            definition_sha256=found.definition.sha256,
            sha256=sha256,
            source_name=path.name,
            entries=mapped.entries,
            rows_read=mapped.rows_read,
            imported_at=now,
            rejects=mapped.rejects,
            raw_rows=mapped.raw,
            published_on=found.published,
            retrieved_on=found.retrieved,
            partial_reason=partial,
            refused_reason=refused,
            progress=progress,
        )
    )
    return _report(found.definition, path, mapped, result)


def _report(definition: Definition, path: Path, mapped: MappedList, result: ImportResult) -> ImportReport:
    snapshot = result.snapshot
    return ImportReport(
        registry=definition.id,
        snapshot=snapshot.id,
        file=path.name,
        sha256=snapshot.sha256,
        effective_on=snapshot.effective_on,
        already=result.already,
        read=mapped.rows_read,
        kept=mapped.rows_read - len(mapped.rejects),
        rejected=len(mapped.rejects),
        reject_reasons=tuple(sorted(Counter(reject.reason for reject in mapped.rejects).items())),
        entries=len(mapped.entries),
        licences=sum(len(entry.licences) for entry in mapped.entries),
        debarments=sum(len(entry.debarments) for entry in mapped.entries),
        duplicates=len(mapped.duplicates),
        unmapped_words=tuple(sorted(mapped.unmapped_words.items())),
        added=result.added,
        changed=result.changed,
        unchanged=result.unchanged,
        vanished=result.vanished,
        refused=snapshot.refused_reason,
        partial=snapshot.partial_reason,
        warnings=tuple(mapped.warnings),
    )
