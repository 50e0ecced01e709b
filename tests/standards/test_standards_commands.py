"""``standards caps``, ``terms``, ``coverage``, ``diff`` and ``lint`` as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from recruitcheck.standards import Catalogue

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue) -> Run:
    from recruitcheck.standards import load_catalogue

    def load(folders: tuple[Path, ...] = ()) -> Catalogue:
        return load_catalogue(folders) if folders else catalogue

    monkeypatch.setattr("recruitcheck.standards.load_catalogue", load)
    monkeypatch.setenv("RECRUITCHECK_DB", str(tmp_path / "none.db"))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, ["standards", *arguments])


ON = ("--as-of", "2026-11-21")
LISTS = [
    (["caps", "--origin", "NP", "--destination", "QA", *ON], "fee_limits", "QA"),
    (["terms", "--origin", "BD", "--destination", "SA", *ON], "required_terms", "accommodation"),
    (["terms", "--what", "age", "--origin", "PK", "--destination", "SA", *ON], "minimum_ages", "18"),
    (["terms", "--what", "advert", "--origin", "NP", *ON], "advert_rules", "licence number"),
    (["coverage"], "coverage", "ilo-c181"),
    (["coverage", "--by", "place"], "places", "channel rules"),
    (["diff", "2019-05-01", "2019-07-01", "--origin", "NP", "--destination", "AE"], "changes", "fee limit"),
    (["lint", *ON], "remarks", ""),
]


@pytest.mark.parametrize(("arguments", "key", "word"), LISTS, ids=[" ".join(row[0][:3]) for row in LISTS])
def test_a_list_comes_as_table_json_and_csv(run: Run, arguments: list[str], key: str, word: str) -> None:
    table, listed, data = (run(*arguments, "--format", form) for form in ("table", "csv", "json"))
    assert (table.exit_code, listed.exit_code, data.exit_code) == (0, 0, 0), table.output
    value = json.loads(data.stdout)
    assert value["schema"] == f"recruitcheck/{key.replace('_', '-')}/1"
    assert len(list(csv.reader(io.StringIO(listed.stdout)))) == len(value[key]) + 1
    assert word in data.stdout


def test_origin_and_destination_are_listed_apart_with_whom_they_bind(run: Run) -> None:
    rows = json.loads(run("caps", "--origin", "NP", "--destination", "QA", *ON, "--format", "json").stdout)[
        "fee_limits"
    ]
    assert [row["side"] for row in rows] == sorted((row["side"] for row in rows), reverse=True)
    assert {row["bound"] for row in rows} == {"local licensee"}
    conditional = next(row for row in rows if row["id"].startswith("o-np") and "10,000" in row["limit"])
    assert "depends on" in conditional["applies"]


def test_a_limit_from_memory_is_not_listed(run: Run, catalogue: Catalogue) -> None:
    hidden = {row.id for row in catalogue.fee_limits if not row.how.printable}
    assert hidden
    for place in ("KR", "KE", "MA", "JP", "GB"):
        shown = json.loads(run("caps", "--origin", place, "--destination", place, *ON, "--format", "json").stdout)
        assert not hidden & {row["id"] for row in shown["fee_limits"]}


def test_a_change_between_two_days_is_new_gone_or_changed(run: Run) -> None:
    given = ["--origin", "NP", "--destination", "AE", "--format", "json"]
    changes = json.loads(run("diff", "2019-05-01", "2019-07-01", *given).stdout)["changes"]
    kinds = {row["id"]: row["change"] for row in changes}
    assert kinds["o-np-ae-mou-2019"] == "new"
    assert kinds["o-np-ae-service-fee-2015"] == "gone"
    again = json.loads(run("diff", "2026-11-20", "2026-11-21", *given).stdout)["changes"]
    assert again == []


def test_without_a_corridor_provisions_of_every_place_are_compared(run: Run) -> None:
    changes = json.loads(run("diff", "2022-12-31", "2023-01-02", "--format", "json").stdout)["changes"]
    assert {row["jurisdiction"] for row in changes} >= {"DE"}


def test_coverage_parts_what_a_rule_detects_from_what_a_person_must_read(run: Run) -> None:
    rows = {row["id"]: row for row in json.loads(run("coverage", "--format", "json").stdout)["coverage"]}
    for row in rows.values():
        assert row["with_rule"] + row["by_person"] + row["unverified"] == row["provisions"]
    assert "Art. 7(1)" in rows["ilo-c181"]["provisions_with_rule"]
    assert rows["gb-msa-2015"]["by_person"] == 4


def test_a_place_of_which_nothing_is_held_says_so(run: Run) -> None:
    rows = {
        row["place"]: row for row in json.loads(run("coverage", "--by", "place", "--format", "json").stdout)["places"]
    }
    assert "fee limits" in rows["AU-QLD"]["unknown"]
    assert rows["BD"]["unknown"] == ""


def test_the_shipped_catalogue_leaves_nothing_to_remark_today_and_asks_for_a_new_look_in_two_years(run: Run) -> None:
    assert run("lint", *ON).exit_code == 0
    later = run("lint", "--as-of", "2028-11-21", "--format", "json")
    assert later.exit_code == 1
    assert {row["kind"] for row in json.loads(later.stdout)["remarks"]} == {"old"}
    assert "remarks" in later.stderr
    assert run("lint", "--as-of", "2028-11-20").exit_code == 0


OWN = """\
- id: xx-house-rules
  title: "House rules of an invented buyer"
  short: "House rules"
  issuer: "An invented buyer"
  year: 2024
  type: code
  jurisdiction: "CODE"
  binds: "suppliers"
  provisions:
    - ref: "Rule 7"
      says: "Nobody is cut off from a telephone."
      verified: {how: text_read}
