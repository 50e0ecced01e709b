"""Tables of one shape in one file, headers that come again, and columns that no line names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry import MappedList, map_table, read_table
from recruitcheck.registry.drafting import draft_definition, try_draft
from tests.registry.drafting.scoring import TODAY
from tests.registry.lists import CSV_HEAD, STYLE_EXAMPLE, Cell, definition, mapped, workbook, write
from tests.registry.test_pdf_table import pdf

HEADER: list[Cell] = ["Licence No", "Company", "Status", "Expiry"]
JOINED = STYLE_EXAMPLE + "format: {join_sheets: true}\n"
ROWS = (
    "101,Alder Manpower Ltd,+254 20 5550101,a@alder.example,Active\n"
    "102,Birch Agency Ltd,+254 20 5550102,b@birch.example,Suspended\n"
    "103,Cedar Recruitment Ltd,+254 20 5550103,c@cedar.example,Active\n"
)


def names(found: MappedList) -> list[str]:
    return [entry.name for entry in found.entries]


def drafted(folder: Path, content: str | bytes, name: str) -> MappedList:
    path = write(folder, content, name)
    draft, _ = try_draft(draft_definition(path, "xx-list", today=TODAY), path)
    return map_table(draft.definition, read_table(path, draft.definition))


def book(folder: Path) -> Path:
    sheets: dict[str, list[list[Cell]]] = {
        "North": [HEADER, ["1", "Alder", "Active", ""], ["", " ", "", ""], ["", " ", "", ""]],
        "Notes": [["Updated monthly"]],
        "South": [["Agencies of the south"], HEADER, ["2", "Birch", "Struck off", ""]],
        "Fees": [["Item", "Fee"], ["Licence", "100"]],
    }
    return workbook(folder / "list.xlsx", sheets)


def test_sheets_of_one_shape_are_named_where_only_the_first_is_read(tmp_path: Path) -> None:
    table = read_table(book(tmp_path), definition())
    assert [row.cells["Company"] for row in table.rows] == ["Alder"]
    assert any(
        "1 more sheets or tables have the same columns and were not read: 'South'" in text for text in table.warnings
    )


def test_sheets_of_one_shape_are_one_list_where_the_definition_joins_them(tmp_path: Path) -> None:
    table = read_table(book(tmp_path), definition(JOINED))
    assert [list(row.cells.values())[:3] for row in table.rows] == [
        ["1", "Alder", "Active"],
        ["2", "Birch", "Struck off"],
    ]


def page(status: str) -> str:
    header = f"<tr><th>Agency name<th>Licence No{status and '<th>Status'}</tr>"
    tables = ("Alder Ltd<td>0012", "Birch Ltd<td>0013"), ("Cedar Ltd<td>0014", "Dahlia Ltd<td>0015")
    told = ("".join(f"<tr><td>{row}{status and '<td>' + status}" for row in rows) for rows in tables)
    return "<!doctype html><html>" + "".join(f"<h2>Part</h2><table>{header}{rows}</table>" for rows in told)


@pytest.mark.parametrize(("status", "count"), [("Active", 4), ("", 2)])
def test_a_draft_joins_tables_only_where_each_row_tells_its_state(tmp_path: Path, status: str, count: int) -> None:
    # Without a state in the rows the second table may be that of the firms struck off.
    assert len(drafted(tmp_path, page(status), "list.html").entries) == count


def test_a_header_that_comes_again_names_no_firm(tmp_path: Path) -> None:
    found = mapped(tmp_path, CSV_HEAD + "1,A,Active,\n" + CSV_HEAD.replace("Company", " Company ") + "2,B,Active,\n")
    assert names(found) == ["A", "B"]
    assert [reject.reason for reject in found.rejects] == ["the header printed again"]


def test_two_tables_on_one_pdf_page_are_read_without_their_titles(tmp_path: Path) -> None:
    def table(top: int, title: str, first: int) -> list[tuple[float, float, str]]:
        rows = [
            ["Agency name", "Licence No", "Status"],
            *([f"Firm {n} Ltd", f"{n:04}", "Active"] for n in range(first, first + 9)),
        ]
        cells = [
            (40 + 140 * at, top - 20 - 15 * line, text) for line, row in enumerate(rows) for at, text in enumerate(row)
        ]
        return [(40, top, title), *cells]

    content = pdf([table(800, "Licensed agencies, Nairobi", 1) + table(560, "Licensed agencies, Mombasa", 10)])
    found = drafted(tmp_path, content, "list.pdf")
    assert names(found) == [f"Firm {n} Ltd" for n in range(1, 19)]
    assert [entry.licences[0].number for entry in found.entries][8:10] == ["0009", "0010"]


def test_columns_that_no_line_names_are_counted(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE
    for number, header in enumerate(HEADER, 1):
        text = text.replace(f'"{header}"', f'"column {number}"')
    found = mapped(
        tmp_path, "0012,Alder,Active,31/12/2026\n0013,Birch,Under watch,\n", text + "format: {headerless: true}\n"
    )
    assert [(entry.name, entry.licences[0].number) for entry in found.entries] == [("Alder", "0012"), ("Birch", "0013")]


@pytest.mark.parametrize(
    ("content", "name"),
    [(ROWS, "list.csv"), (json.dumps([row.split(",") for row in ROWS.splitlines()]), "list.json")],
)
def test_a_draft_tells_columns_by_what_they_hold_and_doubts_it(tmp_path: Path, content: str, name: str) -> None:
    found = drafted(tmp_path, content, name)
    told = [(entry.name, entry.phones, entry.emails, entry.licences[0].status_word) for entry in found.entries]
    assert told[1] == ("Birch Agency Ltd", ("+254 20 5550102",), ("b@birch.example",), "Suspended")
    draft = draft_definition(tmp_path / name, "xx-list", today=TODAY)
    assert next((guess.value, guess.sure.value) for guess in draft.guesses if guess.what == "header") == ("none", "low")


@pytest.mark.parametrize(
    "content",
    [
        [["Agency name", "Licence No", "Status"], ["Alder Ltd", "0012", "Active"], ["Birch Ltd", "0013", None]],
        {
            "columns": ["Agency name", "Licence No", "Status"],
            "data": [["Alder Ltd", "0012", "Active"], ["Birch Ltd", "0013", None]],
        },
        {
            "meta": {"view": {"columns": [{"name": "Agency name"}, {"name": "Licence No"}, {"name": "Status"}]}},
            "data": [["Alder Ltd", "0012", "Active"], ["Birch Ltd", "0013", ""]],
        },
    ],
)  # fmt: skip
def test_json_rows_are_read_under_the_names_told_above_or_beside_them(tmp_path: Path, content: object) -> None:
    found = drafted(tmp_path, json.dumps(content), "list.json")
    assert [(entry.name, entry.licences[0].number) for entry in found.entries] == [
        ("Alder Ltd", "0012"),
        ("Birch Ltd", "0013"),
    ]


def test_rows_that_tell_nothing_of_their_columns_are_no_list(tmp_path: Path) -> None:
    for content in ("1,2,3\n4,5,6\n7,8,9\n", "red,blue\ngreen,grey\nblack,pink\n", "[[1, 2], [3, 4], [5, 6]]"):
        with pytest.raises((InputError, RegistryError), match=r"no header was found|no column"):
            draft_definition(write(tmp_path, content), "xx-list", today=TODAY)
