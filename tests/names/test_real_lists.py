"""Real lists, where they lie beside the checkout: no name vanishes, and few are only market words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from recruitcheck.names import fold, parse_name, split_names

pytestmark = pytest.mark.shared


def test_every_agency_of_a_real_list_keeps_a_name_that_tells_it_apart(shared: Path) -> None:
    with (shared / "registers" / "bd-bmet" / "agencies.csv").open(encoding="utf-8", newline="") as file:
        raw = [row["name"] for row in csv.DictReader(file) if fold(row["name"])]
    names = [split_names(text) for text in raw]
    assert all(names)
    bare = [found[0].text for found in names if not parse_name(found[0].text).distinctive]
    assert len(bare) < len(raw) / 20
