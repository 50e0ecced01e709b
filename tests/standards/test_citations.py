"""Which provision is cited for whom and when, worked by hand from the sources named in the catalogue."""

from __future__ import annotations

from datetime import date

import pytest

from recruitcheck.model import Binding, Citation, Corridor
from recruitcheck.standards import Catalogue
from recruitcheck.standards.citation import MAX_CITATIONS
from recruitcheck.vocabulary import practices

TODAY = date(2026, 11, 21)
LAW, STANDARD, OPEN = Binding.LAW_HERE, Binding.STANDARD, Binding.NOT_CHECKED


def cited(catalogue: Catalogue, practice: str, corridor: Corridor, on: date = TODAY) -> dict[tuple[str, str], Citation]:
    return {(item.instrument, item.provision): item for item in catalogue.citations_for(practice, corridor, on)}


LAW_HERE = [
    # practice, origin, destination, sector, day, instrument, provision
    ("fee_charging.recruitment", "PH", "HK", "domestic_work", "2022-01-01", "hk-cap57", "Cap. 57A Sch. 2 Pt II"),
    ("fee_charging.recruitment", "PH", "HK", "domestic_work", "2022-01-01", "ph-hsw-reform-2006", "no placement fee"),
    (
        "fee_charging.recruitment",
        "IN",
        "SG",
        None,
        "2024-01-01",
        "in-emigration-rules-1983",
        "r. 25(1) (as substituted 14 Dec 2017)",
    ),
    ("fee_charging.recruitment", "IN", "SG", None, "2024-01-01", "sg-eaa", "Rules 2011, r. 12(1)"),
    ("fee_charging.recruitment", "NP", "MY", "manufacturing", "2022-01-01", "np-my-mou-2018", "cost clause"),
    ("fee_charging.recruitment", "ET", "SA", "construction", "2022-01-01", "et-proc-923-2016", "Art. 42(3)(i)"),
    ("fee_charging.recruitment", "BD", "SA", "construction", "2024-01-01", "sa-labour", "Art. 40(1)"),
    ("fee_charging.recruitment", "BD", "AE", "construction", "2024-01-01", "ae-33-2021", "Art. 6(4)"),
    ("document_retention.passport", "NP", "MY", None, "2022-01-01", "my-150", "s. 12(1)(f)"),
    ("document_retention.passport", "PH", "TW", "manufacturing", "2024-01-01", "tw-esa", "Art. 57(8)"),
    ("document_retention.passport", "ET", "LB", "domestic_work", "2022-01-01", "et-proc-923-2016", "Art. 42(3)(q)"),
    ("document_retention.passport", "KE", "SA", "domestic_work", "2022-01-01", "sa-dw-regulation", "(documents)"),
    ("contract_substitution.worse_terms", "NP", "QA", "construction", "2022-01-01", "np-fea-2007", "s. 55"),
    ("contract_substitution.worse_terms", "PH", "QA", None, "2022-01-01", "ph-ra-8042", "s. 6(i)"),
    ("licence.unlisted", "KE", "GB", "agriculture", "2022-01-01", "gb-gla-2004", "s. 6(1)"),
    ("licence.unlisted", "VN", "JP", None, "2023-01-01", "vn-law-69-2020", "Art. 7(5)"),
    ("unlicensed_channel.personal_agent", "PK", "AE", None, "2024-01-01", "pk-emigration-rules-1979", "r. 11"),
    ("deception.job", "VN", "DE", None, "2023-01-01", "vn-law-69-2020", "Art. 7(1)"),
    ("deposit_or_penalty.deposit", "VN", "TW", None, "2023-01-01", "tw-esa", "Art. 40(1)(4)"),
    ("excessive_hours.no_rest_day", "KE", "SA", "domestic_work", "2022-01-01", "sa-dw-regulation", "(hours)"),
    ("payment_to_personal_account.account", "NP", "QA", None, "2022-01-01", "np-fea-2007", "s. 24"),
    ("impersonation.number_of_other", "KE", "GB", "agriculture", "2022-01-01", "gb-gla-2004", "s. 12(2)"),
]


@pytest.mark.parametrize(("practice", "origin", "destination", "sector", "day", "instrument", "provision"), LAW_HERE)
def test_the_law_of_the_corridor_is_cited(
    catalogue: Catalogue,
    practice: str,
    origin: str,
    destination: str,
    sector: str | None,
    day: str,
    instrument: str,
    provision: str,
) -> None:
    corridor = Corridor(origin, (), destination, sector)
    found = cited(catalogue, practice, corridor, date.fromisoformat(day))
    assert (instrument, provision) in found
    assert found[instrument, provision].binding is LAW


def test_a_capped_fee_is_lawful_here_and_still_breaches_the_standard(catalogue: Catalogue) -> None:
    found = cited(catalogue, "fee_charging.recruitment", Corridor("LK", (), "HK"), date(2022, 1, 1))
    assert found["hk-cap57", "Cap. 57A Sch. 2 Pt II"].effect == "limits"
    principle = found["ilo-gpog-fees-2019", "General principle 7"]
    assert (principle.binding, principle.effect) == (STANDARD, "bars")


