"""Any official list opens by its bytes, and what does not open says why in one line."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError, RegistryError
from recruitcheck.registry import Table, read_table
from recruitcheck.registry.readers import delimited as delimited_module
from recruitcheck.registry.readers import reader as reader_module
from tests.registry.lists import CSV_HEAD, STYLE_EXAMPLE, definition, workbook, write

ROW = "0012,Søren & Sønner,Active,31/12/2026\n"


def opened(path: Path, text: str = STYLE_EXAMPLE) -> Table:
    return read_table(path, definition(text))


def companies(path: Path, text: str = STYLE_EXAMPLE) -> list[str]:
    return [row.cells["Company"] for row in opened(path, text).rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = write(tmp_path, (CSV_HEAD + ROW * 3).replace(",", delimiter))
    assert companies(path) == ["Søren & Sønner"] * 3


def test_semicolons_win_over_commas_inside_cells(tmp_path: Path) -> None:
    text = CSV_HEAD.replace(",", ";") + "1;Alpha, Beta, Gamma, Delta;Active;\n2;One, Two, Three, Four;Active;\n"
    assert companies(write(tmp_path, text)) == ["Alpha, Beta, Gamma, Delta", "One, Two, Three, Four"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    table = opened(write(tmp_path, (CSV_HEAD + ROW).encode(encoding)))
    assert [row.cells["Company"] for row in table.rows] == ["Søren & Sønner"]
    assert table.header[0] == "Licence No"
    assert not table.warnings


def test_a_declared_encoding_is_obeyed(tmp_path: Path) -> None:
    path = write(tmp_path, (CSV_HEAD + "7,Łódź – Praca,Active,\n").encode("cp1250"))
    assert companies(path, STYLE_EXAMPLE + "format: {encoding: cp1250}\n") == ["Łódź – Praca"]


def test_a_guessed_encoding_is_said_to_be_a_guess(tmp_path: Path) -> None:
    rows = "".join(f"{n},Société Générale de Main-d'œuvre à Genève,Active,\n" for n in range(40))
    table = opened(write(tmp_path, (CSV_HEAD + rows).encode("cp1252")))
    list(table.rows)
    assert any("guess" in warning for warning in table.warnings)


@pytest.mark.parametrize("at", [0, 40, 40_000])
def test_a_file_that_mixes_encodings_is_refused_with_its_line(tmp_path: Path, at: int) -> None:
    rows = [f"{n},Sønn & {n},Active,\n".encode() for n in range(at + 40)]
    rows.insert(at, "7,Müller,Active,\n".encode("latin-1"))
    with pytest.raises(InputError, match=rf"line {at + 2:,} is not UTF-8 .* mixes encodings"):
        opened(write(tmp_path, CSV_HEAD.encode() + b"".join(rows)))


def test_plain_text_behind_utf_16_is_refused(tmp_path: Path) -> None:
    rows = ROW * 600
    path = write(tmp_path, (CSV_HEAD + rows).encode("utf-16") + rows.encode())
    with pytest.raises(InputError, match="begins as UTF-16 and goes on as plain text"):
        opened(path)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("深圳市人力资源有限公司,许可有效", "gb18030"),
        ("台北市仲介股份有限公司,許可", "big5hkscs"),
        ("บริษัท จัดหางาน กรุงเทพ จำกัด,ใบอนุญาต", "cp874"),
        ("شركة الاستقدام المتحدة,سارية", "cp1256"),
        ("ООО Кадровое агентство Звезда,Действует", "cp1251"),
        ("東京人材派遣株式会社,有効", "cp932"),
        ("서울인력공급 주식회사,유효", "cp949"),
        ("Société Générale de Main-d'œuvre à Genève,échue", "cp1252"),
        ("Żuraw Łódź Świętokrzyska Spółka,ważny", "cp1250"),
    ],
)
def test_other_encodings_are_no_mixture_and_well_guessed(tmp_path: Path, text: str, codec: str) -> None:
    name, status = text.split(",")
    rows = "".join(f"{n},{name} {n},{status},\n" for n in range(60))
    plain = "".join(f"{n},Alder {n},Active,\n" for n in range(8_000))  # what lies beyond ASCII comes late
    table = opened(write(tmp_path, (CSV_HEAD + plain + rows).encode(codec)))
    assert [row.cells["Company"] for row in table.rows][-1] == f"{name} 59"
    assert any("which is a guess" in warning for warning in table.warnings)


def test_bytes_that_contradict_the_declared_encoding_are_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, CSV_HEAD.encode() + b"7,\xff\xfe\xfd,Active,\n")
    with pytest.raises(InputError, match=r"not utf-8.*format\.encoding"):
        companies(path, STYLE_EXAMPLE + 'format: {encoding: "utf-8"}\n')


def test_a_csv_named_xlsx_is_read_and_said_so(tmp_path: Path) -> None:
    table = opened(write(tmp_path, CSV_HEAD + ROW, "list.xlsx"))
    assert [row.cells["Licence No"] for row in table.rows] == ["0012"]
    assert any("list.xlsx but holds CSV" in warning for warning in table.warnings)


def test_a_workbook_named_csv_is_read_and_said_so(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "list.csv", {"S": [["Licence No", "Company", "Status", "Expiry"], ["7", "A", "Active", None]]}
    )
    table = opened(path)
    assert [row.cells["Company"] for row in table.rows] == ["A"]
    assert any("holds XLSX" in warning for warning in table.warnings)


def test_a_csv_that_begins_with_a_bracket_is_no_json(tmp_path: Path) -> None:
    path = write(tmp_path, "[AI] list of agencies,,,\n" + CSV_HEAD + ROW)
    assert companies(path) == ["Søren & Sønner"]


def test_rubbish_before_the_header_is_passed_over(tmp_path: Path) -> None:
    table = opened(write(tmp_path, "Ministry of Labour\n\nAs of today;;\n" + CSV_HEAD + ROW))
    rows = list(table.rows)
    assert (rows[0].number, rows[0].line, table.header_line) == (1, 5, 4)


def test_a_quoted_cell_may_span_lines(tmp_path: Path) -> None:
    rows = list(opened(write(tmp_path, CSV_HEAD + '1,"A\nB",Active,\n2,C,Active,\n')).rows)
    assert [(row.number, row.line, row.cells["Company"]) for row in rows] == [(1, 2, "A\nB"), (2, 4, "C")]


def test_the_layout_with_more_headers_is_taken(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace(
        "rows: {",
        '  - when: ["Licence No", "Company", "Status"]\n    columns: {name: "Company", licence_number: "Licence No", '
        'status: {from: "Status", words: {"Active": suspended}}}\nrows: {',
    )
    assert len(opened(write(tmp_path, CSV_HEAD + ROW), text).layout.when) == 3


def test_headers_agree_without_regard_to_case_and_spacing(tmp_path: Path) -> None:
    table = opened(write(tmp_path, "LICENCE  NO, Company ,status,Expiry\n" + ROW))
    assert table.header == ("LICENCE NO", "Company", "status", "Expiry")


def test_columns_nobody_maps_are_said(tmp_path: Path) -> None:
    table = opened(write(tmp_path, "Licence No,Company,Status,Expiry,Colour\n1,A,Active,,red\n"))
    assert table.warnings == ["Columns kept in the raw row only: Colour."]


def test_blank_and_repeated_headers_get_names_of_their_own(tmp_path: Path) -> None:
    table = opened(write(tmp_path, ",Licence No,Company,Status,Expiry,Company\n9,1,A,Active,,B\n"))
    assert table.header == ("column 1", "Licence No", "Company", "Status", "Expiry", "Company (2)")


def test_no_layout_names_what_was_seen_and_what_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path, "License No,Company,Status,Expiry\n1,A,Active,\n")
    with pytest.raises(RegistryError) as caught:
        opened(path)
    said = str(caught.value)
    assert "Line 1 has: License No, Company" in said
    assert "lacks 'Licence No' (is it 'License No'?)" in said
    assert "\n" not in said


def test_a_mapped_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"lacks the column 'Status' \(is it 'Statuss'\?\)"):
        opened(write(tmp_path, "Licence No,Company,Statuss,Expiry\n1,A,Active,\n"))


def test_an_optional_column_may_be_missing(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace('date: "%d/%m/%Y"}', 'date: "%d/%m/%Y", optional: true}')
    assert companies(write(tmp_path, "Licence No,Company,Status\n1,A,Active\n"), text) == ["A"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (bytes(range(256)) * 20, "binary file"),
        (b"{\\rtf1 ...", "RTF"),
        (b"SQLite format 3\0", "a database"),
        (b"PK\x03\x04 and then nothing", "damaged or cut"),
        (CSV_HEAD.encode() + b'1,"never closed,Active,\n2,B,Active,\n', "never ends"),
        (CSV_HEAD.encode() + b'1,A,Active,\n2,"cut in the mid', "never ends"),
        (CSV_HEAD.encode() + "1,ŁódźŁ".encode()[:-1], "middle of a character"),
        (b'{"items": [{"a": 1}, {"a"', "this copy is cut"),
        (b'[{"a": "unterminat', "this copy is cut"),
        (b'[{"a": 1,,}]', "not valid JSON at line 1"),
        (b"[" * 100_000 + b"]" * 100_000, "levels deep"),
        (b'{"a": {"b": 1}}', "not plain where the records lie"),
        (b'["a", "b"]', "record 1 is not an object"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(RecruitcheckError) as caught:
        list(opened(write(tmp_path, content)).rows)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, InputError | RegistryError)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        opened(tmp_path / "none.csv")
    with pytest.raises(InputError, match="this is a folder"):
        opened(tmp_path)


def test_a_file_above_the_size_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "MAX_FILE_BYTES", 10)
    with pytest.raises(InputError, match="a list may have 10"):
        opened(write(tmp_path, CSV_HEAD + ROW))


def test_more_rows_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "MAX_ROWS", 2)
    with pytest.raises(InputError, match="more than 2 rows"):
        list(opened(write(tmp_path, CSV_HEAD + ROW * 3)).rows)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited_module, "MAX_LINE_CHARS", 5_000)
    with pytest.raises(InputError, match="more than 5,000 characters"):
        list(opened(write(tmp_path, CSV_HEAD + "1," + "x" * 9_000 + ",Active,\n")).rows)


def test_a_quote_that_swallows_the_file_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_module, "MAX_ROW_CHARS", 2_000)
    with pytest.raises(InputError, match="begins near line 3 never ends"):
        list(opened(write(tmp_path, CSV_HEAD + ROW + '1,"A' + ROW * 400)).rows)


def test_nul_characters_are_dropped_and_counted(tmp_path: Path) -> None:
    table = opened(write(tmp_path, CSV_HEAD + "1,Al\0pha,Active,\n" * 3))
    assert [row.cells["Company"] for row in table.rows] == ["Alpha"] * 3
    assert table.warnings == ["3 NUL characters were dropped."]


def test_a_row_of_another_width_is_marked(tmp_path: Path) -> None:
    rows = list(opened(write(tmp_path, CSV_HEAD + "1,A,Active,,x\n2,B,Active,,\n3,C\n4,D,Active,\n")).rows)
    assert rows[0].defect == "the row has 5 cells where the header has 4"
    assert rows[0].cells["column 5"] == "x"
    assert rows[2].defect == "the row has 2 cells where the header has 4"
    assert rows[1].defect is None  # the spare cell is blank
    assert rows[3].defect is None


def test_short_rows_are_filled_where_the_definition_allows(tmp_path: Path) -> None:
    rows = list(opened(write(tmp_path, CSV_HEAD + "3,C\n"), STYLE_EXAMPLE + "format: {short_rows: pad}\n").rows)
    assert rows[0].defect is None
    assert rows[0].cells["Status"] == ""


def test_a_list_that_ends_in_a_row_is_refused_as_cut(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ends in the middle of a row \(line 3\): this copy is cut"):
        list(opened(write(tmp_path, CSV_HEAD + ROW + "13,Hal")).rows)


def test_a_last_line_that_may_be_a_note_or_a_cut_row_is_said(tmp_path: Path) -> None:
    table = opened(write(tmp_path, CSV_HEAD + ROW + "Source: the Ministry"))
    assert [row.defect is None for row in table.rows] == [True, False]
    assert any("may be cut" in warning for warning in table.warnings)
    padded = opened(write(tmp_path, CSV_HEAD + ROW + "13,Hal"), STYLE_EXAMPLE + "format: {short_rows: pad}\n")
    assert [row.cells["Company"] for row in padded.rows][1:] == ["Hal"]
    assert any("may be cut" in warning for warning in padded.warnings)


def test_a_header_without_rows_is_said(tmp_path: Path) -> None:
    table = opened(write(tmp_path, CSV_HEAD))
    assert list(table.rows) == []
    assert any("no rows" in warning for warning in table.warnings)


JSON_TEXT = (
    STYLE_EXAMPLE.replace('"Licence No", "Company"', '"no", "firm.name", "permits.state"')
    .replace('from: "Company"', 'from: "firm.name"')
    .replace('licence_number: "Licence No"', 'licence_number: "no"')
    .replace('from: "Status"', 'from: "permits.state"')
    .replace('from: "Expiry"', 'from: "permits.to"')
    + "format: {records: data.items, licences: permits}\n"
)


def test_nested_licences_become_a_row_each_and_digits_are_kept(tmp_path: Path) -> None:
    data = """{"data": {"items": [
      {"no": 12345678901234567890, "firm": {"name": "A"}, "permits": [{"state": "Active", "to": null}, {"state": "x"}]},
      {"no": 1.50, "firm": {"name": "B"}, "permits": []}]}}"""
    rows = list(opened(write(tmp_path, data, "x.json"), JSON_TEXT).rows)
    assert [(row.number, row.line, row.cells["firm.name"], row.cells["no"]) for row in rows] == [
        (1, 1, "A", "12345678901234567890"),
        (2, 1, "A", "12345678901234567890"),
        (3, 2, "B", "1.50"),
    ]


def test_a_wrong_records_path_names_the_lists_there_are(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"data": {"agencies": [{"no": "1"}]}}), "x.json")
    with pytest.raises(RegistryError, match=r"no list of records at 'data\.items'.*'data\.agencies'"):
        opened(path, JSON_TEXT)


def test_the_only_list_is_taken_and_said_where_no_path_is_declared(tmp_path: Path) -> None:
    rows = [{"Licence No": "1", "Company": "A", "Status": "Active", "Expiry": None}]
    table = opened(write(tmp_path, codecs.BOM_UTF8 + json.dumps({"list": rows}).encode(), "x.json"))
    assert [row.cells["Company"] for row in table.rows] == ["A"]
    assert any("taken from 'list'" in warning for warning in table.warnings)
