"""Workbooks give every cell as a person would copy it, and cannot fill the memory."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from recruitcheck.errors import InputError
from recruitcheck.registry import Table, read_table
from recruitcheck.registry.readers.workbook import cell_text
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


def sheet(*rows: str) -> bytes:
    """A sheet with the header in its first row; each row is the XML of its cells."""
    header = "".join(
        f'<c r="{column}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in zip("ABCD", HEADER, strict=True)
    )
    lines = "".join(f"<row>{cells}</row>" for cells in rows)
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData><row r="1">{header}</row>{lines}</sheetData></worksheet>'.encode()


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


ALDER = text("A2", "0012") + text("B2", "Alder") + text("C2", "Active")


def opened(folder: Path, content: bytes, part: str = "xl/worksheets/sheet1.xml") -> Table:
    return read_table(workbook(folder / "list.xlsx", {"S": [HEADER]}, raw={part: content}), definition())


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="ABCDEFGH2"><v>1</v></c>',
        f'<c r="{"Z" * 39}2"><v>1</v></c>',
        '<c r = "XFD2"><v>1</v></c>',
        '<c r="XFD2" x=" />"><v>1</v></c>',
        "<c><v>1</v></c>" * 600,
        "<c/>" * 600 + "<c><v>1</v></c>",
        "<!-- <c r= --><c/>" * 600 + "<c><f>A1</f></c>",
    ],
)
def test_a_far_cell_is_found_however_it_hides(tmp_path: Path, cells: str) -> None:
    with pytest.raises(InputError, match=r"spans .* columns"):
        opened(tmp_path, sheet(ALDER + cells))


def test_a_sheet_under_another_name_is_looked_at_too(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"docs/far\.XML spans"):
        opened(tmp_path, sheet('<c r="XFD2"><v>1</v></c>'), "docs/far.XML")


def test_numbers_in_other_parts_of_a_workbook_are_no_places(tmp_path: Path) -> None:
    theme = b'<a:theme><a:lin ang="5400000"/><a:outerShdw dir="5400000000" r="ABCDEF1"/></a:theme>'
    assert list(opened(tmp_path, theme, "xl/theme/theme1.xml").rows) == []


def test_blank_columns_without_number_are_none(tmp_path: Path) -> None:
    styled = "".join(f'<c r="{column}2" s="1"/>' for column in ("E", "AA", "XFD", "ABCDEF")) + "<c/>" * 100_000
    table = opened(tmp_path, sheet(ALDER + styled))
    assert [row.cells["Company"] for row in table.rows] == ["Alder"]
    assert table.header == tuple(HEADER)


def test_formulas_are_what_the_workbook_last_made_of_them(tmp_path: Path) -> None:
    cells = '<c r="A2" t="str"><f>TEXT(12,"0000")</f><v>0012</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>Alder</v></c>'
    table = opened(tmp_path, sheet(cells + text("C2", "Active") + '<c r="D2" t="str"><f>IF(1,"")</f><v></v></c>'))
    assert [list(row.cells.values()) for row in table.rows] == [["0012", "Alder", "Active", ""]]
    assert table.warnings == []


def test_formulas_without_a_result_and_errors_are_said(tmp_path: Path) -> None:
    unstored = '<c r="A2"><f>A9</f></c>' + text("B2", "Alder") + '<c r="C2"><f t="shared" si="0"/></c>'
    error = text("A3", "2") + text("B3", "Birch") + '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    table = opened(tmp_path, sheet(unstored, error))
    assert [row.cells["Status"] for row in table.rows] == ["", ""]
    assert [warning.split(":")[0] for warning in table.warnings] == [
        "2 cells hold a formula whose result was never stored",
        "1 cells hold an error of the spreadsheet (such as #REF! or #N/A)",
    ]


def test_a_tall_and_wide_sheet_is_refused(tmp_path: Path) -> None:
    tall = (
        b'<worksheet><sheetData><row r="1"><c r="CV1"><v>1</v></c></row><row r="1048576"><c r="A1048576"/></row>'
        b"</sheetData></worksheet>"
    )
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
