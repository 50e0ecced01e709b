"""Runs one import and prints its report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recruitcheck.cli.output import console, progress, put_json
from recruitcheck.cli.session import find, now, open_store, record
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line

if TYPE_CHECKING:
    from recruitcheck.intake import ImportReport


def run_import(
    shared: Shared, registry_id: str, file: Path, published: date | None, retrieved: date | None, partial: str | None
) -> None:
    """Import, print, record; a refused copy exits 1 after it was kept as evidence."""
    from recruitcheck.intake import keep_list, read_list
    from recruitcheck.report.contract import plain

    definition = find(shared, registry_id)
    # Read before the database is touched, so that a list that cannot be read leaves not even an empty one behind.
    found = read_list(definition, file, published=published, retrieved=retrieved, now=now(), strict=shared.strict)
    with open_store(shared) as store, progress(shared, "Importing") as advance:
        report = keep_list(store, found, now=now(), partial=partial, progress=advance)
        written = {"schema": "recruitcheck/import/1", **plain(report)}
        summary = {"registry": report.registry, "snapshot": report.snapshot, "sha256": report.sha256}
        record(shared, store, "registry import", summary, written)
    if shared.format == "table":
        _show(shared, report)
    else:
        put_json(written)
    if report.refused:
        typer.echo(
            f"recruitcheck: kept as evidence and refused as current: {report.refused} "
            'If the copy is short on purpose, import it with --partial "reason".',
            err=True,
        )
        raise typer.Exit(1)


def _show(shared: Shared, report: ImportReport) -> None:
    out = console(shared)
    out.print(f"{report.registry}: copy of {report.effective_on} ({one_line(report.file)})", style="bold")
    if report.already:
        out.print("This copy was imported before; nothing was added.")
    out.print(f"  read {report.read:,} = kept {report.kept:,} + rejected {report.rejected:,} rows")
    out.print(f"  entries {report.entries:,}, licences {report.licences:,}, exclusions {report.debarments:,}")
    out.print(
        f"  added {report.added:,}, changed {report.changed:,}, unchanged {report.unchanged:,}, "
        f"vanished {report.vanished:,}, repeated rows {report.duplicates:,}"
    )
    for reason, count in report.reject_reasons:
        out.print(f"  rejected {count:,}: {one_line(reason)}")
    for word, count in report.unmapped_words:
        out.print(f"  status word not mapped ({count:,}): {one_line(word)} – read as unknown, never as valid")
    for warning in report.warnings[:20]:
        out.print(f"  note: {one_line(warning)}")
    if report.partial:
        out.print(f"  partial: {one_line(report.partial)}")
    out.print(f"  snapshot {report.snapshot}", style="dim")
