"""A name taken apart: telling words, market words, legal forms, numbers."""

from __future__ import annotations

import pytest

from recruitcheck.names import parse_name


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Acorn Ltd", ("ltd",)),
        ("Acorn Limited", ("ltd",)),
        ("Acorn (Pvt.) Ltd.", ("pvt", "ltd")),
        ("Acorn (P) Ltd", ("pvt", "ltd")),
        ("Acorn Pvt.Ltd", ("pvt", "ltd")),
        ("Acorn Pte. Ltd.", ("pvt", "ltd")),
        ("Acorn Sdn. Bhd.", ("sdn_bhd",)),
        ("Acorn SDN BHD", ("sdn_bhd",)),
        ("Acorn Bhd", ("bhd",)),
        ("Acorn, Inc.", ("inc",)),
        ("Acorn Corp.", ("corp",)),
        ("Acorn L.L.C.", ("llc",)),
        ("Acorn L L C", ("llc",)),
        ("Acorn Co. W.L.L.", ("co", "wll")),
        ("Acorn GmbH", ("gmbh",)),
        ("Acorn s.r.o.", ("sro",)),
        ("Acorn spol. s r.o.", ("sro",)),
        ("Acorn spol. s r. o.", ("sro",)),
        ("Acorn Sp. z o.o.", ("spzoo",)),
        ("Acorn S.A.", ("sa",)),
        ("Acorn SARL", ("sarl",)),
        ("Acorn S.L.", ("sl",)),
        ("Acorn, Lda.", ("lda",)),
        ("Acorn S.A. de C.V.", ("sa_de_cv",)),
        ("Acorn S. de R.L. de C.V.", ("s_de_rl_de_cv",)),
        ("PT. Acorn Tbk", ("pt",)),
        ("PT Acorn", ("pt",)),
        ("CV Acorn", ("cv",)),
        ("Acorn PLC", ("plc",)),
        ("Acorn LLP", ("llp",)),
        ("Acorn AB", ("ab",)),
        ("Acorn Oy", ("oy",)),
        ("Acorn ApS", ("aps",)),
        ("Acorn B.V.", ("bv",)),
        ("Acorn N.V.", ("nv",)),
        ("Acorn K.K.", ("kk",)),
        ("株式会社橡", ("kk",)),
        ("橡有限公司", ("ltd",)),
        ("橡股份有限公司", ("zhushi",)),
        ("Công ty TNHH Acorn", ("ltd",)),
        ("บริษัท เอคอร์น จำกัด", ("ltd",)),
        ("ООО Желудь", ("ltd",)),
        ("Acorn", ()),
        ("Visa Ab Initio", ()),
    ],
)
def test_legal_forms_are_known_by_any_spelling(text: str, forms: tuple[str, ...]) -> None:
    parts = parse_name(text)
    assert parts.legal_forms == forms
    assert parts.distinctive


@pytest.mark.parametrize(
    ("text", "distinctive", "generic", "numbers", "ignored"),
    [
        ("Acorn Overseas", ("acorn",), ("overseas",), (), ()),
        ("Acorn Intl Svcs", ("acorn",), ("international", "service"), (), ()),
        ("Acorn Recruiting Agencies", ("acorn",), ("recruitment", "agency"), (), ()),
        ("Acorn Bros. Mfg", ("acorn",), ("brother", "manufacturing"), (), ()),
        ("Acorn & Oak", ("acorn", "oak"), ("and",), (), ()),
        ("The Acorn Consultants", ("acorn",), ("consultancy",), (), ("the",)),
        ("M/s. Acorn (RL-0123)", ("acorn",), (), (), ("m/s", "rl", "0123")),
        ("Acorn License No. 1234", ("acorn",), (), (), ("license", "no", "1234")),
        ("Acorn EA Licence No: 12C3456", ("acorn",), (), (), ("ea", "licence", "no", "12c3456")),
        ("M.S. Acorn", ("ms", "acorn"), (), (), ()),
        ("Acorn II Ltd", ("acorn",), (), ("2",), ()),
        ("Acorn No. 2", ("acorn",), (), ("2",), ()),
        ("Acorn 02", ("acorn",), (), ("2",), ()),
        ("1st Acorn", ("acorn",), (), ("1",), ()),
        ("First Acorn", ("acorn",), (), ("1",), ()),
        ("II", ("ii",), (), (), ()),
        ("J P Acorn", ("jp", "acorn"), (), (), ()),
        ("J.P. Acorn", ("jp", "acorn"), (), (), ()),
        ("橡果僱傭中心", ("xiang", "guo"), ("employment", "centre"), (), ()),
        ("Overseas Manpower", (), ("overseas", "manpower"), (), ()),
        ("", (), (), (), ()),
        ("😀", (), (), (), ()),
    ],
)
def test_name_is_taken_apart(
    text: str,
    distinctive: tuple[str, ...],
    generic: tuple[str, ...],
    numbers: tuple[str, ...],
    ignored: tuple[str, ...],
) -> None:
    parts = parse_name(text)
    assert (parts.distinctive, parts.generic, parts.numbers, parts.ignored) == (distinctive, generic, numbers, ignored)


@pytest.mark.parametrize("text", ["Ltd", "Limited", "The", "M/s", "Co. Ltd", "RL-0123"])
def test_name_of_nothing_but_noise_keeps_words(text: str) -> None:
    assert parse_name(text).words


def test_initials_are_those_of_all_words_but_the_forms() -> None:
    assert parse_name("Golden Sun Manpower Agency Ltd").initials == ("g", "s", "m", "a")


@pytest.mark.parametrize("text", ["主樂僱傭公司", "泓達僱傭", "早早僱傭中心"])
def test_chinese_syllable_is_no_latin_market_word_or_form(text: str) -> None:
    parts = parse_name(text)
    assert len(parts.distinctive) == 2
    assert "employment" in parts.generic


@pytest.mark.parametrize(
    ("text", "words", "forms"),
    [
        ("Samiha Over seas", ("samiha", "overseas"), ()),
        ("Samiha Int ernational", ("samiha", "international"), ()),
        ("Samiha Recrui tment Soluti ons", ("samiha", "recruitment", "solution"), ()),
        ("Samiha Liited", ("samiha",), ("ltd",)),
        ("Samiha Pirvate", ("samiha",), ("pvt",)),
        ("Liited", ("liited",), ()),
        ("Samiha International (Regd.)", ("samiha", "international"), ()),
        ("Samiha Co. Head Office", ("samiha",), ("co",)),
        ("Samiha Company Dubai Branch", ("samiha",), ("co",)),
        ("Samiha - Sylhet Branch", ("samiha",), ()),
        ("Royal Olive Branch", ("royal", "olive", "branch"), ()),
        ("Regd", ("regd",), ()),
        ("Head Office", ("head", "office"), ()),
    ],
)
def test_broken_words_and_offices_do_not_hide_the_name(
    text: str, words: tuple[str, ...], forms: tuple[str, ...]
) -> None:
    parts = parse_name(text)
    assert (parts.words, parts.legal_forms) == (words, forms)


def test_a_long_tail_of_blanks_ends_soon() -> None:
    assert parse_name("Samiha" + " " * 900 + "(" * 50).words == ("samiha",)
