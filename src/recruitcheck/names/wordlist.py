"""The word lists that ship beside this room, as plain text: one fact per line, ``#`` opens a comment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_DATA = Path(__file__).with_name("data")


def lines(name: str) -> Iterator[str]:
    """The lines of ``data/<name>.txt`` without comments and empty ones."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """The lines of ``data/<name>.txt`` cut at their first ": "."""
    for line in lines(name):
        key, _, value = line.partition(": ")
        yield key, value.strip()
