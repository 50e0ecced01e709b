"""Findings as rows: one per finding, nothing a formula, workers masked."""

from __future__ import annotations

import csv
from pathlib import Path

from recruitcheck.report import COLUMNS, findings_rows, write_findings_csv
from tests.report import examples

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def test_one_row_per_finding_in_the_order_of_subjects_and_severity() -> None:
    header, *rows = findings_rows([examples.flagged_offer(), examples.clear_agency(), examples.unlisted_agency()])
    assert header == COLUMNS
    assert [row[COLUMNS.index("subject_id")] for row in rows] == ["offer-7"] * 5 + ["agency-5"]
    assert [row[COLUMNS.index("severity")] for row in rows[:5]] == ["critical", "high", "high", "medium", "low"]


def test_no_cell_starts_a_formula_and_no_worker_is_named() -> None:
    rows = list(findings_rows(make() for make in examples.ALL.values()))
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert all(not cell.startswith(FORMULA) and "\n" not in cell for row in rows for cell in row)
    assert all("Ramesh" not in cell for row in rows for cell in row)


def test_the_file_reads_back_as_written(tmp_path: Path) -> None:
    target = tmp_path / "findings.csv"
    offers = [examples.flagged_offer(), examples.hostile()]
    assert write_findings_csv(offers, target) == 10
    with target.open(encoding="utf-8-sig", newline="") as source:
        assert [tuple(row) for row in csv.reader(source)] == list(findings_rows(offers))
