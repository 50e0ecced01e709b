"""One offer as findings: outcome, severity and confidence, counter-evidence, gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from recruitcheck.checks.drafting import CheckResult
from recruitcheck.checks.offer import check_offer
from recruitcheck.documents import document_from_text
from recruitcheck.model import (
    CheckDates,
    Confidence,
    Corridor,
    Document,
    DocumentKind,
    DocumentOrigin,
    Finding,
    Outcome,
    Particulars,
    QuoteEvidence,
    Severity,
    Stance,
)
from recruitcheck.particulars import extract
from recruitcheck.redflags import Rule, RuleSet, judge_terms, load_rules, scan

RULES = load_rules()
DATES = CheckDates(date(2026, 11, 21), date(2026, 11, 21))


def _document(text: str, kind: DocumentKind = DocumentKind.MESSAGE, languages: tuple[str, ...] = ("en",)) -> Document:
    document = document_from_text(text, id="d1", path="offer.txt", kind=kind, origin=DocumentOrigin.WORKER)
    return replace(document, languages=languages)


def _check(document: Document, rules: RuleSet = RULES) -> CheckResult:
    particulars: Particulars = extract(document)
    terms = judge_terms(document, particulars)
    return check_offer(document, particulars, scan(document, particulars, rules), terms, Corridor(), DATES)


def _with_spanish_only_in(known: frozenset[str]) -> RuleSet:
    """The shipped rules as if Spanish had been written for a few of them only."""

    def kept(rule: Rule) -> Rule:
        if rule.id in known:
            return rule
        detect = {lang: found for lang, found in rule.detect.items() if lang != "es"}
        return rule.model_copy(update={"detect": detect})

    return RuleSet(tuple(kept(rule) for rule in RULES.rules), f"{RULES.sha256}:{sorted(known)}")


def _only(result: CheckResult, rule: str) -> Finding:
    [finding] = [finding for finding in result.findings if finding.rule == rule]
    return finding


def test_one_finding_holds_all_quotes_of_its_rule_in_order() -> None:
    document = _document("The company keeps your passport.\nPay a processing fee of 300 USD.\nBoss took my passport.")
    finding = _only(_check(document), "passport-kept")
    quotes = [item for item in finding.evidence if isinstance(item, QuoteEvidence)]
    assert [quote.text for quote in quotes] == ["The company keeps your passport.", "Boss took my passport."]
    assert all(document.text[quote.start : quote.end] == quote.text for quote in quotes)
    assert {(quote.document, quote.source, quote.page, quote.lang) for quote in quotes} == {("d1", "worker", 1, "en")}
    assert (finding.outcome, finding.severity) == (Outcome.FLAGGED, Severity.CRITICAL)
    assert finding.title == "Passport kept by employer or agency"
    assert finding.stance in (Stance.STATES, Stance.ATTESTED)
    assert finding.remedy
    assert finding.clears_if


def test_official_costs_alone_ask_a_person() -> None:
    finding = _only(
        _check(_document("Applicants shoulder only the passport fee and NBI clearance.")), "worker-pays-official-cost"
    )
    assert (finding.outcome, finding.severity) == (Outcome.REVIEW, Severity.LOW)


def test_a_weak_sign_alone_is_lowered_and_beside_others_is_not() -> None:
    alone = _only(_check(_document("Females only, kitchen helper.")), "sex-or-age-bracket")
    beside = _only(_check(_document("Females only. The company keeps your passport.")), "sex-or-age-bracket")
    assert alone.severity is Severity.INFO
    assert alone.confidence is Confidence.LOW
    assert beside.severity is Severity.LOW


def test_words_that_deny_it_lower_confidence_and_are_printed() -> None:
    text = "No placement fee is taken from candidates.\n\nAnnex: placement fee 800 USD, payable by the candidate."
    finding = _only(_check(_document(text)), "worker-pays-recruitment-fee")
    assert [item.text for item in finding.counter_evidence if isinstance(item, QuoteEvidence)] == [
        "No placement fee is taken from candidates."
    ]
    assert finding.confidence is Confidence.MEDIUM


def test_what_is_only_mentioned_is_neither_flagged_nor_clear() -> None:
    result = _check(_document("Employers must not keep workers' passports. Agencies may not charge a placement fee."))
    assert not result.findings
    assert "passport-kept" in result.not_applicable
    assert "passport-kept" not in result.clear


def test_silent_rules_are_clear() -> None:
    result = _check(_document("The worker has one day off every week and a salary of 900 USD per month."))
    assert not result.findings
    assert "passport-kept" in result.clear


def test_a_language_without_rules_is_a_required_gap_and_nothing_is_clear() -> None:
    result = _check(_document("Xyzzy plugh.", languages=("xx",)))
    assert [(gap.code, gap.required) for gap in result.not_checked] == [("language_without_rules", True)]
    assert result.clear == ()


def test_a_language_that_few_rules_know_is_a_required_gap_and_clears_only_what_looked() -> None:
    few = _with_spanish_only_in(frozenset({"passport-kept", "worker-pays-recruitment-fee"}))
    result = _check(_document("El patrón paga el salario cada quincena.", languages=("es",)), few)
    [gap] = result.not_checked
    assert (gap.code, gap.required) == ("rules_partly_in_language", True)
    assert "passport-kept" in result.clear
    assert "nude-photographs" not in result.clear


def test_a_rule_speaks_every_language_it_has_words_for() -> None:
    finding = _only(_check(_document("Me quitaron el pasaporte al llegar.", languages=("es",))), "passport-kept")
    [quote] = finding.evidence
    assert isinstance(quote, QuoteEvidence)
    assert quote.lang == "es"


def test_unread_pages_are_a_required_gap() -> None:
    document = replace(_document("Salary 900 USD per month."), unread_pages=(2, 3))
    [gap] = [gap for gap in _check(document).not_checked if gap.code == "page_unreadable"]
    assert gap.required
    assert "2, 3" in gap.why


def test_an_empty_document_clears_nothing() -> None:
    result = _check(replace(_document("x"), text=""))
    assert result.findings == ()
    assert result.clear == ()


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "=cmd|'/c calc'", "\u202eevil", "{quote}"])
def test_hostile_words_pass_through_unharmed(name: str) -> None:
    text = f"{name} company keeps your passport until the end"
    finding = _only(_check(_document(text)), "passport-kept")
    assert name in finding.message


def test_a_finding_keeps_its_id_from_run_to_run() -> None:
    document = _document("The company keeps your passport.")
    assert [finding.id for finding in _check(document).findings] == [
        finding.id for finding in _check(document).findings
    ]
