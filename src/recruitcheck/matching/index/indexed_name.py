"""What goes into an index and what an answer says of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from recruitcheck.model import Name, NameKind
from recruitcheck.names import NameParts

FIELD = "\x1f"
KINDS = tuple(NameKind)
"""A name's kind is kept as its place in this list."""

OPEN_END = 99_999_999
"""The day on which a name without an end ceases to be listed."""


class IndexedEntry(NamedTuple):
    """What an answer says of an entry without asking the database. ``country``: ISO 3166-1 alpha-2 or ""."""

    entry_id: str
    source_id: str
    name: str
    country: str = ""


class IndexName(NamedTuple):
    """One name of one entry, listed over [``valid_from``, ``valid_until``), days as YYYY-MM-DD, "" where open."""

    entry: IndexedEntry
    name: Name
    valid_from: str = ""
    valid_until: str = ""


class Shape(NamedTuple):
    """What names share apart from their words.

    ``classes``: d, g or n per word (distinctive, generic, number). ``script``: see ``script_of``.
    """

    classes: str
    legal_forms: tuple[str, ...]
    numbers: tuple[str, ...]
    script: str = ""

    def packed(self) -> str:
        """As the index keeps it."""
        return FIELD.join((self.classes, " ".join(self.legal_forms), " ".join(self.numbers), self.script))


def unpacked_shape(line: str) -> Shape:
    """The shape of a line."""
    classes, forms, numbers, script = line.split(FIELD)
    return Shape(classes, tuple(forms.split()), tuple(numbers.split()), script)


def shape_of(parts: NameParts, script: str = "") -> Shape:
    """The shape of a name."""
    if not parts.numbers and not parts.generic:
        return Shape("d" * len(parts.words), parts.legal_forms, (), script)
    return Shape(_classes(parts), parts.legal_forms, parts.numbers, script)


def _classes(parts: NameParts) -> str:
    left = {"d": list(parts.distinctive), "n": list(parts.numbers)}
    letters = []
    for word in parts.words:
        for letter in ("d", "n"):
            if left[letter] and left[letter][0] == word:
                left[letter].pop(0)
                letters.append(letter)
                break
        else:
            letters.append("g")
    return "".join(letters)


def day_number(day: str) -> int:
    """YYYY-MM-DD as a number that sorts alike; 0 for ""."""
    return int(day.replace("-", "")) if day else 0


@lru_cache(maxsize=4096)
def country_number(code: str) -> int:
    """Two letters as a number; 0 for whatever is no code of two letters."""
    return ord(code[0]) << 8 | ord(code[1]) if len(code) == 2 and code.isascii() else 0
