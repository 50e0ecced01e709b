"""Time and memory of `recruitcheck check offer` on huge and hostile texts, each as a file and in a process of its own.

    python -m benchmarks.offers.bad_input [--size 1000000] [--only NAME ...] [--huge]

CPU time of one core and the peak of memory, the program's own start included; then how it ended: the exit code and
what the report says was not read. `--huge` adds one line of 10 MB and a text of 50 MB less a little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

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
    "questions": "fee? no. ",
    "labels": "Salary: Wage: Fee: ",
    "mails": "a@b.c www.d. ",
    "dates": "1.2.2024 - March 3 ",
    "brackets": "((((((",
}
_HUGE = (("one line of words", 10_000_000), ("adverts", 10_000_000), ("one line of words", 52_000_000))


def cases(size: int, only: list[str] | None, *, huge: bool) -> Iterator[tuple[str, int]]:
    """Names of shapes and bytes of their texts."""
    yield from ((name, size) for name in only or SHAPES)
    if huge:
        yield from _HUGE


def run(name: str, size: int, folder: Path) -> str:
    """One line on one text."""
    piece = SHAPES[name].encode("utf-8", "surrogatepass")
    path = folder / "text.txt"
    path.write_bytes(piece * (size // len(piece)))
    command = [sys.executable, "-m", "recruitcheck", "check", "offer", str(path), "--db", str(folder / "r.db")]
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen([*command, "--format", "json"], stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return f"{name:18s} {size:11,d} bytes {seconds:7.1f} s {peak:6.0f} MB  exit {code}: {_told(folder)}\n"


def _told(folder: Path) -> str:
    """The outcome, how many findings, and what was not read; or the error."""
    written = (folder / "out").read_text(encoding="utf-8", errors="replace").strip()
    if not written.startswith("{"):
        return next(iter((folder / "err").read_text(encoding="utf-8", errors="replace").splitlines()), "nothing said")
    report = json.loads(written)
    unread = "; ".join(gap["what"] for gap in report["not_checked"] if gap["code"] == "particulars_incomplete")
    told = f"{report['outcome']}, {len(report['findings'])} findings"
    return told + (f", not read to the end: {unread}" if unread else "")


def main() -> int:
    """Print a line per text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of each text, about")
    parser.add_argument("--only", choices=SHAPES, nargs="*", help="these shapes alone")
    parser.add_argument("--huge", action="store_true", help="10 MB and 50 MB as well")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, size in cases(options.size, options.only, huge=options.huge):
            sys.stdout.write(run(name, size, Path(folder)))
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
