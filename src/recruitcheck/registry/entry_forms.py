"""Entries in forms that other programs read: flat rows, plain records, FollowTheMoney entities."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from typing import Any

from recruitcheck.model import Debarment, Licence, NameKind, PartialDate, Registry, RegistryEntry, Snapshot

COLUMNS = (
    "entry_id", "source_id", "name", "other_names", "licence_number", "status", "status_word", "route", "scope",
    "valid_from", "valid_to", "reason", "address", "place", "region", "postal_code", "country", "phones", "emails",
    "websites", "other_ids", "snapshot", "effective_on", "row",
)  # fmt: skip
_SEVERAL = " | "
_FTM_NAMES = {NameKind.REGISTERED: "name", NameKind.OTHER_SCRIPT: "name", NameKind.FORMER: "previousName"}
_FTM_IDS = {"company_number": "registrationNumber", "tax_number": "taxNumber", "vat_number": "vatCode"}
MAX_PHONE = 32  # characters that FollowTheMoney takes for one


def flat_rows(entry: RegistryEntry, snapshot: Snapshot) -> Iterator[dict[str, str]]:
    """A row per licence and exclusion, or one for an entry that has neither; every value is text."""
    place = entry.addresses[0] if entry.addresses else None
    shared = {
        "entry_id": entry.entry_id,
        "source_id": entry.source_id,
        "name": entry.name,
        "other_names": _SEVERAL.join(
            f"{name.text} ({name.kind.value})" for name in entry.names if name.text != entry.name
        ),
        "address": _SEVERAL.join(each.text for each in entry.addresses if each.text),
        "place": (place and place.place) or "",
        "region": (place and place.region) or "",
        "postal_code": (place and place.postal_code) or "",
        "country": (place and place.country) or "",
        "phones": _SEVERAL.join(entry.phones),
        "emails": _SEVERAL.join(entry.emails),
        "websites": _SEVERAL.join(entry.websites),
        "other_ids": _SEVERAL.join(f"{kind}: {value}" for kind, value in entry.other_ids),
        "snapshot": snapshot.id,
        "effective_on": snapshot.effective_on.isoformat(),
    }
    items: tuple[Licence | Debarment | None, ...] = (*entry.licences, *entry.debarments)
    for item in items or (None,):
        told = (
            dict.fromkeys(COLUMNS, "")
            | shared
            | {"row": str(item.row if item else entry.rows[0] if entry.rows else "")}
        )
        if item is not None:
            told |= _permission(item)
        yield told


def _permission(item: Licence | Debarment) -> dict[str, str]:
    told = {
        "status_word": item.status_word or "",
        "valid_from": _day(item.valid_from),
        "valid_to": _day(item.valid_to),
    }
    if isinstance(item, Licence):
        scope = _SEVERAL.join(item.scope)
        return told | {
            "licence_number": item.number or "",
            "status": item.status.value,
            "route": item.route or "",
            "scope": scope,
        }
    return told | {"status": "excluded", "reason": item.reason or ""}


def _day(day: PartialDate | None) -> str:
    return day.text if day else ""


def record(entry: RegistryEntry, snapshot: Snapshot) -> dict[str, Any]:
    """The whole entry as plain data, with the copy that says it."""
    content = dataclasses.asdict(entry, dict_factory=_plain)
    return {
        "entry_id": entry.entry_id,
        "snapshot": snapshot.id,
        "effective_on": snapshot.effective_on.isoformat(),
        **content,
    }


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {
        key: value["text"] if isinstance(value, dict) and value.keys() == {"text"} else value for key, value in pairs
    }


def ftm_entities(entry: RegistryEntry, registry: Registry, snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """The firm as a LegalEntity, and a Sanction for each exclusion; ``snapshot`` dates what they say."""
    found: dict[str, list[str]] = {}
    for name, value in _ftm_values(entry, registry):
        if value and value not in found.setdefault(name, []):
            found[name].append(value)
    if "name" not in found:
        found["name"] = [entry.name]
    found["retrievedAt"] = [(snapshot.retrieved_on or snapshot.effective_on).isoformat()]
    properties = {name: values for name, values in sorted(found.items()) if values}
    yield {"id": entry.entry_id, "schema": "LegalEntity", "caption": entry.name, "properties": properties}
    for number, ban in enumerate(entry.debarments, 1):
        yield _sanction(entry, ban, number, registry)


def _ftm_values(entry: RegistryEntry, registry: Registry) -> Iterator[tuple[str, str | None]]:
    for name in entry.names:
        yield _FTM_NAMES.get(name.kind, "alias"), name.text
    for address in entry.addresses:
        yield "country", address.country.lower() if address.country else None
        lines = (address.text, address.place, address.region, address.postal_code)
        yield "address", ", ".join(dict.fromkeys(filter(None, lines))) or None
    yield from (("phone", phone) for phone in entry.phones if len(phone) <= MAX_PHONE)
    yield from (("email", mail) for mail in entry.emails)
    yield from (("website", site) for site in entry.websites)
    yield from ((_FTM_IDS.get(kind, "idNumber"), value) for kind, value in entry.other_ids)
    for licence in entry.licences:
        yield "licenseNumber", licence.number
        yield "status", licence.status.value
        yield "notes", _licence_note(licence)
    yield "topics", "debarment" if entry.debarments else None
    yield "sourceUrl", registry.url
    yield "publisher", registry.authority
    known = registry.kind.licenses and registry.jurisdiction != "XX"
    yield "jurisdiction", registry.jurisdiction[:2].lower() if known else None


def _licence_note(licence: Licence) -> str:
    parts = (
        f"Licence {licence.number}" if licence.number else "Licence",
        f"status {licence.status_word!r}" if licence.status_word else f"status {licence.status.value}",
        f"route {licence.route}" if licence.route else None,
        f"from {licence.valid_from.text}" if licence.valid_from else None,
        f"until {licence.valid_to.text}" if licence.valid_to else None,
    )
    return ", ".join(filter(None, parts))


def _sanction(entry: RegistryEntry, ban: Debarment, number: int, registry: Registry) -> dict[str, Any]:
    told = {
        "entity": entry.entry_id,
        "authority": registry.authority,
        "program": registry.title,
        "country": registry.jurisdiction[:2].lower() if registry.jurisdiction != "XX" else None,
        "startDate": _day(ban.valid_from),
        "endDate": _day(ban.valid_to),
        "reason": ban.reason,
        "status": ban.status_word,
        "summary": ban.note,
        "sourceUrl": registry.url,
    }
    said = "|".join((entry.entry_id, _day(ban.valid_from), _day(ban.valid_to), ban.reason or "", str(number)))
    return {
        "id": f"{registry.id}-sanction-{hashlib.sha256(said.encode()).hexdigest()[:16]}",
        "schema": "Sanction",
        "caption": registry.title,
        "properties": {name: [value] for name, value in sorted(told.items()) if value},
    }
