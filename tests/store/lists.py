"""Small invented lists for the tests of the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from recruitcheck.model import (
    AbsenceMeans,
    Coverage,
    Licence,
    LicenceStatus,
    Name,
    NameKind,
    Registry,
    RegistryEntry,
    RegistryKind,
    Reject,
)
from recruitcheck.store import SnapshotRequest

JAN, FEB, MAR, APR = (date(2025, month, 1) for month in (1, 2, 3, 4))
IMPORTED = datetime(2025, 6, 1, 12, tzinfo=UTC)
LATER = date(2030, 1, 1)


def registry(coverage: Coverage = Coverage.CURRENT, name: str = "xx-demo") -> Registry:
    return Registry(
        id=name,
        title="Register of invented agencies",
        authority="Ministry of Examples",
        jurisdiction="HK",
        kind=RegistryKind.LICENSING,
        coverage=coverage,
        absence_means=AbsenceMeans.NOT_LICENSED,
        shelf_life_days=30,
    )


def firm(key: str, name: str, *rows: int, number: str | None = None, of: str = "xx-demo", **more: Any) -> RegistryEntry:
    """An entry with one licence per row; further names are given as ``names``."""
    names = more.pop("names", (Name(name), *(Name(text, NameKind.TRADING) for text in more.pop("trading", ()))))
    licences = more.pop(
        "licences",
        tuple(
            Licence(row=row, status=LicenceStatus.VALID, number=f"{number or key}-{row_of}")
            for row_of, row in enumerate(rows)
        ),
    )
    return RegistryEntry(registry=of, key=key, names=names, rows=rows, licences=licences, **more)


def request(
    entries: Sequence[RegistryEntry],
    on: date | None = JAN,
    *,
    rejects: Iterable[Reject] = (),
    raw: dict[int, dict[str, str]] | None = None,
    **more: Any,
) -> SnapshotRequest:
    """A copy whose bytes follow from its entries."""
    rejects = tuple(rejects)
    rows = {row for entry in entries for row in entry.rows}
    raw = (
        raw
        if raw is not None
        else {row: {"Row": entry.name, "Key": entry.key} for entry in entries for row in entry.rows}
    )
    more.setdefault("registry", registry())
    more.setdefault("sha256", hashlib.sha256(repr((entries, rejects)).encode()).hexdigest())
    more.setdefault("definition_sha256", "d" * 64)
    more.setdefault("imported_at", IMPORTED)
    more.setdefault("source_name", "list.csv")
    more.setdefault("rows_read", len(rows) + len(rejects))
    return SnapshotRequest(entries=entries, rejects=rejects, raw_rows=raw, published_on=on, **more)
