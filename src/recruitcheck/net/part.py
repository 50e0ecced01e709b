"""What has come of a file so far, kept between runs where the server can go on from there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

SCHEMA = "recruitcheck/part/1"


@dataclass(slots=True)
class Part:
    """Bytes as sent, in ``path``. ``exact``: the If-Range value of their state; None: they cannot be continued."""

    path: Path
    url: str
    exact: str | None = None
    coding: str = ""

    @property
    def size(self) -> int:
        """Bytes that are there."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    @property
    def range(self) -> dict[str, str]:
        """Headers that ask for the rest, provided that the file is still the same; empty to ask for all of it."""
        if not self.exact or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self.exact}

    def clear(self) -> None:
        """Begin anew."""
        self.path.unlink(missing_ok=True)
        self.exact, self.coding = None, ""


@contextmanager
def kept_part(folder: Path, key: str, url: str) -> Iterator[Part]:
    """The part of an earlier run, else a new one; what is left of it at the end is kept if it can be continued.

    It is taken by renaming, so that a second run at the same time finds none and begins its own.
    """
    mine = folder / f".{key}-{os.getpid()}-{os.urandom(4).hex()}.part"
    part = _claim(folder, key, url, mine) or Part(mine, url)
    try:
        yield part
    finally:
        if part.exact and part.size:
            _keep(folder, key, part)
        mine.unlink(missing_ok=True)


def _claim(folder: Path, key: str, url: str, mine: Path) -> Part | None:
    notes = folder / f"{key}.part.json"
    try:
        told = json.loads(notes.read_text(encoding="utf-8"))
        notes.unlink()
        (folder / f"{key}.part").replace(mine)
    except (OSError, ValueError, RecursionError):
        return None
    if isinstance(told, dict) and told.get("schema") == SCHEMA and told.get("url") == url:
        exact, coding = told.get("exact"), told.get("coding")
        if isinstance(exact, str) and exact.isascii() and exact.isprintable() and coding in ("", "gzip"):
            return Part(mine, url, exact, coding)
    mine.unlink(missing_ok=True)
    return None


def _keep(folder: Path, key: str, part: Part) -> None:
    told = {"schema": SCHEMA, "url": part.url, "exact": part.exact, "coding": part.coding}
    with suppress(OSError):  # a disk that is full: then the next run begins anew
        part.path.replace(folder / f"{key}.part")
        notes = folder / f".{key}.part.json"
        notes.write_text(json.dumps(told), encoding="utf-8")
        notes.replace(folder / f"{key}.part.json")
