"""Questions: what a text only asks it does not state; the answer decides, in every language."""

from __future__ import annotations

import pytest

from recruitcheck.model import Stance
from recruitcheck.redflags import RuleSet, ScanResult, load_rules
from recruitcheck.redflags.rulebook.examples import scan_text

RULES = load_rules()


def _scan(text: str, lang: str = "en", rules: RuleSet = RULES) -> ScanResult:
    return scan_text(text, lang, rules)


def _rules(result: ScanResult) -> set[str]:
    return {hit.rule_id for hit in result.hits}


@pytest.mark.parametrize(
    ("lang", "text", "flagged"),
    [
        ("en", "Will the company keep my passport?", False),
        ("en", "Will the company keep my passport? No, you keep it.", False),
        ("en", "Will the company keep my passport? Yes, until the contract ends.", True),
        ("en", "Q: Will the company keep my passport?\nA: Yes.", True),
        ("en", "Q: Will the company keep my passport?\nA: Never.", False),
        ("es", "¿La empresa se queda con mi pasaporte?", False),
        ("es", "¿La empresa se queda con mi pasaporte? No, lo guarda usted.", False),
        ("es", "¿La empresa se queda con mi pasaporte? Sí, hasta que termine el contrato.", True),
        ("fr", "Est-ce que l'employeur garde mon passeport ? Non.", False),
        ("de", "Behält der Arbeitgeber meinen Pass? Ja, bis zum Ende des Vertrags.", True),
        ("de", "Behält der Arbeitgeber meinen Pass? Nein.", False),
        ("ne", "Passport company le rakhchha? Rakhdaina, tapai sangai hunchha.", False),
        ("zh", "公司会保管我的护照吗？不会。", False),
    ],
)
def test_the_answer_decides_whether_a_question_states(lang: str, text: str, flagged: bool) -> None:
    assert ("passport-kept" in _rules(_scan(text, lang))) is flagged


def test_a_question_without_an_answer_only_mentions() -> None:
    result = _scan("The boss keeps all passports here in his office?")
    assert not result.hits
    assert {(hit.rule_id, hit.stopped_by) for hit in result.mentions} >= {("passport-kept", "question")}


def test_what_was_answered_is_told() -> None:
    denied = next(hit for hit in _scan("Will the company keep my passport? No, you keep it.").stopped)
    assert denied.stopped_by == "question"
    assert "guard question stops: answered 'no'" in denied.why


@pytest.mark.parametrize(
    "text",
    [
        "The company keeps your passport until the end, ok?",
        "The company keeps your passport until the end, you understand?",
    ],
)
def test_a_tag_asks_for_no_more_than_a_nod(text: str) -> None:
    assert "passport-kept" in _rules(_scan(text))


def test_a_price_is_read_with_the_question_that_asks_for_it() -> None:
    text = "What is the agency fee? 2,000 USD. When do we fly? In May."
    hit = next(hit for hit in _scan(text).hits if hit.rule_id == "worker-pays-recruitment-fee")
    assert text[hit.quote.start : hit.quote.end] == "What is the agency fee? 2,000 USD."
    assert "read with the question before it" in hit.why


@pytest.mark.parametrize("answer", ["Nothing.", "No fee.", "The employer pays 2,000 USD.", "It is free of charge."])
def test_an_answer_that_denies_leaves_the_question_silent(answer: str) -> None:
    assert not _scan(f"What is the agency fee? {answer}").hits


@pytest.mark.parametrize("asks", [True, False])
def test_a_rule_may_hold_that_asking_is_the_wrong(asks: bool) -> None:
    rule = RULES.rule("child-recruited").model_copy(update={"asks": asks})
    result = _scan("Any girl of 14 years for housework? Send photo.", rules=RuleSet((rule,), f"asks {asks}"))
    assert bool(result.hits) is asks


def test_questions_and_answers_are_no_lesson_by_themselves() -> None:
    text = (
        "Frequently asked questions\n"
        "Do I have to pay an agency fee? Yes, 2,000 USD before the visa.\n"
        "Will the company keep my passport? Yes, until the contract ends.\n"
        "How many hours do I work? 14 hours a day."
    )
    result = _scan(text)
    assert result.stance is not Stance.MENTIONS
    assert {"worker-pays-recruitment-fee", "passport-kept", "long-working-day"} <= _rules(result)


def test_questions_and_answers_that_deny_stay_silent() -> None:
    text = (
        "Frequently asked questions\n"
        "Do I have to pay an agency fee? No, the employer pays it.\n"
        "Will the company keep my passport? No, never.\n"
        "Do I pay a deposit? No deposit is taken."
    )
    assert not _scan(text).hits
