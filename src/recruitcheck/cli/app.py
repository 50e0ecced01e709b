"""The command tree. Modules imported here hold only typer and the standard library at their top."""

from __future__ import annotations

import gc
import io
import sys
from typing import Annotated, Any

import typer

from recruitcheck import __version__
from recruitcheck.cli.ending import CHECK_EXITS, ending, paragraphs
from recruitcheck.cli.group import RootGroup
from recruitcheck.cli.late_commands import LateCommands, late_command, late_group
from recruitcheck.cli.shared import NAMES, root_signature

_ALONE = ("demo", "doctor", "schema", "explain")  # a module of that name, with a function of that name
_GROUPS = ("check", "audit", "registry", "decide", "standards", "rules", "db", "ledger")  # a module with an ``app``


class CommandTree(RootGroup):
    """The root with all commands, none of them built yet."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        alone = {name: late_command(name, f"recruitcheck.cli.{name}") for name in _ALONE}
        groups = {name: late_group(name, f"recruitcheck.cli.{name}") for name in _GROUPS}
        self.commands = LateCommands(alone | groups)  # type: ignore[assignment]


app = typer.Typer(
    name="recruitcheck",
    cls=CommandTree,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=ending(
        "recruitcheck demo",
        'recruitcheck check agency "Example Overseas" --country NP',
        output="results on stdout, talk on stderr; a table on a terminal, JSON when piped (--format).",
        exits=f"{CHECK_EXITS} · 5 finished, some rows failed · 6 evidence does not verify · 130 interrupted",
    ),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"recruitcheck {__version__}")
        raise typer.Exit


def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
    **values: Any,
) -> None:
    """Is this recruiter licensed, is this offer clean, and can you prove it?

    Checks agencies and job offers against official registries and known red flags, offline, and cites the standard
    behind each finding. Start with: recruitcheck demo
    """
    context.obj = {name: values.get(name) for name in NAMES}


def _with_shared_options() -> None:
    import inspect

    own = [item for item in inspect.signature(_root, eval_str=True).parameters.values() if item.name != "values"]
    extra = root_signature().parameters.values()
    _root.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [*(item.replace(kind=inspect.Parameter.KEYWORD_ONLY) for item in own), *extra]
    )
    _root.__doc__ = paragraphs(_root.__doc__)
    _root.__annotations__ = {item.name: item.annotation for item in (*own, *extra)}


_with_shared_options()
app.callback()(_root)


def main() -> None:
    """The console script."""
    # What a command reads at its start stays until its end; looking through it for garbage every 700 objects is a
    # tenth of the time of a check.
    gc.set_threshold(50_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Files and pipes get UTF-8 in every locale; a terminal of another one sees escapes, never a traceback.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    app()
