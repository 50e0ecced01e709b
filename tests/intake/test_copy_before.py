"""A copy read beside the one before it is kept as one whose every row and entry is looked for in the tree."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recruitcheck.intake import import_file
from recruitcheck.registry.readers import reader as reader_module
from recruitcheck.store import Store
from recruitcheck.store import copy_before as module
from recruitcheck.store.copy_before import Beside
from tests.intake.lists import definition, rows, write

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAYS = tuple(date(2026, month, 1) for month in (1, 2, 3, 2, 4))  # one comes late
TABLES = ("raw_rows", "entries", "entry_versions", "snapshot_versions", "names", "snapshots")
# A row that first copies hold twice has two numbers, and either may serve.
REJECTS = "SELECT j.snapshot, source_row, reason, r.hash FROM rejects j LEFT JOIN raw_rows r ON r.id = j.raw_row"


def _content(database: Path) -> dict[str, list[object]]:
    connection = sqlite3.connect(database)
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608  our own
    found["entry_validity"] = connection.execute("SELECT * FROM entry_validity ORDER BY 1, 2, 3, 4").fetchall()
    found["rejects"] = connection.execute(REJECTS).fetchall()
    connection.close()
    return found


@pytest.mark.parametrize("order", ["kept", "reversed", "shuffled"])
@pytest.mark.parametrize("coverage", ["current", "cumulative"])
def test_what_is_met_and_what_is_looked_for_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: str, coverage: str
) -> None:
    monkeypatch.setattr(reader_module, "BATCH_ROWS", 11)
    monkeypatch.setattr(module, "STRETCH", 7)
    monkeypatch.setattr(module, "MOST_HELD", 10)
    kinds = [
        definition().model_copy(update={"id": name, "coverage": type(definition().coverage)(coverage)})
        for name in ("xx-long", "xx-other")  # the versions of two lists lie among each other
    ]
    content = []
    for way in ("met", "looked for"):
        if way == "looked for":
            monkeypatch.setattr(Beside, "met", lambda self, keys, row: [None] * len(keys))
        chance = random.Random(order)  # noqa: S311  a fixed seed is the point
        with Store.open(tmp_path / f"{way}.db") as store:
            for number, day in enumerate(DAYS):
                lines = rows(90, 5, number / 20)
                if order == "reversed" and number % 2:
                    lines.reverse()
                elif order == "shuffled":
                    chance.shuffle(lines)
                path = write(tmp_path / f"{number}.csv", lines)
                for kind in kinds:
                    partial = "a cut copy" if number == 2 else None
                    import_file(store, kind, path, published=day, retrieved=None, now=NOW, partial=partial)
        content.append(_content(tmp_path / f"{way}.db"))
    for table in content[0]:
        assert content[0][table] == content[1][table], table


def test_each_thing_is_met_once_and_old_ones_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STRETCH", 2)
    monkeypatch.setattr(module, "MOST_HELD", 4)
    beside = Beside(iter([{"a": 1, "b": 2}, {"c": 3, "d": 4}, {"e": 5, "f": 6}, {"g": 7, "h": 8}]))
    assert beside.met(["b", "b", "h"], 1) == [2, None, None]
    assert beside.met(["f"], 4) == [6]
    assert beside.met(["e", "none"], 5) == [5, None]
    assert beside.met(["a", "c", "g"], 6) == [None, None, 7]
