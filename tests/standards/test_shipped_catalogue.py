"""What ships: complete, consistent, and honest about what was verified."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from recruitcheck.model import Binding, Corridor
from recruitcheck.resources import load_yaml, package_data
from recruitcheck.standards import Catalogue
from recruitcheck.standards.instrument import InstrumentType, Verification
from recruitcheck.vocabulary import families, practices

NOBODY = Corridor()
TODAY = date(2026, 11, 21)
WEAK = (Verification.FROM_MEMORY, Verification.NUMBER_FROM_MEMORY)


def test_every_part_reads_without_a_problem(catalogue: Catalogue) -> None:
    catalogue.check()


def test_the_catalogue_is_broad(catalogue: Catalogue) -> None:
    provisions = [part for item in catalogue.instruments for part in item.provisions]
    assert len(catalogue.instruments) >= 225
    assert len(provisions) >= 700
    assert sum(part.printable for part in provisions) >= 600
    assert len(catalogue.fee_limits) == 201


def _cited_families() -> list[str]:
    kinds = {item.id: item.kind for item in families().values()}
    named = [
        item.id
        for item in practices().values()
        if kinds[item.family] == "document" or item.family in ("licence", "debarment", "impersonation")
    ]
    assert len(named) > 60
    return named


@pytest.mark.parametrize("practice", _cited_families())
def test_every_practice_has_an_international_provision_or_a_recorded_reason(
    catalogue: Catalogue, practice: str
) -> None:
    citations = catalogue.citations_for(practice, NOBODY, TODAY)
    international = [item for item in citations if item.binding is not Binding.LAW_ELSEWHERE]
    assert international or practice in catalogue.uncited


def test_reasons_are_recorded_only_where_they_are_needed(catalogue: Catalogue) -> None:
    for practice in catalogue.uncited:
        standards = [
            item
            for item in catalogue.citations_for(practice, NOBODY, TODAY)
            if item.binding is Binding.STANDARD and item.effect in ("bars", "limits")
        ]
        assert not standards, practice


def test_what_was_verified_from_memory_is_never_cited(catalogue: Catalogue) -> None:
    weak = {(item.id, part.ref) for item in catalogue.instruments for part in item.provisions if part.how in WEAK}
    assert weak
    corridors = [Corridor("KR", (), "HK"), Corridor("PH", (), "KR"), Corridor("ID", (), "KW", "domestic_work"), NOBODY]
    for corridor in corridors:
        for practice in practices():
            cited = {(item.instrument, item.provision) for item in catalogue.applies(practice, corridor, TODAY)}
            assert not cited & weak


def test_no_printable_reference_carries_a_number_from_memory(catalogue: Catalogue) -> None:
    for item in catalogue.instruments:
        for part in item.provisions:
            if part.printable:
                assert "memory" not in f"{part.ref} {part.note}"
                assert part.verified_on
                assert part.verified_at
    assert not [row.id for row in catalogue.fee_limits if "memory" in row.provision]


def test_the_section_numbers_that_nobody_saw_are_not_printed(catalogue: Catalogue) -> None:
    refs = {part.id for item in catalogue.instruments for part in item.provisions if part.printable}
    assert not refs & {"np-fea-2007 s. 25", "np-fea-2007 s. 7", "qa-21-2015 Art. 39", "th-ed-2560-2017 s. 62"}


def test_every_named_instrument_exists(catalogue: Catalogue) -> None:
    known = {item.id for item in catalogue.instruments}
    named = {row.instrument for row in catalogue.requirements}
    named |= {row.instrument for row in catalogue.fee_limits if row.usable}
    assert not named - known


def test_every_place_is_a_country_or_a_group(catalogue: Catalogue) -> None:
    shape = re.compile(r"[A-Z]{2}(-[A-Z]{2,3})?\Z")
    places = {row.origin for row in catalogue.fee_limits} | {row.destination for row in catalogue.fee_limits}
    for item in catalogue.instruments:
        for part in item.provisions:
            places |= {*part.reach.origins, *part.reach.destinations}
    assert not [place for place in places - {"*", *catalogue.groups} if not shape.match(place)]


def test_every_sector_is_of_the_vocabulary(catalogue: Catalogue) -> None:
    from recruitcheck.vocabulary import sectors

    used = {row.sector for row in catalogue.fee_limits} | {row.not_sector for row in catalogue.fee_limits}
    for item in catalogue.instruments:
        for part in item.provisions:
            used |= {*part.reach.sectors, *part.reach.excludes}
    assert not used - {"*", None} - set(sectors())


def test_codes_and_guidance_are_never_law(catalogue: Catalogue) -> None:
    soft = {item.id for item in catalogue.instruments if not item.type.is_national_law} - {
        item.id for item in catalogue.instruments if item.type in (InstrumentType.TREATY, InstrumentType.AGREEMENT)
    }
    for corridor in (Corridor("NP", (), "SA", "domestic_work"), Corridor("KE", (), "GB", "agriculture")):
        for practice in practices():
            for citation in catalogue.applies(practice, corridor, TODAY):
                assert not (citation.instrument in soft and citation.binding is Binding.LAW_HERE)


def test_coverage_lists_what_may_not_be_printed(catalogue: Catalogue) -> None:
    line = next(line for line in catalogue.coverage() if line.instrument == "hk-cap57")
    assert "Cap. 57 s. 57" in line.not_printable
    assert line.printable == line.provisions - len(line.not_printable)
    assert dict(line.by_verification)["text_read"] == 4


def test_an_instrument_and_a_provision_are_found_by_their_words(catalogue: Catalogue) -> None:
    ((instrument, provisions),) = catalogue.find("ilo-c181")
    assert instrument.short.startswith("ILO Private Employment")
    assert len(provisions) > 3
    ((_, (one,)),) = catalogue.find("ilo-c181  Art. 7(1)")
    assert one.ref == "Art. 7(1)"
    assert catalogue.find("no such thing") == ()
    assert catalogue.title_of("sg-eaa").startswith("Singapore")
    assert catalogue.title_of("no-such-law") == "no-such-law"


def test_the_operational_grid_has_its_67_lines_and_grades(catalogue: Catalogue) -> None:
    lines = catalogue.operational_grid
    assert len(lines) == len({line.id for line in lines}) == 67
    assert Counter(line.grade for line in lines) == {"strong": 7, "medium": 53, "weak": 7}
    assert len({line.group for line in lines}) == 6
    assert sum(line.disputed for line in lines) == 2
    assert all(bool(line.signs) == line.assessable for line in lines)
    assert all(line.signs or line.note for line in lines)


def test_palermo_has_act_means_and_purpose_each_with_lines_that_papers_can_show(catalogue: Catalogue) -> None:
    assert list(dict.fromkeys(line.group for line in catalogue.elements)) == ["act", "means", "purpose"]
    for element in ("act", "means", "purpose"):
        assert any(line.assessable for line in catalogue.elements if line.group == element)
    assert all(bool(line.signs) == line.assessable for line in catalogue.elements)


def test_indicators_are_eleven_and_three_cannot_be_seen_on_paper(catalogue: Catalogue) -> None:
    indicators = catalogue.indicators()
    assert [item.number for item in indicators] == list(range(1, 12))
    hidden = {item.id for item in indicators if not item.assessable}
    assert hidden == {"abuse-of-vulnerability", "violence", "living-conditions"}
    assert all(bool(item.signs) == item.assessable for item in indicators)


def test_referrals_put_the_destination_first_and_carry_their_source(catalogue: Catalogue) -> None:
    points = catalogue.referrals(Corridor("LK", (), "GB"))
    assert [point.jurisdiction for point in points][:1] == ["GB"]
    assert {"GB", "LK", "INTL"} <= {point.jurisdiction for point in points}
    assert all(point.verified_at and point.verified_on for point in points)
    assert [point.jurisdiction for point in catalogue.referrals(NOBODY)] == ["INTL"] * 2


def test_withheld_numbers_are_not_shipped(catalogue: Catalogue) -> None:
    shown = {point.name: point for point in catalogue.referral_points}
    assert "Former GLAA reporting line" not in shown
    assert shown["Ministry of Manpower"].phones == ()
    for path in (package_data("standards") / "referrals").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert "from_memory" not in text
        assert "withheld" not in text


def test_required_terms_come_from_the_law_of_the_corridor(catalogue: Catalogue) -> None:
    found = catalogue.required_terms(Corridor("BD", (), "SA"), date(2024, 1, 1))
    assert {"wage", "duration", "accommodation"} <= {item.term for item in found}
    assert {item.instrument for item in found} == {"bd-oema-2013"}
    assert catalogue.required_terms(Corridor("BD", (), "SA"), date(2012, 1, 1)) == ()
    assert catalogue.required_terms(NOBODY, TODAY) == ()


def test_terms_of_an_agreement_for_domestic_work_need_domestic_work(catalogue: Catalogue) -> None:
    helper = catalogue.required_terms(Corridor("PH", (), "SA", "domestic_work"), TODAY)
    builder = catalogue.required_terms(Corridor("PH", (), "SA", "construction"), TODAY)
    assert "ph-sa-dw-2013" in {item.instrument for item in helper}
    assert "ph-sa-dw-2013" not in {item.instrument for item in builder}


def test_the_hash_is_stable_and_covers_the_data(catalogue: Catalogue) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", catalogue.sha256)


def test_data_files_are_strict_yaml() -> None:
    for path in sorted(package_data("standards").rglob("*.yml")):
        assert isinstance(load_yaml(path).data, list), path
