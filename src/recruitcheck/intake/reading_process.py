"""A process of its own that reads and understands a list while another writes it; started by ``second_reader``.

It is told what to read on its standard input and answers there with frames; it opens no database and writes no file.
It ends when its work is done, and when the process that started it is gone.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.intake.frames import Frame, batch_frame, read_frame, write_frame
from recruitcheck.registry import Definition, ListMapping, read_table
from recruitcheck.registry.readers import reader
from recruitcheck.store import Preparation


def main() -> None:
    """Serve one list over the standard streams."""
    with suppress(ValueError, OSError):  # an interrupt is for the process that writes; it ends this one
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # batches hold no circles, and the process ends with the list
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    """Read the order from ``asked`` and tell the list on ``told``, an error of it too."""
    order = read_frame(asked)
    if order is None:
        return
    try:
        _tell(order.head, asked, told)
    except (InputError, RegistryError) as error:
        head = {"kind": "error", "type": type(error).__name__, "what": error.what, "where": error.where}
        write_frame(told, Frame({**head, "todo": error.todo}))


def _tell(order: dict[str, Any], asked: BinaryIO, told: BinaryIO) -> None:
    reader.BATCH_ROWS = order["batch_rows"]  # those to skip are counted by batches, so both must cut alike
    definition = Definition.model_validate_json(order["definition"])
    mapping = ListMapping(definition, read_table(Path(order["path"]), definition))
    preparation = Preparation(definition.jurisdiction, search=order["search"], hashes=order["hashes"])
    for number, batch in enumerate(mapping.read()):
        if number >= order["skip"]:  # those before are held by the other side
            write_frame(told, batch_frame(preparation.prepared(batch)))
    write_frame(told, Frame({"kind": "read", **mapping.tally().told()}))
    for batch in mapping.merged(lambda rows: _rows_back(rows, asked, told)):
        write_frame(told, batch_frame(preparation.prepared(batch)))
    write_frame(told, Frame({"kind": "end", **mapping.tally().told()}))


def _rows_back(rows: Sequence[int], asked: BinaryIO, told: BinaryIO) -> list[dict[str, str]]:
    """Rows that were sent before, from where they are kept."""
    write_frame(told, Frame({"kind": "rows", "rows": list(rows)}))
    answer = read_frame(asked)
    if answer is None:
        raise BrokenPipeError
    found: list[dict[str, str]] = answer.head["rows"]
    return found
