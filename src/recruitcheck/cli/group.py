"""The root command group: failures become one line on stderr and the exit code of their kind."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer

from recruitcheck.cli.late_commands import LateGroup
from recruitcheck.errors import RecruitcheckError

INTERRUPTED = 130

# The usage error of the parser that Typer carries inside; Typer gives it no public name of its own.
_Misuse: type[Exception] = typer.BadParameter.__bases__[0]


class RootGroup(LateGroup):
    """Prints RecruitcheckError, misuse, Ctrl-C and a closed pipe the way DESIGN section 5 promises.

    Here and not around ``app()``, so that CliRunner sees the same as a shell.
    """

    def make_context(self, *given: Any, **more: Any) -> Any:
        """Read the options before the command; a misuse is one line."""
        try:
            return super().make_context(*given, **more)
        except _Misuse as error:
            _tell_misuse(error)
            raise typer.Exit(2) from None

    def invoke(self, ctx: Any) -> Any:
        """Run the command; never a traceback for a failure the user can mend, unless ``--verbose``."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                _flush()
        except RecruitcheckError as error:
            _trace(ctx)
            from recruitcheck.cli.text import plain

            for line in str(error).splitlines():
                typer.echo(plain(f"recruitcheck: {line}"), err=True)
            raise typer.Exit(error.exit_code) from None
        except _Misuse as error:
            _tell_misuse(error)
            raise typer.Exit(2) from None
        except BrokenPipeError:
            from recruitcheck.cli.output import forget_stdout

            forget_stdout()
            raise typer.Exit(0) from None
        except OSError as error:  # a full disk, a folder that vanished: what the rooms below had no better word for
            _trace(ctx)
            _tell_system(error)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            typer.echo("recruitcheck: interrupted; what was complete is saved.", err=True)
            raise typer.Exit(INTERRUPTED) from None


def _trace(ctx: Any) -> None:
    if (ctx.obj or {}).get("verbose") or os.environ.get("RECRUITCHECK_VERBOSE"):
        import traceback

        traceback.print_exc()


def _tell_misuse(error: Any) -> None:
    """One line for what the parser could not understand; a group without a command still shows its help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        raise error
    from recruitcheck.cli.text import one_line

    command = error.ctx.command_path if error.ctx is not None else "recruitcheck"
    typer.echo(one_line(f"recruitcheck: {error.format_message()} See: {command} --help"), err=True)


def _tell_system(error: OSError) -> None:
    """One line for what the system refused; stdout may be the place that is full, so nothing more goes there."""
    from recruitcheck.cli.output import forget_stdout
    from recruitcheck.cli.text import one_line

    place = f"{error.filename}: " if error.filename else ""
    reason = error.strerror or str(error) or type(error).__name__
    typer.echo(one_line(f"recruitcheck: {place}the system refused ({reason}). Free or change the place."), err=True)
    forget_stdout()


def _flush() -> None:
    """Here, where a reader that has gone can be answered quietly, and not in the interpreter's last moments."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        from recruitcheck.cli.output import forget_stdout

        forget_stdout()
