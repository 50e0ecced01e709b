"""XLS and ODS open like XLSX, with their numbers as text; damaged and swollen ones end in one line."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from recruitcheck.errors import InputError, RecruitcheckError
from recruitcheck.registry import Table, map_table, read_table
from tests.registry.lists import STYLE_EXAMPLE, definition, write

HEADER = ["Licence No", "Company", "Status", "Expiry"]
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def ods(rows: str, head: str = "") -> bytes:
    """An ODS whose one table has these rows (XML)."""
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content {SPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="List">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", content)
        file.writestr("META-INF/manifest.xml", "<manifest/>")
    return held.getvalue()


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


HEAD_ROW = row(*map(cell, HEADER))
EMPTY_TAIL = row(
    '<table:table-cell table:number-columns-repeated="16384"/>', more=' table:number-rows-repeated="1048000"'
)


def xls(rows: list[list[str | float]]) -> bytes:
    """A minimal XLS: a compound file with one stream of records."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def sheet() -> bytes:
        found = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
        for at, cells in enumerate(rows):
            for column, value in enumerate(cells):
                place = struct.pack("<HHH", at, column, 0)
                if isinstance(value, str):
                    found += record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
                else:
                    found += record(0x0203, place + struct.pack("<d", value))
        return found + record(0x000A, b"")

    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    listed = record(0x0085, struct.pack("<IBBBB", len(begin) + 4 + 10 + 4, 0, 0, 2, 0) + b"S1")
    stream = begin + listed + record(0x000A, b"") + sheet()
    stream += bytes(-len(stream) % 512 + (4096 if len(stream) < 4096 else 0))
    sectors = len(stream) // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        free = 0xFFFFFFFF
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(raw), kind, 1, free, free, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream)) + bytes(256)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + table + folder + stream


def opened(folder: Path, content: bytes, name: str) -> Table:
    return read_table(write(folder, content, name), definition())


def test_an_xls_keeps_its_numbers_as_text(tmp_path: Path) -> None:
    table = opened(
        tmp_path, xls([["Register"], [*HEADER], ["0012", "Ålder & Sons", "Active", ""], [13.0, "B", "x"]]), "l.xls"
    )
    assert [list(found.cells.values())[:3] for found in table.rows] == [
        ["0012", "Ålder & Sons", "Active"],
        ["13", "B", "x"],
    ]
    assert table.media_type == "application/vnd.ms-excel"


def test_an_ods_is_read_whatever_blank_cells_repeat_at_its_end(tmp_path: Path) -> None:
    number = '<table:table-cell office:value-type="float" office:value="13"><text:p>13</text:p></table:table-cell>'
    day = (
        '<table:table-cell office:value-type="date" office:date-value="2026-12-31"><text:p>31.12.26</text:p>'
        "</table:table-cell>"
    )
    rows = (
        HEAD_ROW + row(cell("0012"), cell("Alder"), cell("Active"), day) + row(number, cell("B"), cell("x"), cell(""))
    )
    table = opened(tmp_path, ods(rows + EMPTY_TAIL), "list.ods")
    found = [list(each.cells.values()) for each in table.rows]
    assert found == [["0012", "Alder", "Active", "2026-12-31"], ["13", "B", "x", ""]]
    assert table.media_type == "application/vnd.oasis.opendocument.spreadsheet"


BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("rows", "head", "said"),
    [
        (HEAD_ROW + row(cell("x", ' table:number-columns-repeated="16384"')), "", "16,384 columns"),
        (HEAD_ROW + row(cell("x") * 100, more=' table:number-rows-repeated="900000"'), "", "900,001 rows"),
        (row('<table:table-cell table:number-columns-repeated="99999"/>', cell("x")), "", "100,000 columns"),
        (row(cell("&b;")), BOMB, "document type"),
        ("<table:x>" * 100 + "</table:x>" * 100, "", "nested too deep"),
        (HEAD_ROW + "<cut", "", "damaged or cut"),
    ],
)
def test_a_swollen_or_broken_ods_is_refused(tmp_path: Path, rows: str, head: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        list(opened(tmp_path, ods(rows, head), "list.ods").rows)


def test_an_xls_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitcheck.registry.readers.workbook.MAX_CALAMINE_BYTES", 1000)
    with pytest.raises(InputError, match="a workbook of up to 1,000"):
        opened(tmp_path, xls([[*HEADER]]), "list.xls")


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_damage_is_told_or_accounted_for(tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str) -> None:
    chance = random.Random(11)  # noqa: S311  repeatable damage, no secret
    rows = [[*HEADER], *([f"{n:04}", f"Alder {n}", "Active", ""] for n in range(20))]
    whole = (
        xls([list(each) for each in rows]) if kind == "xls" else ods("".join(row(*map(cell, each)) for each in rows))
    )
    shape = definition(STYLE_EXAMPLE)
    told: list[str] = []
    for _ in range(120):
        broken = bytearray(whole)
        if chance.random() < 0.3:
            del broken[chance.randrange(8, len(broken)) :]
        else:
            for _ in range(chance.randrange(1, 9)):
                broken[chance.randrange(8, len(broken))] = chance.randrange(256)
        try:
            result = map_table(shape, read_table(write(tmp_path, bytes(broken), f"l.{kind}"), shape))
        except RecruitcheckError as error:
            told.append(str(error))
        else:
            assert result.rows_read == result.kept + len(result.rejects)
    assert len(told) > 10
    assert capfd.readouterr().err == ""  # the reader's own words of a panic reach nobody
    assert not any("\n" in each for each in told)


def test_the_error_stream_is_as_before_after_a_panic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import python_calamine

    panic = type("PanicException", (BaseException,), {})

    def panicking(_: object) -> None:
        os.write(2, b"thread panicked at sheet.rs")
        raise panic

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", SimpleNamespace(from_filelike=panicking))
    with pytest.raises(InputError, match="what the format does not allow"):
        opened(tmp_path, xls([[*HEADER]]), "list.xls")
    os.write(2, b"our line")
    assert capfd.readouterr().err == "our line"
