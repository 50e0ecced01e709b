"""Fees worked by hand against the limit of a named source: what the judgement must say, and why.

Each case names the row of the fee table that speaks; the row carries instrument, provision and the page it was read on.
Origin and destination are judged apart: a case on one side says nothing of the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from recruitcheck.model import Binding, Corridor, FeeJudgement, Money
from recruitcheck.standards import Catalogue


@dataclass(frozen=True)
class Case:
    """One fee. ``verdict`` "" means that the row does not speak at all."""

    why: str
    limit: str
    asked: str
    corridor: tuple[str | None, str | None, str | None]
    on: str
    verdict: str
    words: str = ""
    wage: str | None = None
    months: int | None = None
    item: str = "recruitment_fee"
    collector: str | None = None
    worker: dict[str, str] = field(default_factory=dict)
    met: tuple[str, ...] = ()  # rows whose condition holds
    unmet: tuple[str, ...] = ()  # rows whose condition does not


def _money(text: str | None) -> Money | None:
    if not text:
        return None
    currency, _, amount = text.partition(" ")
    return Money(Decimal(amount), currency)


def _answers(catalogue: Catalogue, case: Case) -> list[FeeJudgement]:
    origin, destination, sector = case.corridor
    (row,) = (row for row in catalogue.fee_limits if row.id == case.limit)
    found = catalogue.judge_fee(
        case.item,
        _money(case.asked),
        _money(case.wage),
        case.months,
        Corridor(origin, (), destination, sector),
        date.fromisoformat(case.on),
        collector=case.collector,
        worker=case.worker,
        conditions=dict.fromkeys(case.met, True) | dict.fromkeys(case.unmet, False),
    )
    key = (row.side, row.jurisdiction, row.instrument, row.provision, row.basis, row.bound)
    return [
        item
        for item in found
        if (item.side, item.jurisdiction, item.instrument, item.provision, item.basis, item.bound) == key
    ]


NP = ("o-np-qa-service-fee-2015",)
SG = "d-sg-eaa-all"
HK = "d-hk-cap57-all"
TW = "d-tw-fees-foreign-worker-art-46-1-8"
CARE = {"status": "foreign worker, Art. 46(1)(8)-(10) work"}
CASES = [
    # Hong Kong: a tenth of the first month's wages (Employment Agency Regulations, Schedule 2 Part II)
    Case("a tenth of 5,000", HK, "HKD 500", ("PH", "HK", None), "2024-06-01", "within", "HKD 500", wage="HKD 5000"),
    Case("one dollar above", HK, "HKD 501", ("ID", "HK", None), "2024-06-01", "above", "HKD 1", wage="HKD 5000"),
    Case("no wage, no answer", HK, "HKD 500", ("PH", "HK", None), "2024-06-01", "cannot_tell", "wage"),
    Case("another currency", HK, "PHP 4000", ("PH", "HK", None), "2024-06-01", "cannot_tell", "rate", wage="HKD 5000"),
    Case("the employer took it", HK, "HKD 900", ("PH", "HK", None), "2024-06-01", "cannot_tell", "somebody else",
         wage="HKD 5000", collector="employer"),
    # Singapore: a month a year of contract, two at most (Employment Agencies Rules r. 12)
    Case("two years, two months", SG, "SGD 1200", ("MM", "SG", None), "2024-06-01", "within",
         wage="SGD 600", months=24),
    Case("one year, one month", SG, "SGD 601", ("MM", "SG", None), "2024-06-01", "above", wage="SGD 600", months=12),
    Case("three years, still two", SG, "SGD 1800", ("MM", "SG", None), "2024-06-01", "above",
         wage="SGD 600", months=36),
    Case("length unknown, above any", SG, "SGD 1201", ("BD", "SG", None), "2024-06-01", "above", wage="SGD 600"),
    Case("length unknown, between", SG, "SGD 601", ("BD", "SG", None), "2024-06-01", "cannot_tell", wage="SGD 600"),
    Case("before the rules", SG, "SGD 600", ("BD", "SG", None), "2011-03-31", "", wage="SGD 600", months=24),
    # Nepal: NPR 10,000 where the employer does not carry all cost (decision of July 2015); memoranda later
    Case("within for Qatar", NP[0], "NPR 10000", ("NP", "QA", "construction"), "2024-06-01", "within", met=NP),
    Case("above for Qatar", NP[0], "NPR 90000", ("NP", "QA", "construction"), "2024-06-01", "above", "80,000", met=NP),
    Case("condition not known", NP[0], "NPR 10000", ("NP", "QA", "construction"), "2024-06-01", "cannot_tell"),
    Case("barred for the Qatari licensee", "d-qa-14-2004-all", "NPR 10000", ("NP", "QA", "construction"), "2024-06-01",
         "none_allowed", "licensed in QA"),
    Case("Qatari law leaves domestic work out", "d-qa-14-2004-all", "NPR 1", ("NP", "QA", "domestic_work"),
         "2024-06-01", ""),
    Case("the Emirates before the memorandum", "o-np-ae-service-fee-2015", "NPR 9000", ("NP", "AE", None), "2019-06-13",
         "within", met=("o-np-ae-service-fee-2015",)),
    Case("the Emirates after the memorandum", "o-np-ae-mou-2019", "NPR 9000", ("NP", "AE", None), "2019-06-14",
         "none_allowed"),
    Case("the old rule is gone", "o-np-ae-service-fee-2015", "NPR 9000", ("NP", "AE", None), "2019-06-14", ""),
    Case("Malaysia before", "o-np-my-service-fee-2015", "NPR 9000", ("NP", "MY", None), "2018-10-28", "within",
         met=("o-np-my-service-fee-2015",)),
    Case("Malaysia after: zero", "o-np-my-all-recruitment-costs-2018", "NPR 1", ("NP", "MY", None), "2018-10-29",
         "none_allowed"),
    Case("Mauritius: zero", "o-np-mu-2019", "NPR 500", ("NP", "MU", None), "2024-01-01", "none_allowed"),
    # Philippines: one month's pay; none for domestic workers, interns, seafarers and some destinations
    Case("one month", "o-ph-all-placement-fee-2016", "PHP 30000", ("PH", "QA", "construction"), "2020-06-01", "within",
         wage="PHP 30000"),
    Case("a peso more", "o-ph-all-placement-fee-2016", "PHP 30001", ("PH", "QA", "construction"), "2020-06-01", "above",
         wage="PHP 30000"),
    Case("domestic work: none", "o-ph-all-domestic-work-placement-fee-2006", "PHP 1", ("PH", "HK", "domestic_work"),
         "2024-06-01", "none_allowed"),
    Case("domestic work, Saudi agreement", "o-ph-sa-domestic-work-all-recruitment-costs-2013", "SAR 500",
         ("PH", "SA", "domestic_work"), "2020-01-01", "none_allowed"),
    Case("interns for Japan: none", "o-ph-jp-titp", "JPY 50000", ("PH", "JP", None), "2024-06-01", "none_allowed",
         worker={"status": "technical_intern"}),
    Case("not known to be an intern", "o-ph-jp-titp", "JPY 50000", ("PH", "JP", "manufacturing"), "2024-06-01",
         "cannot_tell", "status"),
    Case("housekeepers for Japan: none", "o-ph-jp-housekeepers", "JPY 1", ("PH", "JP", "domestic_work"), "2024-06-01",
         "none_allowed", worker={"status": "nssz_housekeeper"}),
    Case("seafarers: none", "o-ph-all-seafarers-placement-fee", "USD 200", ("PH", "PA", "seafaring"), "2025-06-01",
         "none_allowed"),
    Case("New Zealand: none", "o-ph-nz-placement-fee", "PHP 10000", ("PH", "NZ", None), "2024-06-01", "none_allowed"),
    # India: INR 30,000 and tax (Rules r. 25(1) since 14 December 2017)
    Case("the cap itself", "o-in-all-service-fee-2017", "INR 30000", ("IN", "AE", "construction"), "2024-06-01",
         "within", "30,000"),
    Case("far above", "o-in-all-service-fee-2017", "INR 150000", ("IN", "AE", "construction"), "2024-06-01", "above"),
    Case("the day before the rule", "o-in-all-service-fee-2017", "INR 30000", ("IN", "AE", "construction"),
         "2017-12-13", ""),
    Case("domestic work to Saudi Arabia: zero", "o-in-sa-domestic-work-all-recruitment-costs-2014", "INR 1",
         ("IN", "SA", "domestic_work"), "2024-06-01", "none_allowed"),
    # Bangladesh: total cost per destination
    Case("above all cost for Singapore", "o-bd-sg-total-migration-cost", "BDT 300000", ("BD", "SG", None), "2019-01-01",
         "above", "37,730"),
    Case("one fee below the total says little", "o-bd-sg-total-migration-cost", "BDT 200000", ("BD", "SG", None),
         "2019-01-01", "cannot_tell", "all costs together"),
    Case("above all cost for Malaysia since 2022", "o-bd-my-total-migration-cost-2022", "BDT 400000",
         ("BD", "MY", None), "2023-06-01", "above", "321,010"),
    Case("Malaysia, the older ceiling", "o-bd-my-total-migration-cost", "BDT 170000", ("BD", "MY", None), "2022-07-05",
         "above", "10,000"),
    Case("women to Saudi Arabia: zero", "o-bd-sa-female-total-migration-cost-2016", "BDT 1", ("BD", "SA", None),
         "2020-01-01", "none_allowed", worker={"gender": "female"}),
    Case("men to Saudi Arabia", "o-bd-sa-male-total-migration-cost-2016", "BDT 500000", ("BD", "SA", None),
         "2020-01-01", "above", "335,000", worker={"gender": "male"}),
    Case("the agency's own fee for Malaysia", "o-bd-my-service-fee-2022", "BDT 37001", ("BD", "MY", None), "2023-06-01",
         "above", "BDT 1"),
    # Taiwan: no placement fee for care and like work; a monthly service fee
    Case("placement fee in care work: none", TW, "TWD 1", ("ID", "TW", "care"), "2024-06-01", "none_allowed",
         worker=CARE),
    Case("monthly service fee, period unknown", "d-tw-fees-foreign-worker-art-46-1-8-2", "TWD 1800",
         ("ID", "TW", "care"), "2024-06-01", "cannot_tell", "a month", worker=CARE,
         met=("d-tw-fees-foreign-worker-art-46-1-8-2",)),
    Case("total cost for Thais", "o-th-tw-total-migration-cost-2013", "THB 60000", ("TH", "TW", None), "2020-01-01",
         "above", "20,000"),
    # Indonesia: no placement cost for the exempt jobs (Regulation 9/2020)
    Case("domestic work: none", "o-id-all-domestic-work-placement-cost-2020", "IDR 7000000",
         ("ID", "TW", "domestic_work"), "2023-06-01", "none_allowed"),
    Case("fishing crew: none", "o-id-all-fishing-crew-placement-cost-2020", "USD 900", ("ID", "TW", "fishing"),
         "2023-06-01", "none_allowed"),
    Case("before the regulation", "o-id-all-domestic-work-placement-cost-2020", "IDR 1", ("ID", "TW", "domestic_work"),
         "2020-06-30", ""),
    # Vietnam: a month's wage a year (Law 69/2020 Art. 23)
    Case("a year, a month", "o-vn-all-service-fee-2022", "USD 1000", ("VN", "KR", "manufacturing"), "2023-06-01",
         "within", wage="USD 1000", months=12, unmet=("o-vn-all-extension-fee-2022",)),
    Case("a year, but perhaps an extension", "o-vn-all-service-fee-2022", "USD 1000", ("VN", "KR", "manufacturing"),
         "2023-06-01", "cannot_tell", "narrower rule", wage="USD 1000", months=12),
    Case("a year, two months", "o-vn-all-service-fee-2022", "USD 2000", ("VN", "KR", "manufacturing"), "2023-06-01",
         "above", wage="USD 1000", months=12),
    Case("seafarers: a month and a half", "o-vn-all-seafarers-service-fee-2022", "USD 1500", ("VN", "KR", "seafaring"),
         "2023-06-01", "within", wage="USD 1000", months=12),
    Case("brokerage: none", "o-vn-all-brokerage-2022", "USD 500", ("VN", "KR", "manufacturing"), "2023-06-01",
         "none_allowed", met=("o-vn-all-brokerage-2022",)),
    # Egypt: two per cent of the first year's wage until August 2025, then one
    Case("two per cent", "o-eg-all-administrative-cost", "SAR 720", ("EG", "SA", "construction"), "2025-08-31",
         "within", "SAR 720", wage="SAR 3000"),
    Case("one per cent", "o-eg-all-administrative-cost-2025", "SAR 720", ("EG", "SA", "construction"), "2025-09-01",
         "above", "SAR 360 more", wage="SAR 3000"),
    Case("one per cent kept", "o-eg-all-administrative-cost-2025", "SAR 360", ("EG", "SA", "construction"),
         "2025-09-01", "within", wage="SAR 3000"),
    Case("in dollars, at the fixed rate", "o-eg-all-administrative-cost-2025", "USD 500", ("EG", "SA", "construction"),
         "2025-09-01", "above", "sama.gov.sa", wage="SAR 3000"),
    # Ethiopia, Colombia, Mexico, Romania, Ukraine, Uganda: nothing from the worker
    Case("Ethiopia", "o-et-all-service-fee-2016", "ETB 5000", ("ET", "SA", "domestic_work"), "2020-01-01",
         "none_allowed"),
    Case("Mexico", "o-mx-all-all-recruitment-costs-2006", "MXN 5000", ("MX", "US", "agriculture"), "2023-01-01",
         "none_allowed"),
    Case("Romania", "o-ro-all-service-fee-2018", "EUR 100", ("RO", "DE", "agriculture"), "2023-01-01", "none_allowed"),
    Case("Romania before the change", "o-ro-all-service-fee-2018", "EUR 100", ("RO", "DE", "agriculture"),
         "2018-03-04", ""),
    Case("Ukraine", "o-ua-all-service-fee-2023", "UAH 4000", ("UA", "PL", "agriculture"), "2024-01-01", "none_allowed"),
    Case("Uganda to Saudi Arabia", "o-ug-sa-all-recruitment-costs-2021", "UGX 900000", ("UG", "SA", "domestic_work"),
         "2022-01-01", "none_allowed"),
    # Myanmar and Sri Lanka
    Case("Myanmar to Thailand since May 2022", "o-mm-th-service-fee-2022", "MMK 450000", ("MM", "TH", None),
         "2023-01-01", "above", "150,000"),
    Case("Sri Lanka to Japan", "o-lk-jp-agency-fee", "LKR 500000", ("LK", "JP", None), "2024-06-01", "above",
         "150,000"),
    Case("Sri Lanka to the Gulf: none", "o-lk-middle-east-lk-agency-fee", "LKR 100000", ("LK", "KW", "construction"),
         "2024-06-01", "none_allowed"),
    # Destinations that let nothing be taken
    Case("Great Britain", "d-gb-eaa-1973-all", "GBP 300", ("ZW", "GB", "care"), "2024-06-01", "none_allowed"),
    Case("the Emirates' employer", "d-ae-33-2021-all", "AED 3000", ("IN", "AE", "construction"), "2023-01-01",
         "none_allowed"),
    Case("the Emirates before the law", "d-ae-33-2021-all", "AED 3000", ("IN", "AE", "construction"), "2022-02-01", ""),
    Case("the Emirates' domestic workers", "d-ae-9-2022-domestic-work", "AED 500", ("PH", "AE", "domestic_work"),
         "2023-01-01", "none_allowed"),
    Case("Kuwait's domestic workers", "d-kw-68-2015-domestic-work", "KWD 100", ("LK", "KW", "domestic_work"),
         "2024-01-01", "none_allowed"),
    Case("Saudi employer", "d-sa-labour-non-national", "SAR 2000", ("BD", "SA", "construction"), "2024-01-01",
         "none_allowed"),
    Case("H-2A", "d-us-h2a-dol-h-2a", "USD 500", ("MX", "US", "agriculture"), "2023-01-01", "none_allowed",
         worker={"visa_class": "H-2A"}),
    Case("H-2A not known", "d-us-h2a-dol-h-2a", "USD 500", ("MX", "US", "agriculture"), "2023-01-01", "cannot_tell"),
    Case("H-2B is not H-2A", "d-us-h2a-dol-h-2a", "USD 500", ("MX", "US", "forestry"), "2023-01-01", "",
         worker={"visa_class": "H-2B"}),
    Case("Japan's agencies", "d-jp-esa-all", "JPY 100000", ("VN", "JP", None), "2024-01-01", "none_allowed"),
    # Germany: EUR 2,000, less for au pairs
    Case("the cap", "d-de-sgb3-all", "EUR 2000", ("UA", "DE", "care"), "2024-06-01", "within",
         met=("d-de-sgb3-all",), worker={"status": "job_seeker"}),
    Case("a euro more", "d-de-sgb3-all", "EUR 2001", ("UA", "DE", "care"), "2024-06-01", "above", "EUR 1 more",
         met=("d-de-sgb3-all",), worker={"status": "job_seeker"}),
    Case("au pair", "d-de-sgb3-au-pair", "EUR 151", ("UA", "DE", None), "2024-06-01", "above", "EUR 1 more",
         worker={"status": "au_pair"}),
    # Israel and Canada's provinces
    Case("an index that is not held", "d-il-regs-2006-all", "ILS 5000", ("LK", "IL", "construction"), "2024-06-01",
         "cannot_tell", "index"),
    Case("Ontario", "d-ca-on-on-epfna-foreign-national", "CAD 500", ("PH", "CA-ON", "care"), "2023-01-01",
         "none_allowed"),
    Case("only Canada is known", "d-ca-on-on-epfna-foreign-national", "CAD 500", ("PH", "CA", "care"), "2023-01-01",
         "cannot_tell"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{case.limit}: {case.why}" for case in CASES])
def test_a_fee_is_judged_as_worked_by_hand(catalogue: Catalogue, case: Case) -> None:
    answers = _answers(catalogue, case)
    assert [answer.verdict for answer in answers][:1] == ([case.verdict] if case.verdict else []), answers
    assert not case.words or case.words in answers[0].working, answers[0].working


def test_at_least_sixty_cases_are_worked_each_with_a_source_that_may_be_printed(catalogue: Catalogue) -> None:
    rows = {row.id: row for row in catalogue.fee_limits}
    assert len(CASES) >= 60
    for case in CASES:
        row = rows[case.limit]
        assert row.usable, row.id
        assert row.verified_at
        assert row.provision


@pytest.mark.parametrize("corridor", [Corridor("XX", (), "YY"), Corridor(), Corridor("AQ", (), "AQ")])
def test_an_unknown_country_is_unknown_and_never_within(catalogue: Catalogue, corridor: Corridor) -> None:
    money = Money(Decimal(1), "USD")
    assert catalogue.judge_fee("recruitment_fee", money, money, 24, corridor, date(2024, 6, 1)) == ()


@pytest.mark.parametrize(("origin", "destination"), [("PH", "HK"), ("MM", "SG"), ("ID", "TW"), ("UA", "DE")])
def test_a_fee_within_the_law_there_still_meets_the_standard(
    catalogue: Catalogue, origin: str, destination: str
) -> None:
    cited = catalogue.citations_for("fee_charging.recruitment", Corridor(origin, (), destination), date(2024, 6, 1))
    bars = [item for item in cited if item.binding is Binding.STANDARD and item.effect == "bars"]
    assert bars


LARGEST = ["BD-SA", "BD-MY", "NP-QA", "NP-MY", "IN-AE", "PH-SA", "PH-HK", "ID-TW", "LK-KW", "KE-SA"]


@pytest.mark.parametrize("pair", LARGEST)
def test_the_largest_corridors_have_law_or_say_that_they_have_none(catalogue: Catalogue, pair: str) -> None:
    origin, _, destination = pair.partition("-")
    corridor = Corridor(origin, (), destination)
    today = date(2026, 11, 21)
    assert catalogue.has_national_rule("fee_charging.recruitment", corridor, today)
    assert catalogue.limits_for(corridor, today)
    assert catalogue.referrals(corridor)
