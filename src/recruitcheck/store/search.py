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
    """Numbers first, then names that hold every word, then similar names; several registries take turns in each.

    A registry that holds what was asked for adds no similar names: they would only bury it.
    """
    as_asked = [_hits(view, _as_asked(text, view, limit), limit) for view in views]
    similar = [
        _hits(view, _similar(text, view, limit), limit)
        for view, found in zip(views, as_asked, strict=True)
        if not found
    ]
    return tuple(islice((*_turns(as_asked), *_turns(similar)), limit))


def _turns(per_view: Sequence[Sequence[SearchHit]]) -> Iterator[SearchHit]:
    return (hit for turn in zip_longest(*per_view) for hit in turn if hit is not None)


def _hits(view: View, found: Iterator[tuple[Name, RegistryEntry]], limit: int) -> tuple[SearchHit, ...]:
    first: dict[RegistryEntry, Name] = {}
    for name, entry in found:
        first.setdefault(entry, name)
        if len(first) == limit:
            break
    return tuple(SearchHit(entry, name, view.snapshot_of(entry), view.row_of(entry)) for entry, name in first.items())


def _as_asked(text: str, view: View, limit: int) -> Iterator[tuple[Name, RegistryEntry]]:
    number = normal_number(text[:MAX_QUERY_CHARS])
    if any(character.isdigit() for character in number):
        for entry in view.by_identifier("licence_number", number):
            yield _shown(entry, entry.name), entry
    # Syllables of Chinese names sound alike: what is written as asked comes before what only sounds so.
    asked = text.strip().casefold()
    for name, entry in sorted(view.words(text, limit), key=lambda found: asked not in found[0].casefold()):
        yield _shown(entry, name), entry


def _similar(text: str, view: View, limit: int) -> Iterator[tuple[Name, RegistryEntry]]:
    return ((_nearest(entry, text), entry) for entry in view.candidates(text, limit))


def _shown(entry: RegistryEntry, text: str) -> Name:
    return next((name for name in entry.names if name.text == text), Name(text))


def _nearest(entry: RegistryEntry, text: str) -> Name:
    """The name of the entry that shares most with the query, by pairs of letters."""
    asked = _pairs(text)
    return max(entry.names, key=lambda name: len(asked & _pairs(name.text)) / (1 + len(_pairs(name.text))))


def _pairs(text: str) -> set[str]:
    joined = fold(text).replace(" ", "")
    return {joined[start : start + 2] for start in range(len(joined) - 1)}
