"""A rule met by words of a document."""

from __future__ import annotations

from dataclasses import dataclass

from recruitcheck.model import Confidence, Span, Stance


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule met by the words [start, end); ``quote`` is the clause or window shown to a reader.

    ``why`` tells concepts, words and guards; ``counter`` are spans that speak against it.
    """

    rule_id: str
    practice: str
    start: int
    end: int
    quote: Span
    lang: str
    stance: Stance
    confidence: Confidence
    weight: str
    why: tuple[str, ...]
    counter: tuple[Span, ...] = ()
    stopped_by: str | None = None
    figures: bool = False  # met by figures alone: every language of the text has a say
