"""Looks over the rules, language by language, and tells what to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from recruitcheck.cli.output import progress, put, put_csv, put_json
from recruitcheck.cli.rule_lookup import find_rule
from recruitcheck.cli.session import require_known
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line

if TYPE_CHECKING:
    from recruitcheck.redflags import RuleProblem

COLUMNS = ("level", "rule", "lang", "kind", "what", "todo")


def run_lint(shared: Shared, rule_id: str | None, lang: str | None) -> None:
    """Lints one rule or all, in one language or all; exits 1 where there is an error (with --strict: a warning)."""
    from recruitcheck.redflags import lint_language, load_rules, missing_languages

    rules = load_rules(shared.rules)
    if lang is not None:
        require_known("language", lang, rules.languages, see="recruitcheck rules list")
    chosen = None if rule_id is None else frozenset({find_rule(shared, rule_id).id})
    langs = [lang] if lang is not None else sorted(rules.languages)
    problems: list[RuleProblem] = []
    with progress(shared, "Reading rules by language", len(langs)) as advance:
        for done, each in enumerate(langs, 1):
            problems += lint_language(rules, each, chosen)
            advance(done)
    if lang is None:
        problems += missing_languages(rules, chosen)
    counts = Counter(problem.level for problem in problems)
    told = f"{counts['error']} errors, {counts['warning']} warnings, {counts['note']} notes"
    looked = f"{1 if chosen else len(rules.heads)} rules in {len(langs)} languages"
    _show(shared, problems, f"{looked}: {told}.")
    if counts["error"] or (shared.strict and counts["warning"]):
        typer.echo(f"recruitcheck: {told} in {looked}.", err=True)
        raise typer.Exit(1)


def _show(shared: Shared, problems: Sequence[RuleProblem], summary: str) -> None:
    order = {"error": 0, "warning": 1, "note": 2}
    ranked = sorted(problems, key=lambda one: (order[one.level], one.rule, one.lang))
    rows = [{column: value for column, value in asdict(one).items() if column in COLUMNS} for one in ranked]
    if shared.format == "json":
        put_json({"schema": "recruitcheck/rules-lint/1", "problems": rows})
    elif shared.format == "csv":
        put_csv(list(COLUMNS), [[row[column] for column in COLUMNS] for row in rows])
    else:
        for one in ranked:
            put(one_line(str(one)))
        put(summary)
