"""What only a real process can show: a closed pipe, Ctrl-C, ``python -m``, and the exit of the interpreter."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import DAY, HOME


@pytest.fixture(autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """Whoever runs the tests in the background of a shell has Ctrl-C ignored, and children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def start(*arguments: str, cwd: Path, out: IO[str] | int = subprocess.PIPE) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RECRUITCHECK_")}
    return subprocess.Popen(
        [sys.executable, "-m", "recruitcheck", *arguments],
        stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=cwd,
        env=environment | {"HOME": str(cwd), "XDG_CACHE_HOME": str(cwd.parent / "cache")},
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [("registry", "list", "--format", "table"), ("schema", "assessment"), ("--help",)]
)
def test_a_reader_that_goes_away_is_met_with_silence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    process = start(*arguments, cwd=tmp_path)
    assert process.stdout is not None
    process.stdout.close()  # before the first byte, so that the pipe is surely broken
    assert process.stderr is not None
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) in ((0,) if arguments[0] != "--help" else (0, 1))
    assert told == ""


def test_a_closed_pipe_does_not_hide_what_was_found(tmp_path: Path, store: Path) -> None:
    process = start(
        "check", "agency", "Nobody Ever Heard Of It", "--country", "NP", "--db", str(store), "--registries", str(HOME),
        "--as-of", DAY, "--quiet", cwd=tmp_path,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    _, told = process.communicate(timeout=60)
    assert process.returncode == 3
    assert told.startswith("recruitcheck: flagged")
    assert len(told.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [("schema", "assessment"), ("registry", "list", "--format", "table")])
def test_a_full_disk_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = start(*arguments, cwd=tmp_path, out=full)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told == "recruitcheck: the system refused (No space left on device). Free or change the place.\n"


def test_a_pipe_gets_utf_8_in_every_locale(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    out, told = start("registry", "search", "उदाहरण", "--db", str(store), "--as-of", DAY, cwd=tmp_path).communicate()
    assert told == ""
    assert json.loads(out)["entries"][0]["found"].startswith("उदाहरण")


def test_ctrl_c_in_the_middle_of_an_audit_leaves_no_half_folder(tmp_path: Path, store: Path) -> None:
    rows = "".join(f"Example Manpower Number {number},NP\n" for number in range(5_000))
    (tmp_path / "long.csv").write_text("name,country\n" + rows, encoding="utf-8")
    process = start(
        "audit", "run", "long.csv", "-o", "out", "--db", str(store), "--registries", str(HOME), "--as-of", DAY,
        cwd=tmp_path,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob(".out-*/report/subject-000002.html")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert told == "recruitcheck: interrupted; what was complete is saved.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["long.csv", "store"]
    check = start("ledger", "verify", "--db", str(store), cwd=tmp_path)
    check.communicate(timeout=60)
    assert check.returncode == 0


def test_ctrl_c_in_the_middle_of_an_import_leaves_the_database_as_it_was(tmp_path: Path, store: Path) -> None:
    header, *lines = (HOME / "data" / "licensed-2026-06-01.csv").read_text(encoding="utf-8").splitlines()
    many = [line.replace(line.split("/")[0], f"{number}", 1) for number in range(150) for line in lines[:20]]
    (tmp_path / "long.csv").write_text("\n".join([header, *many]) + "\n", encoding="utf-8")
    process = start(
        "registry", "import", "demo-licensed", "long.csv", "--published", "2026-06-14", "--partial", "made up",
        "--db", str(store), "--registries", str(HOME), cwd=tmp_path,
    )  # fmt: skip
    wal = store.with_name(store.name + "-wal")
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if wal.exists():
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "Traceback" not in told
    look = start("registry", "history", "demo-licensed", "--db", str(store), "--registries", str(HOME), cwd=tmp_path)
    out, _ = look.communicate(timeout=60)
    assert "2026-06-14" not in out
