"""``registry pull``: lists fetched from their addresses and imported."""

from __future__ import annotations

from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

EPILOG = ending(
    "recruitcheck registry pull cz-mpsv gb-sponsor",
    "recruitcheck registry pull --all --format json",
    output="one line per list; as JSON one object per list, with its import report.",
    exits=(
        "0 every list fetched · 1 none fetched, or the one asked for refused · 2 usage, or offline · "
        "4 a list must be got by hand · 5 some fetched, some failed or refused · 130 interrupted, what came is kept"
    ),
)


@shared("db", "format", "offline", "strict", "registries", "definition")
def pull(
    shared: Shared,
    registry_ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Ids of the registries.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every list whose definition holds an address.")] = False,
    partial: Annotated[
        str | None, typer.Option("--partial", metavar="REASON", help="Accept a short copy; it never proves absence.")
    ] = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Fetch even where the server has nothing new, and from the first byte.")
    ] = False,
) -> None:
    """Fetch lists from the addresses of their definitions and import them.

    Only the hosts that a definition names are asked, over verified TLS. A file that is not the list, or outside its
    row bounds, is kept as evidence and refused: the copy before stays current. Lists without an address are got by
    hand; the command says how.
    """
    from recruitcheck.cli.registry_pull import run_pull

    run_pull(shared, registry_ids or [], everything=everything, partial=partial, anew=anew)
