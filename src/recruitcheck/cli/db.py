"""``db info`` and ``db backup``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

app = typer.Typer(
    no_args_is_help=True,
    help="The database.",
    epilog=ending(
        "recruitcheck db info",
        "recruitcheck db backup copies/2026-11-21.db",
        output="where it lies, what it holds, a copy of it.",
    ),
)


@app.command(
    epilog=ending(
        "recruitcheck db info",
        "recruitcheck db info --db audit.db --format json",
        output="path, schema version, sizes, counts, ledger head.",
    )
)
@shared("db", "format")
def info(shared: Shared) -> None:
    """Where the database lies and what it holds."""
    from recruitcheck.cli.output import put_json
    from recruitcheck.cli.registry_views import put_fields
    from recruitcheck.cli.session import open_store
    from recruitcheck.report.contract import plain

    with open_store(shared, create=False) as store:
        found = store.info()
    told: dict[str, object] = {"schema": "recruitcheck/db-info/1", "path": str(found.path)}
    told |= {name: value for name, value in plain_fields(found).items() if name != "path"}
    if shared.format == "json":
        put_json(plain(told))
    else:
        rows = [[name.replace("_", " "), str(value)] for name, value in told.items() if name != "schema"]
        put_fields(shared, "Database", rows)


def plain_fields(value: object) -> dict[str, object]:
    """The fields of a data class by name."""
    from dataclasses import fields, is_dataclass

    assert is_dataclass(value)
    return {item.name: getattr(value, item.name) for item in fields(value)}


@app.command(
    epilog=ending(
        "recruitcheck db backup copies/2026-11-21.db",
        "recruitcheck db backup --db audit.db /media/stick/audit.db",
        output="a database that opens, with the original files beside it.",
    )
)
@shared("db")
def backup(shared: Shared, to: Annotated[Path, typer.Argument(help="File to write; must not exist.")]) -> None:
    """Copy the database and every original file, while in use, to a new place."""
    from recruitcheck.cli.output import talk
    from recruitcheck.cli.session import open_store

    with open_store(shared, create=False) as store:
        store.backup(to)
    talk(shared, f"Backup: {to}")
