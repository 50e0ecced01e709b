"""The scan: exact quotes, guards that explain themselves, stance, hostile texts in bounded time."""

from __future__ import annotations

import time

import pytest

from recruitcheck.model import DocumentKind, Particulars, Stance
from recruitcheck.redflags import ScanResult, load_rules, scan
from recruitcheck.redflags.rulebook.examples import scan_text
from recruitcheck.redflags.words.folding import fold
from tests.bounds import Bounded

RULES = load_rules()


def _scan(text: str, kind: DocumentKind = DocumentKind.OTHER) -> ScanResult:
    return scan_text(text, "en", RULES, kind)


def _families(result: ScanResult) -> set[str]:
    return {hit.practice.partition(".")[0] for hit in result.hits}


def test_offsets_point_at_the_words_in_the_original() -> None:
    text = "Çok iyi iş.\r\n🙂 The ｃｏｍｐａｎｙ keeps your pass\u200bport until the contract ends."
    result = _scan(text)
    assert [text[hit.quote.start : hit.quote.end] for hit in result.hits] == [
        "🙂 The ｃｏｍｐａｎｙ keeps your pass\u200bport until the contract ends."
    ]
    assert text[result.hits[0].start : result.hits[0].end].startswith("ｃｏｍｐａｎｙ keeps")


@pytest.mark.parametrize(
    "text",
    [
        "The company keeps your p\u200bassp\u00adort until the end.",
        "The company keeps your pаsspоrt until the end.",  # Cyrillic а and о
        "The company keeps your p a s s p o r t until the end.",
        "The company keeps your p.a.s.s.p.o.r.t until the end.",
        "THE COMPANY KEEPS YOUR PASSPORT UNTIL THE END.",
        "The company keeps your 𝐩𝐚𝐬𝐬𝐩𝐨𝐫𝐭 until the end.",
        "The company keeps your pa\u0301ssport until the end.",
    ],
)
def test_disguised_words_are_read(text: str) -> None:
    result = _scan(text)
    assert _families(result) == {"document_retention"}
    assert all(text[hit.quote.start : hit.quote.end] in text for hit in result.hits)


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("No placement fee of 500 USD is taken.", "negation"),
        ("Placement fee of 500 USD is paid by the employer.", "employer_pays"),
        ("It is illegal for an agency to take a placement fee of 500 USD.", "prohibition"),
        ("Beware of agents who ask for a placement fee of 500 USD.", "warning"),
        ("The company keeps the passport for stamping and gives it back within 3 days.", "lawful_look_alike"),
    ],
)
def test_a_guard_names_itself_and_its_words(text: str, guard: str) -> None:
    result = _scan(text)
    assert not result.hits
    near = (*result.stopped, *result.mentions)
    assert guard in {hit.stopped_by for hit in near}
    assert any(f"guard {guard}" in line for hit in near for line in hit.why)


@pytest.mark.parametrize(
    ("lang", "text", "flagged"),
    [
        ("en", "Agency fee payable by the worker, security deposit, bond: none.", set()),
        ("hi", "फीस देनी होगी, डिपॉजिट, बॉन्ड नहीं लिया जाएगा।", set()),
        ("en", "Agent fee 500 USD, deposit 200, food free.", {"worker-pays-recruitment-fee", "deposit-required"}),
        ("en", "Agency fee payable by the worker, food free, experience none.", {"worker-pays-recruitment-fee"}),
    ],
)
def test_a_refusal_speaks_of_the_list_before_it_but_not_of_prices(lang: str, text: str, flagged: set[str]) -> None:
    assert {hit.rule_id for hit in scan_text(text, lang, RULES).hits} == flagged


def test_a_negating_heading_governs_the_list_below_it() -> None:
    items = "\n".join(["- passport fee 100 USD", "- placement fee 900 USD", "- medical test fee 50 USD"])
    assert not _scan(f"We never charge candidates:\n{items}").hits
    assert _scan(f"Charges to be paid by the candidate:\n{items}").hits


def test_a_denied_right_is_a_flag() -> None:
    assert _families(_scan("The worker has no right to keep his passport.")) == {"document_retention"}


def test_a_fee_schedule_that_ends_with_a_warning_is_still_flagged() -> None:
    text = (
        "Hiring welders for Doha, salary 1,500 QAR. Processing fee 2,000 USD payable by the candidate before the "
        "visa. Contact our office. Beware of fraud, pay only at our counter."
    )
    result = _scan(text, DocumentKind.ADVERT)
    assert "fee_charging" in _families(result)


