"""The name index of some registries: opened where it is up to date, else built beside the database."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import StoreError

if TYPE_CHECKING:
    from recruitcheck.matching.index.indexed_name import IndexName
    from recruitcheck.store import Store

FOLDER = "names"
LONG = 10_000  # rows of lists whose index takes more than a moment


@contextmanager
def name_index(
    store: Store,
    registries: Sequence[str],
    *,
    known_on: date | None = None,
    tell: Callable[[str], None] | None = None,
) -> Iterator[Path]:
    """The file of the index over every name that the registries ever listed, while it is needed.

    It is made of the copies known on ``known_on``; another copy, definition or coverage makes it be built anew. Where
    the folder cannot be written it is built in a temporary one, for this run. ``tell`` hears of a building that takes
    its time.
    """
    from recruitcheck.matching.index import NameIndex

    now, then = _made_of(store, registries, None), _made_of(store, registries, known_on)
    # One file for what is known now; one each for an earlier day, so that neither ousts the other.
    subject = sorted(registries) if now == then else then
    name = hashlib.sha256("\n".join(subject).encode()).hexdigest()[:16]
    path = store.path.with_name(f"{store.path.name}.{FOLDER}") / f"{name}.idx"
    if NameIndex.open(path, made_of=then) is not None:
        yield path
        return
    if tell is not None:
        _tell_of_long(store, registries, tell)
    with ExitStack() as stack:
        try:
            NameIndex.build(path, _names(store, registries, known_on), made_of=then)
        except OSError:
            import tempfile

            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="recruitcheck-names-"))
            path = _for_this_run(Path(folder), _names(store, registries, known_on))
        yield path


def _tell_of_long(store: Store, registries: Sequence[str], tell: Callable[[str], None]) -> None:
    rows = sum(max((copy.rows for copy in store.snapshots(one)), default=0) for one in registries)
    if rows >= LONG:
        tell(f"Building the index of the names of {', '.join(registries)}: once for each new copy ({rows:,} rows).")


def _for_this_run(folder: Path, names: Iterable[IndexName]) -> Path:
    from recruitcheck.matching.index import NameIndex

    path = folder / "names.idx"
    try:
        NameIndex.build(path, names)
    except OSError as error:
        raise StoreError(
            f"the name index cannot be written ({error.strerror}).", where=str(folder), todo="Free some space."
        ) from error
    return path


def _made_of(store: Store, registries: Sequence[str], known_on: date | None) -> list[str]:
    coverage = {item.id: item.coverage.value for item in store.registries()}
    return sorted(
        f"{copy.id} {copy.definition_sha256} {coverage[registry]}"
        for registry in registries
        for copy in store.snapshots(registry, known_on=known_on)
        if copy.refused_reason is None
    )


def _names(store: Store, registries: Sequence[str], known_on: date | None) -> Iterator[IndexName]:
    from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName

    for registry in sorted(registries):
        for listed in store.listed_names(registry, known_on=known_on):
            entry = IndexedEntry(listed.entry_id, listed.source_id, listed.names[0].text, listed.country)
            for name in listed.names:
                yield IndexName(entry, name, listed.valid_from, listed.valid_until)
