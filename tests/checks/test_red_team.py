"""Attacks on the agency check that once gave a wrong answer."""

from __future__ import annotations

from datetime import date

import pytest

from recruitcheck.checks.agency import check_agency
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.matching import NameQuery, score
from recruitcheck.model import AbsenceMeans, Agency, Coverage, Gap, LicenceStatus, Match, Outcome, RegistryKind
from tests.checks.made_up import DAY, debarment, entry, licence, lookup, match, registry, snapshot

NAME = "Example Himal Overseas Pvt. Ltd."
AGENCY = Agency(NAME, country="NP")


def required(result: CheckResult) -> set[str]:
    return {gap.code for gap in result.not_checked if gap.required}


@pytest.mark.parametrize("kind", [RegistryKind.LICENSING, RegistryKind.SPONSOR])
def test_absence_from_a_list_that_proves_nothing_is_not_checked_where_the_list_had_to_answer(
    kind: RegistryKind,
) -> None:
    silent = lookup(registry=registry(kind, absence_means=AbsenceMeans.NOTHING), required=True)
    assert required(check_agency(AGENCY, (silent,), DAY, country="NP", limited=True)) == {"absence_proves_nothing"}


def test_a_list_whose_silence_proves_nothing_is_no_answer_about_a_licence() -> None:
    silent = lookup(registry=registry(absence_means=AbsenceMeans.NOTHING), required=False)
    assert required(check_agency(AGENCY, (silent,), DAY, country=None)) == {"country_not_given"}


def held(name: str, *, key: str = "k1", number: str = "10", status: LicenceStatus = LicenceStatus.VALID) -> Match:
    """A listed firm with the score and agreements that matching gives it for NAME."""
    found = entry(name, licence(status, number=number), key=key, phones=(f"+97715550{number}1",))
    return score(NameQuery(NAME, phone="+97715550101", licence_number="10"), found)


def asked(name: str, *matches: Match, **more: str) -> CheckResult:
    agency = Agency(name, country="NP", phone=more.get("phone"), licence_number=more.get("licence_number"))
    query = NameQuery.of(agency)
    scored = sorted((score(query, item.entry) for item in matches), key=lambda item: -item.score)
    holders = tuple(item for item in scored if any(one.field == "licence_number" for one in item.agrees))
    return check_agency(agency, (lookup(*scored, by_number=holders),), DAY, country="NP")


def messages(result: CheckResult) -> list[str]:
    return [finding.message_id for finding in result.findings]


SISTER = "Example Himal Overseas 2 Pvt. Ltd."
PHONE = "+97715550101"


@pytest.mark.parametrize(
    ("name", "contacts"),
    [
        (SISTER, {"phone": PHONE}),
        ("Example Himal Star Overseas Pvt. Ltd.", {"phone": PHONE}),
        (SISTER, {"licence_number": "10"}),
        (NAME, {"phone": PHONE, "licence_number": "20"}),
        ("Golden Gate Jobs (formerly Example Himal Overseas Pvt. Ltd.)", {"licence_number": "10"}),
        ("Golden Gate Jobs T/A Example Himal Overseas", {"licence_number": "10"}),
    ],
)
def test_what_ties_a_firm_to_another_does_not_make_it_licensed(name: str, contacts: dict[str, str]) -> None:
    result = asked(name, held(NAME), **contacts)
    assert "licence.identity_doubtful" in messages(result)
    assert not {"licence-not-valid", "licence-number-of-another-firm"} & set(result.clear)


def test_the_number_of_a_sister_leaves_open_which_firm_it_is() -> None:
    result = asked(NAME, held(NAME), held(SISTER, key="k2", number="20"), licence_number="20")
    assert messages(result) == ["licence.identity_doubtful"]
    assert result.clear == ()


def test_a_name_closer_to_another_entry_is_a_question() -> None:
    other = held("Example Himal Star Overseas Pvt. Ltd.", key="k2", number="20")
    assert messages(asked(NAME, held(NAME), other, licence_number="20")) == ["licence.several_entries"]


def test_the_telephone_of_one_entry_does_not_hide_a_revoked_one_of_the_same_name() -> None:
    revoked = held(NAME, key="k2", number="20", status=LicenceStatus.REVOKED)
    assert messages(asked(NAME, held(NAME), revoked, phone=PHONE)) == ["licence.entries_conflict"]


