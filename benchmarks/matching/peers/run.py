"""Run one peer: ``run.py PEER REGISTER.csv QUERIES.csv OUT.jsonl [--top 10]``; prints its figures as JSON.

The time of a peer starts when its index stands; reading the files counts for nobody. Scores are stretched to 0–100 over
the run where the peer has no ceiling (bm25, match weights): no measure but the calibration depends on it.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import full_text
import linkage
import logic
import rapidfuzz_scan
import tfidf

Row = tuple[str, str]
Peer = Callable[[Sequence[Row], Sequence[Row], int], Iterator[list[tuple[str, float]]]]
PEERS: dict[str, Peer] = {
    "WRatio": rapidfuzz_scan.wratio,
    "token_sort cdist": rapidfuzz_scan.token_sort,
    "TF-IDF sparse_dot_topn": tfidf.cosine,
    "tantivy 3-grams": full_text.tantivy,
    "FTS5 trigram": full_text.fts5,
    "logic-v2 over ours": logic.logic_v2,
    "splink": linkage.splink,
}


def read(path: Path, key: str, name: str) -> list[Row]:
    """Two columns of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row[key], row[name]) for row in csv.DictReader(file)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("register", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--candidates", type=Path, help="answers of recruitcheck, for the peer that judges them")
    options = parser.parse_args()
    register = read(options.register, "id", "name")
    queries = read(options.queries, "query_id", "query_name")
    logic.CANDIDATES = options.candidates
    started = time.perf_counter()
    answers = PEERS[options.peer](register, queries, options.top)
    next(answers)  # the empty list that says "ready"
    built = time.perf_counter()
    found = list(answers)
    took = time.perf_counter() - built
    ceiling = max((points for answer in found for _, points in answer), default=0.0)
    scale = 100 / ceiling if ceiling > 100 else 1.0
    with options.out.open("w", encoding="utf-8") as lines:
        for (key, _), answer in zip(queries, found, strict=True):
            told = [{"source_id": entry, "score": points * scale} for entry, points in answer]
            lines.write(json.dumps({"query_id": key, "candidates": told}) + "\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"build_s": built - started, "queries_per_s": len(queries) / took, "peak_mb": peak}))


if __name__ == "__main__":
    main()
