"""Rows of INSERT statements in a database dump. The dump is read as text and never executed."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.readers.encoding import find_encoding
from recruitcheck.registry.readers.limits import MAX_COLUMNS, MAX_NESTING, MAX_ROW_CHARS, MAX_TABLES
from recruitcheck.registry.table import Line, Sheet, Source

MAX_VALUE_TOKENS = 2_000  # of one value: an expression, not a whole dump in a bracket that never closes
_CHUNK = 1024 * 1024
_TOKEN = re.compile(
    r"\s+|--[^\n]*(?:\n|\Z)|\#[^\n]*(?:\n|\Z)|/\*(?:[^*]++|\*(?!/))*+\*/"
    r"|(?P<text>(?:[NnEeBbXx]|_[A-Za-z0-9]+\s*)?'(?:[^'\\]++|\\.|'')*+')"
    r'|(?P<name>`(?:[^`]++|``)*+`|"(?:[^"\\]++|\\.|"")*+"|\[[^\]\n]*\])'
    r"|(?P<word>[^\s'\"`,();=\[\]#]+)|(?P<mark>.)",
    re.DOTALL,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "", "b": "", "Z": ""}
_ESCAPE = re.compile(r"\\(.)|''", re.DOTALL)
_NOT_COLUMNS = frozenset({"primary", "key", "unique", "index", "constraint", "fulltext", "foreign", "check", "spatial"})
_NAME_QUOTES = ("`", '"', "[")
Token = tuple[str, str]


@dataclass(slots=True)
class _TableFound:
    columns: list[str] = field(default_factory=list)
    rows: int = 0
    width: int = 0


class SqlDumpReader:
    """Reads SQL dumps in two passes: which tables there are, then the rows of each."""

    media_type = "application/sql"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """A sheet per table that has rows, those with known headers first."""
        encoding = find_encoding(source, options.encoding, warnings)
        tables: dict[str, _TableFound] = {}
        for name, columns, cells in _statements(source, encoding):
            found = tables.setdefault(name, _TableFound())
            if len(tables) > MAX_TABLES:
                raise InputError(
                    f"more than {MAX_TABLES} tables.", where=source.where, todo="Give the dump of the one table."
                )
            found.columns = found.columns or columns
            if cells is not None:
                found.rows += 1
                found.width = max(found.width, len(cells))
        held = {name: found for name, found in tables.items() if found.rows}
        if not held:
            raise InputError("the dump inserts no rows.", where=source.where, todo="Ask for a dump with its data.")
        for name, found in held.items():
            found.columns = list(options.tables.get(name, ())) or found.columns
            if not found.columns:
                found.columns = [f"column {number}" for number in range(1, found.width + 1)]
                warnings.append(
                    f"The dump does not name the columns of {name}. Declare them: format.tables: {{{name}: [...]}}."
                )
        if options.sheet is not None and options.sheet not in held:
            raise InputError(
                f"there is no table {options.sheet!r} with rows (there are: {', '.join(list(held)[:10])}).",
                where=source.where,
                todo="Correct format.sheet in the definition.",
            )
        wanted = (
            [options.sheet] if options.sheet is not None else sorted(held, key=lambda name: -_known(held[name], source))
        )
        for name in wanted:
            yield Sheet(name, _lines(source, encoding, name, held[name].columns))


def _known(found: _TableFound, source: Source) -> int:
    return len({folded_header(text) for text in found.columns} & source.known_headers)


def _lines(source: Source, encoding: str, name: str, columns: list[str]) -> Iterator[Line]:
    yield Line(0, columns)
    number = 0
    for table, order, cells in _statements(source, encoding):
        if table == name and cells is not None:
            number += 1
            yield Line(number, _in_order(cells, order, columns))


def _in_order(cells: list[str], order: list[str], columns: list[str]) -> list[str]:
    """A row under the table's columns, where its statement names them in another order or not all."""
    if not order or order == columns or len(order) != len(cells) or not set(order) <= set(columns):
        return cells
    at = dict(zip(order, cells, strict=True))
    return [at.get(text, "") for text in columns]


