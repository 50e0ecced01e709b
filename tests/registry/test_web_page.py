"""Tables of web pages come out as a reader sees them; hostile pages end in one line and soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError
from recruitcheck.registry import Table, read_table
from tests.bounds import Bounded
from tests.registry.lists import STYLE_EXAMPLE, definition, write

HEADER = "<tr><th>Licence No<th>Company<th>Status<th>Expiry</tr>"


def opened(folder: Path, content: str | bytes, name: str = "list.html") -> Table:
    return read_table(write(folder, content, name), definition())


def cells(table: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in table.rows]


def test_the_table_that_fits_is_found_among_others_and_prose(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html><body><table><tr><td>Home<td>About</table><h1>Register</h1><p>Updated monthly.</p>"
        f"<table><caption>Agencies &amp; co</caption><thead>{HEADER}</thead><tbody>"
        "<tr><td>0012</td><td>Alder&nbsp;&amp; <b>Sons</b><br>Ltd</td><td>Active</td><td><script>x()</script></td></tr>"
        "<!-- <tr><td>hidden --></tbody></table></body></html>"
    )
    table = opened(tmp_path, page)
    assert (table.sheet, table.media_type) == ("Agencies & co", "text/html")
    assert cells(table) == [["0012", "Alder & Sons\nLtd", "Active", ""]]


def test_spans_fill_every_place_that_they_cover(tmp_path: Path) -> None:
    page = (
        f"<table>{HEADER}"
        "<tr><td>1<td rowspan=3>Alder<td>Active<td>2026"
        "<tr><td>2<td colspan=2>both"
        "<tr><td>3<td>x<td rowspan=99>y"
        "<tr><td>4<td>Birch<td>z</table>"
    )
    assert cells(opened(tmp_path, page)) == [
        ["1", "Alder", "Active", "2026"],
        ["2", "Alder", "both", "both"],
        ["3", "Alder", "x", "y"],
        ["4", "Birch", "z", "y"],
    ]


def test_a_table_in_a_cell_is_a_sheet_of_its_own(tmp_path: Path) -> None:
    page = f"<table><tr><td>Menu<td><table>{HEADER}<tr><td>1<td>Alder<td>Active<td></table></table>"
    assert cells(opened(tmp_path, page)) == [["1", "Alder", "Active", ""]]


def test_definition_lists_are_records(tmp_path: Path) -> None:
    page = (
        "<h2>Agencies</h2><dl><dt>Licence No:<dd>1<dt>Company<dd>Alder<dt>Status<dd>Active<dt>Expiry<dd>"
        "<dt>Licence No:<dd>2<dt>Company<dd>Birch<dt>Status<dd>Active</dl>"
        "<dl><div><dt>Company</dt><dd>Cedar</dd><dt>Licence No</dt><dd>3</dd></div></dl>"
    )
    found = cells(opened(tmp_path, "<html>" + page))
    assert [row[:2] for row in found] == [["1", "Alder"], ["2", "Birch"], ["3", "Cedar"]]


@pytest.mark.parametrize("name", ["windows-1252", "iso-8859-1"])
def test_the_page_names_its_encoding_unless_its_bytes_are_utf8(tmp_path: Path, name: str) -> None:
    page = f'<html><meta charset="{name}"><table>{HEADER}<tr><td>1<td>Søren – Łódź<td>Active<td></table>'
    assert cells(opened(tmp_path, page.encode()))[0][1] == "Søren – Łódź"
    western = opened(tmp_path, page.replace("Łódź", "Malmö").encode("cp1252"))
    assert (cells(western)[0][1], western.warnings) == ("Søren – Malmö", [])


def test_a_page_with_a_few_spoilt_characters_stays_utf8(tmp_path: Path) -> None:
    page = f"<table>{HEADER}" + "".join(f"<tr><td>{n}<td>Søren Łódź<td>Active<td>" for n in range(9)) + "</table>"
    table = opened(tmp_path, page.encode().replace(b"<td>5<td>S\xc3\xb8", b"<td>5<td>S\xf8"))
    names = [row[1] for row in cells(table)]
    assert names[4:6] == ["Søren Łódź", "S\ufffdren Łódź"]
    assert any("not quite utf-8" in warning for warning in table.warnings)


@pytest.mark.parametrize(
    "end", ["<tr><td>2<td>Bir", "<tr><td>2<td>Birch<td>Act", "<tr>", "<tr><td>2<td>Birch<td>Active<td></tr>"]
)
def test_a_page_that_breaks_off_in_its_table_is_refused_as_cut(tmp_path: Path, end: str) -> None:
    page = f"<html><table><tr><td>Menu</table><table>{HEADER}<tr><td>1<td>Alder<td>Active<td>{end}"
    with pytest.raises(InputError, match="ends in the middle of a table: this copy is cut"):
        opened(tmp_path, page)
    assert cells(opened(tmp_path, page + "</body></html>"))[0][1] == "Alder"


def test_a_page_named_xls_is_read_and_said_so(tmp_path: Path) -> None:
    table = opened(tmp_path, f"<table>{HEADER}<tr><td>0012<td>A<td>Active<td></table>", "report.xls")
    assert cells(table)[0][0] == "0012"
    assert any("report.xls but holds HTML" in warning for warning in table.warnings)


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>No list today.",
        "<table>" + "<tr><td colspan=500>x" * 2 + "<tr>" + "<td>x" * 600,
        "<html><table><tr><td>" + "<div>" * 60_000,
        "<table><tr><td>" * 20_000,
        "<html>" + "<table><tr><td>x</table>" * 5_000,
        "<table><tr>" + "<td rowspan=65534 colspan=400>x" + "<tr>" * 8_000 + "</table>",
        "<html><table" + " a" * 200_000,
        "<html><meta charset=rot13><table><tr><td>",
        "<html><meta charset=utf-7><table><tr><td>+ADw-",
        "<table><tr><td rowspan=-1 colspan=999999999999999999999>x</table>",
    ],
)
def test_a_hostile_page_ends_soon_in_one_line(tmp_path: Path, page: str, bounded: Bounded) -> None:
    with bounded(2):
        with pytest.raises(RecruitcheckError) as caught:
            list(opened(tmp_path, page).rows)
        assert "\n" not in str(caught.value)


def test_a_page_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitcheck.registry.readers.web_page.MAX_MARKUP_BYTES", 1000)
    with pytest.raises(InputError, match="a page of up to 1,000"):
        opened(tmp_path, "<table>" + " " * 2000)


def test_a_header_of_two_rows_is_put_together(tmp_path: Path) -> None:
    shape = STYLE_EXAMPLE.replace('"Licence No"', '"Licence / No"') + "format: {header_rows: 2}\n"
    page = (
        "<table><tr><td colspan=4>Register<tr><th colspan=1>Licence<th rowspan=2>Company<th rowspan=2>Status"
        "<th rowspan=2>Expiry<tr><th>No<tr><td>1<td>Alder<td>Active<td></table>"
    )
    table = read_table(write(tmp_path, page), definition(shape))
    assert table.header == ("Licence / No", "Company", "Status", "Expiry")
    assert cells(table) == [["1", "Alder", "Active", ""]]