def test_a_revoked_licence_is_not_outweighed_by_another_of_the_same_entry() -> None:
    both = entry(NAME, licence(number="10"), licence(LicenceStatus.SUSPENDED, number="11"), phones=(PHONE,))
    assert messages(asked(NAME, match(both), phone=PHONE)) == ["licence.entries_conflict"]


@pytest.mark.parametrize(
    "name", [NAME, "Example Himal Overseas T/A Golden Gate Jobs", "Example Himal", "Himal Example Oversees"]
)
def test_a_licensed_firm_with_its_own_number_is_clear(name: str) -> None:
    assert messages(asked(name, held(NAME), licence_number="RL-0010")) == ["licence.valid"]


def test_a_corridor_does_not_say_in_which_country_the_agency_sits() -> None:
    abroad = lookup(registry=registry(jurisdiction="HK"))
    result = check_agency(Agency(NAME), (abroad,), DAY, country=None, two_ends=True)
    assert [(item.message_id, item.outcome) for item in result.findings] == [
        ("licence.unlisted_country_unknown", Outcome.REVIEW)
    ]


def test_the_same_digits_in_another_countrys_list_accuse_nobody() -> None:
    stranger = match(entry("Specimen Bridge", licence(number="10")), 12.0, agrees=("licence_number",))
    foreign = lookup(registry=registry(id="yy-list", jurisdiction="BD"), by_number=(stranger,), required=False)
    agency = Agency(NAME, licence_number="10")
    found = check_agency(agency, (foreign,), DAY, country=None, two_ends=True).findings
    assert {item.outcome for item in found} == {Outcome.REVIEW}
    own = match(entry(NAME, licence(number="10")), agrees=("licence_number",))
    home = lookup(own, by_number=(own,), required=False)
    assert messages(check_agency(agency, (foreign, home), DAY, country=None)) == ["licence.valid"]


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("鴻運僱傭公司", 100, 100), ("鴻運僱傭有限公司", 86, 99), ("紅雲顧傭公司", 0, 85), ("紅雲僱傭公司", 0, 85)],
)
def test_other_characters_of_the_same_sound_are_no_match(name: str, least: float, most: float) -> None:
    assert least <= score(NameQuery(name), entry("鴻運僱傭公司")).score <= most


def test_a_page_on_a_site_that_everyone_uses_identifies_nobody() -> None:
    page = entry(NAME, licence(), websites=("https://www.facebook.com/example-himal",))
    for website in ("facebook.com/golden-gate", "https://m.facebook.com/golden"):
        found = score(NameQuery(NAME, website=website), page)
        assert not found.identified
        assert not found.contradicts


def test_a_listed_firm_under_a_brand_is_a_question_and_not_unlisted() -> None:
    brand = match(entry(NAME, licence()), 5.0, agrees=("phone",))
    result = check_agency(AGENCY, (lookup(nearest=(brand,)),), DAY, country="NP")
    assert messages(result) == ["licence.identity_doubtful"]


@pytest.mark.parametrize("number", ["", "N/A", "none", "-"])
def test_a_cell_without_a_number_is_no_number_that_nobody_holds(number: str) -> None:
    assert "licence.number_not_listed" not in messages(asked(NAME, held(NAME), licence_number=number))


def test_one_number_for_two_firms_is_a_question() -> None:
    other = held("Specimen Bridge Manpower", key="k2", status=LicenceStatus.SUSPENDED)
    result = asked(NAME, held(NAME), other, licence_number="10")
    assert ("impersonation.number_of_other", Outcome.REVIEW) in [
        (item.message_id, item.outcome) for item in result.findings
    ]


def excluded(score_: float, *agrees: str, name: str = NAME) -> CheckResult:
    listed = match(entry(name, debarments=(debarment("2026-01-01", "2027-01-01"),)), score_, agrees=agrees, query=NAME)
    where = {"nearest": (listed,)} if score_ < 70 else {}
    found = lookup(*(() if where else (listed,)), kind=RegistryKind.DEBARMENT, **where)
    return check_agency(AGENCY, (found,), DAY, country="NP", limited=True)


def test_an_excluded_firm_under_a_new_name_is_found_by_its_telephone() -> None:
    result = excluded(5.0, "phone", name="Specimen Bridge Manpower")
    assert messages(result) == ["debarment.shared_contact"]
    assert "debarment-listed" not in result.clear


