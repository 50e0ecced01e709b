"""Results on stdout, talk on stderr; foreign text is made harmless on the way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

import typer

from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line, plain

if TYPE_CHECKING:
    from rich.console import Console

SLOW_AFTER = 1.0  # seconds after which progress is shown


class Advance(Protocol):
    """Called with the number of steps done so far."""

    def __call__(self, done: int) -> None: ...


def console(shared: Shared, *, err: bool = False) -> Console:
    """A rich console that respects --no-color and prints nothing but text."""
    from rich.console import Console

    class Quiet(Console):
        def on_broken_pipe(self) -> None:  # rich's own ends the program here, with exit code 1
            forget_stdout()

    return Quiet(stderr=err, no_color=not shared.color, highlight=False, markup=False, emoji=False)


def forget_stdout() -> None:
    """The reader (head, less) has gone: point stdout away, and let the command end as it would have."""
    with suppress(OSError):  # a stdout that is no file descriptor has nothing to point away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def talk(shared: Shared, text: str) -> None:
    """A line on stderr, unless --quiet."""
    if not shared.quiet:
        typer.echo(plain(text), err=True)


def put(text: str) -> None:
    """A result line on stdout. Lone surrogates cannot be encoded and are written as escapes."""
    try:
        sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    except BrokenPipeError:
        forget_stdout()


def put_json(value: object) -> None:
    """A JSON value on one line."""
    from recruitcheck.report import dumps

    put(dumps(value))


def put_rows(shared: Shared, title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table for a terminal; every cell harmless, long ones folded."""
    from rich import box
    from rich.table import Table

    table = Table(title=title or None, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(one_line(cell) for cell in row))
    console(shared).print(table)


def put_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """CSV on stdout; no cell begins a formula."""
    import csv
    import io

    from recruitcheck.report.safe_text import safe_cell

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    put(out.getvalue().removesuffix("\n"))


@contextmanager
def progress(shared: Shared, label: str, total: int | None = None) -> Iterator[Advance]:
    """A bar on stderr for work of more than a second; nothing when quiet or where stderr is no terminal."""
    if shared.quiet or not sys.stderr.isatty():
        yield lambda done: None
        return
    import time

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console(shared, err=True),
        transient=True,
    )
    task = bar.add_task(label, total=total)
    began = time.monotonic()

    def advance(done: int) -> None:
        if not bar.live.is_started and time.monotonic() - began > SLOW_AFTER:
            bar.start()
        bar.update(task, completed=done)

    try:
        yield advance
    finally:
        if bar.live.is_started:
            bar.stop()
