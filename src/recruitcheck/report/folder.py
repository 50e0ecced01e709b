"""The folder of an audit: assessments, findings table, summary and pages, whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from recruitcheck.errors import InputError, UsageError
from recruitcheck.model import Assessment, Outcome, ToolRef
from recruitcheck.report.audit_summary import AuditFile, AuditSummary, count_outcomes
from recruitcheck.report.case import PageLinks
from recruitcheck.report.contract import dumps, to_json
from recruitcheck.report.findings_table import findings_rows
from recruitcheck.report.html import Audience, render_assessment
from recruitcheck.report.index import IndexRow, index_row, render_index

ASSESSMENTS = "assessments.jsonl"


@dataclass(frozen=True, slots=True)
class AuditFrame:
    """What the run was: title of the index, input file and hash, arguments, days, versions."""

    title: str
    input: Path
    arguments: Mapping[str, Any]
    as_of: date
    known_on: date
    tool: ToolRef


@dataclass(slots=True)
class _Tally:
    outcomes: list[Outcome] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    rows: list[IndexRow] = field(default_factory=list)


Rendered = tuple[Assessment, str]


def batch_page(assessment: Assessment, audience: Audience) -> str:
    """The page of one subject of a batch, with its way back to the index."""
    return render_assessment(assessment, audience, links=PageLinks(index="index.html"))


def write_audit(
    rendered: Iterable[Rendered],
    out: Path,
    frame: AuditFrame,
    *,
    each: Callable[[Assessment], None] | None = None,
) -> AuditSummary:
    """Write every assessment and its page as they come; the folder gets its name only when all of it is written.

    ``each`` is called after every subject (progress, counts). Raises UsageError where ``out`` holds anything already.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out} is not empty.", todo="Choose another folder with -o.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror}).", where=str(out.parent), todo="Choose another folder with -o."
        ) from error
    try:
        summary = _write(rendered, stage, frame, each)
        stage.chmod(0o755)
        if out.exists():
            out.rmdir()
        stage.rename(out)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    return summary


def _write(
    rendered: Iterable[Rendered],
    stage: Path,
    frame: AuditFrame,
    each: Callable[[Assessment], None] | None,
) -> AuditSummary:
    pages = stage / "report"
    pages.mkdir()
    tally = _Tally()
    with (
        (stage / ASSESSMENTS).open("w", encoding="utf-8", newline="\n") as lines,
        (stage / "findings.csv").open("w", encoding="utf-8-sig", newline="") as table,
    ):
        writer = csv.writer(table, lineterminator="\r\n")
        seen = _one_by_one(rendered, lines.write, pages, tally, each)
        for row in findings_rows(seen):
            writer.writerow(row)
    index = render_index(tally.rows, title=frame.title, as_of=frame.as_of)
    (pages / "index.html").write_text(index, encoding="utf-8")
    summary = AuditSummary(
        as_of=frame.as_of,
        known_on=frame.known_on,
        input=frame.input.name,
        input_sha256=_sha256(frame.input),
        arguments=dict(frame.arguments),
        counts=count_outcomes(tally.outcomes),
        registries=dict(sorted(tally.used.items())),
        files=tuple(_files(stage)),
        tool=frame.tool,
    )
    (stage / "audit.json").write_text(dumps(summary) + "\n", encoding="utf-8")
    return summary


def _one_by_one(
    rendered: Iterable[Rendered],
    write_line: Callable[[str], object],
    pages: Path,
    tally: _Tally,
    each: Callable[[Assessment], None] | None,
) -> Iterator[Assessment]:
    for number, (assessment, page) in enumerate(rendered, 1):
        write_line(dumps(to_json(assessment)) + "\n")
        name = page_name(number)
        (pages / name).write_text(page, encoding="utf-8")
        tally.rows.append(index_row(assessment, name, number))
        tally.outcomes.append(assessment.outcome)
        tally.used.update({use.registry: use.snapshot for use in assessment.registries if use.snapshot})
        yield assessment
        if each is not None:
            each(assessment)


def page_name(number: int) -> str:
    """The page of the subject at a place of the input; never made from foreign text."""
    return f"subject-{number:06d}.html"


def _files(stage: Path) -> Iterator[AuditFile]:
    for path in sorted(item for item in stage.rglob("*") if item.is_file()):
        yield AuditFile(path.relative_to(stage).as_posix(), path.stat().st_size, _sha256(path))


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
