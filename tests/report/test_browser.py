"""Pages in a real browser: accessible, not wider than the window, silent, printable."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from recruitcheck.report import index_row, render_assessment, render_index
from tests.report import examples

CHECKS = Path(__file__).parents[2] / ".ci" / "browser"


@pytest.mark.slow
def test_pages_hold_in_a_real_browser(tmp_path: Path) -> None:
    node, chromium = shutil.which("node"), os.environ.get("RECRUITCHECK_CHROMIUM", "/usr/bin/chromium")
    if node is None or not Path(chromium).exists() or not (CHECKS / "node_modules").is_dir():
        pytest.skip("needs node, Chromium and `npm ci --prefix .ci/browser`")
    rows = []
    for place, (name, make) in enumerate(examples.ALL.items(), 1):
        page = tmp_path / f"{name}.html"
        page.write_text(render_assessment(make(), ("employer", "compliance", "inspector")[place % 3]), encoding="utf-8")  # type: ignore[arg-type]
        rows.append(index_row(make(), page.name, place))
    (tmp_path / "index.html").write_text(render_index(rows, title="Suppliers", as_of=examples.AS_OF), encoding="utf-8")
    files = sorted(str(path) for path in tmp_path.glob("*.html"))
    done = subprocess.run(
        [node, str(CHECKS / "check.mjs"), *files], capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
