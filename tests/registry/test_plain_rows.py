"""The quick reading of common rows says exactly what the careful one says, on rows drawn at random."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recruitcheck.registry import MappedList, map_table, read_table
from recruitcheck.registry.mapping.plain_rows import PlainRows
from recruitcheck.registry.readers import reader as reader_module
from tests.registry.lists import HEAD, definition, write
from tests.soak import rounds

COLUMNS = """
layouts:
  - when: ["No", "Name"]
    columns:
      name: {from: ["Name", "Old name"], split_aliases: true}
      trading_name: "Trading"
      licence_number: {from: ["No", "Second no"]}
      status: {from: "Status", words: {"Active": valid, "struck  off": revoked}}
      rating: "Rating"
      route: "Route"
      scope: {from: "Scope", flags: {"Sea": "seafarers"}}
      valid_from: {from: "From", date: ["%d/%m/%Y", "%Y"], open: ["-"]}
      valid_to: {from: "To", date: ["%d/%m/%Y", "%m/%Y"], open: ["indefinite"]}
      address: "Address"
      place: "Place"
      postal_code: "Post code"
      country: {from: "Country", words: {"Nepal": "NP"}}
      phone: ["Phone", "Mobile"]
      email: "Mail"
      website: "Web"
      source_id: "Id"
      other_ids: {company_number: "CR"}
      extra: {"Owner": "Owner", "Remark": "Remark"}
    not_entries: [{reason: "a heading", equals: {"Status": "heading"}}]
null_words: ["n/a", "nil"]
number_pattern: "[A-Z]*-?[0-9]+"
"""
IDENTITIES = ("[licence_number]", "[name, place]", "[other_ids.company_number]", "[source_id]", "[name, country]")
WORDS = {
    "Name": (
        "Alder",
        "Birch & Sons",
        "Cedar T/A Dune",
        "  Elm  Ltd",
        "Name",
        "!!",
        "",
        "N/A",
        "Fir (FORMERLY Gum)",
        "木",
    ),
    "Old name": ("", "Hazel"),
    "Trading": ("", "", "", "Iris Jobs", "n/a"),
    "No": ("1", "0001", "RL-7", "2", "00", "", "x y", "3", "44", "５"),
    "Second no": ("", "9"),
    "Status": ("Active", "active ", "Struck Off", "gone", "", "heading", "Nil"),
    "Rating": ("", "A", "B\u00a0rating"),
    "Route": ("", "Sea", 'a "quoted" \\ route'),
    "Scope": ("", "care; sea", "care"),
    "Sea": ("", "yes", "no"),
    "From": ("", "01/02/2020", "2019", "-", "soon", "2020-05-06"),
    "To": ("", "01/02/2030", "03/2019", "indefinite", "31/12/2018"),
    "Address": ("", "1 Road", "2\nRoad", "3 \x07 Road\t"),
    "Place": ("", "Kathmandu", "nil"),
    "Post code": ("", "0042"),
    "Country": ("", "Nepal", "QA", "Utopia"),
    "Phone": ("", "+977 1 4000000", "123/456789", "12", "01-4000000, 01-4000001", "n/a"),
    "Mobile": ("", "9841000000", "+977 1 4000000"),
    "Mail": ("", "a@b.example", "none", "a@b.example; c@d.example", "A@B.example\n"),
    "Web": ("", "www.a.example", "a.example b.example"),
    "Id": ("", "7", "8"),
    "CR": ("", "CR-1", "CR-2", "no"),
    "Owner": ("", "N. N.", "N/A"),
    "Remark": ("", "new"),
}


def _list(chance: random.Random, plain: float) -> str:
    """Rows of which a share holds only common values."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = [name for name in WORDS if name in ("No", "Name", "Status", "From", "To") or chance.random() < 0.8]
    needed = [name for name in WORDS if name not in names]
    writer.writerow([*names, *needed])
    for number in range(chance.randrange(1, 60)):
        if chance.random() < plain:
            cells = [WORDS[name][0] for name in (*names, *needed)]
            cells[names.index("No")] = f"{100 + number:05d}"
            cells[names.index("Name")] = f"Firm {chance.choice('abcdefgh')} {number // 2}"
        else:
            cells = [chance.choice(WORDS[name]) for name in (*names, *needed)]
        writer.writerow(cells[: len(cells) - (chance.random() < 0.02)])
    return out.getvalue()


def _both(path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[MappedList]:
    shape = definition(text)
    yield map_table(shape, read_table(path, shape))
    with monkeypatch.context() as patched:
        patched.setattr(PlainRows, "_is_usable", lambda *_: False)
        yield map_table(shape, read_table(path, shape))


@pytest.mark.parametrize("identity", IDENTITIES)
@pytest.mark.parametrize("merge", ["true", "false"])
def test_quick_and_careful_reading_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, identity: str, merge: str
) -> None:
    monkeypatch.setattr(reader_module, "BATCH_ROWS", 7)
    text = HEAD.replace("[licence_number]", identity) + COLUMNS + f"merge: {merge}\n"
    chance = random.Random(f"{identity}{merge}")  # noqa: S311  a fixed seed is the point
    plain = 0
    for _ in range(rounds(12, 300)):
        path = write(tmp_path, _list(chance, chance.random()))
        quick, careful = _both(path, text, monkeypatch)
        assert quick == careful
        assert quick.rows_read == quick.kept + len(quick.rejects)
        assert len({entry.key for entry in quick.entries}) == len(quick.entries)
        plain += len(quick.entries)
    assert plain > 50


def test_quick_and_careful_reading_agree_where_cells_hold_several_licences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "BATCH_ROWS", 7)
    monkeypatch.setitem(WORDS, "Status", (*WORDS["Status"], "Active / gone", "Active/gone", "n Road / Active / gone"))
    monkeypatch.setitem(WORDS, "Route", (*WORDS["Route"], "Sea / Land", "Sea / Sea / Land", " / "))
    parallel = '    parallel: {columns: [status, route], separator: " / ", overflow_of: place}\n    not_entries'
    text = HEAD.replace("[licence_number]", "[name, place]") + COLUMNS.replace("    not_entries", parallel)
    chance = random.Random(11)  # noqa: S311  a fixed seed is the point
    licences = entries = 0
    for _ in range(rounds(12, 300)):
        quick, careful = _both(write(tmp_path, _list(chance, chance.random())), text, monkeypatch)
        assert quick == careful
        licences += sum(len(entry.licences) for entry in quick.entries)
        entries += len(quick.entries)
    assert licences > entries > 50


def test_batches_of_any_size_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)  # noqa: S311  a fixed seed is the point
    shape = definition(HEAD + COLUMNS)
    for _ in range(rounds(15, 200)):
        path = write(tmp_path, _list(chance, 0.5))
        found = []
        for size in (1, 3, 10_000):
            monkeypatch.setattr(reader_module, "BATCH_ROWS", size)
            result = map_table(shape, read_table(path, shape))
            # Which of several rows serves as the example of a doubt is all that may differ.
            found.append(replace(result, warnings=tuple(text.partition(", e.g.")[0] for text in result.warnings)))
        assert found[0] == found[1] == found[2]
