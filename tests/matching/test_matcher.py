"""A match explains itself, ranks stably, and survives hostile input."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recruitcheck.matching import MATCH_THRESHOLD, REVIEW_THRESHOLD, NameQuery, TokenWeights, rank, score
from recruitcheck.model import (
    Address,
    Agency,
    Licence,
    LicenceStatus,
    NameKind,
    RegistryEntry,
)
from tests.bounds import Bounded
from tests.matching.entries import entry_named


def agency_entry() -> RegistryEntry:
    return replace(
        entry_named("Acorn Overseas Ltd T/A Hazel Carers"),
        addresses=(Address(text="Flat B, 2/F, 8 Acorn Road, Kowloon", country="HK"),),
        phones=("2345 6789 / 80",),
        emails=("info@acorn.example", "acorn@gmail.com"),
        websites=("https://www.acorn.example/",),
        licences=(Licence(1, LicenceStatus.VALID, number="RL-0010"),),
        other_ids=(("company_number", "0765432"),),
    )


def test_match_names_what_matched_and_what_was_set_aside() -> None:
    match = score(NameQuery("M/s. Acorn Overseas (RL-0123)"), entry_named("Acorn Overseas Ltd"))
    assert match.matched.text == "Acorn Overseas Ltd"
    assert match.query == "M/s. Acorn Overseas (RL-0123)"
    assert match.ignored == ("m/s", "rl", "0123", "ltd")


def test_trading_name_that_matched_is_told() -> None:
    match = score(NameQuery("Hazel Carers"), agency_entry())
    assert (match.matched.text, match.matched.kind, match.score) == ("Hazel Carers", NameKind.TRADING, 100.0)
    assert "Compared with the entry's trading name." in match.why


@pytest.mark.parametrize(
    ("asked", "listed", "sentence"),
    [
        (
            "Acorn Manpower Services",
            "Acorn Manpower Service",
            "'manpower' and 'service' are common in this field and weigh little.",
        ),
        ("Acorn Ltd", "Acorn LLP", "The legal forms differ (ltd against llp)."),
        ("Acorn Ltd", "Acorn Jobs", "Only the name asked about has a legal form (ltd)."),
        ("Acorn 1", "Acorn 2", "The numbers differ (1 against 2): numbered sister firms are different firms."),
        ("Acorn", "Acorn II", "Only one name carries a number (none against 2): it may be a sister firm."),
        ("Sky Line Jobs", "Skyline Jobs", "'sky line' and 'skyline' differ only in spacing."),
        ("Chestnutwod", "Chestnutwood", "'chestnutwod' resembles 'chestnutwood' (95%)."),
        (
            "GSMA",
            "Golden Sun Manpower Agency",
            "'gsma' and 'golden sun manpower agency': one is the first letters of the other.",
        ),
        ("Acorn Pine", "Acorn", "'pine' is only in the name asked about."),
        ("Acorn", "Acorn Pine", "'pine' is only in the listed name."),
        ("Pine Acorn", "Acorn Pine", "The words stand in another order."),
        ("Overseas Manpower", "Overseas Agency", "A name of market words alone identifies nobody."),
        ("Acorn Overseas", "Acorn Travels", "Each name has a market word that the other lacks."),
        ("acorn", "ACORN", "The names are equal but for case and punctuation."),
        ("Ab Jobs", "Ac Jobs", "The telling part is very short, so likeness says little."),
        ("Oak t/a Acorn", "Acorn", "Asked by the trading name 'Acorn'."),
    ],
)
def test_reason_is_given_in_words(asked: str, listed: str, sentence: str) -> None:
    assert sentence in score(NameQuery(asked), entry_named(listed)).why


@pytest.mark.parametrize(
    ("query", "agrees", "contradicts"),
    [
        (NameQuery("Acorn"), [], []),
        (NameQuery("Acorn", licence_number="10"), ["licence_number"], []),
        (NameQuery("Acorn", licence_number="765432"), ["licence_number"], []),
        (NameQuery("Acorn", licence_number="RL-11"), [], ["licence_number"]),
        (NameQuery("Acorn", licence_number="N/A"), [], []),
        (NameQuery("Acorn", phone="+852 2345 6780"), ["phone"], []),
        (NameQuery("Acorn", country="HK", phone="23456789"), ["phone", "country"], []),
        (NameQuery("Acorn", phone="+852 2999 9999"), [], ["phone"]),
        (NameQuery("Acorn", email="Info@Acorn.example"), ["email"], []),
        (NameQuery("Acorn", email="jobs@acorn.example"), ["mail_domain"], []),
        (NameQuery("Acorn", email="other@gmail.com"), [], []),
        (NameQuery("Acorn", email="acorn@gmail.com"), ["email"], []),
        (NameQuery("Acorn", email="jobs@acorn-hk.example"), [], ["mail_domain"]),
        (NameQuery("Acorn", website="acorn.example/jobs"), ["website"], []),
        (NameQuery("Acorn", website="http://acorn.test"), [], ["website"]),
        (NameQuery("Acorn", website="javascript:alert(1)"), [], []),
        (NameQuery("Acorn", address="Flat B 2nd Floor 8 Acorn Rd Kowloon"), ["address"], []),
        (NameQuery("Acorn", address="1 Elsewhere Street, Leeds"), [], []),
        (NameQuery("Acorn", country="HK"), ["country"], []),
        (NameQuery("Acorn", country="BD"), [], ["country"]),
    ],
)
def test_identifiers_agree_or_contradict(query: NameQuery, agrees: list[str], contradicts: list[str]) -> None:
    match = score(query, agency_entry())
    assert [one.field for one in match.agrees] == agrees
    assert [one.field for one in match.contradicts] == contradicts


@pytest.mark.parametrize(
    ("asked", "listed", "agrees"),
    [
        ("+852 2345 6789", "2345 6789", True),
        ("2345 6789", "+852 2345 6789", True),
        ("01711 123456", "+880 1711 123456", True),
        ("345678", "+852 2345 6789", False),
        ("+852 2345 6789", "+853 2345 6789", False),
    ],
)
def test_number_without_country_code_is_compared_by_its_end(asked: str, listed: str, agrees: bool) -> None:
    match = score(NameQuery("Acorn", phone=asked), replace(entry_named("Acorn"), phones=(listed,)))
    assert [one.field for one in match.agrees] == (["phone"] if agrees else [])


def test_identifier_never_lifts_a_wrong_name() -> None:
    bare = score(NameQuery("Silver Birch Maids"), agency_entry())
    full = score(NameQuery("Silver Birch Maids", licence_number="RL-0010", phone="+85223456789"), agency_entry())
    assert full.score == bare.score < REVIEW_THRESHOLD
    assert full.identified
    assert "The licence number agrees." in full.why


def test_name_and_country_alone_identify_nobody() -> None:
    assert not score(NameQuery("Acorn Overseas Ltd", country="HK"), agency_entry()).identified


def test_abbreviation_alone_never_reaches_the_match_band() -> None:
    entry = entry_named("Golden Sun Manpower Agency (GSMA)")
    match = score(NameQuery("GSMA"), entry)
    assert match.matched.kind is NameKind.ABBREVIATION
    assert REVIEW_THRESHOLD <= match.score < MATCH_THRESHOLD


def test_query_is_made_from_an_agency() -> None:
    agency = Agency("Acorn", licence_number="1", country="HK", address="x", phone="2", email="e", website="w")
    assert NameQuery.of(agency) == NameQuery("Acorn", "HK", "1", "2", "e", "w", "x")


def test_rank_keeps_the_best_in_a_stable_order() -> None:
    entries = [
        entry_named(name, key)
        for key, name in [
            ("4", "Hazel Overseas"),
            ("3", "Acorn Overseas Ltd"),
            ("2", "Acorn Overseas"),
            ("1", "ACORN OVERSEAS"),
        ]
    ]
    found = rank(NameQuery("Acorn Overseas"), entries, floor=REVIEW_THRESHOLD, top=10)
    assert [match.entry.key for match in found] == ["1", "2", "3"]
    assert found == rank(NameQuery("Acorn Overseas"), entries[::-1], floor=REVIEW_THRESHOLD, top=10)
    assert [match.entry.key for match in rank(NameQuery("Acorn Overseas"), entries, floor=0, top=2)] == ["1", "2"]
    assert rank(NameQuery("Acorn Overseas"), [], floor=0, top=5) == ()


def test_score_of_rank_is_the_score_of_one() -> None:
    query = NameQuery("Acorn Travels")
    assert rank(query, [agency_entry()], floor=0, top=1)[0] == score(query, agency_entry())


def test_common_word_of_a_registry_weighs_less() -> None:
    weights = TokenWeights.from_counts({"star": 900, "chestnut": 1}, 1000)
    query, entry = NameQuery("Star Chestnut"), entry_named("Star Hazelnut")
    assert score(query, entry, weights).score < score(query, entry).score


@pytest.mark.parametrize(
    "pair", [("Acorn Overseas", "Acorn Travel Ltd"), ("GSMA", "Golden Sun Manpower Agency"), ("Acorn 1", "Acorn")]
)
def test_score_does_not_depend_on_the_direction(pair: tuple[str, str]) -> None:
    one, other = pair
    assert score(NameQuery(one), entry_named(other)).score == score(NameQuery(other), entry_named(one)).score


HOSTILE = [
    "",
    " ",
    "a",
    "7",
    "Ltd",
    "Co. Ltd",
    "Overseas Manpower International Services",
    "1234567890",
    "😀😀😀",
    "\u200b\u202e\u2066",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\x1b[2J",
    "\ud800",
    "x" * 10_240,
    "acorn " * 2_000,
    "a b " * 3_000,
    "金" * 10_000,
    "a\u0301" * 5_000,
    "Аcorn",
    "(" * 10_000,
    "dba " * 3_000,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_gets_an_honest_score_in_bounded_time(name: str, bounded: Bounded) -> None:
    with bounded(1):
        match = score(NameQuery(name), entry_named("Silver Birch Overseas"))
        assert match.score < REVIEW_THRESHOLD
        reverse = score(NameQuery("Silver Birch Overseas"), entry_named(name))
        assert reverse.score < REVIEW_THRESHOLD
        assert all(len(line) < 2_000 for line in (*match.why, *reverse.why))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_compares_with_itself(name: str, bounded: Bounded) -> None:
    with bounded(1):
        match = score(NameQuery(name), entry_named(name))
        assert match.score in (0.0, 100.0)


def test_entry_without_names_scores_nothing() -> None:
    assert score(NameQuery("Acorn"), RegistryEntry("xx-list", "1", (), (1,))).score == 0


def test_disguised_letters_do_not_hide_a_name() -> None:
    assert score(NameQuery("Ас\u200born Оverseas"), entry_named("Acorn Overseas")).score == 100


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Hazel Foods Ltd T/A Corner Grill", "Rowan Retail Ltd T/A Corner Grill"),
        ("Hazel Ltd trading as Corner Grill", "Rowan Ltd (trading as Corner Grill)"),
        ("Hazel dba Corner Grill, dba Elm Cafe", "Rowan LLC DBA Elm Cafe"),
    ],
)
def test_two_firms_under_one_trading_name_are_for_a_person(asked: str, listed: str) -> None:
    match = score(NameQuery(asked), entry_named(listed))
    assert REVIEW_THRESHOLD <= match.score < MATCH_THRESHOLD
    assert any("own names differ" in line for line in match.why)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Corner Grill", "Rowan Ltd T/A Corner Grill"),
        ("Rowan T/A Corner Grill", "Rowan Ltd T/A Corner Grill"),
        ("Ltd T/A Corner Grill Rowan", "Rowan Ltd T/A Corner Grill"),
        ("Rowan Ltd T/A Corner Grill", "Rowan Trading Ltd T/A Corner Grill"),
    ],
)
def test_a_trading_name_counts_in_full_where_the_own_names_may_be_one_firms(asked: str, listed: str) -> None:
    assert not any("own names differ" in line for line in score(NameQuery(asked), entry_named(listed)).why)


@pytest.mark.parametrize(
    ("asked", "listed", "told"),
    [
        ("Silver Birch Overseas", "Silver Birch", "Only the name asked about has the market word 'overseas'."),
        ("Silver Birch", "Silver Birch Travels", "Only the listed name has the market word 'travel'."),
        ("Silver Birch Overseas", "Silver Birch Travels", "Each name has a market word that the other lacks."),
        ("Silver Birch Overseas (Dhaka)", "Silver Birch Overseas", ""),
    ],
)
def test_a_market_word_of_one_name_is_told_and_costs_more_if_it_was_asked(asked: str, listed: str, told: str) -> None:
    match = score(NameQuery(asked), entry_named(listed))
    assert [line for line in match.why if "has the market" in line or "has a market" in line] == [told] * bool(told)
    turned = score(NameQuery(listed), entry_named(asked))
    assert (match.score < turned.score) == ("name asked about" in told)
