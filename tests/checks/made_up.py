"""Made-up lists, entries and lookups for the agency checks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from recruitcheck.model import (
    AbsenceMeans,
    Agreement,
    Coverage,
    Debarment,
    Gap,
    Licence,
    LicenceStatus,
    Match,
    Name,
    NameKind,
    PartialDate,
    Registry,
    RegistryEntry,
    RegistryKind,
    RegistryLookup,
    Snapshot,
)

DAY = date(2026, 6, 15)
COPY_DAY = date(2026, 6, 1)


def registry(kind: RegistryKind = RegistryKind.LICENSING, **more: Any) -> Registry:
    values: dict[str, Any] = {
        "id": "xx-list",
        "title": "Made-up list",
        "authority": "Made-up authority",
        "jurisdiction": "NP",
        "kind": kind,
        "coverage": Coverage.CURRENT,
        "absence_means": AbsenceMeans.NOT_LICENSED if kind.licenses else AbsenceMeans.NOTHING,
        "shelf_life_days": 60,
    }
    return Registry(**(values | more))


def snapshot(effective: date = COPY_DAY, **more: Any) -> Snapshot:
    values: dict[str, Any] = {
        "id": f"xx-list@{effective}+abcd1234",
        "registry": "xx-list",
        "sha256": "a" * 64,
        "source_name": "list.csv",
        "effective_on": effective,
        "imported_at": datetime(2026, 6, 2, tzinfo=UTC),
        "rows": 30,
        "kept": 30,
        "rejected": 0,
        "definition_sha256": "b" * 64,
        "published_on": effective,
    }
    return Snapshot(**(values | more))


def licence(status: LicenceStatus = LicenceStatus.VALID, **more: Any) -> Licence:
    for name in ("valid_from", "valid_to"):
        if isinstance(more.get(name), str):
            more[name] = PartialDate(more[name])
    return Licence(row=more.pop("row", 1), status=status, **more)


def debarment(start: str | None, end: str | None) -> Debarment:
    return Debarment(4, PartialDate(start) if start else None, PartialDate(end) if end else None)


def entry(name: str = "Example Himal Overseas Pvt. Ltd.", *licences: Licence, **more: Any) -> RegistryEntry:
    return RegistryEntry(
        registry="xx-list",
        key=more.pop("key", "k1"),
        names=more.pop("names", (Name(name),)),
        rows=(1,),
        licences=licences,
        **more,
    )


def match(
    of: RegistryEntry,
    score: float = 100.0,
    *,
    agrees: tuple[str, ...] = (),
    contradicts: tuple[str, ...] = (),
    **more: Any,
) -> Match:
    return Match(
        entry=of,
        score=score,
        query=more.pop("query", of.name),
        matched=more.pop("matched", Name(of.name, NameKind.REGISTERED)),
        agrees=tuple(Agreement(field, "given", "listed") for field in agrees),
        contradicts=tuple(Agreement(field, "given", "listed") for field in contradicts),
        source_row=1,
        **more,
    )


def lookup(*matches: Match, kind: RegistryKind = RegistryKind.LICENSING, **more: Any) -> RegistryLookup:
    gap: Gap | None = more.pop("gap", None)
    values: dict[str, Any] = {
        "registry": more.pop("registry", registry(kind)),
        "as_of": DAY,
        "snapshot": more.pop("snapshot", snapshot()),
        "gap": gap,
        "stale": gap is Gap.STALE,
        "threshold": 70.0,
        "matches": matches,
        "required": True,
    }
    return RegistryLookup(**(values | more))
