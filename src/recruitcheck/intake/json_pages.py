"""A JSON list that comes page by page, put together into one file that reads like one answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recruitcheck.errors import NetworkError
from recruitcheck.net import Page, Progress, Session, joined, with_parameter
from recruitcheck.net.limits import PAGE_PAUSE
from recruitcheck.registry.pull import Pages

ACCEPT = "application/json"


@dataclass(slots=True)
class _Gathered:
    """What came so far; ``left`` bytes may still come."""

    left: int
    pages: int = 0
    bytes: int = 0
    total: int | None = None
    last: int | None = None


def fetch_pages(
    session: Session, address: str, pages: Pages, records: str, into: Path, progress: Progress
) -> tuple[str, int]:
    """Write all records to ``into``, under the same path ``records`` as on each page; returns last address and pages.

    NetworkError where a page is missing, repeats itself or the count differs from the one that was announced: half a
    list is none. A first answer that holds no records is kept as it came, so that the import can say what it is.
    """
    state = _Gathered(session.terms.max_bytes)
    found: list[Any] = []
    seen: set[str] = set()
    following: str | None = _first(address, pages)
    here = address
    while following is not None:
        if following in seen:
            raise NetworkError(f"the pages go in a circle: {following[:160]} came before.")
        if state.pages >= pages.max_pages:
            raise NetworkError(
                f"more than {pages.max_pages} pages; given up.",
                todo="Where the list is so long, raise pull.pages.max_pages.",
            )
        if seen:
            session.clock.sleep(PAGE_PAUSE)
        seen.add(following)
        here = following
        page = session.read(here, accept=ACCEPT, max_bytes=state.left, led_by=f"page {state.pages} of {address}")
        state.pages += 1
        state.bytes += len(page.body)
        state.left -= len(page.body)
        progress(state.bytes, None)
        data = _parsed(page)
        new = _at(data, records)
        if not isinstance(new, list):
            if state.pages > 1:
                raise NetworkError(f"page {state.pages} holds no list at {records or 'its top'!r}; nothing was kept.")
            into.write_bytes(page.body)
            return here, 1
        if new and new == found[-len(new) :]:
            raise NetworkError(f"page {state.pages} repeats the one before.", todo="Correct pull.pages.parameter.")
        found += new
        _count(state, data, pages)
        following = _following(state, page, data, pages, address, len(found), done=not new)
    if state.total is not None and state.total != len(found):
        raise NetworkError(
            f"the pages hold {len(found):,} records where {state.total:,} were announced; nothing was kept.",
            todo="Try again: the list may have changed meanwhile.",
        )
    into.write_text(json.dumps(_under(records, found), ensure_ascii=False, indent=0), encoding="utf-8")
    return here, state.pages


def _first(address: str, pages: Pages) -> str:
    if pages.parameter is None:
        return address
    return with_parameter(address, pages.parameter, str(pages.first if pages.by == "page" else 0))


def _count(state: _Gathered, data: Any, pages: Pages) -> None:
    """The latest word of the server on how many there are."""
    state.total = _number(_at(data, pages.total)) if pages.total is not None else None
    state.last = _number(_at(data, pages.last)) if pages.last is not None else None


def _following(
    state: _Gathered, page: Page, data: Any, pages: Pages, address: str, count: int, *, done: bool
) -> str | None:
    if pages.by == "next":
        link = page.next_link if pages.path is None else _at(data, pages.path)
        return joined(page.url, link) if isinstance(link, str) and link.strip() else None
    number = pages.first + state.pages - 1
    if done or (state.total is not None and count >= state.total) or (state.last is not None and number >= state.last):
        return None
    assert pages.parameter is not None
    return with_parameter(address, pages.parameter, str(number + 1 if pages.by == "page" else count))


def _parsed(page: Page) -> Any:
    try:
        # Figures keep the digits that they are written with.
        return json.loads(page.body, parse_float=str, parse_int=str, parse_constant=str)
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
