"""Shares the building of a long index among processes; the file is the same however many take part."""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

from recruitcheck.matching.index.build import Sections, sections_of
from recruitcheck.matching.index.indexed_name import IndexName
from recruitcheck.matching.index.names import Column, taken_apart

PIECE = 20_000
"""Names that one process takes apart at a time; a shorter list is not worth a second process."""


def sections_in_processes(names: Iterable[IndexName], jobs: int) -> Sections:
    """The sections of an index over ``names``."""
    with _no_garbage():
        return _sections(names, jobs)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Millions of short-lived values that hold no cycles: looking for garbage among them finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _sections(names: Iterable[IndexName], jobs: int) -> Sections:
    columns = map(Column.of, _pieces(names))
    first, second = next(columns, None), next(columns, None)
    every = chain([one for one in (first, second) if one is not None], columns)
    # Forking with other threads about is not safe, and starting processes anew costs more than it brings.
    may_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if jobs == 1 or second is None or not may_fork:
        return sections_of(list(map(taken_apart, every)))
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        return sections_of(list(pool.imap(taken_apart, every)), run=pool.imap)


def _pieces(names: Iterable[IndexName]) -> Iterator[list[IndexName]]:
    """The list in pieces; the names of one entry stay together."""
    piece: list[IndexName] = []
    for item in names:
        if len(piece) >= PIECE and item.entry != piece[-1].entry:
            yield piece
            piece = []
        piece.append(item)
    if piece:
        yield piece
