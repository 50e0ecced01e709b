"""A draft reads what stands in lists of many countries' shapes: names, numbers, days and states."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.registry.definition_lint import lint_file
from recruitcheck.registry.drafting import definition_text
from tests.registry.drafting.made_up_lists import MadeUp, made_up_lists
from tests.registry.drafting.scoring import TODAY, drafted, judged

CASES = made_up_lists()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_draft_reads_every_fact_of_the_list(case: MadeUp, tmp_path: Path) -> None:
    draft, mapped = drafted(case, tmp_path)
    wrong = [(field, wanted, found) for field, wanted, found in judged(case, mapped, draft) if wanted != found]
    assert wrong == []
    target = tmp_path / f"{case.id}.yml"
    target.write_text(definition_text(draft, file=case.file), encoding="utf-8")
    assert [str(each) for each in lint_file(target, today=TODAY) if each.level == "error"] == []


def test_the_made_up_lists_are_many_and_of_many_kinds() -> None:
    assert len(CASES) >= 25
    assert {Path(case.file).suffix for case in CASES} >= {".csv", ".xlsx", ".html", ".json", ".pdf", ".txt"}
