"""Invented entries."""

from __future__ import annotations

from recruitcheck.model import Name, RegistryEntry
from recruitcheck.names import split_names


def entry_named(raw: str, key: str = "1") -> RegistryEntry:
    """An entry with the names of one cell, and nothing else."""
    return RegistryEntry("xx-list", key, split_names(raw) or (Name(raw),), (1,))
