"""Tables of a saved web page: every table a sheet, spans filled out, definition lists as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from recruitcheck.errors import InputError
from recruitcheck.registry.definition import Format
from recruitcheck.registry.readers.encoding import byte_order_mark, find_encoding, mostly_utf8
from recruitcheck.registry.readers.limits import (
    MAX_CELL_CHARS,
    MAX_COLUMNS,
    MAX_MARKUP_BYTES,
    MAX_SHEET_CELLS,
    MAX_TABLES,
)
from recruitcheck.registry.table import Line, Sheet, Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:]{2,30})", re.IGNORECASE)
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "table", "dl", "-comment"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|option|br|img|input|hr|meta|link|col|tbody|thead|tfoot|area|source|wbr)\b)[a-z]",
    re.IGNORECASE,
)
_CELL = re.compile(r"<t[dhr]\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table", re.IGNORECASE)
MAX_TAIL_CHARS = 20_000  # a page that ends by its rules does so here
MAX_ROW_SPAN = 65_534
MAX_OPEN_TAGS = 4_000  # the time of the parser grows with the square of the depth; no real page has a hundredth


class WebPageReader:
    """Reads HTML as a browser would. A table inside a cell is a sheet of its own and no part of the cell's text."""

    media_type = "text/html"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """The tables in page order, then one sheet of all definition lists."""
        from selectolax.lexbor import LexborHTMLParser

        if source.size > MAX_MARKUP_BYTES:
            raise InputError(
                f"{source.size:,} bytes; a page of up to {MAX_MARKUP_BYTES:,} can be read.",
                where=source.where,
                todo="Ask for the list as CSV.",
            )
        text = _text(source, options, warnings)
        _refuse_deep(text, source)
        _refuse_cut(text, source)
        page = LexborHTMLParser(text)
        tables = page.css("table")
        lists = page.css("dl")
        if not tables and not lists:
            raise InputError("the page holds no table.", where=source.where, todo="Save the page with the table shown.")
        if len(tables) > MAX_TABLES:
            warnings.append(f"The page holds {len(tables):,} tables; the first {MAX_TABLES} were looked at.")
        for number, table in enumerate(tables[:MAX_TABLES], 1):
            yield Sheet(_caption(table) or f"table {number}", _lines(table, source))
        if lists:
            yield Sheet("definition lists", _records(lists))


def _text(source: Source, options: Format, warnings: list[str]) -> str:
    data = source.path.read_bytes()
    if not (options.encoding or byte_order_mark(source.head)):
        # Pages are often saved as UTF-8 and keep the old name in their head, so the bytes are asked first.
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            announced = "utf-8" if mostly_utf8(data) else _announced(source)
    else:
        announced = None
    encoding = announced or find_encoding(source, options.encoding, warnings)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if options.encoding:
            raise InputError(
                f"byte {error.start:,} is not {encoding}.", where=source.where, todo="Correct format.encoding."
            ) from error
        warnings.append(f"The page is not quite {encoding} (byte {error.start:,}); such characters were replaced.")
        return data.decode(encoding, errors="replace")


def _refuse_deep(text: str, source: Source) -> None:
    depth = 0
    for found in _NESTING.finditer(text):
        depth = max(depth - 1, 0) if found.group(1) else depth + 1
        if depth > MAX_OPEN_TAGS:
            raise InputError(
                f"more than {MAX_OPEN_TAGS:,} tags are opened in one another.",
                where=source.where,
                todo="Check that this is the right page.",
            )


def _refuse_cut(text: str, source: Source) -> None:
    """A browser mends a page that breaks off in its table; read as whole it would strike off all who are missing."""
    end = text[-MAX_TAIL_CHARS:].casefold()
    if "</html" in end or "</body" in end:
        return
    cells = max((found.start() for found in _CELL.finditer(text)), default=-1)
    if cells > max((found.start() for found in _TABLE_END.finditer(text)), default=-1):
        raise InputError(
            "the page ends in the middle of a table: this copy is cut.",
            where=source.where,
            todo="Save the whole page again.",
        )


def _announced(source: Source) -> str | None:
    """The encoding that the page itself names, where it is one of text and not contradicted by its bytes."""
    found = _META.search(source.head)
    if found is None:
        return None
    name = found.group(1).decode("ascii")
    try:
        "".encode(name)
    except LookupError:
        return None
    # Browsers read latin-1 as its Windows form.
    if name.casefold() in ("iso-8859-1", "latin1", "latin-1", "us-ascii"):
        return "cp1252"
    # A page that names UTF-16 in readable bytes is no UTF-16.
    return None if name.casefold().startswith(("utf-16", "utf-32", "utf-7", "utf-8", "utf8")) else name


