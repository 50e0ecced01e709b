"""Read one document: bytes are told apart by what they hold, never by the file's name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from recruitcheck.documents.encoding import decode
from recruitcheck.documents.html import MAX_HTML_BYTES, looks_like_html, visible_text
from recruitcheck.documents.kind import infer_kind
from recruitcheck.documents.language import guess_languages
from recruitcheck.documents.signature import foreign_format
from recruitcheck.errors import InputError
from recruitcheck.model import Document, DocumentKind, DocumentOrigin, Page

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an extractor got out of a file; pages count code points of ``text``."""

    text: str
    media_type: str
    pages: tuple[Page, ...]


class Extractor(Protocol):
    """One file format. ``accepts`` looks at the bytes only; ``extract`` may raise InputError."""

    def accepts(self, data: bytes) -> bool:
        """Whether these bytes are of this format."""
        ...

    def extract(self, data: bytes, *, where: str) -> Extracted:
        """The text of the file; ``where`` names the file in error messages."""
        ...


class HtmlExtractor:
    """Web pages: the text a reader would see."""

    def accepts(self, data: bytes) -> bool:
        """Whether a page's opening tags stand at the start."""
        return looks_like_html(data)

    def extract(self, data: bytes, *, where: str) -> Extracted:
        """Visible text, one page."""
        if len(data) > MAX_HTML_BYTES:
            raise _too_large(where, len(data), MAX_HTML_BYTES)
        return _one_page(visible_text(decode(data, where=where, markup=True), where=where), "text/html")


class TextExtractor:
    """Plain text and Markdown: exactly the decoded characters, without a byte order mark."""

    def accepts(self, data: bytes) -> bool:
        """Takes what no other format claimed."""
        return True

    def extract(self, data: bytes, *, where: str) -> Extracted:
        """The decoded text, one page; newlines and Unicode forms stay as they are."""
        return _one_page(decode(data, where=where), "text/plain")


# The first that accepts the bytes reads them; plain text is the last resort.
EXTRACTORS: tuple[Extractor, ...] = (HtmlExtractor(), TextExtractor())


def read_document(
    source: Path | None,
    data: bytes,
    *,
    id: str = "d1",  # noqa: A002 - the field's name in the JSON contract
    kind: DocumentKind | None,
    origin: DocumentOrigin,
    extractors: Sequence[Extractor] = EXTRACTORS,
) -> Document:
    """A document from a file's bytes; ``source`` is only its name, nothing is read from disk.

    Raises InputError for empty, binary, oversized or undecodable bytes.
    """
    where = str(source) if source is not None else "standard input"
    if len(data) > MAX_DOCUMENT_BYTES:
        raise _too_large(where, len(data), MAX_DOCUMENT_BYTES)
    foreign = foreign_format(data)
    if foreign is not None:
        raise InputError(f"this is {foreign.what}, not text.", where=where, todo=foreign.todo)
    found = next(reader for reader in extractors if reader.accepts(data)).extract(data, where=where)
    if not found.text.strip():
        raise InputError("the document holds no text.", where=where, todo="Give a file with words in it.")
    return _document(found, data, id=id, path=str(source) if source else None, kind=kind, origin=origin)


def document_from_text(
    text: str,
    *,
    id: str = "d1",  # noqa: A002 - the field's name in the JSON contract
    path: str | None = None,
    kind: DocumentKind | None = None,
    origin: DocumentOrigin = DocumentOrigin.UNKNOWN,
) -> Document:
    """A document from text given as such (JSON Lines, a message): indexed as given, unchanged.

    Lone surrogates, which JSON can carry, are kept. Raises InputError for blank or oversized text.
    """
    where = path or "text"
    if not text.strip():
        raise InputError("the text is empty.", where=where, todo="Give the words of the offer.")
    data = _bytes_of(text)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise _too_large(where, len(data), MAX_DOCUMENT_BYTES)
    return _document(_one_page(text, "text/plain"), data, id=id, path=path, kind=kind, origin=origin)


def _document(
    found: Extracted,
    data: bytes,
    *,
    id: str,  # noqa: A002
    path: str | None,
    kind: DocumentKind | None,
    origin: DocumentOrigin,
) -> Document:
    return Document(
        id=id,
        text=found.text,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(_bytes_of(found.text)).hexdigest(),
        media_type=found.media_type,
        kind=kind if kind is not None else infer_kind(found.text),
        kind_from="inferred" if kind is None else "input",
        origin=origin,
        path=path,
        languages=guess_languages(found.text),
        pages=found.pages,
        unread_pages=tuple(page.number for page in found.pages if not page.readable),
    )


def _one_page(text: str, media_type: str) -> Extracted:
    return Extracted(text, media_type, (Page(1, 0, len(text)),))


def _bytes_of(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its three-byte form so that every text has a hash."""
    return text.encode("utf-8", "surrogatepass")


def _too_large(where: str, size: int, limit: int) -> InputError:
    mib = 1024 * 1024
    return InputError(
        f"{size / mib:.1f} MiB is more than the limit of {limit // mib} MiB.",
        where=where,
        todo="Split the document, or give only the part with the offer.",
    )
