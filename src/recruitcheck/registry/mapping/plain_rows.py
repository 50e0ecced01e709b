"""The common rows of a list read column by column: one firm, one name, at most one licence, nothing in doubt.

``listing`` and ``permission`` say what a row means; this is the same, faster, for the rows where nothing is special.
Every row that it does not take is theirs. A test compares the two on random rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import repeat
from operator import le

import regex

from recruitcheck.model import ADDRESS_FIELDS, LicenceStatus, PlainEntries
from recruitcheck.model.printable import is_unescaped
from recruitcheck.names import split_names
from recruitcheck.registry.column import DateColumn, ListColumn
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.mapping import cell
from recruitcheck.registry.mapping.day import read_date
from recruitcheck.registry.mapping.firms import MAX_KEY_CHARS, key_of, keys_of
from recruitcheck.registry.mapping.listing import ListingReader
from recruitcheck.registry.mapping.permission import BLANK_WORD
from recruitcheck.registry.mapping.text_columns import (
    Remembered,
    SplitColumn,
    Writing,
    are_mails,
    are_phones,
    cleaned,
    is_mail,
    is_phone,
)
from recruitcheck.registry.readers.limits import PATTERN_SECONDS
from recruitcheck.registry.table import RowBatch, Table

_LISTS: tuple[tuple[str, str, str, Callable[[str], bool] | None, Callable[[Sequence[str]], bool]], ...] = (
    ("phones", "phone", cell.PHONE_SPLIT, is_phone, are_phones),
    ("emails", "email", cell.EMAIL_SPLIT, is_mail, are_mails),
    ("websites", "website", cell.WEBSITE_SPLIT, None, all),
)
_OTHER_NAMES = ("other_script_name", "trading_name", "former_name", "alias")
_ODD = "\0"  # the value of a cell that the slower reading must see
_NO_PAIRS: tuple[tuple[str, str], ...] = ()
Column = Sequence[str]


class Frame:
    """Some rows of a batch as columns. ``writing``: how the cells of the batch are written."""

    def __init__(self, batch: RowBatch, indexes: list[int], writing: Writing) -> None:
        self.batch, self.indexes, self.writing = batch, indexes, writing
        rows = batch.cells if len(indexes) == len(batch.cells) else [batch.cells[index] for index in indexes]
        self.columns: list[tuple[str, ...]] = list(zip(*rows, strict=True))
        self._cleaned: dict[int, Column] = {}

    def cleaned(self, place: int, nulls: frozenset[str]) -> Column:
        """``cell.value_of`` of each cell of a column; a column is asked for by several readers."""
        found = self._cleaned.get(place)
        if found is None:
            found = self._cleaned[place] = cleaned(self.columns[place], nulls, clean=self.writing.clean)
        return found

    def narrowed(self, indexes: list[int]) -> Frame:
        """The same with some of the rows only."""
        return self if len(indexes) == len(self.indexes) else Frame(self.batch, indexes, self.writing)

    @property
    def numbers(self) -> list[int]:
        """The numbers of its rows."""
        first = self.batch.first
        if len(self.indexes) == len(self.batch.cells):
            return list(range(first, first + len(self.indexes)))
        return [first + index for index in self.indexes]


class PlainRows:
    """Takes the plain rows of batches of one table."""

    def __init__(self, definition: Definition, table: Table, reader: ListingReader) -> None:
        self.definition, self.reader = definition, reader
        self.columns = table.layout.columns
        self._parallel = table.layout.parallel
        self.nulls = reader.bound.nulls
        self._place = {text: at for at, text in enumerate(table.header)}
        self.usable = self._is_usable(table)
        self._dates = {
            name: Remembered(self._date_reader(name))
            for name in ("valid_from", "valid_to")
            if getattr(self.columns, name) is not None
        }
        self._status = Remembered(self._status_of)
        self._country = Remembered(self._country_of)
        self._lists = {
            field: SplitColumn(column.split or usual, usual, self.nulls, keep, keeps)
            for field, name, usual, keep, keeps in _LISTS
            if isinstance(column := getattr(self.columns, name), ListColumn)
        }
        pattern = definition.number_pattern
        self._number = regex.compile(pattern) if pattern else None

    def _is_usable(self, table: Table) -> bool:
        columns = self.columns
        dates = [column for column in (columns.valid_from, columns.valid_to) if column is not None]
        licences = self.definition.format.licences
        return not (
            self.definition.kind.debars
            or columns.name.split
            or columns.name.join
            or any(column.periods or column.part for column in dates)
            or (licences and any(text.startswith(f"{licences}.") for text in table.header))
        )

    # Columns ---------------------------------------------------------------------------------------------------

    def _first(self, frame: Frame, headers: Sequence[str]) -> Column | None:
        """The first value of each row that is not blank; None where the file has no such column."""
        if not headers:
            return None
        found = frame.cleaned(self._place[headers[0]], self.nulls)
        for header in headers[1:]:
            if "" not in found:
                break
            other = frame.cleaned(self._place[header], self.nulls)
            found = [text or spare for text, spare in zip(found, other, strict=True)]
        return found

    def text(self, frame: Frame, name: str) -> Column | None:
        """The values of one column of the layout."""
        return self._first(frame, self.reader.bound.headers(name))

    def names(self, frame: Frame) -> Column:
        """The main name of each row as printed, "" where a row has none."""
        if not frame.indexes:
            return ()
        if self.columns.name.split or self.columns.name.join:
            return [self.reader.printed_name(frame.batch.row(index)) for index in frame.indexes]
        found = self._first(frame, self.reader.bound.bound(self.columns.name.from_))
        return found if found is not None else [""] * len(frame.indexes)

    def keys(self, frame: Frame, printed: Sequence[str]) -> list[str]:
        """The key of each row."""
        if not frame.indexes:
            return []
        identity = self.definition.identity
        told = [self._identity(frame, name, printed) for name in identity]
        if identity == ("licence_number",) and _are_digits(told[0]):
            keys = [number.lstrip("0") for number in told[0]]  # as normal_number would have it
            if all(keys) and max(map(len, told[0])) <= MAX_KEY_CHARS:
                return keys
        folded = keys_of(self.definition, told)
        if folded is not None:
            return folded
        places = self.text(frame, "place") or [""] * len(printed)
        return [
            key_of(self.definition, values, name, place)
            for values, name, place in zip(zip(*told, strict=True), printed, places, strict=True)
        ]

    def _identity(self, frame: Frame, name: str, printed: Sequence[str]) -> Column:
        found: Column | None
        if name == "name":
            return printed
        if name == "country":
            found = self._countries(frame)
            return [""] * len(printed) if found is None else ["" if text == _ODD else text for text in found]
        if name.startswith("other_ids."):
            headers = self.columns.other_ids[name.removeprefix("other_ids.")].headers
            found = self._first(frame, self.reader.bound.bound(headers))
        else:
            found = self.text(frame, name)
        return [""] * len(printed) if found is None else found

    def _date_reader(self, name: str) -> Callable[[str], str]:
        column: DateColumn = getattr(self.columns, name)
        opens = frozenset(cell.folded_word(word) for word in column.open)

        def read(text: str) -> str:
            if not text or text.casefold() in opens:
                return ""
            found = read_date(text, column.date, column.serial, column.months)
            return found.text if found else _ODD

        return read

    def _status_of(self, word: str) -> str:
        known = self.reader.permissions.known_status(word)
        return known.value if known else _ODD

    def _country_of(self, word: str) -> str:
        known = self.reader.known_country(word)
        return _ODD if known is None and word else known or ""

    # Rows ------------------------------------------------------------------------------------------------------

    def take(self, frame: Frame, printed: Sequence[str], keys: Sequence[str]) -> tuple[PlainEntries, list[int]]:
        """The plain rows among those of a frame, and the places of the others in it."""
        if not self.usable or not frame.indexes:
            return PlainEntries(), list(range(len(frame.indexes)))
        odd: set[int] = set()
        result = PlainEntries(
            rows=frame.numbers,
            keys=list(keys),
            names=self._one_name(frame, printed, odd),
            source_ids=_listed(self.text(frame, "source_id")),
            address=self._address(frame, odd),
            lists=self._several(frame),
            licensed=self.reader.permissions.licenses,
        )
        # Every other text is part of a cell as it stands, or a date, a country or a state.
        result.unescaped = frame.writing.unescaped and (
            not self.columns.name.split_aliases or is_unescaped("".join(result.names))
        )
        if result.licensed:
            self._licences(frame, result, odd)
        if odd:
            result = _without(result, odd)
        if result.licensed:
            self._count_unmapped(result)
        return result, sorted(odd)

    def _one_name(self, frame: Frame, printed: Sequence[str], odd: set[int]) -> list[str]:
        for name in _OTHER_NAMES:
            others = self.text(frame, name)
            if others is not None and any(others):
                odd.update(at for at, text in enumerate(others) if text)
        if not self.columns.name.split_aliases:
            return list(printed)
        result = []
        for at, text in enumerate(printed):
            found = split_names(text) if at not in odd else ()
            if len(found) != 1:
                odd.add(at)
            result.append(found[0].text if found else text)
        return result

    def _address(self, frame: Frame, odd: set[int]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for field, name in zip(ADDRESS_FIELDS[:4], ("address", "place", "region", "postal_code"), strict=True):
            column = self.text(frame, name)
            if column is not None:
                found[field] = list(column)
        country = self._countries(frame)
        if country is not None:
            _note_odd(country, odd)
            found["country"] = country
        return found

    def _countries(self, frame: Frame) -> list[str] | None:
        country = self.columns.country
        if country is None:
            return None
        if country.constant:
            return [country.constant] * len(frame.indexes)
        words = self._first(frame, self.reader.bound.bound(country.headers))
        return None if words is None else self._country.all(words)

    def _several(self, frame: Frame) -> dict[str, list[tuple[str, ...]] | list[tuple[tuple[str, str], ...]]]:
        found: dict[str, list[tuple[str, ...]] | list[tuple[tuple[str, str], ...]]] = {}
        for field, name, *_ in _LISTS:
            if field not in self._lists:
                continue
            headers = self.reader.bound.bound(getattr(self.columns, name).headers)
            places = [self._place[header] for header in headers]
            parts = [
                self._lists[field].values(frame.columns[place], frame.cleaned(place, self.nulls)) for place in places
            ]
            if len(parts) == 1:
                found[field] = parts[0]
            elif parts:
                found[field] = [tuple(dict.fromkeys(sum(row, ()))) for row in zip(*parts, strict=True)]
        for field, pairs in (("other_ids", self.columns.other_ids), ("extra", self.columns.extra)):
            told = [
                list(zip(repeat(label), column))
                if all(column)
                else [(label, text) if text else None for text in column]
                for label, headers in self.reader.bound.bound_pairs(pairs)
                if (column := self._first(frame, headers)) is not None
            ]
            if len(told) == 1:
                one = told[0]
                found[field] = [(pair,) if pair else _NO_PAIRS for pair in one]
            elif told:
                found[field] = [tuple(pair for pair in row if pair) for row in zip(*told, strict=True)]
        return found

    def _licences(self, frame: Frame, result: PlainEntries, odd: set[int]) -> None:
        count = len(frame.indexes)
        licence = result.licence
        constant = self.reader.permissions.constant_status
        word = self.text(frame, "status")
        if constant is None:
            licence["status"] = self._status.all(word if word is not None else [""] * count)
        else:
            licence["status"] = [constant.value] * count
        for field, name in (("status_word", "status"), ("number", "licence_number"), ("route", "route")):
            column = word if name == "status" else self.text(frame, name)
            if column is not None:
                licence[field] = list(column)
        result.scope = self._scope(frame)
        for name, dates in self._dates.items():
            column = self.text(frame, name)
            if column is not None:
                licence[name] = dates.all(column)
                _note_odd(licence[name], odd)
        if "valid_from" in licence and "valid_to" in licence:
            # A date less exact than the other is compared as far as it goes.
            pairs = list(zip(licence["valid_from"], licence["valid_to"], strict=True))
            if not all(map(le, licence["valid_from"], licence["valid_to"])):
                odd.update(
                    at
                    for at, (start, end) in enumerate(pairs)
                    if start and end and end[: len(start)] < start[: len(end)]
                )
        rating = self.text(frame, "rating")
        if rating is not None:
            licence["note"] = list(rating)
        self._note_divided(frame, odd)
        if self._number is not None and "number" in licence:
            odd.update(at for at, number in enumerate(licence["number"]) if number and not self._fits(number))

    def _note_divided(self, frame: Frame, odd: set[int]) -> None:
        """Rows whose cells hold several licences side by side."""
        if self._parallel is None:
            return
        separator = self._parallel.separator
        for name in self._parallel.columns:
            column = self.text(frame, name) or ()
            if separator in "\n".join(column):
                odd.update(at for at, text in enumerate(column) if separator in text)

    def _fits(self, number: str) -> bool:
        assert self._number is not None
        try:
            return self._number.fullmatch(number, timeout=PATTERN_SECONDS) is not None
        except TimeoutError:
            return False

    def _scope(self, frame: Frame) -> list[tuple[str, ...]] | None:
        headers = self.reader.permissions.scope_headers
        if not headers:
            return None
        known: dict[tuple[str, ...], tuple[str, ...]] = {}
        told = list(zip(*(frame.columns[self._place[header]] for header in headers), strict=True))
        for row in set(told):
            known[row] = self.reader.permissions.scope(dict(zip(headers, row, strict=True)))
        return [known[row] for row in told]

    def _count_unmapped(self, result: PlainEntries) -> None:
        status = result.licence["status"]
        if _ODD not in status:
            return
        words = result.licence.get("status_word") or [""] * len(status)
        unmapped = Counter(word for word, norm in zip(words, status, strict=True) if norm == _ODD)
        for word, count in unmapped.items():
            self.reader.doubts.words[word or BLANK_WORD] += count
        result.licence["status"] = [LicenceStatus.UNKNOWN.value if norm == _ODD else norm for norm in status]


def _are_digits(texts: Column) -> bool:
    """Whether each is written in digits 0 to 9 only."""
    joined = "".join(texts)
    return joined.isdigit() and joined.isascii() and all(texts)


def _labelled(label: str, column: Column) -> Sequence[tuple[str, str] | None]:
    if all(column):
        return list(zip(repeat(label), column, strict=False))
    return [(label, text) if text else None for text in column]


def _listed(column: Column | None) -> list[str] | None:
    return None if column is None else list(column)


def _note_odd(column: list[str], odd: set[int]) -> None:
    if _ODD in column:
        odd.update(at for at, text in enumerate(column) if text == _ODD)


def _without(plain: PlainEntries, odd: set[int]) -> PlainEntries:
    """The entries without those at some places."""
    kept = [at for at in range(len(plain.rows)) if at not in odd]

    def chosen(column: list) -> list:  # type: ignore[type-arg]
        return [column[at] for at in kept]

    return PlainEntries(
        rows=chosen(plain.rows),
        keys=chosen(plain.keys),
        names=chosen(plain.names),
        source_ids=None if plain.source_ids is None else chosen(plain.source_ids),
        address={name: chosen(column) for name, column in plain.address.items()},
        lists={name: chosen(column) for name, column in plain.lists.items()},
        licensed=plain.licensed,
        licence={name: chosen(column) for name, column in plain.licence.items()},
        scope=None if plain.scope is None else chosen(plain.scope),
        unescaped=plain.unescaped,
    )
