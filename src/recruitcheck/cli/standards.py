"""``standards list``, ``show``, ``applies``, ``coverage``, ``referrals``."""

from __future__ import annotations

from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

app = typer.Typer(
    no_args_is_help=True,
    help="Law and standards that findings cite.",
    epilog=ending(
        "recruitcheck standards list --jurisdiction NP",
        "recruitcheck standards show ilo-c181",
        output="instruments and provisions; see each command.",
    ),
)


@app.command(
    "list",
    epilog=ending(
        "recruitcheck standards list",
        "recruitcheck standards list --jurisdiction NP",
        output="one line per instrument: id, jurisdiction, type, provisions, how many may be printed.",
    ),
)
@shared("format", "standards")
def list_(
    shared: Shared,
    jurisdiction: Annotated[
        str | None, typer.Option("--jurisdiction", help="Only of this place, e.g. NP, INTL.")
    ] = None,
) -> None:
    """The instruments of the catalogue."""
    from recruitcheck.cli.registry_views import put_list
    from recruitcheck.cli.session import require_known
    from recruitcheck.standards import load_catalogue

    lines = load_catalogue(shared.standards).coverage()
    if jurisdiction is not None:
        places = {line.jurisdiction for line in lines}
        require_known("jurisdiction", jurisdiction.upper(), places, see="recruitcheck standards list")
    rows = [
        {
            "id": line.instrument,
            "jurisdiction": line.jurisdiction,
            "type": line.type,
            "provisions": line.provisions,
            "printable": line.printable,
            "title": line.title,
        }
        for line in lines
        if jurisdiction is None or line.jurisdiction == jurisdiction.upper()
    ]
    put_list(shared, "Instruments", "instruments", rows, ["id", "jurisdiction", "type", "provisions", "printable"])


@app.command(
    epilog=ending(
        "recruitcheck standards show ilo-c181",
        'recruitcheck standards show "ilo-c181 Art. 7(1)"',
        output="the instrument and its provisions in our words, with how each was verified.",
    )
)
@shared("format", "standards")
def show(
    shared: Shared, what: Annotated[str, typer.Argument(help="Id of an instrument, or <instrument> <provision>.")]
) -> None:
    """One instrument or one provision."""
    from recruitcheck.cli.standards_views import show_found

    show_found(shared, what)


@app.command(
    epilog=ending(
        "recruitcheck standards applies --practice fee_charging.recruitment --origin NP --destination QA",
        "recruitcheck standards applies --practice document_retention.passport --destination SA --as-of 2024-05-01",
        output="provisions that bear on a practice in a corridor on a day, whether they bind, and why.",
    )
)
@shared("format", "as_of", "origin", "destination", "sector", "standards")
def applies(
    shared: Shared, practice: Annotated[str, typer.Option("--practice", help="A practice or a family of practices.")]
) -> None:
    """Which provisions bar or limit a practice here."""
    from recruitcheck.cli.standards_views import show_applying

    show_applying(shared, practice)


@app.command(
    epilog=ending(
        "recruitcheck standards referrals --origin NP --destination QA",
        "recruitcheck standards referrals --destination GB --format json",
        output="where to report and get help, with source and date.",
    )
)
@shared("format", "origin", "destination", "standards")
def referrals(shared: Shared) -> None:
    """Where to report and get help, for origin and destination."""
    from recruitcheck.cli.standards_views import show_referrals

    show_referrals(shared)
