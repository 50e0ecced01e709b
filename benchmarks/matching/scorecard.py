"""``make bench-matching``: accuracy, speed, memory and calibration of the matcher beside its peers, as JSON and a page.

usage: scorecard.py [SAMPLE] [-o OUT] [--sizes 50000 200000 1000000] [--queries 600] [--jobs 2] [--peers PYTHON]

SAMPLE holds register.csv and queries.csv with labels; without it accuracy is measured on a made-up register. Speed and
memory are measured on made-up registers of each size. PYTHON is that of the environment that holds what
peers/requirements.txt names; without it only recruitcheck is measured. Every contender runs in
a process of its own, one after the other; ours is the whole command's work on a built index, and its memory is the sum
over its processes.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import made_names
from measures import judge, measures
from page import write_page
from run_sample import answer, read_queries, read_register

HERE = Path(__file__).parent
OURS = "recruitcheck"
# Kinds of the labelled sample that no string decides by itself, beside those of the made-up one.
HARD = (
    frozenset({"acronym", "acronym_gen", "other_script", "transliteration_like", "alias_shared_word"}) | made_names.HARD
)
# Peers that scan every name are asked less: their speed is the same, and the page says how many they were asked.
ASKED = {"WRatio": 60, "FTS5 trigram": 120, "token_sort cdist": 256, "logic-v2 over ours": 300}
PEERS = (
    "WRatio",
    "token_sort cdist",
    "TF-IDF sparse_dot_topn",
    "tantivy 3-grams",
    "FTS5 trigram",
    "logic-v2 over ours",
    "splink",
)
PATIENCE = 1_800  # seconds for one peer at one size


def peak_mb(children: int) -> float:
    """Peak memory of this process and its children, each counted as the largest, in MB (Linux counts in kilobytes)."""
    own, largest = (resource.getrusage(kind).ru_maxrss for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + children * largest) / 1000


def perform(step: str, folder: Path, jobs: int) -> dict[str, float]:
    """Build the index, or answer the queries, in this process."""
    path = folder / "names.idx"
    if step == "build":
        from recruitcheck.matching.index import NameIndex

        started = time.perf_counter()
        NameIndex.build(path, read_register(folder / "register.csv"))
        return {
            "build_s": time.perf_counter() - started,
            "index_mb": path.stat().st_size / 1e6,
            "build_peak_mb": peak_mb(0),
        }
    rows = read_queries(folder / "queries.csv")
    took = answer(path, rows, folder / f"{OURS}.jsonl", top=10, jobs=jobs)
    return {"queries_per_s": len(rows) / took, "peak_mb": peak_mb(jobs if jobs > 1 else 0)}


def ours(folder: Path, jobs: int) -> dict[str, float]:
    """Both steps, each in a process of its own so that its memory is its own."""
    told: dict[str, float] = {}
    for step in ("build", "answer"):
        command = [sys.executable, __file__, "--step", step, "--folder", str(folder), "--jobs", str(jobs)]
        told |= json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def peer(name: str, python: Path, folder: Path) -> dict[str, Any]:
    """One peer on the folder's register; what went wrong is told, not raised: the others are measured all the same."""
    queries = folder / f"queries-{name.replace(' ', '-')}.csv"
    rows = read_queries(folder / "queries.csv")
    dice = random.Random(name)  # noqa: S311 - a drawing, no secret
    asked = dice.sample(rows, min(len(rows), ASKED.get(name, len(rows))))
    with queries.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(asked)
    out = folder / f"{name}.jsonl"
    command = [str(python), str(HERE / "peers" / "run.py"), name, str(folder / "register.csv"), str(queries), str(out)]
    try:
        done = subprocess.run(
            [*command, "--candidates", str(folder / f"{OURS}.jsonl")],
            check=True, capture_output=True, text=True, timeout=PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"failed": f"not done after {PATIENCE} s"}
    except subprocess.CalledProcessError as error:
        return {"failed": (error.stderr.strip().splitlines() or [f"exit {error.returncode}"])[-1][:200]}
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told | {"asked": len(asked)}


