"""Row maps give back what was packed; the runs of a map are its versions."""

from __future__ import annotations

import random
import sqlite3
from array import array

import pytest

from recruitcheck.store import row_map as module
from recruitcheck.store.row_map import RowMaps, pack, unpack, write_raw_map, write_version_map


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE snapshot_versions (snapshot, first_version, last_version, map)")
    made.execute("CREATE TABLE snapshot_rows (snapshot, first_row, last_row, map)")
    return made


@pytest.mark.parametrize(
    "steps", [(1,), (0, 1, 1, 1, 1), (1, 1, 1, 2, 3), (1, 255), (1, 1, 1, 256), (1, 70_000)], ids=str
)
def test_runs_are_the_versions(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, steps: tuple[int, ...]
) -> None:
    monkeypatch.setattr(module, "CHUNK_ROWS", 50)
    chance = random.Random(str(steps))  # noqa: S311  a fixed seed is the point
    version, versions = 7, array("q")
    for _ in range(300):
        versions.append(version)
        version += chance.choice(steps)
    rows = array("q", range(1, 301))
    chance.shuffle(rows)
    write_version_map(connection, 3, versions, rows)
    maps = RowMaps(connection)
    told = [number for first, end in maps.version_runs(3) for number in range(first, end)]
    assert sorted(set(told)) == list(maps.versions_of(3)) == sorted(set(versions))
    assert sorted(row for each in set(versions) for row in maps.rows_of(3, each)) == list(range(1, 301))
    assert dict(maps.every_row(3)) == {version: maps.rows_of(3, version) for version in set(versions)}


def test_raw_rows_are_told_in_order(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK_ROWS", 4)
    ids = [5, 6, 0, 9, 1, 2, 3, 4, 5, 70_000]
    write_raw_map(connection, 1, ids)
    assert list(RowMaps(connection).raw_row_ids(1)) == ids


def test_what_is_packed_comes_back() -> None:
    for columns in (([], []), ([4, 5, 6], [1, 2, 3]), ([4, 5, 9], [3, 1, 2])):
        assert [list(column) for column in unpack(pack(*columns), 2)] == [list(column) for column in columns]
