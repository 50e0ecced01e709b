"""Where a shared option may stand, and which of flag, environment and settings file wins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner, Result

from recruitcheck.cli import app
from tests.cli.conftest import DAY, HOME

Bare = Callable[..., Result]
QUESTION = ("check", "agency", "Example Himal Overseas", "--country", "NP", "--phone", "+977 1 5550101")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bare:
    """Run a command with no shared option at all, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("RECRUITCHECK_DB", "XDG_DATA_HOME", "NO_COLOR", "RECRUITCHECK_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    return lambda *arguments, stdin=None: CliRunner().invoke(app, list(arguments), input=stdin)


@pytest.mark.usefixtures("made_up_world")
def test_shared_options_stand_before_or_after_the_command(bare: Bare, store: Path) -> None:
    options = ["--db", str(store), "--registries", str(HOME), "--as-of", DAY, "--quiet", "--format", "json"]
    before, after = bare(*options, *QUESTION), bare(*QUESTION, *options)
    half = bare(*options[:4], *QUESTION, *options[4:])
    assert before.exit_code == 0, before.output
    assert before.stdout == after.stdout == half.stdout


def test_an_option_after_the_command_wins_over_one_before_it(bare: Bare, store: Path) -> None:
    options = ["--db", str(store), "--registries", str(HOME), "--quiet"]
    result = bare(*options, "--as-of", "2020-01-01", *QUESTION, "--as-of", DAY)
    assert json.loads(result.stdout)["as_of"] == DAY


def place(bare: Bare, *arguments: str) -> str:
    return str(json.loads(bare("db", "info", *arguments).stdout)["path"])


def test_the_flag_wins_over_the_environment_and_that_over_the_settings_file(
    bare: Bare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("flag", "environment", "settings"):
        bare("check", "agency", "X", "--db", f"{name}.db")
    (tmp_path / "recruitcheck.toml").write_text('db = "settings.db"\n', encoding="utf-8")
    assert Path(place(bare)).name == "settings.db"
    monkeypatch.setenv("RECRUITCHECK_DB", str(tmp_path / "environment.db"))
    assert Path(place(bare)).name == "environment.db"
    assert Path(place(bare, "--db", "flag.db")).name == "flag.db"


def test_without_any_of_them_the_database_lies_in_the_users_data_folder(bare: Bare, tmp_path: Path) -> None:
    bare("check", "agency", "X")
    assert (tmp_path / "home" / ".local" / "share" / "recruitcheck" / "recruitcheck.db").is_file()


def test_the_settings_file_of_a_parent_folder_gives_corridor_and_threshold(
    bare: Bare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "recruitcheck.toml").write_text(
        f'db = "team.db"\nregistries = "{HOME}"\norigin = "Nepal"\ndestination = "QA"\nfail_on = "critical"\n',
        encoding="utf-8",
    )
    (tmp_path / "case").mkdir()
    monkeypatch.chdir(tmp_path / "case")
    result = bare("check", "offer", "-", "--quiet", stdin="The worker pays a fee of NPR 900 for the job.\n")
    told = json.loads(result.stdout)
    assert (told["corridor"]["origin"], told["corridor"]["destination"]) == ("NP", "QA")
    assert told["outcome"] == "flagged"
    assert result.exit_code != 3
    assert (tmp_path / "team.db").is_file()
    over = bare("check", "offer", "-", "--quiet", "--destination", "AE", "--fail-on", "low", stdin="Worker pays a fee.")
    assert json.loads(over.stdout)["corridor"]["destination"] == "AE"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dbb = 'x'\n", "dbb: unknown setting"),
        ("offline = 'yes'\n", "offline: true or false"),
        ("db = \n", "not valid TOML"),
        ("fail_on = 'huge'\n", "huge: not known"),
    ],
)
def test_a_wrong_settings_file_is_told_and_nothing_is_done(bare: Bare, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "recruitcheck.toml").write_text(text, encoding="utf-8")
    result = bare("check", "agency", "X", "--db", "never.db")
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    assert told in result.stderr
    assert not (tmp_path / "never.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_a_shell_prints(bare: Bare, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    monkeypatch.setattr("typer.testing._get_command", typer.main.get_command)  # the option depends on that word
    result = bare("--show-completion", shell)
    assert result.exit_code == 0
    assert "_RECRUITCHECK_COMPLETE" in result.stdout
