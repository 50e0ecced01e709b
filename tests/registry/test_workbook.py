"""Workbooks give every cell as a person would copy it, and cannot fill the memory."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from recruitcheck.errors import InputError
from recruitcheck.registry import read_table
from recruitcheck.registry.workbook import cell_text
from tests.registry.lists import STYLE_EXAMPLE, Cell, definition, workbook

HEADER: list[Cell] = ["Licence No", "Company", "Status", "Expiry"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (93650.0, "93650"),
        (1.5, "1.5"),
        (-0.25, "-0.25"),
        (True, "true"),
        ("0012", "0012"),
        (date(2012, 8, 18), "2012-08-18"),
        (datetime(2012, 8, 18), "2012-08-18"),  # noqa: DTZ001  workbooks know no zone
        (datetime(2012, 8, 18, 9, 30), "2012-08-18 09:30:00"),  # noqa: DTZ001
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_cell_is_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_an_offset_table_after_empty_sheets_and_prose_is_found(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "list.xlsx",
        {
            "Empty": [],
            "Cover": [["About this list"]],
            "Data": [
                ["Title"],
                [None],
                HEADER,
                ["0012", "A", "Active", date(2026, 12, 31)],
                [12.0, "B", "Active", "x"],
            ],
        },
        row=3,
        column=1,
    )
    table = read_table(path, definition())
    rows = list(table.rows)
    assert (table.sheet, table.header_line) == ("Data", 5)
    assert [(row.number, row.line) for row in rows] == [(1, 6), (2, 7)]
    assert [row.cells["Licence No"] for row in rows] == ["0012", "12"]
    assert rows[0].cells["Expiry"] == "2026-12-31"


def test_trailing_blank_rows_of_a_sheet_are_no_rows(tmp_path: Path) -> None:
    blank: list[Cell] = [" ", "", "", ""]
    rows: list[list[Cell]] = [HEADER, ["1", "A", "Active", ""], blank, ["2", "B", "Active", ""], blank, blank]
    table = read_table(workbook(tmp_path / "list.xlsx", {"S": rows}), definition())
    assert [row.cells["Company"] for row in table.rows] == ["A", "", "B"]


def test_a_declared_sheet_is_taken_and_a_missing_one_named(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Cell]]] = {
        "Old": [HEADER, ["1", "A", "Active", ""]],
        "New": [HEADER, ["2", "B", "", ""]],
    }
    path = workbook(tmp_path / "list.xlsx", sheets)
    assert next(read_table(path, definition(STYLE_EXAMPLE + "format: {sheet: New}\n")).rows).cells["Company"] == "B"
    with pytest.raises(InputError, match=r"no sheet 'Next' \(there are: Old, New\)"):
        read_table(path, definition(STYLE_EXAMPLE + "format: {sheet: Next}\n"))


def test_numbers_that_the_workbook_rounded_are_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", {"S": [HEADER, [81201141907610001.0, "A", "Active", ""]]})
    table = read_table(path, definition())
    list(table.rows)
    assert any("more than 15 digits" in warning for warning in table.warnings)


def test_one_far_cell_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    far = (
        b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    )
    path = workbook(tmp_path / "list.xlsx", {"S": [HEADER]}, raw={"xl/worksheets/sheet1.xml": far})
    with pytest.raises(InputError, match=r"spans 16,384 columns"):
        read_table(path, definition())


def test_a_tall_and_wide_sheet_is_refused(tmp_path: Path) -> None:
    tall = b'<worksheet><sheetData><row r="1"><c r="CV1"/></row><row r="1048576"><c r="A1048576"/></row>'
    path = workbook(tmp_path / "list.xlsx", {"S": [HEADER]}, raw={"xl/worksheets/sheet1.xml": tall})
    with pytest.raises(InputError, match=r"100 columns and 1,048,576 rows"):
        read_table(path, definition())


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", {"S": [HEADER]}, raw={"xl/media/x.bin": b"\0" * 60_000_000})
    with pytest.raises(InputError, match="zip bomb"):
        read_table(path, definition())


def test_a_cut_or_damaged_workbook_is_one_clear_line(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", {"S": [HEADER, ["1", "A", "Active", ""]]})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match="damaged or cut"):
        read_table(path, definition())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<broken")
    with pytest.raises(InputError, match="damaged or cut"):
        read_table(path, definition())
