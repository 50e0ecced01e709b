"""What every page promises: one file, nothing from outside, nothing that runs, readable, the same bytes."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from recruitcheck.errors import UsageError
from recruitcheck.model import Assessment, Outcome, Severity
from recruitcheck.report import Audience, CaseInfo, CustodyStep, PageLinks, index_row, render_assessment, render_index
from tests.report import examples
from tests.report.reading import Page

GOLDEN = Path(__file__).parent / "golden"
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
EVERY = [(name, audience) for name in sorted(examples.ALL) for audience in AUDIENCES]
ONE_SUBJECT = 150_000  # bytes
BATCH_OF_1000 = 1_000_000
CASE = CaseInfo(
    number='NH/2026/0417"} </style>',
    authority="Labour Inspectorate of Nordhaven",
    made_utc="2026-11-21T10:00:00+00:00",
    made_local="2026-11-21T15:45:00+05:45",
    command="recruitcheck check offer offer.pdf --for inspector",
    handling="OFFICIAL",
    retain_until="2031-11-21",
    custody=(CustodyStep("2026-11-20T08:00:00Z", "Inspector 12", "Received the offer on paper"),),
)


def index_page() -> str:
    rows = [index_row(make(), f"{name}.html", place) for place, (name, make) in enumerate(examples.ALL.items(), 1)]
    return render_index(rows, title=examples.HOSTILE_NAME, as_of=examples.AS_OF)


def pages() -> dict[str, str]:
    made = {f"{name}-{to}": render_assessment(examples.ALL[name](), to, case=CASE) for name, to in EVERY}
    return made | {"index": index_page()}


@pytest.fixture(scope="module")
def every_page() -> dict[str, str]:
    return pages()


@pytest.fixture(scope="module")
def every_tree(every_page: dict[str, str]) -> dict[str, Page]:
    return {name: Page(source) for name, source in every_page.items()}


def test_the_same_assessment_gives_the_same_bytes(every_page: dict[str, str]) -> None:
    assert pages() == every_page


def test_the_golden_page_is_unchanged() -> None:
    """Changed on purpose? Write the page to the golden folder and read the difference."""
    made = render_assessment(examples.flagged_offer(), "employer")
    shown = re.sub(r"<style>.*?</style>", "<style></style>", made, flags=re.DOTALL)
    shown = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", shown)
    assert shown == (GOLDEN / "flagged-offer-employer.html").read_text(encoding="utf-8")


def test_every_page_is_well_formed(every_tree: dict[str, Page]) -> None:
    assert {
        name: (page.unbalanced, page.stack) for name, page in every_tree.items() if page.unbalanced or page.stack
    } == {}


def test_ids_are_unique_and_every_link_inside_a_page_arrives(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        assert len(page.ids) == len(set(page.ids)), name
        targets = {str(link["href"])[1:] for link in page.all("a") if str(link["href"]).startswith("#")}
        assert targets <= set(page.ids), name
        labels = {part for _, attributes in page.tags for part in str(attributes.get("aria-labelledby") or "").split()}
        assert labels <= set(page.ids), name


def test_the_policy_allows_these_very_styles_and_scripts_and_nothing_else(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        policy = str(next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv")))
        assert policy.startswith("default-src 'none'; style-src ")
        assert "unsafe" not in policy
        assert "http" not in policy
        for text in page.raw["style"] + page.raw["script"]:
            wanted = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{wanted}'" in policy, name
        assert len(page.raw["script"]) == (1 if name == "index" else 0)
        assert ("script-src" in policy) == (name == "index")


def test_nothing_is_styled_or_run_by_an_attribute(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        for tag, attributes in page.tags:
            assert not {key for key in attributes if key == "style" or key.startswith("on")}, (name, tag)
        assert not page.all("iframe") + page.all("object") + page.all("form") + page.all("img") + page.all("base")


def test_nothing_is_loaded_from_outside(every_tree: dict[str, Page]) -> None:
    for page in every_tree.values():
        assert not page.all("link")
        assert all(str(use["href"]).startswith("#i-") for use in page.all("use"))
        assert not [attributes for _, attributes in page.tags if "src" in attributes or "srcset" in attributes]
        assert all("url(" not in text and "@import" not in text for text in page.raw["style"])


def test_every_icon_used_is_on_the_page(every_tree: dict[str, Page]) -> None:
    for page in every_tree.values():
        assert {str(use["href"])[1:] for use in page.all("use")} <= set(page.ids)


def test_links_are_http_anchors_or_pages_of_the_batch(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        for link in page.all("a"):
            assert re.match(r"(https?://|#|[a-z0-9-]+\.html$)", str(link["href"])), (name, link)


def test_hostile_text_stays_text(every_page: dict[str, str]) -> None:
    for name, source in every_page.items():
        assert "<script>alert" not in source, name
        assert "<img src=x" not in source, name
        assert "javascript:" not in re.sub(r"<bdi>.*?</bdi>", "", source, flags=re.DOTALL), name
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", source), name
    hostile = every_page["hostile-employer"]
    assert "⟨U+202E⟩" in hostile
    assert "⟨U+001B⟩" in hostile
    assert "O&#39;Neil &amp; Söhne" in hostile


def test_a_running_case_number_cannot_leave_its_string(every_tree: dict[str, Page]) -> None:
    frame = every_tree["flagged-offer-inspector"].raw["style"][1]
    assert "@bottom-left" in frame
    assert "</" not in frame
    assert frame.count("{") == frame.count("}")
    assert frame.count('"') == 2 * frame.count("content:") + 2  # "Page " and " of " share one content


def test_landmarks_heading_and_language(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        assert page.all("html") == [{"lang": "en", "dir": "ltr"}], name
        assert len(page.all("h1")) == len(page.all("main")) == 1, name
        assert page.all("header"), name
        assert page.all("a")[0] == {"class": "skip", "href": "#main"}, name


def test_headings_never_skip_a_level(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_tables_have_captions_and_scopes(every_tree: dict[str, Page]) -> None:
    for name, page in every_tree.items():
        assert len(page.all("table")) == len(page.all("caption")), name
        assert all(head.get("scope") in ("col", "row", "rowgroup") for head in page.all("th")), name


def test_charts_have_title_and_description(every_tree: dict[str, Page]) -> None:
    page = every_tree["reviewed-agency-employer"]
    drawings = [svg for svg in page.all("svg") if svg.get("role") == "img"]
    assert drawings
    assert len(page.all("title")) == len(page.all("desc")) + 1
    assert "Licence, XA-0233" in page.words


def test_one_subject_stays_within_its_budget(every_page: dict[str, str]) -> None:
    sizes = {name: len(source.encode()) for name, source in every_page.items()}
    assert max(sizes.values()) <= ONE_SUBJECT, sizes


def test_an_index_of_a_thousand_subjects_stays_within_its_budget() -> None:
    rows = [index_row(make(), f"subject-{n:06d}.html", n) for n in range(167) for make in examples.ALL.values()]
    page = render_index(rows[:1000], title="Suppliers", as_of=examples.AS_OF)
    assert len(page.encode()) <= BATCH_OF_1000


def test_foreign_words_are_isolated(every_page: dict[str, str]) -> None:
    arabic = replace(examples.not_checked_agency(), subject=replace(examples.hostile().subject, name="وكالة الأمل"))
    assert "<h1><bdi>وكالة الأمل</bdi></h1>" in render_assessment(arabic, "employer")
    nepali = every_page["flagged-offer-employer"]
    assert '<blockquote lang="ne"><bdi><mark>कामदार' in nepali


def test_print_opens_everything_and_counts_pages() -> None:
    source = render_assessment(examples.flagged_offer(), "inspector", case=CASE)
    assert 'counter(page) " of " counter(pages)' in source
    assert "details::details-content" in source


def _ordered(words: str, *parts: str) -> bool:
    places = [words.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_order_of_a_report_is_kept(every_tree: dict[str, Page]) -> None:
    sections = [str(one["id"]) for one in every_tree["flagged-offer-compliance"].all("section")]
    assert sections == [
        "answer",
        "why",
        "registries",
        "not-checked",
        "findings",
        "grids",
        "money",
        "counter",
        "decisions",
        "citations",
        "method",
        "help",
        "actions",
    ]


def test_an_employer_reads_the_answer_before_any_figure(every_tree: dict[str, Page]) -> None:
    words = every_tree["flagged-offer-employer"].words
    assert _ordered(
        words, "Passport kept by the employer. Worker charged", "May I proceed?", "Not yet.", "Registry status"
    )
    assert _ordered(words, "Decision record", "Signature", "What to do next")


@pytest.mark.parametrize("name", sorted(examples.ALL))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_report_calls_anybody_safe_or_guilty(name: str, audience: Audience, every_tree: dict[str, Page]) -> None:
    words = every_tree[f"{name}-{audience}"].words.lower()
    assert not re.search(r"\b(safe|guilty|illegal agency|trafficker|phoenix|impostor)\b", words)
    assert "no worker was interviewed" in words


def test_a_clear_agency_is_told_that_a_licence_is_no_assurance(every_tree: dict[str, Page]) -> None:
    words = every_tree["clear-agency-employer"].words
    assert "Nothing was flagged in the sources that were checked." in words
    assert "That is no assurance of good practice" in words


def test_what_was_not_checked_is_never_clear(every_tree: dict[str, Page]) -> None:
    words = every_tree["not-checked-agency-employer"].words
    assert "could not be fully checked" in words
    assert "Nothing was flagged in the sources" not in words
    assert "No copy of this list was imported." in words


def test_a_name_alone_asks_for_a_person(every_tree: dict[str, Page]) -> None:
    words = every_tree["reviewed-agency-employer"].words
    assert "A person must decide first: a licensed agency has a similar name" in words
    assert "Not yet: a person must decide first." in words


def test_a_search_shows_where_when_and_the_nearest_names(every_tree: dict[str, Page]) -> None:
    words = every_tree["unlisted-agency-employer"].words
    assert "Silver Crown Overseas (P) Ltd" in words
    assert "71.4" in words
    assert "Not found in Register of licensed agencies of Nordhaven as of the copy published 1 November 2026" in words


def test_a_permission_to_employ_is_not_called_a_licence(every_tree: dict[str, Page]) -> None:
    assert "Permission to employ, not a recruitment licence" in every_tree["reviewed-agency-employer"].words


def test_a_workers_name_is_masked_wherever_it_stands(every_page: dict[str, str]) -> None:
    for audience in AUDIENCES:
        source = every_page[f"flagged-offer-{audience}"]
        assert "Ramesh" not in source
        assert "P1234567" not in source
        assert "\u2588" * 17 in source


def test_masking_leaves_the_assessment_as_it_was() -> None:
    offer = examples.flagged_offer()
    render_assessment(offer, "employer")
    assert offer == examples.flagged_offer()


def test_no_complainant_and_no_input_column_is_printed(every_page: dict[str, str]) -> None:
    assert all("Never Printed" not in source for source in every_page.values())


def test_fictional_data_says_so_on_screen_and_on_every_sheet(every_page: dict[str, str]) -> None:
    shown = every_page["flagged-offer-employer"]
    assert "Fictional demonstration data: no real agency" in shown
    assert "@top-center" in shown
    assert "Fictional" not in every_page["not-checked-agency-employer"]


def test_an_inspector_gets_the_case_and_what_is_missing_is_not_invented(every_tree: dict[str, Page]) -> None:
    words = every_tree["flagged-offer-inspector"].words
    for part in (
        "Labour Inspectorate of Nordhaven",
        "15:45:00+05:45",
        "Retain until 21 November 2031",
        "Received the offer",
    ):
        assert part in words
    assert "Officer not given" in words
    assert examples.DEMO_LICENCES.sha256 in words
    assert "Alternative explanations to be tested" in words


def test_origin_and_destination_limits_stand_apart(every_tree: dict[str, Page]) -> None:
    words = every_tree["flagged-offer-employer"].words
    assert _ordered(
        words, "XA (origin)", "Above the limit found", "XB (destination)", "No fee allowed by the limit found"
    )


def test_threats_put_safety_first(every_tree: dict[str, Page]) -> None:
    words = every_tree["flagged-offer-employer"].words
    assert _ordered(words, "First, people’s safety.", "May I proceed?")
    assert "First, people’s safety." not in every_tree["unlisted-agency-employer"].words


def test_remedies_never_begin_by_ending_the_relation(every_tree: dict[str, Page]) -> None:
    for page in every_tree.values():
        assert not re.search(r"(?i)\bterminate\b", page.words)


def test_decision_waiver_and_reply_stand_beside_the_finding(every_tree: dict[str, Page]) -> None:
    words = every_tree["reviewed-agency-employer"].words
    assert words.count("No number given") == 2
    assert words.count("Awaiting the authority") == 2


def test_a_failed_check_is_not_an_answer() -> None:
    failed: Assessment = replace(examples.not_checked_agency(), outcome=Outcome.ERROR, not_checked=())
    words = Page(render_assessment(failed, "employer")).words
    assert "The check did not finish" in words
    assert "Not on this report alone." in words


def test_a_low_finding_allows_to_proceed_on_conditions() -> None:
    offer = examples.flagged_offer()
    low = replace(offer, findings=tuple(f for f in offer.findings if f.severity is Severity.LOW))
    assert "Only on conditions." in Page(render_assessment(low, "employer")).words


def test_an_unknown_reader_is_refused() -> None:
    with pytest.raises(UsageError, match="employer, compliance, inspector"):
        render_assessment(examples.clear_agency(), "worker")  # type: ignore[arg-type]


def test_links_between_pages_do_not_climb_out_of_the_batch() -> None:
    page = Page(
        render_assessment(examples.clear_agency(), "employer", links=PageLinks("index.html", "../../x", "//evil"))
    )
    assert [link["href"] for link in page.all("a")][1:4] == ["#", "index.html", "#"]


def test_the_index_links_every_subject_and_counts_outcomes(every_tree: dict[str, Page]) -> None:
    page = every_tree["index"]
    hrefs = [link["href"] for link in page.all("a") if str(link["href"]).endswith(".html")]
    assert hrefs == [f"{name}.html" for name in examples.ALL]
    assert "Flagged 3" in page.words


def test_an_empty_batch_has_an_index() -> None:
    assert "No subject." in Page(render_index([], title="None", as_of=date(2026, 11, 21))).words
