"""Measure how fast particulars are read: first use, real texts and hostile ones.

    python benchmarks/offers/run_particulars.py [CASES.jsonl] [--size 1000000]

A case is {"text"}; by default the English cases beside this file. Each row states characters, facts, processor seconds
and million characters a second; a row ends in "!" where more stood in the text than is read of one document.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

_BEGAN = time.process_time()

from recruitcheck.documents import document_from_text  # noqa: E402 - the import is measured too
from recruitcheck.particulars import extract  # noqa: E402

_IMPORTED = time.process_time()
HOSTILE = {
    "digits": "9",
    "comma digits": "1,",
    "spaced digits": "1 ",
    "hyphened digits": "1-",
    "one letter": "a",
    "words": "abc de ",
    "amounts": "USD 5 ",
    "fees": "pay you usd 5 fee ",
    "dates": "1.1.2020 ",
    "hours": "12 hours a day ",
    "labels": "licence no ",
    "workers": "worker: ",
    "mail heads": "a@",
    "dots": "a.",
    "brackets": "(",
    "Chinese": "每天12小时押金2000元工资",
    "Nepali": "तलब रु १७०० २ वर्ष करार ",
}


def _measure(name: str, text: str) -> None:
    document = document_from_text(text)
    began = time.process_time()
    found = extract(document)
    seconds = time.process_time() - began
    rate = len(text) / max(seconds, 1e-9) / 1e6
    print(
        f"{name:18}{len(text):>11,}{len(found.facts):>9,}{seconds:>9.3f}{rate:>9.2f}{' !' if found.incomplete else ''}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=Path(__file__).parent / "texts" / "en" / "first.jsonl")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of each long text")
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.cases.read_text(encoding="utf-8").splitlines() if line]
    advert = document_from_text(max(texts, key=len)[:1000])
    began = time.process_time()
    extract(advert)
    print(f"imports {_IMPORTED - _BEGAN:.3f} s, first use {time.process_time() - began:.3f} s")
    print(f"{'text':18}{'characters':>11}{'facts':>9}{'seconds':>9}{'Mchar/s':>9}")
    _measure("one advert", advert.text)
    joined = "\n\n".join(texts)
    _measure("all cases", joined)
    _measure("cases repeated", (joined * (options.size // len(joined) + 1))[: options.size])
    for name, piece in HOSTILE.items():
        _measure(name, (piece * (options.size // len(piece) + 1))[: options.size])


if __name__ == "__main__":
    main()
