"""Red flags: rules as data, read clause by clause with guards for polarity, direction and stance."""

from recruitcheck.redflags.examples import lint_rules, run_examples
from recruitcheck.redflags.rule import Rule, RuleSet
from recruitcheck.redflags.rulebook import coverage, load_rules, rules_sha256
from recruitcheck.redflags.scan import Hit, ScanResult, scan
from recruitcheck.redflags.terms import is_whole, judge_terms

__all__ = [
    "Hit",
    "Rule",
    "RuleSet",
    "ScanResult",
    "coverage",
    "is_whole",
    "judge_terms",
    "lint_rules",
    "load_rules",
    "rules_sha256",
    "run_examples",
    "scan",
]
