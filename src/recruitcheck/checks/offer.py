"""One offer's red flags as findings: quotes gathered per rule, weak single signs lowered, gaps told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recruitcheck.checks.contract import check_contract
from recruitcheck.checks.drafting import CheckResult, draft_finding, draft_gap
from recruitcheck.model import (
    CheckDates,
    Confidence,
    Corridor,
    Document,
    Finding,
    NotChecked,
    Outcome,
    Particulars,
    QuoteEvidence,
    Severity,
    Span,
    Stance,
    TermState,
)
from recruitcheck.redflags import Hit, RuleHead, ScanResult

if TYPE_CHECKING:
    from recruitcheck.standards.required_term import RequiredTerm

MAX_QUOTES = 12  # per finding; more say the same
_OFFICIAL_COST = "fee_charging.official_cost"
_LOWER = {
    Severity.CRITICAL: Severity.HIGH,
    Severity.HIGH: Severity.MEDIUM,
    Severity.MEDIUM: Severity.LOW,
    Severity.LOW: Severity.INFO,
    Severity.INFO: Severity.INFO,
}


def check_offer(
    document: Document,
    particulars: Particulars,
    scan: ScanResult,
    terms: Sequence[TermState],
    corridor: Corridor,
    dates: CheckDates,
    required: Iterable[RequiredTerm] = (),
) -> CheckResult:
    """Findings of one document, without citations.

    One finding per rule and practice with all its quotes. A rule that was only mentioned is not applicable, never
    silent: its words are counter-evidence of findings of the same practice. ``required`` are terms that the law of the
    corridor asks for.
    """
    gaps = tuple(_gaps(document, particulars, scan))
    if not document.text.strip():
        return CheckResult(not_checked=gaps)
    findings = _weigh(tuple(_findings(document, scan)))
    found = {finding.rule for finding in findings}
    mentioned = {hit.rule_id for hit in scan.mentions} - found
    judged = set(scan.silent) - set(scan.not_judged) - found - mentioned
    result = CheckResult(
        findings=findings,
        clear=tuple(sorted(judged)),
        not_applicable=tuple(sorted(mentioned | (set(scan.not_applicable) - found))),
        not_checked=gaps,
    )
    return result + check_contract(document, terms, required)


def _findings(document: Document, scan: ScanResult) -> Iterable[Finding]:
    rules = {rule.id: rule for rule in scan.rules}
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in scan.hits:
        groups.setdefault((hit.rule_id, hit.practice), []).append(hit)
    for (rule_id, practice), hits in sorted(groups.items()):
        yield _finding(document, rules[rule_id], practice, hits, scan)


def _finding(document: Document, rule: RuleHead, practice: str, hits: list[Hit], scan: ScanResult) -> Finding:
    quotes = _quotes(document, ((hit.quote, hit.lang) for hit in hits))
    against = [(span, hit.lang) for hit in hits for span in hit.counter]
    against += [(hit.quote, hit.lang) for hit in scan.mentions if hit.practice == practice]
    taken = {(quote.start, quote.end) for quote in quotes}
    counter = [quote for quote in _quotes(document, against) if (quote.start, quote.end) not in taken]
    official = practice == _OFFICIAL_COST
    weak = all(hit.weight == "weak" for hit in hits)
    finding = draft_finding(
        rule.id,
        practice,
        Outcome.REVIEW if official else Outcome.FLAGGED,
        Severity.LOW if official else rule.severity_level,
        _confidence(rule, hits, weak),
        message_id="offer.official_cost" if official else f"redflag.{practice.partition('.')[0]}",
        args={"quote": quotes[0].text.rstrip(" .。।"), "rule_title": rule.title},
        evidence=quotes,
        counter_evidence=counter,
        stance=Stance.ATTESTED if any(hit.stance is Stance.ATTESTED for hit in hits) else Stance.STATES,
    )
    return replace(finding, title=rule.title)


def _confidence(rule: RuleHead, hits: list[Hit], weak: bool) -> Confidence:
    """The rule's own; a second clause raises a middling one, words against it lower it, a weak sign stays low."""
    if weak:
        return Confidence.LOW
    level = rule.confidence_level
    places = {(hit.quote.start, hit.quote.end) for hit in hits}
    if level is Confidence.MEDIUM and len(places) > 1:
        level = Confidence.HIGH
    if level is Confidence.HIGH and any(hit.counter for hit in hits):
        level = Confidence.MEDIUM
    return level


def _weigh(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A low-confidence sign that stands alone is lowered one step: nearly every advert shows one."""
    strong = [finding for finding in findings if finding.confidence is not Confidence.LOW]
    families = {finding.category for finding in findings}
    if strong or len(families) > 1:
        return findings
    return tuple(
        replace(finding, severity=_LOWER[finding.severity]) if finding.outcome is Outcome.FLAGGED else finding
        for finding in findings
    )


def _quotes(document: Document, spans: Iterable[tuple[Span, str]]) -> list[QuoteEvidence]:
    """Quotes in document order without doubles; a quote inside another is left out."""
    rank = {lang: place for place, lang in enumerate(document.languages)}  # figures may be read in several languages
    ordered = sorted(
        {(span.start, span.end, lang) for span, lang in spans},
        key=lambda item: (item[0], -item[1], rank.get(item[2], len(rank)), item[2]),
    )
    kept: list[QuoteEvidence] = []
    for start, end, lang in ordered:
        if kept and end <= kept[-1].end:
            continue
        kept.append(
            QuoteEvidence(
                document=document.id,
                source=document.origin.value,
                page=document.page_of(start),
                start=start,
                end=end,
                text=document.text[start:end],
                lang=lang,
            )
        )
    return kept[:MAX_QUOTES]


def _gaps(document: Document, particulars: Particulars, scan: ScanResult) -> Iterable[NotChecked]:
    name = document.path or document.id
    if document.unread_pages:
        pages = ", ".join(str(page) for page in document.unread_pages)
        yield draft_gap(
            "page_unreadable",
            f"pages {pages} of {document.id}",
            message_id="gap.page_unreadable",
            args={"pages": pages, "document": name},
            required=True,
        )
    if particulars.incomplete:
        what = ", ".join(particulars.incomplete)
        yield draft_gap(
            "particulars_incomplete",
            f"{what} in {document.id}",
            message_id="gap.particulars_incomplete",
            args={"what": what},
            required=True,
        )
    for muted in scan.muted:
        yield draft_gap(
            "rule_muted",
            muted.named,
            message_id="gap.rule_muted",
            args={"what": muted.named, "reason": muted.reason},
            required=False,
        )
    for lang in scan.unread_languages:
        shown = "unknown" if lang == "und" else lang
        yield draft_gap(
            "language_without_rules",
            f"language {shown} of {document.id}",
            message_id="gap.language_without_rules",
            args={"language": shown},
            required=True,
        )
    if scan.not_judged and not scan.unread_languages:
        languages = ", ".join(document.languages)
        yield draft_gap(
            "rules_partly_in_language",
            f"{len(scan.not_judged)} rules for {document.id}",
            message_id="gap.rules_partly_in_language",
            args={"count": str(len(scan.not_judged)), "language": languages},
            required=2 * len(scan.not_judged) > len(scan.rules),  # most could not look: the text was hardly read
        )
