"""JSON of any shape becomes rows, and a hostile one a clear line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry import read_table
from recruitcheck.registry.readers import records as records_module
from tests.registry.lists import STYLE_EXAMPLE, definition, write

RECORD = {"Licence No": "0012", "Company": "Alder", "Status": "Active", "Expiry": None}


def rows(folder: Path, data: object, more: str = "") -> list[dict[str, str]]:
    path = write(folder, data if isinstance(data, bytes) else json.dumps(data), "list.json")
    return [row.cells for row in read_table(path, definition(STYLE_EXAMPLE + more)).rows]


def test_values_become_text_without_loss(tmp_path: Path) -> None:
    record = {
        **RECORD,
        "tags": ["a", 2, None, True],
        "who": [{"b": 1, "a": 2}],
        "deep": {"x": {"y": 1e400}},
        "flag": False,
    }
    (cells,) = rows(tmp_path, [record])
    assert cells["tags"] == "a\n2\n\ntrue"
    assert cells["who"] == '[{"a": "2", "b": "1"}]'
    assert cells["deep.x.y"] == "Infinity"
    assert cells["flag"] == "false"
    assert cells["Expiry"] == ""


def test_records_with_other_keys_stand_under_their_own_headers(tmp_path: Path) -> None:
    first, second = rows(tmp_path, [RECORD, {"Company": "Birch", "Licence No": "7", "Status": "x", "Town": "Leeds"}])
    assert (first["Town"], second["Town"], second["Expiry"]) == ("", "Leeds", "")


def test_a_nested_value_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    deep: dict[str, object] = {}
    for _ in range(60):
        deep = {"x": deep, "y": 1}
    with pytest.raises(InputError, match="more than 40 levels"):
        rows(tmp_path, [{**RECORD, "deep": deep}])


def test_thousands_of_different_keys_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"600 different keys; 500 may be read"):
        rows(tmp_path, [{f"k{n}": n for n in range(600)}])


def test_licences_that_are_no_list_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"record 1: 'permits' is not a list of objects"):
        rows(tmp_path, [{**RECORD, "permits": "none"}], 'format: {records: "", licences: permits}\n')


def test_a_file_too_large_to_read_whole_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "MAX_RECORDS_BYTES", 20)
    with pytest.raises(InputError, match="JSON of up to 20 can be read"):
        rows(tmp_path, [RECORD])


def test_bytes_of_another_encoding_are_told(tmp_path: Path) -> None:
    data = json.dumps([{**RECORD, "Company": "Sønn"}], ensure_ascii=False).encode("cp1252")
    with pytest.raises(InputError, match="is not utf-8"):
        rows(tmp_path, data, 'format: {encoding: "utf-8"}\n')


def test_a_cell_beyond_all_measure_is_a_reject_and_bounded(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps([{**RECORD, "Company": "x" * 200_000}, RECORD]), "list.json")
    first, second = read_table(path, definition()).rows
    assert first.defect == "a cell has more than 100,000 characters"
    assert len(first.cells["Company"]) == 100_000
    assert second.defect is None
