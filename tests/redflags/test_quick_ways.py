"""Quick ways through a text that must come to what the long way comes to."""

from __future__ import annotations

import pytest

from recruitcheck.documents import document_from_text
from recruitcheck.particulars.lexicon import Lexicon
from recruitcheck.redflags import load_rules
from recruitcheck.redflags.compiled import compile_language
from recruitcheck.redflags.reading import read_text
from recruitcheck.redflags.words.folding import _EVEN, fold


@pytest.mark.parametrize(
    "text",
    [
        "“Your PASSPORT” – kept at the office…",
        "ΟΔΟΣ ΣΟΦΟΣ “ΠΑΣ”",
        "Der FUẞ, ÄÖÜ – 12 STUNDEN",
        "Ꭰ ꭰ “A”",
        "Паспорт ОСТАЁТСЯ у НАС — всё",
        "सेवा शुल्क ५० हज़ार “Passport” Company मा",
        "ⒶⒷ ①② “X”",
    ],
)
def test_few_strange_characters_fold_as_many_do(text: str) -> None:
    whole = fold(text)
    if whole.origin is None:
        assert whole.text == text.translate(_EVEN)
    assert whole.text == "".join(fold(char).text for char in text)


def test_clauses_looked_at_together_show_what_each_shows_alone() -> None:
    lexicon = compile_language(load_rules(), "en").lexicon
    words = read_text("We keep your passport. Pay the visa fee now. The weather is fine.", ("en",))[1].words
    look = lexicon.look(words)
    for low, high in ((0, 4), (4, 9), (9, 13), (0, 13), (3, 3)):
        assert lexicon.see_in(look, low, high) == lexicon.see(words, low, high)


@pytest.mark.parametrize("text", ["pay the fee", "pay  the\tfee", "pay\nthe fee", "pay the  fee"])
def test_a_phrase_of_several_words_is_found_whatever_blanks_part_them(text: str) -> None:
    table = Lexicon({"asked": ("pay the fee",), "other": ("pay them", "pay")})
    assert [term.label for term in table.find(text)] == ["asked"]


@pytest.mark.parametrize("text", ["pay thefee", "pay", "pay  them off", "repay the fee"])
def test_a_phrase_is_not_found_where_one_of_its_words_is_another(text: str) -> None:
    assert "asked" not in [term.label for term in Lexicon({"asked": ("pay the fee",), "other": ("pay",)}).find(text)]


def test_quotes_and_dashes_change_no_language() -> None:
    plain = "The worker must not pay and the employer will give free food and a ticket after two years."
    assert document_from_text(plain.replace(" and ", " – “and” • ")).languages == document_from_text(plain).languages
