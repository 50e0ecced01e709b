"""The report of one subject, for one of its three readers, all from the same assessment."""

from __future__ import annotations

from typing import Any, Literal, get_args

from recruitcheck.errors import UsageError
from recruitcheck.model import Assessment
from recruitcheck.report import answer, grids, grouping
from recruitcheck.report.case import CaseInfo, PageLinks
from recruitcheck.report.chart import licence_periods, severity_bar
from recruitcheck.report.conceal import conceal
from recruitcheck.report.page import render

Audience = Literal["employer", "compliance", "inspector"]
FILTER_FROM = 4  # findings; a shorter list needs no filter

_TITLES: dict[str, str] = {
    "employer": "Evidence report for an employer",
    "compliance": "Evidence report for compliance",
    "inspector": "Evidence report for an inspection",
}


def render_assessment(
    assessment: Assessment,
    audience: Audience,
    *,
    case: CaseInfo | None = None,
    links: PageLinks | None = None,
) -> str:
    """One self-contained HTML page; the same arguments give the same bytes.

    Personal data of workers is masked here; the assessment itself is not changed. Raises UsageError for
    an unknown audience.
    """
    if audience not in get_args(Audience):
        raise UsageError(f"no report for {audience!r}.", todo=f"Known: {', '.join(get_args(Audience))}.")
    shown = conceal(assessment)
    return render(
        "assessment.html",
        audience=audience,
        report_title=_TITLES[audience],
        a=shown,
        case=case or CaseInfo(),
        links=links or PageLinks(),
        running=(case.number if case and case.number else shown.subject.id),
        fictional=answer.is_fictional(shown),
        searchable=False,
        **_answer(shown),
        **_body(shown),
    )


def _answer(shown: Assessment) -> dict[str, Any]:
    short, rests_on = answer.proceed(shown)
    return {
        "headline": answer.headline(shown),
        "basis": answer.basis(shown),
        "danger": answer.in_danger(shown),
        "proceed_short": short,
        "proceed_rests_on": rests_on,
        "tiles": answer.tiles(shown),
        "top": answer.top_findings(shown),
        "roles": answer.next_steps(shown),
    }


def _body(shown: Assessment) -> dict[str, Any]:
    findings = answer.by_weight(shown.findings)
    return {
        "findings": findings,
        "open_findings": answer.of(shown, *answer.OPEN),
        "by_id": {finding.id: finding for finding in findings},
        "groups": grouping.groups(shown),
        "filtered": len(findings) >= FILTER_FROM,
        "instruments": grouping.cited_instruments(shown),
        "anchor": grouping.finding_anchor,
        "cite_anchor": grouping.citation_anchor,
        "counter_points": grouping.counter_points(shown),
        "places": grouping.places(shown),
        "registries": grouping.registry_titles(shown),
        "documents": {document.id: document for document in shown.documents},
        "facts": grouping.stated_facts(shown.facts),
        "grids": grids.of(shown),
        "repayments": grouping.repayments(shown),
        "bar": severity_bar(shown),
        "periods": licence_periods(shown),
    }
