"""A data file read: plain data that knows where each value stands. What was read before comes from the cache.

The parser is loaded when a file is new or a problem must be placed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recruitcheck.errors import DataFileError, InputError
from recruitcheck.resources.yaml_cache import keep, key_of, recall

MAX_BYTES = 16 * 1024 * 1024

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """Plain data and, for every key and item, its 1-based (line, column)."""

    source: str
    data: Any
    positions: Mapping[Place, tuple[int, int]] = field(repr=False)

    def where(self, place: Place) -> str:
        """``file:line:column`` of the closest known ancestor of a place."""
        while place and place not in self.positions:
            place = place[:-1]
        line, column = self.positions.get(place, (1, 1))
        return f"{self.source}:{line}:{column}"


class _LazyPositions(Mapping[Place, tuple[int, int]]):
    """Positions of a document that came from the cache: parsed only when a problem must be placed."""

    def __init__(self, raw: bytes, source: str) -> None:
        self._raw, self._source = raw, source
        self._found: Mapping[Place, tuple[int, int]] | None = None

    def _positions(self) -> Mapping[Place, tuple[int, int]]:
        if self._found is None:
            from recruitcheck.resources.strict_yaml import parse_yaml

            self._found = parse_yaml(self._raw.decode("utf-8-sig"), self._source).positions
        return self._found

    def __getitem__(self, place: Place) -> tuple[int, int]:
        return self._positions()[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._positions())

    def __len__(self) -> int:
        return len(self._positions())


def load_yaml(path: Path) -> YamlDocument:
    """Read one file; DataFileError lists every problem as ``file:line:column: what``."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(
                f"{size:,} bytes; a data file may have {MAX_BYTES:,}.",
                where=str(path),
                todo="Split it into several files.",
            )
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", where=str(path), todo="Check the path.") from error
    key = key_of(raw)
    known = recall(key)
    if known is not None:
        return YamlDocument(str(path), known, _LazyPositions(raw, str(path)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataFileError((f"{path}:{line}:1: not UTF-8. Save the file as UTF-8.",)) from error
    from recruitcheck.resources.strict_yaml import parse_yaml

    document = parse_yaml(text, str(path))
    keep(key, document.data)
    return document