def test_the_telephone_of_an_excluded_sister_accuses_nobody() -> None:
    result = excluded(82.0, "phone", name=SISTER)
    assert [(item.message_id, item.outcome) for item in result.findings] == [("debarment.similar_name", Outcome.REVIEW)]


def test_a_list_of_another_country_that_also_excludes_says_nothing_of_a_licence_here() -> None:
    foreign = registry(RegistryKind.LICENSING_AND_DEBARMENT, jurisdiction="PH")
    agency = Agency(NAME, country="NP", licence_number="10")
    result = check_agency(agency, (lookup(registry=foreign, required=False),), DAY, country="NP")
    assert result.findings == ()
    assert required(result) == {"no_licensing_registry"}


def test_a_firm_barred_without_dates_in_a_current_list_is_excluded_now() -> None:
    barred = entry(NAME, licence(LicenceStatus.BARRED), debarments=(debarment(None, None),))
    both = registry(RegistryKind.LICENSING_AND_DEBARMENT)
    assert "debarment.listed" in messages(check_agency(AGENCY, (lookup(match(barred), registry=both),), DAY))


def test_a_company_number_that_agrees_is_not_called_unverifiable() -> None:
    listed = entry(NAME, licence(), other_ids=(("company_number", "00123456"),))
    agency = Agency(NAME, country="NP", licence_number="123456")
    found = lookup(score(NameQuery.of(agency), listed), has_numbers=False)
    result = check_agency(agency, (found,), DAY, country="NP")
    assert messages(result) == ["licence.valid"]
    assert required(result) == set()


def test_a_provinces_list_says_nothing_of_an_agency_of_the_nation() -> None:
    province = lookup(registry=registry(jurisdiction="US-CA"), gap=Gap.OUT_OF_SCOPE)
    result = check_agency(Agency(NAME, country="US"), (province,), DAY, country="US")
    assert result.findings == ()
    assert any(gap.code == "registry_out_of_scope" and gap.required for gap in result.not_checked)


def test_a_valid_licence_in_one_list_of_a_country_settles_its_absence_from_another() -> None:
    held_here = lookup(match(entry(NAME, licence()), agrees=("phone",)))
    other = lookup(registry=registry(id="yy-list"))
    result = check_agency(Agency(NAME, country="NP"), (held_here, other), DAY, country="NP")
    assert messages(result) == ["licence.valid"]


def test_a_name_alone_on_a_revoked_entry_says_so() -> None:
    found = match(entry(NAME, licence(LicenceStatus.REVOKED, status_word="Struck off")))
    finding = check_agency(Agency(NAME, country="NP"), (lookup(found),), DAY, country="NP").findings[0]
    assert (finding.message_id, finding.outcome) == ("licence.name_only_not_valid", Outcome.REVIEW)
    assert "Struck off" in finding.message


def test_a_fresh_partial_copy_does_not_refresh_what_only_an_old_copy_holds() -> None:
    old = match(entry(NAME, licence()), agrees=("phone",), copy=snapshot(date(2024, 6, 1)))
    result = check_agency(Agency(NAME, country="NP"), (lookup(old, gap=Gap.PARTIAL),), DAY, country="NP")
    assert [item.outcome for item in result.findings] == [Outcome.NOT_CHECKED]
    assert "licence-not-valid" not in result.clear


def test_a_listed_firm_with_a_number_the_list_does_not_hold_is_a_question() -> None:
    found = match(entry(NAME, licence(number="0101")))
    agency = Agency(NAME, licence_number="DOFE 0101", country="NP")
    result = check_agency(agency, (lookup(found),), DAY, country="NP")
    assert ("licence.number_differs", Outcome.REVIEW) in [(item.message_id, item.outcome) for item in result.findings]


def test_an_exclusion_that_has_not_begun_is_not_called_history() -> None:
    listed = registry(RegistryKind.DEBARMENT, id="xx-exclusions", coverage=Coverage.CUMULATIVE)
    ahead = match(entry(NAME, debarments=(debarment("2027-01-01", "2028-01-01"),)))
    finding = check_agency(Agency(NAME), (lookup(ahead, registry=listed),), DAY, country="NP").findings[0]
    assert (finding.message_id, finding.outcome) == ("debarment.not_yet", Outcome.NOT_APPLICABLE)
