"""``check agency`` and ``check offer``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recruitcheck.cli.ending import CHECK_EXITS, ending
from recruitcheck.cli.shared import Shared, shared

if TYPE_CHECKING:
    from recruitcheck.model import Assessment

app = typer.Typer(
    no_args_is_help=True,
    help="Check one agency or one offer.",
    epilog=ending(
        'recruitcheck check agency "Example Overseas" --country NP',
        "recruitcheck check offer advert.txt --origin NP --destination QA",
        output="an assessment: findings with evidence and citations, and what was not checked.",
        exits=CHECK_EXITS,
    ),
)

_CASE = "Inspector's case"
CaseNumber = Annotated[str | None, typer.Option("--case-number", help="Case number.", rich_help_panel=_CASE)]
Authority = Annotated[str | None, typer.Option("--authority", help="Authority.", rich_help_panel=_CASE)]
Officer = Annotated[str | None, typer.Option("--officer", help="Officer.", rich_help_panel=_CASE)]
LegalBasis = Annotated[str | None, typer.Option("--legal-basis", help="Legal basis.", rich_help_panel=_CASE)]
Question = Annotated[str | None, typer.Option("--question", help="The question asked.", rich_help_panel=_CASE)]
Handling = Annotated[str | None, typer.Option("--handling", help="Handling mark.", rich_help_panel=_CASE)]
RetainUntil = Annotated[
    str | None, typer.Option("--retain-until", metavar="DATE", help="Retention date.", rich_help_panel=_CASE)
]
Dates = Annotated[
    list[str] | None,
    typer.Option(
        "--dates", metavar="ACT=DATE,…", help="Judge the licence on further days: advert, payment, signing, departure."
    ),
]

_SHOWN = ("db", "format", "as_of", "known_on", "origin", "destination", "sector", "audience", "fail_on", "report")


@app.command(
    epilog=ending(
        'recruitcheck check agency "Example Overseas" --country NP --phone "+977 1 0000000"',
        'recruitcheck check agency "Example Overseas" --country NP --licence-number 1/070 --report report.html',
        output="a table on a terminal, else one JSON object (recruitcheck schema assessment).",
        exits=CHECK_EXITS,
    )
)
@shared(*_SHOWN)
def agency(
    shared: Shared,
    name: Annotated[str, typer.Argument(help="Name of the agency, as it gives it.")],
    licence_number: Annotated[str | None, typer.Option("--licence-number", help="Licence number it shows.")] = None,
    country: Annotated[str | None, typer.Option("--country", help="Where the agency works (code or name).")] = None,
    address: Annotated[str | None, typer.Option("--address", help="Its address.")] = None,
    phone: Annotated[str | None, typer.Option("--phone", help="Its telephone number.")] = None,
    email: Annotated[str | None, typer.Option("--email", help="Its e-mail address.")] = None,
    website: Annotated[str | None, typer.Option("--website", help="Its website.")] = None,
    registry: Annotated[
        list[str] | None, typer.Option("--registry", help="Ask only this registry; its answer is then required.")
    ] = None,
    dates: Dates = None,
    why: Annotated[bool, typer.Option("--why", help="Show how the name was matched (on stderr beside JSON).")] = False,
    case_number: CaseNumber = None,
    authority: Authority = None,
    officer: Officer = None,
    legal_basis: LegalBasis = None,
    question: Question = None,
    handling: Handling = None,
    retain_until: RetainUntil = None,
) -> None:
    """Look an agency up in the registries and judge its licence on a day.

    An identifier (licence number, phone, e-mail, website, address) decides first, then the name. A name alone is a
    question, never an answer.
    """
    from recruitcheck.audit.agency import assess_agency
    from recruitcheck.audit.corridor import settle_country
    from recruitcheck.cli.case import CaseWords, case_info
    from recruitcheck.cli.first_steps import ways_to_answer
    from recruitcheck.cli.session import open_store, workbench
    from recruitcheck.errors import UsageError
    from recruitcheck.model import Agency
    from recruitcheck.names import fold

    if not fold(name):
        raise UsageError("the name holds no letter or digit.", todo="Give the agency's name.")
    code, gaps = settle_country(country)
    subject = Agency(name.strip(), licence_number, code, address, phone, email, website)
    with open_store(shared) as store:
        bench = workbench(shared, store, named=registry or (), acts=dates or ())
        assessment = assess_agency(subject, bench, subject_id=name.strip(), gaps=gaps)
        said = CaseWords(case_number, authority, officer, legal_basis, question, handling, retain_until)
        case = case_info(shared, store, said, [assessment])
        if why:
            from recruitcheck.cli.matches import show_matches

            show_matches(shared, subject, bench)
        place = code or assessment.corridor.origin or assessment.corridor.destination
        ways = () if gaps else ways_to_answer(shared, assessment, place)
        _finish(shared, store, "check agency", [assessment], case, ways)


@app.command(
    epilog=ending(
        "recruitcheck check offer advert.txt --origin NP --destination QA --sector construction",
        "cat message.txt | recruitcheck check offer - --kind message --source worker",
        output="a table on a terminal, else one JSON object; several files: JSON Lines.",
        exits=CHECK_EXITS,
    )
)
@shared(*_SHOWN, "rules", "standards")
def offer(
    shared: Shared,
    files: Annotated[list[str], typer.Argument(help="Text, Markdown or HTML files; - reads standard input.")],
    kind: Annotated[
        str | None, typer.Option("--kind", help="advert, message, offer_letter, contract (default: inferred).")
    ] = None,
    source: Annotated[
        str, typer.Option("--source", help="Who gave the document: worker, agency, public, unknown.")
    ] = "unknown",
    dates: Dates = None,
    why: Annotated[
        bool, typer.Option("--why", help="Show which words and guards decided (on stderr beside JSON).")
    ] = False,
    case_number: CaseNumber = None,
    authority: Authority = None,
    officer: Officer = None,
    legal_basis: LegalBasis = None,
    question: Question = None,
    handling: Handling = None,
    retain_until: RetainUntil = None,
) -> None:
    """Read an advert, message, offer letter or contract and say which red flags it states, word for word."""
    from recruitcheck.audit.offer import assess_offer
    from recruitcheck.cli.case import CaseWords, case_info
    from recruitcheck.cli.offer_files import read_offer
    from recruitcheck.cli.session import open_store, workbench
    from recruitcheck.errors import UsageError

    if len(files) > 1 and shared.report:
        raise UsageError("--report takes one file.", todo="Use recruitcheck audit run for several.")
    with open_store(shared) as store:
        bench = workbench(shared, store, acts=dates or ())
        assessments = []
        for given in files:
            document = read_offer(given, kind, source)
            assessments.append(assess_offer(document, bench, subject_id=given, name=Path(given).name))
            if why:
                from recruitcheck.cli.matches import show_reasons

                show_reasons(shared, document, bench)
        said = CaseWords(case_number, authority, officer, legal_basis, question, handling, retain_until)
        case = case_info(shared, store, said, assessments)
        _finish(shared, store, "check offer", assessments, case)


def _finish(
    shared: Shared,
    store: object,
    command: str,
    assessments: Sequence[Assessment],
    case: object,
    ways: Sequence[str] = (),
) -> None:
    """Write the report, print, tell the ``ways`` to a fuller answer, record, and leave with the right code."""
    from typing import cast

    from recruitcheck.cli.exits import tally
    from recruitcheck.cli.output import put_csv, put_json, talk
    from recruitcheck.cli.session import record
    from recruitcheck.cli.show import show_assessment
    from recruitcheck.report import CaseInfo, findings_rows, to_json
    from recruitcheck.store import Store

    if shared.report:
        # First, so that a place that cannot be written is told before anything is printed or recorded.
        from recruitcheck.cli.report_file import write_report

        write_report(shared, assessments[0], cast(CaseInfo, case))
    for assessment in assessments:
        if shared.format == "json":
            put_json(to_json(assessment))
        elif shared.format == "table":
            show_assessment(shared, assessment)
    if shared.format == "csv":
        header, *rows = findings_rows(assessments)
        put_csv(header, rows)
    for line in ways:
        talk(shared, line)
    counts = tally(assessments, shared.fail_on)
    summary = {"subjects": "; ".join(item.subject.name[:80] for item in assessments), "exit": str(counts.code)}
    record(shared, cast(Store, store), command, summary, [to_json(item) for item in assessments])
    if counts.code:
        typer.echo(counts.line, err=True)
        raise typer.Exit(counts.code)
    talk(shared, counts.line)
