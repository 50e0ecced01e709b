"""docs/standards.md is what the catalogue says today, and its example works."""

from __future__ import annotations

import importlib.util
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from recruitcheck.model import Corridor
from recruitcheck.standards import Catalogue, load_catalogue

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_standards", DOCS / "make_standards.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(maker: ModuleType, catalogue: Catalogue) -> None:
    assert maker.TARGET.read_text(encoding="utf-8") == maker.page(catalogue), "run: make docs"


def test_the_page_prints_nothing_known_from_memory(catalogue: Catalogue) -> None:
    text = (DOCS / "standards.md").read_text(encoding="utf-8")
    printed = {part.says for item in catalogue.instruments for part in item.provisions if part.printable}
    for item in catalogue.instruments:
        assert f"`{item.id}`" in text
        for part in item.provisions:
            if not part.printable and part.says not in printed:
                assert f"** {part.says} *(" not in text, part.id


def test_the_example_of_the_page_joins_the_catalogue(tmp_path: Path) -> None:
    text = (DOCS / "standards.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "acme.yml").write_text(example, encoding="utf-8")
    joined = load_catalogue([tmp_path])
    cited = joined.applies("fee_charging.recruitment", Corridor("NP", (), "QA"), date(2026, 11, 21))
    assert "acme-code" in {citation.instrument for citation in cited}
