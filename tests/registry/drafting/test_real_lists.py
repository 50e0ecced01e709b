"""Blind drafts of the real lists read what their definitions read: names, numbers, days and states, row by row."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.registry.drafting import beside

from recruitcheck.registry import load_definitions
from recruitcheck.resources import shipped

pytestmark = pytest.mark.shared
LISTS = (
    ("hk-eaa", "hk-eaa/Employmnt_Agency_Data_28_12_21.csv"),
    ("ph-dmw", "ph-dmw/dmw-licensed-agencies-2026-09-14.excerpt.json"),
    ("bd-bmet", "bd-bmet/agencies.csv"),
    ("bd-bmet", "bd-bmet/recruitinglist.pdf"),
    ("us-dol-h2a-debarments", "us-dol-debarment-h2a-fy09-13/H-2A Debarment Table FY 09 to FY 13.xlsx"),
)


@pytest.mark.parametrize(("registry", "file"), LISTS, ids=[file for _, file in LISTS])
def test_a_blind_draft_reads_what_the_definition_reads(registry: str, file: str, shared: Path) -> None:
    (definition,) = [each for each in load_definitions([shipped("registries")]) if each.id == registry]
    results = list(beside(definition, shared / "registers" / file))
    right, total = Counter(field for field, good in results if good), Counter(field for field, _ in results)
    for field in ("rows", "name", "number", "dates", "status"):
        assert right[field] >= 0.98 * total[field], (field, right[field], total[field])
