"""Checks definitions and tells every problem with its line."""

from __future__ import annotations

from pathlib import Path

import typer

from recruitcheck.cli.output import put, put_csv, put_json
from recruitcheck.cli.session import definition_folders, now
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line
from recruitcheck.errors import UsageError


def run_lint(shared: Shared, files: list[Path], *, everything: bool) -> None:
    """Lint files, or every definition known; exits 1 where one is wrong (with --strict: doubtful)."""
    from recruitcheck.registry.definition_lint import lint_file
    from recruitcheck.registry.shelf import definition_files

    if not files and not everything:
        raise UsageError("no definition was named.", todo="Give a FILE, or --all.")
    paths = [*files, *(definition_files(definition_folders(shared)) if everything else ())]
    problems = [(path, problem) for path in paths for problem in lint_file(path, today=now().date())]
    errors = sum(problem.level == "error" for _, problem in problems)
    if shared.format == "json":
        rows = [
            {
                "file": str(path),
                "where": problem.where,
                "level": problem.level,
                "what": problem.what,
                "todo": problem.todo,
            }
            for path, problem in problems
        ]
        put_json({"schema": "recruitcheck/lint/1", "files": len(paths), "problems": rows})
    elif shared.format == "csv":
        put_csv(["where", "level", "what", "todo"], [[p.where, p.level, p.what, p.todo] for _, p in problems])
    else:
        for _, problem in problems:
            put(one_line(str(problem)))
        put(f"{len(paths)} definitions: {errors} errors, {len(problems) - errors} warnings.")
    if errors or (shared.strict and problems):
        typer.echo(
            f"recruitcheck: {errors} errors, {len(problems) - errors} warnings in {len(paths)} definitions.", err=True
        )
        raise typer.Exit(1)
