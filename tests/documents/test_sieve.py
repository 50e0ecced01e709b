"""Signs of a document's kind found by plain search: never another answer than the whole pattern's."""

from __future__ import annotations

import pytest
import regex

from recruitcheck.documents.kind import _SIGNS
from recruitcheck.documents.sieve import Sign, Signs, branches

PATTERNS = [
    pattern
    for signs in _SIGNS.values()
    for sign, _ in signs
    for pattern in ((sign,) if isinstance(sign, str) else sign)
]
TEXTS = [
    "employment contract between the parties; the employee shall work. signed ______",
    "dear candidate, we are pleased to offer you employment. your salary is 900. yours sincerely",
    "urgently required: welders. send cv. walk in interview on friday. experience 2 years",
    "hello brother pls whatsapp me they took my passport",
    "se busca niñera; wir suchen köche (m/w/d); требуются швеи; 招聘厨师",
    "1. wages\n2) hours\nclause 3. notice period and termination",
    "all u can earn 🎉 ok? experienced_skills, unwanted; dear x1; hiss",
    "",
]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("abc|de", {"abc", "de"}),
        (r"\bjob (?:title|opening)\b", {r"\bjob title\b", r"\bjob opening\b"}),
        (r"labou?r", {"labour", "labor"}),
        (r"[ab]c*", {"ac*", "bc*"}),
        (r"wanted|\d+", {"wanted", r"\d+"}),
        (r"(?:free )?visa", {"free visa", "visa"}),
        (r"(?:ab|c)+d", {"(?:ab|c)+d"}),
        (r"\(m/w\)", {r"\(m/w\)"}),
    ],
)
def test_a_pattern_is_cut_into_its_branches(pattern: str, found: set[str]) -> None:
    assert {"".join(branch) for branch in branches(pattern)} == found


@pytest.mark.parametrize("text", TEXTS)
def test_a_sign_stands_where_its_pattern_matches(text: str) -> None:
    for pattern in PATTERNS:
        assert Sign([pattern]).stands_in(text) == (regex.search(pattern, text) is not None), pattern


@pytest.mark.parametrize("text", TEXTS)
def test_many_signs_at_once_are_each_found_where_it_stands(text: str) -> None:
    signs = [Sign([pattern]) for pattern in PATTERNS]
    together = Signs(signs)
    expected = {place for place, sign in enumerate(signs) if sign.stands_in(text)}
    assert together.standing_in(text) == expected
    assert together.standing_in(text) == expected  # now that its words are known


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"\bhi\b", "hit his chin"), (r"\bskills\w*\b", "unskills"), (r"\brequirements:\b", "requirements: two")],
)
def test_a_word_inside_another_is_no_sign(pattern: str, text: str) -> None:
    assert not Sign([pattern]).stands_in(text)


def test_an_alternation_of_many_choices_is_not_written_out() -> None:
    assert len(branches("(?:a|b|c|d)" * 40)) <= 64
