"""Cells that hold several columns ("name, position, telephone"), divided by a declared pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from recruitcheck.registry.definition import Layout
from recruitcheck.registry.layout import folded_header, unique_headers
from recruitcheck.registry.limits import PATTERN_SECONDS
from recruitcheck.registry.table import Row


class Division:
    """Adds the declared columns to a table; the divided cell stays as printed. What does not fit stays undivided."""

    def __init__(self, layout: Layout, header: tuple[str, ...]) -> None:
        self._actual = {folded_header(text): text for text in reversed(header)}
        self._parts: list[tuple[str, regex.Pattern[str], dict[str, str]]] = []
        found = list(header)
        for name, text in layout.divide.items():
            pattern = regex.compile(text)
            places = unique_headers([*found, *pattern.groupindex])[len(found) :]
            found.extend(places)
            if folded_header(name) in self._actual:
                parts = dict(zip(pattern.groupindex, places, strict=True))
                self._parts.append((self._actual[folded_header(name)], pattern, parts))
        self.header = tuple(found)
        self._added = self.header[len(header) :]

    def divided(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows with the parts of their cells."""
        if not self._added:
            return rows
        return map(self._row, rows)

    def _row(self, row: Row) -> Row:
        cells = {**row.cells, **dict.fromkeys(self._added, "")}
        for source, pattern, parts in self._parts:
            try:
                found = pattern.search(cells.get(source, ""), timeout=PATTERN_SECONDS)
            except TimeoutError:
                continue
            if found:
                for group, place in parts.items():
                    cells[place] = found.group(group) or ""
        return replace(row, cells=cells)
