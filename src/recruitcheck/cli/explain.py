"""``explain``: a rule, a practice or a provision in words."""

from __future__ import annotations

from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

EPILOG = ending(
    "recruitcheck explain worker-pays-fee --origin NP --destination QA",
    'recruitcheck explain "ilo-c181 Art. 7(1)"',
    output="what it is, what it is not, why it matters, and the provisions that bear on it.",
)


@shared("format", "as_of", "origin", "destination", "sector", "rules", "standards")
def explain(
    shared: Shared,
    what: Annotated[str, typer.Argument(help="Id of a rule, a practice (fee_charging.recruitment) or a provision.")],
) -> None:
    """Say what a rule, a practice or a provision means."""
    from recruitcheck.cli.output import console
    from recruitcheck.cli.session import require_known
    from recruitcheck.cli.standards_views import show_applying, show_found
    from recruitcheck.redflags import load_rules
    from recruitcheck.redflags.rulebook.false_alarms import false_alarms
    from recruitcheck.standards import load_catalogue
    from recruitcheck.vocabulary import families, practices

    rule = next((item for item in load_rules(shared.rules).rules if item.id == what), None)
    practice = practices().get(rule.practice if rule else what)
    family = families().get(what)
    if family is not None:
        if shared.format == "table":
            console(shared).print(f"{family.title} [{family.id}]", style="bold")
        show_applying(shared, family.id)
        return
    if practice is None:
        if not load_catalogue(shared.standards).find(what):
            known = [item.id for item in load_rules(shared.rules).rules]
            known += [*practices(), *families(), *(item.id for item in load_catalogue(shared.standards).instruments)]
            require_known("rule, practice or provision", what, known, see="recruitcheck rules list")
        show_found(shared, what)
        return
    if shared.format == "table":
        out = console(shared)
        if rule is not None:
            out.print(f"{rule.title} [{rule.id}]", style="bold")
            out.print(f"  {rule.rationale} Severity {rule.severity}, confidence {rule.confidence}.")
            if measured := false_alarms().get(rule.id):
                out.print(f"  {measured}")
        out.print(f"{practice.title} [{practice.id}]", style="bold")
        out.print(f"  {practice.definition}")
        out.print(f"  It is not: {practice.is_not}")
    show_applying(shared, practice.id)
