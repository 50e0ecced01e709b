"""A name in another script meets its romanised spelling: at least a person is asked."""

from __future__ import annotations

import pytest

from recruitcheck.matching import REVIEW_THRESHOLD, NameQuery, score
from recruitcheck.names import parse_name
from tests.matching.entries import entry_named

PAIRS = [
    ("পদ্মফুল ওভারসিজ লিমিটেড", "Padmaphul Overseas Ltd"),
    ("আল কামাল ইন্টারন্যাশনাল", "Al Kamal International"),
    ("মাধবী ট্রাভেলস", "Madhabi Travels"),
    ("केदार मैनपावर", "Kedar Manpower"),
    ("सगुन ओभरसिज प्रा. लि.", "Sagun Overseas Pvt. Ltd."),
    ("مكتب البستان للاستقدام", "Al Bustan Recruitment Office"),
    ("شركة الريحان للخدمات العمالية", "Al Rayhan Labour Services Company"),
    ("نعمان اوورسیز", "Noman Overseas"),
    ("گلشن انٹرنیشنل", "Gulshan International"),
    ("தாமரை டிராவல்ஸ்", "Thamarai Travels"),
    ("ООО Берёзка Персонал", "Berezka Personal LLC"),
    ("Агентство Ромашка", "Romashka Agency"),
    ("Αργυρή Σημύδα", "Argyri Simyda"),
    ("サンプル サービス", "Sampuru Service"),
    ("보기 해외 주식회사", "Bogi Overseas Co. Ltd"),
    ("上海银桦国际贸易有限公司", "Shanghai Yinhua International Trading Co Ltd"),
    ('אלון דרור בע"מ', "Alon Dror Ltd"),
]


@pytest.mark.parametrize(("asked", "listed"), PAIRS)
def test_a_romanised_name_is_found_worth_asking(asked: str, listed: str) -> None:
    assert score(NameQuery(asked), entry_named(listed)).score >= REVIEW_THRESHOLD


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("مكتب البستان للاستقدام", "Al Kawkab Recruitment Office"),
        ("পদ্মফুল ওভারসিজ", "Madhabi Overseas"),
        ("केदार मैनपावर", "Sagun Manpower"),
        ("サンプル サービス", "Yamato Service"),
        ("Агентство Ромашка", "Berezka Agency"),
    ],
)
def test_market_words_of_another_script_make_no_match(asked: str, listed: str) -> None:
    assert score(NameQuery(asked), entry_named(listed)).score < REVIEW_THRESHOLD


@pytest.mark.parametrize(
    ("text", "words", "forms"),
    [
        ("شركة البستان للتجارة ذ.م.م", ("al", "bastan", "trading"), ("wll", "co")),
        ("نور اوورسیز", ("nor", "overseas"), ()),
        ("יונה", ("yona",), ()),
        ("वैदेशिक रोजगार", ("vaideshik", "employment"), ()),
    ],
)
def test_vowels_that_are_written_are_read(text: str, words: tuple[str, ...], forms: tuple[str, ...]) -> None:
    parts = parse_name(text)
    assert parts.legal_forms == forms
    assert parts.words == words
