"""Settings: flags come first, then the environment, then ``recruitcheck.toml`` in this folder or a parent."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from recruitcheck.errors import DataFileError

FILE_NAME = "recruitcheck.toml"
_KEYS = ("db", "registries", "rules", "standards", "origin", "destination", "sector", "fail_on", "for", "offline")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file and the environment give; None or empty where nothing is given."""

    db: Path | None = None
    registries: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    standards: tuple[Path, ...] = ()
    origin: str | None = None
    destination: str | None = None
    sector: str | None = None
    fail_on: str | None = None
    audience: str | None = None
    offline: bool = False
    file: Path | None = None


def default_db(environ: Mapping[str, str]) -> Path:
    """``RECRUITCHECK_DB``, else recruitcheck.db in the user data directory (XDG base directories)."""
    if given := environ.get("RECRUITCHECK_DB"):
        return Path(given)
    base = environ.get("XDG_DATA_HOME")
    root = Path(base) if base else Path(environ.get("HOME", "~")).expanduser() / ".local" / "share"
    return root / "recruitcheck" / "recruitcheck.db"


def load_settings(start: Path, environ: Mapping[str, str] = os.environ) -> Settings:
    """Find and read the nearest settings file at or above ``start``; unknown keys are errors."""
    path = next((folder / FILE_NAME for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), None)
    if path is None:
        return Settings()
    import tomllib  # most folders hold no settings

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError((f"{path}: not valid TOML: {error}.",)) from error
    _refuse_wrong(data, path)

    def folders(key: str) -> tuple[Path, ...]:
        value = data.get(key, [])
        return tuple(path.parent / item for item in ([value] if isinstance(value, str) else value))

    return Settings(
        db=path.parent / Path(data["db"]).expanduser() if "db" in data else None,
        registries=folders("registries"),
        rules=folders("rules"),
        standards=folders("standards"),
        origin=data.get("origin"),
        destination=data.get("destination"),
        sector=data.get("sector"),
        fail_on=data.get("fail_on"),
        audience=data.get("for"),
        offline=data.get("offline", False),
        file=path,
    )


def _refuse_wrong(data: dict[str, object], path: Path) -> None:
    problems = [f"{path}: {key}: unknown setting. Known: {', '.join(_KEYS)}." for key in sorted(set(data) - set(_KEYS))]
    for key, value in data.items():
        if key in ("registries", "rules", "standards"):
            good = isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))
            wanted = "a folder or a list of folders"
        elif key == "offline":
            good, wanted = isinstance(value, bool), "true or false"
        else:
            good, wanted = isinstance(value, str), "text in quotes"
        if key in _KEYS and not good:
            problems.append(f"{path}: {key}: {wanted} is expected.")
    if problems:
        raise DataFileError(tuple(problems))
