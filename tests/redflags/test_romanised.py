"""Words of other scripts in Latin letters are read however they are spelt; words that only sound alike stay apart."""

from __future__ import annotations

import pytest

from recruitcheck.redflags import load_rules
from recruitcheck.redflags.compiled import compile_language
from recruitcheck.redflags.rulebook.examples import scan_text
from recruitcheck.redflags.words.language import load_languages
from recruitcheck.redflags.words.romanised import LEAST_LETTERS, Romanised, Sounds, sounds_alike
from tests.bounds import Bounded

PAIRS = {"chh": "ch", "sh": "s", "aa": "a", "ee": "i", "oo": "u", "w": "v", "z": "j"}
RESPELLING = sorted(lang for lang, file in load_languages().items() if file.respelt)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chhutti", "chuti"),
        ("chhutti", "chhutee"),
        ("wapas", "vaapas"),
        ("zaroori", "jaruri"),
        ("tankhwah", "tankhva"),
        ("paasport", "passsport"),
        ("shaadi", "sadi"),
    ],
)
def test_spellings_of_one_word_sound_alike(one: str, other: str) -> None:
    assert Sounds(PAIRS).of(one) == Sounds(PAIRS).of(other)


@pytest.mark.parametrize(("one", "other"), [("kaata", "kaati"), ("paisa", "paise"), ("bath", "bat"), ("lena", "dena")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert Sounds(PAIRS).of(one) != Sounds(PAIRS).of(other)


def _alike(phrases: list[str], slots: list[list[int]]) -> dict[str, list[str]]:
    parts = [phrase.split() for phrase in phrases]
    return sounds_alike(PAIRS, {word: [word] for phrase in parts for word in phrase}, parts, slots)


def test_words_of_one_sound_in_other_places_are_left_apart() -> None:
    assert "savari" not in _alike(["sawaari", "savari"], [[0], [1]])


def test_words_that_stand_for_each_other_are_one() -> None:
    assert _alike(["sawaari", "savari"], [[0, 1], [1]])["savari"] == ["savari", "sawaari"]


def test_words_in_phrases_that_sound_alike_are_one() -> None:
    alike = _alike(["chhutti naheen", "chuti nahin"], [[0], [0]])
    assert alike == {"chuti": ["chhutti", "chuti"], "nahin": ["naheen", "nahin"]}


def test_forms_of_one_stem_are_one() -> None:
    stems = {"kaamdar": ["kaamdar"], "kamdar": ["kamdar"], "kaamdarle": ["kaamdar"], "kamdarle": ["kamdar"]}
    alike = sounds_alike(PAIRS, stems, [["kaamdar~"], ["kamdar~"]], [[0], [0]])
    assert alike["kamdarle"] == ["kaamdarle", "kamdarle"]


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("chuti", ("chuti", "chhutti")),
        ("chhutti", ("chhutti",)),
        ("katenge", ("katenge",)),  # the beginning is too short once it is folded
        ("nikaalenge", ("nikaalenge", "nikalenge")),
        ("fish", ("fish",)),  # kept apart
        ("छुट्टी", ("छुट्टी",)),
        ("chuti2", ("chuti2",)),
        ("chu", ("chu",)),
    ],
)
def test_tokens_are_read_as_the_words_they_sound_like(token: str, meant: tuple[str, ...]) -> None:
    romanised = Romanised(
        PAIRS, {"chuti": ["chhutti"], "fis": ["fees"]}, {"nikal": ["nikal"], "kat": ["kaat"]}, ["fish"]
    )
    assert romanised.readings(token) == meant


@pytest.mark.parametrize(
    ("lang", "text", "rule"),
    [
        ("hi", "Kampni aapka paasporrt apne paas rakhegi, vaapas nahi degi.", "passport-kept"),
        ("hi", "Haftey mein koi chhuti naheen milegi.", "no-rest-day"),
        ("ne", "Malikle paasporrt aafusanga rakhxa.", "passport-kept"),
    ],
)
def test_other_spellings_are_flagged(lang: str, text: str, rule: str) -> None:
    assert rule in {hit.rule_id for hit in scan_text(text, lang, load_rules()).hits}


@pytest.mark.parametrize("lang", RESPELLING)
def test_words_kept_apart_are_no_words_of_another(lang: str) -> None:
    plan = compile_language(load_rules(), lang)._plan["romanised"]
    romanised = Romanised(**plan)
    for word in plan["apart"]:
        assert romanised.readings(word) == (word,)
    assert all(len(word) >= LEAST_LETTERS for words in plan["forms"].values() for word in words)


def test_other_languages_have_no_such_readings() -> None:
    assert compile_language(load_rules(), "en")._plan["romanised"] is None
    assert RESPELLING == ["bn", "hi", "ne", "si", "ta"]


def test_hostile_words_are_bounded(bounded: Bounded) -> None:
    romanised = Romanised(PAIRS, {}, {}, [])
    with bounded(seconds=2):
        for word in ("a" * 1_000_000, "chh" * 300_000, *(f"ch{'h' * n}" for n in range(2_000))):
            assert romanised.readings(word)[0] == word
