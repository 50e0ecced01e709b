"""One measurement in a process of its own: ``python -m benchmarks.registry.step NAME ARGUMENT…`` prints one JSON line.

Seconds of CPU (``cpu`` of all processes, ``own`` of this one alone) and of the clock for what is measured, without
start-up; peak memory, that of a second process added.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.registry import floor
from benchmarks.registry.made_up import DEFINITION, PDF_DEFINITION

FIRST, SECOND = date(2026, 1, 1), date(2026, 2, 1)
SEARCHES = 60


def _definition(text: str, folder: Path):  # type: ignore[no-untyped-def]
    from recruitcheck.registry import load_definition

    path = folder / "definition.yml"
    path.write_text(text, encoding="utf-8")
    return load_definition(path)


def _import(source: Path, database: Path, day: date) -> dict[str, float]:
    from recruitcheck.intake import import_file
    from recruitcheck.store import Store

    definition = _definition(DEFINITION, database.parent)

    def work() -> int:
        with Store.open(database) as store:
            return import_file(store, definition, source, published=day, retrieved=None, now=datetime.now(UTC)).read

    return _timed(work)


def _timed(work: Callable[[], int]) -> dict[str, float]:
    clock, own, all_ = time.perf_counter(), time.process_time(), _all_cpu()
    rows = work()
    own = time.process_time() - own
    return {"cpu": _all_cpu() - all_, "own": own, "seconds": time.perf_counter() - clock, "rows": rows}


def _all_cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _without_search(source: Path, database: Path, day: date) -> dict[str, float]:
    from recruitcheck.store.names_index import NameIndexWriter

    NameIndexWriter.make_searchable = lambda self, *, least=1: None  # type: ignore[method-assign]
    return _import(source, database, day)


def _search(database: Path, day: date) -> dict[str, float]:
    """The median of searches for many names and numbers, in a database just opened."""
    from recruitcheck.store import Store

    texts = [
        f"{name} {word}" for name in ("Kamito", "Ranelu", "Shipoda", "Vekara") for word in ("Himal", "Cedar", "ovrseas")
    ]
    times = []
    with Store.open(database, read_only=True) as store:
        for number in range(SEARCHES):
            text = texts[number % len(texts)] if number % 3 else f"{1 + 7919 * number:07d}"
            began = time.process_time()
            store.search(text, registry="bench", as_of=day, known_on=date(2100, 1, 1), limit=20)
            times.append(time.process_time() - began)
    median = statistics.median(times)
    return {"cpu": median, "own": median, "seconds": median, "rows": SEARCHES}


def _diff(database: Path) -> dict[str, float]:
    from recruitcheck.store import Store

    def work() -> int:
        with Store.open(database, read_only=True) as store:
            first, second = store.snapshots("bench")
            return sum(1 for _ in store.changes(first.id, second.id))

    return _timed(work)


def _read(source: Path, text: str) -> dict[str, float]:
    from recruitcheck.registry import read_table

    definition = _definition(text, source.parent)
    return _timed(lambda: sum(len(batch.cells) for batch in read_table(source, definition).batches))


STEPS: dict[str, Callable[..., dict[str, float]]] = {
    "floor": lambda source, database: _timed(lambda: floor.load(source, database)),
    "import": lambda source, database: _import(source, database, FIRST),
    "import_without_search": lambda source, database: _without_search(source, database, FIRST),
    "import_again": lambda source, database: _import(source, database, SECOND),
    "search": lambda database: _search(database, SECOND),
    "search_as_of": lambda database: _search(database, FIRST),
    "diff": _diff,
    "xlsx_floor": lambda source: _timed(lambda: floor.workbook(source)),
    "xlsx": lambda source: _read(source, DEFINITION),
    "pdf_floor": lambda source: _timed(lambda: floor.pdf(source)),
    "pdf": lambda source: _read(source, PDF_DEFINITION),
}


def main() -> None:
    """Run the step that the arguments name."""
    others: dict[str, float] = {}
    threading.Thread(target=_watch, args=(others,), daemon=True).start()
    found = STEPS[sys.argv[1]](*map(Path, sys.argv[2:]))
    second = max(others.values(), default=0.0)
    print(json.dumps({**found, "peak_mb": round(_peak_mb("self") + second, 1), "second_mb": round(second, 1)}))


def _watch(peaks: dict[str, float]) -> None:
    """Note the peaks of processes that this one starts, where the system tells them."""
    while True:
        for listed in Path("/proc/self/task").glob("*/children"):
            with suppress(OSError, StopIteration):
                for process in listed.read_text().split():
                    if b"reading_process" in Path(f"/proc/{process}/cmdline").read_bytes():
                        peaks[process] = _peak_mb(process)
        time.sleep(0.1)


def _peak_mb(process: str) -> float:
    """Of one process alone: where the system tells it apart, without what it was started from."""
    status = Path(f"/proc/{process}/status")
    if status.is_file():
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
