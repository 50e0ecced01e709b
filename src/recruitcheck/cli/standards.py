"""``standards list``, ``show``, ``applies``, ``caps``, ``terms``, ``referrals``, ``coverage``, ``diff``, ``lint``."""

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


@app.command(
    epilog=ending(
        "recruitcheck standards caps --origin NP --destination QA",
        "recruitcheck standards caps --destination SG --sector domestic_work --as-of 2024-05-01",
        output="fee limits of origin and destination, whom each binds, on which basis, and what would decide it.",
    )
)
@shared("format", "as_of", "origin", "destination", "sector", "standards")
def caps(shared: Shared) -> None:
    """What may at most be taken from a worker here."""
    from recruitcheck.cli.standards_tables import show_caps

    show_caps(shared)


@app.command(
    epilog=ending(
        "recruitcheck standards terms --origin BD --destination SA",
        "recruitcheck standards terms --what age --origin PH --destination SA --sector domestic_work",
        output="what the law of the corridor asks of a contract or an advert, or the least age, with the provision.",
    )
)
@shared("format", "as_of", "origin", "destination", "sector", "standards")
def terms(
    shared: Shared,
    what: Annotated[str, typer.Option("--what", help="contract, advert or age.", metavar="WHAT")] = "contract",
) -> None:
    """What a contract or an advert must state here, and from what age workers may go."""
    from recruitcheck.cli.standards_terms import show_terms

    show_terms(shared, what)


@app.command(
    epilog=ending(
        "recruitcheck standards coverage",
        "recruitcheck standards coverage --by place --format csv",
        output="per instrument: printed in reports, detected by a rule, left to a person, unverified;\n"
        "per place: what is held of each part, and of which nothing is.",
    )
)
@shared("format", "rules", "standards")
def coverage(
    shared: Shared,
    by: Annotated[str, typer.Option("--by", help="instrument or place.", metavar="WHAT")] = "instrument",
) -> None:
    """What the catalogue holds, and what it does not."""
    from recruitcheck.cli.standards_tables import show_coverage

    show_coverage(shared, by)


@app.command(
    epilog=ending(
        "recruitcheck standards diff 2019-05-01 2019-07-01 --origin NP --destination AE",
        "recruitcheck standards diff 2023-01-01 2026-11-21 --destination GB",
        output="provisions and fee limits that are new, gone or changed on the later day.",
    )
)
@shared("format", "origin", "destination", "sector", "standards")
def diff(
    shared: Shared,
    earlier: Annotated[str, typer.Argument(help="The earlier day, YYYY-MM-DD.")],
    later: Annotated[str, typer.Argument(help="The later day, YYYY-MM-DD.")],
) -> None:
    """What changed in the law of a corridor between two days."""
    from recruitcheck.cli.standards_tables import show_changes

    show_changes(shared, earlier, later)


@app.command(
    epilog=ending(
        "recruitcheck standards lint",
        "recruitcheck standards lint --standards my-standards",
        output="what should be looked at again: verified more than 24 months ago, no source, names that lead nowhere.",
        exits="0 nothing to remark · 1 remarks, or a file that cannot be read · 2 usage",
    )
)
@shared("format", "as_of", "standards")
def lint(shared: Shared) -> None:
    """What of the catalogue should be verified again."""
    from recruitcheck.cli.standards_tables import show_remarks

    show_remarks(shared)
