"""Importing the room costs nothing heavy: jinja2 and pydantic come with the first page or schema."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"jinja2", "markupsafe", "pydantic", "yaml", "regex"}


def test_importing_the_room_loads_no_heavy_package() -> None:
    code = "import sys, recruitcheck.report; print(*sorted(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert not HEAVY & set(done.stdout.split())
