"""kill -9 while a long list is read and kept: the database is as before or as after, and the next import completes."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recruitcheck.intake import import_file
from recruitcheck.registry.readers import reader as reader_module
from recruitcheck.store import Store
from recruitcheck.store import list_writer as writer_module
from tests.intake.lists import definition, rows, write
from tests.soak import rounds

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)
COUNT = 4_000
PROGRAM = """
import sys
from pathlib import Path
from tests.intake.test_crash import keep_second, ready
ready()
print("ready", flush=True)
keep_second(Path(sys.argv[1]), Path(sys.argv[2]))
print("done", flush=True)
"""


def ready() -> None:
    """What is done for long lists is done for this one."""
    reader_module.BATCH_ROWS = 200
    writer_module.LATE_AFTER = 600


def keep_second(database: Path, source: Path) -> None:
    """The copy during whose import the program is killed; of another list, so that its indexes come late."""
    with Store.open(database) as store:
        second = definition().model_copy(update={"id": "xx-second"})
        import_file(store, second, source, published=FEB, retrieved=None, now=NOW)


def state(path: Path) -> tuple[object, ...]:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO names_fts (names_fts, rank) VALUES ('integrity-check', 1)")
        tables = ("snapshots", "entries", "entry_versions", "entry_validity", "names", "raw_rows", "identifier_sets")
        counts = tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)  # noqa: S608
        indexes = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index'").fetchone()
    connection.close()
    return (*counts, *indexes)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first")
    with Store.open(folder / "s.db") as store:
        path = write(folder / "first.csv", rows(1_000, 4))
        import_file(store, definition(), path, published=JAN, retrieved=None, now=NOW)
    return folder


def start(database: Path, source: Path) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", PROGRAM, str(database), str(source)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def copied(first: Path, folder: Path) -> Path:
    shutil.copytree(first, folder)
    return folder / "s.db"


def test_killed_while_a_long_list_comes_in_nothing_or_all_is_kept(
    tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "BATCH_ROWS", 200)
    monkeypatch.setattr(writer_module, "LATE_AFTER", 600)
    source = write(tmp_path / "second.csv", rows(COUNT, 5))
    before = state(first / "s.db")
    whole = copied(first, tmp_path / "whole")
    began = time.monotonic()
    with start(whole, source) as process:
        assert process.stdout
        assert process.stdout.readline() == "done\n"
        took = time.monotonic() - began
    after = state(whole)
    assert after[:-1] != before[:-1]
    assert after[-1] == before[-1]
    chance = random.Random(8)  # noqa: S311 - a fixed seed is the point
    outcomes = []
    for number in range(rounds(4, 100)):
        database = copied(first, tmp_path / str(number))
        with start(database, source) as process:
            time.sleep(chance.random() * took)
            process.send_signal(signal.SIGKILL)
        outcomes.append(found := state(database))
        assert found in (before, after)
        keep_second(database, source)
        assert state(database) == after
        shutil.rmtree(database.parent)
    assert before in outcomes  # at least one was killed before its end
