"""Columns that the file does not have: parts of a cell, divided by a pattern, and words for which cells are filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from recruitcheck.registry.definition import Layout
from recruitcheck.registry.layout import folded_header, unique_headers
from recruitcheck.registry.limits import PATTERN_SECONDS
from recruitcheck.registry.table import RowBatch


class Division:
    """Adds the declared columns to a table; the cells that they come from stay as printed.

    What does not fit a pattern stays undivided. A column of ``filled`` holds the word of the first of its headers
    whose cell is not blank: "revoked on" filled means revoked.
    """

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
        self._filled: list[tuple[str, list[tuple[int, str]], str]] = []
        for name, words in layout.filled.items():
            (place,) = unique_headers([*found, name])[len(found) :]
            found.append(place)
            known = [(folded_header(text), word) for text, word in words.items() if text]
            sources = [(header.index(self._actual[text]), word) for text, word in known if text in self._actual]
            self._filled.append((place, sources, words.get("", "")))
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
        return replace(batch, header=self.header, cells=cells, odd=odd)

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
        for place, sources, otherwise in self._filled:
            words = (word for source, word in sources if source < len(row) and row[source].strip())
            told[place] = next(words, otherwise)
        return list(told.values())
