"""Findings about an offer: whose words a quote is, whatever the order of chance."""

from datetime import date

import pytest

from recruitcheck.checks.offer import check_offer
from recruitcheck.documents import document_from_text
from recruitcheck.model import CheckDates, Confidence, Corridor, Particulars, QuoteEvidence, Span, Stance
from recruitcheck.redflags import Hit, ScanResult, load_rules

_DAY = CheckDates(date(2026, 1, 1), date(2026, 1, 1))
_TEXT = "የቪዛ ክፍያ 400 ዶላር የማይመለስ።"


@pytest.mark.parametrize("languages", [("am", "en"), ("en", "am"), ("am", "en", "pt", "sw"), ("sw", "pt", "en", "am")])
def test_words_read_in_two_languages_are_quoted_in_the_documents_own(languages: tuple[str, ...]) -> None:
    """Figures belong to every language; no order of chance decides whose they are."""
    document = document_from_text(_TEXT)
    assert document.languages[0] == "am"
    hits = tuple(
        Hit(
            rule_id="worker-pays-recruitment-fee",
            practice="fee_charging.recruitment",
            start=0,
            end=len(_TEXT),
            quote=Span(0, len(_TEXT)),
            lang=lang,
            stance=Stance.STATES,
            confidence=Confidence.HIGH,
            weight="strong",
            why=(),
        )
        for lang in languages
    )
    scan = ScanResult(hits=hits, rules=load_rules().heads)
    (finding,) = check_offer(document, Particulars((), ()), scan, (), Corridor(), _DAY).findings
    (quote,) = finding.evidence
    assert isinstance(quote, QuoteEvidence)
    assert quote.lang == "am"
