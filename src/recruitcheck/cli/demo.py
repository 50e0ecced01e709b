"""``demo``: the three users' jobs on made-up lists, agencies and offers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

EPILOG = ending(
    "recruitcheck demo",
    "recruitcheck demo --out tour",
    output="a folder of HTML reports; where each lies and what to try next.",
)


@shared("quiet")
def demo(
    shared: Shared,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write.")] = Path("recruitcheck-demo"),
) -> None:
    """An employer checks an agency and an offer, a compliance officer a list, an inspector writes a report.

    Everything in it is made up and says so on every page.
    """
    from recruitcheck.cli.tour import run_tour

    run_tour(shared, out)
