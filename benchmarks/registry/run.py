"""Import of a made-up list against the floor, in one run: seconds of CPU, ratio, size.

usage: python -m benchmarks.registry.run [ROWS]
"""

from __future__ import annotations

import csv
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.registry.floor import load
from recruitcheck.intake import import_file
from recruitcheck.registry import Definition, load_definition
from recruitcheck.store import Store

_DEFINITION = """
id: bench
title: Made-up list for measuring
authority: Nobody
jurisdiction: "NP"
kind: licensing
coverage: current
absence_means: not_licensed
identity: [licence_number]
shelf_life_days: 30
layouts:
  - when: ["Licence", "Name", "Status", "Until"]
    columns:
      name: "Name"
      licence_number: "Licence"
      status: {from: "Status", words: {"Active": valid, "Suspended": suspended}}
      valid_to: {from: "Until", date: "%Y-%m-%d"}
      address: "Address"
      place: "Town"
      phone: "Phone"
      email: "Mail"
"""
_WORDS = (
    "Himal",
    "Terai",
    "Lotus",
    "Bridge",
    "Garden",
    "Summit",
    "River",
    "Anchor",
    "Meadow",
    "Harbour",
    "Falcon",
    "Cedar",
)
_MARKET = ("Overseas", "Manpower", "International", "Recruitment", "Employment", "Services", "Consultants")
_SYLLABLES = ("ka", "mi", "to", "ra", "ne", "lu", "shi", "po", "da", "ve")


def write_list(path: Path, rows: int, seed: int = 7) -> None:
    """A list of made-up agencies; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Licence", "Name", "Status", "Until", "Address", "Town", "Phone", "Mail"])
        for number in range(rows):
            syllables = "".join(chance.choice(_SYLLABLES) for _ in range(3))
            name = f"{syllables.title()} {chance.choice(_WORDS)} {chance.choice(_MARKET)} Pvt. Ltd."
            writer.writerow(
                [
                    f"{number:06d}",
                    name,
                    "Active" if chance.random() > 0.02 else "Suspended",
                    f"20{27 + number % 4}-0{1 + number % 9}-15",
                    f"{number % 300} Made-up Road",
                    chance.choice(["Kathmandu", "Pokhara", "Lalitpur"]),
                    f"+977 1 {5000000 + number}",
                    f"office{number}@agency{number % 5000}.example",
                ]
            )


def _cpu(function: object, *arguments: object) -> float:
    began = time.process_time()
    function(*arguments)  # type: ignore[operator]
    return time.process_time() - began


def _import(source: Path, database: Path, definition: Definition, day: date) -> None:
    with Store.open(database) as store:
        import_file(store, definition, source, published=day, retrieved=None, now=datetime.now(UTC))


def measure(rows: int, rounds: int = 3) -> None:
    """Print medians of ``rounds`` interleaved rounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bench.yml").write_text(_DEFINITION, encoding="utf-8")
        definition = load_definition(folder / "bench.yml")
        source = folder / "list.csv"
        write_list(source, rows)
        _import(source, folder / "warm.db", definition, date(2026, 1, 1))
        floors, imports, again = [], [], []
        for number in range(rounds):
            floors.append(_cpu(load, source, folder / f"floor{number}.db"))
            imports.append(_cpu(_import, source, folder / f"{number}.db", definition, date(2026, 1, 1)))
            again.append(_cpu(_import, source, folder / f"{number}.db", definition, date(2026, 2, 1)))
        ratios = [one / floor for one, floor in zip(imports, floors, strict=True)]
        size = (folder / "0.db").stat().st_size
        print(f"rows {rows:,}, rounds {rounds}, CPU seconds (median)")
        print(f"  floor                      {statistics.median(floors):8.2f}")
        ratio = statistics.median(ratios)
        print(f"  import to searchable       {statistics.median(imports):8.2f}   {ratio:.1f} x the floor")
        print(f"  the same rows a month on   {statistics.median(again):8.2f}")
        print(f"  database after both        {size / 1e6:8.1f} MB")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
