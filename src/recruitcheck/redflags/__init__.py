"""Red flags: rules as data, read clause by clause with guards for polarity, direction and stance."""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.redflags.hit import Hit
    from recruitcheck.redflags.rulebook.examples import run_examples
    from recruitcheck.redflags.rulebook.rule import Rule
    from recruitcheck.redflags.rulebook.rule_lint import RuleProblem, lint_language, missing_languages
    from recruitcheck.redflags.rulebook.rule_set import RuleHead, RuleSet
    from recruitcheck.redflags.rulebook.rulebook import coverage, load_rules, rules_sha256
    from recruitcheck.redflags.scan_result import ScanResult
    from recruitcheck.redflags.scanner import scan
    from recruitcheck.redflags.terms import is_whole, judge_terms

__all__ = [
    "Hit",
    "Rule",
    "RuleHead",
    "RuleProblem",
    "RuleSet",
    "ScanResult",
    "coverage",
    "is_whole",
    "judge_terms",
    "lint_language",
    "load_rules",
    "missing_languages",
    "rules_sha256",
    "run_examples",
    "scan",
]

_HOMES = {
    "RuleProblem": "rulebook.rule_lint",
    "lint_language": "rulebook.rule_lint",
    "missing_languages": "rulebook.rule_lint",
    "run_examples": "rulebook.examples",
    "Rule": "rulebook.rule",
    "RuleHead": "rulebook.rule_set",
    "RuleSet": "rulebook.rule_set",
    "coverage": "rulebook.rulebook",
    "load_rules": "rulebook.rulebook",
    "rules_sha256": "rulebook.rulebook",
    "Hit": "hit",
    "ScanResult": "scan_result",
    "scan": "scanner",
    "is_whole": "terms",
    "judge_terms": "terms",
}

__getattr__ = lazy_exports(__name__, _HOMES)
