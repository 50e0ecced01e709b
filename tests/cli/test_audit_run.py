"""``audit run``: one line per row, whatever the row holds, and nothing in it does harm anywhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from recruitcheck.audit.inputs import MAX_COLUMNS, MAX_DEPTH, open_list
from recruitcheck.report import schema
from tests.cli.conftest import AuditRun

Audit = Callable[..., AuditRun]
VALID = jsonschema.Draft202012Validator(schema("assessment"))

HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1)",
    "a\u202eb\u2066c",
    "\x1b[31mred\x1b]0;title\x07",
    "x" * 10_000,
    "O'Neil & Söhne",
    "وكالة",
)


def offers(*rows: object) -> bytes:
    """JSON Lines; bytes stand as they are."""
    return b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows) + b"\n"


def agencies(*rows: list[str], delimiter: str = ",") -> bytes:
    """A CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


GOOD = "The employer pays every recruitment fee and the ticket."
FEE = "The worker must pay a recruitment fee of USD 900 before departure."
ROWS: tuple[tuple[object, str], ...] = (
    ({"id": "a", "text": FEE, "doc_type": "job ad", "origin": "NP", "destination": "QA", "note": {"x": [1]}}, ""),
    ({"id": "b", "text": GOOD, "kind": "message"}, ""),
    (b"not json", "not JSON"),
    ({"id": "d"}, 'no "text"'),
    ({"id": "e", "text": 5}, 'no "text"'),
    ([1], "not a JSON object"),
    ({"id": "surrogate", "text": "\ud800 the employer pays"}, ""),
    ({"id": "nul", "text": "a\x00b the employer pays"}, ""),
    ({"id": "a", "text": GOOD}, ""),
    (b"\xff\xfe{}", "not UTF-8"),
    ({"id": {"a": 1}, "name": ["x"], "text": GOOD, "kind": ["x"], "origin": {"x": 1}, "from": [1]}, ""),
    (b'{"id": "nan", "text": "hello", "x": NaN}', "NaN"),
    (b'{"id": "inf", "text": "hello", "x": 1e999}', "no number"),
    (b'{"id": "digits", "text": "hello", "x": ' + b"9" * 5000 + b"}", "not JSON"),
    (b'{"id": "deep", "text": "hello", "x": ' + b"[" * 100_000 + b"}", "nested"),
    (b'{"id": "deeper", "text": "hello", "x": ' + b"[" * 60 + b"]" * 60 + b"}", "nested"),
    ({"id": "\ud800<script>", "name": "\u202e<script>alert(1)</script>", "text": GOOD, "\ud800key": 1}, ""),
    ({"id": "lost", "text": GOOD, "destination": "Atlantis", "sector": "space mining"}, ""),
    ({"text": GOOD}, ""),
)


@pytest.fixture(scope="module")
def of_offers(audit: Audit) -> AuditRun:
    """One run over every kind of row."""
    return audit("offers.jsonl", offers(*(row for row, _ in ROWS)), "--for", "compliance", "--format", "json")


@pytest.fixture(scope="module")
def of_agencies(audit: Audit) -> AuditRun:
    """One run over hostile names."""
    rows = [[f"{number}", name, "NP", name] for number, name in enumerate(HOSTILE)]
    return audit("agencies.csv", agencies(["id", "Agency name", "Country", "buyer_note"], *rows))


def test_every_row_has_one_line_in_the_order_of_the_rows(of_offers: AuditRun) -> None:
    found = of_offers.assessments
    assert len(found) == len(ROWS)
    assert [item["subject"]["input"]["row"] for item in found] == list(range(1, len(ROWS) + 1))
    assert [item["subject"]["id"] for item in found][:2] == ["a", "b"]
    assert found[-1]["subject"]["id"] == str(len(ROWS))


def test_a_bad_row_carries_its_error_and_no_other_row_does(of_offers: AuditRun) -> None:
    for (row, problem), item in zip(ROWS, of_offers.assessments, strict=True):
        assert (item["outcome"] == "error") == bool(problem), (str(row)[:60], item["outcome"])
        if problem:
            assert problem in item["findings"][0]["args"]["problem"]
            assert item["clear"] == []


def test_every_line_is_valid_against_the_published_schema(of_offers: AuditRun, of_agencies: AuditRun) -> None:
    for item in (*of_offers.assessments, *of_agencies.assessments):
        VALID.validate(item)


