"""Which format a file has, without reading it as a list."""

from __future__ import annotations

from pathlib import Path

from recruitcheck.registry.readers.archive import HEAD_BYTES
from recruitcheck.registry.readers.signature import sniff_format
from recruitcheck.registry.table import Source


def file_format(path: Path) -> str:
    """``csv``, ``xlsx``, ``html`` …, told by the bytes; InputError for what cannot be a list."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return sniff_format(Source(path, path.stat().st_size, head))
