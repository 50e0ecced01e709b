"""The import of one official list: original bytes kept, rows mapped, one transaction, a report of everything."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.model import ListBatch
from recruitcheck.registry import Definition, ListMapping, Table, Tally, read_table
from recruitcheck.store import SnapshotRequest, Store

if TYPE_CHECKING:
    from recruitcheck.intake.second_reader import SecondReader
    from recruitcheck.registry.drafting import Draft
    from recruitcheck.store import ImportResult, PreparedBatch

READ_AHEAD = 10  # batches that are read before the database is touched: most lists are shorter
READ_TWICE = 2  # the same where a second process will read them again, and a batch costs the same wherever it stands
COLLECT_AFTER = 200_000  # objects made during an import before circles among them are looked for

Doubt = Callable[[int], str | None]  # of the number of rows that name an agency: why they cannot be the whole list


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
    drafted: tuple[tuple[str, str, str, str], ...] = ()  # columns drafted from this file: what, value, how sure, why


@dataclass(frozen=True, slots=True)
class ReadList:
    """One copy of a list, opened and read as far as ``READ_AHEAD`` batches; no database is needed for it.

    What was read is given away as it is kept: ``batches`` can be asked once.
    """

    definition: Definition
    path: Path
    published: date | None
    retrieved: date | None
    mapping: ListMapping
    ahead: deque[ListBatch]
    whole: bool  # read to its end
    rest: Iterator[ListBatch]
    strict: bool = False
    draft: Draft | None = None  # where nobody had seen the columns of the list

    def second_reader(self, *, search: bool) -> SecondReader | None:
        """Another process to read the rest, where that pays; ``search``: it makes entries ready to be searched too."""
        from recruitcheck.intake.second_reader import SecondReader, is_worth

        if self.whole or not is_worth(self.path):
            return None
        return SecondReader(self.definition, self.path, skip=len(self.ahead), search=search)

    def batches(self, rows_back: Callable[[Sequence[int]], Iterator[dict[str, str]]]) -> Iterator[ListBatch]:
        """The whole copy, once. RegistryError at its end where ``strict`` forbids what was rejected."""
        while self.ahead:
            yield self.ahead.popleft()
        yield from self.rest
        self.check_strict(self.mapping.tally())
        yield from self.mapping.merged(rows_back)

    def check_strict(self, tally: Tally) -> None:
        """RegistryError where a row was rejected so far and none may be."""
        first = tally.first_reject
        if self.strict and first is not None:
            raise RegistryError(
                f"{tally.rejected:,} rows were rejected; the first: {first.reason}.",
                where=f"{self.path}: row {first.row}",
                todo="Mend the file or the definition, or import without --strict.",
            )


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
    doubt: Doubt | None = None,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Import one copy of a list: ``read_list``, then ``keep_list``."""
    found = read_list(definition, path, published=published, retrieved=retrieved, now=now, strict=strict)
    return keep_list(store, found, now=now, partial=partial, doubt=doubt, progress=progress)


def read_list(
    definition: Definition,
    path: Path,
    *,
    published: date | None,
    retrieved: date | None,
    now: datetime,
    strict: bool = False,
) -> ReadList:
    """Open a copy and read ahead, a short one to its end: what cannot be read says so before anything is kept.

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
    draft = None
    if not definition.layouts:
        from recruitcheck.registry.drafting import with_drafted_columns

        definition, draft = with_drafted_columns(definition, path, today=now.date())
    mapping = ListMapping(definition, read_table(path, definition))
    rest = mapping.read()
    most = min(READ_AHEAD, READ_TWICE) if _is_long(path, mapping.table) else READ_AHEAD
    ahead = deque(islice(rest, most))
    whole = len(ahead) < most
    found = ReadList(definition, path, published, retrieved, mapping, ahead, whole, rest, strict, draft)
    if whole:
        found.check_strict(mapping.tally())
    return found


def _is_long(path: Path, table: Table) -> bool:
    """Whether a second process will read it: text whose rows are about as many as its size tells."""
    from recruitcheck.intake.second_reader import is_worth

    return table.media_type == "text/csv" and is_worth(path)


def keep_list(
    store: Store,
    found: ReadList,
    *,
    now: datetime,
    partial: str | None = None,
    doubt: Doubt | None = None,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Keep a copy in one transaction.

    One outside the row bounds, or one that ``doubt`` has a reason against, is kept as evidence and refused as current,
    unless ``partial`` gives the reason why it is short. A layout whose copies are never whole makes it partial too.
    """
    reader = found.second_reader(search=not store.snapshots(found.definition.id))
    with reader or nullcontext():  # it reads while the original is being kept
        return _keep(store, found, reader, now=now, partial=partial, doubt=doubt, progress=progress)


def _keep(
    store: Store,
    found: ReadList,
    reader: SecondReader | None,
    *,
    now: datetime,
    partial: str | None,
    doubt: Doubt | None,
    progress: Callable[[int], None] | None,
) -> ImportReport:
    path = found.path

    def tally() -> Tally:
        return reader.tally if reader else found.mapping.tally()

    def batches(
        rows_back: Callable[[Sequence[int]], Iterator[dict[str, str]]],
    ) -> Iterator[ListBatch | PreparedBatch]:
        return reader.batches(found.ahead, rows_back, found.check_strict) if reader else found.batches(rows_back)

    def refusal() -> str | None:
        told = tally()
        return told.row_bounds_problem or (doubt(told.kept) if doubt else None)

    sha256 = store.keep_original(path)
    request = SnapshotRequest(
        registry=found.definition.to_registry(),
        definition_sha256=found.definition.sha256,
        sha256=sha256,
        source_name=path.name,
        imported_at=now,
        batches=batches,
        refusal=refusal if partial is None else None,
        published_on=found.published,
        retrieved_on=found.retrieved,
        partial_reason=partial or found.mapping.table.layout.partial,
        progress=progress,
    )
    try:
        with _rare_collection():
            result = store.import_snapshot(request)
            if result.already:
                for _ in batches(lambda rows: (store.raw_row(result.snapshot.id, row) or {} for row in rows)):
                    pass  # so that the report can tell what a copy says that is held already
    except BaseException:
        store.forget_original(sha256)
        raise
    return _report(found, result, tally())


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Rows come by the thousand and hold no circles: looking for circles among them took a third of an import."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], COLLECT_AFTER) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _report(found: ReadList, result: ImportResult, tally: Tally) -> ImportReport:
    snapshot = result.snapshot
    return ImportReport(
        registry=found.definition.id,
        snapshot=snapshot.id,
        file=found.path.name,
        sha256=snapshot.sha256,
        effective_on=snapshot.effective_on,
        already=result.already,
        read=tally.rows_read,
        kept=tally.kept,
        rejected=tally.rejected,
        reject_reasons=tuple(sorted(tally.reasons.items())),
        entries=tally.entries,
        licences=tally.licences,
        debarments=tally.debarments,
        duplicates=tally.duplicates,
        unmapped_words=tuple(tally.unmapped_words.items()),
        added=result.added,
        changed=result.changed,
        unchanged=result.unchanged,
        vanished=result.vanished,
        refused=snapshot.refused_reason,
        partial=snapshot.partial_reason,
        warnings=(*_drafted_sentence(found.draft), *tally.warnings),
        drafted=tuple((each.what, each.value, each.sure.value, each.why) for each in found.draft.guesses)
        if found.draft
        else (),
    )


def _drafted_sentence(draft: Draft | None) -> tuple[str, ...]:
    if draft is None:
        return ()
    from recruitcheck.registry.drafting import drafted_sentence

    return (drafted_sentence(draft),)