class _Tokens:
    """Tokens of a dump, read in pieces: a token that may go on beyond a piece is read again with the next."""

    def __init__(self, source: Source, encoding: str) -> None:
        self.source, self.encoding = source, encoding
        self.line = 1
        self._again: list[Token] = []
        self._all = self._read()

    def __iter__(self) -> Iterator[Token]:
        return self

    def __next__(self) -> Token:
        return self._again.pop() if self._again else next(self._all)

    def again(self, token: Token) -> None:
        """Gives a token back: it begins the next statement."""
        self._again.append(token)

    def _read(self) -> Iterator[Token]:
        with self.source.path.open(encoding=self.encoding, newline="") as file:
            kept, ended = "", False
            while not ended:
                try:
                    piece = file.read(max(_CHUNK, len(kept)))
                except UnicodeDecodeError as error:
                    raise InputError(
                        f"the dump is not {error.encoding} near line {self.line}.",
                        where=self.source.where,
                        todo="Correct format.encoding in the definition.",
                    ) from error
                ended = not piece
                text = (kept + piece).replace("\0", "")
                at = yield from self._of(text, ended)
                kept = text[at:]
                if len(kept) > MAX_ROW_CHARS:
                    raise self.never_ends()

    def _of(self, text: str, ended: bool) -> Generator[Token, None, int]:
        """The tokens of a piece; returns where it stopped."""
        at, end = 0, len(text)
        for found in _TOKEN.finditer(text):
            if found.end() >= end - 1 and not ended:
                break
            kind = found.lastgroup
            if kind == "mark" and found.group() in "'\"`":
                # An opened quote that does not close in this piece; in the last piece it never will.
                if not ended:
                    break
                raise self.never_ends()
            if kind == "word" and found.group().startswith("/*"):
                if not ended:
                    break
                raise self.never_ends()
            at = found.end()
            self.line += text.count("\n", found.start(), at)
            if kind is not None:
                yield kind, found.group()
        return at

    def never_ends(self) -> InputError:
        return InputError(
            f"a text, comment or bracket near line {self.line} never ends: this copy is cut or its quoting is broken.",
            where=self.source.where,
            todo="Get the whole file again.",
        )


def _statements(source: Source, encoding: str) -> Iterator[tuple[str, list[str], list[str] | None]]:
    """(table, columns told here, row): a row of None for a CREATE TABLE."""
    tokens = _Tokens(source, encoding)
    created: dict[str, list[str]] = {}
    for kind, text in tokens:
        verb = text.upper() if kind == "word" else ""
        if verb in ("INSERT", "REPLACE"):
            yield from _insert(tokens, created)
        elif verb == "CREATE":
            name, columns = _create(tokens)
            if name:
                created[name] = columns
                yield name, columns, None
        elif verb not in ("GO", "BEGIN", "") and text != ";":
            _skip(tokens)


def _skip(tokens: _Tokens) -> None:
    """To the end of the statement; some dumps end none, so a word that only begins one ends the other."""
    for kind, text in tokens:
        if kind == "mark" and text == ";":
            return
        if kind == "word" and text.upper() in ("INSERT", "GO"):
            tokens.again((kind, text))
            return


def _name(text: str) -> str:
    if text.startswith(_NAME_QUOTES):
        quote = text[0]
        return text[1:-1].replace(quote * 2, quote)
    return text


def _create(tokens: _Tokens) -> tuple[str, list[str]]:
    """A CREATE TABLE's name and columns; ("", []) for another CREATE."""
    name, is_table = "", False
    for kind, text in tokens:
        if kind == "mark" and text in "(;":
            if text == ";" or not is_table:
                return "", []
            break
        if is_table:
            name = _last_part(text) or name  # IF NOT EXISTS, schema: the last word before the bracket
        elif text.upper() == "TABLE":
            is_table = True
        elif text.upper() not in ("TEMPORARY", "TEMP", "UNLOGGED"):
            _skip(tokens)
            return "", []
    columns = _created_columns(tokens)
    _skip(tokens)
    return name, columns


