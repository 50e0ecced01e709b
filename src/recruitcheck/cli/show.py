"""One assessment on a terminal: answer, findings, gaps, sources. Workers' personal data is masked as in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruitcheck.cli.output import console, put_rows
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line

if TYPE_CHECKING:
    from recruitcheck.model import Assessment, Finding

_MARK = {"flagged": "▲", "review": "?", "not_checked": "–", "error": "!", "not_applicable": "·", "clear": "·"}


def show_assessment(shared: Shared, assessment: Assessment) -> None:
    """The same order as a report: what was found, why, what was not checked, what was consulted."""
    from recruitcheck.report.answer import headline
    from recruitcheck.report.conceal import conceal

    shown = conceal(assessment)
    out = console(shared)
    out.print(one_line(headline(shown)), style="bold")
    out.print(f"As of {shown.as_of}, known on {shown.known_on}. {_corridor(shown)}".rstrip())
    for finding in shown.findings:
        _finding(shared, finding)
    _tallies(shared, shown)
    if shown.not_checked:
        out.print()
        out.print("Not checked", style="bold")
        for gap in shown.not_checked:
            out.print(f" – {one_line(gap.why)}{' (required)' if gap.required else ''}")
            if gap.todo:
                out.print(f"   {one_line(gap.todo)}", style="dim")
    if shown.registries:
        rows = [
            [
                use.registry,
                use.authority,
                use.snapshot.partition("@")[2].partition("+")[0] if use.snapshot else "no copy",
                "stale" if use.stale else "" if use.snapshot else "missing",
                str(use.rows) if use.snapshot else "",
            ]
            for use in shown.registries
        ]
        put_rows(shared, "Registries consulted", ["registry", "authority", "copy of", "", "rows"], rows)
    if shown.fictional:
        out.print("Fictional demonstration data.", style="bold")
    out.print("No worker was interviewed. A licence is not safety; a finding is a reason to look.", style="dim")


def _tallies(shared: Shared, shown: Assessment) -> None:
    """The dimensions of the operational indicators with their graded signs: "Exploitation: 1 strong, 2 medium"."""
    from recruitcheck.report import grids

    graded = [group for group in grids.of(shown).operational if group.tally]
    if graded:
        out = console(shared)
        out.print()
        out.print("Signs by the ILO–EC operational indicators (a screening aid, no finding of law)", style="bold")
        for group in graded:
            out.print(f" – {one_line(group.title)}: {group.tally}")


def _corridor(shown: Assessment) -> str:
    corridor = shown.corridor
    if not (corridor.origin or corridor.destination or corridor.sector):
        return ""
    return f"Corridor {corridor.origin or '?'} to {corridor.destination or '?'}, {corridor.sector or 'any sector'}."


def _finding(shared: Shared, finding: Finding) -> None:
    out = console(shared)
    out.print()
    mark = _MARK.get(finding.outcome.value, "·")
    words = f"{finding.outcome.value}, {finding.severity.value} severity, {finding.confidence.value} confidence"
    out.print(f"{mark} {one_line(finding.title)}", style="bold")
    out.print(f"  {words} [{finding.rule}]", style="dim")
    out.print(f"  {one_line(finding.message, 1200)}")
    for item in finding.evidence:
        if item.kind == "quote":
            out.print(f"  “{one_line(item.text)}” {item.document}, page {item.page}, {item.start}–{item.end}")
        elif item.kind == "entry":
            out.print(f"  {item.snapshot}, row {item.row}")
        elif item.kind == "search" and item.nearest:
            near = "; ".join(f"{one_line(name.name, 60)} ({name.score:.0f})" for name in item.nearest[:3])
            out.print(f"  Nearest below {item.threshold:.0f}: {near}")
    for citation in finding.citations[:3]:
        out.print(f"  § {citation.title}, {citation.provision} ({citation.binding.value.replace('_', ' ')})")
    if finding.clears_if:
        out.print(f"  Clears if: {one_line(finding.clears_if, 600)}", style="dim")
