"""A country is resolved from code, name, script and spelling, and never guessed."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from recruitcheck.vocabulary import countries, country_name, is_unspecified, resolve_country
from recruitcheck.vocabulary.countries import _LANGS_OF_SCRIPT, LANGUAGES, ambiguous_words, names_in
from recruitcheck.vocabulary.spelling import bare_key, word_key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NP", "NP"),
        ("np", "NP"),
        (" NP. ", "NP"),
        ("NPL", "NP"),
        ("NO", "NO"),
        ("CA-ON", "CA-ON"),
        ("Ontario", "CA-ON"),
        ("gb-nir", "GB-NIR"),
        ("Nepal", "NP"),
        ("NEPAL,", "NP"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("United  Kingdom", "GB"),
        ("UAE", "AE"),
        ("U. A. E.", "AE"),
        ("KSA", "SA"),
        ("Kingdom of Saudi Arabia", "SA"),
        ("Saudi", "SA"),
        ("Hong Kong", "HK"),
        ("Macau", "MO"),
        ("Korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("South Korea", "KR"),
        ("North Korea", "KP"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("the Netherlands", "NL"),
        ("Gambia, The", "GM"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Czech Republic", "CZ"),
        ("Viet Nam", "VN"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("DR Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("نيبال", "NP"),
        ("नेपाल", "NP"),
        ("پاکستان", "PK"),
        ("پاكستان", "PK"),  # Arabic kaf
        ("السعودية", "SA"),
        ("السعوديه", "SA"),
        ("الامارات", "AE"),
        ("\u202bقطر\u202c", "QA"),
        ("रोमानिया", "RO"),
        ("சவூதி", "SA"),
        ("কুয়েত", "KW"),
        ("ශ්රී ලංකාව", "LK"),
        ("ශ්\u200dරී ලංකාව", "LK"),
        ("ඉන්දියාව", "IN"),
        ("Kemboja", "KH"),
        ("Hapon", "JP"),
        ("Niemcy", "DE"),
        ("Rumänien", "RO"),
        ("Rumanien", "RO"),
        ("កម្ពុជា", "KH"),
        ("เกาหลี", "KR"),
        ("မြန်မာ", "MM"),
        ("ኢትዮጵያ", "ET"),
        ("Mỹ", "US"),
        ("Nga", "RU"),
        ("Узбекистан", "UZ"),
        ("Γερμανία", "DE"),
        ("İngiltere", "GB"),
        ("한국", "KR"),
        ("日本", "JP"),
        ("ベトナム", "VN"),
        ("臺灣", "TW"),
        ("Uingereza", "GB"),
        ("ประเทศเมียนมา", "MM"),
        ("ប្រទេសថៃ", "TH"),
        ("စင်္ကာပူနိုင်ငံ", "SG"),
        ("دولة قطر", "QA"),
        ("ሣውዲ", "SA"),
        ("Saudi Arab", "SA"),
        ("Österreich", "AT"),
        ("Česká republika", "CZ"),
        ("Myanmar (Burma)", "MM"),
        ("Korea (Republic of)", "KR"),
        ("United States of America (the)", "US"),
        ("🇳🇵 Nepal", "NP"),
    ],
)
def test_a_country_is_found_by_code_and_name(text: str, code: str) -> None:
    assert resolve_country(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Congo",
        "The Congo",
        "Virgin Islands",
        "Korean",
        "Nepali",
        "Nepall",
        "Kuwait/Qatar",
        "Gulf",
        "Europe",
        "EU",
        "XX",
        "Kathmandu, Nepal",
        "various",
        "Atlanta, Georgia",
        "Lebanon, Ohio",
        "ประเทศ",
        "နိုင်ငံ",
    ],
)
def test_what_is_unknown_or_ambiguous_is_not_guessed(text: str) -> None:
    assert resolve_country(text) is None


HOSTILE = [
    "x" * 10_000,
    "\0",
    "\ud800",
    "\u202e\u2066",
    "Ne\0pal\ud800" * 30,
    "( " * 50,
    "=cmd|' /C calc'!A0",
    "a " * 99,
    "\u0300" * 199,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_country(text: str) -> None:
    assert resolve_country(text) is None
    is_unspecified(text)


def test_direction_marks_and_nul_do_not_hide_a_country() -> None:
    assert resolve_country("\u202eNepal\u202c") == "NP"
    assert resolve_country("\u200fNP\u200f") == "NP"


def test_all_249_countries_are_there() -> None:
    codes = [code for code in countries() if "-" not in code]
    assert len(codes) == 249
    assert len({country.alpha3 for country in countries().values() if country.alpha3}) == 249
    assert all(code.partition("-")[0] in codes for code in countries())


def test_no_word_means_two_countries_unless_declared() -> None:
    groups = {("en",), *_LANGS_OF_SCRIPT.values()}
    for langs in groups:
        for key_of in (word_key, bare_key):
            meant: dict[str, set[str]] = defaultdict(set)
            for lang in {"en", *langs}:
                for code, names in names_in(lang).items():
                    for name in names:
                        meant[key_of(name)].add(code)
            clashes = {word: codes for word, codes in meant.items() if len(codes) > 1 and word not in ambiguous_words()}
            assert not clashes


def test_every_name_of_every_language_is_known_to_the_resolver() -> None:
    for lang in LANGUAGES:
        for code, names in names_in(lang).items():
            for name in names:
                if word_key(name) not in ambiguous_words():
                    assert resolve_country(name) == code, (lang, name)


def test_ambiguous_words_name_known_countries() -> None:
    for codes in ambiguous_words().values():
        assert set(codes) <= set(countries())


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        ("NP", "en", "Nepal"),
        ("NP", "ne", "नेपाल"),
        ("NP", "tl", "Nepal"),
        ("SA", "fr", "Arabie saoudite"),
        ("SA", "xx", "Saudi Arabia"),
        ("CA-ON", "en", "Ontario, Canada"),
        ("INTL", "en", "INTL"),
    ],
)
def test_a_country_is_named_in_a_language(code: str, lang: str, name: str) -> None:
    assert country_name(code, lang) == name


@pytest.mark.shared
def test_every_place_of_the_sample_resolves_or_is_unspecified(shared: Path) -> None:
    unknown = set()
    for line in (shared / "offers-sample" / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        for word in (case["origin"], case["destination"]):
            if resolve_country(word) is None and not is_unspecified(word):
                unknown.add(word)
    assert not unknown
