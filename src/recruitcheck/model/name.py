"""A name as a list prints it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """How a source gives a name."""

    REGISTERED = "registered"
    TRADING = "trading"
    FORMER = "former"
    OTHER_SCRIPT = "other_script"
    ABBREVIATION = "abbreviation"
    ALIAS = "alias"  # given beside the name without saying what it is, e.g. "(FOR: …"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, and what the source says it is."""

    text: str
    kind: NameKind = NameKind.REGISTERED
