"""Scan labelled texts and write what was flagged, one JSON line per text.

    python benchmarks/offers/predict.py CASES.jsonl -o PREDICTIONS.jsonl

A case is {"id", "text"} with optional "doc_type"; the language is guessed from the text. A
prediction is {"id", "categories", "evidence": [{"category", "quote"}]}: categories of findings flagged (or, with
--review, to be reviewed), quotes exactly as in the text.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from recruitcheck.checks.offer import check_offer
from recruitcheck.documents import document_from_text, parse_kind
from recruitcheck.model import CheckDates, Corridor, DocumentOrigin, Outcome, QuoteEvidence
from recruitcheck.particulars import extract
from recruitcheck.redflags import RuleSet, judge_terms, load_rules, scan

_DAY = date(2026, 1, 1)  # no check of an offer depends on it


def predict(case: dict[str, Any], rules: RuleSet, counted: frozenset[Outcome]) -> dict[str, Any]:
    """What the whole check of one text says."""
    document = document_from_text(
        case["text"],
        id="d1",
        path=None,
        kind=parse_kind(case.get("doc_type") or ""),
        origin=DocumentOrigin.UNKNOWN,
    )
    particulars = extract(document)
    result = check_offer(
        document,
        particulars,
        scan(document, particulars, rules),
        judge_terms(document, particulars),
        Corridor(),
        CheckDates(_DAY, _DAY),
    )
    findings = [finding for finding in result.findings if finding.outcome in counted]
    evidence = [
        {"category": finding.category, "quote": item.text}
        for finding in findings
        for item in finding.evidence
        if isinstance(item, QuoteEvidence)
    ]
    return {
        "id": case["id"],
        "categories": sorted({finding.category for finding in findings}),
        "evidence": evidence,
        "rules": sorted({finding.rule for finding in findings}),
    }


def main() -> int:
    """Write the predictions; the time per text goes to stderr."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--review", action="store_true", help="count findings that a person must decide as well")
    options = parser.parse_args()
    rules = load_rules()
    counted = frozenset({Outcome.FLAGGED, Outcome.REVIEW} if options.review else {Outcome.FLAGGED})
    lines = [line for line in options.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    begun = time.perf_counter()
    with options.output.open("w", encoding="utf-8") as output:
        for line in lines:
            output.write(json.dumps(predict(json.loads(line), rules, counted), ensure_ascii=False) + "\n")
    spent = time.perf_counter() - begun
    sys.stderr.write(f"{len(lines)} texts in {spent:.2f} s, {len(lines) / spent:.0f} a second\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
