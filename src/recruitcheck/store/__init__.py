"""Snapshots, versions, as-of views, decisions and the ledger in one SQLite file."""

from recruitcheck.store.database import Store
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
