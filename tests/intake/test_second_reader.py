"""A list read by a second process is kept as one read by the first; whatever goes wrong there leaves nothing."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
import time
from array import array
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError, RegistryError
from recruitcheck.intake import ImportReport, import_file
from recruitcheck.intake import importing as importing_module
from recruitcheck.intake import second_reader as module
from recruitcheck.intake.frames import Frame, batch_frame, batch_of, read_frame, write_frame
from recruitcheck.intake.reading_process import serve
from recruitcheck.model import Reject
from recruitcheck.registry import Tally
from recruitcheck.registry.readers import reader as reader_module
from recruitcheck.store import PreparedBatch, PreparedEntry, PreparedRows, PreparedSearch, Store
from tests.bounds import Bounded
from tests.intake.lists import definition, rows, write

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAYS = (date(2026, 1, 1), date(2026, 2, 1))
HEADER = ("No", "Name", "Status", "Until", "Town", "Phone", "Mail")
UNORDERED = {"entry_validity", "identifier_kinds"}  # tables without row numbers


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short lists go the way of long ones."""
    monkeypatch.setattr(reader_module, "BATCH_ROWS", 40)
    monkeypatch.setattr(importing_module, "READ_AHEAD", 2)


def keep(
    path: Path, database: Path, day: date, monkeypatch: pytest.MonkeyPatch, *, second: bool = True, **more: object
) -> ImportReport:
    monkeypatch.setattr(module, "WORTH_BYTES", 0 if second else 1 << 60)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with Store.open(database) as store:
        return import_file(store, definition(), path, published=day, retrieved=None, now=NOW, **more)  # type: ignore[arg-type]


def content(database: Path) -> dict[str, list[object]]:
    connection = sqlite3.connect(database)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {
        name: connection.execute(
            f"SELECT * FROM {name} ORDER BY {'1, 2' if name in UNORDERED else 'rowid'}"  # noqa: S608  our own tables
        ).fetchall()
        for name in tables
        if not name.startswith("names_")
    }
    connection.close()
    return found


def test_both_ways_write_the_same_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    for day, changed in zip(DAYS, (0.0, 0.2), strict=True):
        path = write(tmp_path / "list.csv", rows(300, 5, changed))
        told = [keep(path, database, day, monkeypatch, second=database == two) for database in (one, two)]
        assert told[0] == told[1]
        assert told[0].rejected
        assert told[0].duplicates or told[0].unmapped_words
    assert content(one) == content(two)


def test_a_copy_held_already_is_told_by_the_second_process_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "list.csv", rows(300))
    first, again = (keep(path, tmp_path / "a.db", DAYS[0], monkeypatch) for _ in range(2))
    assert again.already
    assert (again.read, again.kept, again.duplicates, again.unmapped_words) == (
        first.read,
        first.kept,
        first.duplicates,
        first.unmapped_words,
    )


@pytest.mark.parametrize(
    ("end", "strict", "kind"),
    [('000001,"never closed,Active,,\n', False, InputError), (",!!,Active,,,,\n", True, RegistryError)],
    ids=["broken", "strict"],
)
def test_what_is_wrong_late_in_the_list_is_told_in_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, strict: bool, kind: type[RecruitcheckError]
) -> None:
    lines = [f"{number},Firm {number},Active,,Patan,,\n" for number in range(1, 300)]
    path = write(tmp_path / "list.csv", [*lines, end])
    said = []
    for second in (False, True):
        with pytest.raises(kind) as caught:
            keep(path, tmp_path / "a.db", DAYS[0], monkeypatch, second=second, strict=strict)
        said.append(str(caught.value))
        assert not content(tmp_path / "a.db")["snapshots"]
        assert not list((tmp_path / "a.db.originals").rglob("*.gz"))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(3)",
        "import sys, os; sys.stdin.buffer.read(4); os._exit(1)",
        "import sys; sys.stdout.buffer.write(bytes(2))",
    ],
    ids=["at once", "killed", "cut"],
)
def test_a_process_that_ends_too_early_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(module, "_PROGRAM", program)
    path = write(tmp_path / "list.csv", rows(300))
    with pytest.raises(InputError, match="ended before its time"):
        keep(path, tmp_path / "a.db", DAYS[0], monkeypatch)
    assert not content(tmp_path / "a.db")["snapshots"]


def test_no_process_is_left_when_the_import_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    popen = module.subprocess.Popen

    def start(*args: object, **more: object) -> object:
        started.append(popen(*args, **more))  # type: ignore[call-overload]
        return started[-1]

    def interrupt(done: int) -> None:
        if done > 90:
            raise KeyboardInterrupt

    monkeypatch.setattr(module.subprocess, "Popen", start)
    path = write(tmp_path / "list.csv", rows(3_000))
    with pytest.raises(KeyboardInterrupt):
        keep(path, tmp_path / "a.db", DAYS[0], monkeypatch, progress=interrupt)
    assert [process.poll() is not None for process in started] == [True]
    assert not content(tmp_path / "a.db")["snapshots"]


