"""Rows that name no agency, and why."""

from __future__ import annotations

from collections.abc import Sequence

from recruitcheck.names import fold, fold_all
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.mapping import cell
from recruitcheck.registry.readers.limits import MAX_NAME_CHARS
from recruitcheck.registry.table import RowBatch, Table


class Screen:
    """Tells rows that name no agency, and why."""

    def __init__(self, definition: Definition, table: Table) -> None:
        self.nulls = cell.null_words(definition.null_words)
        header = {folded_header(text): text for text in reversed(table.header)}
        self.repeated = tuple(folded_header(text) for text in table.header)
        self._opening = table.header[0].strip().casefold()
        self.rules = [
            (
                rule,
                [(header.get(folded_header(name)), cell.folded_word(text)) for name, text in rule.equals.items()],
                [(header.get(folded_header(name)), pattern) for name, pattern in rule.matches.items()],
            )
            for rule in table.layout.not_entries
        ]

    def doubtful(self, batch: RowBatch, names: Sequence[str]) -> Sequence[int]:
        """Indexes of the rows that may be no entries, for ``reason``; quick to say that nearly all are.

        ``names`` are those of all rows, unless some are defect.
        """
        if self.rules or batch.defects or len(names) < len(batch.cells):
            return range(len(batch.cells))
        folded = fold_all(names)
        found = {at for at, text in enumerate(folded) if not text} if "" in folded else set()
        if max(map(len, names), default=0) > MAX_NAME_CHARS:
            found.update(at for at, name in enumerate(names) if len(name) > MAX_NAME_CHARS)
        first = [cells[0] for cells in batch.cells]
        if self._opening in "\n".join(first).casefold():
            found.update(at for at, text in enumerate(first) if text.strip().casefold() == self._opening)
        return sorted(found)

    def reason(self, batch: RowBatch, index: int, name: str) -> str | None:
        """Why the row is no entry; None where it is one. ``name`` is its main name as printed, "" where it has none."""
        if index in batch.defects:
            return batch.defects[index]
        cells = batch.cells[index]
        if not name:
            return "blank row" if not any(map(str.strip, cells)) else "no name"
        if self.rules and (told := self._by_rule(batch.row(index))):
            return told
        if len(name) > MAX_NAME_CHARS:
            return f"the name has {len(name):,} characters; {MAX_NAME_CHARS:,} are allowed"
        if not fold(name):
            return "the name has no letter or digit"
        if cells[0].strip().casefold() == self._opening and self.repeated == tuple(map(folded_header, cells)):
            return "repeated header"
        return None

    def _by_rule(self, cells: dict[str, str]) -> str | None:
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
        return None