def _created_columns(tokens: _Tokens) -> list[str]:
    columns: list[str] = []
    depth, first = 1, True
    for kind, text in tokens:
        if kind == "mark":
            depth += {"(": 1, ")": -1}.get(text, 0)
            first = first or (text == "," and depth == 1)
            if depth <= 0:
                break
        elif first and depth == 1:
            first = False
            if kind == "name" or text.lower() not in _NOT_COLUMNS:
                columns.append(_name(text))
                if len(columns) > MAX_COLUMNS:
                    raise _too_wide(tokens)
    return columns


def _last_part(text: str) -> str:
    return _name(text if text.startswith(_NAME_QUOTES) else text.strip(".").rpartition(".")[2])


def _insert(tokens: _Tokens, created: dict[str, list[str]]) -> Iterator[tuple[str, list[str], list[str] | None]]:
    name, columns, inside = "", [], False
    for kind, text in tokens:
        if kind == "mark" and text == ";":
            return
        if kind == "mark" and text in "()":
            inside = text == "("
        elif inside and kind in ("word", "name"):
            columns.append(_name(text))
            if len(columns) > MAX_COLUMNS:
                raise _too_wide(tokens)
        elif kind == "word" and text.upper() in ("VALUES", "VALUE"):
            break
        elif kind == "word" and text.upper() in ("SELECT", "SET"):
            _skip(tokens)
            return
        elif kind in ("word", "name") and text.upper() not in ("INTO", "IGNORE", "OR", "DELAYED", "LOW_PRIORITY"):
            name = _last_part(text) or name
    told = columns or created.get(name, [])
    for cells in _rows(tokens):
        yield name, told, cells


def _rows(tokens: _Tokens) -> Iterator[list[str]]:
    for kind, text in tokens:
        if kind == "mark" and text == "(":
            yield _row(tokens)
        elif kind == "mark" and text == ";":
            return
        elif kind == "word":  # ON DUPLICATE KEY UPDATE …, or the next statement where none is ended
            tokens.again((kind, text))
            return


def _row(tokens: _Tokens) -> list[str]:
    """The values up to the closing bracket."""
    cells: list[str] = []
    parts: list[Token] = []
    depth = 1
    for kind, text in tokens:
        if kind == "mark":
            depth += {"(": 1, ")": -1}.get(text, 0)
            if not depth or (depth == 1 and text == ","):
                cells.append(_value(parts))
                parts = []
                if len(cells) > MAX_COLUMNS:
                    raise _too_wide(tokens)
                if not depth:
                    return cells
                continue
        parts.append((kind, text))
        if depth > MAX_NESTING or len(parts) > MAX_VALUE_TOKENS:
            raise tokens.never_ends()
    raise InputError(
        f"the last row (near line {tokens.line}) never ends: this copy is cut.",
        where=tokens.source.where,
        todo="Get the whole file again.",
    )


def _value(parts: list[Token]) -> str:
    """A value as text: digits as written, NULL blank; an expression stays as it is printed."""
    if not parts:
        return ""
    kind, text = parts[0]
    if len(parts) > 1:
        texts = [each for each in parts if each[0] == "text"]
        if len(texts) == len(parts):
            return "".join(_unquoted(each) for _, each in texts)
        return "".join(each for _, each in parts)
    if kind == "text":
        return _unquoted(text)
    if kind == "name":
        return _name(text)  # SQLite and old MySQL also quote texts so
    return "" if text.upper() == "NULL" else text


def _unquoted(text: str) -> str:
    """The text between the quotes. Both ways of escaping are read, as a dump does not say which it means."""
    return _ESCAPE.sub(_unescaped, text[text.index("'") + 1 : -1])


def _unescaped(found: re.Match[str]) -> str:
    letter = found.group(1)
    if letter is None:
        return "'"
    return _ESCAPES.get(letter, letter)


def _too_wide(held: _Tokens) -> InputError:
    return InputError(
        f"near line {held.line} there are more than {MAX_COLUMNS} columns.",
        where=held.source.where,
        todo="Check that this is the right file.",
    )
