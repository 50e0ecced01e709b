"""What the law asks of an advert, and of the age of those who go: found, missing, or not to be told from a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from recruitcheck.checks.advert import RULE_ADVERT, check_advert
from recruitcheck.checks.age import RULE_AGE, check_age
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.documents import document_from_text
from recruitcheck.model import (
    AbsenceEvidence,
    Age,
    Corridor,
    DocumentKind,
    DocumentOrigin,
    Fact,
    FactKind,
    Outcome,
    Particulars,
    QuoteEvidence,
)
from recruitcheck.particulars import extract
from recruitcheck.redflags import judge_terms
from recruitcheck.standards import load_catalogue

CATALOGUE = load_catalogue()
DAY = date(2026, 11, 21)
BARE = "Wanted: cleaners for a hotel in Qatar. Call today."
FULL = (
    "Wanted by Example Hotel Company, Doha, Qatar: 12 cleaners, job: cleaning rooms. Licence No. 1234/056. "
    "Place of work: Doha. Salary QAR 1,500 a month. Working hours: 8 hours a day, 48 hours a week. "
    "Free food and accommodation. Medical care and insurance by the company. Air ticket by the company. "
    "Recruitment cost: no fee is charged to workers."
)


def _advert(text: str, corridor: Corridor, kind: DocumentKind = DocumentKind.ADVERT, day: date = DAY) -> CheckResult:
    document = document_from_text(text, id="d1", path=None, kind=kind, origin=DocumentOrigin.PUBLIC)
    document = replace(document, languages=("en",))
    particulars = extract(document)
    states = judge_terms(document, particulars)
    return check_advert(document, particulars, states, CATALOGUE.advert_rules(corridor, day), day)


def test_a_bare_advert_from_nepal_lacks_what_rule_14_asks_for() -> None:
    result = _advert(BARE, Corridor("NP", (), "QA"))
    [finding] = result.findings
    assert (finding.rule, finding.outcome) == (RULE_ADVERT, Outcome.REVIEW)
    absent = [item.what for item in finding.evidence if isinstance(item, AbsenceEvidence)]
    assert "Licence number of the agency" in absent
    assert "Wage" in absent
    assert RULE_ADVERT not in result.clear
    assert {gap.code for gap in result.not_checked} == {"advert_approval"}  # no text shows an approval


def test_an_advert_that_shows_it_all_is_clear_of_this_rule_and_its_approval_stays_open() -> None:
    result = _advert(FULL, Corridor("NP", (), "QA"))
    assert result.findings == ()
    assert result.clear == (RULE_ADVERT,)
    assert [gap.required for gap in result.not_checked] == [False]


def test_a_rule_on_a_condition_is_a_gap_and_no_finding() -> None:
    result = _advert(BARE, Corridor("PH", (), "SA"), day=date(2020, 1, 1))
    assert result.findings == ()
    codes = [gap.code for gap in result.not_checked]
    assert codes.count("advert_rule_open") == 2  # with a job order, and for a pool of workers
    assert RULE_ADVERT not in result.clear


@pytest.mark.parametrize(
    ("corridor", "kind", "word"),
    [
        (Corridor(), DocumentKind.ADVERT, "no country"),
        (Corridor("BD", (), "SA"), DocumentKind.ADVERT, "a rule from memory"),
        (Corridor("NP", (), "QA"), DocumentKind.CONTRACT, "no advert"),
        (Corridor("NP", (), "QA"), DocumentKind.MESSAGE, "a message"),
    ],
)
def test_where_no_rule_was_read_nothing_is_found_and_nothing_called_clear(
    corridor: Corridor, kind: DocumentKind, word: str
) -> None:
    result = _advert(BARE, corridor, kind)
    assert (result.findings, result.clear) == ((), ()), word


def _age(least: int | None, corridor: Corridor, day: date = DAY) -> CheckResult:
    text = f"Age: {least}" if least is not None else "Maids wanted."
    document = document_from_text(text, id="d1", path=None, kind=DocumentKind.ADVERT, origin=DocumentOrigin.PUBLIC)
    facts = () if least is None else (Fact(FactKind.AGE, 5, len(text), text[5:], Age(least)),)
    return check_age(document, Particulars(facts), CATALOGUE.minimum_ages(corridor, day), day)


MAID = Corridor("PH", (), "SA", "domestic_work")


def test_an_age_below_that_of_the_corridor_is_found_with_the_words_and_the_source() -> None:
    result = _age(21, MAID)
    [finding] = result.findings
    assert (finding.rule, finding.practice, finding.outcome) == (RULE_AGE, "corridor.minimum_age", Outcome.REVIEW)
    assert "24" in finding.message
    assert [item.text for item in finding.evidence if isinstance(item, QuoteEvidence)] == ["21"]
    citations = CATALOGUE.citations_for(finding.practice, MAID, DAY)
    assert [item.instrument for item in citations] == ["ph-ra-11862"]


def test_the_age_of_the_day_counts() -> None:
    assert _age(23, MAID).findings
    assert _age(24, MAID).clear == (RULE_AGE,)
    before = _age(23, MAID, date(2022, 7, 13))
    assert (before.findings, before.clear, before.not_checked) == ((), (), ())  # no rule of that day is held


def test_what_would_decide_it_is_named_where_it_is_not_known() -> None:
    result = _age(20, Corridor("LK", (), "SA", "domestic_work"))
    [gap] = result.not_checked
    assert (gap.code, gap.required) == ("minimum_age_open", False)
    assert "female" in gap.why
    assert result.clear == ()


def test_a_text_without_an_age_is_not_checked_and_never_clear() -> None:
    result = _age(None, MAID)
    assert (result.findings, result.clear) == ((), ())
    assert [gap.code for gap in result.not_checked] == ["minimum_age_unstated"]
