"""Start-up stays light: what `--help` and one check must not import (asserted on sys.modules, never on time)."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "httpx",
    "numpy",
    "sqlite_utils",
    "rapidfuzz",
    "jinja2",
    "pydantic",
    "selectolax",
    "phonenumbers",
    "python_calamine",
}


def _imported(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint('\\n'.join(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in result.stdout.splitlines()}


def test_importing_the_package_imports_next_to_nothing() -> None:
    assert not _imported("import recruitcheck") & (HEAVY | {"typer", "rich"})


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--help"], HEAVY),
        (["--version"], HEAVY),
        (["registry", "--help"], HEAVY),
        (["check", "agency", "--help"], HEAVY),
    ],
)
def test_help_imports_no_heavy_package(arguments: list[str], heavy: set[str]) -> None:
    code = (
        "import contextlib, io\nfrom recruitcheck.cli import app\n"
        f"with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    app({arguments!r})"
    )
    assert not _imported(code) & heavy


def test_opening_a_store_for_one_check_needs_no_sqlite_utils(tmp_path: object) -> None:
    code = (
        "from pathlib import Path\nfrom recruitcheck.store import Store\n"
        f"Store.open(Path({str(tmp_path)!r}) / 'a.db').close()\n"
        "[sys.modules.pop(name) for name in list(sys.modules) if name.startswith('sqlite_utils')]\n"
        f"Store.open(Path({str(tmp_path)!r}) / 'a.db').close()"
    )
    assert "sqlite_utils" not in _imported(code)


def test_asking_a_built_index_once_needs_neither_numpy_nor_processes(tmp_path: object) -> None:
    code = (
        "from pathlib import Path\nfrom recruitcheck.matching.index import NameIndex\n"
        "from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName\n"
        "from recruitcheck.model import Name\n"
        f"path = Path({str(tmp_path)!r}) / 'names.idx'\n"
        "names = [IndexName(IndexedEntry('a', 'a', 'Amber Ltd'), Name('Amber Ltd'))]\n"
        "if {building}:\n    NameIndex.build(path, names)\n"
        "else:\n    from recruitcheck.matching.search import NameSearch\n"
        "    assert NameSearch(NameIndex.open(path)).best('Amber', 1)"
    )
    _imported(code.format(building=True))
    assert not _imported(code.format(building=False)) & {"numpy", "multiprocessing", "pydantic", "sqlite3"}