def test_a_short_list_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.subprocess, "Popen", None)
    assert keep(write(tmp_path / "list.csv", rows(30)), tmp_path / "a.db", DAYS[0], monkeypatch).read


def test_a_batch_travels_unharmed() -> None:
    odd = ["\x1e", "a\x1eb", "", "\ud800", "木\n"]
    batch = PreparedBatch(
        raw=PreparedRows(7, [("A", "B"), ("C",)], [0, 1], ['["a","b"]', '["\x7f"]'], [b"1" * 16, b"2" * 16]),
        rows=[7, 8, 9, 10, 11],
        keys=odd,
        names=odd[::-1],
        texts=["{}"] * 5,
        hashes=[bytes([number]) * 16 for number in range(5)],
        search=PreparedSearch(["x"] * 5, [""] * 5, array("q", [1 << 62, 0, -1])),
        kinds=["phone"],
        entries=[PreparedEntry("k\ud800", "{}", b"3" * 16, (1, 2), (("alias", "é"),), (1 << 60,))],
        rejects=[Reject(3, "no name", (("A", "\ud800"),))],
        withdrawn=[4, 5],
    )
    for each in (batch, PreparedBatch()):
        stream = io.BytesIO()
        write_frame(stream, batch_frame(each))
        stream.seek(0)
        frame = read_frame(stream)
        assert frame
        assert batch_of(frame) == each
        for cut in range(stream.tell()):
            assert read_frame(io.BytesIO(stream.getvalue()[:cut])) is None


def test_the_process_answers_with_frames_and_asks_for_rows(tmp_path: Path) -> None:
    lines = ["1,Alder,Active,,,,\n", "2,Birch,Active,,,,\n", "1,Alder,Ended,,,,\n"]
    path = write(tmp_path / "list.csv", lines)
    order = {"definition": definition().model_dump_json(by_alias=True), "path": str(path), "skip": 0}
    asked, told = io.BytesIO(), io.BytesIO()
    order |= {"search": True, "hashes": True}
    write_frame(asked, Frame({"kind": "order", **order, "batch_rows": 40}))
    back = [dict(zip(HEADER, lines[at].strip().split(","), strict=True)) for at in (0, 2)]
    write_frame(asked, Frame({"kind": "rows", "rows": back}))
    asked.seek(0)
    serve(asked, told)
    told.seek(0)
    frames = list(iter(lambda: read_frame(told), None))
    assert [frame.head["kind"] for frame in frames] == ["batch", "read", "rows", "batch", "end"]
    assert frames[2].head["rows"] == [1, 3]
    assert Tally.of(frames[-1].head).entries == 2
    asked, told = io.BytesIO(), io.BytesIO()
    write_frame(asked, Frame({"kind": "order", **order, "path": str(tmp_path / "none.csv"), "batch_rows": 40}))
    asked.seek(0)
    serve(asked, told)
    told.seek(0)
    failed = read_frame(told)
    assert failed
    assert failed.head["type"] == "InputError"
    assert "none.csv" in failed.head["where"]


def test_it_is_only_worth_it_for_a_long_list_on_two_processors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(module, "WORTH_BYTES", 100)
    assert module.is_worth(path) == bool(sys.executable)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert not module.is_worth(path)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(module, "WORTH_BYTES", 101)
    assert not module.is_worth(path)


PROGRAM = """
import sys, time
from pathlib import Path
from tests.intake import test_second_reader as tests
tests.reader_module.BATCH_ROWS, tests.importing_module.READ_AHEAD, tests.module.WORTH_BYTES = 40, 2, 0
tests.module.os.cpu_count = lambda: 2
popen = tests.module.subprocess.Popen
def start(*args, **more):
    process = popen(*args, **more)
    print(process.pid, flush=True)
    return process
tests.module.subprocess.Popen = start
with tests.Store.open(Path(sys.argv[1])) as store:
    tests.import_file(store, tests.definition(), Path(sys.argv[2]), published=tests.DAYS[0], retrieved=None,
                      now=tests.NOW, progress=lambda done: time.sleep(60) if done > 200 else None)
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for processes in /proc")
def test_the_second_process_ends_with_the_first(tmp_path: Path, bounded: Bounded) -> None:
    path, database = write(tmp_path / "list.csv", rows(1_500)), tmp_path / "a.db"
    command = [sys.executable, "-c", PROGRAM, str(database), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).resolve().parents[2]) as process:
        assert process.stdout
        second = Path("/proc") / process.stdout.readline().decode().strip()
        assert second.exists()
        time.sleep(0.2)
        process.kill()
    with bounded(seconds=5):
        while _runs(second):
            time.sleep(0.02)
    assert not content(database)["snapshots"]


def _runs(process: Path) -> bool:
    try:
        return b"reading_process" in (process / "cmdline").read_bytes()
    except OSError:
        return False
