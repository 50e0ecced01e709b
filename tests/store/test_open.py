"""Opening: what is no usable database gives one clear line; what is made is private."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recruitcheck.errors import NotRecordedError, StoreError
from recruitcheck.model import DecisionAnswer
from recruitcheck.store import Store
from recruitcheck.store.schema import LATEST
from tests.store.lists import FEB, IMPORTED, LATER, firm, request


def filled(path: Path) -> None:
    with Store.open(path) as store:
        store.import_snapshot(request([firm(str(n), f"Harbour {n} Staffing", n) for n in range(1, 400)]))


def test_new_database_and_folder_are_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "store.db"
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent.parent)} == {0o700}


def test_companion_files_are_private_too(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.ledger_append("demo", {}, b"", IMPORTED)
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("licence,name\n" * 200)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def _cut(path: Path) -> None:
    filled(path)
    os.truncate(path, path.stat().st_size // 2)


def _cut_in_head(path: Path) -> None:
    filled(path)
    os.truncate(path, 50)


def _newer(path: Path) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_version VALUES (?, 'from the future')", (LATEST + 1,))
    connection.close()


def _nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_folder, "is a folder"),
        (_text, "not a SQLite database"),
        (_foreign, "of another program"),
        (_cut, "damaged"),
        (_cut_in_head, "damaged"),
        (_newer, f"newer version (schema {LATEST + 1}"),
        (_nothing, "no database here"),
    ],
)
def test_what_is_no_database_of_ours_gives_one_clear_line(
    tmp_path: Path, make: Callable[[Path], None], says: str, read_only: bool
) -> None:
    path = tmp_path / "s.db"
    make(path)
    with pytest.raises(StoreError, match=says.replace("(", r"\(")) as caught:
        Store.open(path, create=False, read_only=read_only)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def _read_all(store: Store) -> None:
    view = store.view("xx-demo", as_of=FEB, known_on=LATER)
    assert view
    for number in range(1, 400):
        assert view.entry(str(number))
        assert store.raw_row(view.snapshot.id, number)
        assert view.candidates(f"harbour {number} staffing")


def test_damage_inside_is_a_clear_error_when_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    filled(path)
    data = bytearray(path.read_bytes())
    tables = 4096 * 40  # whether the schema, read when the database is opened, lies before or behind is SQLite's affair
    data[tables:] = b"\xff" * (len(data) - tables)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"), Store.open(path) as store:
        _read_all(store)


def test_a_file_where_the_folder_should_be_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be created"):
        Store.open(tmp_path / "file" / "s.db")


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "s.db").touch()
    filled(tmp_path / "s.db")


def test_read_only_reads_everything_and_records_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    filled(path)
    before = path.read_bytes()
    with Store.open(path, read_only=True) as store:
        view = store.view("xx-demo", as_of=FEB, known_on=LATER)
        assert view
        assert view.candidates("Harbour 7 Staffing")
        assert store.history("xx-demo:7")
        assert store.verify_ledger().ok
        assert store.info().entries == 399
        with pytest.raises(NotRecordedError, match="not recorded"):
            store.ledger_append("check agency", {}, b"", IMPORTED)
        with pytest.raises(StoreError, match="read-only"):
            store.import_snapshot(request([firm("1", "X", 1)], FEB))
        with pytest.raises(StoreError, match="read-only"):
            store.decide("Harbour", "xx-demo:7", DecisionAnswer.SAME, "Ana", "called", IMPORTED)
        with pytest.raises(StoreError, match="read-only"):
            store.keep_original(path)
    assert path.read_bytes() == before


def test_a_check_falls_back_to_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    filled(path)
    # The tests may run as root, for whom every file is writable: say that this one is not.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match="read-only"):
        Store.open(path)
    with Store.open_to_check(path) as store:
        assert store.read_only
        assert store.view("xx-demo", as_of=FEB, known_on=LATER)


def test_reading_never_loads_the_administration_library(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    program = (
        "import sys; from datetime import date; from pathlib import Path; from recruitcheck.store import Store\n"
        "with Store.open(Path(sys.argv[1]), create=False) as store:\n"
        "    view = store.view('xx-demo', as_of=date(2025, 2, 1), known_on=date(2030, 1, 1))\n"
        "    assert view.candidates('harbour 7'); assert view.entry('7')\n"
        "heavy = {'sqlite_utils', 'numpy', 'pydantic', 'httpx', 'rapidfuzz'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "s.db")], check=True)


def test_tables_are_strict_and_views_answer(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    with sqlite3.connect(tmp_path / "s.db") as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        )
        ours = {name: strict for name, strict in tables if not name.startswith("sqlite_")}
        assert {name for name, strict in ours.items() if not strict} == set()
        for (view,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            assert connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] > 0  # noqa: S608
        assert connection.execute("SELECT name FROM current_entries WHERE entry_id = 'xx-demo:7'").fetchone() == (
            "Harbour 7 Staffing",
        )
    connection.close()


def test_a_database_of_another_program_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE things (id INTEGER)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["other.db"]