def _caption(table: LexborNode) -> str:
    for child in table.iter():
        if child.tag == "caption":
            return " ".join(cell_text(child).split())[:120]
    return ""


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _lines(table: LexborNode, source: Source) -> Iterator[Line]:
    """The rows with every span filled out: a cell stands in each place that it covers."""
    hanging: dict[int, tuple[int, str]] = {}  # column: rows still covered, text
    count = 0
    for place, row in enumerate(_rows(table), 1):
        cells: list[str] = []
        for node in row.iter():
            if node.tag not in _CELLS:
                continue
            _hang(cells, hanging)
            text = cell_text(node)
            columns, rows = _span(node, "colspan", MAX_COLUMNS + 1), _span(node, "rowspan", MAX_ROW_SPAN)
            for _ in range(columns):
                if rows > 1:
                    hanging[len(cells)] = (rows - 1, text)
                cells.append(text)
            if len(cells) > MAX_COLUMNS:
                raise _too_large(source, f"a row of more than {MAX_COLUMNS} cells")
        _hang(cells, hanging, to_the_end=True)
        count += len(cells)
        if count > MAX_SHEET_CELLS or len(cells) > MAX_COLUMNS:
            raise _too_large(source, f"more than {MAX_SHEET_CELLS:,} cells")
        yield Line(place, cells)


def _hang(cells: list[str], hanging: dict[int, tuple[int, str]], to_the_end: bool = False) -> None:
    """Puts in the cells that reach down from rows above."""
    while hanging and (len(cells) in hanging or (to_the_end and max(hanging) > len(cells))):
        rows, text = hanging.pop(len(cells), (0, ""))
        if rows > 1:
            hanging[len(cells)] = (rows - 1, text)
            if to_the_end and max(hanging) == len(cells):
                cells.append(text)
                return
        cells.append(text)


def _span(node: LexborNode, name: str, most: int) -> int:
    text = (node.attributes.get(name) or "").strip()
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def cell_text(node: LexborNode) -> str:
    """The text a reader sees in a cell, a line per paragraph or break; what lies in tables inside it is left out."""
    child = node.child
    if child is None:
        return ""
    if child.next is None and child.tag == "-text":
        return _trimmed(child.text_content or "")
    found: list[str] = []
    stack: list[tuple[LexborNode | None, bool]] = [(child, False)]
    while stack:
        at, ends_block = stack.pop()
        if at is None:
            if ends_block:
                found.append("\n")
            continue
        stack.append((at.next, ends_block))
        tag = at.tag or ""
        if tag == "-text":
            found.append((at.text_content or "").replace("\n", " "))
        elif tag not in _UNSEEN:
            if tag in _BREAKS:
                found.append("\n")
            stack.append((at.child, tag in _BREAKS and tag != "br"))
    return "\n".join(line for part in "".join(found).split("\n") if (line := _trimmed(part)))


def _trimmed(text: str) -> str:
    if len(text) > MAX_CELL_CHARS * 4:
        return text[: MAX_CELL_CHARS + 1]  # its row will be rejected as too long, whatever blanks are in it
    return " ".join(text.split())


def _records(lists: list[LexborNode]) -> Iterator[Line]:
    """Terms as headers, a line per list; a term that comes again begins the next record."""
    records: list[dict[str, str]] = []
    header: dict[str, None] = {}
    for node in lists:
        record: dict[str, str] = {}
        term = ""
        for tag, text in _pairs(node):
            if tag == "dt":
                term = text.rstrip(":").strip()
                if term in record:
                    records.append(record)
                    record = {}
            elif term:
                record[term] = f"{record[term]}\n{text}" if term in record else text
        if record:
            records.append(record)
    for each in records:
        header.update(dict.fromkeys(each))
    columns = list(header)[:MAX_COLUMNS]
    yield Line(0, columns)
    for number, each in enumerate(records, 1):
        yield Line(number, [each.get(text, "") for text in columns])


def _pairs(node: LexborNode) -> Iterator[tuple[str, str]]:
    for child in node.iter():
        if child.tag in ("dt", "dd"):
            yield child.tag, cell_text(child)
        elif child.tag == "div":
            for inner in child.iter():
                if inner.tag in ("dt", "dd"):
                    yield inner.tag, cell_text(inner)


def _too_large(source: Source, what: str) -> InputError:
    return InputError(f"a table of the page has {what}.", where=source.where, todo="Check that this is the right page.")
