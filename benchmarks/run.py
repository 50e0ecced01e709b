"""``make bench``: every measurement that this machine can make, one after the other.

Those that need the real lists or the labelled samples beside the checkout are left out, and said to be, where they
are absent.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("RECRUITCHECK_SHARED", ROOT.parent / "shared"))
OUT = ROOT / "build" / "bench"


def run(title: str, *command: str) -> None:
    """Run one measurement and show what it prints."""
    print(f"\n== {title}", flush=True)
    subprocess.run([sys.executable, *command], check=False, cwd=ROOT)


def main() -> None:
    """All of them."""
    OUT.mkdir(parents=True, exist_ok=True)
    run("import against the floor", "-m", "benchmarks.registry.run")
    run("drafting definitions", "-m", "benchmarks.registry.drafting", "--shared", str(SHARED))
    texts, own = "benchmarks/offers/texts/en/first.jsonl", str(OUT / "own-predictions.jsonl")
    run("offers: our own labelled texts", "benchmarks/offers/predict.py", texts, "-o", own)
    run("their score", "benchmarks/offers/score.py", texts, own)
    names, offers = SHARED / "names-sample", SHARED / "offers-sample"
    if names.is_dir():
        matches = str(OUT / "matches.jsonl")
        run("matching on the labelled sample", "benchmarks/matching/run_sample.py", str(names), matches)
        run("its scorer", str(names / "score.py"), matches)
    if offers.is_dir():
        predictions = str(OUT / "predictions.jsonl")
        run(
            "offers on the labelled sample",
            "benchmarks/offers/predict.py",
            str(offers / "cases.jsonl"),
            "-o",
            predictions,
        )
        run("its scorer", str(offers / "score.py"), predictions)
    if not (names.is_dir() and offers.is_dir()):
        print("\nleft out: the labelled samples are not beside this checkout (RECRUITCHECK_SHARED names another place)")


if __name__ == "__main__":
    main()