def test_law_comes_first_and_origin_before_destination(catalogue: Catalogue) -> None:
    found = catalogue.citations_for("fee_charging.recruitment", Corridor("IN", (), "SG"), date(2024, 1, 1))
    assert [item.binding for item in found] == sorted((item.binding for item in found), key=[LAW, OPEN, STANDARD].index)
    law = [item.instrument.partition("-")[0] for item in found if item.binding is LAW]
    assert law == sorted(law, key=["in", "sg"].index)
    assert len(found) <= MAX_CITATIONS


@pytest.mark.parametrize(
    ("day", "here", "gone"),
    [("2025-06-01", "gb-glaa-ls", "gb-fwa-ls"), ("2026-06-01", "gb-fwa-ls", "gb-glaa-ls")],
)
def test_gangmaster_standards_change_hands_in_april_2026(catalogue: Catalogue, day: str, here: str, gone: str) -> None:
    corridor = Corridor("NP", (), "GB", "agriculture")
    found = catalogue.applies("fee_charging.recruitment", corridor, date.fromisoformat(day))
    instruments = {item.instrument: item for item in found}
    assert here in instruments
    assert gone not in instruments
    assert instruments[here].binding is STANDARD  # licensing standards are guidance


def test_inside_the_month_of_the_change_both_are_shown_with_their_doubt(catalogue: Catalogue) -> None:
    corridor = Corridor("NP", (), "GB", "agriculture")
    found = {item.instrument: item for item in catalogue.applies("fee_charging", corridor, date(2026, 4, 15))}
    for instrument in ("gb-glaa-ls", "gb-fwa-ls"):
        assert "2026-04" in (found[instrument].note or "")


@pytest.mark.parametrize(
    ("practice", "origin", "destination", "day", "old", "new"),
    [
        ("fee_charging.recruitment", "PH", "QA", "2019-05-01", "ph-poea-rules-2016", "ph-dmw-rules-2023"),
        ("fee_charging.recruitment", "EG", "SA", "2024-05-01", "eg-law-12-2003", "eg-law-14-2025"),
        ("fee_charging.recruitment", "UG", "QA", "2015-05-01", "ug-regs-2005", "ug-regs-2021"),
    ],
)
def test_an_old_act_is_held_against_the_law_of_its_day(
    catalogue: Catalogue, practice: str, origin: str, destination: str, day: str, old: str, new: str
) -> None:
    then = {
        item.instrument
        for item in catalogue.applies(practice, Corridor(origin, (), destination), date.fromisoformat(day))
    }
    now = {item.instrument for item in catalogue.applies(practice, Corridor(origin, (), destination), TODAY)}
    assert old in then
    assert new not in then
    assert new in now
    assert old not in now


def test_a_fee_clause_is_not_cited_for_an_act_before_it(catalogue: Catalogue) -> None:
    corridor = Corridor("IN", (), "SG")
    assert ("in-emigration-rules-1983", "r. 25(1) (as substituted 14 Dec 2017)") not in cited(
        catalogue, "fee_charging.recruitment", corridor, date(2017, 12, 13)
    )


def test_a_treaty_is_law_only_where_ratification_was_seen(catalogue: Catalogue) -> None:
    japan = cited(catalogue, "fee_charging.recruitment", Corridor("MM", (), "JP"))["ilo-c181", "Art. 7(1)"]
    nepal = cited(catalogue, "fee_charging.recruitment", Corridor("NP", (), "QA"))["ilo-c181", "Art. 7(1)"]
    assert japan.binding is LAW
    assert nepal.binding is STANDARD
    assert "not seen" in (nepal.note or "")


def test_a_party_of_unknown_date_is_not_taken_for_one_before_the_table(catalogue: Catalogue) -> None:
    then = {
        item.instrument: item
        for item in catalogue.applies("fee_charging.recruitment", Corridor("MM", (), "JP"), date(2010, 1, 1))
    }
    assert then["ilo-c181"].binding is STANDARD


def test_a_sector_that_a_law_leaves_out_gets_no_citation_from_it(catalogue: Catalogue) -> None:
    builder = cited(catalogue, "fee_charging.recruitment", Corridor("BD", (), "SA", "construction"))
    helper = cited(catalogue, "fee_charging.recruitment", Corridor("BD", (), "SA", "domestic_work"))
    assert ("sa-labour", "Art. 40(1)") in builder
    assert not [key for key in helper if key[0] == "sa-labour"]


def test_saudi_guidance_is_not_law(catalogue: Catalogue) -> None:
    found = catalogue.applies("fee_charging.recruitment", Corridor("KE", (), "SA", "domestic_work"), TODAY)
    guide = next(item for item in found if item.instrument == "sa-dw-guide-2025")
    assert guide.binding is STANDARD
    assert "not law" in (guide.note or "")


