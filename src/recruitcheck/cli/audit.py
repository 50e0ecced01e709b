"""``audit run`` and ``audit template``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recruitcheck.cli.ending import CHECK_EXITS, PLAIN_EXITS, ending
from recruitcheck.cli.shared import Shared, shared

if TYPE_CHECKING:
    from recruitcheck.model import Assessment

app = typer.Typer(
    no_args_is_help=True,
    help="Audit many agencies or offers at once.",
    epilog=ending(
        "recruitcheck audit template agencies > agencies.csv",
        "recruitcheck audit run agencies.csv -o audit",
        output="a folder of results and pages.",
        exits=CHECK_EXITS + " · 5 finished, some rows failed",
    ),
)


@app.command(
    epilog=ending(
        "recruitcheck audit run suppliers.csv -o audit-2026-11 --for compliance",
        "recruitcheck audit run offers.jsonl -o offers-audit --origin NP --destination QA",
        output="a folder: assessments.jsonl, findings.csv, audit.json, report/index.html with a page per subject; "
        "the counts on stdout.",
        exits=CHECK_EXITS + " · 5 finished, some rows failed",
    )
)
@shared("db", "format", "as_of", "known_on", "origin", "destination", "sector", "audience", "fail_on")
def run(
    shared: Shared,
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="CSV of agencies or JSON Lines of offers.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write; must be new or empty.")],
    registry: Annotated[list[str] | None, typer.Option("--registry", help="Ask only this registry.")] = None,
) -> None:
    """Assess every row of a list and write a folder of results and pages.

    One line per row, in the order of the rows; a row that cannot be read has its error.
    """
    from recruitcheck.audit.batch import run_audit
    from recruitcheck.audit.inputs import open_list
    from recruitcheck.cli.exits import Tally
    from recruitcheck.cli.output import progress, put_json, talk
    from recruitcheck.cli.registry_views import put_list
    from recruitcheck.cli.session import open_store, record, workbench
    from recruitcheck.report import AuditFrame, batch_page, write_audit
    from recruitcheck.report.contract import plain

    listed = open_list(source)
    counts = Tally(shared.fail_on)
    with open_store(shared) as store:
        bench = workbench(shared, store, named=registry or ())
        arguments = {"for": shared.audience, "fail_on": shared.fail_on, "registries": list(registry or ())}
        frame = AuditFrame(f"Audit of {source.name}", source, arguments, shared.as_of, shared.known_on, bench.tool)
        rendered = run_audit(listed, bench, lambda assessment: batch_page(assessment, shared.audience))
        with progress(shared, "Assessing") as advance:

            def each(assessment: Assessment) -> None:
                counts.add(assessment)
                advance(counts.subjects)

            summary = write_audit(rendered, out, frame, each=each)
        plain_summary = plain(summary)
        record(shared, store, "audit run", {"input": source.name, "subjects": str(counts.subjects)}, plain_summary)
    if shared.format == "json":
        put_json(plain_summary)
    else:
        counted = plain_summary["counts"]
        put_list(shared, "Subjects", "counts", [counted], list(counted))
    talk(shared, f"Report: {out / 'report' / 'index.html'}")
    if counts.code:
        typer.echo(counts.line, err=True)
        raise typer.Exit(counts.code)
    talk(shared, counts.line)


@app.command(
    epilog=ending(
        "recruitcheck audit template agencies > agencies.csv",
        "recruitcheck audit template offers > offers.jsonl",
        output="an input file with every accepted column and one made-up row.",
        exits=PLAIN_EXITS,
    )
)
@shared()
def template(
    shared: Shared,
    what: Annotated[str, typer.Argument(help="agencies (CSV) or offers (JSON Lines).")],
) -> None:
    """Print an input file to fill in."""
    from recruitcheck.audit.template import agencies_template, offers_template
    from recruitcheck.errors import UsageError

    if what not in ("agencies", "offers"):
        raise UsageError(f"template {what}: not known.", todo="Use agencies or offers.")
    typer.echo(agencies_template() if what == "agencies" else offers_template(), nl=False)
