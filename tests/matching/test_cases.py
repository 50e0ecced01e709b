"""The case table: which names are the same firm, which are a question, and which must never match."""

from __future__ import annotations

import pytest

from recruitcheck.matching import MATCH_THRESHOLD, REVIEW_THRESHOLD, NameQuery, score
from tests.matching.entries import entry_named

# Differences that do not make another firm.
SAME = [
    ("Hazel Lim ited", "Hazel Limited"),
    ("HazelnutL td", "Hazelnut Ltd"),
    ("Hydro-Tech Oakland", "Hydrotech Oakland"),
    ("Hydro Technologies", "Hydrotech"),
    ("Al Noor Hazel Overseas", "Alnoorhazel Overseas"),
    ("Seven Chestnuts Overseas", "7 Chestnuts Overseas"),
    ("Fourth Hazel Manpower", "4th Hazel Manpower"),
    ("Sunlite Hazel Overseas", "Sunlight Hazel Overseas"),
    ("Geumgang Overseas", "Kumgang Overseas"),
    ("Zhemchuzhina Agency", "Jemchujina Agency"),
    ("Acorn Overseas", "ACORN OVERSEAS"),
    ("Acorn Overseas", "Acorn Overseas Ltd"),
    ("Acorn Overseas Ltd", "Acorn Overseas (Pvt.) Limited"),
    ("M/s. Acorn Overseas", "Acorn Overseas"),
    ("Acorn Overseas (RL-0123)", "Acorn Overseas"),
    ("Acorn Overseas License No. 1234", "Acorn Overseas"),
    ("The Acorn Agency", "Acorn Agency"),
    ("Acorn Recruiting Agency", "Acorn Recruitment Agencies"),
    ("Acorn Intl.", "Acorn International"),
    ("Acorn Manpower Svcs", "Acorn Manpower Services"),
    ("Acorn Man Power Services", "Acorn Manpower Service"),
    ("Oakland Bros Trading", "Oakland Brothers Trading"),
    ("Oakland & Sons", "Oakland and Sons"),
    ("Oakland Mfg Co", "Oakland Manufacturing Company"),
    ("Brilliantine Manpower", "Briliantine Manpower"),
    ("Chestnutwood Staffing", "Chestnutwod Staffing"),
    ("Chestnutwood Staffing", "Chesntutwood Staffing"),
    ("Chestnutwood Internatonal", "Chestnutwood International"),
    ("Sky Line Overseas", "Skyline Overseas"),
    ("Silver Birch Maids", "Silverbirch Maids"),
    ("Green Field Travels", "Greenfield Travel"),
    ("Birch Silver Overseas", "Silver Birch Overseas"),
    ("Overseas Silver Birch Ltd", "Silver Birch Overseas"),
    ("J P Oakland Ltd", "J.P. Oakland Ltd"),
    ("JP Oakland", "J. P. Oakland"),
    ("Al-Sanawbar International", "Al Sanawbar International"),
    ("Alsanawbar International", "Al Sanawbar International"),
    ("O'Leary Staffing", "OLeary Staffing"),
    ("O`Leary Staffing", "O’Leary Staffing"),
    ("Söhne Personal GmbH", "Sohne Personal GmbH"),
    ("Cafe\u0301 Jobs", "Café Jobs"),
    ("Ac\u200born Overs\u202eeas", "Acorn Overseas"),
    ("Аcorn Oversеas", "Acorn Overseas"),
    ("Acorn Jobs Ltd T/A Hazel Carers", "Hazel Carers"),
    ("Hazel Carers", "Acorn Jobs Ltd T/A Hazel Carers"),
    ("Acorn Jobs", "Acorn Jobs (FORMERLY Hazel Staffing"),
    ("Hazel Staffing", "Acorn Jobs (FORMERLY Hazel Staffing"),
    ("橡果僱傭中心", "Acorn Employment 橡果僱傭中心"),
    ("橡果僱傭有限公司", "橡果僱傭公司"),
    ("橡果雇傭中心", "橡果僱傭中心"),
    ("株式会社銀樺", "銀樺株式会社"),
    ("Ромашка Персонал ООО", "ООО Ромашка Персонал"),
    ("Romashka Personal", "ООО Ромашка Персонал"),
    ("شركة البلوط للتوظيف", "شركة البلوط للتوظيف ذ.م.م"),
    ("1st Chestnut Manpower", "First Chestnut Manpower"),
    ("Mohd. Hazel Travels", "Mohammed Hazel Travels"),
    ("Chestnut 2 Overseas", "Chestnut II Overseas"),
    ("Chestnut II", "Chestnut 2"),
    ("Chestnut No. 2", "Chestnut 2"),
    ("Chestnut Manpower", "Chestnut Manpower & Services Co. W.L.L."),
    ("Silver Birch", "Silver Birch Overseas Manpower Services"),
    ("PT Pohon Jaya Abadi", "Pohon Jaya Abadi, PT"),
    ("PT. Pohon Jaya Abadi Tbk", "PT Pohon Jaya Abadi"),
    ("Silver Birch Sdn. Bhd.", "Silver Birch SDN BHD"),
    ("Công ty TNHH Cây Bạch Dương", "Cay Bach Duong Co. Ltd"),
    ("Silver Birch S.A. de C.V.", "Silver Birch SA DE CV"),
    ("Silver Birch Sp. z o.o.", "Silver Birch Sp z oo"),
    ("Agencia Abedul Plateado S.A.", "Abedul Plateado Agencia"),
    ("Chestnuts Overseas", "Chestnut Overseas"),
    ("Silver Birch Employment Centre", "Silver Birch Employment Center"),
    ("Silver Birch Labour Supply", "Silver Birch Labor Supplies"),
    ("Silver Birch Overseas (Dhaka)", "Silver Birch Overseas"),
    ("Acorn Employment Agency Limited", "ACORN EMPLOYMENT AGENCY CO., LIMITED"),
    ("Rahman Sycamore Overseas", "Rehman Sycamore Overseas"),
]

