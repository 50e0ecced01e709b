"""How far a download is: a bar on stderr, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from recruitcheck.cli.output import SLOW_AFTER, console
from recruitcheck.cli.shared import Shared


@contextmanager
def download_bar(shared: Shared, label: str) -> Iterator[Callable[[int, int | None], None]]:
    """Called with the bytes so far and in all (None: not told); silent when quiet or where stderr is no terminal."""
    if shared.quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    import time

    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        console=console(shared, err=True),
        transient=True,
    )
    task = bar.add_task(label, total=None)
    began = time.monotonic()

    def advance(done: int, total: int | None) -> None:
        if not bar.live.is_started and time.monotonic() - began > SLOW_AFTER:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield advance
    finally:
        if bar.live.is_started:
            bar.stop()
