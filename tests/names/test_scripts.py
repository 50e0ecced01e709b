"""Names of other scripts in Latin letters: the ways that firms write themselves, and never more than a few."""

from __future__ import annotations

import pytest

from recruitcheck.names import parse_name, parse_readings
from recruitcheck.names.scripts import MOST_READINGS, readings
from tests.bounds import Bounded


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("प्रकाश", "prakash"),
        ("केदारनाथ", "kedarnath"),
        ("কমল", "kamal"),
        ("বড়ুয়া", "baruya"),
        ("தாமரை", "thamarai"),
        ("පෙරේරා", "perera"),
        ("สมหมาย", "sommai"),
        ("မန္တလေး", "mantalay"),
        ("Ουρανός", "ouranos"),
        ("Μπάρκα", "barka"),
        ("독립문", "dongnimmun"),
        ("설악", "seorak"),
        ("صابر", "sabir"),
        ("الوردة", "al warda"),
        ("والصفا", "and al safa"),
        ("ایران", "iran"),
        ("שלומי", "shalomi"),
        ("サトウ", "sato"),
        ("४२ कमल", "42 kamal"),
    ],
)
def test_the_commonest_reading_comes_first(text: str, read: str) -> None:
    assert readings(text)[0] == read


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("永泰", ("wing", "tai")),
        ("榮昌僱傭中心", ("wing", "cheong")),
        ("鈴木産業", ("suzuki", "sangyo")),
        ("김영수", ("kimyoungsoo",)),
        ("부산", ("pusan",)),
        ("Ήρα", ("era",)),
        ("சிவா", ("jiva",)),
        ("ذاكر", ("dhakir",)),
    ],
)
def test_other_readings_are_known(text: str, way: tuple[str, ...]) -> None:
    assert way in [parts.distinctive for parts in parse_readings(text)]


def test_the_first_reading_of_chinese_is_mandarin() -> None:
    assert parse_name("永泰國際貿易有限公司").words == ("yong", "tai", "international", "trading")


@pytest.mark.parametrize("text", ["Acorn Overseas", "Söhne GmbH", "", "12", "😀"])
def test_a_name_in_latin_letters_has_one_reading(text: str) -> None:
    assert len(parse_readings(text)) == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ Рябина", "ltd"),
        ("Публичное акционерное общество Рябина", "jsc"),
        ("مؤسسة الوردة", "est"),
        ("شرکت وردا با مسئولیت محدود", "llc"),
        ("Ρόδι Ε.Π.Ε.", "ltd"),
        ("㈜ 보기", "hk"),
        ("உதாரணம் பிரைவேட் லிமிடெட்", "pvt"),
    ],
)
def test_legal_forms_of_other_scripts_are_set_aside(text: str, form: str) -> None:
    assert form in parse_name(text).legal_forms


def test_a_phrase_counts_as_a_whole_word_only() -> None:
    assert parse_name("Агентствовать").generic == ()
    assert parse_name("Агентство Рябина").generic == ("agency",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An-Nakheel", ("al", "nakheel")),
        ("Ash-Shihab Trading", ("al", "shihab", "trading")),
        ("El-Waha", ("al", "waha")),
        ("Zia-ur-Rafi", ("zia", "al", "rafi")),
        ("Zia ud Daud", ("zia", "al", "daud")),
        ("Lashkar-e-Misaal", ("lashkar", "misaal")),
        ("Do-It-All", ("do", "it", "all")),
        ("Toys R Us", ("toys", "r", "us")),
        ("AS Services", ("as", "service")),
        ("Plan-B Jobs", ("plan", "b", "job")),
    ],
)
def test_the_article_is_spelt_one_way(text: str, words: tuple[str, ...]) -> None:
    assert parse_name(text).words == words


@pytest.mark.parametrize(
    ("text", "forms"),
    [("Acorn Jobs Tld", ("ltd",)), ("Acorn Jobs dtd", ("ltd",)), ("Acorn Jobs iLmited", ("ltd",)), ("Acorn Lad", ())],
)
def test_a_mistyped_form_is_one_where_it_can_be_no_word(text: str, forms: tuple[str, ...]) -> None:
    assert parse_name(text).legal_forms == forms


@pytest.mark.parametrize(
    "piece", ["م", "ש", "क", "্", "க்", "ක්", "แ", "ก", "ြ", "ဲ", "Ω", "힣", "永", "カ", "佐藤", "م ", "әё", "\u0d7f\u0dff"]
)
def test_readings_are_few_and_end_soon_however_long_the_text(piece: str, bounded: Bounded) -> None:
    with bounded(2):
        every = parse_readings(piece * 10_000)
    assert 1 <= len(every) <= MOST_READINGS
    for parts in every:
        assert all(word.isascii() for word in parts.words)
