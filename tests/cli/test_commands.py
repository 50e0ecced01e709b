"""Every command in every form it offers: table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from typer.testing import Result

from tests.cli.conftest import HOME

Run = Callable[..., Result]

# command, key of the list in JSON, a word that the table and the CSV must show
LISTS = (
    (["registry", "list"], "registries", "demo-licensed"),
    (["registry", "list", "--country", "Nepal"], "registries", "demo-exclusions"),
    (["registry", "status"], "status", "fresh"),
    (["registry", "search", "himal"], "entries", "Example Himal"),
    (["registry", "search", "उदाहरण"], "entries", "demo-licensed:"),
    (["registry", "history", "demo-licensed"], "snapshots", "demo-licensed@2026-06-01"),
    (["rules", "list"], "rules", "worker-pays-recruitment-fee"),
    (["rules", "list", "--category", "document_retention"], "rules", "passport"),
    (["standards", "list"], "instruments", "ilo-c181"),
    (["standards", "list", "--jurisdiction", "np"], "instruments", "NP"),
    (["standards", "show", "ilo-c181"], "provisions", "ilo-c181"),
    (["standards", "applies", "--practice", "fee_charging.recruitment", "--origin", "NP"], "citations", "standard"),
    (["standards", "referrals", "--destination", "GB"], "referrals", "GB"),
    (["explain", "fee_charging.recruitment"], "citations", "standard"),
    (["explain", "fee_charging"], "citations", "standard"),
    (["explain", "ilo-c181 Art. 7(1)"], "provisions", "Art. 7(1)"),
    (["ledger", "show"], "ledger", "registry import"),
    (["doctor"], "checks", "demo-licensed"),
)
SINGLE = (
    (["registry", "show", "demo-licensed"], "recruitcheck/registry/1", "Fictional register"),
    (["rules", "show", "worker-pays-recruitment-fee"], "recruitcheck/rule/1", "fee_charging.recruitment"),
    (["db", "info"], "recruitcheck/db-info/1", "schema version"),
)


def words(value: object) -> str:
    """The name of a case: its command."""
    return " ".join(value) if isinstance(value, list) else ""


def rows_of(result: Result) -> list[list[str]]:
    return list(csv.reader(io.StringIO(result.stdout)))


@pytest.mark.parametrize(
    ("arguments", "key", "word"), LISTS, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_list_comes_as_table_json_and_csv(run: Run, arguments: list[str], key: str, word: str) -> None:
    table, listed, data = (run(*arguments, "--format", form) for form in ("table", "csv", "json"))
    codes = {result.exit_code for result in (table, listed, data)}
    assert codes == {0}, table.output
    told = json.loads(data.stdout)
    assert told["schema"].startswith("recruitcheck/")
    assert told[key]
    assert word in table.stdout
    assert word in listed.stdout
    assert len({len(row) for row in rows_of(listed)}) == 1


@pytest.mark.parametrize(
    ("arguments", "schema", "word"), SINGLE, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_one_thing_comes_as_table_json_and_csv(run: Run, arguments: list[str], schema: str, word: str) -> None:
    assert word in run(*arguments, "--format", "table").stdout
    rows = rows_of(run(*arguments, "--format", "csv"))
    assert rows[0] == ["field", "value"]
    assert json.loads(run(*arguments, "--format", "json").stdout)["schema"] == schema


@pytest.mark.parametrize("name", ["assessment", "audit", "definition", "standards-limits"])
def test_each_schema_is_a_schema(run: Run, name: str) -> None:
    result = run("schema", name)
    assert result.exit_code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(result.stdout))


def test_an_import_tells_what_it_read_and_a_second_one_adds_nothing(run: Run, tmp_path: Path) -> None:
    source = HOME / "data" / "licensed-2026-06-01.csv"
    again = json.loads(run("registry", "import", "demo-licensed", str(source), "--published", "2026-06-01").stdout)
    assert again["already"] is True
    assert again["added"] == again["changed"] == 0
    assert again["read"] == again["kept"] + again["rejected"]
    new = run("registry", "import", "demo-licensed", str(source), "--published", "2026-06-02", "--format", "table")
    assert new.exit_code == 0
    assert "read 24 = kept 24 + rejected 0 rows" in new.stdout
    assert "unchanged" in new.stdout


def test_a_list_far_too_short_is_kept_and_refused_unless_a_reason_is_given(run: Run, tmp_path: Path) -> None:
    lines = (HOME / "data" / "licensed-2026-06-01.csv").read_text(encoding="utf-8").splitlines()[:4]
    short = tmp_path / "short.csv"
    short.write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = run("registry", "import", "demo-licensed", str(short), "--published", "2026-06-10")
    assert refused.exit_code == 1
    assert "refused as current" in refused.stderr
    assert "--partial" in refused.stderr
    assert json.loads(run("registry", "status", "demo-licensed").stdout)["status"][0]["newest_copy"] == "2026-06-01"
    taken = run(
        "registry", "import", "demo-licensed", str(short), "--published", "2026-06-11", "--partial", "cut download"
    )
    assert taken.exit_code == 0
    assert json.loads(taken.stdout)["partial"] == "cut download"


def test_the_history_of_an_entry_shows_what_changed(run: Run) -> None:
    (first, *_) = json.loads(run("registry", "search", "Imaginary Valley").stdout)["entries"]
    versions = json.loads(run("registry", "history", first["entry_id"]).stdout)["versions"]
    assert versions
    assert versions[0]["name"]


def test_the_templates_are_accepted_by_an_audit(run: Run, tmp_path: Path) -> None:
    for what, name in (("agencies", "a.csv"), ("offers", "o.jsonl")):
        printed = run("audit", "template", what)
        assert printed.exit_code == 0
        (tmp_path / name).write_text(printed.stdout, encoding="utf-8")
        done = run("audit", "run", name, "-o", f"out-{what}")
        assert done.exit_code in (0, 3, 4), done.output
        assert len((tmp_path / f"out-{what}" / "assessments.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert run("audit", "template", "workers").exit_code == 2


def test_the_examples_of_one_rule_come_out_as_written(run: Run) -> None:
    result = run("rules", "test", "worker-pays-recruitment-fee")
    assert result.exit_code == 0
    assert "0 not as written" in result.stdout


OFFER = "Driver wanted in Doha.\nThe candidate pays a recruitment fee of NPR 90,000. We keep your passport.\n"


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_an_offer_is_read_from_standard_input_or_a_file(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "offer.txt").write_text(OFFER, encoding="utf-8")
    for given, stdin in (("-", OFFER), ("offer.txt", None)):
        result = run("check", "offer", given, "--origin", "NP", "--destination", "QA", "--format", form, stdin=stdin)
        assert result.exit_code == 3, result.output
        assert "recruitment fee of NPR 90,000" in " ".join(result.stdout.split())
        assert "flagged at or above low" in result.stderr


def test_two_offers_are_two_lines_of_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OFFER, encoding="utf-8")
    (tmp_path / "b.md").write_text("# Driver\n\nThe employer pays all recruitment costs.\n", encoding="utf-8")
    result = run("check", "offer", "a.txt", "b.md")
    assert [json.loads(line)["subject"]["name"] for line in result.stdout.splitlines()] == ["a.txt", "b.md"]
    assert result.exit_code == 3
    assert "subjects 2: flagged 1," in result.stderr
    assert run("check", "offer", "a.txt", "b.md", "--report", "x.html").exit_code == 2


def test_fail_on_moves_the_exit_code_and_never_the_finding(run: Run) -> None:
    low = run("check", "offer", "-", "--fail-on", "low", stdin=OFFER)
    critical = run("check", "offer", "-", "--fail-on", "critical", stdin="The candidate pays a fee of NPR 900.\n")
    assert low.exit_code == 3
    assert json.loads(critical.stdout)["outcome"] == "flagged"
    assert critical.exit_code in (0, 4)
    assert "flagged below critical 1" in critical.stderr


def test_a_backup_opens_and_holds_the_same(run: Run, tmp_path: Path) -> None:
    assert run("db", "backup", "copy.db").exit_code == 0
    here, there = (json.loads(run("db", "info", *more).stdout) for more in ([], ["--db", "copy.db"]))
    for name in ("snapshots", "entries", "originals", "ledger_head"):
        assert here[name] == there[name]
    again = run("db", "backup", "copy.db")
    assert again.exit_code == 1
    assert "exists already" in again.stderr


def test_the_ledger_verifies_and_a_foreign_head_does_not(run: Run) -> None:
    lines = json.loads(run("ledger", "show").stdout)["ledger"]
    good = run("ledger", "verify", "--head", lines[-1]["hash"])
    assert good.exit_code == 0
    bad = run("ledger", "verify", "--head", "0" * 63 + "1", "--format", "table")
    assert bad.exit_code == 6
    assert "does not verify" in bad.stderr


def test_a_check_is_recorded_and_its_head_is_told(run: Run) -> None:
    result = run("check", "agency", "Nobody At All", "--country", "NP")
    head = result.stderr.split("Ledger head: ")[1].split()[0]
    assert run("ledger", "verify", "--head", head).exit_code == 0
    assert "Ledger head" not in run("check", "agency", "Nobody At All", "--country", "NP", "--quiet").stderr


def test_the_tour_does_every_users_job_and_may_be_repeated(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        result = run("demo", "--out", "tour")
        assert result.exit_code == 0, result.output
    for name in ("employer-agency.html", "inspector-agency.html", "compliance/report/index.html"):
        assert "ictional" in (tmp_path / "tour" / name).read_text(encoding="utf-8")
    (tmp_path / "mine").mkdir()
    assert run("demo", "--out", "mine").exit_code == 2
