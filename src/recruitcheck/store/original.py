"""Original bytes of every imported file, kept compressed under their SHA-256 and never changed."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from recruitcheck.errors import InputError, StoreError

_CHUNK = 1 << 20
# Level 1 keeps up with the disk; higher levels would take longer than the import itself for little gain.
_LEVEL = 1
_SHA = re.compile(r"[0-9a-f]{64}\Z")


class Originals:
    """The folder ``<db>.originals``: ``ab/<sha256>.gz``, folders 0700, files 0600."""

    def __init__(self, database: Path) -> None:
        self.folder = database.with_name(database.name + ".originals")

    def path_of(self, sha256: str) -> Path:
        """Where the original lies; StoreError for anything but a hash."""
        if not _SHA.match(sha256):
            raise StoreError(f"not a SHA-256: {sha256[:80]!r}.", where=str(self.folder))
        return self.folder / sha256[:2] / f"{sha256}.gz"

    def keep(self, source: Path) -> str:
        """Copy ``source`` in and return its SHA-256; the same bytes are kept once."""
        partial = self.folder / f".partial-{os.getpid()}-{os.urandom(4).hex()}"
        try:
            self._folder(self.folder)
        except OSError as error:
            raise StoreError(f"cannot be written ({error.strerror}).", where=str(self.folder)) from error
        try:
            sha256 = self._compress(source, partial)
            target = self.path_of(sha256)
            if not target.exists():
                self._folder(target.parent)
                partial.replace(target)
                _sync_folder(target.parent)
            return sha256
        except OSError as error:
            raise StoreError(f"cannot be written ({error.strerror}).", where=str(self.folder)) from error
        finally:
            with suppress(OSError):
                partial.unlink()

    def _compress(self, source: Path, partial: Path) -> str:
        digest = hashlib.sha256()
        descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as raw:
            # No file name and no time inside: the same bytes give the same file.
            with gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=raw, mtime=0) as packed:
                for chunk in _chunks(source):
                    digest.update(chunk)
                    packed.write(chunk)
            raw.flush()
            os.fsync(raw.fileno())
        return digest.hexdigest()

    def _folder(self, folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(folder.parent)

    def read(self, sha256: str) -> bytes:
        """The original bytes; StoreError where they are missing or no longer have their hash."""
        path = self.path_of(sha256)
        try:
            with gzip.open(path) as packed:
                data = packed.read()
        except FileNotFoundError as error:
            raise StoreError("the original is missing.", where=str(path), todo="Restore it from a backup.") from error
        except (OSError, EOFError, zlib.error) as error:
            raise StoreError("the original is damaged.", where=str(path), todo="Restore it from a backup.") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError(
                "the original was changed: its SHA-256 differs.", where=str(path), todo="Restore it from a backup."
            )
        return data

    def forget(self, sha256: str) -> None:
        """Remove an original, where there is one."""
        with suppress(OSError):
            self.path_of(sha256).unlink()

    def files(self) -> Iterator[Path]:
        """Every kept original, sorted."""
        return iter(sorted(self.folder.glob("[0-9a-f][0-9a-f]/*.gz")))


def _chunks(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", where=str(source)) from error


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
