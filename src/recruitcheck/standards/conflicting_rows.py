"""Rows of data files that name one another as conflicting: every id once, every id named there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from recruitcheck.errors import DataFileError


class ConflictingRow(Protocol):
    """What such a row has."""

    @property
    def id(self) -> str:
        """Its name among its kind."""

    @property
    def conflicts_with(self) -> tuple[str, ...]:
        """Ids of rows that say something else."""


def check_ids(noun: str, loaded: Iterable[tuple[Path, ConflictingRow]]) -> None:
    """DataFileError lists every id that stands twice and every conflict with a row that is in no file."""
    rows = tuple(loaded)
    seen: dict[str, Path] = {}
    problems = []
    for path, row in rows:
        if row.id in seen:
            problems.append(f"{path}: the {noun} {row.id!r} stands already in {seen[row.id]}. Choose another id.")
        seen.setdefault(row.id, path)
    for path, row in rows:
        problems.extend(
            f"{path}: {row.id}: conflicts_with names {other!r}, which is in no file."
            for other in row.conflicts_with
            if other not in seen
        )
    if problems:
        raise DataFileError(tuple(problems))
