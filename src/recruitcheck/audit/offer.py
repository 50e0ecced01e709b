"""One document becomes an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from recruitcheck.audit.citing import act_of, cite, uncited
from recruitcheck.audit.corridor import CorridorWords, settle_corridor, unjudged_law
from recruitcheck.audit.grids import grids
from recruitcheck.audit.verdict import gaps_in_order, in_order, overall
from recruitcheck.audit.workbench import Workbench
from recruitcheck.checks.drafting import CheckResult, draft_gap
from recruitcheck.model import (
    Assessment,
    Corridor,
    Document,
    DocumentKind,
    DocumentRef,
    Duration,
    Evidence,
    Fact,
    FactKind,
    FeeJudgement,
    Finding,
    InputRef,
    LicenceMention,
    Money,
    NotChecked,
    Particulars,
    Party,
    QuoteEvidence,
    Span,
    Subject,
    TermState,
)

if TYPE_CHECKING:
    from recruitcheck.standards.advert_rule import AdvertRule

Judgements = tuple[FeeJudgement, ...]


def assess_offer(
    document: Document,
    bench: Workbench,
    *,
    subject_id: str,
    name: str,
    source: InputRef | None = None,
    words: CorridorWords | None = None,
    gaps: Sequence[NotChecked] = (),
) -> Assessment:
    """Read the particulars, scan for red flags, judge terms and fees, cite, and mask workers' personal data."""
    from recruitcheck.checks.fees import list_fees
    from recruitcheck.checks.offer import check_offer
    from recruitcheck.evidence.mask import mask_spans
    from recruitcheck.particulars import extract
    from recruitcheck.redflags import judge_terms, scan

    corridor, corridor_gaps = settle_corridor(bench.options, words or CorridorWords())
    particulars = extract(document)
    adverts = bench.catalogue.advert_rules(corridor, bench.dates.on("advert"))
    terms = judge_terms(document, particulars) if _asks_for_terms(document, adverts) else ()
    scanned = scan(document, particulars, bench.rules)
    required = [
        replace(item, instrument=bench.catalogue.title_of(item.instrument))
        for item in bench.catalogue.required_terms(corridor, bench.dates.on("signing"))
    ]
    result = check_offer(document, particulars, scanned, terms, corridor, bench.dates, required)
    result += _rules_of_the_corridor(document, particulars, terms, adverts, bench, corridor)
    masks = mask_spans(document.text, particulars)
    terms = tuple(replace(term, evidence=_hidden(term.evidence, masks)) for term in terms)
    days = bench.dates
    cited = [cite(item, bench.catalogue, corridor, days.on(act_of(item.practice))) for item in result.findings]
    findings = tuple(_masked(item, masks) for item in cited)
    fees = list_fees(document, particulars, _fee_judge(particulars, bench, corridor))
    named = (*_named_agency(particulars), *unjudged_law(corridor, _named_places(particulars)))
    all_gaps = gaps_in_order((*gaps, *corridor_gaps, *named, *result.not_checked, *uncited(findings)))
    return Assessment(
        subject=Subject("offer", subject_id, name, source or InputRef()),
        as_of=bench.as_of,
        known_on=bench.dates.known_on,
        corridor=corridor,
        outcome=overall(findings, all_gaps),
        documents=(document_ref(document),),
        registries=(),
        findings=in_order(findings),
        clear=tuple(sorted(set(result.clear))),
        not_applicable=tuple(sorted(set(result.not_applicable))),
        not_checked=all_gaps,
        facts=_facts(particulars, masks),
        fees=fees,
        terms=terms if document.kind.must_state_terms else (),
        indicators=grids(bench.catalogue, findings),
        referrals=bench.catalogue.referrals(corridor),
        tool=bench.tool,
        dates=dict(bench.dates.acts) or None,
        fictional=bench.fictional,
    )


def _asks_for_terms(document: Document, adverts: Sequence[AdvertRule]) -> bool:
    """Whether anybody asks which terms a document states: its own kind, or a rule on adverts."""
    if document.kind is DocumentKind.ADVERT:
        return any(rule.terms for rule in adverts)
    return document.kind.must_state_terms


