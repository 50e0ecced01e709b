"""What the law of the origin asks of an advert: what was not found in it, and what no text can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from recruitcheck.checks.drafting import CheckResult, draft_finding, draft_gap
from recruitcheck.model import (
    AbsenceEvidence,
    Confidence,
    Document,
    DocumentKind,
    FactKind,
    Finding,
    NotChecked,
    ObservationEvidence,
    Outcome,
    Particulars,
    Severity,
    TermState,
)
from recruitcheck.standards.instrument import Verification
from recruitcheck.vocabulary import country_name
from recruitcheck.vocabulary import terms as vocabulary_terms

if TYPE_CHECKING:
    from recruitcheck.standards.advert_rule import AdvertRule

RULE_ADVERT = "advert-contents"
PRACTICE = "advert.required_contents"


def check_advert(
    document: Document,
    particulars: Particulars,
    states: Sequence[TermState],
    rules: Iterable[AdvertRule],
    day: date,
) -> CheckResult:
    """Findings and gaps from the rules of the origin on adverts; a text that is no advert is not judged by them.

    A rule that applies on a condition is a gap: the text does not say whether it is met. Approval in advance is a gap
    always. ``states`` may be empty (a language without term words): then only the licence number was looked for.
    """
    if document.kind is not DocumentKind.ADVERT:
        return CheckResult(not_applicable=(RULE_ADVERT,))
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    looked = False
    for rule in rules:
        searched = rule.licence_number is True or (bool(rule.terms) and bool(states))
        missing = tuple(_missing(particulars, states, rule))
        if missing and rule.when:
            gaps.append(_gap("gap.advert_rule_open", rule, missing, day))
        elif missing:
            findings.append(_finding(document, rule, missing, day))
        elif searched and not rule.when:
            looked = True
        if rule.prior_approval:
            gaps.append(_gap("gap.advert_approval", rule, (), day))
    clear = (RULE_ADVERT,) if looked and not findings else ()
    return CheckResult(tuple(findings), clear=clear, not_checked=tuple(gaps))


def _missing(particulars: Particulars, states: Sequence[TermState], rule: AdvertRule) -> Iterable[str]:
    """Titles of what the rule asks for and the text does not hold."""
    if rule.licence_number and not particulars.of(FactKind.LICENCE_NUMBER):
        yield "Licence number of the agency"
    known = vocabulary_terms()
    absent = {state.term for state in states if state.state == "not_stated"}
    yield from (known[term].title for term in rule.terms if term in absent)


def _finding(document: Document, rule: AdvertRule, missing: tuple[str, ...], day: date) -> Finding:
    where = f"the whole text of {document.id}"
    return draft_finding(
        RULE_ADVERT,
        PRACTICE,
        Outcome.REVIEW,
        Severity.LOW,
        Confidence.MEDIUM if rule.how is Verification.TEXT_READ else Confidence.LOW,
        message_id="advert.contents_missing",
        args=_words(rule, missing, day),
        evidence=[*(AbsenceEvidence(what=item, searched=where) for item in missing), _source_of(rule)],
    )


def _gap(message_id: str, rule: AdvertRule, missing: tuple[str, ...], day: date) -> NotChecked:
    what = f"{rule.instrument} {rule.provision}"
    return draft_gap(
        message_id.removeprefix("gap."), what, message_id=message_id, args=_words(rule, missing, day), required=False
    )


def _words(rule: AdvertRule, missing: tuple[str, ...], day: date) -> dict[str, str]:
    return {
        "place": country_name(rule.jurisdiction),
        "provision": f"{rule.instrument}, {rule.provision}",
        "missing": "; ".join(missing),
        "asked": "; ".join(rule.contents) or "no list was seen",
        "when": rule.when or "",
        "date": day.isoformat(),
    }


def _source_of(rule: AdvertRule) -> ObservationEvidence:
    asked = "; ".join(rule.contents) or "the licence number"
    return ObservationEvidence(
        f"{rule.instrument}, {rule.provision}, asks for: {asked}", rule.verified_at or rule.instrument
    )
