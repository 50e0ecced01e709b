"""What differs between two copies of a list: added, gone, renamed, moved, another status, other details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from recruitcheck.cli.output import put, put_csv, put_json, put_rows, talk
from recruitcheck.cli.session import find, open_store
from recruitcheck.cli.shared import Shared, parse_day
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.model import RegistryEntry, Snapshot
    from recruitcheck.store import Store
    from recruitcheck.store.records import EntryChange

KINDS = ("added", "gone", "status", "renamed", "moved", "details")
SHOWN_ROWS = 200


def show_difference(shared: Shared, registry_id: str, earlier: str | None, later: str | None, kind: str | None) -> None:
    """The differences of two copies, as a table, JSON Lines or CSV."""
    if kind is not None and kind not in KINDS:
        raise UsageError(f"--only {kind}: not known.", todo=f"Use one of: {', '.join(KINDS)}.")
    if not shared.db.is_file():
        raise UsageError(
            f"no database at {shared.db}.", todo="Import a list first: recruitcheck registry import ID FILE."
        )
    with open_store(shared, create=False) as store:
        if registry_id not in {item.id for item in store.registries()}:
            find(shared, registry_id)
        before, after = two_copies(store, shared, registry_id, earlier, later)
        rows = [row for change in store.changes(before.id, after.id) for row in difference_rows(change)]
    counts = Counter(row["kind"] for row in rows)
    shown = [row for row in rows if kind is None or row["kind"] == kind]
    head = {"schema": "recruitcheck/registry-diff/1", "registry": registry_id, "from": before.id, "to": after.id}
    if shared.format == "json":
        put_json({**head, "counts": {each: counts[each] for each in KINDS}, "changes": shown})
        return
    columns = ["kind", "entry_id", "name", "before", "after", "row_before", "row_after"]
    cells = [["" if row[name] is None else str(row[name]) for name in columns] for row in shown]
    if shared.format == "csv":
        put_csv(columns, cells)
        return
    put(f"{before.id} → {after.id}: " + ", ".join(f"{counts[each]:,} {each}" for each in KINDS))
    if cells:
        put_rows(
            shared,
            "",
            ["what", "name", "before", "after"],
            [[row[0], row[2], row[3], row[4]] for row in cells[:SHOWN_ROWS]],
        )
    if len(cells) > SHOWN_ROWS:
        talk(shared, f"{len(cells) - SHOWN_ROWS:,} more: --format csv or json tells all, --only KIND fewer.")
    for note in _notes(before, after):
        talk(shared, note)


def _notes(before: Snapshot, after: Snapshot) -> Iterator[str]:
    for copy in (before, after):
        if not copy.complete:
            yield f"note: {copy.id} is partial ({copy.partial_reason}): what is not in it may still be listed."
    if before.definition_sha256 != after.definition_sha256:
        yield "note: the two copies were read by different definitions; some changes may be of the reading only."


def two_copies(
    store: Store, shared: Shared, registry_id: str, earlier: str | None, later: str | None
) -> tuple[Snapshot, Snapshot]:
    """The copies meant: by id or day (the newest of that day or before); left out: the two newest of ``--as-of``."""
    held = [
        copy
        for copy in store.snapshots(registry_id, known_on=shared.known_on)
        if copy.refused_reason is None and (earlier or later or copy.effective_on <= shared.as_of)
    ]
    if len(held) < 2:
        raise UsageError(
            f"{registry_id} has {len(held)} copies here; two are needed.", todo="Import another copy with its date."
        )
    last = _copy_of(held, later) if later else held[-1]
    first = (
        _copy_of(held, earlier)
        if earlier
        else next((c for c in reversed(held) if c.id != last.id and _key(held, c) < _key(held, last)), None)
    )
    if first is None:
        raise UsageError(
            f"there is no copy before {last.id}.", todo="Name two copies: recruitcheck registry history ID."
        )
    return first, last


def _key(held: Sequence[Snapshot], copy: Snapshot) -> int:
    return held.index(copy)


def _copy_of(held: Sequence[Snapshot], text: str) -> Snapshot:
    for copy in held:
        if text == copy.id:
            return copy
    day: date = parse_day(text, "copy")
    upto = [copy for copy in held if copy.effective_on <= day]
    if not upto:
        raise UsageError(f"no copy is as old as {text}.", todo=f"The oldest is {held[0].id}.")
    return upto[-1]


def difference_rows(change: EntryChange) -> Iterator[dict[str, Any]]:
    """One line per kind of change of one entry."""
    before, after = change.before, change.after
    entry = after or before
    assert entry is not None
    base = {
        "entry_id": entry.entry_id,
        "name": entry.name,
        "row_before": before.rows[0] if before and before.rows else None,
        "row_after": after.rows[0] if after and after.rows else None,
    }
    if before is None or after is None:
        side = after or before
        told = _states(side) if side else ""
        yield {
            "kind": "added" if before is None else "gone",
            **base,
            "before": told if after is None else None,
            "after": told if before is None else None,
        }
        return
    parts = (
        ("renamed", "names", _names(before), _names(after)),
        ("status", "licences", _states(before), _states(after)),
        ("moved", "addresses", _places(before), _places(after)),
    )
    told_any = False
    for kind, _, old, new in parts:
        if old != new:
            told_any = True
            yield {"kind": kind, **base, "before": old, "after": new}
    if not told_any:
        yield {"kind": "details", **base, "before": None, "after": ", ".join(change.changed) or None}


def _names(entry: RegistryEntry) -> str:
    return "; ".join(sorted(name.text for name in entry.names))


def _states(entry: RegistryEntry) -> str:
    licences = (
        " ".join(
            filter(
                None,
                (
                    licence.number,
                    licence.status.value,
                    licence.route,
                    f"until {licence.valid_to.text}" if licence.valid_to else None,
                ),
            )
        )
        for licence in entry.licences
    )
    bans = (
        " ".join(
            filter(
                None,
                (
                    "excluded",
                    f"from {ban.valid_from.text}" if ban.valid_from else None,
                    f"until {ban.valid_to.text}" if ban.valid_to else None,
                ),
            )
        )
        for ban in entry.debarments
    )
    return "; ".join(sorted({*licences, *bans}))


def _places(entry: RegistryEntry) -> str:
    lines = (
        ", ".join(filter(None, (each.text, each.place, each.region, each.postal_code, each.country)))
        for each in entry.addresses
    )
    return "; ".join(sorted(lines))
