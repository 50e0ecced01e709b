"""Cells that hold several columns ("name, position, telephone"), divided by a declared pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from recruitcheck.model.list_batch import BETWEEN
from recruitcheck.registry.definition import Layout
from recruitcheck.registry.layout import folded_header, unique_headers
from recruitcheck.registry.readers.limits import PATTERN_SECONDS
from recruitcheck.registry.table import RowBatch


class Division:
    """Adds the declared columns to a table; the divided cell stays as printed. What does not fit stays undivided."""

    def __init__(self, layout: Layout, header: tuple[str, ...]) -> None:
        self._actual = {folded_header(text): text for text in reversed(header)}
        self._parts: list[tuple[int, regex.Pattern[str], dict[str, str]]] = []
        found = list(header)
        for name, text in layout.divide.items():
            pattern = regex.compile(text)
            places = unique_headers([*found, *pattern.groupindex])[len(found) :]
            found.extend(places)
            if folded_header(name) in self._actual:
                parts = dict(zip(pattern.groupindex, places, strict=True))
                self._parts.append((header.index(self._actual[folded_header(name)]), pattern, parts))
        self.header = tuple(found)
        self._added = self.header[len(header) :]

    def divided(self, batches: Iterator[RowBatch]) -> Iterator[RowBatch]:
        """The rows with the parts of their cells."""
        if not self._added:
            return batches
        return map(self._batch, batches)

    def _batch(self, batch: RowBatch) -> RowBatch:
        cells = [[*row, *self._told(row)] for row in batch.cells]
        odd = {index: {**row, **dict.fromkeys(self._added, "")} for index, row in batch.odd.items()}
        return replace(batch, header=self.header, cells=cells, odd=odd, lines=list(map(BETWEEN.join, cells)))

    def _told(self, row: list[str]) -> list[str]:
        told = dict.fromkeys(self._added, "")
        for source, pattern, parts in self._parts:
            try:
                found = pattern.search(row[source], timeout=PATTERN_SECONDS) if source < len(row) else None
            except TimeoutError:
                continue
            if found:
                for group, place in parts.items():
                    told[place] = found.group(group) or ""
        return list(told.values())
