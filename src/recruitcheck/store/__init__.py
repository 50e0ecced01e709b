"""Snapshots, versions, as-of views, decisions and the ledger in one SQLite file."""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.store.database import Store
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


_HOMES = {
    **dict.fromkeys(__all__, "records"),
    "RegistryStatus": "listing",
    "Store": "database",
    "View": "view",
    **dict.fromkeys(("Preparation", "PreparedBatch", "PreparedEntry", "PreparedRows", "PreparedSearch"), "prepared"),
}
__getattr__ = lazy_exports(__name__, _HOMES)
