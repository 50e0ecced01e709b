"""``--why``: how a name was matched, and which words and guards decided about a document.

Beside a table it stands above the answer; where the answer is read by a program, it goes to stderr.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruitcheck.cli.output import console
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line

if TYPE_CHECKING:
    from recruitcheck.audit.workbench import Workbench
    from recruitcheck.model import Agency, Document


def show_matches(shared: Shared, agency: Agency, bench: Workbench) -> None:
    """Every candidate with the parts of its score."""
    from recruitcheck.audit.agency import ask_registries

    out = console(shared, err=shared.format != "table")
    for lookup in ask_registries(agency, bench):
        for match in (*lookup.matches, *lookup.nearest[:3]):
            head = f"{match.score:5.1f}  {match.matched.text}  [{match.entry.entry_id}]"
            out.print(one_line(head), style="bold")
            for reason in match.why:
                out.print(f"       {one_line(reason)}")
    out.print()


def show_reasons(shared: Shared, document: Document, bench: Workbench) -> None:
    """Every hit, mention and near miss with its trace."""
    from recruitcheck.evidence.mask import mask_spans, masked
    from recruitcheck.particulars import extract
    from recruitcheck.redflags import scan

    particulars = extract(document)
    shown = masked(document.text, mask_spans(document.text, particulars))
    out = console(shared, err=shared.format != "table")
    result = scan(document, particulars, bench.rules)
    groups = (("states", result.hits), ("mentions only", result.mentions), ("near miss", result.stopped))
    for label, hits in groups:
        for hit in hits:
            out.print(one_line(f"{hit.rule_id} ({label}): “{shown[hit.start : hit.end]}”"), style="bold")
            for reason in hit.why:
                out.print(f"       {one_line(reason)}")
    out.print()
