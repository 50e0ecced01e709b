"""Rows of one firm put together: what makes them one, and the entry that they become."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from recruitcheck.model import RegistryEntry
from recruitcheck.names import fold, fold_all, normal_number
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.mapping.listing import Listing

MAX_KEY_CHARS = 120
LAST_LATIN = "\u024f"
T = TypeVar("T")


class Firms:
    """Rows that share a key, gathered by what tells firms of one key apart.

    ``taken`` says whether another row of the list has a key of its own accord.
    """

    def __init__(
        self,
        definition: Definition,
        content_of: Callable[[Listing], tuple[str, ...]],
        taken: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.definition, self.content_of, self._taken = definition, content_of, taken
        self._numbered = is_number(definition.identity[0])
        self.by_key: dict[str, list[Listing]] = {}
        self._key_of: dict[tuple[str, str], str] = {}
        self._ordinals: dict[str, int] = {}
        self.duplicates: list[tuple[int, int]] = []
        self.shared_numbers: list[str] = []

    def add(self, listing: Listing) -> None:
        """Take a row."""
        place = listing.address.place if listing.address else None
        base = key_of(self.definition, listing.identity, listing.printed_name, place or "")
        mark = (base, self._mark(listing))
        key = self._key_of.get(mark) if self.definition.merge else None
        if key is None:
            key = self._new_key(base)
            self._key_of[mark] = key
            if self._numbered and key != base:
                # One number under two names is a question for a person, never one firm.
                first = self.by_key[base][0].row
                self.shared_numbers.append(f"{listing.identity[0]} (rows {first} and {listing.row})")
        self.by_key.setdefault(key, []).append(listing)

    def _mark(self, listing: Listing) -> str:
        """What rows of one key must share to be one firm."""
        if self._numbered:
            return fold(listing.printed_name)
        # Transliteration gives different Chinese names the same sound: such names must be equal as written.
        return _as_written(listing.printed_name)

    def _new_key(self, base: str) -> str:
        ordinal = self._ordinals.get(base, 0) + 1
        while (key := base if ordinal == 1 else f"{base}-{ordinal}") in self.by_key or (
            ordinal > 1 and self._taken(key)
        ):
            ordinal += 1
        self._ordinals[base] = ordinal
        return key

    def entries(self) -> list[RegistryEntry]:
        """The entries, by their first rows."""
        return [self.entry_of(key, listings) for key, listings in self.by_key.items()]

    def entry_of(self, key: str, listings: list[Listing]) -> RegistryEntry:
        """One entry made of its rows."""
        distinct = listings if len(listings) == 1 else self._distinct(listings)
        return RegistryEntry(
            registry=self.definition.id,
            key=key,
            names=_union([listing.names for listing in distinct]),
            rows=tuple([listing.row for listing in listings]),
            source_ids=tuple([listing.source_id for listing in listings if listing.source_id]),
            addresses=_union([(listing.address,) for listing in distinct if listing.address]),
            phones=_union([listing.phones for listing in distinct]),
            emails=_union([listing.emails for listing in distinct]),
            websites=_union([listing.websites for listing in distinct]),
            other_ids=_union([listing.other_ids for listing in distinct]),
            licences=tuple([licence for listing in distinct for licence in listing.licences]),
            debarments=tuple([debarment for listing in distinct for debarment in listing.debarments]),
            extra=_union([listing.extra for listing in distinct]),
        )

    def _distinct(self, listings: list[Listing]) -> list[Listing]:
        """The rows without those that repeat an earlier one word for word (its id set aside)."""
        seen: dict[tuple[str, ...], int] = {}
        distinct = []
        for listing in listings:
            first = seen.setdefault(self.content_of(listing), listing.row)
            if first == listing.row:
                distinct.append(listing)
            else:
                self.duplicates.append((listing.row, first))
        return distinct


def _union(groups: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """All values in order, each once."""
    if len(groups) <= 1:
        return groups[0] if groups else ()
    found: dict[T, None] = {}
    for group in groups:
        found.update(dict.fromkeys(group))
    return tuple(found)


def key_of(definition: Definition, identity: Sequence[str], printed_name: str, place: str) -> str:
    """The same key for the same firm in every copy: from its number, else from folded name and place.

    A row without the number that others have is known by name and place; the prefix keeps it from meeting a number.
    """
    parts = []
    for field_name, value in zip(definition.identity, identity, strict=True):
        number = is_number(field_name)
        part = normal_number(value).casefold() if number and field_name != "source_id" else fold(value)
        if number and not part:
            return bounded("~".join(("unnumbered", fold(printed_name), fold(place))))
        parts.append(part)
    return bounded("~".join(parts))


def keys_of(definition: Definition, identity: Sequence[Sequence[str]]) -> list[str] | None:
    """``key_of`` of many rows by columns (those of the identity); None where numbers are part of it."""
    if any(map(is_number, definition.identity)):
        return None
    folded = [fold_all(column) for column in identity]
    return list(map(bounded, map("~".join, zip(*folded, strict=True))))


def is_number(field_name: str) -> bool:
    """Whether an identity column holds numbers, which are compared without their leading zeros."""
    return field_name in ("licence_number", "source_id") or field_name.startswith("other_ids.")


def _as_written(name: str) -> str:
    """The letters of a name that is not in Latin script; "" for a Latin one, whose accents and case may vary."""
    if max(name, default="") <= LAST_LATIN:
        return ""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))
    return letters if max(letters, default="") > LAST_LATIN else ""


def bounded(key: str) -> str:
    """A key without blanks, cut to a length that stays the same for the same text."""
    key = key.replace(" ", "-").rstrip("~")
    if len(key) <= MAX_KEY_CHARS:
        return key
    return f"{key[: MAX_KEY_CHARS - 13]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
