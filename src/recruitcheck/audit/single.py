"""One input row becomes an assessment.

The only place that catches every exception, so that one row never stops a batch.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from recruitcheck.audit.agency import assess_agency
from recruitcheck.audit.corridor import columns_of, settle_corridor, settle_country
from recruitcheck.audit.inputs import InputRow
from recruitcheck.audit.offer import assess_offer
from recruitcheck.audit.verdict import in_order
from recruitcheck.audit.workbench import Workbench
from recruitcheck.checks.drafting import draft_finding, draft_gap
from recruitcheck.model import (
    Agency,
    Assessment,
    Confidence,
    DocumentOrigin,
    InputRef,
    NotChecked,
    ObservationEvidence,
    Outcome,
    Severity,
    Subject,
)

log = logging.getLogger(__name__)
Rendered = tuple[Assessment, str]
RULE_INPUT = "input-row-not-readable"


def assess_row(row: InputRow, kind: str, file: str, bench: Workbench, render: Callable[[Assessment], str]) -> Rendered:
    """The assessment of one row and its page; a row that cannot be read or that breaks anything has outcome ``error``.

    ``render`` turns an assessment into its page; it runs inside the boundary, so that a page that cannot be made never
    stops the other rows either.
    """
    source = InputRef(file=file, row=row.number, columns=row.columns)
    problem = row.problem
    if not problem:
        try:
            assessment = _offer(row, source, bench) if kind == "offers" else _agency(row, source, bench)
            return assessment, render(assessment)
        except Exception as error:
            log.exception("row %s of %s", row.number, file)
            problem = f"{type(error).__name__}: {str(error)[:300]}"
    failed = _failed(row, kind, source, problem, bench)
    return failed, render(failed)


def subject_id(row: InputRow) -> str:
    """The row's own id, else its number."""
    given = row.columns.get("id")
    return str(given) if given not in (None, "") else str(row.number)


def _agency(row: InputRow, source: InputRef, bench: Workbench) -> Assessment:
    columns = row.columns

    def text(name: str) -> str | None:
        return str(columns.get(name) or "").strip() or None

    country, gaps = settle_country(text("country"))
    agency = Agency(
        name=str(columns["name"]).strip(),
        licence_number=text("licence_number"),
        country=country,
        address=text("address"),
        phone=text("phone"),
        email=text("email"),
        website=text("website"),
    )
    return assess_agency(agency, bench, subject_id=subject_id(row), source=source, words=columns_of(columns), gaps=gaps)


def _offer(row: InputRow, source: InputRef, bench: Workbench) -> Assessment:
    from recruitcheck.documents import document_from_text, parse_kind

    columns = row.columns
    stated = columns.get("kind", columns.get("doc_type"))
    kind = parse_kind(str(stated)) if stated else None
    gaps: tuple[NotChecked, ...] = ()
    if stated and kind is None:
        args = {"given": str(stated)}
        gaps = (draft_gap("kind_unknown", str(stated), message_id="gap.kind_unknown", args=args, required=False),)
    try:
        origin = DocumentOrigin(str(columns.get("from") or "unknown"))
    except ValueError:
        origin = DocumentOrigin.UNKNOWN
    document = document_from_text(columns["text"], id="d1", path=None, kind=kind, origin=origin)
    name = str(columns.get("name") or columns.get("title") or subject_id(row))
    # The text lies in the document's hash and the quotes; repeating it per row would double every audit.
    kept = {key: value for key, value in columns.items() if key != "text"}
    trimmed = InputRef(source.file, source.row, kept)
    return assess_offer(
        document, bench, subject_id=subject_id(row), name=name, source=trimmed, words=columns_of(columns), gaps=gaps
    )


def _failed(row: InputRow, kind: str, source: InputRef, problem: str, bench: Workbench) -> Assessment:
    corridor, _ = settle_corridor(bench.options)
    where = f"{source.file}, row {row.number}"
    finding = draft_finding(
        RULE_INPUT,
        "coverage.registry",
        Outcome.ERROR,
        Severity.INFO,
        Confidence.HIGH,
        message_id="coverage.input",
        args={"row": str(row.number), "problem": problem},
        evidence=(ObservationEvidence(problem, where),),
    )
    columns: dict[str, Any] = {key: value for key, value in row.columns.items() if key != "text"}
    name = str(columns.get("name") or subject_id(row))
    return Assessment(
        subject=Subject(
            "offer" if kind == "offers" else "agency",
            subject_id(row),
            name,
            InputRef(source.file, row.number, columns),
        ),
        as_of=bench.as_of,
        known_on=bench.dates.known_on,
        corridor=corridor,
        outcome=Outcome.ERROR,
        documents=(),
        registries=(),
        findings=in_order((finding,)),
        clear=(),
        not_applicable=(),
        not_checked=(),
        facts={},
        fees=(),
        terms=(),
        indicators=(),
        referrals=(),
        tool=bench.tool,
        dates=dict(bench.dates.acts) or None,
        fictional=bench.fictional,
    )
