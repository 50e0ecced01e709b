"""``ledger show`` and ``ledger verify``."""

from __future__ import annotations

from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

app = typer.Typer(
    no_args_is_help=True,
    help="The hash-chained list of every command.",
    epilog=ending(
        "recruitcheck ledger show --last 10",
        "recruitcheck ledger verify",
        output="what was done and when, and whether the chain holds.",
    ),
)


@app.command(
    epilog=ending(
        "recruitcheck ledger show",
        "recruitcheck ledger show --format json",
        output="one line per command: number, time, command, summary, hash.",
    )
)
@shared("db", "format")
def show(
    shared: Shared, last: Annotated[int, typer.Option("--last", min=1, help="Only the last so many lines.")] = 50
) -> None:
    """What was imported, checked and written, and when."""
    from recruitcheck.cli.registry_views import put_list
    from recruitcheck.cli.session import open_store

    with open_store(shared, create=False) as store:
        lines = store.ledger()[-last:]
    rows = [
        {
            "seq": line.seq,
            "at": line.at,
            "command": line.command,
            "summary": "; ".join(f"{name} {value}" for name, value in (line.summary or {}).items()),
            "hash": line.hash,
        }
        for line in lines
    ]
    put_list(shared, "Ledger", "ledger", rows, ["seq", "at", "command", "summary"])


@app.command(
    epilog=ending(
        "recruitcheck ledger verify",
        "recruitcheck ledger verify --head 9f2c…",
        output="whether the chain holds, up to which line, and what cannot be excluded.",
        exits="0 holds · 1 failure · 2 usage · 6 does not verify",
    )
)
@shared("db", "format")
def verify(
    shared: Shared, head: Annotated[str | None, typer.Option("--head", help="A head noted elsewhere.")] = None
) -> None:
    """Recompute the chain; against a known head a cut tail is found too."""
    from recruitcheck.cli.db import plain_fields
    from recruitcheck.cli.output import put, put_json
    from recruitcheck.cli.session import open_store

    with open_store(shared, create=False) as store:
        state = store.verify_ledger(head)
    if shared.format == "json":
        put_json({"schema": "recruitcheck/ledger-state/1", **plain_fields(state)})
    else:
        put(state.message)
    if not state.ok:
        typer.echo(f"recruitcheck: the ledger does not verify: {state.message}", err=True)
        raise typer.Exit(6)
