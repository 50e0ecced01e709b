"""Snapshots, versions, as-of views, decisions and the ledger in one SQLite file."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from recruitcheck.store.database import Store

if TYPE_CHECKING:
    from recruitcheck.store.records import (
        DecisionRecord,
        EntryChange,
        EntryVersion,
        ImportResult,
        LedgerLine,
        LedgerState,
        RawRow,
        RegistryStatus,
        SearchHit,
        SnapshotRequest,
        StoreInfo,
    )
    from recruitcheck.store.view import View

__all__ = [
    "DecisionRecord",
    "EntryChange",
    "EntryVersion",
    "ImportResult",
    "LedgerLine",
    "LedgerState",
    "RawRow",
    "RegistryStatus",
    "SearchHit",
    "SnapshotRequest",
    "Store",
    "StoreInfo",
    "View",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'view' if name == 'View' else 'records'}"), name)
