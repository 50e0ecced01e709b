"""``check agency`` from the command line, on made-up lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def told(result: Result) -> dict[str, object]:
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def ids(result: Result) -> list[str]:
    return [finding["message_id"] for finding in told(result)["findings"]]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("made_up_world")
@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (["Example Himal Overseas Pvt. Ltd.", "--phone", "+977 1 5550101"], "licence.valid", 0),
        (["Example Himal Overseas", "--licence-number", "101/080/81"], None, 0),
        (["उदाहरण हिमाल ओभरसिज प्रा. लि.", "--licence-number", "0101/080/81"], None, 0),
        (["Example Peak Jobs", "--phone", "061-555103"], None, 0),
        (["Sample Everest Recruitment Pvt. Ltd."], "licence.name_only", 4),
        (["Fictional Terai Human Resources", "--email", "hr@fictional-terai.example"], "licence.not_valid", 3),
        (["Imaginary Valley Employment", "--licence-number", "0104/079/80"], "licence.expired", 3),
        (["Specimen Snow Leopard Recruiting", "--phone", "+977 1 5550110"], "licence.restricted", 4),
        (["Silver Placeholder Gateway", "--licence-number", "0102/080/81"], "impersonation.number_of_other", 3),
        (["Nobody Ever Heard Of It"], "licence.unlisted", 3),
        (["Imaginary Sunrise Overseas Pvt. Ltd."], "licence.no_longer_listed", 3),
        (["Invented Harbour Manpower"], "debarment.listed", 3),
    ],
)
def test_an_agency_gets_its_answer_and_exit_code(
    run: Run, arguments: list[str], message: str | None, code: int
) -> None:
    result = run("check", "agency", *arguments, "--country", "NP")
    assert result.exit_code == code, result.output
    assert message is None or message in ids(result)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("S.T.A.R.", "Sample Tamakoshi Alliance Recruitment"),  # letters for words
        ("Sampel Tamakosi Alliance", "Sample Tamakoshi Alliance Recruitment"),  # slips in every telling word
        ("Qadir Placeholder Travels", "Kader Placeholder Travels"),  # another romanisation
    ],
)
def test_a_name_is_found_however_it_is_written(run: Run, tmp_path: Path, asked: str, listed: str) -> None:
    words = ("Amber", "Brook", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heath")
    others = [f"{one} {other} Overseas" for one in words for other in words if one != other]
    rows = [f"{number}/080,{name},Valid" for number, name in enumerate(["Anchor Himal Jobs", *others, listed], 100)]
    (tmp_path / "list.csv").write_text("\n".join(["Licence No,Name,Status", *rows]) + "\n", encoding="utf-8")
    (tmp_path / "made-up.yml").write_text(
        """
id: made-up
title: A made-up list
authority: Nobody
jurisdiction: "NP"
kind: licensing
coverage: current
absence_means: nothing
shelf_life_days: 60
identity: [licence_number]
layouts:
  - when: [Licence No, Name]
    columns:
      licence_number: Licence No
      name: Name
      status: {from: Status, words: {Valid: valid}}
