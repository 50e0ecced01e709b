"""The first minutes: no database, no copy, nothing known; every answer says the next step."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.cli.conftest import HOME

Run = Callable[..., Result]
NEW = ("--db", "new.db", "--format", "table")


def test_with_no_database_the_lists_of_the_country_and_the_way_to_get_them_are_told(run: Run) -> None:
    result = run("check", "agency", "X", "--country", "Nepal", *NEW)
    assert result.exit_code == 4
    assert "Official lists that serve Nepal:" in result.stderr
    assert "demo-licensed (licensing)" in result.stderr
    assert "demo-exclusions (debarment)" in result.stderr
    assert "recruitcheck registry import demo-licensed FILE --published DATE" in result.stderr
    assert "get it:" in result.stderr
    assert "Official lists" not in result.stdout
    assert "np-dofe (licensing)" in result.stderr
    assert "Department of Foreign Employment" in result.stderr


def test_the_steps_stay_out_of_the_way_of_programs_and_quiet_people(run: Run) -> None:
    question = ("check", "agency", "X", "--country", "NP", "--db", "new.db")
    assert "Official lists" not in run(*question, "--format", "json").stderr
    quiet = run(*question, "--format", "table", "--quiet").stderr
    assert quiet.splitlines() == [quiet.strip()]
    assert "not fully checked 1" in quiet


def test_a_list_with_an_address_of_its_own_can_be_asked(run: Run) -> None:
    told = run("check", "agency", "X", "--country", "BD", *NEW).stderr
    assert "or:     recruitcheck registry pull bd-bmet" in told
    assert "registry pull np-dofe" not in run("check", "agency", "X", "--country", "NP", *NEW).stderr


def test_a_country_whose_list_nobody_knows_is_told(run: Run) -> None:
    result = run("check", "agency", "X", "--country", "Iceland", *NEW)
    assert result.exit_code == 4
    assert "No official list of Iceland is known here." in result.stderr
    assert "recruitcheck schema definition" in result.stderr


def test_a_list_whose_columns_nobody_has_seen_drafts_them_and_says_how_sure_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Licence,Name\n1/080/81,Example Manpower Ltd\n", encoding="utf-8")
    result = run("registry", "import", "vn-dolab", "list.csv", "--published", "2026-06-01", "--format", "json")
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert report["kept"] == 1
    assert "drafted from this file" in report["warnings"][0]
    assert ["columns.name", "Name"] in [each[:2] for each in report["drafted"]]


def test_columns_that_cannot_be_told_are_not_guessed_at_import(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Aaa,Bbb\nx1,first thing\nx2,second thing\n", encoding="utf-8")
    result = run("registry", "import", "vn-dolab", "list.csv", "--published", "2026-06-01")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "registry draft" in line


def test_a_country_that_is_no_country_is_told_once(run: Run) -> None:
    result = run("check", "agency", "X", "--country", "Narnia", *NEW)
    assert result.exit_code == 4
    assert 'The country "Narnia" was not recognised' in " ".join(result.stdout.split())
    assert "Official lists" not in result.stderr


def test_without_a_country_the_option_is_named(run: Run) -> None:
    result = run("check", "agency", "X", *NEW)
    assert result.exit_code == 4
    assert "--country CC" in result.stderr


@pytest.mark.usefixtures("made_up_world")
def test_a_list_that_answers_needs_no_steps(run: Run) -> None:
    result = run("check", "agency", "Nobody Ever Heard Of It", "--country", "NP", "--format", "table")
    assert result.exit_code == 3
    assert "Official lists" not in result.stderr


def told(result: Result) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for check in json.loads(result.stdout)["checks"]:
        found.setdefault(check["state"], []).append((check["what"], check["todo"]))
    return found


def test_doctor_finds_nothing_to_mend_with_fresh_copies(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert set(told(result)) == {"ok"}
    assert result.stderr == ""


def test_doctor_names_what_is_missing_and_the_command(run: Run) -> None:
    result = run("doctor", "--db", "new.db")
    assert result.exit_code == 4
    ((what, todo),) = told(result)["missing"]
    assert "no database at new.db" in what
    assert "recruitcheck registry import" in todo
    assert "1 missing or stale" in result.stderr
    assert not Path("new.db").exists()


def test_doctor_names_what_is_stale_and_the_command(run: Run) -> None:
    result = run("doctor", day="2026-10-01")
    assert result.exit_code == 4
    stale = dict(told(result)["missing"])
    assert any(what.startswith("demo-licensed: copy of 2026-06-01, 122 days old") for what in stale)
    assert "recruitcheck registry import demo-licensed FILE --published DATE" in stale.values()


def test_doctor_tells_each_broken_thing_once_and_looks_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear inspector\n" * 50, encoding="utf-8")
    (tmp_path / "own").mkdir()
    text = (HOME / "demo-sponsors.yml").read_text(encoding="utf-8")
    (tmp_path / "own" / "wrong.yml").write_text(text.replace("coverage:", "covrage:"), encoding="utf-8")
    result = run("doctor", "--db", "letter.db", "--registries", "own")
    assert result.exit_code == 1
    problems = told(result)["problem"]
    assert len([what for what, _ in problems if "is not a SQLite database" in what]) == 1
    assert any("wrong.yml:" in what and "covrage" in what for what, _ in problems)
    assert all(todo for _, todo in problems)
    assert f"{len(problems)} broken" in result.stderr
