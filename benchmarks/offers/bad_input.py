"""Time and memory of the whole check on huge and hostile texts.

    python -m benchmarks.offers.bad_input [--size 1000000] [--only NAME]

Each text is checked in a process of its own, so that the peak of memory is its own. CPU time of one core.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time

from benchmarks.offers.speed import STAGES, stages

from recruitcheck.errors import RecruitcheckError
from recruitcheck.redflags import load_rules

SHAPES = {
    "one line of words": "the company keeps your passport and deducts 3 months of salary as a fee of 900 dollars ",
    "adverts": "Salary 1,200 SAR, 12 hours a day.\nFee 85,000 payable by candidate.\n\nPassport with the agent.\n",
    "one letter": "a",
    "digits": "1",
    "figures": "1,200 ",
    "blanks": " \n",
    "spaced letters": "p a s s p o r t ",
    "zero-width": "p\u200ba\u200bs\u200bs\u200bport ",
    "homoglyphs": "p\u0430ssport k\u0435pt ",
    "no spaces": "护照由老板保管",
    "surrogates": "\ud800\udfff passport ",
    "binary": "\x00\x01\x02\x7f",
    "lists": "- no fee: deposit\n",
    "not": "not no never ",
}


def main() -> int:
    """Print a line per shape."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of each text, about")
    parser.add_argument("--only", choices=SHAPES, help="one shape, in this process")
    options = parser.parse_args()
    if options.only is None:
        for name in SHAPES:
            subprocess.run(
                [sys.executable, "-m", "benchmarks.offers.bad_input", "--size", str(options.size), "--only", name],
                check=True,
            )
        return 0
    piece = SHAPES[options.only]
    size = len(piece.encode("utf-8", "surrogatepass"))
    text = piece * (options.size // size)
    rules = load_rules()
    stages(piece * 3 if piece.strip() else "a", rules)
    begun = time.process_time()
    try:
        told = ", ".join(f"{name} {spent:.1f}" for name, spent in zip(STAGES, stages(text, rules), strict=True))
    except RecruitcheckError as error:
        told = str(error)
    spent, peak = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{options.only:18s} {options.size:11,d} bytes {spent:7.1f} s {peak:7.0f} MB  {told}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
