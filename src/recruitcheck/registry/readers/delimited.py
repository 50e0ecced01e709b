"""CSV and its relatives: any delimiter, quoting and encoding, read line by line."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from functools import partial
from io import StringIO
from itertools import chain, repeat
from typing import TextIO

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.readers.encoding import find_encoding, looks_binary
from recruitcheck.registry.readers.limits import MAX_LINE_CHARS, MAX_ROW_CHARS
from recruitcheck.registry.table import Line, Sheet, Source

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 60
BLOCK_CHARS = 256 * 1024  # read at once
_MANY_QUOTED = 2  # where one line of so many holds a quote, the csv module reads them all
_AFTER = "-"  # a line of its own unless a quote is open before it
_line = partial(tuple.__new__, Line)  # of (place, cells)


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
        rows = _lines(source, encoding, delimiter, warnings, padded=options.short_rows == "pad")
        yield Sheet("", chain.from_iterable(rows))


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
    """Gives the csv module the lines of a file, read block by block, and tells where a row began.

    Lines end at CR, LF or both, as the csv module wants them; so ``str.splitlines`` would find too many.
    """

    def __init__(self, file: TextIO, where: str) -> None:
        self.file, self.where = file, where
        self.line, self.nulls = 0, 0
        self.began = 1  # the line on which the row in hand began
        self.tail: list[str] = []  # lines since then, and some before: enough to look at the last row again

    def last_row(self) -> list[str]:
        """The lines of the row in hand."""
        return self.tail[self.began - 1 - self.line :] if self.began <= self.line else []

    def blocks(self) -> Iterator[list[str]]:
        """Every line with its end, many at a time."""
        rest = ""
        while True:
            text = self._read()
            if "\0" in text:
                self.nulls += text.count("\0")
                text = text.replace("\0", "")
            whole, rest = _whole_lines(rest + text) if text else (rest, "")
            if len(rest) >= MAX_LINE_CHARS:
                raise self._too_long(whole.count("\n") + 1)
            lines = list(StringIO(whole, newline=""))
            if max(map(len, lines), default=0) >= MAX_LINE_CHARS:
                raise self._too_long(1 + next(at for at, line in enumerate(lines) if len(line) >= MAX_LINE_CHARS))
            if lines:
                self._keep(lines)
                yield lines
            if not text:
                return

    def _read(self) -> str:
        try:
            return self.file.read(BLOCK_CHARS)
        except UnicodeDecodeError as error:
            raise InputError(
                f"line {self.line + 1} or soon after is not {error.encoding}.",
                where=self.where,
                todo="Correct format.encoding in the definition, or save the file as UTF-8.",
            ) from error

    def _keep(self, lines: list[str]) -> None:
        # Asked for more, the csv module has a row in hand: its lines so far must stay within bounds.
        held = self.last_row() if self.began <= self.line else []
        if sum(map(len, held)) > MAX_ROW_CHARS:  # not csv.field_size_limit: that one is shared by the whole program
            raise never_ends(self.began, self.where)
        self.tail = [*held, *lines]
        self.line += len(lines)

    def _too_long(self, ahead: int) -> InputError:
        return InputError(
            f"line {self.line + ahead} has more than {MAX_LINE_CHARS:,} characters: this is no table.",
            where=self.where,
            todo="Check that this is the right file.",
        )


def _whole_lines(text: str) -> tuple[str, str]:
    """What ends with a line end, and the rest. A CR at the very end may be half of one."""
    at = text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1
    return text[:at], text[at:]


def _lines(source: Source, encoding: str, delimiter: str, warnings: list[str], *, padded: bool) -> Iterator[list[Line]]:
    """The rows, many at a time; the row before is told only now, because of the last one more must be asked."""
    with source.path.open(encoding=encoding, newline="") as file:
        feed = _Feed(file, source.where)
        width, last = 0, Line(0, [])
        try:
            for rows in _rows(feed, delimiter):
                rows.insert(0, last)
                last = rows.pop()
                if told := [row for row in rows if row.cells]:
                    yield told
                    width = len(told[-1].cells)
        except csv.Error as error:
            raise _unreadable(feed, source, error) from error
        if last.place:
            feed.began = last.place
            _check_quotes(feed, source, delimiter)
            _check_width(feed, source, last, width, padded, warnings)
            if last.cells:
                yield [last]
    if feed.nulls:
        warnings.append(f"{feed.nulls:,} NUL characters were dropped.")


def _rows(feed: _Feed, delimiter: str) -> Iterator[list[Line]]:
    """Block by block as long as each row is one line; from the first that is not, row by row."""
    blocks = feed.blocks()
    for lines in blocks:
        first = feed.line - len(lines) + 1
        cells = _row_each(lines, delimiter)
        if cells is None:
            feed.began = first
            yield from _row_by_row(feed, chain(lines, chain.from_iterable(blocks)), delimiter)
            return
        feed.began = feed.line + 1
        yield list(map(_line, zip(range(first, feed.began), cells, strict=True)))


def _row_each(lines: list[str], delimiter: str) -> list[list[str]] | None:
    """The cells of rows of one line each; None where a row goes over several or cannot be read.

    A line without a quote is divided at its delimiters, in a tenth of the time that the csv module takes; the lines
    with one are given to that, and each must make a row of its own.
    """
    quoted = [at for at, line in enumerate(lines) if '"' in line] if '"' in "".join(lines) else []
    rows = None if len(quoted) * _MANY_QUOTED > len(lines) else _divided(lines, delimiter)
    if rows is None:
        quoted = list(range(len(lines)))
        rows = [[]] * len(lines)
    told = [lines[at] for at in quoted]
    try:
        found = list(csv.reader([*told, _AFTER], delimiter=delimiter))
    except csv.Error:
        return None
    if len(found) <= len(told):  # a quote is open: the next line belongs to it
        return None
    for at, cells in zip(quoted, found, strict=False):
        rows[at] = cells
    return rows


def _divided(lines: list[str], delimiter: str) -> list[list[str]] | None:
    """The cells of lines as if there were no quotes; None where that is not plain."""
    text = "".join(lines)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\r" in text or max(map(len, lines), default=0) > csv.field_size_limit():
        return None
    whole = text.removesuffix("\n").split("\n")
    if len(whole) != len(lines):
        return None
    rows = list(map(str.split, whole, repeat(delimiter)))
    if "" in whole:
        rows = [cells if line else [] for line, cells in zip(whole, rows, strict=True)]
    return rows


def _row_by_row(feed: _Feed, lines: Iterator[str], delimiter: str) -> Iterator[list[Line]]:
    before = feed.began
    rows = csv.reader(lines, delimiter=delimiter)
    for cells in rows:
        line = Line(feed.began, cells)
        feed.began = before + rows.line_num
        yield [line]


def _check_quotes(feed: _Feed, source: Source, delimiter: str) -> None:
    """Only the last row can end inside a quote: the csv module closes it silently."""
    lines = feed.last_row()
    if len(lines) > 1 and sum(text.count('"') for text in lines) % 2:
        raise _unreadable(feed, source, None)
    if '"' in "".join(lines) and _ends_in_quote(lines, delimiter):
        raise _unreadable(feed, source, None)


def _check_width(feed: _Feed, source: Source, last: Line, width: int, padded: bool, warnings: list[str]) -> None:
    """Only the last row can be cut. Read as whole, a cut list would strike off all who stood behind the cut."""
    if len(last.cells) >= width or feed.last_row()[-1].endswith(("\n", "\r")):
        return
    if len(last.cells) > 1 and not padded:
        raise InputError(
            f"the file ends in the middle of a row (line {last.place}): this copy is cut.",
            where=source.where,
            todo="Get the whole file again; if it ends so at its source, end its last line.",
        )
    warnings.append(f"The last row (line {last.place}) is short and has no line end: this copy may be cut.")


def _ends_in_quote(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _unreadable(feed: _Feed, source: Source, error: csv.Error | None) -> InputError:
    began = feed.began
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
