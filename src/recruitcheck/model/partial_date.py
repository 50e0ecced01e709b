"""A calendar date as far as a source tells it: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """ISO 8601 text of reduced precision: ``2021``, ``2021-05`` or ``2021-05-03``.

    A year is never turned into its first of January: ``first`` and ``last`` bound what it may mean.
    Raises ValueError where the text is no such date.
    """

    text: str

    def __post_init__(self) -> None:
        self._bounds()

    def _bounds(self) -> tuple[date, date]:
        found = _SHAPE.match(self.text)
        if not found:
            raise ValueError(f"not an ISO date: {self.text!r}")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        exact = date(year, month, day)
        return exact, exact

    @property
    def first(self) -> date:
        """The earliest day it may mean."""
        return self._bounds()[0]

    @property
    def last(self) -> date:
        """The latest day it may mean."""
        return self._bounds()[1]

    @property
    def is_exact(self) -> bool:
        """Whether it names one day."""
        return len(self.text) == 10

    def __str__(self) -> str:
        return self.text