def test_a_warning_text_only_mentions() -> None:
    text = (
        "Beware of job scams. Criminals promise work abroad. They take a visa processing fee of 900 USD. "
        "They keep your passport until you pay."
    )
    result = _scan(text)
    assert not result.hits
    assert {hit.practice.partition(".")[0] for hit in result.mentions} >= {"fee_charging"}
    assert result.stance is Stance.MENTIONS
    assert result.stance_why


def test_what_happened_to_someone_is_attested() -> None:
    result = _scan("My boss took my passport. I was not paid for eight months. My agent said I owe him.")
    assert result.stance is Stance.ATTESTED
    assert {"document_retention", "withheld_wages"} <= _families(result)


def test_words_against_a_practice_stand_beside_its_hit() -> None:
    text = "No placement fee is taken from candidates.\n\nAnnex: placement fee 800 USD, payable by the candidate."
    result = _scan(text)
    hit = next(hit for hit in result.hits if hit.rule_id == "worker-pays-recruitment-fee")
    assert [text[span.start : span.end] for span in hit.counter] == ["No placement fee is taken from candidates."]


def test_a_language_without_rules_is_not_judged() -> None:
    result = scan_text("Bez passporta nikuda", "xx", RULES)
    assert result.unread_languages == ("xx",)
    assert set(result.not_judged) == {rule.id for rule in RULES.rules}


def test_text_of_no_known_language_is_not_judged_either() -> None:
    from dataclasses import replace

    from recruitcheck.documents import document_from_text
    from recruitcheck.model import DocumentOrigin

    document = document_from_text("zzz qqq", id="d1", path=None, kind=None, origin=DocumentOrigin.UNKNOWN)
    result = scan(replace(document, languages=()), Particulars(), RULES)
    assert result.unread_languages == ("und",)


def test_an_empty_text_finds_nothing_and_leaves_nothing_unjudged() -> None:
    result = _scan("")
    assert not result.hits
    assert not result.not_judged


def test_the_same_text_gives_the_same_result() -> None:
    text = "Pay a processing fee of 300 USD. Passports are kept by the company. No day off."
    assert _scan(text) == _scan(text)


@pytest.mark.parametrize(
    "text",
    [
        "fee " * 5_000,
        "you must pay the " * 2_000,
        "passport kept by the company, " * 1_500,
        "a;" * 10_000,
        ":" * 10_000,
        "(" * 10_000,
        "- " * 10_000,
        "p a s s p o r t " * 1_500,
        "no no no never not " * 3_000,
        "аa" * 10_000,
        "\u200b" * 20_000,
        "\ud800\udfff \ud83d passport" * 1_000,
        "if you leave we police " * 1_500,
        "1. 2. 3. " * 3_000,
        "\n" * 20_000,
        "x" * 50_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_end_soon(text: str, bounded: Bounded) -> None:
    from recruitcheck.redflags.rulebook.examples import bare_document

    document = bare_document(text, "en", DocumentKind.OTHER)
    with bounded(1):
        result = scan(document, Particulars(), RULES)
    for hit in (*result.hits, *result.mentions, *result.stopped):
        assert 0 <= hit.quote.start <= hit.start < hit.end <= len(text)
        assert hit.quote.end - hit.quote.start <= 240


@pytest.mark.slow
def test_large_texts_take_time_in_proportion() -> None:
    from recruitcheck.redflags.rulebook.examples import bare_document

    sentence = "The employer gives eight hours of work a day and the worker keeps his passport, all costs are paid. "
    times = []
    for size in (100_000, 400_000):
        document = bare_document(sentence * (size // len(sentence)), "en", DocumentKind.OTHER)
        begun = time.process_time()
        scan(document, Particulars(), RULES)
        times.append(time.process_time() - begun)
    assert times[1] < times[0] * 8


@pytest.mark.slow
def test_one_line_as_long_as_is_read_is_read_to_its_end() -> None:
    from recruitcheck.redflags.rulebook.examples import bare_document

    document = bare_document(
        "wordwordwordwordwordword " * 155_000 + "passport kept by the company", "en", DocumentKind.OTHER
    )
    assert _families(scan(document, Particulars(), RULES)) == {"document_retention"}


def test_folding_maps_every_character_back() -> None:
    text = "ＡＢ\u200bc ß ½ ｶﾞ é e\u0301 p a s s p o r t ١٢٣"
    folded = fold(text)
    for index in range(len(folded.text)):
        assert 0 <= folded.start(index) < folded.end(index + 1) <= len(text)
    assert "passport" in folded.text
    assert "123" in folded.text
