"""Lists that were written with their facts before any draft of them was run; what remarks say of a licence is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.registry.definition_lint import lint_file
from recruitcheck.registry.drafting import definition_text
from tests.registry.drafting.later_strangers import later_strangers
from tests.registry.drafting.made_up_lists import MadeUp, csv_bytes
from tests.registry.drafting.scoring import TODAY, drafted, judged
from tests.registry.drafting.stranger_lists import stranger_lists

CASES = (*stranger_lists(), *later_strangers())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_draft_reads_every_fact_of_a_stranger(case: MadeUp, tmp_path: Path) -> None:
    draft, mapped = drafted(case, tmp_path)
    assert [each for each in judged(case, mapped, draft) if each[1] != each[2]] == []
    target = tmp_path / f"{case.id}.yml"
    target.write_text(definition_text(draft, file=case.file), encoding="utf-8")
    assert [str(each) for each in lint_file(target, today=TODAY) if each.level == "error"] == []


@pytest.mark.parametrize(
    ("remarks", "statuses"),
    [
        ({5: "Suspended", 9: "Revoked"}, {1: "valid", 5: "suspended", 9: "revoked"}),
        ({5: "moved office", 7: "see order 12"}, {1: "valid", 5: "valid"}),
        ({5: "moved office", 7: "see order 12", 9: "Suspended"}, {1: "unknown", 9: "unknown"}),
    ],
    ids=["states", "notes", "both"],
)
def test_being_listed_is_no_licence_where_a_remark_says_otherwise(
    tmp_path: Path, remarks: dict[int, str], statuses: dict[int, str]
) -> None:
    rows = [[str(n), f"Alder {n} Agency Ltd", f"L-{n:03}", remarks.get(n, "")] for n in range(1, 20)]
    header = [["List of licensed agencies"], ["No", "Name of agency", "Licence No", "Remarks"]]
    _, mapped = drafted(MadeUp("remarks", "list.csv", csv_bytes([*header, *rows]), (), 19), tmp_path)
    assert {n: mapped.entries[n - 1].licences[0].status.value for n in statuses} == statuses