def accuracy(name: str, folder: Path) -> dict[str, Any]:
    """The measures of one contender's answers, over the queries that it was asked."""
    answers = {}
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            answers[told["query_id"]] = told["candidates"]
    asked = [row for row in read_queries(folder / "queries.csv") if row["query_id"] in answers]
    return measures(judge(asked, answers), HARD)


def contend(folder: Path, options: argparse.Namespace, peers: Iterable[str]) -> dict[str, Any]:
    """Everybody on one register."""
    results: dict[str, Any] = {OURS: ours(folder, options.jobs)}
    for name in peers if options.peers else ():
        sys.stderr.write(f"  {name} …\n")
        results[name] = peer(name, options.peers, folder)
    for name, told in results.items():
        if "failed" not in told:
            told["accuracy"] = accuracy(name, folder)
    return results


def copy_sample(sample: Path, folder: Path) -> Path:
    """The labelled sample beside what is made of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("register.csv", "queries.csv"):
        (folder / name).write_bytes((sample / name).read_bytes())
    return folder


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """The whole scorecard."""
    labelled = options.sample is not None and (options.sample / "queries.csv").is_file()
    folder = options.out / "accuracy"
    if labelled:
        copy_sample(options.sample, folder)
    else:
        made_names.write(folder, min(options.sizes), options.queries)
    results: dict[str, Any] = {
        "labelled": labelled,
        "names": sum(1 for _ in (folder / "register.csv").open(encoding="utf-8")) - 1,
        "jobs": options.jobs,
        "cores": os.cpu_count(),
        "load_before": os.getloadavg()[0],
        "accuracy": contend(folder, options, PEERS),
        "sizes": {},
    }
    for size in options.sizes:
        sys.stderr.write(f"{size:,} names\n")
        folder = made_names.write(options.out / f"made-{size}", size, options.queries)
        results["sizes"][size] = contend(folder, options, PEERS)
    return results


def show(results: dict[str, Any]) -> None:
    """The tables on a terminal."""
    columns = ("recall@1", "recall@10", "surface@1", "best_f1", "auc")
    print(
        f"{'accuracy, ' + format(results['names'], ',') + ' names':28}"
        + "".join(f"{name:>11}" for name in (*columns, "false@85", "false@90"))
    )
    for name, told in results["accuracy"].items():
        if "failed" in told:
            print(f"{name:28}{told['failed']}")
            continue
        found = told["accuracy"]
        cells = [
            *(found[column] for column in columns),
            *((found[key] or {}).get("all") for key in ("false@85", "false@90")),
        ]
        print(f"{name:28}" + "".join(f"{'–' if cell is None else format(cell, '.3f'):>11}" for cell in cells))
    for size, contenders in results["sizes"].items():
        print(f"\n{format(int(size), ',') + ' made-up names':28}{'build s':>11}{'queries/s':>11}{'peak MB':>11}")
        for name, told in contenders.items():
            cells = [told.get(key) for key in ("build_s", "queries_per_s", "peak_mb")]
            print(f"{name:28}" + (told["failed"] if "failed" in told else "".join(f"{cell:11.1f}" for cell in cells)))
    load, jobs, cores = results["load_before"], results["jobs"], results["cores"]
    print(f"\nload average before the run: {load:.1f}; {jobs} processes on {cores} cores")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sample", type=Path, nargs="?")
    parser.add_argument("-o", "--out", type=Path, default=Path("build/bench/matching"))
    parser.add_argument("--sizes", type=int, nargs="+", default=[50_000])
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--step", choices=("build", "answer"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.step:
        print(json.dumps(perform(options.step, options.folder, options.jobs)))
        return
    options.out.mkdir(parents=True, exist_ok=True)
    results = measure(options)
    (options.out / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    write_page(results, options.out / "scorecard.html")
    show(results)
    print(f"page: {options.out / 'scorecard.html'}")


if __name__ == "__main__":
    main()
