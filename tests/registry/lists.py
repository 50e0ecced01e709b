"""Invented definitions and files for the tests of this room."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from recruitcheck.registry import Definition, MappedList, map_table, read_table
from recruitcheck.resources import parse_yaml, validate

HEAD = """
id: xx-agencies
title: Register of licensed agencies
authority: Ministry of Labour
jurisdiction: "XX"
kind: licensing
coverage: current
absence_means: not_licensed
identity: [licence_number]
shelf_life_days: 30
"""
STYLE_EXAMPLE = (
    HEAD
    + """
layouts:
  - when: ["Licence No", "Company"]
    columns:
      name: {from: "Company", split_aliases: true}
      licence_number: "Licence No"
      status: {from: "Status", words: {"Active": valid, "Under watch": restricted, "Struck off": revoked}}
      valid_to: {from: "Expiry", date: "%d/%m/%Y"}
rows: {min: 1, max: 3000}
verified: {columns: "2026-11-21", status_words: "2026-11-21", absence: null}
"""
)
CSV_HEAD = "Licence No,Company,Status,Expiry\n"


def definition(text: str = STYLE_EXAMPLE) -> Definition:
    """A definition from YAML text."""
    return validate(Definition, parse_yaml(text, "xx.yml"))


def write(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def mapped(folder: Path, content: str | bytes, text: str = STYLE_EXAMPLE, name: str = "list.csv") -> MappedList:
    """The mapped list of a file; every row must be accounted for."""
    shape = definition(text)
    result = map_table(shape, read_table(write(folder, content, name), shape))
    assert result.rows_read == result.kept + len(result.rejects) == len(result.raw)
    held = sorted(row for entry in result.entries for row in entry.rows)
    assert sorted([*held, *(reject.row for reject in result.rejects)]) == list(range(1, result.rows_read + 1))
    return result


Cell = str | float | date | None


def _column(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _cell(value: Cell, place: str) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, float | int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _sheet(rows: list[list[Cell]], row: int, column: int) -> str:
    lines = "".join(
        f'<row r="{row + at}">'
        + "".join(_cell(value, f"{_column(column + index)}{row + at}") for index, value in enumerate(cells))
        + "</row>"
        for at, cells in enumerate(rows)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{lines}</sheetData></worksheet>'


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(
    path: Path,
    sheets: dict[str, list[list[Cell]]],
    *,
    row: int = 1,
    column: int = 0,
    raw: dict[str, bytes] | None = None,
) -> Path:
    """A minimal XLSX; every sheet's table begins at (row, column). ``raw`` replaces or adds parts."""
    names = list(sheets)
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, 1))
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(names) + 1)
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for i in range(1, len(names) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f"{kinds}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId99" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    content: dict[str, bytes] = {name: text.encode() for name, text in parts.items()}
    for number, name in enumerate(names, 1):
        content[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheets[name], row, column).encode()
    content.update(raw or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path
