"""Help pages fit a terminal of 80 columns and say what a command does, shows and returns; progress keeps quiet."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

from recruitcheck.cli import app, output
from recruitcheck.cli.shared import NAMES, settle

ROOT = typer.main.get_command(app)


def commands(group: Any = ROOT, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and group with its words."""
    yield path, group
    if isinstance(group, TyperGroup):
        for name, command in group.commands.items():
            yield from commands(command, (*path, name))


ALL = dict(commands())


def page(path: tuple[str, ...], width: int = 80) -> str:
    result = CliRunner(env={"COLUMNS": str(width), "TERM": "dumb"}).invoke(app, [*path, "--help"])
    assert result.exit_code == 0, result.output
    return result.stdout


def examples(text: str) -> list[str]:
    block = text.split("Examples:")[1].split("Output:", maxsplit=1)[0]
    return [line.strip() for line in re.sub(r" \\\s*\n\s*", " ", block).splitlines() if line.strip()]


@pytest.mark.parametrize("path", ALL, ids=lambda path: " ".join(path) or "recruitcheck")
def test_a_help_page_has_two_examples_that_parse_its_output_and_its_exit_codes(path: tuple[str, ...]) -> None:
    text = page(path)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= 80
    assert "Output: " in text
    assert "Exit codes: 0 " in text
    shown = examples(text)
    assert len(shown) == 2, shown
    for example in shown:
        words = shlex.split(example.split("recruitcheck ", 1)[1].split(" > ")[0])
        place: tuple[str, ...] = ()
        while (*place, words[0]) in ALL:
            place = (*place, words.pop(0))
            if not words:
                break
        assert not isinstance(ALL[place], TyperGroup), example
        assert path == place[: len(path)] or not path, example
        ALL[place].make_context(" ".join(place), words, parent=None)


@pytest.mark.parametrize("path", ALL, ids=lambda path: " ".join(path) or "recruitcheck")
def test_every_command_and_every_option_has_help(path: tuple[str, ...]) -> None:
    command = ALL[path]
    assert command.help
    assert [parameter.name for parameter in command.params if not parameter.help and parameter.name != "help"] == []


def test_a_page_without_a_command_is_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    for path in ([], ["registry"]):
        result = CliRunner().invoke(app, path)
        assert "Usage:" in result.output
        assert "Traceback" not in result.output


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "quiet", "slow", "shown"),
    [(True, False, True, True), (True, False, False, False), (True, True, True, False), (False, False, True, False)],
    ids=["slow on a terminal", "quick", "quiet", "no terminal"],
)
def test_progress_shows_on_a_terminal_and_only_when_it_lasts(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    quiet: bool,
    slow: bool,
    shown: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(output, "SLOW_AFTER", -1.0 if slow else 60.0)
    shared = settle(dict.fromkeys(NAMES) | {"quiet": quiet})
    with output.progress(shared, "Assessing", 3) as advance:
        for done in range(1, 4):
            advance(done)
    assert ("Assessing" in stream.getvalue()) == shown
    assert stream.getvalue() == "" or shown
    assert capsys.readouterr().out == ""
