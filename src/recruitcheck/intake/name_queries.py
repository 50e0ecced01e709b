"""Matches many names against one index, in order, in one process or several."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recruitcheck.matching.search import NameSearch

CHUNK = 64

Answer = dict[str, Any]


def best_answers(
    names: Iterable[str], path: Path, *, top: int, as_of: str | None, jobs: int = 1, explained: bool = False
) -> Iterator[list[Answer]]:
    """The candidates of each name, as ``registry match`` tells them, in the order given."""
    chunks = _chunks(names)
    if jobs == 1:
        for chunk in chunks:
            yield from _work((chunk, path, top, as_of, explained))
        return
    # Forking shares what is loaded; with other threads about it is not safe.
    fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    with multiprocessing.get_context("fork" if fork else "spawn").Pool(jobs) as pool:
        for answers in pool.imap(_work, ((chunk, path, top, as_of, explained) for chunk in chunks)):
            yield from answers


def _chunks(names: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(names)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _work(task: tuple[Sequence[str], Path, int, str | None, bool]) -> list[list[Answer]]:
    names, path, top, as_of, explained = task
    search = _search(path, as_of)
    return [[hit.answer(explained=explained) for hit in search.best(name, top)] for name in names]


@lru_cache(maxsize=2)
def _search(path: Path, as_of: str | None) -> NameSearch:
    from recruitcheck.errors import StoreError
    from recruitcheck.matching.index import NameIndex
    from recruitcheck.matching.search import NameSearch

    index = NameIndex.open(path, verify=False)  # whoever gave the path has verified it
    if index is None:
        raise StoreError("the name index has vanished.", where=str(path), todo="Run the command again.")
    index.load_words()
    return NameSearch(index, as_of=as_of)
