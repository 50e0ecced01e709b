"""Ages asked of workers, in many languages; figures that are no ages stay figures."""

from __future__ import annotations

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.model import Age, DocumentKind, DocumentOrigin, FactKind
from recruitcheck.particulars import extract
from tests.bounds import Bounded

ASKED = [
    ("Age 18-35", "18-35", 18, 35),
    ("ladies aged 18-30 only", "18-30", 18, 30),
    ("21 years old and above", "21", 21, None),
    ("age limit is 45", "45", None, 45),
    ("minimum age: 24", "24", 24, None),
    ("umur maksimal 35 tahun", "35", None, 35),
    ("usia 18 - 35 tahun", "18 - 35", 18, 35),
    ("mujeres de 18 a 35 años", "18 a 35", 18, 35),
    ("Âge : 21 à 45 ans", "21 à 45", 21, 45),
    ("женщины от 18 до 35 лет", "18 до 35", 18, 35),
    ("kobiety 18-40 lat", "18-40", 18, 40),
    ("รับสมัครแม่บ้านอายุไม่เกิน 45 ปี", "45", None, 45),
    ("年龄18-45岁", "18-45", 18, 45),
    ("20歳以上", "20", 20, None),
    ("nữ 18-40 tuổi", "18-40", 18, 40),
    ("العمر من ٢١ إلى ٤٥ سنة", "٢١ إلى ٤٥", 21, 45),
    ("उम्र 18 से 35 वर्ष", "18 से 35", 18, 35),
    ("বয়স ১৮-৩৫", "১৮-৩৫", 18, 35),
    ("வயது 18-40", "18-40", 18, 40),
    ("umri miaka 21-35", "21-35", 21, 35),
    ("ዕድሜ 21-40", "21-40", 21, 40),
    ("만 19세 이상", "19", 19, None),
]  # fmt: skip

NONE = [
    "wage 25 per hour", "average 20 hours", "contract 24 months", "12-14 hours a day", "pay by 18 May", "shift 12-16",
    "at least 15 years of experience", "опыт работы от 15 лет", "established 20 years ago", "$25 age unknown",
    "age 18%", "passage 18-35", "Age: 250",
]  # fmt: skip


def _ages(text: str) -> list[tuple[str, Age]]:
    document = document_from_text(text, id="d1", path=None, kind=DocumentKind.ADVERT, origin=DocumentOrigin.PUBLIC)
    found = extract(document).of(FactKind.AGE)
    assert all(document.text[fact.start : fact.end] == fact.text for fact in found)
    return [(fact.text, fact.value) for fact in found if isinstance(fact.value, Age)]


@pytest.mark.parametrize(("text", "words", "least", "most"), ASKED, ids=[row[0] for row in ASKED])
def test_an_age_is_read_with_its_bounds(text: str, words: str, least: int | None, most: int | None) -> None:
    assert _ages(text) == [(words, Age(least, most))]


@pytest.mark.parametrize("text", NONE)
def test_a_figure_without_a_word_of_age_is_no_age(text: str) -> None:
    assert _ages(text) == []


def test_a_hundred_thousand_ages_are_bounded_and_said_to_be_unread(bounded: Bounded) -> None:
    text = "age 18-35 " * 30_000
    document = document_from_text(text, id="d1", path=None, kind=DocumentKind.ADVERT, origin=DocumentOrigin.PUBLIC)
    with bounded(3):
        particulars = extract(document)
        assert len(particulars.of(FactKind.AGE)) == 10_000
        assert "ages" in particulars.incomplete
