"""What is told when something is odd but not broken: rejects, rules that miss, rows that fail."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.cli.conftest import HOME, AuditRun

Run = Callable[..., Result]
LIST = HOME / "data" / "licensed-2026-06-01.csv"
HEADER = LIST.read_text(encoding="utf-8").splitlines()[0]
EVIL = "Moon\x1b[31m\u202emode"


def row(number: str, name: str, status: str) -> str:
    return f"{number},{name},,Street 1,,,,01/01/2024,31/12/2027,{status}"


def test_an_import_tells_rejects_unmapped_words_and_the_reason_why_it_is_short(run: Run, tmp_path: Path) -> None:
    rows = [row("1/1", "Example One", EVIL), row("2/1", "", "Active"), row("3/1", "Example Three", "Active")]
    path = tmp_path / "short.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    arguments = ("registry", "import", "demo-licensed", str(path), "--published", "2026-06-14", "--partial", "a sample")
    shown = run(*arguments, "--format", "table")
    assert shown.exit_code == 0, shown.output
    for words in (
        "read 3 = kept 2 + rejected 1 rows",
        "rejected 1:",
        "status word not mapped (1):",
        "partial: a sample",
    ):
        assert words in shown.stdout
    assert not set(shown.stdout) & {"\x1b", "\u202e"}
    assert "imported before; nothing was added" in run(*arguments, "--format", "table").stdout


def test_doctor_tells_a_broken_ledger(run: Run, store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE ledger_payloads SET summary = '{}' WHERE seq = 2")
    connection.close()
    result = run("doctor")
    assert result.exit_code == 1
    (problem,) = [item for item in json.loads(result.stdout)["checks"] if item["state"] == "problem"]
    assert problem["what"].startswith("ledger: ")
    assert problem["todo"]
    assert run("ledger", "verify").exit_code == 6


RULE = """
id: unicorn-promised
title: "Unicorn promised"
practice: "deception.job"
severity: "low"
confidence: "low"
rationale: "Made up for a test."
detect:
  en: ["unicorn"]
examples:
  en:
    flag: ["We promise a unicorn.", "We promise a horse.", "Ride your own unicorn here.", "A unicorn waits."]
    clear: ["We promise nothing.", "A horse is provided.", "No promise.", "We keep horses."]
"""


def test_a_rule_of_ones_own_is_tested_and_its_misses_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "unicorn-promised.yml").write_text(RULE.lstrip(), encoding="utf-8")
    result = run("rules", "test", "unicorn-promised", "--rules", "own")
    assert result.exit_code == 1, result.output
    assert "unicorn-promised (en) should" in result.stdout
    assert "We promise a horse." in result.stdout
    assert "1 rules, 8 examples, 1 not as written." in result.stdout
    assert "1 of 8 examples are not as written" in result.stderr
    listed = run("rules", "list", "--rules", "own", "--format", "csv")
    assert "unicorn-promised" in listed.stdout


def test_a_rule_of_ones_own_that_can_never_flag_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mute").mkdir()
    text = RULE.lstrip() + 'unless:\n  en: ["unicorn"]\n'
    (tmp_path / "mute" / "unicorn-promised.yml").write_text(text, encoding="utf-8")
    only = ["rules", "lint", "unicorn-promised", "--rules", "mute", "--language", "en"]
    result = run(*only, "--format", "table")
    assert result.exit_code == 1
    assert result.stdout.startswith("error: unicorn-promised: en: can never flag: 'unicorn'")
    assert "1 errors, 0 warnings, 0 notes in 1 rules in 1 languages." in result.stderr
    [row] = json.loads(run(*only).stdout)["problems"]
    assert (row["level"], row["kind"]) == ("error", "unreachable")
    assert "Did you mean en?" in run("rules", "lint", "--language", "eng").stderr


def test_why_shows_how_a_name_was_matched_and_which_words_decided(run: Run) -> None:
    agency = run("check", "agency", "Example Himal Oversees", "--country", "NP", "--format", "table", "--why")
    assert "[demo-licensed:" in agency.stdout
    offer = run(
        "check", "offer", "-", "--format", "table", "--why",
        stdin="The candidate must pay a recruitment fee of USD 900. The company keeps your passport.\n",
    )  # fmt: skip
    assert "worker-pays-recruitment-fee (states)" in offer.stdout
    assert "Signs by the ILO–EC operational indicators" in offer.stdout


def test_beside_json_the_reasons_go_to_stderr_and_mask_the_worker(run: Run) -> None:
    words = "Worker: Asha Tamang, passport No. A1234567, must pay a recruitment fee of USD 900.\n"
    offer = run("check", "offer", "-", "--format", "json", "--why", "--source", "worker", stdin=words)
    assert json.loads(offer.stdout)["schema"] == "recruitcheck/assessment/1"
    assert "worker-pays-recruitment-fee (states)" in offer.stderr
    assert "Tamang" not in offer.stderr


def test_a_row_that_breaks_the_program_is_an_error_of_that_row_alone(
    audit: Callable[..., AuditRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    from recruitcheck.audit import single
    from recruitcheck.audit.agency import assess_agency

    def breaking(agency: object, *given: object, **more: object) -> object:
        if getattr(agency, "name", "") == "Second":
            raise ZeroDivisionError("made up")
        return assess_agency(agency, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(single, "assess_agency", breaking)
    quiet = audit("three.csv", b"name,country\nFirst,NP\nSecond,NP\nThird,NP\n")
    assert [item["outcome"] == "error" for item in quiet.assessments] == [False, True, False]
    assert quiet.assessments[1]["findings"][0]["args"]["problem"] == "ZeroDivisionError: made up"
    assert "Traceback" not in quiet.result.output
    assert "failed 1)" in quiet.result.stderr
    told = audit("three.csv", b"name,country\nSecond,NP\n", "--verbose")
    assert told.result.exit_code == 5
    assert "Traceback" in told.result.stderr
