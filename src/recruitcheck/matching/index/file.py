"""Named arrays in one file: written whole or not at all, hashed, mapped into memory on reading.

Layout: magic, length of the header, its hash, the header (JSON: sections with offset, size and item type, the hash
of the body, whatever the writer adds), then the sections, each on a multiple of eight bytes. Little-endian.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import struct
import sys
from array import array
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from recruitcheck.errors import StoreError

MAGIC = b"rcnames1"
MAX_HEADER = 1 << 20
_HEAD = struct.Struct("<8sQ32s")
_ALIGN = 8


def write_sections(path: Path, sections: Mapping[str, tuple[str, bytes | bytearray | array[Any]]], about: Any) -> None:
    """Write the sections (name → item type of ``array``, "B" for bytes; data) under a temporary name, then rename."""
    if sys.byteorder != "little":  # the file is a cache of this machine's own, and arrays are written as they lie
        raise StoreError("the name index needs a little-endian machine.")
    import tempfile  # who asks an index writes none

    table: dict[str, tuple[str, int, int]] = {}
    body = hashlib.sha256()
    offset = 0
    pieces: list[bytes | memoryview] = []
    for name, (kind, data) in sections.items():
        raw = memoryview(data).cast("B") if len(data) else memoryview(b"")
        pad = -len(raw) % _ALIGN
        table[name] = (kind, offset, len(raw))
        pieces += [raw, bytes(pad)]
        offset += len(raw) + pad
        body.update(raw)
        body.update(bytes(pad))
    header = json.dumps(
        {"about": about, "sections": table, "size": offset, "sha256": body.hexdigest()}, separators=(",", ":")
    ).encode()
    header += b" " * (-(len(header) + _HEAD.size) % _ALIGN)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(_HEAD.pack(MAGIC, len(header), hashlib.sha256(header).digest()))
            out.write(header)
            for piece in pieces:
                out.write(piece)
        Path(temporary).replace(path)
        _vouch(path, hashlib.sha256(header).digest())
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _vouched(path: Path, digest: bytes) -> bool:
    """Whether this very file was hashed whole before: hashing takes longer than a question."""
    try:
        return _stamp_of(path).read_bytes() == _state(path, digest)
    except OSError:
        return False


def _vouch(path: Path, digest: bytes) -> None:
    with suppress(OSError):  # a folder that cannot be written: the next one hashes again
        stamp = _stamp_of(path)
        stamp.touch(mode=0o600)
        stamp.write_bytes(_state(path, digest))


def _stamp_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.hashed")


def _state(path: Path, digest: bytes) -> bytes:
    told = path.stat()
    return f"{told.st_size} {told.st_mtime_ns} {told.st_ino} {digest.hex()}\n".encode()


class Sections:
    """A file of ``write_sections``, mapped. ValueError for whatever is not one, whole."""

    def __init__(self, path: Path, *, verify: bool = True) -> None:
        with path.open("rb") as file:
            head = file.read(_HEAD.size)
            if len(head) != _HEAD.size:
                raise ValueError("too short")
            magic, length, digest = _HEAD.unpack(head)
            if magic != MAGIC or length > MAX_HEADER:
                raise ValueError("not a name index of this version")
            header = file.read(length)
            if hashlib.sha256(header).digest() != digest:
                raise ValueError("the header is damaged")
            said = json.loads(header)
            start = _HEAD.size + length
            if os.fstat(file.fileno()).st_size != start + said["size"]:
                raise ValueError("the file is cut")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        whole = memoryview(self._map)
        if verify and not _vouched(path, digest):
            if hashlib.sha256(whole[start:]).hexdigest() != said["sha256"]:
                raise ValueError("the body is damaged")
            _vouch(path, digest)
        self.about: Any = said["about"]
        self._views: dict[str, memoryview[Any]] = {
            name: whole[start + offset : start + offset + size].cast(kind)
            for name, (kind, offset, size) in said["sections"].items()
        }

    def __getitem__(self, name: str) -> memoryview[Any]:
        return self._views[name]
