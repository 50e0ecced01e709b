"""XML: the element that repeats is the record; what lies in it becomes columns. No DTD, no entities of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.readers.limits import MAX_CELL_CHARS, MAX_PATHS, MAX_RECORDS_BYTES, MAX_ROWS
from recruitcheck.registry.readers.records import tabulate
from recruitcheck.registry.readers.spreadsheet_xml import ROW_PATH, SpreadsheetXml
from recruitcheck.registry.readers.xml_walk import XmlWalk
from recruitcheck.registry.table import Sheet, Source

Path = tuple[str, ...]


class XmlReader:
    """Reads XML in two passes: which element repeats, then its records. Prefixes of names are dropped."""

    media_type = "application/xml"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """One sheet with a line per record; of a spreadsheet in XML, its worksheets."""
        if source.size > MAX_RECORDS_BYTES:
            raise InputError(
                f"{source.size:,} bytes; XML of up to {MAX_RECORDS_BYTES:,} can be read.",
                where=source.where,
                todo="Ask for the list as CSV.",
            )
        census = _Census(source)
        census.read(options.encoding)
        if ROW_PATH in census.counts and options.records is None:
            book = SpreadsheetXml(source)
            book.read(options.encoding)
            yield from book.sheets(options.sheet)
            return
        path = census.record_path(options.records, warnings)
        harvest = _Harvest(source, path)
        harvest.read(options.encoding)
        yield from tabulate(harvest.records, source, options)


class _Census(XmlWalk):
    """Counts the elements of every path, to find the one that is the record."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.counts: dict[Path, int] = {}
        self.holds: set[Path] = set()  # paths of elements that hold elements or attributes

    def start(self, attributes: dict[str, str]) -> None:
        path = tuple(self.path)
        self.counts[path] = self.counts.get(path, 0) + 1
        if len(self.counts) > MAX_PATHS:
            raise InputError(
                f"the XML has more than {MAX_PATHS:,} kinds of elements: this is no list.",
                where=self.source.where,
                todo="Check that this is the right file.",
            )
        if attributes:
            self.holds.add(path)
        self.holds.add(path[:-1])

    def end(self) -> None:
        return None

    def text(self, text: str) -> None:
        return None

    def record_path(self, declared: str | None, warnings: list[str]) -> Path:
        """The declared path (or last name), else the outermost repeated element under which most of the file lies."""
        if declared:
            steps = tuple(declared.split("."))
            fitting = [path for path in self.counts if path[-len(steps) :] == steps]
            if not fitting:
                raise RegistryError(
                    f"there is no element {declared!r}.",
                    where=self.source.where,
                    todo=f"Correct format.records; elements that repeat: {self._shown()}.",
                )
            return min(fitting, key=lambda path: (len(path), path))
        repeated = [path for path, count in self.counts.items() if count > 1 and path in self.holds]
        outermost = [path for path in repeated if not any(path[:cut] in repeated for cut in range(1, len(path)))]
        if not outermost:
            raise RegistryError(
                "it is not plain which element is the record.",
                where=self.source.where,
                todo="Declare format.records: the path of the element, such as list.agency.",
            )
        best = max(outermost, key=lambda path: (self._weight(path), path))
        warnings.append(f"The records were taken from {'.'.join(best)!r}. Declare format.records in the definition.")
        return best

    def _weight(self, path: Path) -> int:
        return sum(count for other, count in self.counts.items() if other[: len(path)] == path)

    def _shown(self) -> str:
        found = [".".join(path) for path, count in self.counts.items() if count > 1 and path in self.holds]
        return ", ".join(map(repr, found[:8])) or "none"


class _Harvest(XmlWalk):
    """Collects each record as nested values, repeated elements as lists."""

    def __init__(self, source: Source, record: Path) -> None:
        super().__init__(source)
        self.record = record
        self.records: list[Any] = []
        self._open: list[tuple[dict[str, Any], list[str]]] = []

    def start(self, attributes: dict[str, str]) -> None:
        if self._open or tuple(self.path) == self.record:
            self._open.append((dict(attributes), []))

    def text(self, text: str) -> None:
        if self._open:
            self._open[-1][1].append(text)

    def end(self) -> None:
        if not self._open:
            return
        held, texts = self._open.pop()
        text = "".join(texts)[: MAX_CELL_CHARS + 1].strip()
        value: Any = text
        if held:
            value = {**held, "text": text} if text else held
        if self._open:
            outer, name = self._open[-1][0], self.path[-1]
            if name not in outer:
                outer[name] = value
            elif isinstance(outer[name], list):
                outer[name].append(value)
            else:
                outer[name] = [outer[name], value]
            return
        if len(self.records) >= MAX_ROWS:
            raise InputError(
                f"more than {MAX_ROWS:,} records.", where=self.source.where, todo="Check that this is the right file."
            )
        self.records.append(value if isinstance(value, dict) else {"text": value})
