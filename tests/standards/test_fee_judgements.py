"""Fees against limits, worked by hand. The source of each limit is the provision named in the case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from recruitcheck.model import Corridor, FeeJudgement, Money
from recruitcheck.standards import Catalogue

DAY = date(2024, 6, 1)


def money(text: str | None) -> Money | None:
    """ "HKD 463" or "463" (no currency)."""
    if text is None:
        return None
    currency, _, amount = text.rpartition(" ")
    return Money(Decimal(amount), currency or None)


def judged(
    catalogue: Catalogue,
    amount: str | None,
    wage: str | None,
    months: int | None,
    corridor: Corridor,
    on: date = DAY,
    *,
    item: str | None = "recruitment_fee",
    worker: Mapping[str, str] | None = None,
    met: tuple[str, ...] = (),
    collector: str | None = None,
) -> dict[tuple[str, str, str], FeeJudgement]:
    answers = catalogue.judge_fee(
        item,
        money(amount),
        money(wage),
        months,
        corridor,
        on,
        worker=worker,
        conditions=dict.fromkeys(met, True),
        collector=collector,
    )
    found: dict[tuple[str, str, str], FeeJudgement] = {}
    for answer in answers:  # the rule that decides comes first
        found.setdefault((answer.side, answer.instrument, answer.basis), answer)
    return found


# amount, wage a month, months of contract, origin, destination, sector, day, key, verdict, words of the working
CASES = [
    # Hong Kong, Cap. 57A Schedule 2 Part II: a tenth of the first month's wages
    ("HKD 463", "HKD 4630", 24, "LK", "HK", None, "2022-01-01", ("destination", "hk-cap57", "agency_fee"), "within",
     "10 % of HKD 4,630 = HKD 463"),
    ("HKD 464", "HKD 4630", 24, "LK", "HK", None, "2022-01-01", ("destination", "hk-cap57", "agency_fee"), "above",
     "HKD 1 more"),
    ("HKD 463", None, 24, "LK", "HK", None, "2022-01-01", ("destination", "hk-cap57", "agency_fee"), "cannot_tell",
     "wage is not stated"),
    ("463", "HKD 4630", 24, "LK", "HK", None, "2022-01-01", ("destination", "hk-cap57", "agency_fee"), "cannot_tell",
     "currency is not clear"),
    ("PHP 4000", "HKD 4630", 24, "LK", "HK", None, "2022-01-01", ("destination", "hk-cap57", "agency_fee"),
     "cannot_tell", "rate of the day"),
    # Singapore, Employment Agencies Rules 2011 r. 12: a month a year, two at most
    ("SGD 1200", "SGD 600", 24, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"), "within",
     "2 x SGD 600 = SGD 1,200"),
    ("SGD 1201", "SGD 600", 24, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"), "above",
     "SGD 1 more"),
    ("SGD 700", "SGD 600", 12, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"), "above", ""),
    ("SGD 1200", "SGD 600", 36, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"), "within", ""),
    ("SGD 1000", "SGD 600", None, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"),
     "cannot_tell", "length of the contract"),
    ("SGD 1300", "SGD 600", None, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"), "above", ""),
    ("SGD 800", "SGD 600", 18, "LK", "SG", None, "2024-06-01", ("destination", "sg-eaa", "agency_fee"), "cannot_tell",
     "do not decide"),
    # Nepal to Malaysia, memorandum of 29 October 2018
    ("NPR 10000", None, None, "NP", "MY", None, "2022-01-01",
     ("origin", "np-my-mou-2018", "all_recruitment_costs"), "none_allowed", "nothing may be taken"),
    # India, Emigration Rules r. 25(1): INR 30,000, tax on top
    ("INR 30000", None, None, "IN", "SA", "construction", "2024-06-01",
     ("origin", "in-emigration-rules-1983", "agency_fee"), "within", "GST on top"),
    ("INR 35000", None, None, "IN", "SA", "construction", "2024-06-01",
     ("origin", "in-emigration-rules-1983", "agency_fee"), "cannot_tell", "do not decide"),
    ("INR 120000", None, None, "IN", "SA", "construction", "2024-06-01",
     ("origin", "in-emigration-rules-1983", "agency_fee"), "above", ""),
    # Philippines, 2016 Rules s. 51 and the reform of December 2006
    ("PHP 25000", "PHP 25000", 24, "PH", "QA", "construction", "2020-06-01",
     ("origin", "ph-poea-rules-2016", "placement_fee"), "within", "1 x PHP 25,000"),
    ("PHP 25001", "PHP 25000", 24, "PH", "QA", "construction", "2020-06-01",
     ("origin", "ph-poea-rules-2016", "placement_fee"), "above", ""),
    ("PHP 1", "PHP 25000", 24, "PH", "QA", "domestic_work", "2020-06-01",
     ("origin", "ph-hsw-reform-2006", "placement_fee"), "none_allowed", "nothing may be taken"),
    # Vietnam, Law 69/2020 Art. 23(4)(a)
    ("USD 3000", "USD 1000", 36, "VN", "TW", None, "2023-06-01",
     ("origin", "vn-law-69-2020", "agency_fee"), "cannot_tell", ""),
    # Ethiopia, Proclamation 923/2016 Art. 74(1)
    (None, None, None, "ET", "SA", None, "2022-01-01", ("origin", "et-proc-923-2016", "agency_fee"), "none_allowed",
     "whatever the amount"),
    # Saudi Arabia, Labor Law Art. 40(1); dirham and riyal are held to the dollar
    # United Kingdom, Employment Agencies Act 1973 s. 6
    ("GBP 1", None, None, "KE", "GB", "care", "2024-06-01", ("destination", "gb-eaa-1973", "agency_fee"),
     "none_allowed", "nothing may be taken"),
    # Israel: a sum that follows an index not held here
    ("ILS 4000", None, None, "LK", "IL", "construction", "2024-06-01",
     ("destination", "il-regs-2006", "agency_fee"), "cannot_tell", "index"),
    # Kenya: sources of low confidence only
    ("KES 90000", "KES 100000", 24, "KE", "QA", "security", "2024-06-01", ("origin", "ke-lia-2007", "agency_fee"),
     "cannot_tell", "low confidence"),
    # Bangladesh: the ceiling counts all costs together
    ("BDT 90000", None, None, "BD", "QA", None, "2019-06-01",
     ("origin", "bd-migration-cost-orders", "total_migration_cost"), "cannot_tell", "all costs together"),
    ("BDT 400000", None, None, "BD", "QA", None, "2019-06-01",
     ("origin", "bd-migration-cost-orders", "total_migration_cost"), "above", "BDT 299,220 more"),
    # Malaysia: a limit may exist and is not held; the row is from memory and not shown at all
]  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "wage", "months", "origin", "destination", "sector", "day", "key", "verdict", "words"), CASES
)
def test_a_fee_is_judged_as_worked_by_hand(
    catalogue: Catalogue,
    *,
    amount: str | None,
    wage: str | None,
    months: int | None,
    origin: str,
    destination: str,
    sector: str | None,
    day: str,
    key: tuple[str, str, str],
    verdict: str,
    words: str,
) -> None:
    corridor = Corridor(origin, (), destination, sector)
    found = judged(catalogue, amount, wage, months, corridor, date.fromisoformat(day))
    assert found[key].verdict == verdict, found[key].working
    assert words in found[key].working


def test_a_limit_with_a_condition_needs_the_condition_known(catalogue: Catalogue) -> None:
    corridor, key = Corridor("UA", (), "DE"), ("destination", "de-sgb3", "agency_fee")
    assert judged(catalogue, "EUR 2500", None, None, corridor)[key].verdict == "cannot_tell"
    met = ("d-de-sgb3-all",)
    assert judged(catalogue, "EUR 2500", None, None, corridor, met=met)[key].verdict == "above"
    worker = {"status": "job_seeker"}  # neither au pair, marginal job, trainee nor agency worker
    assert judged(catalogue, "EUR 2000", None, None, corridor, met=met, worker=worker)[key].verdict == "within"
    assert judged(catalogue, "EUR 2000", None, None, corridor, met=met)[key].verdict == "cannot_tell"


def test_a_condition_known_not_to_hold_sets_its_rule_aside(catalogue: Catalogue) -> None:
    # Vietnam, Law 69/2020 Art. 23(4)(a): a month for each twelve, three at most; neither extension nor brokerage
    unmet = dict.fromkeys(("o-vn-all-extension-fee-2022", "o-vn-all-brokerage-2022"), False)
    wage, corridor = money("USD 1000"), Corridor("VN", (), "TW", "manufacturing")
    for amount, verdict in (("USD 3000", "within"), ("USD 3001", "above")):
        answers = catalogue.judge_fee("recruitment_fee", money(amount), wage, 36, corridor, DAY, conditions=unmet)
        (answer,) = (item for item in answers if item.instrument == "vn-law-69-2020")
        assert answer.verdict == verdict
        assert "3 x USD 1,000 = USD 3,000" in answer.working
        assert "upper bound" in answer.working


def test_a_lawful_sum_says_when_it_may_be_taken(catalogue: Catalogue) -> None:
    found = judged(catalogue, "HKD 400", "HKD 4630", 24, Corridor("LK", (), "HK"))
    assert "only after placement" in found["destination", "hk-cap57", "agency_fee"].working


def test_an_h2a_worker_pays_nothing_and_an_unknown_visa_cannot_tell(catalogue: Catalogue) -> None:
    corridor, key = Corridor("MX", (), "US", "agriculture"), ("destination", "us-h2a-dol", "all_recruitment_costs")
    known = judged(catalogue, "USD 500", None, None, corridor, worker={"visa_class": "H-2A"})
    unknown = judged(catalogue, "USD 500", None, None, corridor)
    other = judged(catalogue, "USD 500", None, None, corridor, worker={"visa_class": "O-1"})
    assert known[key].verdict == "none_allowed"
    assert unknown[key].verdict == "cannot_tell"
    assert key not in other


def test_sides_are_judged_apart(catalogue: Catalogue) -> None:
    found = judged(catalogue, "HKD 463", "HKD 4630", 24, Corridor("PH", (), "HK", "domestic_work"))
    assert found["origin", "ph-hsw-reform-2006", "placement_fee"].verdict == "none_allowed"
    assert found["destination", "hk-cap57", "agency_fee"].verdict == "within"


def test_the_narrower_rule_leaves_the_general_one_no_room(catalogue: Catalogue) -> None:
    found = judged(catalogue, "PHP 100", "PHP 25000", 24, Corridor("PH", (), "HK", "domestic_work"))
    assert "ph-poea-rules-2016" not in {key[1] for key in found}


def test_without_the_sector_a_narrower_zero_rule_leaves_it_open(catalogue: Catalogue) -> None:
    found = judged(catalogue, "PHP 100", "PHP 25000", 24, Corridor("PH", (), "QA"))
    assert found["origin", "ph-poea-rules-2016", "placement_fee"].verdict == "cannot_tell"
    above = judged(catalogue, "PHP 90000", "PHP 25000", 24, Corridor("PH", (), "QA"))
    assert above["origin", "ph-poea-rules-2016", "placement_fee"].verdict == "above"


def test_only_the_party_bound_is_judged(catalogue: Catalogue) -> None:
    corridor, key = Corridor("NP", (), "MY"), ("origin", "np-my-mou-2018", "all_recruitment_costs")
    assert judged(catalogue, "NPR 10000", None, None, corridor, collector="employer")[key].verdict == "none_allowed"
    by_agency = judged(catalogue, "NPR 10000", None, None, corridor, collector="agency")[key]
    assert by_agency.verdict == "cannot_tell"
    assert "somebody else" in by_agency.working


def test_a_levy_is_not_an_agency_fee(catalogue: Catalogue) -> None:
    corridor = Corridor("LK", (), "SA", "construction")
    levy = judged(catalogue, "LKR 22027", None, None, corridor, date(2025, 1, 1), item="levy",
                  met=("o-lk-all-levy-first-current",))  # fmt: skip
    assert {key[2] for key in levy} == {"government_levy"}
    fee = judged(catalogue, "LKR 22027", None, None, corridor, date(2025, 1, 1))
    assert "government_levy" not in {key[2] for key in fee}


def test_tax_with_a_known_total_is_counted_in(catalogue: Catalogue) -> None:
    found = judged(catalogue, "LKR 22027", None, None, Corridor("LK", (), "SA"), date(2025, 1, 1), item="levy",
                   met=("o-lk-all-levy-first-current",))  # fmt: skip
    assert found["origin", "lk-gazette-2023-06", "government_levy"].verdict == "within"


def test_costs_that_a_rule_leaves_out_are_not_judged_by_it(catalogue: Catalogue) -> None:
    corridor, worker = Corridor("PH", (), "CA"), {"visa_class": "Temporary Foreign Worker Program"}
    assert "ca-irpr" not in {
        key[1] for key in judged(catalogue, "CAD 155", None, None, corridor, item="visa", worker=worker)
    }
    fee = judged(catalogue, "CAD 155", None, None, corridor, worker=worker)
    assert fee["destination", "ca-irpr", "all_recruitment_costs"].verdict == "none_allowed"


def test_a_passport_charge_is_not_surely_a_recruitment_cost(catalogue: Catalogue) -> None:
    found = judged(catalogue, "NPR 5000", None, None, Corridor("NP", (), "MY"), item="passport")
    assert found["origin", "np-my-mou-2018", "all_recruitment_costs"].verdict == "cannot_tell"


def test_unnamed_money_is_held_only_against_rules_on_every_charge(catalogue: Catalogue) -> None:
    found = judged(catalogue, "PHP 50000", "PHP 20000", 24, Corridor("PH", (), "QA", "construction"), item=None)
    assert "placement_fee" not in {key[2] for key in found}


def test_rules_for_men_and_women_decide_together_where_both_are_broken(catalogue: Catalogue) -> None:
    key = ("origin", "bd-migration-cost-orders", "total_migration_cost")
    corridor = Corridor("BD", (), "SA", "construction")
    assert judged(catalogue, "BDT 400000", None, None, corridor)[key].verdict == "above"
    assert judged(catalogue, "BDT 100000", None, None, corridor)[key].verdict == "cannot_tell"
    woman = judged(catalogue, "BDT 100000", None, None, corridor, worker={"gender": "female"})
    assert woman[key].verdict == "none_allowed"


def test_a_worker_from_abroad_is_a_foreigner_at_the_destination(catalogue: Catalogue) -> None:
    key = ("destination", "sa-labour", "all_recruitment_costs")
    found = judged(catalogue, "SAR 3000", None, None, Corridor("BD", (), "SA", "construction"))
    assert found[key].verdict == "none_allowed"
    at_home = judged(catalogue, "SAR 3000", None, None, Corridor("SA", (), "SA", "construction"))
    assert at_home[key].verdict == "cannot_tell"


def test_a_known_ceiling_is_shown_where_the_general_one_is_not_held(catalogue: Catalogue) -> None:
    answers = catalogue.judge_fee(
        "recruitment_fee", money("NPR 200000"), None, None, Corridor("NP", (), "QA", "construction"), DAY
    )
    assert any("NPR 10,000" in answer.working for answer in answers)


def test_an_unknown_country_gives_nothing(catalogue: Catalogue) -> None:
    assert judged(catalogue, "USD 500", None, None, Corridor()) == {}


def test_a_day_before_an_uncertain_start_cannot_tell(catalogue: Catalogue) -> None:
    key = ("origin", "bd-migration-cost-orders", "total_migration_cost")
    found = judged(catalogue, "BDT 400000", None, None, Corridor("BD", (), "QA"), date(2016, 6, 1))
    assert found[key].verdict == "cannot_tell"
    assert "in force" in found[key].working


def test_a_day_before_a_known_start_is_not_judged(catalogue: Catalogue) -> None:
    found = judged(catalogue, "INR 50000", None, None, Corridor("IN", (), "QA"), date(2017, 12, 13))
    assert "in-emigration-rules-1983" not in {key[1] for key in found}


def test_conflicting_sources_stand_side_by_side(catalogue: Catalogue) -> None:
    rows = {row.id: row for row in catalogue.fee_limits}
    assert rows["o-lk-all-levy-first-2023-page"].conflicts_with == ("o-lk-all-levy-first-2023-press",)
    met = ("o-lk-all-levy-first-2023-page", "o-lk-all-levy-first-2023-press")
    answers = catalogue.judge_fee(
        "levy",
        money("LKR 21467"),
        None,
        None,
        Corridor("LK", (), "SA"),
        date(2023, 8, 1),
        conditions=dict.fromkeys(met, True),
    )
    working = [answer.working for answer in answers if answer.instrument == "lk-gazette-2023-06"]
    assert len(working) == 2
    assert all("both are shown" in words for words in working)


def test_guidance_is_named_as_such(catalogue: Catalogue) -> None:
    found = judged(catalogue, "SAR 500", None, None, Corridor("KE", (), "SA", "domestic_work"), date(2026, 1, 1))
    assert "Guidance, not law." in found["destination", "sa-dw-guide-2025", "all_recruitment_costs"].working


def test_rows_from_memory_are_never_judged_by(catalogue: Catalogue) -> None:
    weak = {row.instrument for row in catalogue.fee_limits if not row.how.printable}
    strong = {row.instrument for row in catalogue.fee_limits if row.how.printable}
    assert weak - strong
    for row in catalogue.fee_limits:
        if row.instrument in weak - strong:
            corridor = (
                Corridor(row.jurisdiction, (), "QA") if row.side == "origin" else Corridor("NP", (), row.jurisdiction)
            )
            found = judged(catalogue, "USD 900", "USD 300", 24, corridor)
            assert row.instrument not in {key[1] for key in found}


def test_ranges_and_multiples_are_counted(catalogue: Catalogue) -> None:
    asked = Money(Decimal(400), "HKD", amount_max=Decimal(600))
    six = Money(Decimal(100), "HKD", times=6)
    wage, corridor = Money(Decimal(5000), "HKD"), Corridor("LK", (), "HK")
    verdicts = {
        answer.verdict
        for answer in catalogue.judge_fee("recruitment_fee", asked, wage, 24, corridor, DAY)
        if answer.instrument == "hk-cap57"
    }
    assert verdicts == {"cannot_tell"}
    (above,) = (
        answer
        for answer in catalogue.judge_fee("recruitment_fee", six, wage, 24, corridor, DAY)
        if answer.instrument == "hk-cap57"
    )
    assert above.verdict == "above"
    assert "6 x HKD 100 = HKD 600" in above.working


def test_a_wage_per_hour_cannot_tell(catalogue: Catalogue) -> None:
    (answer,) = (
        answer
        for answer in catalogue.judge_fee(
            "recruitment_fee", money("HKD 400"), money("HKD 60"), 24, Corridor("LK", (), "HK"), DAY, wage_per="hour"
        )
        if answer.instrument == "hk-cap57"
    )
    assert answer.verdict == "cannot_tell"


def test_nothing_asked_is_within_even_where_nothing_may_be_taken(catalogue: Catalogue) -> None:
    found = judged(catalogue, "GBP 0", None, None, Corridor("KE", (), "GB", "care"))
    assert found["destination", "gb-eaa-1973", "agency_fee"].verdict == "within"


def test_no_judgement_calls_a_fee_lawful(catalogue: Catalogue) -> None:
    for amount in ("HKD 1", "HKD 100000"):
        for answer in judged(catalogue, amount, "HKD 5000", 24, Corridor("LK", (), "HK")).values():
            assert "lawful" not in answer.working.lower()
