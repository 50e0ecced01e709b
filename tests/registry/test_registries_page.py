"""docs/registries.md is what the definitions say today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from recruitcheck.registry import load_definitions
from recruitcheck.resources import shipped

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_registries", DOCS / "make_registries.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(maker: ModuleType) -> None:
    assert maker.TARGET.read_text(encoding="utf-8") == maker.page(load_definitions([shipped("registries")])), (
        "make docs"
    )


def test_the_page_has_a_row_for_each_list_and_says_what_was_seen(maker: ModuleType) -> None:
    rows = {
        cells[1].strip(" `"): [cell.strip() for cell in cells]
        for line in maker.TARGET.read_text(encoding="utf-8").splitlines()
        if len(cells := line.split("|")) == 9 and cells[1].startswith(" `")
    }
    definitions = load_definitions([shipped("registries")])
    assert set(rows) == {each.id for each in definitions}
    assert rows["vn-dolab"][7] == "nothing"
    assert rows["vn-dolab"][5] == "not seen"
    assert rows["us-mspa-x"][3] == "debarment (discontinued)"


def test_marks_in_a_definition_do_not_break_the_table(maker: ModuleType) -> None:
    first = load_definitions([shipped("registries")])[0]
    evil = first.model_copy(update={"how_to_obtain": "a | b <script>x</script>\n\n# c [d](javascript:e)"})
    (row,) = [line for line in maker.page([evil]).splitlines() if line.startswith(f"| `{first.id}`")]
    assert "<script" not in row.replace("\\<", "")
    assert "a \\| b" in row
