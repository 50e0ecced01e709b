"""Files and messages become text with pages and offsets."""

from recruitcheck.documents.kind import infer_kind, parse_kind
from recruitcheck.documents.language import guess_languages
from recruitcheck.documents.reader import MAX_DOCUMENT_BYTES, document_from_text, read_document

__all__ = [
    "MAX_DOCUMENT_BYTES",
    "document_from_text",
    "guess_languages",
    "infer_kind",
    "parse_kind",
    "read_document",
]
