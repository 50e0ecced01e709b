"""``registry``: the official lists, their copies and what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recruitcheck.cli import match, pull
from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, parse_day, shared

app = typer.Typer(
    no_args_is_help=True,
    help="Official lists: definitions, copies, search.",
    epilog=ending(
        "recruitcheck registry list",
        "recruitcheck registry import hk-eaa list.csv --published 2021-12-28",
        output="lists, copies and entries; see each command.",
    ),
)

_DEFINITIONS = ("registries", "definition")


@app.command(
    "list",
    epilog=ending(
        "recruitcheck registry list",
        "recruitcheck registry list --country NP --format json",
        output='a table, or {"schema": …, "registries": […]}.',
    ),
)
@shared("db", "format", "as_of", *_DEFINITIONS)
def list_(
    shared: Shared,
    country: Annotated[str | None, typer.Option("--country", help="Only lists of this country.")] = None,
) -> None:
    """Which official lists are known, what they prove, and which have a copy here."""
    from recruitcheck.cli.registry_views import list_registries

    list_registries(shared, country)


@app.command(
    epilog=ending(
        "recruitcheck registry show hk-eaa",
        "recruitcheck registry show hk-eaa --format json",
        output="what the list is, what absence means, how to get it, what was verified and when.",
    )
)
@shared("db", "format", "as_of", *_DEFINITIONS)
def show(shared: Shared, registry_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the registry.")]) -> None:
    """Everything a definition says of one list."""
    from recruitcheck.cli.registry_views import show_registry

    show_registry(shared, registry_id)


@app.command(
    "import",
    epilog=ending(
        "recruitcheck registry import hk-eaa list.csv --published 2021-12-28",
        'recruitcheck registry import gb-sponsor part.csv --published 2022-09-30 --partial "cut download"',
        output="an import report: read, kept, rejected with reasons, unmapped words, changes.",
    ),
)
@shared("db", "format", "strict", *_DEFINITIONS)
def import_(
    shared: Shared,
    registry_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the registry.")],
    file: Annotated[Path, typer.Argument(help="The list as published.")],
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day it was published.")] = None,
    retrieved: Annotated[str | None, typer.Option("--retrieved", metavar="DATE", help="Day it was fetched.")] = None,
    partial: Annotated[
        str | None, typer.Option("--partial", metavar="REASON", help="Accept a short copy; it never proves absence.")
    ] = None,
) -> None:
    """Import one copy of a list: original kept, every row in an entry or a recorded reject, one transaction."""
    from recruitcheck.cli.registry_import import run_import

    day = parse_day(published, "--published") if published else None
    fetched = parse_day(retrieved, "--retrieved") if retrieved else None
    run_import(shared, registry_id, file, day, fetched, partial)


@app.command(
    epilog=ending(
        "recruitcheck registry status",
        "recruitcheck registry status hk-eaa --as-of 2022-01-15",
        output="per list: newest copy, age against shelf life, rows, number of copies.",
    )
)
@shared("db", "format", "as_of", "known_on", *_DEFINITIONS)
def status(
    shared: Shared,
    registry_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this registry.")] = None,
) -> None:
    """How old the copies are."""
    from recruitcheck.cli.registry_views import show_status

    show_status(shared, registry_id)


@app.command(
    epilog=ending(
        'recruitcheck registry search "example overseas"',
        "recruitcheck registry search 僱傭 --registry hk-eaa --as-of 2021-12-29",
        output="entries with name, number, status, copy and row.",
    )
)
@shared("db", "format", "as_of", "known_on")
def search(
    shared: Shared,
    text: Annotated[str, typer.Argument(help="Part of a name, in any script, or a number.")],
    registry: Annotated[str | None, typer.Option("--registry", help="Only this registry.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 20,
) -> None:
    """Find entries by name or number in the copies held."""
    from recruitcheck.cli.registry_views import search_registries

    search_registries(shared, text, registry, limit)


@app.command(
    epilog=ending(
        "recruitcheck registry history hk-eaa",
        "recruitcheck registry history hk-eaa:66295",
        output="copies of a list, or versions of one entry with what changed.",
    )
)
@shared("db", "format", "known_on")
def history(
    shared: Shared, what: Annotated[str, typer.Argument(metavar="ID|ENTRY", help="A registry, or <registry>:<key>.")]
) -> None:
    """The copies of a list, or what one entry said from copy to copy."""
    from recruitcheck.cli.registry_views import show_history

    show_history(shared, what)


app.command("match", epilog=match.EPILOG)(match.match)
app.command("pull", epilog=pull.EPILOG)(pull.pull)
