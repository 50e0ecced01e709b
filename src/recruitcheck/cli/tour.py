"""The guided tour behind ``demo``, on a fixed day so that it tells the same in every year."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recruitcheck.cli.session import now
from recruitcheck.cli.shared import Shared
from recruitcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from recruitcheck.audit.single import Rendered
    from recruitcheck.audit.workbench import Workbench
    from recruitcheck.model import Assessment
    from recruitcheck.store import Store

MARK = ".recruitcheck-demo"
DAY = date(2026, 6, 15)
COPIES = (
    ("demo-licensed", "licensed-2026-03-01.csv", date(2026, 3, 1)),
    ("demo-licensed", "licensed-2026-06-01.csv", date(2026, 6, 1)),
    ("demo-exclusions", "exclusions-2026-05-15.csv", date(2026, 5, 15)),
    ("demo-sponsors", "sponsors-2026-06-01.csv", date(2026, 6, 1)),
)


def run_tour(shared: Shared, out: Path) -> None:
    """Import the made-up lists, then do each user's job and say where its report lies."""
    from recruitcheck.resources import shipped
    from recruitcheck.store import Store

    home = shipped("registries") / "demo"
    _fresh_folder(out)
    shared = replace(shared, db=out / "demo.db", registries=(home,), as_of=DAY, quiet=True)
    with Store.open(shared.db) as store:
        _import(shared, store, home)
        bench = _bench(shared, store)
        _employer(bench, home, out)
        _officer(bench, home, out)
        _inspector(bench, out)
        state = store.verify_ledger()
    typer.echo(f"\nLedger: {state.message}.")
    _next_steps(out)


def _fresh_folder(out: Path) -> None:
    if out.exists():
        if not (out / MARK).is_file():
            raise UsageError(f"{out} is not a demo folder.", todo="Choose another folder with --out.")
        shutil.rmtree(out)
    try:
        out.mkdir(parents=True)
        (out / MARK).write_text("Made by recruitcheck demo; it may be deleted.\n", encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror}).", where=str(out), todo="Choose another folder with --out."
        ) from error


def _bench(shared: Shared, store: Store) -> Workbench:
    from recruitcheck.audit.corridor import CorridorWords
    from recruitcheck.audit.workbench import Workbench
    from recruitcheck.model import CheckDates

    return Workbench(
        store=store,
        registries=store.registries(),
        dates=CheckDates(DAY, now().date()),
        options=CorridorWords("NP", "QA", "construction", "option"),
        fictional=True,
    )


def _import(shared: Shared, store: Store, home: Path) -> None:
    from recruitcheck.intake import import_file
    from recruitcheck.registry import find_definition
    from recruitcheck.report import dumps

    typer.echo("Everything here is made up: registers, agencies, offers.\n")
    typer.echo("1. Import the lists")
    for registry_id, name, day in COPIES:
        definition = find_definition(registry_id, (home,))
        report = import_file(store, definition, home / "data" / name, published=day, retrieved=None, now=now())
        store.ledger_append("registry import", {"snapshot": report.snapshot}, dumps(report).encode(), now())
        typer.echo(f"   {registry_id} of {day}: {report.read} rows = {report.kept} kept + {report.rejected} rejected")


def _employer(bench: Workbench, home: Path, out: Path) -> None:
    from recruitcheck.audit.agency import assess_agency
    from recruitcheck.audit.offer import assess_offer
    from recruitcheck.documents import read_document
    from recruitcheck.model import Agency, DocumentOrigin

    typer.echo("\n2. An employer checks one agency and two offers")
    agency = Agency("Example Himal Overseas Pvt. Ltd.", "0101/080/81", "NP", phone="+977 1 5550101")
    _page(assess_agency(agency, bench, subject_id="agency"), out / "employer-agency.html")
    for name in ("advert.txt", "contract.md"):
        path = home / "inputs" / name
        document = read_document(Path(name), path.read_bytes(), kind=None, origin=DocumentOrigin.PUBLIC)
        assessment = assess_offer(document, bench, subject_id=name, name=name)
        _page(assessment, out / f"employer-{path.stem}.html")


def _officer(bench: Workbench, home: Path, out: Path) -> None:
    from recruitcheck.audit.batch import run_audit
    from recruitcheck.audit.inputs import open_list
    from recruitcheck.report import AuditFrame, batch_page, write_audit

    typer.echo("\n3. A compliance officer checks a list of twelve agencies")
    path = home / "inputs" / "agencies.csv"
    frame = AuditFrame("Supplier list (made up)", path, {}, DAY, bench.dates.known_on, bench.tool)
    rendered = run_audit(open_list(path), bench, lambda assessment: batch_page(assessment, "compliance"))
    summary = write_audit(_told(rendered), out / "compliance", frame)
    counts = summary.counts
    typer.echo(
        f"   {counts.subjects} agencies: {counts.flagged} flagged, {counts.review} need a person, "
        f"{counts.not_checked} not checked, {counts.clear} with nothing found"
    )
    typer.echo(f"   {out / 'compliance' / 'report' / 'index.html'}")


def _told(rendered: Iterator[Rendered]) -> Iterator[Rendered]:
    for assessment, page in rendered:
        first = assessment.findings[0].title if assessment.findings else "nothing found"
        typer.echo(f"   {assessment.subject.id}  {assessment.outcome.value:11}  {first}")
        yield assessment, page


def _inspector(bench: Workbench, out: Path) -> None:
    from recruitcheck.audit.agency import assess_agency
    from recruitcheck.cli.case import custody_of
    from recruitcheck.model import Agency
    from recruitcheck.report import CaseInfo, render_assessment

    typer.echo("\n4. An inspector writes an evidence report")
    agency = Agency("Silver Placeholder Gateway Recruiters", "0102/080/81", "NP")
    assessment = assess_agency(agency, bench, subject_id="DEMO-2026-001")
    case = CaseInfo(
        number="DEMO-2026-001",
        authority="Fictional Labour Inspectorate",
        officer="A. Specimen",
        legal_basis="made up for demonstration",
        question="Does the licence number on the advert belong to the firm that shows it?",
        made_utc=f"{DAY}T08:00:00+00:00",
        made_local=f"{DAY}T13:45:00+05:45",
        command="recruitcheck demo",
        handling="made up",
        custody=custody_of(bench.store, [assessment]) if bench.store else (),
    )
    path = out / "inspector-agency.html"
    path.write_text(render_assessment(assessment, "inspector", case=case), encoding="utf-8")
    typer.echo(f"   {assessment.outcome.value}: {path}")


def _page(assessment: Assessment, path: Path) -> None:
    from recruitcheck.report import render_assessment

    path.write_text(render_assessment(assessment, "employer"), encoding="utf-8")
    typer.echo(f"   {assessment.outcome.value}: {path}")


def _next_steps(out: Path) -> None:
    typer.echo(
        f"""
Open the pages above in a browser. Then, with your own files:
   recruitcheck registry list                          which official lists are known
   recruitcheck registry import ID FILE --published DATE
   recruitcheck check agency "NAME" --country CC --phone NUMBER --report report.html
   recruitcheck check offer FILE --origin CC --destination CC --report report.html
   recruitcheck audit template agencies > list.csv     fill it in, then:
   recruitcheck audit run list.csv -o audit
   recruitcheck check agency "Example Peak Jobs" --db {out / "demo.db"} --as-of {DAY}"""
    )
