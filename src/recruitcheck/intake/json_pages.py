"""A JSON list that comes page by page, put together into one file that reads like one answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recruitcheck.errors import NetworkError
from recruitcheck.net import Page, Progress, Session, joined, with_parameter
from recruitcheck.net.limits import PAGE_PAUSE
from recruitcheck.registry.pull import Pages, Pull

ACCEPT = "application/json"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an address, and JSON that is sent to it by POST."""

    address: str
    post: tuple[tuple[str, str | int | bool | None], ...] | None = None

    @classmethod
    def of(cls, pull: Pull) -> Question:
        """The question of a definition."""
        return cls(pull.start, None if pull.post is None else tuple(pull.post.items()))

    @property
    def body(self) -> bytes | None:
        """The JSON as sent."""
        return None if self.post is None else json.dumps(dict(self.post)).encode("utf-8")

    def having(self, name: str, number: int) -> Question:
        """The question with one parameter set, in what is posted or in the address."""
        if self.post is not None:
            return Question(self.address, tuple({**dict(self.post), name: number}.items()))
        return Question(with_parameter(self.address, name, str(number)))


@dataclass(slots=True)
class _Gathered:
    """What came so far; ``left`` bytes may still come."""

    left: int
    records: list[Any] = field(default_factory=list)
    pages: int = 0
    bytes: int = 0
    total: int | None = None
    last: int | None = None


def fetch_pages(
    session: Session, first: Question, pages: Pages, records: str, into: Path, progress: Progress
) -> tuple[str, int]:
    """Write all records to ``into``, under the same path ``records`` as on each page; returns last address and pages.

    NetworkError where a page is missing, repeats itself or the count differs from the one that was announced: half a
    list is none. A first answer that holds no records is kept as it came, so that the import can say what it is.
    """
    state = _Gathered(session.terms.max_bytes)
    seen: set[Question] = set()
    begun = _first(first, pages)
    asked: Question | None = begun
    here = begun
    while asked is not None:
        if asked in seen:
            raise NetworkError(f"the pages go in a circle: {asked.address[:160]} came before.")
        if state.pages >= pages.max_pages:
            raise NetworkError(
                f"more than {pages.max_pages} pages; given up.",
                todo="Where the list is so long, raise pull.pages.max_pages.",
            )
        if seen:
            session.clock.sleep(PAGE_PAUSE)
        seen.add(asked)
        here = asked
        page = _page(session, here, state, progress)
        data = parsed(page.body)
        new = _at(data, records)
        if not isinstance(new, list):
            if state.pages > 1:
                raise NetworkError(f"page {state.pages} holds no list at {records or 'its top'!r}; nothing was kept.")
            into.write_bytes(page.body)
            return here.address, 1
        if new and new == state.records[-len(new) :]:
            raise NetworkError(f"page {state.pages} repeats the one before.", todo="Correct pull.pages.parameter.")
        state.records += new
        _count(state, data, pages)
        asked = _following(state, page, data, pages, begun, done=not new)
    _require_all(state)
    into.write_text(json.dumps(_under(records, state.records), ensure_ascii=False, indent=0), encoding="utf-8")
    return here.address, state.pages


def _page(session: Session, asked: Question, state: _Gathered, progress: Progress) -> Page:
    led_by = f"page {state.pages}" if state.pages else "the address"
    page = session.read(asked.address, accept=ACCEPT, max_bytes=state.left, led_by=led_by, post=asked.body)
    state.pages += 1
    state.bytes += len(page.body)
    state.left -= len(page.body)
    progress(state.bytes, None)
    return page


def _require_all(state: _Gathered) -> None:
    if state.total is not None and state.total != len(state.records):
        raise NetworkError(
            f"the pages hold {len(state.records):,} records where {state.total:,} were announced; nothing was kept.",
            todo="Try again: the list may have changed meanwhile.",
        )


def _first(asked: Question, pages: Pages) -> Question:
    if pages.parameter is None:
        return asked
    return asked.having(pages.parameter, pages.first if pages.by == "page" else 0)


def _count(state: _Gathered, data: Any, pages: Pages) -> None:
    """The latest word of the server on how many there are."""
    state.total = _number(_at(data, pages.total)) if pages.total is not None else None
    state.last = _number(_at(data, pages.last)) if pages.last is not None else None


def _following(
    state: _Gathered, page: Page, data: Any, pages: Pages, begun: Question, *, done: bool
) -> Question | None:
    if pages.by == "next":
        link = page.next_link if pages.path is None else _at(data, pages.path)
        target = joined(page.url, link) if isinstance(link, str) and link.strip() else None
        return Question(target) if target else None
    number, count = pages.first + state.pages - 1, len(state.records)
    if done or (state.total is not None and count >= state.total) or (state.last is not None and number >= state.last):
        return None
    assert pages.parameter is not None
    return begun.having(pages.parameter, number + 1 if pages.by == "page" else count)


def parsed(body: bytes) -> Any:
    """JSON whose figures keep the digits that they are written with; None for what is none."""
    try:
        return json.loads(body, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None


def _at(data: Any, path: str) -> Any:
    for step in filter(None, path.split(".")):
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12 else None


def _under(path: str, records: list[Any]) -> Any:
    data: Any = records
    for step in reversed(list(filter(None, path.split(".")))):
        data = {step: data}
    return data