def test_a_rule_with_an_unknown_condition_is_not_called_law(catalogue: Catalogue) -> None:
    found = {
        item.instrument: item
        for item in catalogue.applies("fee_charging.recruitment", Corridor("MX", (), "US", "agriculture"), TODAY)
    }
    assert found["us-h2a-dol"].binding is OPEN
    assert "H-2A" in (found["us-h2a-dol"].note or "")


def test_provincial_law_is_open_until_the_province_is_known(catalogue: Catalogue) -> None:
    canada = {item.instrument: item for item in catalogue.applies("fee_charging", Corridor("PH", (), "CA"), TODAY)}
    ontario = {item.instrument: item for item in catalogue.applies("fee_charging", Corridor("PH", (), "CA-ON"), TODAY)}
    assert canada["ca-on-epfna"].binding is OPEN
    assert ontario["ca-on-epfna"].binding is LAW
    assert "ca-bc-tfwpa" not in ontario


def test_an_agreement_that_was_only_signed_is_not_law(catalogue: Catalogue) -> None:
    found = {
        item.instrument: item
        for item in catalogue.applies("contract_substitution", Corridor("NP", (), "SA", "construction"), TODAY)
    }
    assert found["np-sa-agreement-2026"].binding is STANDARD
    assert "not verified" in (found["np-sa-agreement-2026"].note or "")


def test_doubt_is_printed_beside_the_citation(catalogue: Catalogue) -> None:
    passports = cited(catalogue, "document_retention.passport", Corridor("NP", (), "MY"))["my-150", "s. 12(1)(f)"]
    assert (passports.note or "").startswith("As reported by ")
    heading = cited(catalogue, "deception.job", Corridor("PK", (), "OM"))["pk-emigration-ordinance-1979", "s. 18"]
    assert (heading.note or "").startswith("Heading verified")


def test_without_a_country_only_standards_are_cited(catalogue: Catalogue) -> None:
    for practice in practices():
        for item in catalogue.citations_for(practice, Corridor(), TODAY):
            assert item.binding is not LAW


def test_hours_have_only_a_standard_and_an_indicator_where_no_law_is_known(catalogue: Catalogue) -> None:
    found = catalogue.citations_for("excessive_hours.daily", Corridor("NP", (), "QA", "construction"), TODAY)
    assert [item.effect for item in found] == ["limits", "indicator"]
    assert found[0].instrument == "ilo-c001"
    at_home = catalogue.citations_for("excessive_hours.daily", Corridor("NP", (), "QA", "domestic_work"), TODAY)
    assert "ilo-c001" not in {item.instrument for item in at_home}, "the convention is for industry"
    assert not catalogue.has_national_rule("excessive_hours.daily", Corridor("NP", (), "QA", "construction"), TODAY)


def test_a_national_rule_is_told_apart_from_none(catalogue: Catalogue) -> None:
    corridor = Corridor("NP", (), "MY")
    assert catalogue.has_national_rule("fee_charging.recruitment", corridor, TODAY)
    assert not catalogue.has_national_rule("isolation.no_phone", corridor, TODAY)
    assert not catalogue.has_national_rule("fee_charging.recruitment", Corridor(), TODAY)


def test_law_elsewhere_comes_only_where_nothing_better_exists(catalogue: Catalogue) -> None:
    for practice in practices():
        bindings = {item.binding for item in catalogue.citations_for(practice, Corridor("NP", (), "QA"), TODAY)}
        assert Binding.LAW_ELSEWHERE not in bindings or bindings == {Binding.LAW_ELSEWHERE}


def test_every_citation_says_why_in_one_sentence(catalogue: Catalogue) -> None:
    for practice in practices():
        for item in catalogue.citations_for(practice, Corridor("ET", (), "SA", "domestic_work"), TODAY):
            assert item.why.endswith(".")
            assert item.why.count(".") == 1 or "U." in item.why
            assert item.url is None or item.url.startswith("http")


def test_the_same_question_gets_the_same_answer(catalogue: Catalogue) -> None:
    from recruitcheck.standards import load_catalogue

    corridor = Corridor("ID", (), "TW", "domestic_work")
    again = load_catalogue()
    for practice in ("fee_charging.recruitment", "document_retention.passport", "debt_bondage.loan"):
        assert catalogue.citations_for(practice, corridor, TODAY) == again.citations_for(practice, corridor, TODAY)


def test_an_unknown_practice_is_cited_for_nothing(catalogue: Catalogue) -> None:
    assert catalogue.citations_for("no_such.practice", Corridor("NP", (), "MY"), TODAY) == ()


def test_a_family_is_answered_by_the_rules_on_each_of_its_practices(catalogue: Catalogue) -> None:
    found = {item.instrument for item in catalogue.applies("document_retention", Corridor("NP", (), "MY"), TODAY)}
    assert "my-150" in found
