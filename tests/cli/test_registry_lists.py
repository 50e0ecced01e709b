"""From a file that nobody described to answers years later: draft, lint, import, diff, export, status, links."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from recruitcheck.cli.completion import registry_ids

HEAD = "Agency name,Licence No,Address,Telephone,Status,Valid until\n"
ALDER = 'Alder Manpower Ltd,12,"1 Hill Road, Port",0300 000001,Active,31/12/2027\n'
BIRCH = 'Birch Agency Ltd,13,"2 Lake Road, Port",0300 000002,Active,30/06/2027\n'
CEDAR = 'Cedar Recruitment Ltd,14,"3 Bay Road, Port",0300 000003,Suspended,15/05/2027\n'
LATER = {
    "renamed": BIRCH.replace("Birch Agency Ltd", "Birch Overseas Ltd"),
    "moved": BIRCH.replace("2 Lake Road", "9 Sea Road"),
    "status": BIRCH.replace("Active", "Revoked"),
}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str, code: int = 0, **more: str) -> Result:
        result = CliRunner().invoke(app, [*arguments, "--db", "x.db"], input=more.get("typed"))
        assert result.exit_code == code, result.output
        return result

    return invoke


def drafted(run: Run, *more: str) -> None:
    Path("first.csv").write_text(HEAD + ALDER + BIRCH + CEDAR, encoding="utf-8")
    run("registry", "draft", "first.csv", "--id", "xx-own", "-o", "xx-own.yml", *more)
    text = Path("xx-own.yml").read_text(encoding="utf-8")
    Path("xx-own.yml").write_text(text.replace("rows: {min: 1, max: 59}", "rows: {min: 1, max: 59}"), encoding="utf-8")


def kept(run: Run, rows: str, day: str, *more: str) -> dict[str, object]:
    Path(f"{day}.csv").write_text(HEAD + rows, encoding="utf-8")
    arguments = ("registry", "import", "xx-own", f"{day}.csv", "--definition", "xx-own.yml", "--published", day)
    return json.loads(run(*arguments, "--format", "json", *more).stdout)  # type: ignore[no-any-return]


def test_a_drafted_list_passes_lint_and_imports_at_once(run: Run) -> None:
    drafted(run, "--country", "KE", "--authority", "Labour Office")
    lint = json.loads(run("registry", "lint", "xx-own.yml", "--format", "json").stdout)
    assert lint["problems"] == []
    report = kept(run, ALDER + BIRCH + CEDAR, "2026-01-10")
    assert (report["kept"], report["rejected"], report["unmapped_words"]) == (3, 0, [])


def test_a_draft_without_a_file_to_write_goes_to_stdout_as_yaml(run: Run) -> None:
    Path("first.csv").write_text(HEAD + ALDER + BIRCH, encoding="utf-8")
    result = run("registry", "draft", "first.csv", "--id", "xx-own")
    assert result.stdout.startswith("# Drafted from first.csv")
    assert 'id: "xx-own"' in result.stdout
    assert "Doubtful:" in result.stderr


def test_only_what_is_doubtful_is_asked(run: Run) -> None:
    Path("first.csv").write_text(
        HEAD + ALDER.replace("31/12", "03/04") + BIRCH.replace("30/06", "05/06"), encoding="utf-8"
    )
    typed = "licensing\nKE\nLabour Office\nmonth-first\n"
    result = run(
        "registry",
        "draft",
        "first.csv",
        "--id",
        "xx-own",
        "-o",
        "xx-own.yml",
        "--interactive",
        "--format",
        "json",
        typed=typed,
    )
    written = Path("xx-own.yml").read_text(encoding="utf-8")
    assert 'date: "%m/%d/%Y"' in written
    assert 'jurisdiction: "KE"' in written
    assert 'authority: "Labour Office"' in written
    assert json.loads(result.stdout.splitlines()[-1])["definition"]["kind"] == "licensing"


@pytest.mark.parametrize("kind", ["renamed", "moved", "status"])
def test_a_difference_is_told_as_what_it_is(run: Run, kind: str) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    kept(run, ALDER + LATER[kind], "2026-02-10")
    told = json.loads(run("registry", "diff", "xx-own", "--format", "json").stdout)
    assert [change["kind"] for change in told["changes"] if change["entry_id"].startswith("xx-own:13")] == [kind]


def test_added_and_gone_are_counted_and_come_as_csv_without_formulas(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    evil = CEDAR.replace("Cedar Recruitment Ltd", "=HYPERLINK(1) Recruitment Ltd")
    kept(run, ALDER + evil, "2026-02-10")
    told = json.loads(run("registry", "diff", "xx-own", "2026-01-15", "2026-03-01", "--format", "json").stdout)
    assert (told["counts"]["added"], told["counts"]["gone"]) == (1, 1)
    text = run("registry", "diff", "xx-own", "--only", "added", "--format", "csv").stdout
    (row,) = list(csv.DictReader(io.StringIO(text)))
    assert row["name"].startswith("'=")
    assert "1 added, 1 gone" in run("registry", "diff", "xx-own", "--format", "table").stdout


def test_one_copy_is_no_difference(run: Run) -> None:
    drafted(run)
    kept(run, ALDER, "2026-01-10")
    assert "two are needed" in run("registry", "diff", "xx-own", code=2).stderr


def test_an_export_holds_every_licence_of_the_day(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    kept(run, ALDER + LATER["status"], "2026-02-10")
    rows = list(csv.DictReader(io.StringIO(run("registry", "export", "xx-own").stdout)))
    assert [(row["name"], row["licence_number"], row["status"], row["valid_to"]) for row in rows] == [
        ("Alder Manpower Ltd", "12", "valid", "2027-12-31"),
        ("Birch Agency Ltd", "13", "unknown", "2027-06-30"),  # a word that the draft has not seen is never guessed
    ]
    assert rows[1]["status_word"] == "Revoked"
    before = run("registry", "export", "xx-own", "--as-of", "2026-01-20", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["licences"][0]["status"] for line in before] == ["valid", "valid"]


def test_an_export_for_other_programs_is_follow_the_money(run: Run) -> None:
    drafted(run)
    kept(run, ALDER, "2026-01-10")
    run("registry", "export", "xx-own", "--format", "ftm", "-o", "own.ftm.json")
    (entity,) = [json.loads(line) for line in Path("own.ftm.json").read_text(encoding="utf-8").splitlines()]
    assert (entity["id"], entity["schema"]) == ("xx-own:12", "LegalEntity")
    assert entity["properties"]["name"] == ["Alder Manpower Ltd"]
    assert entity["properties"]["licenseNumber"] == ["12"]
    assert all(isinstance(value, str) for values in entity["properties"].values() for value in values)


def test_who_vanishes_from_a_whole_list_is_gone_from_that_day_on_only(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    kept(run, ALDER, "2026-03-10")
    versions = json.loads(run("registry", "history", "xx-own:13", "--format", "json").stdout)["versions"]
    assert [(each["from"], each["until"]) for each in versions] == [("2026-01-10", "2026-03-10")]

    def names(day: str) -> list[str]:
        rows = csv.DictReader(io.StringIO(run("registry", "export", "xx-own", "--as-of", day).stdout))
        return [row["name"] for row in rows]

    assert names("2026-03-09") == ["Alder Manpower Ltd", "Birch Agency Ltd"]
    assert names("2026-03-10") == ["Alder Manpower Ltd"]


def test_an_old_copy_found_later_slots_into_its_place(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    kept(run, ALDER, "2026-03-10")
    kept(run, ALDER, "2026-02-10")  # an older copy: Birch had gone a month earlier than was known
    versions = json.loads(run("registry", "history", "xx-own:13", "--format", "json").stdout)["versions"]
    assert [(each["from"], each["until"]) for each in versions] == [("2026-01-10", "2026-02-10")]


def test_a_partial_copy_makes_nobody_vanish(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    report = kept(run, ALDER, "2026-03-10", "--partial", "cut download")
    assert (report["vanished"], report["partial"]) == (0, "cut download")
    rows = run("registry", "export", "xx-own").stdout
    assert "Birch Agency Ltd" in rows
    assert "partial" in run("registry", "diff", "xx-own", "--format", "table").stderr


@pytest.mark.parametrize("coverage", ["period", "cumulative"])
def test_absence_from_other_lists_means_nothing(run: Run, coverage: str) -> None:
    drafted(run)
    text = Path("xx-own.yml").read_text(encoding="utf-8").replace("coverage: current", f"coverage: {coverage}")
    Path("xx-own.yml").write_text(text, encoding="utf-8")
    kept(run, ALDER + BIRCH, "2026-01-10")
    report = kept(run, ALDER, "2026-03-10")
    assert report["vanished"] == 0
    assert "Birch Agency Ltd" in run("registry", "export", "xx-own").stdout


def test_what_is_judged_and_what_is_known_are_two_days(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    assert "no copy" in run("registry", "export", "xx-own", "--known-on", "2020-01-01", code=2).stderr
    assert "no copy" in run("registry", "export", "xx-own", "--as-of", "2026-01-09", code=2).stderr
    assert "Alder" in run("registry", "export", "xx-own", "--as-of", "2026-01-10").stdout


def test_status_tells_age_and_last_change_of_lists_of_ones_own(run: Run) -> None:
    drafted(run)
    kept(run, ALDER + BIRCH, "2026-01-10")
    kept(run, ALDER, "2026-02-10")
    kept(run, ALDER.replace("Alder", "Alder"), "2026-03-10")
    (row,) = json.loads(run("registry", "status", "--as-of", "2026-03-20", "--format", "json").stdout)["status"]
    assert (row["id"], row["age_days"], row["shelf_life_days"], row["state"]) == ("xx-own", 10, 30, "fresh")
    assert (row["newest_copy"], row["last_change"], row["copies"]) == ("2026-03-10", "2026-02-10", 3)


def test_links_say_how_each_list_is_had(run: Run) -> None:
    links = {each["id"]: each for each in json.loads(run("registry", "links", "--format", "json").stdout)["links"]}
    assert links["np-dofe"]["way"] == "by hand"
    assert links["np-dofe"]["how_to_obtain"]
    assert {each["way"] for each in links.values()} == {"by hand", "pull"}


def test_ids_complete_in_the_shell() -> None:
    assert list(registry_ids("hk-")) == ["hk-eaa"]


def test_lint_tells_every_problem_with_its_line(run: Run) -> None:
    drafted(run)
    text = Path("xx-own.yml").read_text(encoding="utf-8")
    bad = text.replace('"%d/%m/%Y"', '["%d/%m/%Y", "%m/%d/%Y", "%Q/%Y"]').replace(
        '"Active": valid', '"Not active": valid\n          "Cancelled": revoked'
    )
    Path("xx-own.yml").write_text(bad, encoding="utf-8")
    told = json.loads(run("registry", "lint", "xx-own.yml", "--format", "json", code=1).stdout)["problems"]
    said = " ".join(f"{each['where']} {each['what']}" for each in told)
    assert "day-first and month-first" in said
    assert "'%Q/%Y' is no date format" in said
    assert "seems to deny it" in said
    assert "does not say that the authority took the licence away" in said
    assert all(each["where"].split(":")[-2].isdecimal() for each in told)


def test_every_shipped_definition_lints_without_an_error(run: Run) -> None:
    run("registry", "lint", "--all")


@pytest.mark.parametrize(
    ("text", "said"), [("id: [", "not valid YAML"), ("id: x\nid: y\n", "stands twice"), ("id: xx\n", "title")]
)
def test_a_broken_definition_ends_in_lines(run: Run, text: str, said: str) -> None:
    Path("bad.yml").write_text(text, encoding="utf-8")
    assert said in run("registry", "lint", "bad.yml", "--format", "table", code=1).stdout
