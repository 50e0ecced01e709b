"""Matches many names against one index, in order, in one process or several."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from recruitcheck.matching.bulk.search import BulkSearch
    from recruitcheck.matching.search import Hit, NameSearch

FEW = 32
"""Fewer names are asked one by one: they are worth neither numpy nor a second process."""

CHUNK = 512
"""Names that are asked together, by one process, at most."""

MAX_AHEAD = 3  # chunks a process may be ahead of what is read: memory stays bounded however long the file

Answer = dict[str, Any]
_CODE = re.compile(r"(?!UK|EL)[A-Z]{2}\Z")  # a code needs no look at the world's country names
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


class Asked(NamedTuple):
    """One name of a list. ``written``: its answer is wanted as a line of JSON, not as values."""

    query_id: str
    name: str
    country: str = ""
    written: bool = False


class Answered(NamedTuple):
    """The candidates of one name, as ``registry match`` tells them; ``line`` instead where that was asked for."""

    candidates: list[Answer]
    line: str
    matched: bool


class Manner(NamedTuple):
    """How a list is asked: which index, how many candidates, on which day, with the parts of the score or not."""

    path: Path
    top: int
    as_of: str | None = None
    explained: bool = False


def best_answers(names: Iterable[Asked], manner: Manner, *, jobs: int = 1) -> Iterator[Answered]:
    """The candidates of each name, in the order given."""
    rest = iter(names)
    first = list(islice(rest, jobs * CHUNK))
    many = len(first) >= FEW
    if many:  # before forking, so that all share what is loaded
        _asker(manner.path, manner.as_of)
        for country in {one.country for one in first}:
            _code_of(country)
    chunks = _chunks(chain(first, rest), jobs)
    if jobs == 1 or not many:
        for chunk in chunks:
            yield from _work(chunk, manner, many)
        return
    import multiprocessing
    import threading

    # Forking with other threads about is not safe.
    fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    with multiprocessing.get_context("fork" if fork else "spawn").Pool(jobs, _settle) as pool:
        waiting = []
        for chunk in chunks:
            waiting.append(pool.apply_async(_work, (chunk, manner, many)))
            if len(waiting) >= jobs * MAX_AHEAD:
                yield from waiting.pop(0).get()
        for last in waiting:
            yield from last.get()


def tell_country(asked: str, candidate: Answer) -> None:
    """Tell of a candidate whether it is of the country asked about, as given; nothing where one of them is unknown."""
    listed = candidate.get("country")
    if not listed:
        return
    code = _code_of(asked)
    if not code:
        return
    from recruitcheck.matching.search import OF_ANOTHER_COUNTRY

    same = code == listed
    candidate["agrees" if same else "contradicts"] = ["country"]
    candidate["why"].append("The country agrees." if same else OF_ANOTHER_COUNTRY)


def _code_of(country: str) -> str:
    return country if not country or _CODE.match(country) else resolved(country) or ""


@lru_cache(maxsize=4096)
def resolved(country: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country as given; None where there is none."""
    from recruitcheck.vocabulary import resolve_country

    return resolve_country(country) if country else None


def _chunks(names: Iterator[Asked], jobs: int) -> Iterator[list[Asked]]:
    """The names in chunks of one size for all processes, so that none waits for another at the end."""
    while some := list(islice(names, jobs * CHUNK)):
        size = -(-len(some) // jobs)
        for first in range(0, len(some), size):
            yield some[first : first + size]


def _settle() -> None:
    """A worker keeps what it shares with the others as it is, and looks for garbage seldom: answers hold no cycles."""
    import gc

    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _work(chunk: list[Asked], manner: Manner, many: bool) -> list[Answered]:
    questions = [(asked.name, _code_of(asked.country)) for asked in chunk]
    if many:
        found = _asker(manner.path, manner.as_of).best(questions, manner.top)
    else:
        search = _search(manner.path, manner.as_of)
        found = (search.best(name, manner.top, country=country) if name else () for name, country in questions)
    return [_answer(asked, hits, manner) for asked, hits in zip(chunk, found, strict=True)]


def _answer(asked: Asked, hits: Sequence[Hit], manner: Manner) -> Answered:
    from recruitcheck.matching.answer_line import answer_line
    from recruitcheck.matching.bands import verdict_of

    matched = any(verdict_of(hit.score) == "match" for hit in hits)
    if asked.written and not manner.explained:
        return Answered([], answer_line(asked.query_id, asked.name, _code_of(asked.country), hits), matched)
    candidates = [hit.answer(explained=manner.explained) for hit in hits]
    if not asked.written:
        return Answered(candidates, "", matched)
    if asked.country:
        for one in candidates:
            tell_country(asked.country, one)
    line = {"query_id": asked.query_id, "query": asked.name, "candidates": candidates}
    return Answered([], _to_json(line), matched)


@lru_cache(maxsize=1)
def _asker(path: Path, as_of: str | None) -> BulkSearch:
    """Asks many at once."""
    from recruitcheck.matching.bulk.search import BulkSearch  # numpy is worth its loading for many only

    return BulkSearch(_search(path, as_of))


@lru_cache(maxsize=2)
def _search(path: Path, as_of: str | None) -> NameSearch:
    from recruitcheck.errors import StoreError
    from recruitcheck.matching.index import NameIndex
    from recruitcheck.matching.search import NameSearch

    index = NameIndex.open(path, verify=False)  # whoever gave the path has verified it
    if index is None:
        raise StoreError("the name index has vanished.", where=str(path), todo="Run the command again.")
    return NameSearch(index, as_of=as_of)