def test_unknown_keys_are_kept_and_the_text_is_not_repeated(of_offers: AuditRun) -> None:
    columns = of_offers.assessments[0]["subject"]["input"]["columns"]
    assert columns["note"] == {"x": [1]}
    assert "text" not in columns


def test_doc_type_is_a_synonym_of_kind_and_an_absent_kind_is_inferred(of_offers: AuditRun) -> None:
    first, second, *_, last = of_offers.assessments
    assert first["documents"][0]["kind"] == "advert"
    assert second["documents"][0]["kind"] == "message"
    assert last["documents"][0]["kind"] in ("advert", "message", "offer_letter", "contract", "other")


def test_a_country_or_sector_that_is_not_understood_is_never_silent(of_offers: AuditRun) -> None:
    lost = next(item for item in of_offers.assessments if item["subject"]["id"] == "lost")
    gaps = {gap["code"]: gap["required"] for gap in lost["not_checked"]}
    assert gaps["country_unresolved"] is True
    assert gaps["sector_unresolved"] is True
    assert lost["outcome"] == "not_checked"


def test_a_flagged_row_wins_over_failed_ones_and_the_closing_line_counts_all(of_offers: AuditRun) -> None:
    assert of_offers.result.exit_code == 3, of_offers.result.output
    failed = sum(bool(problem) for _, problem in ROWS)
    closing = of_offers.result.stderr.splitlines()[-1]
    assert f"subjects {len(ROWS)}:" in closing
    assert "flagged 1," in closing
    assert f"failed {failed})" in closing
    assert "Traceback" not in of_offers.result.stderr
    assert json.loads(of_offers.result.stdout)["counts"]["error"] == failed


def test_the_counts_come_as_a_table_or_csv_too(audit: Audit) -> None:
    table = audit("a.jsonl", offers(b"not json", {"text": GOOD}), "--format", "table").result.stdout
    assert "Subjects" in table
    listed = audit("a.jsonl", offers(b"not json", {"text": GOOD}), "--format", "csv").result.stdout
    header, values = csv.reader(io.StringIO(listed))
    assert dict(zip(header, values, strict=True))["error"] == "1"


def test_a_list_of_nothing_but_bad_rows_exits_5(audit: Audit) -> None:
    done = audit("bad.jsonl", offers(b"not json", b"[]"))
    assert done.result.exit_code == 5
    assert "some rows failed" in done.result.stderr
    assert len(done.assessments) == 2


def test_a_list_with_nothing_found_exits_0_and_has_every_row(audit: Audit) -> None:
    text = {"text": "We are hiring a driver in Doha. " + GOOD, "origin": "NP", "destination": "QA", "kind": "message"}
    done = audit("good.jsonl", offers(text, text))
    assert done.result.exit_code == 0, done.result.output
    assert [item["outcome"] for item in done.assessments] == ["clear", "clear"]
    assert "nothing flagged" in done.result.stderr


def test_the_same_input_gives_the_same_bytes(audit: Audit, of_agencies: AuditRun) -> None:
    again = audit("agencies.csv", of_agencies.input.read_bytes())
    first = {path.relative_to(of_agencies.folder): path for path in of_agencies.folder.rglob("*") if path.is_file()}
    second = {path.relative_to(again.folder): path for path in again.folder.rglob("*") if path.is_file()}
    assert set(first) == set(second)
    assert [name for name, path in first.items() if path.read_bytes() != second[name].read_bytes()] == []


def test_hostile_names_come_out_harmless_on_every_page(of_agencies: AuditRun, of_offers: AuditRun) -> None:
    for done in (of_agencies, of_offers):
        pages = sorted((done.folder / "report").glob("*.html"))
        assert len(pages) == len(done.assessments) + 1
        for page in pages:
            html = page.read_text(encoding="utf-8")
            assert "<script>alert" not in html, page.name
            assert not set(html) & set("\x1b\x07\u202e\u2066\x00"), page.name
            assert "x" * 3_000 not in html, page.name
            assert "Content-Security-Policy" in html, page.name


def test_the_exact_name_is_kept_in_the_data(of_agencies: AuditRun) -> None:
    assert [item["subject"]["input"]["columns"]["buyer_note"] for item in of_agencies.assessments] == list(HOSTILE)


