"""XML lists: the repeated element is the record; bombs and declarations are refused at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError
from recruitcheck.registry import Table, read_table
from tests.registry.lists import STYLE_EXAMPLE, definition, write

SHAPE = (
    STYLE_EXAMPLE.replace('"Licence No"', '"no"')
    .replace('"Company"', '"name"')
    .replace('"Status"', '"state.word"')
    .replace('"Expiry"', '"until"')
)
BODY = (
    "<head><meta a='1'/><meta a='2'/></head>"
    "<x:agency no='0012'><name>Alder &amp; Sons</name><state><word>Active</word></state><until/>"
    "<permit><kind>A</kind></permit><permit><kind>B</kind></permit><tel>1</tel><tel>2</tel></x:agency>"
    "<x:agency no='0013'><name><![CDATA[Birch <Ltd>]]></name><state><word>Active</word></state>"
    "<until>2026-01-02</until><permit><kind>A</kind></permit></x:agency>"
)
LIST = f"<?xml version='1.0'?><list xmlns:x='urn:x'>{BODY}</list>"


def opened(folder: Path, content: str | bytes, more: str = "") -> Table:
    return read_table(write(folder, content, "list.xml"), definition(SHAPE + more))


def test_the_repeated_element_is_the_record(tmp_path: Path) -> None:
    table = opened(tmp_path, LIST)
    rows = list(table.rows)
    assert [row.cells["name"] for row in rows] == ["Alder & Sons", "Birch <Ltd>"]
    assert (rows[0].cells["no"], rows[0].cells["tel"]) == ("0012", "1\n2")
    assert "The records were taken from 'list.agency'. Declare format.records in the definition." in table.warnings


def test_a_declared_record_and_its_nested_licences(tmp_path: Path) -> None:
    table = opened(tmp_path, LIST, 'format: {records: "agency", licences: "permit"}\n')
    assert [row.cells["permit.kind"] for row in table.rows] == ["A", "B", "A"]
    with pytest.raises(RecruitcheckError, match=r"no element 'firm'.*'list\.head\.meta', 'list\.agency'"):
        opened(tmp_path, LIST, 'format: {records: "firm"}\n')


def test_other_encodings_are_read(tmp_path: Path) -> None:
    for encoding in ("utf-16", "iso-8859-1"):
        text = LIST.replace("version='1.0'", f"version='1.0' encoding='{encoding}'").replace("Alder", "Ålder")
        assert next(opened(tmp_path, text.encode(encoding)).rows).cells["name"] == "Ålder & Sons"


BOMB = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"<?xml version='1.0'?>{BOMB}]><l><r a='1'>&m;</r><r/></l>", "refused"),
        ("<?xml version='1.0'?><!DOCTYPE l SYSTEM 'file:///etc/passwd'><l><r/></l>", "refused"),
        (("<?xml version='1.0' encoding='utf-16'?>" + BOMB + "]><l>&m;</l>").encode("utf-16"), "refused"),
        ("<?xml version='1.0'?><l>&nothing;</l>", "undefined entity"),
        ("<l>" + "<a>" * 100_000, "levels deep"),
        ("<l>" + "".join(f"<a{n}/>" for n in range(6_000)) + "</l>", "kinds of elements"),
        ("<l>" + "".join(f"<r a{n}='1'/>" for n in range(600)) + "</l>", "different keys"),
        (LIST[:-30], "this copy is cut"),
        (LIST[: len(LIST) // 2], "not valid XML"),
        ("<l><r>1</r></l>", "not plain which element"),
        ("<?xml version='1.0' encoding='klingon'?><l/>", "encoding"),
        ("<l>" + "<r a='1'>" + "x" * 3_000_000 + "</r><r a='2'/></l>", "no layout"),
    ],
)
def test_hostile_and_broken_xml_ends_in_one_line(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(RecruitcheckError) as caught:
        list(opened(tmp_path, content).rows)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitcheck.registry.readers.xml_records.MAX_RECORDS_BYTES", 100)
    with pytest.raises(InputError, match="XML of up to 100"):
        opened(tmp_path, LIST)
