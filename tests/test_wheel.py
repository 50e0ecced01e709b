"""The wheel holds everything: built, installed where nothing else is, run, and its shipped data listed."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return next(out.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_ships_every_data_file_of_the_checkout(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"recruitcheck/shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("registries", "report_templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    package = ROOT / "src"
    wanted |= {
        path.relative_to(package).as_posix()
        for path in (package / "recruitcheck").rglob("*")
        if path.is_file() and path.suffix in (".py", ".yml", ".txt", ".typed", ".css", ".html")
    }
    assert wanted - shipped == set()
    assert not [name for name in shipped if "tests/" in name or "__pycache__" in name or name.endswith(".db")]


@pytest.mark.slow
def test_the_wheel_installed_in_a_fresh_environment_runs_the_demonstration(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, text=True)
    # Its dependencies are lent by this environment, so that the test works offline; the package itself is the wheel's.
    lent = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))
    variables = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": lent, "PYTHONSAFEPATH": "1"}
    program = (
        "import site, sys; sys.path[:0] = site.getsitepackages(); import recruitcheck; print(recruitcheck.__file__)"
    )
    found = subprocess.run(
        [str(python), "-c", program], env=variables, cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert found.startswith(str(environment))
    run = "import site, sys; sys.path[:0] = site.getsitepackages(); from recruitcheck.cli import main; main()"
    command = [str(python), "-c", run, "demo", "--out", "demo"]
    result = subprocess.run(command, env=variables, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "demo" / "compliance" / "report" / "index.html").is_file()
    assert (environment / "bin" / "recruitcheck").is_file()
