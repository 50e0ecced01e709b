"""``make bench-matching``: accuracy, speed and memory of the matcher on a labelled sample, beside rapidfuzz alone.

usage: run.py FOLDER [-o OUT] [--jobs 2] [--peer-queries 100]

FOLDER: register.csv, queries.csv and its score.py, which defines every measure. The peer is rapidfuzz
``process.extract`` with WRatio over folded names, brute force, on every n-th query; ours is scored on the same slice
too. Prints a table and writes ``results.json``. Each step runs in processes of its own; memory is their peak, summed.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from run_sample import answer, read_queries, read_register

from recruitcheck.matching.index import NameIndex

SHOWN = ("recall@1", "recall@10", "surface@1", "best_f1", "auc")
STEPS = ("build", "recruitcheck", "WRatio")


def score(scorer: Path, matches: Path, queries: Path) -> dict[str, Any]:
    """What the sample's own scorer says."""
    command = [sys.executable, str(scorer), str(matches), "--queries", str(queries), "--json"]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def build(folder: Path, out: Path) -> dict[str, float]:
    """Write the index."""
    path = out / "sample.idx"
    started = time.perf_counter()
    NameIndex.build(path, read_register(folder / "register.csv"))
    return {"seconds": time.perf_counter() - started, "index_mb": path.stat().st_size / 1e6}


def wratio(folder: Path, queries: list[dict[str, str]], out: Path) -> dict[str, float]:
    """rapidfuzz alone, one process."""
    from rapidfuzz import fuzz, process

    from recruitcheck.names import fold

    with (folder / "register.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["id"]: fold(row["name"]) for row in rows}
    started = time.perf_counter()
    with (out / "WRatio.jsonl").open("w", encoding="utf-8") as lines:
        for row in queries:
            found = process.extract(fold(row["query_name"]), names, scorer=fuzz.WRatio, limit=10)
            answers = [{"source_id": key, "score": points} for _, points, key in found]
            lines.write(json.dumps({"query_id": row["query_id"], "candidates": answers}) + "\n")
    return {"queries_per_s": len(queries) / (time.perf_counter() - started)}


def peak_mb(children: int) -> float:
    """Peak memory of this process and its children, each counted as the largest, in MB (Linux counts in kilobytes)."""
    own, largest = (resource.getrusage(kind).ru_maxrss for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + children * largest) / 1000


def perform(step: str, options: argparse.Namespace) -> dict[str, float]:
    """Run one step in this process."""
    if step == "build":
        return build(options.folder, options.out) | {"peak_mb": peak_mb(0)}
    if step == "WRatio":
        return wratio(options.folder, read_queries(options.out / "slice.csv"), options.out) | {"peak_mb": peak_mb(0)}
    queries = read_queries(options.out / "queries.csv")
    matches = options.out / "recruitcheck.jsonl"
    took = answer(options.out / "sample.idx", queries, matches, top=10, jobs=options.jobs)
    children = options.jobs if options.jobs > 1 else 0
    return {"queries_per_s": len(queries) / took, "peak_mb": peak_mb(children)}


def write_slices(options: argparse.Namespace) -> None:
    """All queries, and every n-th of them for the slow peer."""
    rows = read_queries(options.folder / "queries.csv")
    step = max(1, len(rows) // max(1, options.peer_queries))
    for name, part in (("queries.csv", rows), ("slice.csv", rows[::step])):
        with (options.out / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(part)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=Path("build/bench/matching"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--peer-queries", type=int, default=100)
    parser.add_argument("--only", choices=STEPS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(perform(options.only, options)))
        return
    if not (options.folder / "score.py").is_file():
        print(f"left out: there is no labelled sample in {options.folder}")
        return
    options.out.mkdir(parents=True, exist_ok=True)
    write_slices(options)
    results: dict[str, Any] = {"load_average": os.getloadavg()[0], "jobs": options.jobs}
    for step in STEPS:
        done = subprocess.run([sys.executable, *sys.argv, "--only", step], check=True, capture_output=True, text=True)
        results[step] = json.loads(done.stdout)
    scorer, out = options.folder / "score.py", options.out
    results["recruitcheck"]["scores"] = score(scorer, out / "recruitcheck.jsonl", out / "queries.csv")
    results["recruitcheck"]["slice"] = score(scorer, out / "recruitcheck.jsonl", out / "slice.csv")
    results["WRatio"]["slice"] = score(scorer, out / "WRatio.jsonl", out / "slice.csv")
    (out / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    show(results)


def show(results: dict[str, Any]) -> None:
    """The table."""
    rows = (("recruitcheck", "scores"), ("recruitcheck", "slice"), ("WRatio", "slice"))
    print(f"{'':24}" + "".join(f"{name:>11}" for name in (*SHOWN, "false@85", "false@90", "queries/s", "peak MB")))
    for contender, part in rows:
        told = results[contender]
        false = [(told[part][f"false@{share}"] or {}).get("all") for share in (85, 90)]
        cells = [*(told[part][name] for name in SHOWN), *false]
        shown = "".join(f"{'–' if cell is None else format(cell, '.3f'):>11}" for cell in cells)
        print(f"{contender + ' ' + part:24}{shown}{told['queries_per_s']:11.0f}{told['peak_mb']:11.0f}")
    built = results["build"]
    print(f"index: built in {built['seconds']:.1f} s, {built['index_mb']:.0f} MB, peak {built['peak_mb']:.0f} MB")
    print(f"load average before the run: {results['load_average']:.1f}")


if __name__ == "__main__":
    main()
