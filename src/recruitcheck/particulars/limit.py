"""The bound on what is read from one document, and what it left unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

# An advert states a dozen amounts, a bundle of contracts some thousands. The bound counts facts and not seconds:
# the same text must give the same report on a slow machine.
MAX_OF_KIND = 10_000
# Code points of one document that are read: some thousand pages. What lies behind them is told, never called clear.
# Each costs some microseconds and a hundred bytes, so that a text of 50 MB ends within half a minute.
MAX_TEXT = 4_000_000

_Item = TypeVar("_Item")


def read_part(text: str) -> str:
    """What is read of a text: all of it, or its first MAX_TEXT code points."""
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT]


class Limit:
    """Counts per kind; ``reached`` names, in order, the kinds of which more stand in the text than were read."""

    def __init__(self, most: int | None = None) -> None:
        self._most = MAX_OF_KIND if most is None else most
        self._reached: dict[str, None] = {}

    @property
    def reached(self) -> tuple[str, ...]:
        """What could not be read to the end, in plain English."""
        return tuple(self._reached)

    def reach(self, what: str) -> None:
        """Mark ``what`` as not read to the end."""
        self._reached[what] = None

    def take(self, what: str, items: Iterable[_Item], *, most: int | None = None) -> Iterator[_Item]:
        """The first items; one more than the bound marks ``what`` as not read to the end."""
        left = self._most if most is None else most
        for item in items:
            if not left:
                self.reach(what)
                return
            left -= 1
            yield item
