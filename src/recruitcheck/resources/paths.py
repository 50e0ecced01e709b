"""Where shipped data lies: inside the wheel, or at the top of a checkout."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import recruitcheck
from recruitcheck.errors import RecruitcheckError

_PACKAGE = Path(recruitcheck.__file__).resolve().parent


def package_data(relative: str) -> Path:
    """The folder or file of data inside the package, e.g. ``redflags/rules``."""
    return _PACKAGE / relative


def shipped(folder: Literal["registries", "report_templates"]) -> Path:
    """A top-level data folder: the wheel's copy, else the checkout's."""
    for candidate in (_PACKAGE / "shipped" / folder, _PACKAGE.parents[1] / folder):
        if candidate.is_dir():
            return candidate
    raise RecruitcheckError(
        f"the folder {folder} is missing from this installation.", todo="Install recruitcheck again from its wheel."
    )


def tree_sha256(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of files, independent of where they lie and in what order they come."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda item: item.name):
        digest.update(path.name.encode("utf-8", "surrogateescape") + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
