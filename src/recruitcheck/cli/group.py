"""The root command group: failures become one line on stderr and the exit code of their kind."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from recruitcheck.errors import RecruitcheckError

INTERRUPTED = 130


class RootGroup(TyperGroup):
    """Prints RecruitcheckError, Ctrl-C and a closed pipe the way DESIGN section 5 promises.

    Here and not around ``app()``, so that CliRunner sees the same as a shell.
    """

    def invoke(self, ctx: Any) -> Any:
        """Run the command; never a traceback for a failure the user can mend, unless ``--verbose``."""
        try:
            return super().invoke(ctx)
        except RecruitcheckError as error:
            if ctx.params.get("verbose") or os.environ.get("RECRUITCHECK_VERBOSE"):
                import traceback

                traceback.print_exc()
            from recruitcheck.cli.text import plain

            for line in str(error).splitlines():
                typer.echo(plain(f"recruitcheck: {line}"), err=True)
            raise typer.Exit(error.exit_code) from None
        except BrokenPipeError:
            # The reader (head, less) has gone: point stdout away so that the interpreter's last flush stays quiet.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            typer.echo("recruitcheck: interrupted; what was complete is saved.", err=True)
            raise typer.Exit(INTERRUPTED) from None
