"""The sieve before the patterns of a document's kind: it may never hide a match."""

from __future__ import annotations

import pytest
import regex

from recruitcheck.documents.kind import _SIGNS, patterns_of
from recruitcheck.documents.sieve import holds, needed

PATTERNS = [pattern for signs in _SIGNS.values() for sign, _ in signs for pattern in patterns_of(sign)]
TEXTS = [
    "employment contract between the parties; the employee shall work. signed ______",
    "dear candidate, we are pleased to offer you employment. your salary is 900. yours sincerely",
    "urgently required: welders. send cv. walk in interview on friday. experience 2 years",
    "hello brother pls whatsapp me they took my passport",
    "se busca niñera; wir suchen köche (m/w/d); требуются швеи; 招聘厨师",
    "1. wages\n2) hours\nclause 3. notice period and termination",
    "",
]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("abc|de", {"abc", "de"}),
        (r"\bjob (?:title|opening)\b", {"title", "opening"}),
        (r"labou?r", {"labo"}),
        (r"[ab]c*", set()),
        (r"wanted|\d+", set()),
        (r"(?:free )?visa", {"visa"}),
    ],
)
def test_a_pattern_promises_words(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


@pytest.mark.parametrize("text", TEXTS)
def test_the_sieve_hides_no_match(text: str) -> None:
    for pattern in PATTERNS:
        assert holds(pattern, text) == (regex.search(pattern, text) is not None), pattern
