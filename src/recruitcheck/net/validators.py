"""What tells one state of a file from another: ETag and Last-Modified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Self

import httpx

_STRONG_AFTER = 60.0  # seconds; a file changed within the same minute could have two states with one date
_MAX_CHARS = 500


@dataclass(frozen=True, slots=True)
class Validators:
    """The headers of one state of the file at ``url``."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    date: str | None = None

    @classmethod
    def of(cls, url: str, headers: httpx.Headers) -> Self:
        """As a response tells them."""
        return cls(url, *(_harmless(headers.get(name)) for name in ("ETag", "Last-Modified", "Date")))

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for the file only if it has another state by now; empty where nothing is known."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in found.items() if value}

    @property
    def exact(self) -> str | None:
        """A value for If-Range: a strong ETag, else a Last-Modified well before the answer; None: no resuming."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        if self.etag or not (changed := moment(self.last_modified)) or not (sent := moment(self.date)):
            return None
        return self.last_modified if (sent - changed).total_seconds() >= _STRONG_AFTER else None


def moment(text: str | None) -> datetime | None:
    """An HTTP date; None where it cannot be read."""
    if not text:
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _harmless(value: str | None) -> str | None:
    return value if value and len(value) <= _MAX_CHARS and value.isprintable() and value.isascii() else None
