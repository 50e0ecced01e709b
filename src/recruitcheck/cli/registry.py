"""``registry``: the official lists, their copies and what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recruitcheck.cli import match, pull
from recruitcheck.cli.completion import registry_ids
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
def show(
    shared: Shared,
    registry_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the registry.", autocompletion=registry_ids)],
) -> None:
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
    registry_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the registry.", autocompletion=registry_ids)],
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
    registry_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only this registry.", autocompletion=registry_ids)
    ] = None,
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


@app.command(
    epilog=ending(
        "recruitcheck registry draft list.xlsx --id xx-agencies -o xx-agencies.yml",
        "recruitcheck registry draft list.csv --id np-dofe --interactive -o np.yml",
        output="the definition as YAML, to -o or stdout; beside it each guess, how sure it is and why.",
    )
)
@shared("format", *_DEFINITIONS)
def draft(
    shared: Shared,
    file: Annotated[Path, typer.Argument(help="The list as published, in any format that can be read.")],
    registry_id: Annotated[str, typer.Option("--id", metavar="ID", help="Id of the list: lower case, e.g. np-dofe.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the YAML here.")] = None,
    interactive: Annotated[bool, typer.Option("--interactive", help="Ask about what is doubtful.")] = False,
    title: Annotated[str | None, typer.Option("--title", help="What the list is called.")] = None,
    authority: Annotated[str | None, typer.Option("--authority", help="Who publishes it.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="Whose list it is.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="licensing, sponsor, debarment, disclosure, watch, company …")
    ] = None,
    dates: Annotated[str | None, typer.Option("--dates", help="day-first or month-first.")] = None,
    listed: Annotated[bool, typer.Option("--listed-is-valid", help="Being listed means a valid licence.")] = False,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="HEADER=FIELD", help="What a column holds, or =nothing.")
    ] = None,
    status_word: Annotated[
        list[str] | None, typer.Option("--status", metavar="WORD=STATUS", help="What a status word means.")
    ] = None,
) -> None:
    """Write a definition for a list that has none, by looking at its file.

    It passes lint and imports at once. A draft is a guess: what is doubtful is said, and no unknown word
    is read as valid.
    """
    from recruitcheck.cli.registry_draft import Wishes, run_draft

    wishes = Wishes(title, authority, country, kind, dates, listed, tuple(column or ()), tuple(status_word or ()))
    run_draft(shared, file, registry_id, output, wishes, ask=interactive)


@app.command(
    epilog=ending(
        "recruitcheck registry lint xx-agencies.yml",
        "recruitcheck registry lint --all --strict",
        output="a line per problem: file:line:column, error or warning, what to do.",
        exits="0 no errors · 1 errors, or with --strict warnings · 2 usage",
    )
)
@shared("format", "strict", "registries")
def lint(
    shared: Shared,
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="Definitions to check.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every definition known.")] = False,
) -> None:
    """Everything that is wrong or doubtful in definitions."""
    from recruitcheck.cli.registry_lint import run_lint

    run_lint(shared, files or [], everything=everything)


@app.command(
    epilog=ending(
        "recruitcheck registry diff hk-eaa",
        "recruitcheck registry diff hk-eaa 2021-12-28 2022-03-01 --only gone --format csv",
        output="counts, then a line per change: added, gone, status, renamed, moved, details.",
    )
)
@shared("db", "format", "known_on", *_DEFINITIONS)
def diff(
    shared: Shared,
    registry_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the registry.", autocompletion=registry_ids)],
    earlier: Annotated[
        str | None, typer.Argument(metavar="[FROM]", help="A copy, or a day (default: the last but one).")
    ] = None,
    later: Annotated[str | None, typer.Argument(metavar="[TO]", help="A copy, or a day (default: the last).")] = None,
    only: Annotated[str | None, typer.Option("--only", metavar="KIND", help="Only this kind of change.")] = None,
) -> None:
    """What changed between two copies of a list."""
    from recruitcheck.cli.registry_difference import show_difference

    show_difference(shared, registry_id, earlier, later, only)


@app.command(
    epilog=ending(
        "recruitcheck registry export hk-eaa --format csv -o hk-eaa.csv",
        "recruitcheck registry export hk-eaa --format ftm --as-of 2022-01-15",
        output="CSV (a row per licence), JSON Lines (an entry each) or FollowTheMoney entities.",
    )
)
@shared("db", "as_of", "known_on", *_DEFINITIONS, own=("format",))
def export(
    shared: Shared,
    registry_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the registry.", autocompletion=registry_ids)],
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="csv, jsonl or ftm.")] = "csv",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to stdout.")
    ] = None,
) -> None:
    """Write the normalised list as it stood on a day."""
    from recruitcheck.cli.registry_export import export_registry

    export_registry(shared, registry_id, form, output)


@app.command(
    epilog=ending(
        "recruitcheck registry links",
        "recruitcheck registry links np-dofe --format json",
        output="per list: fetched by pull or got by hand, its address, when that was seen.",
    )
)
@shared("format", *_DEFINITIONS)
def links(
    shared: Shared,
    registry_list: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Only these.", autocompletion=registry_ids)
    ] = None,
) -> None:
    """Where the lists are to be had."""
    from recruitcheck.cli.registry_links import show_links

    show_links(shared, registry_list or [])


app.command("match", epilog=match.EPILOG)(match.match)
app.command("pull", epilog=pull.EPILOG)(pull.pull)