# Real doubt: a person must decide; neither a match nor silence is honest.
ASK = [
    ("Mohamed Rahman Oakland Trading", "Muhammad Rehman Oakland Trading"),
    ("Zoheb Recruiting", "Zohaib Recruitment"),
    ("Mohammed Trading", "Muhammad Trading"),
    ("Golden Acorn Overseas", "Golden Acorn Travels"),
    ("Acorn Overseas", "Acorn Manpower"),
    ("Acorn Overseas", "Acorn Overseas II"),
    ("XYZ Overseas", "XYZ Overseas II"),
    ("New Acorn Oak Ltd", "Acorn Oak Ltd"),
    ("GSMA", "Golden Sun Manpower Agency"),
    ("Golden Sun Manpower Agency", "GSMA"),
    ("Mount Sycamore Human Resource", "Sycamore Human Resource"),
    ("Overseas Manpower Services", "Overseas Services"),
    ("Overseas Manpower", "Overseas Manpower Agency"),
    ("Silver Birch London", "Silver Birch Leeds"),
    ("Prime Careers", "Prima Careers"),
    ("Eastern Oak Timber Staffing", "Western Oak Timber Staffing"),
]

# Another firm, or nothing to go by. Must stay below review.
OTHER = [
    ("Three Chestnuts Travels", "Two Chestnuts Travels"),
    ("Victory International", "Vector International"),
    ("Orchid Placement", "Orchard Placement"),
    ("Lotus Holdings", "Locus Holdings"),
    ("Acorn Overseas", "Hazel Overseas"),
    ("Amin International", "Amir International"),
    ("Al Safa International", "Al Saad International"),
    ("Al Amin Overseas", "Al Amal Overseas"),
    ("Alpha 1", "Alpha 2"),
    ("Alpha Recruiting 1", "Alpha Recruiting 2"),
    ("Chestnut II Overseas", "Chestnut III Overseas"),
    ("Chestnut No. 1 Manpower", "Chestnut No. 2 Manpower"),
    ("1st Chestnut", "2nd Chestnut"),
    ("Chestnut A1", "Chestnut A2"),
    ("Sunrise Employment Agency", "Sunshine Employment Agency"),
    ("Golden Star", "Golden Sun"),
    ("Silver Star Overseas Ltd", "Golden Star Overseas Ltd"),
    ("Gulf Star Manpower", "Gulf Sky Manpower"),
    ("East Asia Human Resource", "West Asia Human Resource"),
    ("AB Overseas", "AC Overseas"),
    ("AB Manpower", "BA Manpower"),
    ("A Overseas", "B Overseas"),
    ("Royal Palm Overseas International", "Royal Oak Overseas International"),
    ("Al Noor Manpower", "Al Nasr Manpower"),
    ("Al Haramain Overseas", "Al Harmony Overseas"),
    ("Overseas Manpower Recruiting Agency", "Hazel Overseas Manpower Recruiting Agency"),
    ("International Overseas Services Ltd", "Birch International Overseas Services Ltd"),
    ("橡果僱傭中心", "銀樺僱傭中心"),
    ("金星僱傭中心", "銀星僱傭中心"),
    ("ООО Ромашка", "ООО Рябина"),
    ("شركة البلوط", "شركة الصنوبر"),
    ("Acorn", "Acornwood Hazel Birch"),
    ("Ali Trading", "Alia Trading"),
    ("Sana Travels", "Sara Travels"),
    ("Star", "Starlight"),
    ("KFC Staffing", "KFD Staffing"),
    ("Bright Future Overseas", "Bright Horizon Overseas"),
    ("City Link Recruitment", "City Care Recruitment"),
    ("Delta Jobs Ltd", "Beta Jobs Ltd"),
    ("Hazel T/A Oak Manpower", "Acorn T/A Elm Manpower"),
    ("Pan Asia Services", "Pan Africa Services"),
    ("New Era Manpower", "New Age Manpower"),
    ("Eastern Oak", "Western Oak"),
    ("GSM Overseas", "GTM Overseas"),
    ("Ltd", "Limited"),
    ("Overseas", "Manpower"),
    ("", "Acorn"),
    ("Acorn", ""),
    ("😀", "Acorn"),
    ("(RL-1)", "Acorn Overseas (RL-1)"),
    ("Maju Jaya Abadi", "Maju Jaya Sentosa"),
    ("PT Karya Mandiri", "PT Karya Makmur"),
    ("ABC Recruitment LLC", "ABD Recruitment LLC"),
    ("Nepal Himal Manpower", "Nepal Himchuli Manpower"),
    ("Lucky Star Employment", "Lucky Moon Employment"),
    ("Green Oak Staffing", "Greenland Staffing"),
    ("Oakland Overseas 24", "Oakland Overseas 42"),
    ("Hazelnut Overseas III", "Hazelnut Overseas IV"),
    ("Birch Brothers Manpower", "Larch Brothers Manpower"),
    ("Golden Acorn International", "Silver Acorn International"),
    ("Al Madina Overseas", "Al Makkah Overseas"),
    ("Capital Manpower Services", "Coastal Manpower Services"),
]


