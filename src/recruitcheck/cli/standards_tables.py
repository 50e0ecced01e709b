"""Fee limits, coverage, changes and remarks of the catalogue as tables or JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from recruitcheck.cli.registry_views import put_list
from recruitcheck.cli.shared import Shared, parse_day
from recruitcheck.cli.standards_views import corridor_of
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.model import Corridor
    from recruitcheck.standards.fee_judgement import LimitReading

_VIEWS = ("instrument", "place")


def some_corridor(shared: Shared) -> Corridor:
    """A corridor with at least one end; UsageError without."""
    corridor = corridor_of(shared)
    if corridor.origin is None and corridor.destination is None:
        raise UsageError("no country given.", todo="Add --origin or --destination.")
    return corridor


def show_caps(shared: Shared) -> None:
    """Every limit that applies or may apply, origin first; they are never merged into one."""
    from recruitcheck.standards import load_catalogue

    found = load_catalogue(shared.standards).limits_for(some_corridor(shared), shared.as_of)
    columns = ["jurisdiction", "bound", "basis", "limit", "applies"]
    put_list(shared, f"Fee limits as of {shared.as_of}", "fee_limits", [_cap(item) for item in found], columns)


def _cap(item: LimitReading) -> dict[str, Any]:
    from recruitcheck.standards.fee_verdict import describe

    row = item.row
    return {
        "id": row.id,
        "side": row.side,
        "jurisdiction": row.jurisdiction,
        "bound": row.bound,
        "basis": row.basis.replace("_", " "),
        "limit": describe(row),
        "applies": f"depends on {' and '.join(item.unknown)}" if item.unknown else "yes",
        "when_allowed": row.when_allowed,
        "judged": row.usable,
        "instrument": row.instrument,
        "provision": row.provision,
        "in_force_from": str(row.in_force_from) if row.in_force_from else None,
        "in_force_to": str(row.in_force_to) if row.in_force_to else None,
        "verification": row.how.value.replace("_", " "),
        "confidence": row.confidence,
        "verified_at": row.verified_at,
        "conflicts_with": list(row.conflicts_with),
    }


def show_coverage(shared: Shared, by: str) -> None:
    """What is held, by instrument or by place."""
    if by not in _VIEWS:
        raise UsageError(f"--by {by}: not known.", todo=f"Use one of: {', '.join(_VIEWS)}.")
    if by == "place":
        _show_places(shared)
    else:
        _show_instruments(shared)


def _show_instruments(shared: Shared) -> None:
    from recruitcheck.redflags import load_rules
    from recruitcheck.standards import load_catalogue

    detected = {rule.practice for rule in load_rules(shared.rules).heads}
    rows = [
        {
            "id": line.instrument,
            "jurisdiction": line.jurisdiction,
            "provisions": line.provisions,
            "with_rule": len(line.with_rule),
            "by_person": len(line.by_person),
            "unverified": len(line.not_printable),
            "by_verification": dict(line.by_verification),
            "provisions_with_rule": list(line.with_rule),
            "provisions_by_person": list(line.by_person),
            "provisions_unverified": list(line.not_printable),
        }
        for line in load_catalogue(shared.standards).coverage(detected)
    ]
    columns = ["id", "jurisdiction", "provisions", "with_rule", "by_person", "unverified"]
    put_list(shared, "Coverage by instrument", "coverage", rows, columns)


def _show_places(shared: Shared) -> None:
    from recruitcheck.standards import load_catalogue

    rows = [
        {
            "place": line.place,
            "instruments": line.instruments,
            "provisions": line.provisions,
            "printable": line.printable,
            "fee_limits": line.fee_limits,
            "usable_fee_limits": line.usable_fee_limits,
            "term_lists": line.term_lists,
            "channel_rules": line.channel_rules,
            "referrals": line.referrals,
            "unknown": ", ".join(line.missing),
        }
        for line in load_catalogue(shared.standards).places()
    ]
    columns = ["place", "instruments", "provisions", "printable", "usable_fee_limits", "referrals", "unknown"]
    put_list(shared, "Coverage by place", "places", rows, columns)


def show_changes(shared: Shared, earlier: str, later: str) -> None:
    """What stands otherwise on the later day."""
    from recruitcheck.standards import load_catalogue

    first, last = parse_day(earlier, "EARLIER"), parse_day(later, "LATER")
    if last <= first:
        raise UsageError(f"{later} is not after {earlier}.", todo="Give the earlier day first.")
    rows = [
        {
            "change": item.kind,
            "part": item.part,
            "id": item.id,
            "jurisdiction": item.jurisdiction,
            "before": item.before or None,
            "after": item.after or None,
            "says": item.says,
        }
        for item in load_catalogue(shared.standards).changes(corridor_of(shared), first, last)
    ]
    columns = ["change", "part", "id", "before", "after", "says"]
    put_list(shared, f"From {first} to {last}", "changes", rows, columns)


def show_remarks(shared: Shared) -> None:
    """Every remark; typer.Exit(1) where there is one."""
    from recruitcheck.standards import load_catalogue
    from recruitcheck.standards.review import review

    catalogue = load_catalogue(shared.standards)
    catalogue.check()
    remarks = review(catalogue, shared.as_of)
    rows = [{"kind": item.kind, "where": item.where, "what": item.what} for item in remarks]
    put_list(shared, f"Remarks as of {shared.as_of}", "remarks", rows, ["kind", "where", "what"])
    if remarks:
        counts = ", ".join(
            f"{count} {kind.replace('_', ' ')}" for kind, count in Counter(r.kind for r in remarks).items()
        )
        typer.echo(f"recruitcheck: {len(remarks)} remarks: {counts}.", err=True)
        raise typer.Exit(1)
