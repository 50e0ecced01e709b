"""Kinds of visa and countries that a text names, in the scripts of the field; look-alikes stay words."""

from __future__ import annotations

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.model import DocumentKind, DocumentOrigin, FactKind
from recruitcheck.particulars import extract
from recruitcheck.particulars.letter import dotted
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.place import find_places
from recruitcheck.particulars.view import View
from recruitcheck.particulars.visa import find_visas
from tests.bounds import Bounded

VISAS = [
    ("You go on a tourist visa first.", "tourist visa", "tourist"),
    ("WORK PERMIT within 30 days", "WORK PERMIT", "work"),
    ("Azad visa for Qatar", "Azad visa", "free"),
    ("se viaja con visa de turista", "visa de turista", "tourist"),
    ("visto de trabalho incluído", "visto de trabalho", "work"),
    ("wjazd na wizę turystyczną", "wizę turystyczną", "tourist"),
    ("едете по туристической визе", "туристической визе", "tourist"),
    ("تسافر بتأشيرة زيارة".replace("بت", "ب ت"), "تأشيرة زيارة", "tourist"),
    ("पहले विजिट वीज़ा पर जाओ", "विजिट वीज़ा", "tourist"),
    ("প্রথমে ভিজিট ভিসায় যাবেন", "ভিজিট ভিসায়", "tourist"),
    ("đi visa du lịch rồi đổi", "visa du lịch", "tourist"),
    ("เข้าไปด้วยวีซ่าท่องเที่ยวก่อน", "วีซ่าท่องเที่ยว", "tourist"),
    ("先用旅游签进去", "旅游签", "tourist"),
    ("취업비자 발급", "취업비자", "work"),
]
PLACES = [
    ("Drivers for Qatar and the UAE", ["QA", "AE"]),
    ("Housemaids: Saudi Arabia, KSA", ["SA", "SA"]),
    ("praca w Katarze lub Norwegii", ["QA", "NO"]),
    ("Работа в Польше", ["PL"]),
    ("العمل في قطر", ["QA"]),
    ("कतर में काम", ["QA"]),
    ("去迪拜工作", ["AE"]),
    ("ทำงานที่เกาหลีใต้", ["KR"]),
    ("trabajo en España", ["ES"]),
]
NO_PLACES = [
    "roast turkey and jordan shoes", "Mr Jordan Chad", "uae is not written so", "মালিক টাকা রেখে দেয়", "जापानी कंपनी",
    "in omani rials", "Qatari sponsor", "Indiana Jones",
]  # fmt: skip


def _facts(text: str, kind: FactKind) -> list[tuple[str, object]]:
    document = document_from_text(text, id="d1", path=None, kind=DocumentKind.ADVERT, origin=DocumentOrigin.PUBLIC)
    found = extract(document).of(kind)
    assert all(document.text[fact.start : fact.end] == fact.text for fact in found)
    return [(fact.text, fact.value) for fact in found]


@pytest.mark.parametrize(("text", "words", "kind"), VISAS)
def test_the_kind_of_a_visa_is_read(text: str, words: str, kind: str) -> None:
    assert _facts(text, FactKind.VISA) == [(words, kind)]


@pytest.mark.parametrize(
    "text", ["Visa, food and lodging free.", "Visa card accepted", "free visa free ticket", "विसा"]
)
def test_a_bare_visa_is_of_no_kind(text: str) -> None:
    assert _facts(text, FactKind.VISA) == []


@pytest.mark.parametrize(("text", "codes"), PLACES)
def test_a_country_is_known_by_its_names(text: str, codes: list[str]) -> None:
    assert [code for _, code in _facts(text, FactKind.PLACE)] == codes


@pytest.mark.parametrize("text", NO_PLACES)
def test_everyday_words_persons_and_peoples_are_no_place(text: str) -> None:
    assert _facts(text, FactKind.PLACE) == []


def test_a_dot_below_may_be_a_sign_a_part_of_its_letter_or_left_out() -> None:
    assert set(dotted("क़तर")) == {"क\u093cतर", "\u0958तर", "कतर"}
    assert dotted("Qatar") == ("Qatar",)


@pytest.mark.parametrize("text", ["Qatar " * 9_000, "ق" * 60_000, "الا" * 20_000, "visa de " * 9_000, "นน" * 30_000])
def test_hostile_repetition_takes_bounded_time(text: str, bounded: Bounded) -> None:
    with bounded(seconds=4):
        view, limit = View.of(text, ("ar", "th")), Limit()
        assert len(find_places(view, limit)) <= 9_000
        assert len(find_visas(view, limit)) <= 9_000
