"""kill -9 in the middle of an import: the database is as before or as after, and the next import completes."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recruitcheck.store import Store
from tests.soak import rounds
from tests.store.lists import FEB, LATER, firm, request

COUNT = 1500
PROGRAM = """
import sys
from pathlib import Path
from recruitcheck.store import Store
from tests.store.test_crash import second
with Store.open(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    store.import_snapshot(second())
    print("done", flush=True)
"""


def second():  # type: ignore[no-untyped-def]
    """Another copy: every third firm gone, every fifth renamed, some new."""
    kept = [number for number in range(1, COUNT + 1) if number % 3]
    firms = [firm(str(n), f"Firm {n}{' Renamed' if n % 5 == 0 else ''} Staffing", n) for n in kept]
    firms += [firm(f"n{n}", f"Newcomer {n} Staffing", COUNT + n) for n in range(1, 300)]
    return request(firms, FEB, rows_read=len(firms))


def state(path: Path) -> tuple[object, ...]:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO names_fts (names_fts, rank) VALUES ('integrity-check', 1)")
        tables = ("snapshots", "entries", "entry_versions", "entry_validity", "names", "raw_rows", "snapshot_versions")
        counts = tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)  # noqa: S608
    connection.close()
    return counts


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("first") / "s.db"
    with Store.open(path) as store:
        store.import_snapshot(request([firm(str(n), f"Firm {n} Staffing", n) for n in range(1, COUNT + 1)]))
    return path


def start(path: Path) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def test_killed_at_any_moment_the_database_is_as_before_or_as_after(tmp_path: Path, first: Path) -> None:
    before = state(first)
    whole = tmp_path / "whole.db"
    whole.write_bytes(first.read_bytes())
    began = time.monotonic()
    with start(whole) as process:
        assert process.stdout
        assert process.stdout.readline() == "done\n"
        took = time.monotonic() - began
    after = state(whole)
    assert after != before
    chance = random.Random(3)  # noqa: S311 - a fixed seed is the point
    outcomes = []
    for number in range(rounds(5, 100)):
        path = tmp_path / f"{number}.db"
        path.write_bytes(first.read_bytes())
        with start(path) as process:
            time.sleep(chance.random() * took * 0.6)
            process.send_signal(signal.SIGKILL)
        outcomes.append(found := state(path))
        assert found in (before, after)
        with Store.open(path) as store:
            store.import_snapshot(second())
            view = store.view("xx-demo", as_of=FEB, known_on=LATER)
            assert view
            assert view.candidates("Newcomer 7 Staffing")
        assert state(path) == after
    assert before in outcomes  # at least one was killed before its end
