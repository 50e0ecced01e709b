"""Reads the document of ``check offer`` from a file or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from recruitcheck.errors import InputError, UsageError
from recruitcheck.model import Document, DocumentOrigin


def read_offer(given: str, kind: str | None, source: str) -> Document:
    """The document behind a path or ``-``; clear errors for what is no readable document."""
    from recruitcheck.documents import parse_kind, read_document

    try:
        origin = DocumentOrigin(source)
    except ValueError:
        raise UsageError(f"--source {source}: not known.", todo="Use worker, agency, public or unknown.") from None
    known = parse_kind(kind) if kind else None
    if kind and known is None:
        raise UsageError(f"--kind {kind}: not known.", todo="Use advert, message, offer_letter or contract.")
    if given == "-":
        return read_document(None, sys.stdin.buffer.read(), kind=known, origin=origin)
    path = Path(given)
    if path.is_dir():
        raise UsageError(f"{given} is a folder.", todo="Give the files, or use recruitcheck audit run.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", where=given, todo="Check the path.") from error
    return read_document(path, data, kind=known, origin=origin)
