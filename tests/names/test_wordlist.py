"""The word lists beside the code are tidy: a slip in them would be silent otherwise."""

from __future__ import annotations

import pytest

from recruitcheck.names import fold
from recruitcheck.names.wordlist import lines, pairs


@pytest.mark.parametrize("name", ["legal_forms", "word_variants", "phrases", "joined_forms", "market_words"])
def test_every_line_is_a_pair(name: str) -> None:
    assert all(key and value for key, value in pairs(name))


def test_spellings_of_legal_forms_are_folded_and_belong_to_one_form() -> None:
    seen: dict[str, str] = {}
    for form, row in pairs("legal_forms"):
        for spelling in row.split("; "):
            plain = spelling.lstrip("^$+")
            assert fold(plain) == plain
            assert seen.setdefault(plain, form) == form


def test_market_words_are_folded_and_have_a_share() -> None:
    for share, row in pairs("market_words"):
        assert 0 < float(share) < 1
        assert all(fold(word) == word for word in row.split())


def test_variants_have_one_meaning() -> None:
    seen: dict[str, str] = {}
    for word, row in pairs("word_variants"):
        for variant in row.split():
            assert fold(variant) == variant != word
            assert seen.setdefault(variant, word) == word


def test_free_mail_domains_are_plain_hosts() -> None:
    domains = list(lines("free_mail"))
    assert len(domains) == len(set(domains)) > 150
    assert all(domain == domain.lower().strip() and "." in domain for domain in domains)
