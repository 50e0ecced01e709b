"""What one row says an agency may do, or may not: its licences and exclusions."""

from __future__ import annotations

from dataclasses import dataclass

from recruitcheck.model import Debarment, Licence, LicenceStatus, PartialDate, RegistryKind
from recruitcheck.registry.column import DateColumn
from recruitcheck.registry.definition import Definition, Parallel
from recruitcheck.registry.mapping import cell
from recruitcheck.registry.mapping.bound import BoundColumns, Cells, Doubts
from recruitcheck.registry.mapping.day import period_oddity, read_date
from recruitcheck.registry.mapping.period import last_period

BLANK_WORD = "(blank)"
SHOWN_CHARS = 40
_PER_LICENCE = ("status", "rating", "licence_number", "route")
# What a status word of a list of exclusions must mean for its row to shut anybody out; an unmapped word does.
_EXCLUDES = frozenset({LicenceStatus.BARRED, LicenceStatus.REVOKED, LicenceStatus.REFUSED, LicenceStatus.SUSPENDED})
_CANNOT_TELL = "lists of unequal length: which belongs to which cannot be told"


@dataclass(slots=True)
class Permissions:
    """The licences and exclusions of one row; ``tail`` is the end of another cell that stood before them."""

    licences: tuple[Licence, ...] = ()
    debarments: tuple[Debarment, ...] = ()
    tail: str = ""


