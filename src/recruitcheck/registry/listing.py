"""What one row of a list says about one firm, before rows of the same firm are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from recruitcheck.model import (
    Address,
    Debarment,
    Licence,
    LicenceStatus,
    Name,
    NameKind,
    PartialDate,
    RegistryKind,
)
from recruitcheck.names import fold, split_names
from recruitcheck.registry import cell
from recruitcheck.registry.column import DateColumn, ListColumn, NameColumn
from recruitcheck.registry.day import period_oddity, read_date
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.table import Table

Cells = Mapping[str, str]
BLANK_WORD = "(blank)"
_KIND_OF_NAME = (
    ("other_script_name", NameKind.OTHER_SCRIPT),
    ("trading_name", NameKind.TRADING),
    ("former_name", NameKind.FORMER),
    ("alias", NameKind.ALIAS),
)


@dataclass(slots=True)
class Listing:
    """One row, understood. ``identity``: the cleaned values of the identity columns."""

    row: int
    printed_name: str
    names: tuple[Name, ...]
    identity: tuple[str, ...]
    content: tuple[str, ...]  # every cell but the id: equal contents are one row printed twice
    source_id: str = ""
    address: Address | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    other_ids: tuple[tuple[str, str], ...] = ()
    licences: tuple[Licence, ...] = ()
    debarments: tuple[Debarment, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Doubts:
    """What was not understood, counted with the first example of each."""

    words: Counter[str] = field(default_factory=Counter)
    dates: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    unequal: int = 0
    overflows: int = 0
    numbers: int = 0

    def warnings(self) -> list[str]:
        """A sentence for each kind of doubt."""
        said = [
            f"{count:,} values of {field} are no date in a declared format, e.g. {self.examples[field]}."
            for field, count in sorted(self.dates.items())
        ]
        if self.unequal:
            said.append(f"{self.unequal:,} rows hold lists of unequal length, e.g. {self.examples['unequal']}.")
        if self.overflows:
            said.append(
                f"{self.overflows:,} cells begin with the cut-off end of the cell before, e.g. "
                f"{self.examples['overflow']}."
            )
        if self.numbers:
            said.append(f"{self.numbers:,} licence numbers do not fit the pattern, e.g. {self.examples['number']}.")
        return said


class ListingReader:
    """Reads rows by a definition's columns, bound once to the headers of one table."""

    def __init__(self, definition: Definition, table: Table) -> None:
        self.definition = definition
        self.layout = table.layout
        self.columns = table.layout.columns
        self.nulls = cell.null_words(definition.null_words)
        self.doubts = Doubts()
        self._header = {folded_header(text): text for text in reversed(table.header)}
        ids = self._bound(self.columns.source_id.headers) if self.columns.source_id else ()
        self._content = tuple(text for text in table.header if text not in ids)
        status = self.columns.status
        self._words = {cell.folded_word(word): norm for word, norm in status.words.items()} if status else {}
        self._countries = (
            {cell.folded_word(word): code for word, code in self.columns.country.words.items()}
            if self.columns.country
            else {}
        )
        kind = definition.kind
        self._licenses = (
            kind.licenses
            or kind is RegistryKind.SPONSOR
            or (not kind.debars and bool(self.columns.status or self.columns.licence_number))
        )
        nested = definition.format.licences
        self._nested = tuple(text for text in table.header if nested and text.startswith(f"{nested}."))
        self._getters = {name: self._getter(name) for name in self._single_columns()}

    def _bound(self, headers: tuple[str, ...]) -> tuple[str, ...]:
        found = (self._header.get(folded_header(text)) for text in headers)
        return tuple(text for text in found if text is not None)

    def _single_columns(self) -> tuple[str, ...]:
        return tuple(
            name
            for name in self.columns.given
            if name not in ("name", "other_ids", "extra", "phone", "email", "website", "scope", "country")
        )

    def _getter(self, name: str) -> Callable[[Cells], str]:
        headers = self._bound(getattr(self.columns, name).headers)
        return lambda cells: self.first(cells, headers)

    def first(self, cells: Cells, headers: tuple[str, ...]) -> str:
        """The first value that is not blank."""
        for header in headers:
            value = cell.value_of(cells[header], self.nulls) if header in cells else ""
            if value:
                return value
        return ""

    def text(self, cells: Cells, name: str) -> str:
        """The value of one column of the layout, "" where it is blank or not mapped."""
        getter = self._getters.get(name)
        return getter(cells) if getter else ""

    def printed_name(self, cells: Cells) -> str:
        """The main name as printed, its spacing set right; "" where the row has none."""
        column = self.columns.name
        found = self.first(cells, self._bound(column.from_))
        if not found and column.join:
            parts = (cell.value_of(cells[header], self.nulls) for header in self._bound(column.join))
            found = " ".join(part for part in parts if part)
        return found

    def listing(self, row: int, cells: Cells, printed_name: str) -> Listing:
        """One row, understood as far as it can be."""
        columns = self.columns
        licences, tail = self._read_licences(row, cells) if self._licenses else ((), "")
        extra = self._texts(cells, columns.extra)
        if tail:
            extra = (*extra, ("cut from the cell before", tail))
        address = self._address(cells)
        listing = Listing(
            row=row,
            printed_name=printed_name,
            names=self._names(cells, printed_name),
            identity=(),
            content=tuple(cells.get(text, "") for text in self._content),
            source_id=self.text(cells, "source_id"),
            address=address,
            phones=self._list(cells, columns.phone, cell.PHONE_SPLIT),
            emails=tuple(text for text in self._list(cells, columns.email, cell.EMAIL_SPLIT) if "@" in text),
            websites=self._list(cells, columns.website, cell.WEBSITE_SPLIT),
            other_ids=self._texts(cells, columns.other_ids),
            licences=licences,
            debarments=self._debarments(row, cells, licences),
            extra=extra,
        )
        return replace(
            listing, identity=tuple(self._identity(cells, name, listing) for name in self.definition.identity)
        )

    def _identity(self, cells: Cells, name: str, listing: Listing) -> str:
        if name == "name":
            return listing.printed_name
        if name == "country":
            return (listing.address.country if listing.address else None) or ""
        if name.startswith("other_ids."):
            return dict(listing.other_ids).get(name.removeprefix("other_ids."), "")
        return self.text(cells, name)

    def _names(self, cells: Cells, printed_name: str) -> tuple[Name, ...]:
        found = _named(self.columns.name, printed_name, NameKind.REGISTERED)
        for field_name, kind in _KIND_OF_NAME:
            column = getattr(self.columns, field_name)
            if column is not None:
                found.extend(_named(column, self.text(cells, field_name), kind))
        kept: dict[str, Name] = {}
        for name in found:
            kept.setdefault(name.text.casefold(), name)
        return tuple(kept.values())

    def _texts(self, cells: Cells, columns: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
        pairs = (
            (label, self.first(cells, self._bound(column.headers)))  # type: ignore[attr-defined]
            for label, column in columns.items()
        )
        return tuple((label, value) for label, value in pairs if value)

    def _list(self, cells: Cells, column: ListColumn | None, split: str) -> tuple[str, ...]:
        if column is None:
            return ()
        found: dict[str, None] = {}
        for header in self._bound(column.headers):
            text = cells[header]
            if text and not text.isspace():
                found.update(dict.fromkeys(cell.parts_of(text, column.split or split, self.nulls)))
        return tuple(found)

    def _address(self, cells: Cells) -> Address | None:
        country = self._country(cells)
        values = [self.text(cells, name) or None for name in ("address", "place", "region", "postal_code")]
        if not any(values) and not (country and self.columns.country and self.columns.country.from_):
            return None
        return Address(*values, country=country)

    def _country(self, cells: Cells) -> str | None:
        column = self.columns.country
        if column is None:
            return None
        if column.constant:
            return column.constant
        word = self.first(cells, self._bound(column.headers))
        if len(word) == 2 and word.isascii() and word.isupper():
            return self._countries.get(word.casefold(), word)
        return self._countries.get(word.casefold())

    def status_of(self, word: str) -> LicenceStatus:
        """The normal form of a status word; an unmapped or blank one is UNKNOWN and counted."""
        column = self.columns.status
        if column is None:
            return LicenceStatus.UNKNOWN
        if column.constant is not None:
            return column.constant
        found = self._words.get(word.casefold())
        if found is None:
            self.doubts.words[word or BLANK_WORD] += 1
            return LicenceStatus.UNKNOWN
        return found

    def _read_licences(self, row: int, cells: Cells) -> tuple[tuple[Licence, ...], str]:
        """The licences of a row, and the tail of another cell that stood before them."""
        if self._nested and not any(cells[header].strip() for header in self._nested):
            return (), ""
        start, odd_start = self._date(row, cells, "valid_from")
        end, odd_end = self._date(row, cells, "valid_to")
        notes = [odd_start, odd_end]
        if start and end and end.last < start.first:
            notes.append("the licence ends before it begins")
        rows, tail, odd = self._licence_cells(row, cells)
        notes.append(odd)
        scope = self._scope(cells)
        found = []
        for values in rows:
            status = self.status_of(values["status"])
            if odd_end or odd:
                # An end that nobody can read must not pass for an open licence, nor a rating of another route for this.
                status = LicenceStatus.UNKNOWN
            said = "; ".join(note for note in (values["rating"], *notes) if note)
            found.append(
                Licence(
                    row=row,
                    status=status,
                    status_word=values["status"] or None,
                    number=values["licence_number"] or None,
                    route=values["route"] or None,
                    scope=scope,
                    valid_from=start,
                    valid_to=end,
                    note=said or None,
                )
            )
            self._check_number(row, values["licence_number"])
        return tuple(found), tail

    def _licence_cells(self, row: int, cells: Cells) -> tuple[list[dict[str, str]], str, str | None]:
        names = ("status", "rating", "licence_number", "route")
        values = {name: self.text(cells, name) for name in names}
        parallel = self.layout.parallel
        if parallel is None:
            return [values], "", None
        lists = {name: [part.strip() for part in values[name].split(parallel.separator)] for name in parallel.columns}
        tail = self._take_overflow(row, lists) if parallel.overflow_of else ""
        length = max(map(len, lists.values()))
        odd = None
        if any(len(items) != length for items in lists.values()):
            self.doubts.unequal += 1
            self.doubts.examples.setdefault("unequal", f"row {row}")
            alone = {name: items for name, items in lists.items() if len(set(items)) == 1}
            for name, items in alone.items():  # "A rating" once for three routes, or three times the same
                lists[name] = items[:1] * length
            length = max((len(items) for name, items in lists.items() if name not in alone), default=1)
            if len({len(items) for name, items in lists.items() if name not in alone}) > 1:
                told = ", ".join(f"{len(items)} of {name}" for name, items in lists.items())
                odd = f"lists of unequal length ({told}): which belongs to which cannot be told"
        return (
            [
                {**values, **{name: items[at] if at < len(items) else "" for name, items in lists.items()}}
                for at in range(length)
            ],
            tail,
            odd,
        )

    def _take_overflow(self, row: int, lists: dict[str, list[str]]) -> str:
        """Removes and returns the first status where it is no status but the end of the cell before."""
        items = lists.get("status", [])
        shortest = min(map(len, lists.values()))
        if len(items) != shortest + 1 or items[0].casefold() in self._words or not items[0]:
            return ""
        self.doubts.overflows += 1
        self.doubts.examples.setdefault("overflow", f"row {row}: {items[0]!r}")
        return items.pop(0)

    def _scope(self, cells: Cells) -> tuple[str, ...]:
        column = self.columns.scope
        if column is None:
            return ()
        said: dict[str, None] = {}
        for header in self._bound(column.from_):
            said.update(dict.fromkeys(cell.parts_of(cells[header], column.split or cell.SCOPE_SPLIT, self.nulls)))
        for header, word in column.flags.items():
            bound = self._header.get(folded_header(header))
            if bound and cell.is_true(cells[bound]):
                said[word] = None
        return tuple(said)

    def _date(self, row: int, cells: Cells, name: str) -> tuple[PartialDate | None, str | None]:
        """The date of a column and, where its text is none, a note that says so."""
        column: DateColumn | None = getattr(self.columns, name)
        word = self.text(cells, name)
        if column is None or not word or word.casefold() in {cell.folded_word(text) for text in column.open}:
            return None, None
        found = read_date(word, column.date, column.serial)
        if found is None:
            self.doubts.dates[name] += 1
            self.doubts.examples.setdefault(name, f"row {row}: {word[:40]!r}")
            return None, f"{name} not understood: {word[:40]!r}"
        return found, None

    def _check_number(self, row: int, number: str) -> None:
        pattern = self.definition.number_pattern
        if pattern and number and not cell.matches_whole(pattern, number):
            self.doubts.numbers += 1
            self.doubts.examples.setdefault("number", f"row {row}: {number[:40]!r}")

    def _debarments(self, row: int, cells: Cells, licences: tuple[Licence, ...]) -> tuple[Debarment, ...]:
        if not self.definition.kind.debars:
            return ()
        reason = self.text(cells, "reason") or None
        if self.definition.kind.licenses:
            return tuple(
                Debarment(row, reason=reason, status_word=licence.status_word, note="no dates given")
                for licence in licences
                if licence.status is LicenceStatus.BARRED
            )
        start, odd_start = self._date(row, cells, "valid_from")
        end, odd_end = self._date(row, cells, "valid_to")
        duration = self.text(cells, "duration") or None
        notes = [odd_start, odd_end]
        if not odd_start and not odd_end:
            notes.append(period_oddity(start, end, duration))
        said = "; ".join(note for note in notes if note) or None
        return (Debarment(row, start, end, duration, reason, self.text(cells, "status") or None, said),)


def _named(column: NameColumn, text: str, kind: NameKind) -> list[Name]:
    if not text or not fold(text):
        return []
    if not column.split_aliases:
        return [Name(text, kind)]
    first, *others = split_names(text) or (Name(text),)
    return [Name(first.text, kind), *others]