def _rules_of_the_corridor(
    document: Document,
    particulars: Particulars,
    terms: Sequence[TermState],
    adverts: Sequence[AdvertRule],
    bench: Workbench,
    corridor: Corridor,
) -> CheckResult:
    """Who may recruit, what an advert must show and from what age workers may go: each on the day of its act."""
    from recruitcheck.checks.advert import check_advert
    from recruitcheck.checks.age import check_age
    from recruitcheck.checks.channel import check_channel

    catalogue = bench.catalogue
    advertised, signed, leaves = (bench.dates.on(act) for act in ("advert", "signing", "departure"))
    named = [replace(rule, instrument=catalogue.title_of(rule.instrument)) for rule in adverts]
    ages = [
        replace(item, rule=replace(item.rule, instrument=catalogue.title_of(item.rule.instrument)))
        for item in catalogue.minimum_ages(corridor, leaves)
    ]
    result = check_channel(corridor, catalogue.channel_rules(corridor, signed), signed)
    result += check_advert(document, particulars, terms, named, advertised)
    return result + check_age(document, particulars, ages, leaves)


def _named_agency(particulars: Particulars) -> tuple[NotChecked, ...]:
    """An agency or licence number that the document names was not looked up here: said, with the command that does."""
    parties = [fact.value for fact in particulars.of(FactKind.PARTY) if isinstance(fact.value, Party)]
    names = [party.name for party in parties if party.role == "agency"]
    mentions = [fact.value for fact in particulars.of(FactKind.LICENCE_NUMBER)]
    numbers = [mention.number for mention in mentions if isinstance(mention, LicenceMention)]
    if not names and not numbers:
        return ()
    name, number = next(iter(names), ""), next(iter(numbers), "")
    args = {"agency": name or "no name", "number": number or "no number"}
    what = " ".join(part for part in (name, number) if part)
    return (draft_gap("agency_not_looked_up", what, message_id="gap.agency_named", args=args, required=False),)


def _named_places(particulars: Particulars) -> tuple[str, ...]:
    """Codes of the countries that the text names, the most often named first."""
    counted = Counter(str(fact.value) for fact in particulars.of(FactKind.PLACE))
    return tuple(code for code, _ in counted.most_common())


def document_ref(document: Document) -> DocumentRef:
    """The document without its text."""
    return DocumentRef(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        media_type=document.media_type,
        kind=document.kind,
        from_=document.origin,
        languages=document.languages,
        pages=max(1, len(document.pages)),
        unread_pages=document.unread_pages,
        kind_from=document.kind_from,
    )


def _fee_judge(particulars: Particulars, bench: Workbench, corridor: Corridor) -> Callable[[Fact], Judgements]:
    """Judges one fee by the limits of the day it was (or is) paid, against the wage and length the document states."""
    wages = [fact for fact in particulars.of(FactKind.WAGE) if isinstance(fact.value, Money)]
    wage = wages[0] if wages else None
    months = next((_months(fact) for fact in particulars.of(FactKind.DURATION) if _months(fact)), None)
    on = bench.dates.on("payment")

    def judge(fact: Fact) -> Judgements:
        return bench.catalogue.judge_fee(
            fact.item,
            fact.value if isinstance(fact.value, Money) else None,
            wage.value if wage is not None and isinstance(wage.value, Money) else None,
            months,
            corridor,
            on,
            collector=fact.collector,
            wage_per=(wage.per if wage else None) or "month",
        )

    return judge


_MONTHS_IN = {"month": Decimal(1), "year": Decimal(12)}


def _months(fact: Fact) -> Decimal | None:
    value = fact.value
    if not isinstance(value, Duration) or value.of != "contract" or value.unit not in _MONTHS_IN:
        return None
    return value.amount * _MONTHS_IN[value.unit]


def _masked(finding: Finding, masks: Sequence[Span]) -> Finding:
    """The finding with its quotes telling which of their code points are a worker's personal data."""
    return replace(
        finding,
        evidence=_hidden(finding.evidence, masks),
        counter_evidence=_hidden(finding.counter_evidence, masks),
    )


def _hidden(evidence: Sequence[Evidence], masks: Sequence[Span]) -> tuple[Evidence, ...]:
    def mask(item: Evidence) -> Evidence:
        if not isinstance(item, QuoteEvidence):
            return item
        inside = tuple(
            (max(span.start, item.start) - item.start, min(span.end, item.end) - item.start)
            for span in masks
            if span.start < item.end and span.end > item.start
        )
        return replace(item, masked=inside)

    return tuple(mask(item) for item in evidence)


def _facts(particulars: Particulars, masks: Sequence[Span]) -> dict[str, Any]:
    """Wage, hours, duration and contacts as the contract's ``facts``; a masked contact is left out."""
    from recruitcheck.audit.fact_sheet import fact_sheet

    hidden = [(span.start, span.end) for span in masks]
    shown = [
        fact
        for fact in particulars.facts
        if fact.kind is not FactKind.PARTY and not any(start < fact.end and end > fact.start for start, end in hidden)
    ]
    return fact_sheet(shown)
