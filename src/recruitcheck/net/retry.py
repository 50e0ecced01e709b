"""Trying again: what may pass, how long to wait, when to give up."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from recruitcheck.errors import NetworkError
from recruitcheck.net.clock import Clock, Deadline
from recruitcheck.net.limits import FIRST_WAIT, LONGEST_RETRY_AFTER, LONGEST_WAIT, MAX_ATTEMPTS, MAX_TRIES


class PassingError(NetworkError):
    """A failure that may be gone at the next try. ``wait``: seconds that the server asks for."""

    def __init__(self, what: str, *, where: str = "", todo: str = "", wait: float | None = None) -> None:
        super().__init__(what, where=where, todo=todo)
        self.wait = wait


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds of a Retry-After header, as a number or a date; None where it says nothing that can be read."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        day = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, ((day if day.tzinfo else day.replace(tzinfo=UTC)) - now).total_seconds())


class Patience:
    """How often and when to try again."""

    def __init__(self, clock: Clock, deadline: Deadline) -> None:
        self._clock = clock
        self._deadline = deadline
        self._tries = 0
        self._attempts = 0

    def wait(self, failure: PassingError, *, moved: bool = False) -> None:
        """Sleep before the next try, or raise where there is none. ``moved``: the try brought something new."""
        self._attempts += 1
        self._tries = 1 if moved else self._tries + 1
        if self._tries >= MAX_TRIES or self._attempts >= MAX_ATTEMPTS:
            raise NetworkError(f"{failure.what} Given up after {self._attempts} tries.", todo="Try again later.")
        seconds = self._seconds(failure)
        if seconds > self._deadline.left:
            raise NetworkError(f"{failure.what} No time is left to try again.", todo="Try again later.")
        self._clock.sleep(seconds)

    def _seconds(self, failure: PassingError) -> float:
        if failure.wait is not None:
            if failure.wait > LONGEST_RETRY_AFTER:
                raise NetworkError(
                    f"{failure.what} It asks to be left alone for {failure.wait:,.0f} seconds.",
                    todo="Try again after that.",
                )
            return failure.wait
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (self._tries - 1))
        return longest * (0.5 + 0.5 * self._clock.jitter())  # jitter, so that many machines do not come back at once
