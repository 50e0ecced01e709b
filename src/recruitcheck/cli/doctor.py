"""``doctor``: what is missing or stale, and the command that mends it."""

from __future__ import annotations

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

EPILOG = ending(
    "recruitcheck doctor",
    "recruitcheck doctor --db audit.db --format json",
    output="one line per check: ok, note or problem, and what to do.",
    exits="0 nothing to mend · 1 something is broken · 4 something is missing or stale",
)


@shared("db", "format", "as_of", "registries", "rules", "standards")
def doctor(shared: Shared) -> None:
    """Look at the installation, the database, the copies and the data files."""
    from recruitcheck.cli.diagnosis import diagnose
    from recruitcheck.cli.registry_views import put_list

    found = diagnose(shared)
    rows = [{"state": item.state, "what": item.what, "todo": item.todo} for item in found]
    put_list(shared, "Doctor", "checks", rows, ["state", "what", "todo"])
    broken = sum(item.state == "problem" for item in found)
    stale = sum(item.state == "missing" for item in found)
    if broken or stale:
        typer.echo(f"recruitcheck: {broken} broken, {stale} missing or stale of {len(found)} checked.", err=True)
        raise typer.Exit(1 if broken else 4)
