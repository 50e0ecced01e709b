"""Bad lists at the command line: one clear line and code 1, and nothing is kept; oddities are read and said."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from tests.registry.lists import CSV_HEAD, HEAD, STYLE_EXAMPLE, workbook
from tests.soak import SOAK, rounds

ROWS = "".join(f'{n:04},"Alder {n} Sønn, Ltd",Active,31/12/2026\r\n' for n in range(1, 301))
LIST = (CSV_HEAD + ROWS).encode()
ENTITIES = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)
BOMB = f'<?xml version="1.0"?>{ENTITIES}]>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def packed(data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as file:
        file.writestr(zipfile.ZipInfo("agencies.csv"), data, method)
    return held.getvalue()


def book(folder: Path, sheet: str) -> bytes:
    return workbook(folder / "made.xlsx", {"S": []}, raw={"xl/worksheets/sheet1.xml": sheet.encode()}).read_bytes()


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


HEADER_ROW = "<row r='1'>" + "".join(map(text, ("A1", "B1", "C1", "D1"), CSV_HEAD.strip().split(","))) + "</row>"
REFUSED: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "cut in a row": (lambda _: LIST[:-20], "ends in the middle of a row (line 301)"),
    "cut in a quote": (lambda _: LIST[:-30], "never ends"),
    "cut in a character": (lambda _: (LIST + "9,Sø".encode())[:-1], "middle of a character"),
    "cut in a zip": (lambda _: packed(LIST)[:-40], "damaged or cut"),
    "cut inside a packed file": (lambda _: packed(LIST[:-30]), "never ends"),
    "cut in a gzip": (lambda _: gzip.compress(LIST, mtime=0)[:-400], "damaged or cut"),
    "cut in a record": (lambda _: json.dumps([{"Licence No": "1", "Company": "A"}] * 9).encode()[:-9], "is cut"),
    "cut in a table": (lambda _: b"<html><table><tr><th>Licence No<th>Company<tr><td>1<td>Al", "is cut"),
    "cut in an element": (lambda _: b"<?xml version='1.0'?><l><a><no>1</no><name>Al", "one.xml"),
    "cut in a workbook": (lambda folder: book(folder, SHEET + HEADER_ROW)[:900], "damaged or cut"),
    "encodings mixed late": (lambda _: LIST + "9,Müller,Active,\n".encode("latin-1"), "mixes encodings"),
    "encodings mixed early": (lambda _: LIST.replace("1 Sønn".encode(), b"1 S\xf8nn"), "mixes encodings"),
    "nothing but NUL": (lambda _: bytes(200_000), "binary"),
    "NUL for a list": (lambda _: LIST.decode().encode("utf-16-le"), "binary"),
    "zip bomb": (lambda _: packed(CSV_HEAD.encode() + bytes(60_000_000)), "zip bomb"),
    "gzip bomb": (lambda _: gzip.compress(CSV_HEAD.encode() + bytes(60_000_000), mtime=0), "zip bomb"),
    "entity bomb": (lambda _: f"{BOMB}<l><a><no>1</no><name>&j;</name></a></l>".encode(), "entities"),
    "entity bomb in a page": (lambda _: f"{BOMB}<html><table><tr><td>&j;</table></html>".encode(), "entities"),
    "entity bomb in a workbook": (
        lambda folder: book(folder, f"{BOMB}{SHEET}{HEADER_ROW}<row>{text('A2', '&j;')}</row></sheetData></worksheet>"),
        "damaged or cut",
    ),
    "columns without end": (
        lambda folder: book(folder, SHEET + HEADER_ROW + "<row>" + "<c><v>1</v></c>" * rounds(50_000, 1_000_000)),
        "spans 501 columns",  # the rest is not counted
    ),
    "a far column": (
        lambda folder: book(
            folder, f'{SHEET}{HEADER_ROW}<row><c r="BDWGN2"><v>1</v></c></row></sheetData></worksheet>'
        ),
        "spans 1,000,000 columns",
    ),
}


def run_import(folder: Path, file: Path, shape: str = STYLE_EXAMPLE) -> Result:
    (folder / "xx.yml").write_text(shape, encoding="utf-8")
    options = ["--published", "2026-06-01", "--db", str(folder / "new.db"), "--definition", str(folder / "xx.yml")]
    return CliRunner().invoke(app, ["registry", "import", "xx-agencies", str(file), *options])


@pytest.mark.parametrize("known", [True, False], ids=["known columns", "drafted columns"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_list_is_one_line_and_leaves_nothing(tmp_path: Path, name: str, known: bool) -> None:
    make, told = REFUSED[name]
    file = tmp_path / ("one.xml" if "element" in name else "one.csv")
    file.write_bytes(make(tmp_path))
    result = run_import(tmp_path, file, STYLE_EXAMPLE if known else HEAD.replace("identity: [licence_number]\n", ""))
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"recruitcheck: {file}")
    assert told in line
    assert len(line) < 700
    assert not list(tmp_path.glob("new.db*"))


def test_cells_that_begin_like_formulas_stay_text_and_leave_as_text(tmp_path: Path) -> None:
    names = ("=cmd|' /C calc'!A0", "@SUM(1+1) Agency", "+977 Manpower")
    file = tmp_path / "one.csv"
    file.write_text(CSV_HEAD + "".join(f'{n},"{name}",Active,\n' for n, name in enumerate(names, 1)), encoding="utf-8")
    assert run_import(tmp_path, file).exit_code == 0
    runner = CliRunner()
    options = ["--db", str(tmp_path / "new.db"), "--definition", str(tmp_path / "xx.yml")]
    lines = runner.invoke(app, ["registry", "export", "xx-agencies", "--format", "jsonl", *options]).stdout.splitlines()
    assert [json.loads(line)["names"][0]["text"] for line in lines] == list(names)
    table = runner.invoke(app, ["registry", "export", "xx-agencies", "--format", "csv", *options]).stdout
    assert [row["name"] for row in csv.DictReader(io.StringIO(table))] == [f"'{name}" for name in names]


def test_nul_characters_cost_no_row(tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_bytes(LIST.replace(b"Alder 7 ", b"Al\0der 7 "))
    result = run_import(tmp_path, file)
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert (report["read"], report["kept"]) == (300, 300)
    assert "1 NUL characters were dropped." in report["warnings"]


@pytest.mark.skipif(not SOAK, reason="a gigabyte: only in a soak")
@pytest.mark.parametrize("begin", [b"", LIST * 6], ids=["at once", "behind a list"])
def test_a_gigabyte_of_one_line_is_one_line(tmp_path: Path, begin: bytes) -> None:
    file = tmp_path / "one.csv"
    with file.open("wb") as out:
        out.write(CSV_HEAD.encode() + begin)
        for _ in range(1_000):
            out.write(b"x1,y " * 200_000)
    try:
        result = run_import(tmp_path, file)
    finally:
        file.unlink()
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "has more than 2,000,000 characters" in line
    assert not list(tmp_path.glob("new.db*"))
