"""Bad input: one clear line (what, where, what to do), the right exit code, nothing half-written."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from recruitcheck.store import Store
from tests.cli.conftest import DAY, HOME

Run = Callable[..., Result]
LIST = HOME / "data" / "licensed-2026-06-01.csv"


def one_line(result: Result, code: int, *told: str) -> str:
    """The only line on stderr; nothing on stdout."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("recruitcheck: ")
    for word in told:
        assert word in line, line
    return line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--as-of", "2026-13-40"], "--as-of 2026-13-40: not a day"),
        (["--known-on", "yesterday"], "YYYY-MM-DD"),
        (["--format", "xml"], "table, json, csv"),
        (["--fail-on", "huge"], "critical, high, medium, low, info"),
        (["--for", "lawyers"], "employer, compliance, inspector"),
        (["--dates", "lunch=2026-01-01"], "advert, payment, signing, departure"),
        (["--dates", "payment"], "ACT=DATE"),
        (["--dates", "payment=soon"], "--dates payment soon: not a day"),
        (["--jobs", "0"], "--jobs"),
        (["--nosuch"], "No such option: --nosuch"),
        (["--registry", "demo-licenced"], "Did you mean demo-licensed"),
        (["--registry", "zzz"], "recruitcheck registry list"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_word_that_is_not_known_is_a_usage_error(run: Run, arguments: list[str], told: str) -> None:
    one_line(run("check", "agency", "Example", *arguments, day=None), 2, told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "Did you mean 'check'"),
        (["check", "agency"], "recruitcheck check agency --help"),
        (["check", "offer", "-", "--kind", "novel"], "advert, message, offer_letter or contract"),
        (["check", "offer", "-", "--source", "spy"], "worker, agency, public or unknown"),
        (["registry", "show", "demo-licensd"], "Did you mean demo-licensed"),
        (["registry", "import", "demo-licensd", "x.csv"], "Did you mean demo-licensed"),
        (["registry", "list", "--country", "Narnia"], "two-letter code"),
        (["registry", "search", "  "], "the text to search for is empty"),
        (["registry", "search", "x", "--registry", "demo-sponsor"], "Did you mean demo-sponsors"),
        (["registry", "history", "demo-sponsor"], "Did you mean demo-sponsors"),
        (["registry", "history", "demo-licensed:nobody"], "recruitcheck registry search NAME"),
        (["rules", "show", "worker-pays-recruitment-fees"], "Did you mean worker-pays-recruitment-fee"),
        (["rules", "list", "--category", "fee_chargin"], "Did you mean fee_charging"),
        (["rules", "test", "nosuch"], "recruitcheck rules list"),
        (["standards", "show", "ilo-c18"], "ilo-c181"),
        (["standards", "list", "--jurisdiction", "Narnia"], "recruitcheck standards list"),
        (["standards", "applies", "--practice", "fee_charging.recruitmnt"], "fee_charging.recruitment"),
        (["standards", "applies", "--practice", "fee_charging", "--origin", "Narnia"], "Narnia"),
        (["explain", "worker-pays-recruitment"], "worker-pays-recruitment-fee"),
        (["schema", "nosuch"], "assessment"),
        (["audit", "template", "nosuch"], "agencies or offers"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_thing_that_is_not_known_names_near_misses_or_where_to_look(
    run: Run, arguments: list[str], told: str
) -> None:
    one_line(run(*arguments, stdin=""), 2, told)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with one bad file of each sort."""
    folder = tmp_path / "bad"
    (folder / "folder").mkdir(parents=True)
    (folder / "empty").write_bytes(b"")
    (folder / "binary").write_bytes(bytes(range(256)) * 40)
    (folder / "latin").write_bytes(LIST.read_text(encoding="utf-8").encode("utf-16-le"))
    (folder / "columns").write_text("Licence No.,Agency,Valid until\n1,Example,01/01/2027\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing", "No such file"),
        ("folder", "folder"),
        ("empty", "empty"),
        ("binary", ""),
        ("latin", ""),
        ("columns", "'Status'"),
    ],
)
def test_a_list_that_cannot_be_read_leaves_nothing_behind(files: Path, name: str, told: str) -> None:
    database = files / "new.db"
    arguments = ["registry", "import", "demo-licensed", str(files / name), "--published", "2026-06-01"]
    result = CliRunner().invoke(app, [*arguments, "--db", str(database), "--registries", str(HOME)])
    one_line(result, 1, f"{files / name}", told)
    assert not database.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--published", "2999-01-01"], 1, "lies in the future"),
        (["--published", "soon"], 2, "--published soon: not a day"),
        (["--retrieved", "2026-02-30"], 2, "--retrieved 2026-02-30: not a day"),
    ],
)
def test_a_day_that_cannot_be_is_refused(run: Run, arguments: list[str], code: int, told: str) -> None:
    one_line(run("registry", "import", "demo-licensed", str(LIST), *arguments), code, told)


def test_a_list_without_a_day_asks_for_it(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "list.csv"
    copy.write_bytes(LIST.read_bytes())
    one_line(run("registry", "import", "demo-licensed", str(copy)), 1, "--published DATE")


def test_strict_fails_the_import_at_the_first_rejected_row_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    text = LIST.read_text(encoding="utf-8")
    holed = tmp_path / "holed.csv"
    holed.write_text(text + "9999/1,,,,,,,,,Active\n", encoding="utf-8")
    before = run("registry", "status").stdout
    one_line(
        run("registry", "import", "demo-licensed", str(holed), "--published", "2026-06-12", "--strict"), 1, "row 25"
    )
    assert run("registry", "status").stdout == before


def test_a_definition_with_typos_tells_all_of_them_with_their_places(run: Run, tmp_path: Path) -> None:
    text = (HOME / "demo-licensed.yml").read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(
        text.replace("kind: licensing", "kind: licencing").replace("coverage:", "covrage:").replace('"NP"', "NO"),
        encoding="utf-8",
    )
    result = run("registry", "show", "demo-licensed", "--definition", str(wrong))
    assert result.exit_code == 1
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert all(re.match(rf"recruitcheck: {re.escape(str(wrong))}:\d+:\d+: ", line) for line in lines), lines
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("NO", '"NP"'), encoding="utf-8")
    told = run("registry", "show", "demo-licensed", "--definition", str(wrong)).stderr
    assert "covrage" in told
    assert "kind" in told
    assert len(told.splitlines()) >= 2


@pytest.mark.parametrize("option", ["--definition", "--registries", "--rules", "--standards"])
def test_a_folder_or_file_of_ones_own_that_is_not_there_is_told(run: Run, option: str) -> None:
    command = {
        "--rules": ["rules", "list"],
        "--standards": ["standards", "list"],
    }.get(option, ["registry", "list"])
    result = run(*command, option, "nowhere")
    assert result.exit_code in (1, 2), result.output
    assert result.stdout == ""
    assert "nowhere" in result.stderr


def newer(path: Path) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_version (version, title) VALUES (999, 'of tomorrow')")
    connection.close()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cake (id)")
    connection.close()


def no_database(path: Path) -> None:
    path.write_bytes(b"Dear inspector, this is a letter.\n" * 100)


COMMANDS = (
    ["check", "agency", "Example"],
    ["check", "offer", "-"],
    ["registry", "status"],
    ["registry", "search", "x"],
    ["db", "info"],
    ["ledger", "verify"],
)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (newer, "newer version"),
        (foreign, "another program"),
        (no_database, "is not a SQLite database"),
        (Path.mkdir, "folder"),
    ],
    ids=["newer", "foreign", "no database", "folder"],
)
def test_a_file_that_is_not_our_database_is_refused_by_every_command(
    run: Run, tmp_path: Path, make: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / "odd.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    for command in COMMANDS:
        if path.is_dir() and command[0] == "registry":
            continue  # these only look whether there is a file
        one_line(run(*command, "--db", str(path), stdin="Driver wanted."), 1, str(path), told)
    if make is no_database:
        assert path.read_bytes() == before


@pytest.mark.parametrize(
    "command", [["db", "info"], ["ledger", "show"], ["registry", "search", "x"], ["db", "backup", "y"]]
)
def test_without_a_database_a_look_into_it_says_how_to_get_one(run: Run, command: list[str]) -> None:
    result = run(*command, "--db", "none.db")
    assert result.exit_code in (1, 2)
    assert "recruitcheck registry import" in one_line(result, result.exit_code)
    assert not Path("none.db").exists()
    assert not Path("y").exists()


def test_a_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    below = str(tmp_path / "file" / "below")
    one_line(run("check", "agency", "Example", "--db", below), 1, "cannot be created", "--db")
    one_line(run("check", "agency", "Example", "--report", f"{below}/x.html"), 1, "cannot be written")
    one_line(run("check", "agency", "Example", "--report", "missing/x.html"), 1, "missing/x.html: cannot be written")
    one_line(run("check", "agency", "Example", "--report", str(tmp_path)), 1, "cannot be written")
    one_line(run("demo", "--out", below), 1, "cannot be written", "--out")
    one_line(run("db", "backup", below), 1, "cannot be written")
    (tmp_path / "list.csv").write_text("name\nExample\n", encoding="utf-8")
    one_line(run("audit", "run", "list.csv", "-o", below), 1, "cannot be written", "-o")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.usefixtures("made_up_world")
def test_a_check_on_a_read_only_database_answers_and_says_not_recorded(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so the permission is taken away where the store asks for it.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    result = run("check", "agency", "Example Himal Overseas", "--country", "NP", "--phone", "+977 1 5550101")
    assert result.exit_code == 0, result.output
    assert "Not recorded: the database cannot be written." in result.stderr
    imported = run("registry", "import", "demo-licensed", str(LIST), "--published", "2026-06-13")
    one_line(imported, 1, "read-only")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no text"),
        (b"  \n\t\n", "no text"),
        (bytes(range(256)) * 40, ""),
        (b"%PDF-1.7\n" + b"x" * 100, "PDF"),
        (b"PK\x03\x04" + b"\x00" * 200, ""),
        (b"Driver wanted. " * 4_000_000, "50 MiB"),
    ],
    ids=["empty", "blank", "binary", "pdf", "zip", "60 MB"],
)
def test_a_document_that_is_no_text_is_refused(run: Run, tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "offer.txt"
    path.write_bytes(data)
    one_line(run("check", "offer", "offer.txt"), 1, "offer.txt", told)
    if len(data) < 1000:
        one_line(run("check", "offer", "-", stdin=data.decode("latin-1")), 1, "standard input", told)


def test_a_missing_offer_and_a_folder_are_told(run: Run, tmp_path: Path) -> None:
    one_line(run("check", "offer", "missing.txt"), 1, "missing.txt: cannot be read")
    one_line(run("check", "offer", str(tmp_path)), 2, "is a folder")


def test_one_bad_document_among_several_prints_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Driver wanted.", encoding="utf-8")
    one_line(run("check", "offer", "good.txt", "missing.txt"), 1, "missing.txt")


def test_verbose_adds_the_traceback_wherever_it_stands(run: Run) -> None:
    for arguments in (["--verbose", "check", "offer", "no.txt"], ["check", "offer", "no.txt", "--verbose"]):
        assert "Traceback" in run(*arguments).stderr
    assert "Traceback" not in run("check", "offer", "no.txt").stderr


def test_a_message_shows_no_escape_of_a_file_name(run: Run) -> None:
    line = one_line(run("check", "offer", "a\x1b[31m\u202eb.txt"), 1, "<U+001B>")
    assert not set(line) & {"\x1b", "\u202e"}
    assert DAY not in line
