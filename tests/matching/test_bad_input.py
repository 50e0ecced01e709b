"""Bad input gets an honest verdict: nothing, a question, or a match that a person would make too."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.matching.bands import verdict_of
from recruitcheck.matching.bulk.search import BulkSearch
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.search import NameSearch
from tests.bounds import Bounded
from tests.matching.test_index import indexed

LISTED = (
    "Acorn Overseas Ltd",
    "Overseas Manpower Services",
    "Hazel 42 Staffing",
    "Café Linden Jobs",
    "B Overseas",
    "金龍僱傭中心",
)


DEFECTS = [
    ("empty", "", ""),
    ("blanks", " \t\n", ""),
    ("one letter", "x", ""),
    ("one letter that is a name", "B", "review"),
    ("only legal forms", "Co. (Pvt.) Ltd", ""),
    ("only market words", "Manpower Services", "review"),
    ("only market words, none listed alone", "Recruitment Agency", ""),
    ("only digits", "42", "no"),
    ("digits of no name", "123456789", ""),
    ("emojis", "😀🎉", ""),
    ("emojis in a name", "Acorn 🎉 Overseas", "match"),
    ("two scripts are two names", "Acorn 金龍", "match"),
    ("homoglyphs", "Аcоrn Оvеrsеаs", "match"),
    ("zero-width marks", "Ac\u200bo\u2060rn Over\ufeffseas", "match"),
    ("bidirectional marks", "\u202eAcorn\u202c \u2066Overseas\u2069", "match"),
    ("decomposed accents", "Cafe\u0301 Linden Jobs", "match"),
    ("fullwidth letters", "Ａｃｏｒｎ Ｏｖｅｒｓｅａｓ", "match"),
    ("lone surrogate", "Acorn \ud800Overseas", "match"),
    ("sixty of a name", "Acorn Overseas " * 60, "no"),
    ("10 kB of a letter", "a" * 10_000, ""),
    ("10 kB of words", "zeppelin " * 1_100, ""),
    ("homophone in other characters", "錦隆僱傭中心", "review"),
]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> NameSearch:
    return NameSearch(NameIndex.build(tmp_path_factory.mktemp("index") / "made.names", indexed(*LISTED)))


@pytest.mark.parametrize(("defect", "asked", "verdict"), DEFECTS)
def test_the_verdict_is_honest(search: NameSearch, defect: str, asked: str, verdict: str, bounded: Bounded) -> None:
    with bounded(2):
        hits = search.best(asked, 5)
    found = verdict_of(hits[0].score) if hits else ""
    assert found == verdict, (defect, [(hit.matched.text, hit.score) for hit in hits])


def test_the_verdicts_are_the_same_in_a_long_list(search: NameSearch, bounded: Bounded) -> None:
    queries = [(asked, "") for _, asked, _ in DEFECTS] * 2
    with bounded(4):
        answers = list(BulkSearch(search).best(queries, 5))
    told = [verdict_of(hits[0].score) if hits else "" for hits in answers]
    assert told == [verdict for _, _, verdict in DEFECTS] * 2


def test_a_reading_of_another_script_is_no_match_by_itself(tmp_path: Path) -> None:
    """One sound is written with many characters, so that Latin letters never tell which ones were meant."""
    search = NameSearch(NameIndex.build(tmp_path / "a.names", indexed("永泰僱傭中心")))
    (hit,) = search.best("Wing Tai Employment Centre", 1)
    assert verdict_of(hit.score) == "review"
