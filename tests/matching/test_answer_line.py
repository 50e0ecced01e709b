"""An answer written as a line is what JSON makes of it."""

from __future__ import annotations

import json

import pytest

from recruitcheck.intake.name_queries import tell_country
from recruitcheck.matching.answer_line import answer_line
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName
from recruitcheck.matching.search import NameSearch
from recruitcheck.model import Name

NAMES = (
    "Acorn Overseas Ltd",
    'Acorn "Gulf" \\ Manpower',
    "Acorn \u2028 <Café>",
    "Acorn\x01\t Travels",
    "Acorn \ud800",
    "金龍",
)
COUNTRIES = ("BD", "NP", "")


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> NameSearch:
    names = [
        IndexName(IndexedEntry(f"made:{at}", f'"{at}"', f"{name} (own)", COUNTRIES[at % 3]), Name(name))
        for at, name in enumerate(NAMES)
    ]
    return NameSearch(NameIndex.build(tmp_path_factory.mktemp("line") / "a.names", names))


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("asked", [*NAMES, "nothing like it", ""])
def test_a_line_says_what_json_makes_of_the_answer(search: NameSearch, asked: str, country: str) -> None:
    hits = search.best(asked, 5, country=country)
    candidates = [hit.answer(explained=False) for hit in hits]
    for one in candidates:
        tell_country(country, one)
    expected = {"query_id": "Q\n1", "query": asked, "candidates": candidates}
    line = answer_line("Q\n1", asked, country, hits)
    assert line == json.dumps(expected, ensure_ascii=False)
