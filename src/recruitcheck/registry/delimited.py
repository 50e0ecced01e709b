"""CSV and its relatives: any delimiter, quoting and encoding, read line by line."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.encoding import find_encoding, looks_binary
from recruitcheck.registry.limits import MAX_LINE_CHARS, MAX_ROW_CHARS
from recruitcheck.registry.table import Line, Sheet, Source

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 60


class DelimitedReader:
    """Reads delimited text. Empty lines are no rows; NUL characters are dropped and counted."""

    media_type = "text/csv"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """One sheet: the file."""
        if looks_binary(source.head):
            raise InputError(
                "this is a binary file, not a list.",
                where=source.where,
                todo="Give the list as a spreadsheet, CSV, JSON or PDF.",
            )
        encoding = find_encoding(source, options.encoding, warnings)
        delimiter = options.delimiter or sniff_delimiter(_sample(source, encoding), source.known_headers)
        yield Sheet("", _lines(source, encoding, delimiter, warnings))


def sniff_delimiter(sample: list[str], known_headers: frozenset[str]) -> str:
    """The delimiter under which most known headers stand in one line; else the most regular one."""

    def merit(delimiter: str) -> tuple[int, int, int]:
        try:
            rows = [row for row in csv.reader(sample, delimiter=delimiter) if row]
        except csv.Error:
            return (0, 0, 0)
        heads = max((len({cell.strip().casefold() for cell in row} & known_headers) for row in rows), default=0)
        width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
        return (heads, count if width > 1 else 0, width)

    return max(DELIMITERS, key=merit)  # the first of equals


def _sample(source: Source, encoding: str) -> list[str]:
    with source.path.open(encoding=encoding, errors="replace", newline="") as file:
        return [file.readline(MAX_LINE_CHARS).replace("\0", "") for _ in range(SAMPLE_LINES)]


class _Feed:
    """Gives the csv module its lines and remembers those of the row in hand, to tell where a file is cut."""

    def __init__(self, file: TextIO, where: str) -> None:
        self.file, self.where = file, where
        self.line, self.nulls = 0, 0
        self.pending: list[str] = []
        self.held = 0
        self.first_pending = 1

    def __iter__(self) -> Iterator[str]:
        while True:
            try:
                text = self.file.readline(MAX_LINE_CHARS)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"line {self.line + 1} or soon after is not {error.encoding}.",
                    where=self.where,
                    todo="Correct format.encoding in the definition, or save the file as UTF-8.",
                ) from error
            if not text:
                return
            if len(text) >= MAX_LINE_CHARS:
                raise InputError(
                    f"line {self.line + 1} has more than {MAX_LINE_CHARS:,} characters: this is no table.",
                    where=self.where,
                    todo="Check that this is the right file.",
                )
            self.line += 1
            if "\0" in text:
                self.nulls += text.count("\0")
                text = text.replace("\0", "")
            self.pending.append(text)
            self.held += len(text)
            if self.held > MAX_ROW_CHARS:  # not csv.field_size_limit: that one is shared by the whole program
                raise never_ends(self.first_pending, self.where)
            yield text

    def take(self) -> int:
        """The row in hand is complete: the line on which it began."""
        began = self.first_pending
        self.pending.clear()
        self.held = 0
        self.first_pending = self.line + 1
        return began


def _lines(source: Source, encoding: str, delimiter: str, warnings: list[str]) -> Iterator[Line]:
    with source.path.open(encoding=encoding, newline="") as file:
        feed = _Feed(file, source.where)
        rows = csv.reader(feed, delimiter=delimiter)
        width = 0
        while True:
            try:
                cells = next(rows, None)
            except csv.Error as error:
                raise _unreadable(feed, source, error) from error
            if cells is None:
                break
            # Only the last row can end inside a quote: the csv module closes it silently at the end of the file.
            if len(feed.pending) > 1 and sum(text.count('"') for text in feed.pending) % 2:
                raise _unreadable(feed, source, None)
            unended = not feed.pending[-1].endswith(("\n", "\r"))
            if unended and '"' in feed.pending[-1] and _ends_in_quote(feed.pending[-1], delimiter):
                raise _unreadable(feed, source, None)
            place = feed.take()
            if unended and len(cells) < width:
                warnings.append(f"The last row (line {place}) is short and has no line end: this copy may be cut.")
            width = len(cells)
            if cells:
                yield Line(place, cells)
    if feed.nulls:
        warnings.append(f"{feed.nulls:,} NUL characters were dropped.")


def _ends_in_quote(text: str, delimiter: str) -> bool:
    try:
        list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _unreadable(feed: _Feed, source: Source, error: csv.Error | None) -> InputError:
    began = feed.first_pending
    if error is not None and "field" not in str(error):
        return InputError(f"line {began}: not readable as a table ({error}).", where=source.where, todo="Repair it.")
    return never_ends(began, source.where)


def never_ends(line: int, where: str) -> InputError:
    """The error for a quote that is opened and not closed."""
    return InputError(
        f"a quoted cell that begins near line {line} never ends: this copy is cut or its quoting is broken.",
        where=where,
        todo="Get the whole file again.",
    )
