"""Unpacking what a server compressed on the way, no further than the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from recruitcheck.errors import NetworkError
from recruitcheck.net.limits import CHUNK

ACCEPTED = "gzip, identity;q=0.5"
_GZIP = zlib.MAX_WBITS | 16


def coding_of(header: str | None) -> str:
    """``gzip``, or empty for no coding; NetworkError for one that was not asked for."""
    name = (header or "").strip().lower()
    if name in ("", "identity"):
        return ""
    if name not in ("gzip", "x-gzip"):
        raise NetworkError(f"the answer came packed as {name[:40]!r}, which was not asked for.")
    return "gzip"


def unpacked(source: BinaryIO, coding: str, max_bytes: int) -> Iterator[bytes]:
    """The bytes without their coding, in pieces.

    NetworkError for what is damaged, cut, or larger than ``max_bytes`` in all.
    """
    size = 0
    for piece in _pieces(source) if coding else iter(lambda: source.read(CHUNK), b""):
        size += len(piece)
        if size > max_bytes:
            raise NetworkError(
                f"the answer unpacks to more than the {max_bytes:,} bytes that are allowed; refused.",
                todo="Look at the address by hand; where the list is so large, raise pull.max_bytes.",
            )
        yield piece


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    machine = zlib.decompressobj(_GZIP)
    data = b""
    while data := data or source.read(CHUNK):
        if machine.eof:  # a further member of the same file
            machine = zlib.decompressobj(_GZIP)
        try:
            yield machine.decompress(data, CHUNK)
        except zlib.error as error:
            raise NetworkError(f"the packed answer is damaged ({error}).", todo="Try again.") from error
        data = machine.unused_data if machine.eof else machine.unconsumed_tail
    if not machine.eof:
        raise NetworkError("the packed answer ends in the middle.", todo="Try again.")