""",
        encoding="utf-8",
    )
    own = ("--definition", str(tmp_path / "made-up.yml"))
    done = run("registry", "import", "made-up", str(tmp_path / "list.csv"), "--published", "2026-06-10", *own)
    assert done.exit_code == 0, done.output
    result = run("check", "agency", asked, "--country", "NP", "--registry", "made-up", *own)
    (finding,) = told(result)["findings"]  # type: ignore[misc]
    assert finding["rule"] == "licence-identity-not-established", finding
    assert listed in json.dumps(finding), finding


@pytest.mark.usefixtures("made_up_world")
def test_a_past_exclusion_is_printed_and_does_not_fail(run: Run) -> None:
    result = run("check", "agency", "Sample Annapurna Overseas Pvt. Ltd.", "--country", "NP", "--phone", "061-555111")
    assert result.exit_code == 0, result.output
    assert sorted(ids(result)) == ["debarment.past", "licence.valid"]


def test_before_the_first_copy_nothing_can_be_said(run: Run) -> None:
    result = run("check", "agency", "Example Himal Overseas", "--country", "NP", day="2025-06-15")
    assert result.exit_code == 4
    assert told(result)["outcome"] == "not_checked"
    assert "registry_no_copy_on_date" in {gap["code"] for gap in told(result)["not_checked"]}  # type: ignore[attr-defined]


def test_long_after_the_last_copy_nothing_can_be_said(run: Run) -> None:
    result = run(
        "check", "agency", "Example Himal Overseas", "--country", "NP", "--phone", "01-5550101", day="2026-10-01"
    )
    assert result.exit_code == 4
    assert told(result)["outcome"] == "not_checked"


def test_a_real_list_that_was_not_imported_leaves_a_made_up_answer_incomplete(run: Run) -> None:
    result = run("check", "agency", "Example Himal Overseas Pvt. Ltd.", "--country", "NP", "--phone", "+977 1 5550101")
    assert result.exit_code == 4
    missing = [gap for gap in told(result)["not_checked"] if gap["required"]]  # type: ignore[attr-defined]
    assert ["np-dofe" in json.dumps(gap) for gap in missing] == [True]
    assert "licence.valid" in ids(result)


def test_a_country_without_a_list_names_the_gap(run: Run) -> None:
    result = run("check", "agency", "Example Himal Overseas", "--country", "Bangladesh")
    assert result.exit_code == 4
    assert "registry_missing" in {gap["code"] for gap in told(result)["not_checked"]}  # type: ignore[attr-defined]


def test_a_country_that_is_not_understood_is_a_required_gap(run: Run) -> None:
    result = run("check", "agency", "Example Himal Overseas", "--country", "Atlantis")
    assert result.exit_code == 4
    assert "country_unresolved" in {gap["code"] for gap in told(result)["not_checked"]}  # type: ignore[attr-defined]


def test_the_licence_is_judged_on_the_day_of_each_act(run: Run) -> None:
    result = run(
        "check", "agency", "Imaginary Valley Employment", "--country", "NP", "--licence-number", "104/079/80",
        "--dates", "payment=2026-04-15,departure=2026-06-10",
    )  # fmt: skip
    days = {finding["args"]["date"]: finding["message_id"] for finding in told(result)["findings"]}  # type: ignore[attr-defined]
    assert days == {
        "2026-06-15": "licence.expired",
        "2026-06-10 (departure)": "licence.expired",
        "2026-04-15 (payment)": "licence.valid",
    }
    assert told(result)["dates"] == {"payment": "2026-04-15", "departure": "2026-06-10"}


def test_a_sponsor_is_told_to_be_no_recruiter(run: Run) -> None:
    result = run("check", "agency", "Specimen Clean", "--country", "QA")
    assert "listing.sponsor" in ids(result)
    finding = told(result)["findings"][0]  # type: ignore[index]
    assert finding["args"]["name_kind"] == "trading name"
    assert "not show a licence to recruit" in finding["message"]
    assert result.exit_code == 4


def test_every_finding_cites_and_carries_evidence(run: Run) -> None:
    result = run("check", "agency", "Silver Gateway", "--country", "NP", "--licence-number", "0102/080/81")
    for finding in told(result)["findings"]:  # type: ignore[attr-defined]
        assert finding["evidence"]
        assert finding["citations"], finding["practice"]
        assert all(item["provision"] and item["verification"] for item in finding["citations"])


def test_the_same_question_gives_the_same_bytes(run: Run) -> None:
    arguments = ("check", "agency", "Example Himal Oversees", "--country", "NP")
    assert run(*arguments).stdout == run(*arguments).stdout


def test_a_table_is_readable_and_says_what_was_not_checked(run: Run) -> None:
    result = run("check", "agency", "Example Himal Oversees", "--country", "NP", "--format", "table", "--why")
    assert "A name alone does not show" in " ".join(result.stdout.split())
    assert "Fictional demonstration data" in result.stdout
    assert "review" in result.stderr


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "a\u202eb\x1b[31mred", "x" * 10_000, "\ud800x"]
)
def test_a_hostile_name_comes_out_harmless(run: Run, tmp_path: Path, name: str) -> None:
    page = tmp_path / "page.html"
    table = run("check", "agency", name, "--country", "NP", "--format", "table", "--report", str(page))
    assert table.exit_code in (3, 4)
    assert "\x1b" not in table.stdout
    assert "\u202e" not in table.stdout
    html = page.read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "\u202e" not in html
    listed = run("check", "agency", name, "--country", "NP", "--format", "csv")
    assert not any(line.startswith("=") for line in listed.stdout.splitlines())
    assert json.loads(run("check", "agency", name, "--country", "NP").stdout)


def test_an_empty_name_is_a_usage_error(run: Run) -> None:
    assert run("check", "agency", "  ").exit_code == 2


def test_a_registry_that_is_not_known_is_a_usage_error(run: Run) -> None:
    result = run("check", "agency", "Example", "--registry", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_the_inspectors_report_carries_the_case(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "case.html"
    run(
        "check", "agency", "Example Himal", "--country", "NP", "--for", "inspector", "--report", str(page),
        "--case-number", "C-17", "--authority", "Made-up Inspectorate",
    )  # fmt: skip
    html = page.read_text(encoding="utf-8")
    assert "C-17" in html
    assert "Made-up Inspectorate" in html
