"""One guess of a draft: what, how sure, why, with examples; and the question that would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sureness(StrEnum):
    """How sure a guess is. ``low``: a person should look before anybody relies on it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Question:
    """What a person can settle. ``topic`` and ``about`` tell ``Answers.with_answer`` what the answer is to.

    ``choices`` are the answers that are understood, the proposed one first; empty: free text.
    """

    topic: str
    about: str
    text: str
    choices: tuple[str, ...] = ()
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """``what`` was guessed (a key of the definition), the value, how sure, why, and values seen in the file."""

    what: str
    value: str
    sure: Sureness
    why: str
    examples: tuple[str, ...] = ()
    question: Question | None = None
