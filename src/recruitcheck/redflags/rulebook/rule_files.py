"""Where rules, packs, languages and mutings lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recruitcheck.resources import package_data

MUTED_FILE = "muted.yml"


def pack_paths(folder: Path) -> tuple[Path, ...]:
    """The packs of a folder of rules: ``packs/<lang>.yml`` and ``packs/<lang>/*.yml``."""
    packs = folder / "packs"
    return (*sorted(packs.glob("*.yml")), *sorted(packs.glob("*/*.yml")))


def muted_paths(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The files of the folders that mute something."""
    return tuple(folder / MUTED_FILE for folder in folders if (folder / MUTED_FILE).is_file())


def language_paths() -> tuple[Path, ...]:
    """The files whose bytes decide what is found, beside the rules."""
    return (*sorted((package_data("redflags") / "languages").glob("*.yml")), guards_path())


def guards_path() -> Path:
    """The file of all guards."""
    return package_data("redflags") / "guards.yml"
