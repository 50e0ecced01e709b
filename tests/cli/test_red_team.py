"""Attacks on ``check agency`` that once gave a wrong answer, from the list file to the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app

Check = Callable[..., Result]
DEFINITION = """\
id: xx-list
title: Made-up list
authority: Made-up authority
jurisdiction: "NP"
kind: {kind}
coverage: {coverage}
absence_means: {absence}
identity: [name]
shelf_life_days: 3000
how_to_obtain: Made up for a test.
fictional: true
layouts:
  - when: ["Name"]
    columns:
      name: "Name"
      {columns}
rows: {{min: 1, max: 50}}
verified: {{note: "Made up."}}
"""
PERIOD = """valid_from: {from: "From", date: "%Y-%m-%d"}
      valid_to: {from: "To", date: "%Y-%m-%d"}"""
STATUS = """licence_number: "No"
      status: {from: "Status", words: {"Active": valid, "Revoked": revoked}}"""


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Import copies of one made-up list (day: text), then check an agency against it."""

    def invoke(kind: str, coverage: str, columns: str, copies: dict[str, str], *arguments: str) -> Result:
        absence = "not_licensed" if kind == "licensing" else "nothing"
        definition = DEFINITION.format(kind=kind, coverage=coverage, absence=absence, columns=columns)
        (tmp_path / "lists").mkdir()
        (tmp_path / "lists" / "xx-list.yml").write_text(definition, encoding="utf-8")
        shared = ["--db", str(tmp_path / "a.db"), "--registries", str(tmp_path / "lists")]
        for day, text in copies.items():
            file = tmp_path / f"{day}.csv"
            file.write_text(text, encoding="utf-8")
            done = CliRunner().invoke(app, ["registry", "import", "xx-list", str(file), "--published", day, *shared])
            assert done.exit_code == 0, done.output
        return CliRunner().invoke(app, [*shared, "check", "agency", *arguments, "--registry", "xx-list"])

    return invoke


@pytest.mark.parametrize(("day", "code"), [("2013-06-01", 3), ("2017-06-01", 3), ("2015-06-01", 0)])
def test_an_exclusion_in_one_copy_of_periods_does_not_hide_one_in_another(check: Check, day: str, code: int) -> None:
    copies = {
        "2014-01-01": "Name,From,To\nSpecimen Harvest LLC,2012-01-01,2015-01-01\n",
        "2018-01-01": "Name,From,To\nSpecimen Harvest LLC,2016-01-01,2019-01-01\n",
    }
    result = check("debarment", "period", PERIOD, copies, "Specimen Harvest LLC", "--as-of", day)
    assert result.exit_code == code, result.output


@pytest.mark.parametrize("status", ["Active", "Revoked"])
def test_a_status_tells_nothing_of_a_day_before_the_copy(check: Check, status: str) -> None:
    copies = {"2026-01-01": f"Name,No,Status\nSpecimen Harbour Ltd,77,{status}\n"}
    arguments = ["Specimen Harbour Ltd", "--licence-number", "77", "--country", "NP", "--as-of", "2015-06-01"]
    result = check("licensing", "cumulative", STATUS, copies, *arguments)
    assert result.exit_code == 4, result.output
    assert json.loads(result.stdout)["outcome"] == "not_checked"


def test_a_rule_that_speaks_on_the_day_of_an_act_is_not_clear(run: Callable[..., Result]) -> None:
    arguments = ["Imaginary Valley Employment", "--licence-number", "0104/079/80", "--country", "NP"]
    told = json.loads(run("check", "agency", *arguments, "--dates", "advert=2026-04-01").stdout)
    spoke = {finding["rule"] for finding in told["findings"] if finding["outcome"] != "clear"}
    assert spoke
    assert not spoke & set(told["clear"])


def test_a_copy_is_reported_for_the_day_judged_not_for_an_act(run: Callable[..., Result]) -> None:
    arguments = ["check", "agency", "Example Himal Overseas", "--country", "NP", "--dates", "advert=2026-03-15"]
    told = json.loads(run(*arguments, day="2026-05-20").stdout)
    assert {use["registry"]: use["stale"] for use in told["registries"]}["demo-licensed"]


def test_a_firm_absent_from_the_list_at_one_end_of_a_corridor_is_not_accused(run: Callable[..., Result]) -> None:
    result = run("check", "agency", "Nobody Ever Heard Of It", "--origin", "PH", "--destination", "NP")
    assert result.exit_code == 4, result.output


@pytest.mark.parametrize("name", ["！！！", "\u200b\u200d", "..."])
def test_a_name_without_a_letter_is_no_name_to_accuse(run: Callable[..., Result], name: str) -> None:
    assert run("check", "agency", name, "--country", "NP").exit_code == 2


def test_a_brand_with_the_telephone_of_a_listed_firm_needs_a_person(run: Callable[..., Result]) -> None:
    result = run("check", "agency", "Golden Gate Jobs", "--country", "NP", "--phone", "+977 1 5550101")
    assert result.exit_code == 4, result.output


@pytest.mark.parametrize("name", ["!!!", "…", "\u200b\u200b"])
def test_a_row_whose_name_is_no_name_is_an_error_and_accuses_nobody(
    run: Callable[..., Result], tmp_path: Path, name: str
) -> None:
    (tmp_path / "list.csv").write_text(f"name,country\n{name},NP\n", encoding="utf-8")
    result = run("audit", "run", "list.csv", "-o", "out", "--registry", "demo-licensed")
    line = json.loads((tmp_path / "out" / "assessments.jsonl").read_text(encoding="utf-8"))
    assert result.exit_code == 5, result.output
    assert (line["outcome"], [item["message_id"] for item in line["findings"]]) == ("error", ["coverage.input"])
