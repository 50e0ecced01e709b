"""``rules list``, ``rules show``, ``rules test``, ``rules lint``."""

from __future__ import annotations

from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

app = typer.Typer(
    no_args_is_help=True,
    help="Red-flag rules.",
    epilog=ending(
        "recruitcheck rules list", "recruitcheck rules test", output="rules with their examples; see each command."
    ),
)


@app.command(
    "list",
    epilog=ending(
        "recruitcheck rules list",
        "recruitcheck rules list --category fee_charging",
        output="one line per rule: id, practice, severity, languages, title.",
    ),
)
@shared("format", "rules")
def list_(
    shared: Shared, category: Annotated[str | None, typer.Option("--category", help="Only this family.")] = None
) -> None:
    """The rules in use."""
    from recruitcheck.cli.registry_views import put_list
    from recruitcheck.cli.session import require_known
    from recruitcheck.redflags import load_rules
    from recruitcheck.vocabulary import families

    if category is not None:
        require_known("category", category, families(), see="recruitcheck rules list")
    rows = [
        {
            "id": rule.id,
            "practice": rule.practice,
            "severity": rule.severity,
            "confidence": rule.confidence,
            "languages": " ".join(rule.languages),
            "title": rule.title,
        }
        for rule in load_rules(shared.rules).heads
        if category is None or rule.practice.split(".")[0] == category
    ]
    put_list(shared, "Rules", "rules", rows, ["id", "practice", "severity", "languages"])


@app.command(
    epilog=ending(
        "recruitcheck rules show worker-pays-fee",
        "recruitcheck rules show worker-pays-fee --format json",
        output="everything a rule says, with its examples.",
    )
)
@shared("format", "rules")
def show(shared: Shared, rule_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the rule.")]) -> None:
    """One rule with its rationale, practice and examples."""
    from recruitcheck.cli.output import put_json
    from recruitcheck.cli.registry_views import put_fields
    from recruitcheck.cli.rule_lookup import find_rule
    from recruitcheck.redflags.rulebook.false_alarms import false_alarms

    rule = find_rule(shared, rule_id)
    if shared.format == "json":
        put_json({"schema": "recruitcheck/rule/1", **rule.model_dump(mode="json")})
        return
    rows = [["id", rule.id], ["practice", rule.practice], ["severity", rule.severity], ["confidence", rule.confidence]]
    rows.append(["rationale", rule.rationale])
    if measured := false_alarms().get(rule.id):
        rows.append(["false alarms", str(measured)])
    for lang, examples in sorted(rule.examples.items()):
        rows += [[f"flags ({lang})", text] for text in examples.flag]
        rows += [[f"leaves ({lang})", text] for text in examples.clear]
    put_fields(shared, rule.title, rows)


@app.command(
    "test",
    epilog=ending(
        "recruitcheck rules test",
        "recruitcheck rules test --rules my-rules",
        output="how many examples of each rule come out as written; every failure with its reason.",
        exits="0 all as written · 1 some are not · 2 usage",
    ),
)
@shared("format", "rules")
def run_tests(
    shared: Shared, rule_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this rule.")] = None
) -> None:
    """Run the examples of the rules."""
    from recruitcheck.cli.output import progress, put
    from recruitcheck.cli.rule_lookup import find_rule
    from recruitcheck.cli.text import one_line
    from recruitcheck.redflags import load_rules, run_examples
    from recruitcheck.redflags.rulebook.examples import ExampleFailure

    rules = load_rules(shared.rules)
    chosen = [find_rule(shared, rule_id)] if rule_id else list(rules.rules)
    failures: list[ExampleFailure] = []
    with progress(shared, "Testing rules", len(chosen)) as advance:
        for done, rule in enumerate(chosen, 1):
            failures.extend(run_examples(rule, rules))
            advance(done)
    texts = sum(len(part.flag) + len(part.clear) for rule in chosen for part in rule.examples.values())
    for failure in failures:
        put(one_line(f"{failure.rule} ({failure.lang}) should {failure.wanted}: {failure.text} – {failure.found}"))
    put(f"{len(chosen)} rules, {texts} examples, {len(failures)} not as written.")
    if failures:
        typer.echo(f"recruitcheck: {len(failures)} of {texts} examples are not as written.", err=True)
        raise typer.Exit(1)


@app.command(
    epilog=ending(
        "recruitcheck rules lint --rules my-rules",
        "recruitcheck rules lint passport-kept --language ne",
        output="errors (patterns that can never flag), warnings (said twice, adding nothing, slow, overlapping another"
        " rule) and notes (patterns without an example, languages that are missing).",
        exits="0 no error (with --strict: no warning either) · 1 errors · 2 usage",
    )
)
@shared("format", "rules", "strict")
def lint(
    shared: Shared,
    rule_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this rule.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG", help="Only this language, e.g. en.")
    ] = None,
) -> None:
    """Everything to mend in rules and packs. Whether their examples come out as written is told by `rules test`."""
    from recruitcheck.cli.rules_lint import run_lint

    run_lint(shared, rule_id, language)
