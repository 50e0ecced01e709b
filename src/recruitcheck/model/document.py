"""A document as text with pages; every offset counts Unicode code points of ``text``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is; decides whether missing terms are judged."""

    ADVERT = "advert"
    MESSAGE = "message"
    OFFER_LETTER = "offer_letter"
    CONTRACT = "contract"
    OTHER = "other"

    @property
    def must_state_terms(self) -> bool:
        """A short advert is not judged for what adverts leave out."""
        return self in (DocumentKind.OFFER_LETTER, DocumentKind.CONTRACT)


class DocumentOrigin(StrEnum):
    """Who gave us the document; worker and unknown sources are protected."""

    WORKER = "worker"
    AGENCY = "agency"
    PUBLIC = "public"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) in code points of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: number from 1 and its span; ``readable`` is false where no text came out."""

    number: int
    start: int
    end: int
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One file or message: exact decoded text, its pages, and hashes of file and text."""

    id: str  # "d1"
    text: str
    sha256: str  # of the bytes as given
    text_sha256: str
    media_type: str
    kind: DocumentKind
    kind_from: str  # "option" | "input" | "inferred"
    origin: DocumentOrigin = DocumentOrigin.UNKNOWN
    path: str | None = None
    languages: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    unread_pages: tuple[int, ...] = ()

    def page_of(self, offset: int) -> int:
        """The page that holds an offset; 1 where the document has no pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return 1
