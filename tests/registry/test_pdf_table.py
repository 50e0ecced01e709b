"""Tables of PDFs: rows and columns as printed, whatever stands around them; broken files end in one line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError
from recruitcheck.registry import Table, read_table
from recruitcheck.registry.readers.pdf_flow import flowing
from tests.registry.lists import STYLE_EXAMPLE, definition, write

Text = tuple[float, float, str]
HEADER: list[Text] = [(40, 760, "Licence No"), (140, 766, "Company"), (330, 760, "Status"), (430, 760, "Expiry")]
EDGES = 'columns: {"Licence No": 30, "Company": 130, "Status": 320, "Expiry": 420}'


def pdf(pages: list[list[Text]], rulings: list[list[float]] | None = None) -> bytes:
    """A PDF with these texts (x, y from below, text), and lines drawn at these heights on each page."""
    count = len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, texts in enumerate(pages):
        drawn = "".join(f"30 {y} m 500 {y} l S\n" for y in (rulings[number] if rulings else ()))
        shown = "".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in texts)
        stream = drawn + shown
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    data = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode("latin-1")


def opened(folder: Path, content: bytes, more: str = "") -> Table:
    shape = definition(STYLE_EXAMPLE + (f"format: {{pdf: {{{more}}}}}\n" if more else ""))
    return read_table(write(folder, content, "list.pdf"), shape)


def cells(table: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in table.rows]


def row(y: float, number: str, name: str, status: str = "Active", until: str = "") -> list[Text]:
    return [(40, y, number), (140, y, name), (330, y, status), (430, y, until or "31/12/2026")]


TITLE: list[Text] = [(200, 800, "Register of licensed agencies and firms")]
PAGES = [
    [
        *TITLE,
        *HEADER,
        *row(730, "0012", "Alder and"),
        (140, 718, "Sons Ltd"),
        *row(690, "0013", "Birch"),
        (280, 30, "Page 1 of 2"),
    ],
    [
        *TITLE,
        *HEADER,
        (140, 738, "Overseas"),
        *row(700, "0014", "Cedar Co-"),
        (140, 688, "operative"),
        (280, 30, "Page 2 of 2"),
    ],
]
FOUND = [
    ["0012", "Alder and\nSons Ltd", "Active", "31/12/2026"],
    ["0013", "Birch\nOverseas", "Active", "31/12/2026"],
    ["0014", "Cedar Co-operative", "Active", "31/12/2026"],
]


@pytest.mark.parametrize("more", ["", EDGES + ', row_start: "^\\\\d+$"', 'row_start: "^\\\\d{4}$"'])
def test_rows_of_many_lines_go_on_over_pages_without_headers_and_feet(tmp_path: Path, more: str) -> None:
    table = opened(tmp_path, pdf(PAGES), more)
    assert cells(table) == FOUND
    assert table.media_type == "application/pdf"
    assert any("lines that return on the pages' edges" in warning for warning in table.warnings)


def test_ruled_rows_hold_cells_that_stand_higher_than_their_number(tmp_path: Path) -> None:
    first = [(140.0, 735.0, "Alder"), (40.0, 725.0, "0012"), (330.0, 725.0, "Active"), (140.0, 715.0, "Sons")]
    second = [(140.0, 700.0, "Birch"), (40.0, 690.0, "0013"), (330.0, 690.0, "Active"), (140.0, 680.0, "Ltd")]
    content = pdf([[*TITLE, *HEADER, *first, *second, (40, 600, "End of list")]], [[780, 750, 709, 670]])
    table = opened(tmp_path, content, EDGES + ', rows: ruled, row_start: "^\\\\d+$"')
    assert cells(table) == [["0012", "Alder\nSons", "Active", ""], ["0013", "Birch\nLtd", "Active", ""]]


ACROSS = (60.0, "Agencies that may recruit for work abroad in the district of Alderton and in its neighbours")


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_a_title_across_the_columns_is_in_no_row_and_is_told(tmp_path: Path, ruled: bool) -> None:
    x, text = ACROSS
    titled = [(x, 780.0, text), *row(760, "Licence No", "Company"), *row(740, "0012", "Alder"), (x, 720.0, text)]
    again = [(x, 780.0, text), *row(760, "0014", "Cedar")]
    lines = [[790, 770, 750, 730, 710, 690], [790, 770, 750]] if ruled else None
    content = pdf([[*titled, *row(700, "0013", "Birch")], again], lines)
    told = EDGES + (", rows: ruled" if ruled else "") + ', row_start: "^\\\\d+$"'
    table = opened(tmp_path, content, told)
    assert [found[:2] for found in cells(table)] == [["0012", "Alder"], ["0013", "Birch"], ["0014", "Cedar"]]
    assert any("1 lines across the columns" in warning for warning in table.warnings)


def test_rows_whose_number_stands_in_the_middle(tmp_path: Path) -> None:
    first = [(140.0, 735.0, "Alder"), (40.0, 729.0, "0012"), (140.0, 723.0, "Sons")]
    second = [(140.0, 705.0, "Birch"), (40.0, 699.0, "0013"), (140.0, 693.0, "Ltd")]
    table = opened(tmp_path, pdf([[*first, *second]]), EDGES + ', rows: middle, row_start: "^\\\\d+$"')
    assert [found[:2] for found in cells(table)] == [["0012", "Alder\nSons"], ["0013", "Birch\nLtd"]]


def test_rows_of_many_heights_end_where_the_widest_strip_lies(tmp_path: Path) -> None:
    # Half the way from 0012 to 0013 lies among the lines of the first name.
    lines = ("Alder", "and Sons", "Overseas", "Employment", "Agency")
    first = [*((140.0, 750.0 - 10 * n, text) for n, text in enumerate(lines)), (40.0, 730.0, "0012")]
    second = [(40.0, 692.0, "0013"), (140.0, 692.0, "Birch Ltd"), (40.0, 676.0, "0014"), (140.0, 676.0, "Cedar Ltd")]
    table = opened(tmp_path, pdf([[*first, *second]]), EDGES + ', rows: middle, row_start: "^\\\\d+$"')
    assert [found[1] for found in cells(table)] == ["\n".join(lines), "Birch Ltd", "Cedar Ltd"]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_a_short_band_that_begins_in_the_column_of_numbers_is_in_no_row(tmp_path: Path, ruled: bool) -> None:
    band = (40.0, 720.0, "District of Alderton and")
    page = [*row(760, "Licence No", "Company"), *row(740, "0012", "Alder"), band, *row(700, "0013", "Birch")]
    told = EDGES + (", rows: ruled" if ruled else "") + ', row_start: "^\\\\d+$"'
    table = opened(tmp_path, pdf([page], [[770, 750, 730, 710, 690]] if ruled else None), told)
    assert [found[:2] for found in cells(table)] == [["0012", "Alder"], ["0013", "Birch"]]
    assert any("'District of Alderton and'" in warning for warning in table.warnings)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["info@agency.exam", "ple"], "info@agency.example"),
        (["placement", "@agency.example"], "placement@agency.example"),
        (["info@agency.co", ".np"], "info@agency.co.np"),
        (["www.very-long-name.exa", "mple/agents"], "www.very-long-name.example/agents"),
        (["a@agency.com", "Kathmandu"], "a@agency.com\nKathmandu"),
        (["a@agency.com.np", "b@agency.com.np"], "a@agency.com.np\nb@agency.com.np"),
        (["a@agency.com", "(head office)"], "a@agency.com\n(head office)"),
        (["Dhaka-", "1000"], "Dhaka-1000"),
        (["Alder and", "Sons"], "Alder and\nSons"),
    ],
)
def test_an_address_that_the_edge_of_a_cell_cut_is_whole_again(lines: list[str], whole: str) -> None:
    assert flowing(lines) == whole


def test_lines_without_end_flow_in_bounded_time(bounded) -> None:  # type: ignore[no-untyped-def]
    with bounded(seconds=2):
        flowing(["a@" + "b." * 30_000, "c" * 60, *["d." * 30] * 2_000])


def test_a_cell_is_divided_into_declared_columns(tmp_path: Path) -> None:
    shape = (
        STYLE_EXAMPLE.replace('name: {from: "Company", split_aliases: true}', 'name: "firm"')
        .replace("    columns:", '    divide: {"Company": "(?s)(?P<firm>.*?)\\\\nTel (?P<tel>.*)"}\n    columns:')
        .replace('licence_number: "Licence No"', 'licence_number: "Licence No"\n      phone: "tel"')
    )
    content = pdf([[*HEADER, *row(730, "0012", "Alder"), (140, 718, "Tel 0123"), *row(690, "0013", "Birch")]])
    found = cells(read_table(write(tmp_path, content), definition(shape)))
    assert [each[4:] for each in found] == [["Alder", "0123"], ["", ""]]


@pytest.mark.parametrize("older", [False, True], ids=["told", "asked box by box"])
def test_words_drawn_one_by_one_keep_the_blank_between_them_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, older: bool
) -> None:
    import pypdfium2.raw

    if older:
        monkeypatch.delattr(pypdfium2.raw, "FPDFText_GetTextObject")
    # 22.8 points is the width of "Birch": the first gap is far smaller than the letters are high.
    texts = [
        *HEADER,
        *row(730, "0012", "Birch"),
        (165, 730, "Overseas"),
        *row(700, "0013", "Birch"),
        (162.8, 700, "-Oak"),
    ]
    found = cells(opened(tmp_path, pdf([texts])))
    assert [each[1] for each in found] == ["Birch Overseas", "Birch-Oak"]


def test_a_reader_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"pip install recruitcheck\[pdf\]"):
        opened(tmp_path, pdf(PAGES))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 ...", "damaged or cut"),
        (pdf(PAGES)[:300], "damaged or cut"),
        (pdf([]), "damaged or cut"),
        (pdf([[]]), "no layout"),
        (pdf([[(40, 700, "Only prose here")]]), "no layout"),
        (pdf([[(40 + n % 50 * 8, 800 - n // 50 * 2, "x") for n in range(21_000)]]), "pieces of text"),
    ],
)
def test_broken_and_hostile_files_end_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(RecruitcheckError) as caught:
        list(opened(tmp_path, content).rows)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pdf_cut_anywhere_gives_rows_or_a_line(tmp_path: Path) -> None:
    whole = pdf(PAGES)
    for length in range(20, len(whole), 97):
        try:
            found = cells(opened(tmp_path, whole[:length]))
        except RecruitcheckError:
            continue
        assert len(found) <= 3


@pytest.mark.shared
def test_the_bangladesh_list_has_number_owner_and_telephone_in_their_own_fields(shared: Path) -> None:
    from tests.registry.test_real_lists import read

    result = read(shared, "bd-bmet", "bd-bmet/*.pdf")
    # Serial numbers run to 152, but 141 to 152 are printed again (146 three times), each with another agency.
    assert (result.rows_read, result.rejects, result.row_bounds_problem) == (165, (), None)
    assert {int(cells["SL."]) for cells in result.raw.values()} == set(range(1, 153))
    first = result.entries[0]
    assert (first.licences[0].number, first.phones[-1]) == ("10", "01819245113")
    assert dict(first.extra) == {"Owner": "Dr. Mohammed Faruque", "Position": "Proprietor"}
    assert all(dict(entry.extra).get("Owner") for entry in result.entries)
    assert sum(bool(entry.phones) for entry in result.entries) >= 150
