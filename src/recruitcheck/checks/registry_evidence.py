"""How a registry's answer becomes evidence: the row as printed, or the search that found nothing."""

from __future__ import annotations

from collections.abc import Iterable

from recruitcheck.model import (
    Agreement,
    ComparisonEvidence,
    Debarment,
    EntryEvidence,
    Evidence,
    Licence,
    Match,
    NameKind,
    NearestName,
    RegistryLookup,
    SearchEvidence,
    Snapshot,
)

_NAME_WORDS = {
    NameKind.REGISTERED: "name",
    NameKind.TRADING: "trading name",
    NameKind.FORMER: "former name",
    NameKind.OTHER_SCRIPT: "name in another script",
    NameKind.ABBREVIATION: "abbreviation",
    NameKind.ALIAS: "other name",
}


def name_kind_words(match: Match) -> str:
    """What the matched name is to the entry, e.g. "trading name"."""
    return _NAME_WORDS[match.matched.kind]


def entry_evidence(match: Match, snapshot: Snapshot, row: int | None = None) -> EntryEvidence:
    """The row that carries the entry in one copy, with what bears on the question, as printed."""
    entry = match.entry
    fields: dict[str, str] = {"name": entry.name}
    if match.matched.text != entry.name:
        fields[name_kind_words(match)] = match.matched.text
    fields.update(_join("phone", entry.phones))
    fields.update(_join("email", entry.emails))
    fields.update(_join("website", entry.websites))
    fields.update(_join("address", (address.text or address.place or "" for address in entry.addresses[:3])))
    for number, licence in enumerate(entry.licences[:6], 1):
        fields.update(_licence_fields(licence, f" {number}" if len(entry.licences) > 1 else ""))
    for number, debarment in enumerate(entry.debarments[:6], 1):
        fields.update(_debarment_fields(debarment, f" {number}" if len(entry.debarments) > 1 else ""))
    fields.update({kind.replace("_", " "): value for kind, value in entry.other_ids})
    cited = row if row is not None else match.source_row
    copy = match.copy or snapshot
    return EntryEvidence(
        registry=entry.registry,
        snapshot=copy.id,
        sha256=copy.sha256,
        row=cited if cited is not None else (entry.rows[0] if entry.rows else 0),
        fields=fields,
    )


def _join(label: str, values: Iterable[str]) -> dict[str, str]:
    text = "; ".join(value for value in values if value)
    return {label: text} if text else {}


def _licence_fields(licence: Licence, suffix: str) -> dict[str, str]:
    pairs = {
        f"licence number{suffix}": licence.number,
        f"status as printed{suffix}": licence.status_word,
        f"status{suffix}": licence.status.value,
        f"route{suffix}": licence.route,
        f"scope{suffix}": "; ".join(licence.scope) or None,
        f"valid from{suffix}": licence.valid_from.text if licence.valid_from else None,
        f"valid to{suffix}": licence.valid_to.text if licence.valid_to else None,
        f"note{suffix}": licence.note,
    }
    return {label: value for label, value in pairs.items() if value}


def _debarment_fields(debarment: Debarment, suffix: str) -> dict[str, str]:
    pairs = {
        f"debarred from{suffix}": debarment.valid_from.text if debarment.valid_from else None,
        f"debarred to{suffix}": debarment.valid_to.text if debarment.valid_to else None,
        f"duration as printed{suffix}": debarment.duration,
        f"reason{suffix}": debarment.reason,
        f"note{suffix}": debarment.note,
    }
    return {label: value for label, value in pairs.items() if value}


def search_evidence(lookup: RegistryLookup, query: str) -> SearchEvidence:
    """A search in one copy, with the nearest names below the threshold so that a reader can judge it."""
    assert lookup.snapshot is not None
    nearest = tuple(NearestName(match.entry.entry_id, match.matched.text, match.score) for match in lookup.nearest[:5])
    return SearchEvidence(lookup.registry.id, lookup.snapshot.id, query, lookup.threshold, nearest)


def comparisons(match: Match, agreements: Iterable[Agreement]) -> tuple[Evidence, ...]:
    """Each field as asked beside the field as listed."""
    return tuple(
        ComparisonEvidence(
            left={"where": "as given", item.field.replace("_", " "): item.asked},
            right={"where": match.entry.entry_id, item.field.replace("_", " "): item.listed},
        )
        for item in agreements
    )
