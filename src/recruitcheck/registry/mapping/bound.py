"""A layout's columns bound once to the headers of one file, so that a row is read by plain look-ups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from recruitcheck.registry.column import Columns, TextColumn
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.mapping import cell
from recruitcheck.registry.table import Table

Cells = Mapping[str, str]
_REMEMBERED = 20_000  # cells
_SINGLE = (
    "other_script_name",
    "trading_name",
    "former_name",
    "alias",
    "licence_number",
    "status",
    "rating",
    "route",
    "valid_from",
    "valid_to",
    "duration",
    "reason",
    "address",
    "place",
    "region",
    "postal_code",
    "source_id",
)


@dataclass(slots=True)
class Doubts:
    """What was not understood, counted, with the first example of each."""

    words: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def note(self, kind: str, example: str) -> None:
        """Count one doubt; ``kind`` is the sentence that will follow the number."""
        self.kinds[kind] += 1
        self.examples.setdefault(kind, example)

    def warnings(self) -> list[str]:
        """A sentence for each kind of doubt."""
        return [f"{count:,} {kind}, e.g. {self.examples[kind]}." for kind, count in sorted(self.kinds.items())]


class BoundColumns:
    """The text of each mapped column in a row, blank where the file or the row has none."""

    def __init__(self, definition: Definition, table: Table) -> None:
        self.columns: Columns = table.layout.columns
        self.nulls = cell.null_words(definition.null_words)
        self.header = table.header
        self._actual = {folded_header(text): text for text in reversed(table.header)}
        self._values: dict[str, str] = {}  # of cells met before: words of a state or a place come again and again
        self._single: dict[str, tuple[str, ...]] = {}
        for name in _SINGLE:
            column = getattr(self.columns, name)
            if column is not None and column.headers:
                self._single[name] = self.bound(column.headers)

    def bound(self, headers: tuple[str, ...]) -> tuple[str, ...]:
        """The file's own spelling of these headers, without those that it lacks."""
        found = (self._actual.get(folded_header(text)) for text in headers)
        return tuple(text for text in found if text is not None)

    def bound_pairs(self, columns: Mapping[str, TextColumn]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(label, headers) of columns that are named by the definition."""
        return tuple((label, self.bound(column.headers)) for label, column in columns.items())

    def first(self, cells: Cells, headers: tuple[str, ...]) -> str:
        """The first value that is not blank."""
        for header in headers:
            text = cells[header]
            if text and (value := self._value(text)):
                return value
        return ""

    def _value(self, text: str) -> str:
        found = self._values.get(text)
        if found is None:
            if len(self._values) >= _REMEMBERED:
                self._values.clear()
            found = self._values[text] = cell.value_of(text, self.nulls)
        return found

    def headers(self, name: str) -> tuple[str, ...]:
        """The file's headers that one column of the layout reads, in order."""
        return self._single.get(name, ())

    def text(self, cells: Cells, name: str) -> str:
        """The value of one column of the layout."""
        headers = self._single.get(name)
        return self.first(cells, headers) if headers else ""

    def printed(self, cells: Cells, name: str) -> str:
        """As ``text``, but with its lines and spacing as in the file."""
        headers = self._single.get(name, ())
        return next((cells[header] for header in headers if cell.value_of(cells[header], self.nulls)), "")

    def has(self, name: str) -> bool:
        """Whether the file has a column for it."""
        return bool(self._single.get(name))
