"""Time as the network needs it, handed in so that tests need not wait."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from recruitcheck.errors import NetworkError


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """``monotonic`` in seconds, ``sleep`` in seconds, ``jitter`` from 0 to 1, ``now`` in UTC."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random
    now: Callable[[], datetime] = _now


class Deadline:
    """The moment at which everything about one list must be over."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._end = clock.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds that remain; may be negative."""
        return self._end - self._clock.monotonic()

    def check(self) -> None:
        """NetworkError once the time is over."""
        if self.left <= 0:
            raise self.over()

    def over(self) -> NetworkError:
        """The failure of one who took too long."""
        return NetworkError(
            f"not done after {_span(self._seconds)}: given up.",
            todo="Try again when the line is better; a part that can be continued was kept.",
        )

    def bounded(self, seconds: float | None) -> float:
        """A shorter waiting time where less is left; NetworkError once nothing is."""
        left = self.left
        if left <= 0:
            raise self.over()
        return left if seconds is None else min(seconds, left)


def _span(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:g} seconds"