def test_no_cell_of_the_findings_table_is_a_formula(of_agencies: AuditRun, of_offers: AuditRun) -> None:
    for done in (of_agencies, of_offers):
        text = (done.folder / "findings.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell] == []
        assert not set(text) & set("\x1b\x07\u202e\u2066\x00")


def test_the_terminal_sees_no_escape(of_agencies: AuditRun) -> None:
    assert not set(of_agencies.result.output) & set("\x1b\x07\u202e")


def names(path: Path) -> list[tuple[str, str]]:
    return [(str(row.columns.get("name", "")), row.problem) for row in open_list(path).rows()]


@pytest.mark.parametrize(
    "data",
    [
        b"name;country\nExample Ltd;NP\n",
        b"name\tcountry\nExample Ltd\tNP\n",
        "\ufeffname,country\nExample Ltd,NP\n".encode(),
        "name,country\r\nExample Ltd,NP\r\n\r\n".encode("utf-16"),
        b"Supplier,Country\nExample Ltd,NP\n",
        b" Agency-Name , country\nExample Ltd,NP\n",
        b"name,company,name\nExample Ltd,Group plc,again\n",
    ],
    ids=["semicolons", "tabs", "bom", "utf-16", "synonym", "spaced synonym", "repeated header"],
)
def test_a_list_is_read_as_people_save_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    assert names(path) == [("Example Ltd", "")]


def test_no_column_is_lost_when_two_have_one_name(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("company,agency,note,note\nFirst,Second,1,2\n", encoding="utf-8")
    (row,) = open_list(path).rows()
    assert row.columns == {"name": "First", "name_2": "Second", "note": "1", "note_2": "2"}


def test_ragged_rows_and_open_quotes_are_told_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        'name,country\nOne\nTwo,NP,,x,y\n,NP\n"Three" x,NP\nFour,"' + "z" * 10_000 + '"\n"Five,NP\nSix,NP\n',
        encoding="utf-8",
    )
    found = names(path)
    assert [name for name, _ in found if name] == ["One", "Two", "Four"]
    told = [problem for _, problem in found if problem]
    assert "5 cells under 2 headers" in told[0]
    assert "name is empty" in told[1]
    assert "cannot be read" in told[2]
    assert "cannot be read" in told[-1]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a,b\n1,2\n", ":1: no column for the agency's name"),
        (",".join(f"c{number}" for number in range(1_000_000)).encode(), f"at most {MAX_COLUMNS:,} are read"),
        (b"name\nCaf\xe9 Ltd\n", ":2: the text is not UTF-8"),
        (b"", "the file is empty"),
        (b"PK\x03\x04\x00\x00" * 50, "not a text file"),
        (b'[{"text": "x"}]', "a JSON array"),
    ],
    ids=["no name column", "a million columns", "latin-1", "empty", "binary", "array"],
)
def test_a_file_that_is_no_list_is_refused_and_nothing_is_written(audit: Audit, data: bytes, told: str) -> None:
    done = audit("list.csv", data)
    assert done.result.exit_code == 1
    assert done.result.stdout == ""
    (line,) = done.result.stderr.splitlines()
    assert told in line
    assert len(line) < 500
    assert sorted(path.name for path in done.folder.parent.iterdir()) == ["list.csv", "store"]


def test_a_long_line_and_a_nested_one_stay_one_row_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitcheck.audit.inputs.MAX_LINE", 100)
    path = tmp_path / "offers.jsonl"
    nested = {"text": "x", "n": json.loads("[" * MAX_DEPTH + "]" * MAX_DEPTH)}
    path.write_bytes(offers({"text": "y" * 500}, {"text": "short"}, {"text": "z" * 94}))
    assert [row.problem[:18] for row in open_list(path).rows()] == ["the line is longer", "", "the line is longer"]
    monkeypatch.undo()
    path.write_bytes(offers(nested))
    assert [row.problem[:20] for row in open_list(path).rows()] == ["the object is nested"]


def test_an_existing_folder_is_never_touched(audit: Audit, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep", encoding="utf-8")
    done = audit("list.csv", b"name\nExample\n", "-o", str(tmp_path / "mine"))
    assert done.result.exit_code == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_registry_that_is_not_known_stops_the_run_before_the_first_row(audit: Audit) -> None:
    done = audit("list.csv", b"name\nExample\n", "--registry", "demo-licenced")
    assert done.result.exit_code == 2
    assert "Did you mean demo-licensed" in done.result.stderr
    assert not done.folder.exists()
