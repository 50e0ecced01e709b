"""What one row of a list says about one firm, before rows of the same firm are put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from recruitcheck.model import Address, Debarment, Licence, Name, NameKind
from recruitcheck.names import fold, split_names
from recruitcheck.registry.column import ListColumn, NameColumn
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.mapping import cell
from recruitcheck.registry.mapping.bound import BoundColumns, Cells, Doubts
from recruitcheck.registry.mapping.permission import PermissionReader
from recruitcheck.registry.mapping.text_columns import is_mail, is_phone
from recruitcheck.registry.table import Table

CACHED_NAMES = 20_000
MAX_NAMES = 200  # of one kind in one row
_OTHER_NAMES = (
    ("other_script_name", NameKind.OTHER_SCRIPT),
    ("trading_name", NameKind.TRADING),
    ("former_name", NameKind.FORMER),
    ("alias", NameKind.ALIAS),
)
_Pairs = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Listing:
    """One row, understood. ``identity``: the cleaned values of the identity columns."""

    row: int
    printed_name: str
    names: tuple[Name, ...]
    identity: tuple[str, ...]
    cells: Cells
    source_id: str
    address: Address | None
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    websites: tuple[str, ...]
    other_ids: _Pairs
    licences: tuple[Licence, ...]
    debarments: tuple[Debarment, ...]
    extra: _Pairs


class ListingReader:
    """Reads the rows of one table."""

    def __init__(self, definition: Definition, table: Table) -> None:
        self.identity = definition.identity
        self.doubts = Doubts()
        bound = self.bound = BoundColumns(definition, table)
        columns = self.columns = table.layout.columns
        self.permissions = PermissionReader(definition, bound, table.layout.parallel, self.doubts)
        ids = bound.bound(columns.source_id.headers) if columns.source_id else ()
        self._content = tuple(text for text in table.header if text not in ids)
        self._name_from, self._name_join = bound.bound(columns.name.from_), bound.bound(columns.name.join)
        self._lists = {
            name: (bound.bound(column.headers), column.split or split)
            for name, split in (
                ("phone", cell.PHONE_SPLIT),
                ("email", cell.EMAIL_SPLIT),
                ("website", cell.WEBSITE_SPLIT),
            )
            if isinstance(column := getattr(columns, name), ListColumn)
        }
        self._other_ids = bound.bound_pairs(columns.other_ids)
        self._extra = bound.bound_pairs(columns.extra)
        country = columns.country
        self._country_from = bound.bound(country.headers) if country else ()
        self._country_words: Mapping[str, str] = (
            {cell.folded_word(word): code for word, code in country.words.items()} if country else {}
        )
        self._others = tuple((name, kind) for name, kind in _OTHER_NAMES if bound.has(name))
        self._splits = {name: bool(getattr(columns, name).split) for name, _ in self._others}
        self._names_of: dict[tuple[str, ...], tuple[Name, ...]] = {}

    def printed_name(self, cells: Cells) -> str:
        """The main name as printed, its spacing set right; "" where the row has none."""
        found = self.bound.first(cells, self._name_from)
        if found and self.columns.name.split:
            printed = next(
                cells[header] for header in self._name_from if cell.value_of(cells[header], self.bound.nulls)
            )
            found = next(iter(cell.parts_of(printed, self.columns.name.split, self.bound.nulls)), "")
        if not found and self._name_join:
            parts = (cell.value_of(cells[header], self.bound.nulls) for header in self._name_join)
            found = " ".join(part for part in parts if part)
        return found

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """While it lasts, doubts are not counted: the row was read before."""
        doubts = self.doubts
        self.doubts = self.permissions.doubts = Doubts()
        try:
            yield
        finally:
            self.doubts = self.permissions.doubts = doubts

    def content_of(self, listing: Listing) -> tuple[str, ...]:
        """Every cell of a row but its id: equal contents are one row printed twice."""
        return tuple([listing.cells[text] for text in self._content])

    def listing(self, row: int, cells: Cells, printed_name: str) -> Listing:
        """One row, understood as far as it can be."""
        permissions = self.permissions.read(row, cells)
        extra = self._labelled(cells, self._extra)
        if permissions.tail:
            extra = (*extra, ("cut from the cell before", permissions.tail))
        address = self._address(cells)
        other_ids = self._labelled(cells, self._other_ids)
        return Listing(
            row=row,
            printed_name=printed_name,
            names=self._names(cells, printed_name),
            identity=tuple(self._identity(cells, name, printed_name, address, other_ids) for name in self.identity),
            cells=cells,
            source_id=self.bound.text(cells, "source_id"),
            address=address,
            phones=tuple(filter(is_phone, self._several(cells, "phone"))),
            emails=tuple(filter(is_mail, self._several(cells, "email"))),
            websites=self._several(cells, "website"),
            other_ids=other_ids,
            licences=permissions.licences,
            debarments=permissions.debarments,
            extra=extra,
        )

    def _identity(self, cells: Cells, name: str, printed: str, address: Address | None, other_ids: _Pairs) -> str:
        if name == "name":
            return printed
        if name == "country":
            return (address.country if address else None) or ""
        if name.startswith("other_ids."):
            return dict(other_ids).get(name.removeprefix("other_ids."), "")
        return self.bound.text(cells, name)

    def _names(self, cells: Cells, printed_name: str) -> tuple[Name, ...]:
        # Where a cell holds several names, its lines are needed as they stand.
        texts = (
            printed_name,
            *((self.bound.printed if self._splits[name] else self.bound.text)(cells, name) for name, _ in self._others),
        )
        known = self._names_of.get(texts)
        if known is None:
            found = _named(self.columns.name, printed_name, NameKind.REGISTERED)
            for text, (name, kind) in zip(texts[1:], self._others, strict=True):
                column: NameColumn = getattr(self.columns, name)
                parts = cell.parts_of(text, column.split, self.bound.nulls) if column.split else (text,)
                for part in parts[:MAX_NAMES]:
                    found.extend(_named(column, part, kind))
            kept: dict[str, Name] = {}
            for each in found:
                kept.setdefault(each.text.casefold(), each)
            if len(self._names_of) >= CACHED_NAMES:
                self._names_of.clear()  # rows of one firm mostly stand together
            known = self._names_of[texts] = tuple(kept.values())
        return known

    def _labelled(self, cells: Cells, columns: tuple[tuple[str, tuple[str, ...]], ...]) -> _Pairs:
        if not columns:
            return ()
        pairs = ((label, self.bound.first(cells, headers)) for label, headers in columns)
        return tuple((label, value) for label, value in pairs if value)

    def _several(self, cells: Cells, name: str) -> tuple[str, ...]:
        known = self._lists.get(name)
        if known is None:
            return ()
        headers, split = known
        found: dict[str, None] = {}
        for header in headers:
            text = cells[header]
            if text and not text.isspace():
                found.update(dict.fromkeys(cell.parts_of(text, split, self.bound.nulls)))
        return tuple(found)

    def _address(self, cells: Cells) -> Address | None:
        text, place, region, code = (
            self.bound.text(cells, name) or None for name in ("address", "place", "region", "postal_code")
        )
        country = self._country(cells)
        if text or place or region or code or country:
            return Address(text, place, region, code, country)
        return None

    def _country(self, cells: Cells) -> str | None:
        column = self.columns.country
        if column is None or column.constant:
            return column.constant if column else None
        word = self.bound.first(cells, self._country_from)
        code = self.known_country(word)
        if code is None and word:
            self.doubts.note("country words are not mapped", repr(word[:40]))
        return code

    def known_country(self, word: str) -> str | None:
        """The code of a mapped country word, or the word itself where it is written as a code."""
        code = self._country_words.get(word.casefold())
        return word if code is None and len(word) == 2 and word.isascii() and word.isupper() else code


def _named(column: NameColumn, text: str, kind: NameKind) -> list[Name]:
    if not text or not fold(text):
        return []
    if not column.split_aliases:
        return [Name(text, kind)]
    first, *others = split_names(text) or (Name(text),)
    # "(FORMERLY A": a name cut to one letter would resemble everything.
    return [Name(first.text, kind), *(name for name in others if len(fold(name.text)) > 1)]
