"""A registry entry as stored: compact JSON without row numbers, so that another order of rows changes nothing.

Rows become *slots*: 0, 1 … in an order that follows from what each row says, not from where it stands. The row map of
a snapshot lists the rows of a version by slot, so that every licence finds its row again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, dataclass, fields
from typing import Any

from recruitcheck.model import (
    Address,
    Debarment,
    Licence,
    LicenceStatus,
    Name,
    NameKind,
    PartialDate,
    RegistryEntry,
)
from recruitcheck.store.stored_text import compact, storable

__all__ = ["HASH_BYTES", "Payload", "compact", "content_hash", "from_payload", "storable", "to_payload"]

HASH_BYTES = 16
_DATES = ("valid_from", "valid_to")
_PLAIN = ("phones", "emails", "websites")
_PAIRS = ("other_ids", "extra")


@dataclass(frozen=True, slots=True)
class Payload:
    """JSON text, hash of the content (order of rows set aside) and the source rows by slot."""

    text: str
    hash: bytes
    rows: tuple[int, ...]


def content_hash(text: str) -> bytes:
    """The key under which equal content is kept once."""
    return hashlib.blake2b(text.encode(), digest_size=HASH_BYTES).digest()


def to_payload(entry: RegistryEntry) -> Payload:
    """The stored form of an entry."""
    rows = sorted({*entry.rows, *(item.row for item in entry.licences), *(item.row for item in entry.debarments)})
    licences = [(item.row, _fields_of(item)) for item in entry.licences]
    debarments = [(item.row, _fields_of(item)) for item in entry.debarments]
    ids = (
        dict(zip(entry.rows, entry.source_ids, strict=True))
        if len({*entry.rows}) == len(entry.rows) == len(entry.source_ids)
        else {}
    )
    if len(rows) > 1:
        rows = _by_content(rows, licences, debarments, ids)
    slot = {row: index for index, row in enumerate(rows)}
    content: dict[str, Any] = {"names": [[name.text, name.kind.value] for name in entry.names]}
    if ids:
        content["row_ids"] = [ids.get(row, "") for row in rows]
    elif entry.source_ids:
        content["source_ids"] = list(entry.source_ids)
    if entry.addresses:
        content["addresses"] = [_fields_of(address) for address in entry.addresses]
    for field in _PLAIN + _PAIRS:
        if value := getattr(entry, field):
            content[field] = value
    if licences:
        content["licences"] = [{"slot": slot[row], **item} for row, item in licences]
    if debarments:
        content["debarments"] = [{"slot": slot[row], **item} for row, item in debarments]
    text = compact(content)
    same = text if len(rows) == 1 else compact(_without_order(content))
    return Payload(text, content_hash(same), tuple(rows))


def _by_content(
    rows: list[int], licences: list[tuple[int, Any]], debarments: list[tuple[int, Any]], ids: dict[int, str]
) -> list[int]:
    says: dict[int, list[str]] = {row: [] for row in rows}
    for row, value in ids.items():
        says[row].append(compact(["id", value]))
    for kind, items in (("licence", licences), ("debarment", debarments)):
        for row, item in items:
            says[row].append(compact([kind, item]))
    # Rows that carry nothing of their own come last: a further one moves no slot.
    return sorted(rows, key=lambda row: (not says[row], sorted(says[row]), row))


def _without_order(content: dict[str, Any]) -> dict[str, Any]:
    return {
        field: sorted(value, key=compact) if field != "row_ids" and len(value) > 1 else value
        for field, value in content.items()
    }


def _fields_of(item: Licence | Debarment | Address) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for field in _FIELDS[type(item)]:
        value = getattr(item, field)
        if value is None or value == ():
            continue
        result[field] = value.text if isinstance(value, PartialDate) else value
    return result


_FIELDS = {kind: tuple(f.name for f in fields(kind) if f.name != "row") for kind in (Licence, Debarment, Address)}
assert all(f.default is not MISSING or f.name in ("row", "status") for kind in _FIELDS for f in fields(kind))


def from_payload(registry: str, key: str, text: str, rows: tuple[int, ...]) -> RegistryEntry:
    """The entry of ``text`` with the rows (by slot) of one snapshot; names keep the order first seen."""
    content: dict[str, Any] = json.loads(text)
    ids = content.get("row_ids")
    if ids:
        source_ids = tuple(value for _, value in sorted(zip(rows, ids, strict=False)) if value)
    else:
        source_ids = tuple(content.get("source_ids", ()))
    licences = (_licence(item, rows) for item in content.get("licences", ()))
    debarments = (_debarment(item, rows) for item in content.get("debarments", ()))
    return RegistryEntry(
        registry=registry,
        key=key,
        names=tuple(Name(name, NameKind(kind)) for name, kind in content["names"]),
        rows=tuple(sorted(rows)),
        source_ids=source_ids,
        addresses=tuple(Address(**address) for address in content.get("addresses", ())),
        phones=tuple(content.get("phones", ())),
        emails=tuple(content.get("emails", ())),
        websites=tuple(content.get("websites", ())),
        other_ids=tuple((kind, value) for kind, value in content.get("other_ids", ())),
        licences=tuple(sorted(licences, key=lambda licence: licence.row)),
        debarments=tuple(sorted(debarments, key=lambda debarment: debarment.row)),
        extra=tuple((field, value) for field, value in content.get("extra", ())),
    )


def _licence(item: dict[str, Any], rows: tuple[int, ...]) -> Licence:
    values = _dated(item, rows)
    values["status"] = LicenceStatus(values["status"])
    values["scope"] = tuple(values.get("scope", ()))
    return Licence(**values)


def _debarment(item: dict[str, Any], rows: tuple[int, ...]) -> Debarment:
    return Debarment(**_dated(item, rows))


def _dated(item: dict[str, Any], rows: tuple[int, ...]) -> dict[str, Any]:
    values = dict(item)
    values["row"] = rows[values.pop("slot")]
    for field in _DATES:
        if field in values:
            values[field] = PartialDate(values[field])
    return values
