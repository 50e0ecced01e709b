"""How well predictions meet the labels: precision, recall and F1 per category, traps, quotes; open and kept apart.

    python benchmarks/offers/score.py CASES.jsonl PREDICTIONS.jsonl

`part` of a case is "open" (read while rules are written) or "kept" (never read then); only the kept figure says how
unseen texts of the same writer fare.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Case = dict[str, Any]


def f1(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall, F1 of hits ("tp"), false alarms ("fp") and misses ("fn")."""
    found, asked = counts["tp"] + counts["fp"], counts["tp"] + counts["fn"]
    precision = counts["tp"] / found if found else 0.0
    recall = counts["tp"] / asked if asked else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def report(name: str, cases: Iterable[Case], said: dict[str, Case]) -> list[str]:
    """Lines of one part."""
    per: dict[str, Counter[str]] = defaultdict(Counter)
    traps = fired = clean = flagged = quotes = inexact = texts = 0
    for case in cases:
        texts += 1
        prediction = said.get(case["id"], {"categories": [], "evidence": []})
        labels, given = set(case["labels"]), set(prediction["categories"]) - set(case["ignore"])
        for category in labels | given:
            kind = "tp" if category in labels & given else "fp" if category in given else "fn"
            per[category][kind] += 1
        traps += len(case["traps"])
        fired += len(set(case["traps"]) & given)
        clean += not labels
        flagged += not labels and bool(given)
        quotes += len(prediction["evidence"])
        inexact += sum(item["quote"] not in case["text"] for item in prediction["evidence"])
    total = sum(per.values(), Counter())
    lines = [f"{name}: {texts} texts"]
    lines += [f"  {category:30s} P {p:.2f} R {r:.2f} F1 {f:.2f}" for category, (p, r, f) in _rows(per)]
    lines.append("  micro P {:.3f} R {:.3f} F1 {:.3f}".format(*f1(total)))
    macro = sum(f for _, (_, _, f) in _rows(per)) / max(1, len(per))
    lines.append(f"  macro F1 {macro:.3f}; traps fired {fired}/{traps}; clear texts flagged {flagged}/{clean}")
    lines.append(f"  quotes not in the text {inexact}/{quotes}")
    return lines


def _rows(per: dict[str, Counter[str]]) -> list[tuple[str, tuple[float, float, float]]]:
    return [(category, f1(per[category])) for category in sorted(per)]


def _read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> int:
    """Print the figures of the open and of the kept part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("predictions", type=Path)
    options = parser.parse_args()
    cases, said = _read(options.cases), {item["id"]: item for item in _read(options.predictions)}
    for part in ("open", "kept"):
        chosen = [case for case in cases if case.get("part", "open") == part]
        if chosen:
            sys.stdout.write("\n".join(report(part, chosen, said)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