- id: xx-empty
  title: "An empty code"
  short: "An empty code"
  issuer: "An invented buyer"
  year: 2024
  type: code
  jurisdiction: "CODE"
  binds: "suppliers"
  provisions: []
"""
CHANNEL = """\
- id: c-xx
  side: origin
  jurisdiction: "MG"
  kind: suspension
  says: "An invented rule."
  bound: anyone
  status: ended
  instrument: xx-nowhere
  provision: "s. 1"
  confidence: low
  how: text_read
"""


def test_a_users_own_folder_is_looked_over_too(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "channels").mkdir(parents=True)
    (own / "house.yml").write_text(OWN, encoding="utf-8")
    (own / "channels" / "one.yml").write_text(CHANNEL, encoding="utf-8")
    result = run("lint", "--standards", str(own), *ON, "--format", "json")
    assert result.exit_code == 1
    remarks = {(row["kind"], row["where"]) for row in json.loads(result.stdout)["remarks"]}
    assert remarks == {
        ("no_source", "xx-house-rules Rule 7"),
        ("no_date", "xx-house-rules Rule 7"),
        ("empty", "xx-empty"),
        ("unknown_instrument", "c-xx"),
        ("no_source", "c-xx"),
    }


def test_a_file_with_an_unknown_practice_is_named_and_not_passed_over(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    wrong = OWN.replace(
        "      verified: {how", "      links: [{practice: no.such, effect: bars, because: x}]\n      verified: {how"
    )
    (own / "house.yml").write_text(wrong, encoding="utf-8")
    result = run("lint", "--standards", str(own))
    assert result.exit_code == 1
    assert "no.such" in result.stderr
    assert "house.yml:" in result.stderr


MISUSE = [
    (["caps"], "no country given"),
    (["terms", "--sector", "construction"], "no country given"),
    (["caps", "--origin", "Narnia"], "Narnia"),
    (["terms", "--what", "moon", "--origin", "NP"], "--what moon"),
    (["coverage", "--by", "moon"], "--by moon"),
    (["diff", "2019-13-01", "2019-07-01"], "not a day"),
    (["diff", "2019-07-01", "2019-07-01"], "is not after"),
    (["diff", "2019-07-01"], "later"),
]


@pytest.mark.parametrize(("arguments", "word"), MISUSE, ids=[" ".join(row[0]) for row in MISUSE])
def test_misuse_is_told_in_one_line(run: Run, arguments: list[str], word: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert word in result.stderr
    assert "Traceback" not in result.output
