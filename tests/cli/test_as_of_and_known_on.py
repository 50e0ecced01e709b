# ruff: noqa: E501  words of a report read better unwrapped
"""The day judged and the day of knowledge answer apart: a copy found late changes only what is known later."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app

HEAD = "Agency name,Licence No,Telephone,Status,Valid until\n"
ALDER = "Alder Manpower Ltd,12,0300 000001,Active,31/12/2027\n"
BIRCH = "Birch Agency Ltd,13,0300 000002,Active,30/06/2027\n"
SUSPENDED = BIRCH.replace("Active", "Suspended")
DEFINITION = """
id: xx-own
title: Register of agencies
authority: Labour Office
jurisdiction: "KE"
kind: licensing
coverage: COVERAGE
absence_means: not_licensed
identity: [licence_number]
shelf_life_days: 60
layouts:
  - when: ["Agency name", "Licence No"]
    columns:
      name: "Agency name"
      licence_number: "Licence No"
      phone: "Telephone"
      status: {from: "Status", words: {"Active": valid, "Suspended": suspended}}
      valid_to: {from: "Valid until", date: "%d/%m/%Y"}
"""
# (rows, published, imported): the second copy was found in May and slots in between.
COPIES = (
    (ALDER + BIRCH, "2026-01-10", "2026-01-11"),
    (ALDER, "2026-03-10", "2026-03-11"),
    (ALDER + SUSPENDED, "2026-02-10", "2026-05-01"),
)
Run = Callable[..., Result]


def world(folder: Path, coverage: str = "current") -> Run:
    (folder / "xx.yml").write_text(DEFINITION.replace("COVERAGE", coverage), encoding="utf-8")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(
            app, [*arguments, "--db", str(folder / "x.db"), "--definition", str(folder / "xx.yml")]
        )

    with pytest.MonkeyPatch.context() as patch:
        for rows, published, imported in COPIES:
            file = folder / f"{published}.csv"
            file.write_text(HEAD + rows, encoding="utf-8")
            moment = datetime.fromisoformat(f"{imported}T10:00").replace(tzinfo=UTC)
            patch.setattr("recruitcheck.cli.registry_import.now", lambda moment=moment: moment)
            result = run("registry", "import", "xx-own", str(file), "--published", published)
            assert result.exit_code == 0, result.output
    return run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Commands on a database with the three copies of a list that holds everybody."""
    return world(tmp_path_factory.mktemp("two-days"))


def checked(run: Run, as_of: str, known_on: str) -> tuple[int, str]:
    options = ["--licence-number", "13", "--phone", "0300 000002", "--registry", "xx-own", "--format", "table"]
    result = run("check", "agency", "Birch Agency Ltd", *options, "--as-of", as_of, "--known-on", known_on)
    return result.exit_code, " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("as_of", "known_on", "code", "words"),
    [
        # On 15 February the agency was licensed, as far as anybody could know before May …
        (
            "2026-02-15",
            "2026-04-30",
            0,
            "(Labour Office, copy of 2026-01-10) lists “Birch Agency Ltd” with a licence that holds on 2026-02-15",
        ),
        # … and suspended, as has been known since.
        (
            "2026-02-15",
            "2026-05-01",
            3,
            "(copy of 2026-02-10) lists “Birch Agency Ltd” as “Suspended” (read as suspended) on 2026-02-15",
        ),
        # Before the first import nothing was known; before the first copy nothing can be.
        ("2026-02-15", "2026-01-10", 4, "held on the day of knowledge: the first was imported on 2026-01-11"),
        (
            "2026-01-09",
            "2026-06-01",
            4,
            "No copy of registry xx-own was effective on 2026-01-09. Earliest copy held: 2026-01-10.",
        ),
        # Gone from March on; which copy listed it last depends on the day of knowledge.
        (
            "2026-03-15",
            "2026-04-30",
            3,
            "is not in the copy of Register of agencies of 2026-03-10; a similar entry, “Birch Agency Ltd”, was in the copy of 2026-01-10",
        ),
        ("2026-03-15", "2026-05-01", 3, "a similar entry, “Birch Agency Ltd”, was in the copy of 2026-02-10"),
        # A copy older than its shelf life supports nothing.
        (
            "2026-09-01",
            "2026-09-01",
            4,
            "is of 2026-03-10, 175 days before the day judged; it may be relied on for 60 days",
        ),
    ],
)
def test_a_day_is_judged_by_what_was_known(run: Run, as_of: str, known_on: str, code: int, words: str) -> None:
    found, told = checked(run, as_of, known_on)
    assert f"As of {as_of}, known on {known_on}." in told
    assert words in told
    assert found == code


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_an_old_copy_stands_in_its_place_of_the_history(run: Run) -> None:
    copies = run("registry", "history", "xx-own", "--format", "csv").stdout
    assert [line[:17] for line in copies.splitlines()[1:]] == [
        f"xx-own@{day}" for day in ("2026-01-10", "2026-02-10", "2026-03-10")
    ]
    versions = answer(run, "registry", "history", "xx-own:13")["versions"]
    assert [(each["from"], each["until"]) for each in versions] == [
        ("2026-01-10", "2026-02-10"),
        ("2026-02-10", "2026-03-10"),
    ]
    before = answer(run, "registry", "history", "xx-own:13", "--known-on", "2026-04-30")["versions"]
    assert [(each["from"], each["until"]) for each in before] == [("2026-01-10", "2026-03-10")]


@pytest.mark.parametrize(
    ("options", "copies", "kinds"),
    [
        ((), ("2026-02-10", "2026-03-10"), ["gone"]),
        (("--known-on", "2026-04-30"), ("2026-01-10", "2026-03-10"), ["gone"]),
        (("--as-of", "2026-02-15"), ("2026-01-10", "2026-02-10"), ["status"]),
        (("2026-01-10", "2026-02-28"), ("2026-01-10", "2026-02-10"), ["status"]),
    ],
)
def test_a_difference_is_that_of_the_copies_known_then(
    run: Run, options: tuple[str, ...], copies: tuple[str, str], kinds: list[str]
) -> None:
    told = answer(run, "registry", "diff", "xx-own", *options)
    assert (told["from"][:17], told["to"][:17]) == tuple(f"xx-own@{day}" for day in copies)
    assert [each["kind"] for each in told["changes"]] == kinds


@pytest.mark.parametrize("coverage", ["period", "cumulative"])
def test_nobody_is_struck_off_a_list_of_periods(tmp_path: Path, coverage: str) -> None:
    run = world(tmp_path, coverage)
    for known_on in ("2026-04-30", "2026-05-01"):
        _, told = checked(run, "2026-03-15", known_on)
        assert "No longer in" not in told
        assert "not in the copy" not in told
    rows = run("registry", "export", "xx-own", "--as-of", "2026-03-15", "--format", "csv").stdout
    assert "Birch Agency Ltd" in rows
