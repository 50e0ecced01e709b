"""Rows become entries: a firm with its licences, from one or more rows; every other row is a recorded reject."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from recruitcheck.model import RegistryEntry, Reject
from recruitcheck.names import fold, normal_number
from recruitcheck.registry import cell
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.limits import MAX_NAME_CHARS
from recruitcheck.registry.listing import Listing, ListingReader
from recruitcheck.registry.table import Row, Table

MAX_KEY_CHARS = 120
LAST_LATIN = "\u024f"
T = TypeVar("T")


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
    """Read all rows of a table and put them together into entries, in file order."""
    reader = ListingReader(definition, table)
    screen = _Screen(definition, table)
    firms = _Firms(definition, reader.content_of)
    rejects: list[Reject] = []
    raw: dict[int, dict[str, str]] = {}
    for row in table.rows:
        raw[row.number] = row.cells
        name = reader.printed_name(row.cells) if row.defect is None else ""
        reason = screen.reason(row, name)
        if reason is not None:
            rejects.append(Reject(row.number, reason, tuple(row.cells.items())))
            continue
        firms.add(reader.listing(row.number, row.cells, name))
    entries = firms.entries()
    kept = len(raw) - len(rejects)
    assert kept == sum(len(entry.rows) for entry in entries), "a row was lost between reading and entries"
    return MappedList(
        entries=entries,
        rejects=tuple(rejects),
        rows_read=len(raw),
        kept=kept,
        unmapped_words=dict(sorted(reader.doubts.words.items())),
        duplicates=tuple(sorted(firms.duplicates)),
        warnings=(*table.warnings, *reader.doubts.warnings(), *firms.warnings()),
        row_bounds_problem=_bounds_problem(definition, kept),
        raw=raw,
    )


def _bounds_problem(definition: Definition, kept: int) -> str | None:
    bounds = definition.rows
    if bounds is None or bounds.min <= kept <= bounds.max:
        return None
    side = "fewer" if kept < bounds.min else "more"
    return f"{kept:,} rows name an agency, {side} than the {bounds.min:,} to {bounds.max:,} of a whole copy."


class _Screen:
    """Tells rows that name no agency, and why."""

    def __init__(self, definition: Definition, table: Table) -> None:
        self.nulls = cell.null_words(definition.null_words)
        header = {folded_header(text): text for text in reversed(table.header)}
        self.repeated = tuple(folded_header(text) for text in table.header)
        self.rules = [
            (
                rule,
                [(header.get(folded_header(name)), cell.folded_word(text)) for name, text in rule.equals.items()],
                [(header.get(folded_header(name)), pattern) for name, pattern in rule.matches.items()],
            )
            for rule in table.layout.not_entries
        ]

    def reason(self, row: Row, name: str) -> str | None:
        """Why the row is no entry; None where it is one."""
        if row.defect is not None:
            return row.defect
        cells = row.cells
        if not name:
            return "blank row" if not any(map(str.strip, cells.values())) else "no name"
        for rule, equals, matches in self.rules:
            named = {header for header, _ in (*equals, *matches)}
            if (
                all(header is not None and cell.folded_word(cells[header]) == word for header, word in equals)
                and all(
                    header is not None and cell.matches_whole(pattern, cell.clean(cells[header]))
                    for header, pattern in matches
                )
                and not (rule.only_cell and any(text.strip() for key, text in cells.items() if key not in named))
            ):
                return rule.reason
        if len(name) > MAX_NAME_CHARS:
            return f"the name has {len(name):,} characters; {MAX_NAME_CHARS:,} are allowed"
        if not fold(name):
            return "the name has no letter or digit"
        if folded_header(next(iter(cells.values()))) == self.repeated[0] and self.repeated == tuple(
            map(folded_header, cells.values())
        ):
            return "repeated header"
        return None


class _Firms:
    """Rows gathered by identity."""

    def __init__(self, definition: Definition, content_of: Callable[[Listing], tuple[str, ...]]) -> None:
        self.definition, self.content_of = definition, content_of
        self._numbered = _is_number(definition.identity[0])
        self.by_key: dict[str, list[Listing]] = {}
        self._key_of: dict[tuple[str, str], str] = {}
        self._ordinals: dict[str, int] = {}
        self.duplicates: list[tuple[int, int]] = []
        self.shared_numbers: list[str] = []

    def add(self, listing: Listing) -> None:
        base = _key(self.definition, listing)
        mark = (base, self._mark(listing))
        key = self._key_of.get(mark) if self.definition.merge else None
        if key is None:
            key = self._new_key(base)
            self._key_of[mark] = key
            if self._numbered and key != base:
                # One number under two names is a question for a person, never one firm.
                first = self.by_key[base][0].row
                self.shared_numbers.append(f"{listing.identity[0]} (rows {first} and {listing.row})")
        self.by_key.setdefault(key, []).append(listing)

    def _mark(self, listing: Listing) -> str:
        """What rows of one key must share to be one firm."""
        if self._numbered:
            return fold(listing.printed_name)
        # Transliteration gives different Chinese names the same sound: such names must be equal as written.
        return _as_written(listing.printed_name)

    def _new_key(self, base: str) -> str:
        ordinal = self._ordinals.get(base, 0) + 1
        while (key := base if ordinal == 1 else f"{base}-{ordinal}") in self.by_key:
            ordinal += 1
        self._ordinals[base] = ordinal
        return key

    def warnings(self) -> list[str]:
        if not self.shared_numbers:
            return []
        return [f"{len(self.shared_numbers):,} numbers stand under different names, e.g. {self.shared_numbers[0]}."]

    def entries(self) -> tuple[RegistryEntry, ...]:
        return tuple(self._entry(key, listings) for key, listings in self.by_key.items())

    def _entry(self, key: str, listings: list[Listing]) -> RegistryEntry:
        distinct = listings if len(listings) == 1 else self._distinct(listings)
        return RegistryEntry(
            registry=self.definition.id,
            key=key,
            names=_union([listing.names for listing in distinct]),
            rows=tuple([listing.row for listing in listings]),
            source_ids=tuple([listing.source_id for listing in listings if listing.source_id]),
            addresses=_union([(listing.address,) for listing in distinct if listing.address]),
            phones=_union([listing.phones for listing in distinct]),
            emails=_union([listing.emails for listing in distinct]),
            websites=_union([listing.websites for listing in distinct]),
            other_ids=_union([listing.other_ids for listing in distinct]),
            licences=tuple([licence for listing in distinct for licence in listing.licences]),
            debarments=tuple([debarment for listing in distinct for debarment in listing.debarments]),
            extra=_union([listing.extra for listing in distinct]),
        )

    def _distinct(self, listings: list[Listing]) -> list[Listing]:
        """The rows without those that repeat an earlier one word for word (its id set aside)."""
        seen: dict[tuple[str, ...], int] = {}
        distinct = []
        for listing in listings:
            first = seen.setdefault(self.content_of(listing), listing.row)
            if first == listing.row:
                distinct.append(listing)
            else:
                self.duplicates.append((listing.row, first))
        return distinct


def _union(groups: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """All values in order, each once."""
    if len(groups) <= 1:
        return groups[0] if groups else ()
    found: dict[T, None] = {}
    for group in groups:
        found.update(dict.fromkeys(group))
    return tuple(found)


def _key(definition: Definition, listing: Listing) -> str:
    """The same key for the same firm in every copy: from its number, else from folded name and place.

    A row without the number that others have is known by name and place; the prefix keeps it from meeting a number.
    """
    parts = []
    for field_name, value in zip(definition.identity, listing.identity, strict=True):
        number = _is_number(field_name)
        part = normal_number(value).casefold() if number and field_name != "source_id" else fold(value)
        if number and not part:
            place = fold(listing.address.place or "") if listing.address else ""
            return _bounded("~".join(("unnumbered", fold(listing.printed_name), place)))
        parts.append(part)
    return _bounded("~".join(parts))


def _is_number(field_name: str) -> bool:
    return field_name in ("licence_number", "source_id") or field_name.startswith("other_ids.")


def _as_written(name: str) -> str:
    """The letters of a name that is not in Latin script; "" for a Latin one, whose accents and case may vary."""
    if max(name, default="") <= LAST_LATIN:
        return ""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))
    return letters if max(letters, default="") > LAST_LATIN else ""


def _bounded(key: str) -> str:
    key = key.replace(" ", "-").rstrip("~")
    if len(key) <= MAX_KEY_CHARS:
        return key
    return f"{key[: MAX_KEY_CHARS - 13]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
