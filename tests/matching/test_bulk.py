"""Many queries at once get what each would get alone: the same entries, scores and reasons."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from recruitcheck.matching.bulk.arrays import rounded
from recruitcheck.matching.bulk.comparison import BulkComparison
from recruitcheck.matching.bulk.search import BulkSearch
from recruitcheck.matching.bulk.stands import BulkStands
from recruitcheck.matching.bulk.words import BulkWords
from recruitcheck.matching.comparison import compare_sides
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName
from recruitcheck.matching.search import NameSearch
from recruitcheck.matching.stands import Stands
from recruitcheck.matching.token import likeness
from recruitcheck.model import Name, NameKind
from recruitcheck.names import parse_name
from tests.bounds import Bounded
from tests.soak import rounds

TELLING = (
    "acorn", "hazel", "linden", "rowan", "noor", "nur", "nuur", "husain", "hosein", "hussein", "karim", "kareem",
    "greenland", "green", "land", "golden", "sun", "goldensun", "sunrise", "rahman", "rehman", "oakland", "oaklend",
    "erpac", "erp", "uk", "bricklane", "brick", "lane", "boss", "boos", "cooley", "colley", "harris", "haris",
    "hariss", "mann", "man", "copper", "cooper", "zeppelin", "zepelin", "al", "star", "starr", "stars", "ab", "b2b",
    "1a", "x", "j", "p", "jp", "abc", "acme", "acmes", "phoenix", "fenix",
)  # fmt: skip
COMMON = (
    "overseas", "manpower", "international", "recruiting", "agency", "services", "travels", "travel", "gulf", "dubai",
    "the", "and", "of",
)  # fmt: skip
FORMS = ("Ltd", "LLC", "(Pvt.) Ltd", "Co. W.L.L.", "Sdn Bhd", "", "", "")
ODD = (
    "", " ", "Ltd", "Overseas Manpower", "42", "😀", "Acorn 金龍", "金龍僱傭中心", "مكتب النور", "Аcоrn Оvеrsеаs",
    "Café Linden Jobs", "Acorn \ud800Overseas", "a" * 3_000, "noor " * 400, "A B C", "A.B.C. Manpower",
    "M/s. Acorn (RL-12)", "Acorn T/A Hazel Travels", "Acorn 2", "Acorn II", "Acorn No. 3", "acorn acorn", "GSO",
    "rowanlinden", "rowan linden hazel",
)  # fmt: skip


def made(count: int, seed: int) -> list[str]:
    dice = random.Random(seed)  # noqa: S311 - made-up names, no secret
    return [
        " ".join(
            [
                *dice.choices(TELLING, k=dice.choice((1, 1, 2, 2, 3, 6))),
                *dice.choices(COMMON, k=dice.choice((0, 1, 1, 2))),
                *dice.choices(("2", "3", "II"), k=int(dice.random() < 0.1)),
                dice.choice(FORMS),
            ]
        )
        for _ in range(count)
    ]


def listed() -> list[IndexName]:
    names = [*made(700, 1), *ODD]
    kinds = [NameKind.ABBREVIATION if number % 40 == 0 else NameKind.REGISTERED for number in range(len(names))]
    return [
        IndexName(
            IndexedEntry(f"made:{number}", str(number), name, ("BD", "NP", "")[number % 3]),
            Name(name, kinds[number]),
            "2020-01-01",
            "2024-01-01" if number % 5 == 0 else "",
        )
        for number, name in enumerate(names)
    ]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    found = NameIndex.build(tmp_path_factory.mktemp("bulk") / "made.names", listed())
    found.load_words()
    return found


def asked() -> list[tuple[str, str]]:
    dice = random.Random(3)  # noqa: S311 - made-up names, no secret
    found = []
    for name in made(120, 2):
        letters = list(name)
        if dice.random() < 0.5:
            at = dice.randrange(len(letters))
            letters[at : at + 1] = dice.choice(("", "x", letters[at] * 2, " "))
        found.append(("".join(letters), dice.choice(("", "BD", "NP"))))
    return found + [(name, "") for name in ODD]


@pytest.mark.parametrize(("top", "as_of"), [(1, None), (5, "2025-06-01"), (30, None)])
def test_a_block_gets_the_answers_of_single_queries(index: NameIndex, top: int, as_of: str | None) -> None:
    queries = asked()
    together = list(BulkSearch(NameSearch(index, as_of=as_of)).best(queries, top))
    alone = NameSearch(index, as_of=as_of)
    assert len(together) == len(queries)
    for (name, country), hits in zip(queries, together, strict=True):
        expected = [hit.answer(explained=True) for hit in alone.best(name, top, country=country)]
        assert [hit.answer(explained=True) for hit in hits] == expected, name


def test_pairs_that_are_not_left_to_single_comparison_get_its_score(index: NameIndex) -> None:
    bulk = BulkComparison(index, BulkWords(index))
    sides = [bulk.asked(name, parse_name(name)) for name, _ in asked()[:25]]
    names = np.arange(len(index))
    told = 0
    for place, side in enumerate(sides):
        scores = bulk.paired(sides, np.full(len(names), place), names).scores()
        for number, score in enumerate(scores):
            if score >= 0:
                assert score == compare_sides(side.side, index.side(number)).score, (side.text, index.name(number))
                told += 1
    assert told > len(index) * len(sides) / 2


def test_words_are_as_alike_together_as_alone(index: NameIndex) -> None:
    words = BulkWords(index)
    every = [*TELLING, *COMMON, "overseass", "agencies", "servicess", "y", "ies", "goldensunn", "sunnrise", "o", "noo"]
    every += ["jesus", "jasos", "paektu", "baekdu", "waliyoollaah", "valiullah", "mohiyooddeen", "muhiuddin"]
    pairs = [(mine, yours) for mine in every for yours in every]
    numbers = [np.array([words.number(word) for word in side], np.int64) for side in zip(*pairs, strict=True)]
    assert words.likeness(*numbers).tolist() == [likeness(*pair) for pair in pairs]


@pytest.mark.parametrize("wide", [False, True])
def test_words_stand_for_the_same_together_as_alone(index: NameIndex, wide: bool) -> None:
    asked_words = [word for name, _ in asked() for word in parse_name(name).words]
    together, alone = Stands(index), Stands(index)
    bulk = BulkStands(index, BulkWords(index), together)
    bulk.fill(asked_words)
    bulk.fill_wide(asked_words)
    for word in asked_words:
        stands = [(one.wide if wide else one.plain)[word] for one in (together, alone)]
        assert stands[0] == stands[1], word


@pytest.mark.parametrize("names", [(), ("Ltd",), ("A",), ("金龍",)])
def test_an_index_of_hardly_anything_is_asked_too(tmp_path: Path, names: Sequence[str]) -> None:
    entries = [IndexName(IndexedEntry(f"made:{name}", name, name), Name(name)) for name in names]
    search = NameSearch(NameIndex.build(tmp_path / "a.names", entries))
    queries = [(name, "") for name in ("Acorn", "Ltd", "A", "金龍", "")]
    expected = [[hit.entry for hit in search.best(name, 3)] for name, _ in queries]
    assert [[hit.entry for hit in hits] for hits in BulkSearch(search).best(queries, 3)] == expected


def test_many_queries_for_many_equal_names_stay_bounded(tmp_path: Path, bounded: Bounded) -> None:
    equal = Name("Global Overseas")
    entries = (
        IndexName(IndexedEntry(f"made:{at}", str(at), equal.text), equal) for at in range(rounds(3_000, 1_000_000))
    )
    alone = NameSearch(NameIndex.build(tmp_path / "a.names", entries))
    with bounded(2):
        answers = list(BulkSearch(alone).best([(equal.text, ""), ("Globl", "")] * 150, 5))
    assert {tuple(hit.score for hit in hits) for hits in answers[::2]} == {(100.0,) * 5}
    for hits, name in zip(answers[:2], (equal.text, "Globl"), strict=True):
        assert [hit.entry for hit in hits] == [hit.entry for hit in alone.best(name, 5)]


def test_scores_are_rounded_as_single_ones_are() -> None:
    values = np.array([at / 1000 + more for at in range(0, 99_000, 50) for more in (0.0, 1e-14, -1e-14)])
    assert rounded(values).tolist() == [round(value, 1) for value in values.tolist()]
