"""Shorthand for the tables of the particulars tests."""

from __future__ import annotations

from recruitcheck.documents import document_from_text
from recruitcheck.model import Fact, FactKind
from recruitcheck.particulars import extract


def facts(text: str, kind: FactKind) -> tuple[Fact, ...]:
    """The facts of one kind that a text yields."""
    return extract(document_from_text(text)).of(kind)
