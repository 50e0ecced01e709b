"""Provisions, citations and referral points as tables or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruitcheck.cli.output import console, put_csv, put_json, put_rows
from recruitcheck.cli.registry_views import put_list
from recruitcheck.cli.session import require_known
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.model import Corridor
    from recruitcheck.standards.instrument import Instrument, Provision


def show_found(shared: Shared, what: str) -> None:
    """An instrument or a provision; UsageError where the catalogue has neither."""
    from recruitcheck.standards import load_catalogue

    catalogue = load_catalogue(shared.standards)
    found = catalogue.find(what)
    if not found:
        known = [item.id for item in catalogue.instruments]
        require_known("instrument or provision", what, known, see="recruitcheck standards list")
    if shared.format == "json":
        rows = [_provision(item, part) for item, parts in found for part in parts]
        put_json({"schema": "recruitcheck/provisions/1", "provisions": rows})
        return
    if shared.format == "csv":
        rows = [_provision(item, part) for item, parts in found for part in parts]
        columns = ["id", "title", "jurisdiction", "type", "says", "verification", "verified_on", "printed_in_reports"]
        put_list(shared, "", "provisions", rows, columns)
        return
    for item, parts in found:
        put_provisions(shared, item, parts)


def put_provisions(shared: Shared, item: Instrument, parts: tuple[Provision, ...]) -> None:
    """One instrument with some of its provisions on a terminal."""
    out = console(shared)
    out.print(f"{item.title} ({item.year})", style="bold")
    out.print(f"{item.id}, {item.jurisdiction}, {item.type.value.replace('_', ' ')}; binds: {one_line(item.binds)}")
    if item.url:
        out.print(one_line(item.url), style="dim")
    for part in parts:
        out.print()
        out.print(f"{part.ref}", style="bold")
        out.print(f"  {one_line(part.says, 1000)}")
        printed = "" if part.printable else "; not printed in reports"
        out.print(
            f"  verified: {part.how.value.replace('_', ' ')}, {part.verified_on or 'no date'}{printed}", style="dim"
        )
        for link in part.links:
            out.print(f"  {link.effect} {link.practice}: {one_line(link.because)}", style="dim")
    out.print()


def _provision(item: Instrument, part: Provision) -> dict[str, object]:
    return {
        "id": part.id,
        "instrument": item.id,
        "title": item.title,
        "jurisdiction": item.jurisdiction,
        "type": item.type.value,
        "provision": part.ref,
        "says": part.says,
        "practices": [
            {"practice": link.practice, "effect": link.effect, "because": link.because} for link in part.links
        ],
        "verification": part.how.value,
        "verified_on": part.verified_on,
        "verified_at": part.verified_at,
        "printed_in_reports": part.printable,
        "note": part.note,
    }


def corridor_of(shared: Shared) -> Corridor:
    """The corridor of the shared options; UsageError for a word that is not understood."""
    from recruitcheck.audit.corridor import CorridorWords, settle_corridor

    corridor, gaps = settle_corridor(CorridorWords(shared.origin, shared.destination, shared.sector, "option"))
    if gaps:
        raise UsageError(gaps[0].why, todo=gaps[0].todo)
    return corridor


def show_applying(shared: Shared, practice: str) -> None:
    """Every printable provision for a practice in the corridor on the day."""
    from recruitcheck.standards import load_catalogue
    from recruitcheck.vocabulary import families, practices

    require_known("practice", practice, [*practices(), *families()], see="recruitcheck rules list")
    corridor = corridor_of(shared)
    catalogue = load_catalogue(shared.standards)
    found = catalogue.applies(practice, corridor, shared.as_of)
    if shared.format == "json":
        put_json({"schema": "recruitcheck/citations/1", "citations": list(found)})
        return
    rows = [
        [item.binding.value.replace("_", " "), item.effect, f"{item.title}, {item.provision}", item.says]
        for item in found
    ]
    header = ["binds", "effect", "provision", "says"]
    if shared.format == "csv":
        put_csv(header, rows)
        return
    put_rows(shared, f"{practice} as of {shared.as_of}", header, rows)
    if corridor.origin or corridor.destination:
        if not catalogue.has_national_rule(practice, corridor, shared.as_of):
            console(shared).print("No national rule of this corridor in the catalogue.")
    else:
        console(shared).print("No corridor given: national law was not looked up (--origin, --destination).")


def show_referrals(shared: Shared) -> None:
    """Where to report and get help."""
    from recruitcheck.standards import load_catalogue

    rows = [
        {
            "jurisdiction": point.jurisdiction,
            "name": point.name,
            "kind": point.kind,
            "phones": "; ".join(point.phones),
            "url": point.url,
            "verified_on": point.verified_on,
            "verified_at": point.verified_at,
        }
        for point in load_catalogue(shared.standards).referrals(corridor_of(shared))
    ]
    put_list(
        shared, "Where to report and get help", "referrals", rows, ["jurisdiction", "name", "phones", "verified_on"]
    )
