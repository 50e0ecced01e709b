"""What the whole command ``registry match`` takes: clock, processor time and the memory of all its processes.

usage: whole_command.py FOLDER [--rounds 5] [--jobs 2] [--keep DATABASE]

FOLDER holds register.csv (id, name, country) and queries.csv (query_id, query_name, …). The register is imported into a
database, the first question builds the index, and each round then runs the command as a user would. Beside it stand
``--version``, which is the process's own start, and one question from a cold process. Linux only: memory is read from
/proc, several times a second; pages that processes share are counted once (PSS), and once for each (RSS). Byte code is
kept in a folder of this run, as an installed package has it: where a checkout may write none, each process compiles
what changed, and its start measures that.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

LIST = "bench-names"
PAUSE = 0.02  # seconds between two looks at the memory
DEFINITION = f"""\
id: {LIST}
title: Names to be measured
authority: Nobody
jurisdiction: "XX"
kind: licensing
coverage: current
absence_means: nothing
shelf_life_days: 36500
identity: ["source_id"]
merge: false
layouts:
  - when: ["id", "name", "country"]
    columns:
      name: "name"
      source_id: "id"
      country: "country"
      status: {{constant: valid, why: "only names are measured"}}
"""


def family(pid: int) -> list[int]:
    """A process and all that come of it."""
    found = [pid]
    for parent in found:
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:  # it has just ended
            continue
    return found


def memory(pid: int) -> tuple[float, float]:
    """PSS and RSS of a process, in MB; 0 where it has ended."""
    try:
        told = dict(
            line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:] if ":" in line
        )
    except OSError:
        return 0.0, 0.0
    return int(told["Pss"].split()[0]) / 1024, int(told["Rss"].split()[0]) / 1024


def measured(arguments: list[str], out: Path) -> dict[str, float]:
    """One run of the command; ``out`` stands in the folder of this run."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(out.parent / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    peak = [0.0, 0.0]
    with out.open("wb") as stdout:
        running = subprocess.Popen(
            [sys.executable, "-m", "recruitcheck", *arguments],
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        while running.poll() is None:
            each = [memory(pid) for pid in family(running.pid)]
            peak = [max(most, sum(one[at] for one in each)) for at, most in enumerate(peak)]
            time.sleep(PAUSE)
    clock = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if running.returncode:
        raise SystemExit(f"recruitcheck {' '.join(arguments)} ended with {running.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"clock_s": clock, "cpu_s": cpu, "pss_mb": peak[0], "rss_mb": peak[1]}


def best(arguments: list[str], out: Path, rounds: int) -> dict[str, float]:
    """Several runs: the quickest and the middle one by the clock, the least processor time, the most memory."""
    every = [measured(arguments, out) for _ in range(rounds)]
    told = {name: (max if name.endswith("mb") else min)(one[name] for one in every) for name in every[0]}
    return {name: round(value, 3) for name, value in told.items()} | {
        "median_clock_s": round(median(one["clock_s"] for one in every), 3)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="database to use again, or to make")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = options.keep or folder / "names.db"
        shared = ["--db", str(database), "--quiet"]
        definition, one, out = folder / "names.yml", folder / "one.csv", folder / "answers.jsonl"
        definition.write_text(DEFINITION, encoding="utf-8")
        queries = options.folder / "queries.csv"
        first = queries.read_text(encoding="utf-8").splitlines()
        one.write_text("\n".join(first[:2]) + "\n", encoding="utf-8")
        told: dict[str, object] = {"cores": os.cpu_count(), "load_before": os.getloadavg()[0]}
        measured(["--version"], out)  # writes the byte code
        if not database.exists():
            register = str(options.folder / "register.csv")
            means = ["--definition", str(definition), "--retrieved", "2026-11-20"]
            told["import"] = best([*shared, "registry", "import", LIST, register, *means], out, 1)
        match = [*shared, "registry", "match", "--jobs", str(options.jobs)]
        told["first_question"] = best([*match, str(one)], out, 1)
        told["own_start"] = best(["--version"], out, options.rounds)
        told["one_question"] = best([*match, str(one)], out, options.rounds)
        told["list"] = found = best([*match, "--top", "10", str(queries)], out, options.rounds)
        told["queries_per_s"] = round(sum(1 for _ in out.open(encoding="utf-8")) / found["clock_s"], 1)
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