class PermissionReader:
    """Reads licences and exclusions from rows of one table."""

    def __init__(
        self, definition: Definition, columns: BoundColumns, parallel: Parallel | None, doubts: Doubts
    ) -> None:
        self.definition, self.columns, self.parallel, self.doubts = definition, columns, parallel, doubts
        kind, mapped = definition.kind, columns.columns
        self.licenses = (
            kind.licenses
            or kind is RegistryKind.SPONSOR
            or (not kind.debars and bool(mapped.status or mapped.licence_number))
        )
        # The layout's own words go before those that the definition knows whatever their column.
        told = {**definition.status_words, **mapped.status.words} if mapped.status else {}
        self._words = {cell.folded_word(word): norm for word, norm in told.items()}
        self.constant_status = mapped.status.constant if mapped.status else LicenceStatus.UNKNOWN
        nested = definition.format.licences
        self._nested = tuple(text for text in columns.header if nested and text.startswith(f"{nested}."))
        scope = mapped.scope
        self._scope_split = scope.split or cell.SCOPE_SPLIT if scope else ""
        self._scope_headers = columns.bound(scope.from_) if scope else ()
        self._scope_flags = (
            tuple((header, word) for text, word in scope.flags.items() for header in columns.bound((text,)))
            if scope
            else ()
        )
        self._open = {
            name: frozenset(cell.folded_word(word) for word in column.open)
            for name in ("valid_from", "valid_to")
            if (column := getattr(mapped, name)) is not None
        }

    @property
    def scope_headers(self) -> tuple[str, ...]:
        """The file's headers that ``scope`` reads."""
        return (*self._scope_headers, *(header for header, _ in self._scope_flags))

    def read(self, row: int, cells: Cells) -> Permissions:
        """The licences of a row and, in lists that debar, its exclusions."""
        found = self._licences(row, cells) if self.licenses else Permissions()
        if self.definition.kind.debars:
            found.debarments = self._debarments(row, cells, found.licences)
        return found

    def _licences(self, row: int, cells: Cells) -> Permissions:
        if self._nested and not any(cells[header].strip() for header in self._nested):
            return Permissions()
        start, odd_start = self._date(row, cells, "valid_from")
        end, odd_end = self._date(row, cells, "valid_to")
        backwards = "the licence ends before it begins" if start and end and end.last < start.first else None
        values = {name: self.columns.text(cells, name) for name in _PER_LICENCE}
        several, tail, unequal = self._pairs(row, values) if self.parallel else ([values], "", None)
        scope = self.scope(cells)
        periods = self._periods(cells)
        licences = []
        for each in several:
            status = self.status_of(each["status"])
            if odd_end or unequal:
                # An end that nobody can read must not pass for an open licence, nor one route's rating for another's.
                status = LicenceStatus.UNKNOWN
            said = "; ".join(note for note in (each["rating"], odd_start, odd_end, backwards, unequal, periods) if note)
            self._check_number(row, each["licence_number"])
            licences.append(
                Licence(
                    row=row,
                    status=status,
                    status_word=each["status"] or None,
                    number=each["licence_number"] or None,
                    route=each["route"] or None,
                    scope=scope,
                    valid_from=start,
                    valid_to=end,
                    note=said or None,
                )
            )
        return Permissions(tuple(licences), (), tail)

    def status_of(self, word: str) -> LicenceStatus:
        """The normal form of a status word; an unmapped or blank one is UNKNOWN and counted, never VALID."""
        if self.constant_status is not None:
            return self.constant_status
        found = self.known_status(word)
        if found is None:
            self.doubts.words[word or BLANK_WORD] += 1
            return LicenceStatus.UNKNOWN
        return found

    def known_status(self, word: str) -> LicenceStatus | None:
        """The normal form of a mapped status word."""
        return self._words.get(word.casefold())

    def _pairs(self, row: int, values: dict[str, str]) -> tuple[list[dict[str, str]], str, str | None]:
        """One set of values per licence, the tail of another cell, and what cannot be told about them."""
        assert self.parallel is not None
        separator = self.parallel.separator
        if not any(separator in values[name] for name in self.parallel.columns):
            return [values], "", None
        lists: dict[str, list[str]] = {
            name: [part.strip() for part in values[name].split(separator)] for name in self.parallel.columns
        }
        tail = self._take_overflow(row, lists) if self.parallel.overflow_of else ""
        length = max(map(len, lists.values()))
        unequal = None
        if any(len(items) != length for items in lists.values()):
            self.doubts.note("rows hold lists of unequal length", f"row {row}")
            for items in lists.values():
                if len(items) < length:
                    # One value, or the same several times, goes for all; otherwise which is whose is a guess.
                    unequal = unequal or (_CANNOT_TELL if len(set(items)) > 1 else None)
                    items.extend([items[0] if len(set(items)) == 1 else ""] * (length - len(items)))
        several = [{**values, **{name: items[at] for name, items in lists.items()}} for at in range(length)]
        return several, tail, unequal

    def _take_overflow(self, row: int, lists: dict[str, list[str]]) -> str:
        """Removes and returns the first status where it is no status but the end of the cell before."""
        items = lists.get("status", [])
        shortest = min(map(len, lists.values()))
        if len(items) != shortest + 1 or not items[0] or items[0].casefold() in self._words:
            return ""
        self.doubts.note("cells begin with the cut-off end of the cell before", f"row {row}: {items[0]!r}")
        return items.pop(0)

    def scope(self, cells: Cells) -> tuple[str, ...]:
        """What a licence covers."""
        said: dict[str, None] = {}
        for header in self._scope_headers:
            said.update(dict.fromkeys(cell.parts_of(cells[header], self._scope_split, self.columns.nulls)))
        for header, word in self._scope_flags:
            if cell.is_true(cells[header]):
                said[word] = None
        return tuple(said)

    def _date(self, row: int, cells: Cells, name: str) -> tuple[PartialDate | None, str | None]:
        """The date of a column and, where its text is none, a note that says so."""
        word = self.columns.text(cells, name)
        if not word or word.casefold() in self._open[name]:
            return None, None
        column: DateColumn = getattr(self.columns.columns, name)
        if column.periods or column.part:
            word, _ = last_period(self.columns.printed(cells, name), column, self._open[name])
            if word.casefold() in self._open[name]:
                return None, None
        found = read_date(word, column.date, column.serial, column.months)
        if found is None:
            shown = repr(word[:SHOWN_CHARS])
            self.doubts.note(f"values of {name} are no date in a declared format", f"row {row}: {shown}")
            return None, f"{name} not understood: {shown}"
        return found, None

    def _periods(self, cells: Cells) -> str | None:
        """What must be said where the cell of the end tells more than one period."""
        column = self.columns.columns.valid_to
        if column is None or not column.periods:
            return None
        _, count = last_period(self.columns.printed(cells, "valid_to"), column, self._open["valid_to"])
        return f"the last of {count} periods printed" if count > 1 else None

    def _check_number(self, row: int, number: str) -> None:
        pattern = self.definition.number_pattern
        if pattern and number and not cell.matches_whole(pattern, number):
            self.doubts.note("licence numbers do not fit the pattern", f"row {row}: {number[:SHOWN_CHARS]!r}")

    def _debarments(self, row: int, cells: Cells, licences: tuple[Licence, ...]) -> tuple[Debarment, ...]:
        reason = self.columns.text(cells, "reason") or None
        if self.licenses:
            return tuple(
                Debarment(row, reason=reason, status_word=licence.status_word, note="no dates given")
                for licence in licences
                if licence.status is LicenceStatus.BARRED
            )
        word = self.columns.text(cells, "status")
        if self._words.get(word.casefold(), LicenceStatus.BARRED) not in _EXCLUDES:
            return ()  # listed for what it did, but not shut out: fined, or free to act again
        start, odd_start = self._date(row, cells, "valid_from")
        end, odd_end = self._date(row, cells, "valid_to")
        duration = self.columns.text(cells, "duration") or None
        oddity = None if odd_start or odd_end else period_oddity(start, end, duration)
        said = "; ".join(note for note in (odd_start, odd_end, oddity, self._periods(cells)) if note) or None
        return (Debarment(row, start, end, duration, reason, word or None, said),)
