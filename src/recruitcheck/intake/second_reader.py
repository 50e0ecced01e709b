"""Reads a long list in a second process, so that reading and writing go on side by side."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from types import TracebackType
from typing import IO, Self

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.intake.frames import Frame, batch_of, read_frame, write_frame
from recruitcheck.model import ListBatch
from recruitcheck.registry import Definition, Tally
from recruitcheck.registry.readers import reader
from recruitcheck.store import PreparedBatch

WORTH_BYTES = 4 * 1024**2  # of the file: a shorter list is read before another process has begun
AHEAD = 6  # batches that may wait to be written: memory stays bounded
_ERRORS = {each.__name__: each for each in (InputError, RegistryError)}
_PROGRAM = "from recruitcheck.intake.reading_process import main; main()"
_PATIENCE = 0.2  # seconds between looks whether the batches are still wanted

RowsBack = Callable[[Sequence[int]], Iterator[dict[str, str]]]
Check = Callable[[Tally], None]


def is_worth(path: Path) -> bool:
    """Whether a second process pays: the list is long and the machine can do two things at once."""
    return bool(sys.executable) and (os.cpu_count() or 1) > 1 and path.stat().st_size >= WORTH_BYTES


class SecondReader:
    """One list, read by a process of its own from the batch ``skip`` on. ``tally`` is whole once all was taken.

    A context manager: the process begins to read where it is entered and is gone where it is left.
    """

    def __init__(self, definition: Definition, path: Path, *, skip: int, search: bool) -> None:
        self._definition, self._path, self._skip, self._search = definition, path, skip, search
        self.tally = Tally()
        self._told: Queue[Frame | PreparedBatch | None] = Queue(AHEAD)
        self._unwanted = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None

    def __enter__(self) -> Self:
        # Neither the folder the command runs in nor anything of this program is handed on, and no shell is asked.
        command = [sys.executable, "-P", "-c", _PROGRAM]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment())  # noqa: S603
        self._process = process
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            self._order(process.stdin)
            thread = Thread(target=self._fetch, args=(process.stdout,), daemon=True)
            thread.start()
            self._thread = thread
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        process = self._process
        assert process is not None
        self._unwanted.set()
        process.kill()
        with suppress(OSError):
            process.stdin.close()  # type: ignore[union-attr]
        process.wait()
        if self._thread is not None:
            self._thread.join()
        process.stdout.close()  # type: ignore[union-attr]

    def batches(
        self, ahead: deque[ListBatch], rows_back: RowsBack, check: Check
    ) -> Iterator[ListBatch | PreparedBatch]:
        """``ahead``, while the process starts, then all that it tells; ``check`` once every row was read."""
        assert self._process is not None
        assert self._process.stdin is not None
        while ahead:
            yield ahead.popleft()
        yield from self._rest(self._process.stdin, rows_back, check)

    def _order(self, stream: IO[bytes]) -> None:
        told = self._definition.model_dump_json(by_alias=True)
        order = {
            "definition": told,
            "path": str(self._path.absolute()),
            "skip": self._skip,
            "batch_rows": reader.BATCH_ROWS,
            "search": self._search,
            "hashes": not self._search,  # of a first copy, whoever writes it has time to spare
        }
        with suppress(BrokenPipeError):  # whoever ended already is met below
            write_frame(stream, Frame({"kind": "order", **order}))

    def _fetch(self, stream: IO[bytes]) -> None:
        """Take frames as they come, and apart, while the database is busy with others; a thread of its own."""
        try:
            while not self._unwanted.is_set() and (frame := read_frame(stream)) is not None:
                self._pass_on(_batch(frame) if frame.head["kind"] == "batch" else frame)
        finally:
            self._pass_on(None)

    def _pass_on(self, told: Frame | PreparedBatch | None) -> None:
        while not self._unwanted.is_set():
            with suppress(Full):
                self._told.put(told, timeout=_PATIENCE)
                return

    def _next(self) -> Frame | PreparedBatch:
        while True:
            with suppress(Empty):
                told = self._told.get(timeout=_PATIENCE)
                break
        if told is None:
            raise InputError(
                "the process that reads the list ended before its time; nothing was imported.",
                where=str(self._path),
                todo="Import the list again; if it happens again, free some memory or divide the list.",
            )
        return told

    def _rest(self, stream: IO[bytes], rows_back: RowsBack, check: Check) -> Iterator[PreparedBatch]:
        while True:
            frame = self._next()
            if isinstance(frame, PreparedBatch):
                yield frame
                continue
            match frame.head["kind"]:
                case "rows":
                    answer = {"kind": "rows", "rows": list(rows_back(frame.head["rows"]))}
                    with suppress(BrokenPipeError):
                        write_frame(stream, Frame(answer))
                case "read":
                    self.tally = Tally.of(frame.head)
                    check(self.tally)
                case "end":
                    self.tally = Tally.of(frame.head)
                    return
                case _:
                    told = frame.head
                    raise _ERRORS[told["type"]](told["what"], where=told["where"], todo=told["todo"])


def _batch(frame: Frame) -> PreparedBatch:
    batch = batch_of(frame)
    batch.fill_hashes()
    return batch


def _environment() -> dict[str, str]:
    """This program's, with the places where it finds its modules; to look for plugins costs a tenth of the start."""
    places = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, "PYTHONPATH": places, "PYDANTIC_DISABLE_PLUGINS": "__all__"}
