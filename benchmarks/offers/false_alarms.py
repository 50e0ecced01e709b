"""How often each rule fires on labelled texts that do not state its family: `redflags/false_alarms.yml`.

    python benchmarks/offers/false_alarms.py [CASES.jsonl ...] > src/recruitcheck/redflags/false_alarms.yml

Without arguments: every labelled file beside this script. `explain RULE` shows the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from recruitcheck.documents import document_from_text, parse_kind
from recruitcheck.particulars import extract
from recruitcheck.redflags import load_rules, scan

_HERE = Path(__file__).resolve().parent


def main() -> int:
    """Print the YAML."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, nargs="*")
    options = parser.parse_args()
    rules = load_rules()
    families = {rule.id: rule.practice.partition(".")[0] for rule in rules.rules}
    without: Counter[str] = Counter()
    fired: Counter[str] = Counter()
    for path in options.cases or sorted((_HERE / "texts").glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            stated = {*case["labels"], *case["ignore"]}
            document = document_from_text(case["text"], kind=parse_kind(case.get("doc_type") or ""))
            hit = {found.rule_id for found in scan(document, extract(document), rules).hits}
            for rule_id, family in families.items():
                if family not in stated:
                    without[rule_id] += 1
                    fired[rule_id] += rule_id in hit
    say = sys.stdout.write
    say("# Of labelled texts that do not state the rule's family (benchmarks/offers), how many it fired on.\n")
    say("# Written by benchmarks/offers/false_alarms.py.\nrules:\n")
    for rule_id in sorted(families):
        say(f"  {rule_id}: {{texts: {without[rule_id]}, fired: {fired[rule_id]}}}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
