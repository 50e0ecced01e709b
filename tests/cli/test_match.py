"""``registry match`` and ``decide`` from the command line, on made-up lists."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from recruitcheck.intake.name_queries import tell_country
from recruitcheck.store import Store

Run = Callable[..., Result]
BOTH = ("--by", "A. Person", "--reason", "same door and line")


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def queries(folder: Path, *rows: str, header: str = "query_id,name") -> str:
    (folder / "queries.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(folder / "queries.csv")


def test_each_name_gets_one_line_in_the_order_of_the_file(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q2,Himal Example Oversea", "q1,Sample Everest Recruiting", "q3,Nobody Heard Of It At All")
    result = run("registry", "match", file, "--registry", "demo-licensed", "--top", "3")
    assert result.exit_code == 0, result.output
    told = lines(result)
    assert [line["query_id"] for line in told] == ["q2", "q1", "q3"]
    assert all(set(line) == {"query_id", "query", "candidates"} for line in told)
    first = told[0]["candidates"][0]
    assert {"entry_id", "source_id", "name", "matched_name", "score", "verdict", "why"} <= set(first)
    assert first["matched_name"].startswith("Example Himal")
    assert first["verdict"] in ("match", "review")
    assert first["why"]
    assert all(one["verdict"] == "no" for one in told[2]["candidates"])


def test_two_processes_answer_as_one_does(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, *(f"q{number},Example Himal Overseas {number % 3}" for number in range(150)))
    one = run("registry", "match", file, "--registry", "demo-licensed")
    two = run("registry", "match", file, "--registry", "demo-licensed", "--jobs", "2")
    assert one.stdout == two.stdout


def test_a_candidate_carries_the_source_id_of_its_entry(run: Run, tmp_path: Path, store: Path) -> None:
    file = queries(tmp_path, "q1,Example Himal Overseas")
    first = lines(run("registry", "match", file, "--registry", "demo-licensed"))[0]["candidates"][0]
    with Store.open(store) as held:
        versions = held.history(first["entry_id"])
    assert first["source_id"] == versions[-1].entry.source_id


def test_a_bad_row_is_told_and_the_others_are_answered(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q1,Example Himal Overseas", "q2,", "q3,a,b,c", 'q4,"Sample Everest"')
    result = run("registry", "match", file, "--registry", "demo-licensed")
    assert result.exit_code == 5
    told = lines(result)
    assert [("error" in line) for line in told] == [False, True, True, False]
    assert "2 of 4 rows" in result.stderr


BAD_ROWS = {
    "no name": ("{id},", "is empty"),
    "blanks": ("{id}, \u00a0 ", "is empty"),
    "nothing but signs": ("{id},!!! \u2013 ???", "no letter or digit"),
    "nothing but emojis": ("{id},\U0001f600\U0001f389", "no letter or digit"),
    "nothing but marks nobody sees": ("{id},\u200b\u2060\ufeff\u202e", "no letter or digit"),
    "too many cells": ("{id},Acorn,Overseas", "3 cells under 2 headers"),
}
ODD_ROWS = {
    "one letter": "x",
    "10 kB": "Acorn " * 1_700,
    "only legal forms": "Co. (Pvt.) Ltd",
    "only market words": "Overseas Manpower Services",
    "only digits": "0042",
    "two scripts": "Example \u091c\u0948\u0928 \u91d1\u9f8d",
    "homoglyphs": "Ex\u0430mpl\u0435 Him\u0430l Overse\u0430s",
    "marks nobody sees": "Exam\u200bple \u202eHimal\u202c Over\ufeffseas",
    "decomposed accents": "Exa\u0301mple Himal Overseas",
    "a formula": "=HYPERLINK(0)",
    "control characters": "Example\x1f\x07 Himal Overseas",
}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_rows_among_many_are_told_each_in_its_place(run: Run, tmp_path: Path, jobs: str) -> None:
    rows: list[tuple[str, str]] = []  # a row of the file, and what is said of it
    for row, said in BAD_ROWS.values():
        rows += [(row, said), *[(f"{{id}},Example Himal Overseas {number}", "") for number in range(5)]]
    rows += [(f"{{id}},{name}", "") for name in ODD_ROWS.values()]
    file = queries(tmp_path, *(row.format(id=f"q{at}") for at, (row, _) in enumerate(rows)))
    result = run("registry", "match", file, "--registry", "demo-licensed", "--jobs", jobs)
    told = lines(result)
    assert result.exit_code == 5, result.output
    assert [line["query_id"] for line in told] == [f"q{at}" for at in range(len(rows))]
    for line, (_, said) in zip(told, rows, strict=True):
        assert said in line.get("error", ""), line
        assert ("error" in line) == bool(said), line
        assert not (said and line["candidates"]), line
    assert f"{len(BAD_ROWS)} of {len(rows)} rows" in result.stderr
    found = {name: line["candidates"] for name, line in zip(ODD_ROWS, told[-len(ODD_ROWS) :], strict=True)}
    for name in ("homoglyphs", "marks nobody sees", "decomposed accents", "control characters"):
        assert found[name][0]["verdict"] in ("match", "review"), name
    for name in ("one letter", "only legal forms", "only digits", "a formula"):
        assert not [one for one in found[name] if one["verdict"] == "match"], name


def test_a_file_with_a_row_of_no_end_is_told(run: Run, tmp_path: Path) -> None:
    """An unclosed quote takes the rest of the file with it; it must not vanish in silence."""
    result = run("registry", "match", queries(tmp_path, "q1,Example Himal Overseas", 'q2,"Acorn', "q3,Hazel"))
    told = lines(result)
    assert result.exit_code == 5
    assert "error" not in told[0]
    assert "cannot be read" in told[-1]["error"]


def test_names_and_days_follow_the_copies(run: Run, tmp_path: Path) -> None:
    """A firm that the June copy no longer lists is found on a day of March only."""
    file = queries(tmp_path, "q1,Imaginary Sunrise Overseas Pvt. Ltd.")
    told = [
        lines(run("registry", "match", file, "--registry", "demo-licensed", day=day))[0]["candidates"]
        for day in ("2026-03-15", "2026-06-15")
    ]
    assert told[0][0]["verdict"] == "match"
    assert not any(one["verdict"] == "match" for one in told[1])


def test_an_import_makes_the_index_anew(run: Run, tmp_path: Path, store: Path) -> None:
    file = queries(tmp_path, "q1,Example Himal Overseas")
    run("registry", "match", file, "--registry", "demo-licensed")
    folder = store.with_name(f"{store.name}.names")
    (index,) = folder.glob("*.idx")
    before = index.read_bytes()
    copy = tmp_path / "list.csv"
    source = next((Path(__file__).parents[2] / "registries" / "demo" / "data").glob("licensed-2026-06*.csv"))
    copy.write_bytes(source.read_bytes().rstrip() + b"\n")
    run("registry", "import", "demo-licensed", str(copy), "--published", "2026-06-10")
    run("registry", "match", file, "--registry", "demo-licensed")
    assert [path.name for path in folder.glob("*.idx")] == [index.name]
    assert index.read_bytes() != before


def test_explain_adds_the_parts_and_identifiers_are_compared(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q1,Example Himal Overseas,NP,+977 1 5550101", header="query_id,name,country,phone")
    first = lines(run("registry", "match", file, "--registry", "demo-licensed", "--explain"))[0]["candidates"][0]
    assert first["parts"]["pairs"]
    assert "phone" in first["agrees"]
    assert any("telephone" in reason for reason in first["why"])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--registry", "no-such-list"], 2, "no-such-list"),
        (["--as-of", "2020-01-01"], 1, "no copy"),
        (["--top", "0"], 2, "--top"),
    ],
)
def test_a_wrong_question_is_refused_in_one_line(
    run: Run, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    result = run("registry", "match", queries(tmp_path, "q1,Acorn"), *arguments)
    assert result.exit_code == code, result.output
    assert said in result.stderr


def test_a_file_without_names_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("registry", "match", queries(tmp_path, "1", header="number"))
    assert result.exit_code == 1
    assert "name" in result.stderr


def test_a_table_shows_scores_and_hides_control_characters(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q1,Example \x1b[31mHimal Overseas")
    result = run("registry", "match", file, "--format", "table")
    assert "\x1b" not in result.stdout
    assert "Example Himal" in result.stdout


def test_a_decision_changes_matches_and_checks_and_can_be_undone(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q1,Sample Everest Recruitment")
    ask = ("registry", "match", file, "--registry", "demo-licensed")
    entry = lines(run(*ask))[0]["candidates"][0]["entry_id"]
    made = run("decide", "different", "SAMPLE EVEREST RECRUITMENT", entry, *BOTH)
    assert made.exit_code == 0, made.output
    number = str(lines(made)[0]["number"])
    first = lines(run(*ask))[0]["candidates"][0]
    assert (first["verdict"], first["decision"]["answer"]) == ("no", "different")
    assert "A. Person decided" in first["why"][-1]
    checked = run("check", "agency", "Sample Everest Recruitment", "--country", "NP")
    assert "licence.name_only" not in checked.stdout
    undone = run("decide", "undo", number, *BOTH)
    assert undone.exit_code == 0, undone.output
    assert "decision" not in lines(run(*ask))[0]["candidates"][0]
    assert run("decide", "undo", number, *BOTH).exit_code == 1


def test_unsure_keeps_the_question_open_and_is_told_wherever_it_counts(run: Run, tmp_path: Path) -> None:
    name = "Example Himal Overseas"
    file = queries(tmp_path, f"q1,{name}")
    ask = ("registry", "match", file, "--registry", "demo-licensed", "--top", "1")
    before = lines(run(*ask))[0]["candidates"][0]
    assert before["verdict"] == "match"
    assert run("decide", "unsure", name, before["entry_id"], *BOTH).exit_code == 0
    after = lines(run(*ask))
    first = after[0]["candidates"][0]
    assert (first["verdict"], first["score"], first["decision"]["answer"]) == ("review", before["score"], "unsure")
    assert "unsure" in first["why"][-1]
    checked = json.loads(run("check", "agency", name, "--country", "NP").stdout)
    told = [one for finding in checked["findings"] for one in finding["decisions"]]
    assert {(one["answer"], one["by"]) for one in told} == {("unsure", "A. Person")}
    report = run("check", "agency", name, "--country", "NP", "--report", str(tmp_path / "report.html"))
    assert report.exit_code in (0, 3, 4), report.output
    assert "unsure" in (tmp_path / "report.html").read_text(encoding="utf-8")
    (tmp_path / "matches.jsonl").write_text(json.dumps(after[0]) + "\n", encoding="utf-8")
    waiting = json.loads(run("decide", "queue", str(tmp_path / "matches.jsonl")).stdout)["decisions"]
    assert [row["answer"] for row in waiting] == ["waiting", "unsure"]


def test_same_makes_a_match_and_every_decision_stands_in_the_ledger(run: Run, tmp_path: Path, store: Path) -> None:
    file = queries(tmp_path, "q1,Everest Sample Hiring")
    ask = ("registry", "match", file, "--registry", "demo-licensed")
    first = lines(run(*ask))[0]["candidates"][0]
    assert first["verdict"] != "match"
    run("decide", "same", "Everest Sample Hiring", first["entry_id"], *BOTH)
    assert lines(run(*ask))[0]["candidates"][0]["verdict"] == "match"
    with Store.open(store) as held:
        assert [line.command for line in held.ledger() if line.command.startswith("decide")] == ["decide same"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["decide", "same", "Acorn", "demo-licensed:no-such-key", *BOTH], 2),
        (["decide", "same", "Acorn", "demo-licensed:1", "--by", "A. Person"], 2),
        (["decide", "undo", "99", *BOTH], 1),
    ],
)
def test_a_decision_needs_an_entry_a_person_and_a_reason(run: Run, arguments: list[str], code: int) -> None:
    assert run(*arguments).exit_code == code


def test_the_queue_holds_what_waits_and_what_was_decided(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q1,Example Himal International")
    result = run("registry", "match", file, "--registry", "demo-licensed")
    line = lines(result)[0]
    line["candidates"][0]["verdict"] = "review"
    (tmp_path / "matches.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    entry = line["candidates"][0]["entry_id"]
    told = json.loads(run("decide", "queue", str(tmp_path / "matches.jsonl")).stdout)["decisions"]
    assert entry in {row["entry_id"] for row in told if row["answer"] == "waiting"}
    run("decide", "different", "Example Himal International", entry, *BOTH)
    told = json.loads(run("decide", "queue", str(tmp_path / "matches.jsonl")).stdout)["decisions"]
    assert ("different", entry) in {(row["answer"], row["entry_id"]) for row in told}
    assert ("waiting", entry) not in {(row["answer"], row["entry_id"]) for row in told}


def test_a_queue_of_something_else_names_the_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("[1]\n", encoding="utf-8")
    result = run("decide", "queue", str(tmp_path / "x.jsonl"))
    assert result.exit_code == 1
    assert "x.jsonl:1" in result.stderr


def test_the_store_tells_every_name_with_its_days(store: Path) -> None:
    with Store.open(store) as held:
        told = held.listed_names("demo-licensed")
        assert held.listed_names("no-such-list") == ()
    days = {(one.valid_from, one.valid_until) for one in told for name in one.names if "Sunrise" in name.text}
    assert ("2026-03-01", "2026-06-01") in days
    assert all(one.names and one.source_id for one in told)


def test_csv_has_a_row_for_each_candidate_and_tells_bad_rows(run: Run, tmp_path: Path) -> None:
    file = queries(tmp_path, "q1,Example Himal Overseas", "q2,", "q3,😀", '"=1+1",Example Himal Overseas')
    result = run("registry", "match", file, "--registry", "demo-licensed", "--format", "csv", "--top", "2")
    assert result.exit_code == 5
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["rank"] for row in rows if row["query_id"] == "q1"] == ["1", "2"]
    assert rows[0]["verdict"] in ("match", "review")
    (bad,) = [row for row in rows if row["query_id"] == "q2"]
    assert "row 2" in bad["why"]
    assert not bad["entry_id"]
    assert [row["entry_id"] for row in rows if row["query_id"] == "q3"] == [""]
    assert not any(row["query_id"].startswith("=") for row in rows)


@pytest.mark.parametrize(
    ("asked", "field"), [("NP", "agrees"), ("nepal", "agrees"), ("QA", "contradicts"), ("Atlantis", None)]
)
def test_a_country_agrees_or_contradicts(asked: str, field: str | None) -> None:
    candidate: dict[str, Any] = {"country": "NP", "why": []}
    tell_country(asked, candidate)
    assert [key for key in ("agrees", "contradicts") if key in candidate] == ([field] if field else [])
    assert len(candidate["why"]) == bool(field)


def test_nothing_is_left_behind_where_the_index_cannot_be_kept(
    run: Run, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    store.with_name(f"{store.name}.names").write_text("a file where the folder belongs", encoding="utf-8")
    result = run("registry", "match", queries(tmp_path, "q1,Example Himal Overseas"), "--registry", "demo-licensed")
    assert lines(result)[0]["candidates"]
    assert not list((tmp_path / "temporary").iterdir())
