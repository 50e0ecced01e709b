"""Commands that are built when somebody asks for them.

Typer reads the signature of every command of the tree before it looks at the first argument: half of the time of
``--version``. Here a command's module is imported and its parameters are read when the command is meant, when help
lists it, or when a shell completes it; what comes out is what Typer would have built.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_command_name, get_group_from_info
from typer.models import CommandInfo, TyperInfo

from recruitcheck.cli.plain_values import hand_on_plain_values

Maker = Callable[[], Any]  # builds one command or group of commands


class LateCommands(Mapping[str, Any]):
    """Names of commands in the order of the help; each command is built once, at first look."""

    def __init__(self, makers: Mapping[str, Maker]) -> None:
        self._makers = dict(makers)
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class LateGroup(TyperGroup):
    """A group whose ``commands`` are late, and whose plain values need no validator."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, without building what they stand for."""
        return list(self.commands)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the group's own options; those that need no validator without building one."""
        hand_on_plain_values(self, ctx)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command meant, its parameters prepared in the same way."""
        name, command, rest = super().resolve_command(ctx, args)
        hand_on_plain_values(command, ctx)
        return name, command, rest


def late_command(name: str, module: str) -> Maker:
    """Builds the command ``name`` from the function of that name and the ``EPILOG`` of a module."""

    def make() -> Any:
        home = import_module(module)
        return _command(CommandInfo(name, callback=getattr(home, name), epilog=home.EPILOG))

    return make


def late_group(name: str, module: str) -> Maker:
    """Builds the group ``name`` from the ``app`` of a module; its commands are late in their turn."""

    def make() -> Any:
        app: typer.Typer = import_module(module).app
        bare = copy.copy(app)
        bare.registered_commands = []
        group = get_group_from_info(
            TyperInfo(bare, name=name, cls=LateGroup),
            pretty_exceptions_short=app.pretty_exceptions_short,
            rich_markup_mode=app.rich_markup_mode,
            suggest_commands=app.suggest_commands,
        )
        group.commands = LateCommands(  # type: ignore[assignment]
            {_name(info): lambda info=info: _command(info) for info in app.registered_commands}  # type: ignore[misc]
        )
        return group

    return make


def _name(info: CommandInfo) -> str:
    if info.name:
        return info.name
    assert info.callback is not None
    return get_command_name(info.callback.__name__)


def _command(info: CommandInfo) -> Any:
    alone = typer.Typer(add_completion=False)
    alone.registered_commands = [info]
    return get_command(alone)
