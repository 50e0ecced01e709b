"""Lists inside zip, gzip and saved web pages: unpacked under a name of our own, within bounds, one file at a time."""

from __future__ import annotations

import gzip
import io
import lzma
import shutil
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.limits import (
    MAX_ARCHIVE_TRIES,
    MAX_PACKING_RATIO,
    MAX_UNPACKED_BYTES,
    SMALL_UNPACKED_BYTES,
)
from recruitcheck.registry.readers.web_archive import pages
from recruitcheck.registry.table import Source

PACKED = frozenset({"gzip", "zip", "mhtml"})  # formats that hold a file of another
HEAD_BYTES = 64 * 1024
BROKEN = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError)
SHOWN_CHARS = 80
_CHUNK = 1024 * 1024
_CLUTTER = ("__macosx/", ".ds_store", "thumbs.db", "readme", "licence", "license", "schema.")


class _Room:
    """A folder of our own that goes when nobody holds it any more: rows are read long after it is filled."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="recruitcheck-"))
        weakref.finalize(self, shutil.rmtree, str(self.path), ignore_errors=True)


def unpacked(source: Source, kind: str, warnings: list[str]) -> Iterator[Source]:
    """The files inside, likeliest first, each unpacked when it is asked for.

    A name inside an archive is shown, never used as a path. Raises InputError for a damaged or locked archive and
    for one that swells beyond the bounds of ``limits``.
    """
    if kind == "mhtml":
        for page in pages(source):
            yield _copied(io.BytesIO(page), source, "")
        return
    if kind == "gzip":
        with _told(source), gzip.open(source.path) as file:
            yield _copied(file, source, "")
        return
    with _told(source), zipfile.ZipFile(source.path) as archive:
        members = _members(archive)
        if not members:
            raise InputError("the zip holds no file.", where=source.where, todo="Get the list itself.")
        if len(members) > 1:
            warnings.append(f"The zip holds {len(members):,} files; the largest that is such a list was read.")
        for member in members[:MAX_ARCHIVE_TRIES]:
            if member.flag_bits & 0x1:
                raise InputError("the zip is locked.", where=source.where, todo="Unpack it with its password first.")
            with archive.open(member) as file:
                inner = _copied(file, source, shown_name(member.filename))
            yield inner


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Files that may be the list, the largest first; what archivers and authorities add comes last."""
    files = [each for each in archive.infolist() if not each.is_dir() and each.file_size]

    def merit(member: zipfile.ZipInfo) -> tuple[bool, int, str]:
        name = member.filename.casefold()
        clutter = any(name.startswith(mark) or f"/{mark}" in name for mark in _CLUTTER)
        return (clutter, -member.file_size, name)

    return sorted(files, key=merit)


def shown_name(name: str) -> str:
    """A member's name fit for a message: its last part, printable and short."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    clean = "".join(letter for letter in last if letter.isprintable())
    return clean[:SHOWN_CHARS] or "a file"


def _copied(file: IO[bytes] | gzip.GzipFile, source: Source, name: str) -> Source:
    room = _Room()
    path = room.path / "list"
    size = 0
    with path.open("wb") as copy:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            crowded = size > SMALL_UNPACKED_BYTES and size > MAX_PACKING_RATIO * max(source.size, 1)
            if size > MAX_UNPACKED_BYTES or crowded:
                raise InputError(
                    f"it unpacks to more than {size:,} bytes from {source.size:,}: it is refused as a zip bomb.",
                    where=source.where,
                    todo="Unpack it by hand if you trust it, and give the list itself.",
                )
            copy.write(chunk)
    with path.open("rb") as copy_again:
        head = copy_again.read(HEAD_BYTES)
    shown = f"{source.where} > {name}" if name else source.where
    return Source(path, size, head, source.known_headers, shown, room)


class _told:  # noqa: N801  reads as a word at its place
    """Turns the errors of damaged archives into one line."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (*BROKEN, NotImplementedError, OSError)) or type(error) in (RuntimeError, ValueError):
            raise InputError(
                f"the archive is damaged or cut ({' '.join(str(error).split())[:100] or 'no detail'}).",
                where=self.source.where,
                todo="Get the whole file again.",
            ) from error
