"""JSON Lines and entity streams of any length; a broken line is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recruitcheck.errors import RecruitcheckError
from recruitcheck.model import NameKind
from recruitcheck.registry import Table, read_table
from tests.registry.lists import STYLE_EXAMPLE, definition, mapped, write

ROW = '{"Licence No": 12, "Company": "Alder", "Status": "Active", "Expiry": null}\n'
WATCH = """
id: xx-watch
title: Invented watch list
authority: Nobody
jurisdiction: "XX"
kind: watch
coverage: current
absence_means: nothing
identity: [source_id]
shelf_life_days: 30
layouts:
  - when: ["id", "schema", "caption", "name"]
    columns:
      name: "caption"
      alias: {from: "alias", split: "\\n"}
      source_id: "id"
      reason: {from: "sanction.reason", optional: true}
      valid_from: {from: "sanction.startDate", date: "%Y-%m-%d", optional: true}
"""
ENTITIES = [
    {"id": "a1", "schema": "Address", "properties": {"full": ["Somewhere 1"]}},
    {
        "id": "x-1",
        "schema": "Company",
        "caption": "Alder Manpower",
        "datasets": ["xx"],
        "target": True,
        "properties": {
            "name": ["Alder Manpower", "Аldеr"],
            "alias": ["Alder, Ltd; Oak"],
            "country": ["np"],
            "addressEntity": [{"id": "a1", "caption": "Somewhere 1", "schema": "Address", "properties": {}}],
        },
    },
    {
        "id": "s1",
        "schema": "Sanction",
        "properties": {"entity": ["x-1"], "reason": ["Fees"], "startDate": ["2024-05-06"]},
    },
    {"id": "x-2", "schema": "Person", "caption": "B. Birch", "properties": {"name": ["B. Birch"]}},
]
STREAM = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in ENTITIES)


def opened(folder: Path, content: str | bytes, text: str = STYLE_EXAMPLE) -> Table:
    return read_table(write(folder, content, "list.jsonl"), definition(text))


def test_a_record_per_line_with_keys_that_come_late(tmp_path: Path) -> None:
    table = opened(tmp_path, ROW + "\n" + '{"Licence No": "0013", "Company": "Birch", "more": {"a": 1.50}}\n')
    rows = list(table.rows)
    assert [(row.line, row.cells["Licence No"]) for row in rows] == [(1, "12"), (3, "0013")]
    assert (rows[1].cells["more.a"], rows[0].cells["more.a"]) == ("1.50", "")
    assert table.media_type == "application/x-ndjson"


def test_an_entity_stream_is_a_watch_list(tmp_path: Path) -> None:
    result = mapped(tmp_path, STREAM, WATCH, "entities.ftm.json")
    alder, birch = result.entries
    assert [(name.text, name.kind) for name in alder.names] == [
        ("Alder Manpower", NameKind.REGISTERED),
        ("Аldеr", NameKind.ALIAS),
        ("Alder, Ltd; Oak", NameKind.ALIAS),
    ]
    assert birch.names[0].text == "B. Birch"
    assert result.raw[1]["addressEntity"] == "Somewhere 1"
    assert (result.raw[1]["sanction.reason"], result.raw[1]["sanction.startDate"]) == ("Fees", "2024-05-06")
    assert any("left out: 1 Address." in warning for warning in result.warnings)


def test_a_single_entity_is_a_stream_too(tmp_path: Path) -> None:
    assert len(mapped(tmp_path, json.dumps(ENTITIES[1]), WATCH).entries) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ROW * 3 + ROW[:30], "line 4: this copy is cut"),
        (ROW * 2 + "{nonsense}\n" + ROW, "line 3: not valid JSON"),
        (ROW * 2 + "[1, 2]\n", "record 3 is not an object"),
        (ROW * 2 + '{"a": ' + "[" * 200_000 + "\n", "line 3"),
        (ROW * 2 + '{"a": "' + "x" * 3_000_000 + '"}\n', "line 3: more than 2,000,000 characters"),
        (ROW * 2 + "{" + ",".join(f'"k{n}": 1' for n in range(600)) + "}\n", "different keys"),
        (
            STREAM + json.dumps({**ENTITIES[3], "properties": {f"k{n}": ["1"] for n in range(9_000)}}) + "\n",
            "different keys",
        ),
        (
            STREAM + '{"id": "x", "schema": "Company", "properties": {"name": {"caption": {"caption": []}}}}\n',
            "no layout",
        ),
        ((ROW * 2).encode() + b'{"a": "\xff"}\n', ""),
    ],
)
def test_hostile_and_broken_lines_are_named(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(RecruitcheckError) as caught:
        list(opened(tmp_path, content, STYLE_EXAMPLE + 'format: {encoding: "utf-8"}\n').rows)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
