# ruff: noqa: S608  dumps are made up as text; nothing executes them
"""Rows of SQL dumps are read as text, whatever program wrote them; nothing is executed."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import RecruitcheckError
from recruitcheck.registry import Table, read_table
from recruitcheck.registry.readers import sql_dump
from tests.bounds import Bounded
from tests.registry.lists import STYLE_EXAMPLE, definition, write

COLUMNS = "`Licence No`, `Company`, `Status`, `Expiry`"


def opened(folder: Path, content: str | bytes, more: str = "") -> Table:
    return read_table(write(folder, content, "list.sql"), definition(STYLE_EXAMPLE + more))


def cells(table: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in table.rows]


def test_values_are_text_as_written(tmp_path: Path) -> None:
    table = opened(
        tmp_path,
        "-- dump; of 'agencies\n/*!40101 SET NAMES utf8 */;\nSET sql_mode = 'x';\n"
        f"INSERT INTO `agencies` ({COLUMNS}) VALUES (0012, 'O''Neil \\'& \\\\ Sons;\\n(Pvt.)', 'Active', NULL),\n"
        "(0013, N'Zoë -- no comment', 'Active', CAST('2026-01-02' AS date)); # end\n"
        f"REPLACE INTO db.agencies ({COLUMNS}) VALUES (+14, _utf8'Birch', 'Act' 'ive', -1.50);",
    )
    assert cells(table) == [
        ["0012", "O'Neil '& \\ Sons;\n(Pvt.)", "Active", ""],
        ["0013", "Zoë -- no comment", "Active", "CAST('2026-01-02'ASdate)"],
        ["+14", "Birch", "Active", "-1.50"],
    ]
    assert (table.sheet, table.media_type, table.warnings) == ("agencies", "application/sql", [])


def test_columns_come_from_create_table(tmp_path: Path) -> None:
    table = opened(
        tmp_path,
        'CREATE TABLE IF NOT EXISTS public."agencies" (\n"Licence No" decimal(4,0) DEFAULT (1),\n'
        '"Company" text CHECK (1),\n'
        '"Status" varchar(9), "Expiry" date,\nPRIMARY KEY ("Licence No"), KEY x (Company)) ENGINE=x;\n'
        "CREATE INDEX i ON agencies (Company);\n"
        "INSERT INTO agencies VALUES (1,'Alder','Active','2026-01-02') ON CONFLICT DO NOTHING;\n",
    )
    assert cells(table) == [["1", "Alder", "Active", "2026-01-02"]]


def test_the_table_that_fits_is_found_among_others(tmp_path: Path) -> None:
    dump = "".join(f"INSERT INTO t{n} (a,b) VALUES ('x','y');\n" for n in range(20))
    dump += f"INSERT INTO agencies ({COLUMNS}) VALUES (1,'Alder','Active',''); INSERT INTO t1 (a,b) VALUES ('z','z');"
    dump += "INSERT INTO agencies (Company, `Licence No`, Expiry, Status) VALUES ('Birch',2,'','Active');"
    assert [row[:2] for row in cells(opened(tmp_path, dump))] == [["1", "Alder"], ["2", "Birch"]]


def test_statements_without_an_end_are_told_apart(tmp_path: Path) -> None:
    into = "INSERT [dbo].[agencies] ([Licence No], [Company], [Status], [Expiry])"
    dump = "SET NOCOUNT ON\nGO\n" + "".join(f"{into} VALUES ({n}, N'Alder', N'Active', NULL)\n" for n in (1, 2))
    assert [row[0] for row in cells(opened(tmp_path, dump + "GO\n"))] == ["1", "2"]


def test_columns_that_the_dump_does_not_name_are_declared(tmp_path: Path) -> None:
    dump = "INSERT INTO agencies VALUES (0012,'Alder','Active',NULL);"
    table = opened(tmp_path, dump, 'format: {tables: {agencies: ["Licence No", "Company", "Status", "Expiry"]}}\n')
    assert cells(table) == [["0012", "Alder", "Active", ""]]
    with pytest.raises(RecruitcheckError, match="no layout"):
        opened(tmp_path, dump)


def test_a_text_that_crosses_pieces_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_dump, "_CHUNK", 7)
    values = ",".join(f"({n},'O''Neil ''{n}'' \\'x','Active','')" for n in range(30))
    found = cells(opened(tmp_path, f"INSERT INTO agencies ({COLUMNS}) VALUES {values};"))
    assert [row[1] for row in found] == [f"O'Neil '{n}' 'x" for n in range(30)]


HEAD = f"INSERT INTO agencies ({COLUMNS}) VALUES "


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + "(1,'A','Active','never", "never ends"),
        (HEAD + "(1,'A','Active',''),(2,'B'", "this copy is cut"),
        (HEAD + "/* never", "never ends"),
        (HEAD + "(1,'" + "x" * 6_000_000 + "','Active','')", "never ends"),
        (HEAD + "(" + "1," * 2_000 + "1);", "more than 500 columns"),
        (HEAD + "(" * 5_000_000 + "1", "never ends"),
        ("CREATE TABLE t (" + ",".join(f"c{n} int" for n in range(2_000)) + ");", "more than 500 columns"),
        ("".join(f"CREATE TABLE t{n} (a int);" for n in range(600)), "more than 500 tables"),
        ("CREATE TABLE t (a int);", "inserts no rows"),
        ("INSERT INTO t SELECT * FROM u; DROP TABLE t;", "inserts no rows"),
        (HEAD.encode() + b"(1,'A\0','Active','');\xc3", "middle of a character"),
    ],
)
def test_hostile_and_broken_dumps_end_in_one_line(
    tmp_path: Path, content: str | bytes, said: str, bounded: Bounded
) -> None:
    with bounded(3):
        with pytest.raises(RecruitcheckError) as caught:
            list(opened(tmp_path, content).rows)
        assert said in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.shared
def test_the_bangladesh_dump_gives_its_agencies(shared: Path) -> None:
    from tests.registry.test_real_lists import read

    result = read(shared, "bd-bmet", "bd-bmet/*.sql")
    assert (result.rows_read, len(result.entries), result.rejects, result.row_bounds_problem) == (507, 507, (), None)
    as_csv = read(shared, "bd-bmet", "bd-bmet/*.csv")
    assert [(entry.key, entry.names) for entry in result.entries] == [(each.key, each.names) for each in as_csv.entries]
