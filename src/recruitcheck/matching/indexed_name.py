"""A name as the index keeps it: taken apart once, so that a query never parses what is listed."""

from __future__ import annotations

from dataclasses import dataclass

from recruitcheck.model import Name, NameKind
from recruitcheck.names import NameParts

_FIELD = "\x1f"


@dataclass(frozen=True, slots=True)
class IndexedEntry:
    """What an answer says of an entry without asking the database. ``country``: ISO 3166-1 alpha-2 or ""."""

    entry_id: str
    source_id: str
    name: str
    country: str = ""

    def fields(self) -> tuple[str, str, str, str]:
        """The fields as kept; the separator cannot occur in one."""
        return tuple(part.replace(_FIELD, " ") for part in (self.entry_id, self.source_id, self.name, self.country))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class IndexName:
    """One name of one entry, listed over [``valid_from``, ``valid_until``), days as YYYY-MM-DD, "" where open."""

    entry: IndexedEntry
    name: Name
    valid_from: str = ""
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name read back from the index."""

    name: Name
    parts: NameParts
    valid_from: str
    valid_until: str

    def counts_on(self, day: str | None) -> bool:
        """Whether the name was listed on a day (YYYY-MM-DD); every day where none is given."""
        return day is None or (self.valid_from <= day and (not self.valid_until or day < self.valid_until))


def packed(text: str, kind: NameKind, valid_from: str, valid_until: str, parts: NameParts) -> bytes:
    """One line of the index."""
    classes = _classes(parts)
    fields = (
        text.replace(_FIELD, " "),
        kind.value,
        valid_from,
        valid_until,
        " ".join(parts.words),
        classes,
        " ".join(parts.legal_forms),
        " ".join(parts.ignored),
    )
    return _FIELD.join(fields).encode("utf-8", "replace")


def unpacked(line: bytes) -> ListedName:
    """The name of a line."""
    text, kind, valid_from, valid_until, spelt, classes, forms, ignored = line.decode().split(_FIELD)
    words = tuple(spelt.split())
    sorted_out: dict[str, list[str]] = {"d": [], "g": [], "n": []}
    for word, letter in zip(words, classes, strict=True):
        sorted_out[letter].append(word)
    parts = NameParts(
        tuple(sorted_out["d"]),
        tuple(sorted_out["g"]),
        tuple(forms.split()),
        tuple(sorted_out["n"]),
        tuple(ignored.split()),
        (),
        words,
    )
    return ListedName(Name(text, NameKind(kind)), parts, valid_from, valid_until)


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
