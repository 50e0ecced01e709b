"""A database with the made-up lists of the demonstration, built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from recruitcheck.resources import shipped

DAY = "2026-06-15"
HOME = shipped("registries") / "demo"


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
def run(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command against the made-up lists on the day of the demonstration."""
    monkeypatch.chdir(tmp_path)
    for name in ("RECRUITCHECK_DB", "NO_COLOR", "RECRUITCHECK_OFFLINE"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments: str, day: str | None = DAY, stdin: str | None = None) -> Result:
        shared = ["--db", str(store), "--registries", str(HOME), *(["--as-of", day] if day else [])]
        return CliRunner().invoke(app, [*shared, *arguments], input=stdin)

    return invoke
