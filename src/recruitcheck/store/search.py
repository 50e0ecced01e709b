"""Search for people at the terminal: by name in any script, or by licence number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from recruitcheck.model import Name, RegistryEntry
from recruitcheck.names import fold, normal_number
from recruitcheck.store.names_index import MAX_QUERY_CHARS
from recruitcheck.store.records import SearchHit
from recruitcheck.store.view import View


def search(text: str, views: Sequence[View], limit: int) -> tuple[SearchHit, ...]:
    """Numbers first, then names that hold every word, then similar names; several registries take turns."""
    per_view = [list(islice(_hits(text, view, limit), limit)) for view in views]
    turns = (hit for turn in zip_longest(*per_view) for hit in turn if hit is not None)
    return tuple(islice(turns, limit))


def _hits(text: str, view: View, limit: int) -> Iterator[SearchHit]:
    seen: set[RegistryEntry] = set()
    for name, entry in _found(text, view, limit):
        if entry not in seen:
            seen.add(entry)
            yield SearchHit(entry, name, view.snapshot_of(entry), view.row_of(entry))


def _found(text: str, view: View, limit: int) -> Iterator[tuple[Name, RegistryEntry]]:
    number = normal_number(text[:MAX_QUERY_CHARS])
    if any(character.isdigit() for character in number):
        for entry in view.by_identifier("licence_number", number):
            yield _shown(entry, entry.name), entry
    # Syllables of Chinese names sound alike: what is written as asked comes before what only sounds so.
    asked = text.strip().casefold()
    exact = sorted(view.words(text, limit), key=lambda found: asked not in found[0].casefold())
    for name, entry in exact:
        yield _shown(entry, name), entry
    if not exact:  # similar names would only bury what was asked for
        for entry in view.candidates(text, limit):
            yield _nearest(entry, text), entry


def _shown(entry: RegistryEntry, text: str) -> Name:
    return next((name for name in entry.names if name.text == text), Name(text))


def _nearest(entry: RegistryEntry, text: str) -> Name:
    """The name of the entry that shares most with the query, by pairs of letters."""
    asked = _pairs(text)
    return max(entry.names, key=lambda name: len(asked & _pairs(name.text)) / (1 + len(_pairs(name.text))))


def _pairs(text: str) -> set[str]:
    joined = fold(text).replace(" ", "")
    return {joined[start : start + 2] for start in range(len(joined) - 1)}
