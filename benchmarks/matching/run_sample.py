"""Run the matcher over a labelled sample of names and write the answers for its scorer.

usage: run_sample.py FOLDER OUTPUT.jsonl [--top 10] [--limit N] [--jobs 1]

FOLDER holds register.csv (id, name, country) and queries.csv (query_id, query_name, …). The index is the one of
``registry match``, built into a temporary folder. Nothing of the sample sets a weight or a threshold.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from recruitcheck.intake.name_queries import Asked, Manner, best_answers, resolved
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName
from recruitcheck.model import Name


def read_register(path: Path) -> Iterator[IndexName]:
    """The names of a plain register."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            country = resolved(row.get("country", "")) or ""
            entry = IndexedEntry(f"sample:{row['id']}", row["id"], row["name"], country)
            yield IndexName(entry, Name(row["name"]))


def read_queries(path: Path, limit: int | None = None) -> list[dict[str, str]]:
    """The queries, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[:limit]


def answer(index: Path, queries: list[dict[str, str]], output: Path, *, top: int, jobs: int) -> float:
    """Write one line per query; returns seconds."""
    started = time.perf_counter()
    names = (Asked(row["query_id"], row["query_name"], row.get("query_country") or "", written=True) for row in queries)
    with output.open("w", encoding="utf-8") as out:
        for found in best_answers(names, Manner(index, top), jobs=jobs):
            out.write(found.line + "\n")
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    queries = read_queries(options.folder / "queries.csv", options.limit)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.idx"
        started = time.perf_counter()
        NameIndex.build(path, read_register(options.folder / "register.csv"))
        built = time.perf_counter() - started
        took = answer(path, queries, options.output, top=options.top, jobs=options.jobs)
    sys.stderr.write(f"built {built:.1f} s, {len(queries) / took:.0f} queries/s in {options.jobs} process(es)\n")


if __name__ == "__main__":
    main()
