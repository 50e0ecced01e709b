"""A database with the made-up lists of the demonstration, built once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from recruitcheck.redflags import load_rules
from recruitcheck.resources import shipped
from recruitcheck.standards import load_catalogue

DAY = "2026-06-15"
HOME = shipped("registries") / "demo"


@pytest.fixture(scope="session", autouse=True)
def loaded_once() -> Iterator[None]:
    """Rules, law and the command tree are made once for the whole room: they do not change from command to command."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(typer.main.get_command))
        patch.setattr("recruitcheck.redflags.load_rules", cache(load_rules))
        patch.setattr("recruitcheck.standards.load_catalogue", cache(load_catalogue))
        patch.setenv("COLUMNS", "160")
        yield


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with demo.db; copied by tests that write."""
    folder = tmp_path_factory.mktemp("store")
    lists = (
        ("demo-licensed", "licensed-2026-03-01.csv", "2026-03-01"),
        ("demo-licensed", "licensed-2026-06-01.csv", "2026-06-01"),
        ("demo-exclusions", "exclusions-2026-05-15.csv", "2026-05-15"),
        ("demo-sponsors", "sponsors-2026-06-01.csv", "2026-06-01"),
    )
    for registry_id, name, day in lists:
        arguments = ["registry", "import", registry_id, str(HOME / "data" / name), "--published", day]
        result = CliRunner().invoke(app, [*arguments, "--db", str(folder / "demo.db"), "--registries", str(HOME)])
        assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def store(demo_store: Path, tmp_path: Path) -> Path:
    """A copy of the made-up database that the test may write to."""
    shutil.copytree(demo_store, tmp_path / "store")
    return tmp_path / "store" / "demo.db"


@pytest.fixture
def made_up_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """A world without the real lists: Nepal has the made-up ones only, so that their answers are whole."""
    monkeypatch.setattr("recruitcheck.cli.session.definition_folders", lambda shared: shared.registries)


@pytest.fixture
def run(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command against the made-up lists on the day of the demonstration."""
    monkeypatch.chdir(tmp_path)
    for name in ("RECRUITCHECK_DB", "NO_COLOR", "RECRUITCHECK_OFFLINE"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments: str, day: str | None = DAY, stdin: str | None = None) -> Result:
        shared = ["--db", str(store), "--registries", str(HOME), *(["--as-of", day] if day else [])]
        return CliRunner().invoke(app, [*shared, *arguments], input=stdin)

    return invoke


@dataclass(frozen=True)
class AuditRun:
    """One run of ``audit run``: what it printed and what it wrote."""

    result: Result
    folder: Path
    input: Path

    @property
    def assessments(self) -> list[dict[str, Any]]:
        """The lines of assessments.jsonl."""
        return [json.loads(line) for line in (self.folder / "assessments.jsonl").read_bytes().splitlines()]


@pytest.fixture(scope="session")
def audit(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., AuditRun]:
    """Audit a list given as bytes, in a folder of its own, on the day of the demonstration."""

    def invoke(name: str, data: bytes, *arguments: str) -> AuditRun:
        home = tmp_path_factory.mktemp("audit")
        (home / name).write_bytes(data)
        shutil.copytree(demo_store, home / "store")
        shared = ["--db", str(home / "store" / "demo.db"), "--registries", str(HOME), "--as-of", DAY]
        shared += ["--known-on", "2099-01-01"]
        result = CliRunner().invoke(
            app, [*shared, "audit", "run", str(home / name), "-o", str(home / "out"), *arguments]
        )
        return AuditRun(result, home / "out", home / name)

    return invoke
