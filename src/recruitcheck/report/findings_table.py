"""Findings as flat rows for spreadsheets: one row per finding, no cell a formula, workers masked."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from recruitcheck.model import Assessment, EntryEvidence, Evidence, Finding, QuoteEvidence, SearchEvidence
from recruitcheck.report.answer import by_weight
from recruitcheck.report.conceal import conceal
from recruitcheck.report.safe_text import safe_cell

COLUMNS = (
    "subject_id",
    "subject_kind",
    "subject_name",
    "input_file",
    "input_row",
    "as_of",
    "origin",
    "destination",
    "sector",
    "finding_id",
    "rule",
    "category",
    "practice",
    "outcome",
    "severity",
    "confidence",
    "title",
    "message",
    "evidence",
    "citations",
    "clears_if",
    "remedy",
)


def findings_rows(assessments: Iterable[Assessment]) -> Iterator[tuple[str, ...]]:
    """The header, then one row per finding: subjects in the order given, findings gravest first."""
    yield COLUMNS
    for assessment in assessments:
        shown = conceal(assessment)
        subject, corridor = shown.subject, shown.corridor
        row = "" if subject.input.row is None else str(subject.input.row)
        head = (subject.id, subject.kind, subject.name, subject.input.file or "", row, shown.as_of.isoformat())
        place = (corridor.origin or "", corridor.destination or "", corridor.sector or "")
        for finding in by_weight(shown.findings):
            yield tuple(safe_cell(cell) for cell in (*head, *place, *_finding_cells(finding)))


def write_findings_csv(assessments: Iterable[Assessment], path: Path) -> int:
    """Writes the rows as UTF-8 CSV with a byte order mark, for spreadsheet programs; returns the number of findings."""
    written = -1
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target, lineterminator="\r\n")
        for row in findings_rows(assessments):
            writer.writerow(row)
            written += 1
    return written


def _finding_cells(finding: Finding) -> tuple[str, ...]:
    return (
        finding.id,
        finding.rule,
        finding.category,
        finding.practice,
        finding.outcome.value,
        finding.severity.value,
        finding.confidence.value,
        finding.title,
        finding.message,
        "; ".join(where for where in (_where(item) for item in finding.evidence) if where),
        "; ".join(f"{item.title}, {item.provision} ({item.binding.value})" for item in finding.citations),
        finding.clears_if,
        finding.remedy,
    )


def _where(item: Evidence) -> str:
    """One piece of evidence in a cell: enough to find it again."""
    if isinstance(item, QuoteEvidence):
        return f'{item.document} p.{item.page} [{item.start}:{item.end}] "{item.text}"'
    if isinstance(item, EntryEvidence):
        return f"{item.snapshot} row {item.row}"
    if isinstance(item, SearchEvidence):
        return f'search "{item.query}" in {item.snapshot}: nothing at {item.threshold:g} or above'
    return ""
