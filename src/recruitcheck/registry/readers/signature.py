"""Which format a file has, told by its first bytes and never by its name."""

from __future__ import annotations

import json
import re
import zipfile
import zlib

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.encoding import byte_order_mark
from recruitcheck.registry.readers.limits import MAX_ARCHIVE_MEMBERS
from recruitcheck.registry.readers.web_archive import is_web_archive
from recruitcheck.registry.table import Source

SUFFIXES = {
    "csv": (".csv", ".tsv", ".txt"),
    "xlsx": (".xlsx", ".xlsm"),
    "xls": (".xls",),
    "ods": (".ods",),
    "json": (".json", ".geojson"),
    "jsonl": (".jsonl", ".ndjson", ".json", ".ijson"),
    "html": (".html", ".htm", ".xhtml"),
    "mhtml": (".mhtml", ".mht"),
    "xml": (".xml",),
    "sql": (".sql", ".dump"),
    "pdf": (".pdf",),
    "gzip": (".gz", ".gzip", ".tgz"),
    "zip": (".zip",),
}
_PDF_SEARCH = 1024  # a PDF may have a little dirt before its mark
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_UNREADABLE = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_PAGE = re.compile(
    r"(?:\s|<\?[^>]{0,500}>|<!--.{0,2000}?-->)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|style|script|table|tr|div|p|h[1-6]|center|dl)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SQL_START = re.compile(
    r"(?:\s|--[^\n]*\n|/\*.{0,2000}?\*/;?)*"
    r"(?:INSERT|REPLACE|CREATE|DROP|SET|USE|BEGIN|START|LOCK|PRAGMA|DELETE|TRUNCATE|COPY|ALTER|SELECT)\s",
    re.IGNORECASE | re.DOTALL,
)
_SQL_ROWS = re.compile(r"^\s*(?:INSERT\s+(?:IGNORE\s+)?(?:INTO\s|\[)|REPLACE\s+INTO\s|CREATE\s+TABLE\s)", re.I | re.M)


def sniff_format(source: Source) -> str:
    """The format's key in ``SUFFIXES``, by the bytes. InputError names what cannot be a list."""
    head = source.head
    if head.startswith(b"PK"):
        return _zip_kind(source)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    if b"%PDF-" in head[:_PDF_SEARCH]:
        return "pdf"
    for mark, what in _UNREADABLE:
        if head.startswith(mark):
            raise _no_list(source, what)
    return _text_kind(_opening(head))


def _opening(head: bytes) -> str:
    """The first bytes as text, good enough to tell ASCII marks."""
    encoding = byte_order_mark(head) or "latin-1"
    return head.decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")


def _text_kind(text: str) -> str:
    if text[:1] in ("{", "["):
        # "[AI] Ltd" may begin a CSV: JSON goes on with a quote, a bracket or its end.
        if text[1:].lstrip()[:1] in ('"', "{", "[", "]", "}"):
            return "jsonl" if _is_lines(text) else "json"
    elif text[:1] == "<":
        return "html" if _PAGE.match(text) else "xml"
    elif is_web_archive(text):
        return "mhtml"
    elif _SQL_START.match(text) and _SQL_ROWS.search(text):
        return "sql"
    return "csv"


def _is_lines(text: str) -> bool:
    """Whether each line is an object of its own, or the only one is an entity."""
    first, _, rest = text.partition("\n")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    if not isinstance(value, dict):
        return False
    return rest.lstrip().startswith("{") or {"schema", "properties"} <= value.keys()


def _zip_kind(source: Source) -> str:
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = archive.namelist()
            if any(name.startswith("word/") for name in names):
                raise _no_list(source, "a Word document")
            if "[Content_Types].xml" in names or any(name.startswith("xl/") for name in names):
                return "xlsx"
            if "content.xml" in names and "mimetype" in names:
                with archive.open("mimetype") as file:
                    if file.read(len(_ODS)) == _ODS:
                        return "ods"
                raise _no_list(source, "an OpenDocument file that is no spreadsheet")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError(
            "the file begins like a workbook or zip but is damaged or cut.",
            where=source.where,
            todo="Get the whole file again.",
        ) from error
    if len(names) > MAX_ARCHIVE_MEMBERS:
        raise _no_list(source, f"a zip archive of {len(names):,} files")
    return "zip"


def _no_list(source: Source, what: str) -> InputError:
    return InputError(
        f"this is {what}, which cannot be read as a list.",
        where=source.where,
        todo="Give a spreadsheet, CSV, JSON, XML, HTML, SQL or PDF file, or a zip or gzip of one.",
    )
