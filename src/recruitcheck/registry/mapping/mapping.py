"""Rows become entries: a firm with its licences, from one or more rows; every other row is a recorded reject.

A list is worked through in batches, so that one of any length fits. Nearly every firm stands in one row, so its entry
is told at once; where its key comes again, the rows are put together at the end and the entry told before is withdrawn.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from recruitcheck.model import ListBatch, RegistryEntry, Reject
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.mapping.firms import Firms
from recruitcheck.registry.mapping.listing import ListingReader
from recruitcheck.registry.mapping.plain_rows import Frame, PlainRows
from recruitcheck.registry.mapping.screen import Screen
from recruitcheck.registry.mapping.seen import Seen
from recruitcheck.registry.mapping.tally import Tally
from recruitcheck.registry.mapping.text_columns import Writing
from recruitcheck.registry.readers.limits import MERGED_AT_ONCE
from recruitcheck.registry.table import RowBatch, Table

RowsBack = Callable[[Sequence[int]], Iterable[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class MappedList:
    """A whole list, understood. Every row read is in an entry or in a reject: ``rows_read == kept + len(rejects)``.

    ``duplicates`` are pairs (row, equal earlier row): both are in the entry, the licence once. ``raw`` holds every row
    as read, by its number. ``row_bounds_problem`` says why the copy must not become current; None where it may.
    """

    entries: tuple[RegistryEntry, ...]
    rejects: tuple[Reject, ...]
    rows_read: int
    kept: int
    unmapped_words: dict[str, int]
    duplicates: tuple[tuple[int, int], ...]
    warnings: tuple[str, ...]
    row_bounds_problem: str | None
    raw: dict[int, dict[str, str]] = field(repr=False)


def map_table(definition: Definition, table: Table) -> MappedList:
    """Read all rows of a table and put them together into entries, in file order. For lists that fit the memory."""
    mapping = ListMapping(definition, table)
    raw: dict[int, dict[str, str]] = {}
    entries: dict[int, RegistryEntry] = {}
    rejects: list[Reject] = []
    for batch in mapping.batches(lambda rows: (raw[row] for row in rows)):
        raw.update((batch.first + index, batch.row(index)) for index in range(len(batch.cells)))
        rejects += batch.rejects
        for row in batch.withdrawn:
            del entries[row]
        told = [batch.plain.entry(definition.id, index) for index in range(len(batch.plain.rows))]
        entries.update((entry.rows[0], entry) for entry in (*told, *batch.entries))
    kept = len(raw) - len(rejects)
    assert kept == sum(len(entry.rows) for entry in entries.values()), "a row was lost between reading and entries"
    return MappedList(
        entries=tuple(entries[row] for row in sorted(entries)),
        rejects=tuple(rejects),
        rows_read=mapping.rows_read,
        kept=kept,
        unmapped_words=mapping.unmapped_words,
        duplicates=tuple(sorted(zip(mapping.duplicates[::2], mapping.duplicates[1::2], strict=True))),
        warnings=mapping.warnings,
        row_bounds_problem=mapping.row_bounds_problem,
        raw=raw,
    )


class ListMapping:
    """One pass over a table. What is counted is complete once the last batch was taken."""

    def __init__(self, definition: Definition, table: Table) -> None:
        self.definition, self.table = definition, table
        self.rows_read = self.entries = self.licences = self.debarments = 0
        self.reasons: Counter[str] = Counter()  # of rejects
        self.first_reject: Reject | None = None
        self.duplicates: array[int] = array("q")  # row, equal earlier row, row, …
        self._reader = ListingReader(definition, table)
        self._screen = Screen(definition, table)
        self._plain = PlainRows(definition, table, self._reader)
        self._firms = Firms(definition, self._reader.content_of)
        self._kept: array[int] = array("q")  # rows, and beside them the hashes of their keys
        self._hashes: array[int] = array("q")
        self._seen = Seen()
        self._repeated: set[int] = set()
        self._untold: set[int] = set()  # repeated within one batch: no entry of the first row was told
        self._shared: list[str] = []

    @property
    def kept(self) -> int:
        """Rows that are in an entry."""
        return len(self._kept)

    @property
    def unmapped_words(self) -> dict[str, int]:
        """Status words that the definition does not map, and in how many licences."""
        return dict(sorted(self._reader.doubts.words.items()))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd about the list, a sentence each."""
        shared = self._shared
        numbers = [f"{len(shared):,} numbers stand under different names, e.g. {shared[0]}."] if shared else []
        return (*self.table.warnings, *self._reader.doubts.warnings(), *numbers)

    @property
    def row_bounds_problem(self) -> str | None:
        """Why the copy must not become current; None where it may."""
        bounds = self.definition.rows
        if bounds is None or bounds.min <= self.kept <= bounds.max:
            return None
        side = "fewer" if self.kept < bounds.min else "more"
        return f"{self.kept:,} rows name an agency, {side} than the {bounds.min:,} to {bounds.max:,} of a whole copy."

    def tally(self) -> Tally:
        """The numbers so far."""
        return Tally(
            rows_read=self.rows_read,
            kept=self.kept,
            entries=self.entries,
            licences=self.licences,
            debarments=self.debarments,
            duplicates=len(self.duplicates) // 2,
            reasons=dict(self.reasons),
            first_reject=self.first_reject,
            unmapped_words=self.unmapped_words,
            warnings=self.warnings,
            row_bounds_problem=self.row_bounds_problem,
        )

    def batches(self, rows_back: RowsBack) -> Iterator[ListBatch]:
        """The list, batch by batch. ``rows_back`` gives rows of earlier batches again, in the order asked for."""
        yield from self.read()
        yield from self.merged(rows_back)

    def read(self) -> Iterator[ListBatch]:
        """Every row of the file, with the firms that stand in one row as far as is known."""
        for batch in self.table.batches:
            self.rows_read += len(batch.places)
            yield self._batch(batch)

    def _batch(self, batch: RowBatch) -> ListBatch:
        writing = Writing(batch.cells, batch.lines)
        result = ListBatch(batch.header, batch.first, batch.cells, batch.odd, lines=writing.lines)
        indexes = list(range(len(batch.cells)))
        if batch.defects:
            indexes = [index for index in indexes if index not in batch.defects]
        frame = Frame(batch, indexes, writing)
        printed = self._plain.names(frame)
        if doubtful := self._screen.doubtful(batch, printed):
            frame, printed = self._screened(batch, doubtful, frame, printed, result.rejects)
        keys = self._plain.keys(frame, printed)
        single = self._met_first(frame, keys)
        if len(single) < len(keys):
            frame = frame.narrowed([frame.indexes[at] for at in single])
            printed, keys = [printed[at] for at in single], [keys[at] for at in single]
        result.plain, left = self._plain.take(frame, printed, keys)
        for at in left:
            index = frame.indexes[at]
            listing = self._reader.listing(batch.first + index, batch.row(index), printed[at])
            result.entries.append(self._firms.entry_of(keys[at], [listing]))
        self._count(result)
        return result

    def _screened(
        self, batch: RowBatch, doubtful: Sequence[int], frame: Frame, names: Sequence[str], rejects: list[Reject]
    ) -> tuple[Frame, Sequence[str]]:
        """The rows that name an agency, and their names; the others join ``rejects``."""
        name_of = dict(zip(frame.indexes, names, strict=True))
        for index in doubtful:
            reason = self._screen.reason(batch, index, name_of.get(index, ""))
            if reason is not None:
                rejects.append(Reject(batch.first + index, reason, tuple(batch.row(index).items())))
                name_of.pop(index, None)
        if not rejects:
            return frame, names
        self.reasons.update(reject.reason for reject in rejects)
        if self.first_reject is None:
            self.first_reject = rejects[0]
        return frame.narrowed(list(name_of)), list(name_of.values())

    def _met_first(self, frame: Frame, keys: Sequence[str]) -> list[int]:
        """Places of the rows whose key comes only once so far; all keys are kept."""
        hashes = list(map(hash, keys))
        self._kept.fromlist(frame.numbers)
        self._hashes.fromlist(hashes)
        fresh = set(hashes)
        known = self._seen.among(fresh)
        self._seen.add(fresh - known)
        if len(fresh) == len(hashes) and not known:
            return list(range(len(hashes)))
        again = (
            {number for number, count in Counter(hashes).items() if count > 1} if len(fresh) < len(hashes) else set()
        )
        self._untold |= again - known
        self._repeated |= again | known
        return [at for at, number in enumerate(hashes) if number not in self._repeated]

    def _count(self, batch: ListBatch) -> None:
        plain = len(batch.plain.rows)
        self.entries += plain + len(batch.entries)
        self.licences += plain if batch.plain.licensed else 0
        self.licences += sum(len(entry.licences) for entry in batch.entries)
        self.debarments += sum(len(entry.debarments) for entry in batch.entries)

    def merged(self, rows_back: RowsBack) -> Iterator[ListBatch]:
        """The firms that stand in several rows; to be asked for once every row was read."""
        groups: dict[int, list[int]] = {}
        if self._repeated:
            for row, number in zip(self._kept, self._hashes, strict=True):
                if number in self._repeated:
                    groups.setdefault(number, []).append(row)
        batch, size = ListBatch(), 0
        for number, rows in groups.items():
            self._merge(number, rows, rows_back, batch)
            size += len(rows)
            if size >= MERGED_AT_ONCE:
                self._count(batch)
                yield batch
                batch, size = ListBatch(), 0
        if batch.entries:
            self._count(batch)
            yield batch
        # Indexes are built after this: what is no longer needed makes room for them.
        self._seen, self._repeated, self._untold, self._hashes = Seen(), set(), set(), array("q")

    def _merge(self, number: int, rows: list[int], rows_back: RowsBack, batch: ListBatch) -> None:
        firms = Firms(self.definition, self._reader.content_of, lambda key: hash(key) in self._seen)
        for row, cells in zip(rows, rows_back(rows), strict=True):
            told = row == rows[0] and number not in self._untold
            name = self._reader.printed_name(cells)
            if not told:
                firms.add(self._reader.listing(row, cells, name))
                continue
            with self._reader.unheard():  # its doubts were counted when it was told
                listing = self._reader.listing(row, cells, name)
            firms.add(listing)
            batch.withdrawn.append(row)
            self.entries -= 1
            self.licences -= len(listing.licences)
            self.debarments -= len(listing.debarments)
        batch.entries += firms.entries()
        self.duplicates.extend(chain.from_iterable(firms.duplicates))
        self._shared += firms.shared_numbers
