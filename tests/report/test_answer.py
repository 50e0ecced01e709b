"""The first page: answer, advice, tiles, steps, charts; and how the body is grouped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from recruitcheck.model import Assessment, EntryEvidence, Outcome, RegistryUse, Severity
from recruitcheck.report import answer, grouping
from recruitcheck.report.audit_summary import count_outcomes, snapshots_used
from recruitcheck.report.chart import WIDTH, licence_periods, severity_bar
from recruitcheck.report.safe_text import excerpt
from recruitcheck.report.wording import age, copy_date, fee_item, instrument, joined, place, practice
from tests.report import examples


def with_outcome(outcome: Outcome, *, required: bool) -> Assessment:
    gap = replace(examples.not_checked_agency().not_checked[0], required=required)
    return replace(examples.clear_agency(), outcome=outcome, not_checked=(gap,))


@pytest.mark.parametrize(
    ("assessment", "headline", "advice"),
    [
        (examples.clear_agency(), "Nothing was flagged in the sources that were checked.", "Nothing found here stands"),
        (with_outcome(Outcome.NOT_CHECKED, required=True), "What was asked could not be fully", "Not on this report"),
        (with_outcome(Outcome.NOT_CHECKED, required=False), "What was asked could not be fully", "Not on this report"),
        (with_outcome(Outcome.CLEAR, required=True), "What was asked could not be fully", "Not on this report"),
        (with_outcome(Outcome.CLEAR, required=False), "Nothing was flagged", "Nothing found here stands"),
        (with_outcome(Outcome.ERROR, required=False), "The check did not finish", "Not on this report"),
        (examples.unlisted_agency(), "Not found in the list of licensed agencies.", "Not yet."),
        (examples.reviewed_agency(), "A person must decide first: a licensed agency", "Not yet: a person"),
    ],
)
def test_the_answer_follows_from_what_was_found_and_what_was_not_checked(
    assessment: Assessment, headline: str, advice: str
) -> None:
    assert answer.headline(assessment).startswith(headline)
    assert answer.proceed(assessment)[0].startswith(advice)


def test_a_title_that_stands_twice_is_said_once() -> None:
    twice = replace(examples.unlisted_agency(), findings=examples.unlisted_agency().findings * 3)
    assert answer.headline(twice) == "Not found in the list of licensed agencies (3 times)."


def test_a_question_about_terms_is_not_answered_with_names() -> None:
    offer = examples.flagged_offer()
    open_terms = replace(
        offer,
        outcome=Outcome.REVIEW,
        findings=tuple(replace(finding, outcome=Outcome.REVIEW) for finding in offer.findings),
    )
    assert "similar name" not in answer.proceed(open_terms)[1]
    assert "similar name" in answer.proceed(examples.reviewed_agency())[1]


def test_four_tiles_count_apart_and_link() -> None:
    numbers = {tile.title: tile.number for tile in answer.tiles(examples.flagged_offer())}
    assert numbers == {"Registry status": 0, "Offer red flags": 5, "Needs a person": 0, "Not checked": 2}
    assert [tile.number for tile in answer.tiles(examples.reviewed_agency())] == [0, 0, 1, 1]
    assert all(tile.target.startswith("#") for tile in answer.tiles(examples.flagged_offer()))


def test_an_offer_without_a_registry_does_not_look_checked() -> None:
    tile = answer.tiles(replace(examples.flagged_offer(), registries=()))[0]
    assert tile.words == "no registry was asked"


@pytest.mark.parametrize("listed", [examples.STALE_SPONSORS, examples.NO_COPY])
def test_a_list_that_is_stale_or_missing_could_not_answer(listed: RegistryUse) -> None:
    alone = replace(examples.not_checked_agency(), registries=(listed,))
    assert answer.tiles(alone)[0].words == "flagged; 0 of 1 registry could answer"
    assert grouping.groups(alone)[0].empty == "No registry could answer, so nothing can be said about a licence."


def test_a_step_that_several_findings_ask_for_is_printed_once() -> None:
    roles = {role.title: [step.text for step in role.steps] for role in answer.next_steps(examples.flagged_offer())}
    corrected = roles["Have corrected in the offer"]
    assert len(corrected) == len(set(corrected)) == 2
    assert len(roles["To close the gaps"]) == 2


def test_the_order_of_findings_is_severity_then_confidence() -> None:
    ranked = answer.by_weight(examples.flagged_offer().findings)
    assert [finding.rule for finding in ranked] == [
        "passport-kept",
        "worker-pays-fee",
        "no-leaving-premises",
        "daily-hours",
        "free-mail",
    ]


def test_a_low_sign_of_confinement_is_no_emergency() -> None:
    offer = examples.flagged_offer()
    assert answer.in_danger(offer)
    calm = replace(offer, findings=tuple(replace(item, severity=Severity.LOW) for item in offer.findings))
    assert not answer.in_danger(calm)


def test_the_bar_fills_its_width_and_never_more() -> None:
    bar = severity_bar(examples.flagged_offer())
    assert [(part.code, part.number) for part in bar] == [("critical", 1), ("high", 2), ("medium", 1), ("low", 1)]
    assert bar[-1].x + bar[-1].width <= WIDTH
    assert severity_bar(examples.unlisted_agency()) == ()


def row(**fields: str) -> Assessment:
    agency = examples.reviewed_agency()
    entry = EntryEvidence("demo-licences", "s", examples.digest("s"), 7, {"name": "X", **fields})
    return replace(agency, findings=(replace(agency.findings[0], evidence=(entry,)),))


def test_periods_come_from_the_printed_fields() -> None:
    fields = {"valid from 1": "2024", "valid to 1": "2025-06", "licence number 1": "A-1", "debarred from": "2026-01-10"}
    drawn = licence_periods(row(**fields))
    assert drawn is not None
    assert [(item.label, item.start, item.end) for item in drawn.periods] == [
        ("Exclusion, X", date(2026, 1, 10), None),
        ("Licence, A-1", date(2024, 1, 1), date(2025, 6, 30)),
    ]
    assert all(item.x >= 0 and item.x + item.width <= WIDTH + 2 for item in drawn.periods)


@pytest.mark.parametrize("fields", [{}, {"valid from": "soon", "valid to": "2026-02-31"}, {"valid": "2026"}])
def test_a_row_without_readable_dates_draws_nothing(fields: dict[str, str]) -> None:
    assert licence_periods(row(**fields)) is None


def test_citations_are_grouped_by_instrument_law_here_first() -> None:
    grouped = grouping.cited_instruments(examples.flagged_offer())
    assert [item.instrument for item in grouped] == ["xa-employment-act", "ilo-c181", "ilo-c029"]
    assert len(grouped[0].provisions) == 1
    assert [title for title, _ in grouped[0].provisions[0].by_title] == [
        "Worker charged a recruitment fee",
        "Twelve hours a day",
        "Business from a free mail address",
    ]


def test_the_sum_to_repay_is_a_range_because_a_fee_may_be_stated_twice() -> None:
    offer = examples.flagged_offer()
    fee = offer.fees[0]
    fees = (fee, replace(fee, amount="500.50"), replace(fee, payer="employer"), replace(fee, amount="1-2"))
    found = grouping.repayments(replace(offer, fees=(*fees, replace(fee, currency=None))))
    assert found == (grouping.Repayment("NPR", Decimal("125000"), Decimal("125500.50")),)


def test_places_of_the_corridor_are_named_even_without_a_point_of_help() -> None:
    offer = replace(examples.flagged_offer(), referrals=examples.HELP[:1])
    named = [(item.jurisdiction, item.side, len(item.points)) for item in grouping.places(offer)]
    assert named == [("XA", "origin", 1), ("XB", "destination", 0)]


def test_facts_of_any_shape_are_printed() -> None:
    facts = {
        "wage": [{"text": "QR 1000", "start": 1, "end": 8, "amount": "1000", "per": None}],
        "note": "x",
        "none": None,
    }
    assert grouping.stated_facts(facts) == (
        grouping.Stated("Wage", "QR 1000", "amount: 1000"),
        grouping.Stated("Note", "", "x"),
    )


def test_the_age_of_a_copy_is_said_in_words() -> None:
    assert age(examples.DEMO_LICENCES) == "20 days old"
    assert age(examples.STALE_SPONSORS) == "203 days old, stale"
    assert age(examples.NO_COPY) == "no copy"
    assert age(replace(examples.STALE_SPONSORS, age_days=None)) == "stale"
    assert age(replace(examples.DEMO_LICENCES, age_days=None)) == "age not known"
    assert copy_date(examples.STALE_SPONSORS) == "retrieved 2 May 2026"
    assert copy_date(examples.NO_COPY) == "no date"


def test_codes_become_words_and_unknown_codes_stay() -> None:
    assert (place("NP"), place("INTL"), place("XA"), place(None)) == ("Nepal", "International", "XA", "not known")
    assert practice("fee_charging.recruitment") != "fee_charging.recruitment"
    assert practice("Page 3") == "Page 3"
    assert fee_item("no_such_item") == "No such item"
    assert instrument("ilo-c181") != "ilo-c181"
    assert instrument("no-such-text") == "no-such-text"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_an_excerpt_is_cut_between_words() -> None:
    assert excerpt("one two three", 9) == "one two …"
    assert excerpt("x" * 20, 5) == "xxxxx …"
    assert excerpt("short", 9) == "short"


def test_counts_add_up_and_snapshots_are_named() -> None:
    made = [make() for make in examples.ALL.values()]
    counts = count_outcomes(item.outcome for item in made)
    assert counts.subjects == len(made) == counts.flagged + counts.review + counts.clear + counts.not_checked
    assert list(snapshots_used(made)) == ["demo-licences", "demo-sponsors"]
