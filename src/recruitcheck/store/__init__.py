"""Snapshots, versions, as-of views, decisions and the ledger in one SQLite file."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from recruitcheck.store.database import Store

if TYPE_CHECKING:
    from recruitcheck.store.listing import RegistryStatus
    from recruitcheck.store.prepared import Preparation, PreparedBatch, PreparedEntry, PreparedRows, PreparedSearch
    from recruitcheck.store.records import (
        DecisionRecord,
        EntryChange,
        EntryVersion,
        ImportResult,
        LedgerLine,
        LedgerState,
        RawRow,
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
    "Preparation",
    "PreparedBatch",
    "PreparedEntry",
    "PreparedRows",
    "PreparedSearch",
    "RawRow",
    "RegistryStatus",
    "SearchHit",
    "SnapshotRequest",
    "Store",
    "StoreInfo",
    "View",
]


_HOMES = {  # the others are records
    "View": "view",
    "RegistryStatus": "listing",
    **dict.fromkeys(("Preparation", "PreparedBatch", "PreparedEntry", "PreparedRows", "PreparedSearch"), "prepared"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'records')}"), name)
