"""Parsed data files, kept as JSON under the hash of their bytes: strict parsing is paid once per content.

Only what passed the strict parser is kept. A cache that cannot be read or written is passed over in silence, since
the file itself is always there. ``RECRUITCHECK_NO_CACHE`` turns it off.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

_NEWEST = 4  # values of one family that stay
FORMAT = "1"  # changes whenever the strict parser reads anything differently


def cache_folder() -> Path | None:
    """``recruitcheck`` in the user's cache directory (XDG base directories); None where caching is off."""
    if os.environ.get("RECRUITCHECK_NO_CACHE"):
        return None
    base = os.environ.get("XDG_CACHE_HOME")
    home = os.environ.get("HOME")
    if base:
        return Path(base) / "recruitcheck" / f"yaml-{FORMAT}"
    return Path(home) / ".cache" / "recruitcheck" / f"yaml-{FORMAT}" if home else None


def key_of(raw: bytes) -> str:
    """The name of the cached form of these bytes."""
    return hashlib.sha256(raw).hexdigest()


def recall(key: str) -> Any | None:
    """The data kept under a key, checked against the digest it was kept with; None where there is none."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        digest, _, payload = (folder / f"{key}.json").read_bytes().partition(b"\n")
        if hashlib.sha256(payload).hexdigest().encode() != digest:
            return None
        return json.loads(payload)
    except (OSError, ValueError):
        return None


def keep(key: str, data: Any) -> None:
    """Keep data under a key, whole or not at all."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError, ValueError):
        payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        import tempfile  # most commands keep nothing new

        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
        Path(name).replace(folder / f"{key}.json")


def forget_older(family: str) -> None:
    """Remove all but the newest files whose keys begin with ``family`` and a full stop."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):  # another process may remove them too
        files = sorted(folder.glob(f"{family}.*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in files[_NEWEST:]:
            path.unlink()
