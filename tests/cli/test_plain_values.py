"""Values that are handed on without a validator are what Typer's validator would have made of them."""

from __future__ import annotations

from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from recruitcheck.cli import app
from recruitcheck.cli.plain_values import PlainFirst, hand_on_plain_values

GIVEN: dict[str, tuple[Any, ...]] = {
    "format": (None, "json", "", "ä", "a\udcff", "a\nb"),
    "db": (None, "a.db", "", "/", "no/such/file", "a\udcff", "a\0b"),
    "jobs": (None, "1", "64", "65", "0", "-1", "x", "٣", " 2", "1_0", 7, 99, "1.0"),
    "registry": (None, (), ("a",), ("a", "b"), ["a"], "a"),
    "definition": (None, (), ("a.yml",), ("a.yml", "")),
    "explain": (None, True, False, "yes", "nonsense"),
}


@cache
def _match_command() -> Any:
    root: Any = get_command(app)
    return root.commands["registry"].commands["match"]


def _parameter(name: str) -> Any:
    parameter = copy(next(item for item in _match_command().params if item.name == name))
    parameter._runtime_param = None
    return parameter


def _outcome(parameter: Any, value: Any) -> object:
    context = typer.Context(_match_command())
    try:
        return parameter.process_value(context, value)
    except (typer.BadParameter, ValueError) as error:
        return type(error), str(error)


@pytest.mark.parametrize(("name", "number"), [(name, at) for name, given in GIVEN.items() for at in range(len(given))])
def test_a_value_is_what_typer_makes_of_it(
    name: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    value = GIVEN[name][number]
    ours, typers = _parameter(name), _parameter(name)
    ours._runtime_param = PlainFirst(ours)

    assert _outcome(ours, value) == _outcome(typers, value)


def test_a_file_that_cannot_be_read_is_told_by_typer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    ours, typers = _parameter("db"), _parameter("db")
    ours._runtime_param = PlainFirst(ours)

    assert _outcome(ours, str(tmp_path)) == _outcome(typers, str(tmp_path)) != tmp_path


def test_every_parameter_of_a_command_tries_the_short_way_first() -> None:
    command = copy(_match_command())
    command.params = [_parameter(item.name) for item in command.params]
    context = typer.Context(command)
    hand_on_plain_values(command, context)

    assert all(isinstance(item._runtime_param, PlainFirst) for item in command.params)
    assert isinstance(command.get_help_option(context)._runtime_param, PlainFirst)