@pytest.mark.parametrize(("asked", "listed"), SAME)
def test_same_firm_matches(asked: str, listed: str) -> None:
    assert score(NameQuery(asked), entry_named(listed)).score >= MATCH_THRESHOLD


@pytest.mark.parametrize(("asked", "listed"), ASK)
def test_doubtful_pair_is_for_a_person(asked: str, listed: str) -> None:
    assert REVIEW_THRESHOLD <= score(NameQuery(asked), entry_named(listed)).score < MATCH_THRESHOLD


@pytest.mark.parametrize(("asked", "listed"), OTHER)
def test_other_firm_stays_below_review(asked: str, listed: str) -> None:
    assert score(NameQuery(asked), entry_named(listed)).score < REVIEW_THRESHOLD


def test_table_is_large() -> None:
    assert len(SAME) + len(ASK) + len(OTHER) >= 120
    assert len(OTHER) >= 50


@pytest.mark.parametrize(("asked", "listed"), [*SAME, *ASK, *OTHER])
def test_only_equal_folded_names_score_100(asked: str, listed: str) -> None:
    match = score(NameQuery(asked), entry_named(listed))
    if match.score == 100:
        assert "equal but for case and punctuation" in " ".join(match.why)
    assert 0 <= match.score <= 100


@pytest.mark.parametrize(
    ("asked", "better", "worse"),
    [
        ("Acorn Overseas", "Acorn Overseas", "Acorn Overseas Ltd"),
        ("Acorn Overseas", "Acorn Overseas Ltd", "Acorn Travels Ltd"),
        ("Acorn Overseas Ltd", "Acorn Overseas Limited", "Acorn Overseas LLP"),
        ("Acorn Overseas", "Acorn Overseas Services", "Hazel Overseas"),
        ("Acorn Overseas", "Acorn Travels", "Oak Overseas"),
        ("Chestnut 1", "Chestnut 1 Ltd", "Chestnut 2"),
        ("Chestnut 1", "Chestnut", "Chestnut 2"),
        ("Chestnut II", "Chestnut 2 Manpower", "Chestnut III"),
        ("Silver Birch Manpower", "Silver Birsh Manpower", "Silver Beech Manpower"),
        ("Silver Birch", "Birch Silver", "Silver Bird"),
        ("Silver Birch", "Silver Birch Overseas", "Silver Birch Pine Overseas"),
        ("Rahman Overseas", "Rehman Overseas", "Raman Gulzar Overseas"),
        ("Skyline Overseas", "Sky Line Overseas", "Sky Lark Overseas"),
        ("GSMA", "Golden Sun Manpower Agency", "Golden Moon Manpower Agency"),
        ("Golden Sun Overseas", "Golden Sun Overseas", "Golden Star Overseas"),
        ("Al Sanawbar", "Alsanawbar", "Al Sandbar"),
        ("Chestnutwood Staffing", "Chestnutwod Staffing", "Chestnuthill Staffing"),
        ("橡果僱傭中心", "橡果僱傭有限公司", "銀樺僱傭中心"),
        ("Ромашка", "ООО Ромашка", "ООО Рябина"),
        ("Hazel Carers", "Acorn Ltd T/A Hazel Carers", "Acorn Ltd T/A Hazel Cleaners"),
    ],
)
def test_better_entry_outscores_worse(asked: str, better: str, worse: str) -> None:
    query = NameQuery(asked)
    assert score(query, entry_named(better)).score > score(query, entry_named(worse)).score


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Petrov Personnel", "Petrova Personnel"),
        ("Keller Care Ltd", "Kelly Care Ltd"),
        ("Walton Farms", "Dalton Farms"),
    ],
)
def test_family_names_a_letter_apart_are_never_a_match(asked: str, listed: str) -> None:
    assert score(NameQuery(asked), entry_named(listed)).score < MATCH_THRESHOLD
