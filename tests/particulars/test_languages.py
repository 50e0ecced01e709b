"""Words for figures are data: one file per language, strict, and a pack is never without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError
from recruitcheck.model import FactKind, Money
from recruitcheck.particulars import language
from recruitcheck.particulars.language import load_words, words_folder
from recruitcheck.particulars.phrases import MAX_BRACKETS, alternatives, expand
from recruitcheck.resources import package_data
from tests.particulars.reading import facts

LANGUAGES = sorted({path.stem for path in (package_data("redflags") / "languages").glob("*.yml")})
MONTHS_IN_FIGURES = {"zh", "ja", "ko"}  # "3月"
WANTED = [
    "am", "ar", "bg", "bn", "de", "el", "en", "es", "fr", "hi", "id", "it", "ja", "km", "ko", "ms",
    "my", "ne", "pl", "pt", "ro", "ru", "si", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh",
]  # fmt: skip


@pytest.mark.parametrize("lang", sorted({*LANGUAGES, *WANTED}))
def test_every_language_of_the_rules_has_words_for_figures(lang: str) -> None:
    assert (words_folder() / f"{lang}.yml").is_file(), "write particulars/languages/<lang>.yml beside the rules"


@pytest.mark.parametrize("lang", WANTED)
def test_the_words_a_figure_needs_are_there(lang: str) -> None:
    words = next(one for one in load_words() if one.lang == lang)
    missing = [
        name
        for name, value in {
            "fees": words.fees, "wages": words.wages, "periods.month": words.periods.get("month"),
            "parties.worker": words.parties.get("worker"), "parties.employer": words.parties.get("employer"),
            "payment.pay": words.payment.get("pay"), "payment.not": words.payment.get("not"),
            "hours.hour": words.hours.hour, "hours.a_day": words.hours.a_day, "hours.days": words.hours.days,
            "durations.year": words.durations.year, "months": words.months or lang in MONTHS_IN_FIGURES,
        }.items()
        if not value
    ]  # fmt: skip
    assert not missing


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("day[s] off", ("days off", "day off")),
        ("(a|per) week", ("a week", "per week")),
        ("[(job|placement) ]fee", ("job fee", "fee", "placement fee")),
        ("fee*", ("fee*",)),
    ],
)
def test_a_phrase_stands_for_its_spellings(written: str, meant: tuple[str, ...]) -> None:
    assert expand(written) == meant


@pytest.mark.parametrize("written", ["(a|b", "a]", "x" + "[y]" * 20])
def test_a_phrase_that_cannot_be_read_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"bracket|more than {MAX_BRACKETS}"):
        expand(written)


def test_a_short_word_ends_where_its_letters_end() -> None:
    import re

    pattern = re.compile(alternatives(["h", "hour", "годин*", "年"]))
    found = [pattern.match(text) for text in ("hat", "h.", "hourly", "години", "年月")]
    assert [one.group() if one else None for one in found] == [None, "h", "hour", "години", "年"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('lang: "de"\n', "Name it de.yml"),
        ('lang: "xx"\nmonths:\n  - ["jan"]\n', "Write twelve"),
        ('lang: "xx"\nfees:\n  bribe_money: ["baksheesh"]\n', "no such fee item"),
        ('lang: "xx"\ncurrencies:\n  here: {RUPEE: "INR"}\n', "a family in lower case"),
        ('lang: "xx"\nnumbers:\n  "two": ["two"]\n', "the value in figures"),
        ('lang: "xx"\nwages: ["(open"]\n', "bracket"),
        ('lang: "xx"\nperiods:\n  fortnight: ["fortnight"]\n', "periods"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, problem: str) -> None:
    (tmp_path / "xx.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(language, "words_folder", lambda: tmp_path)
    with pytest.raises(DataFileError, match=problem):
        load_words.__wrapped__()


def test_a_family_of_currencies_is_decided_by_the_language() -> None:
    from recruitcheck.particulars.currency import code_of

    assert code_of("rupee", ("en", "ne")) == "NPR"
    assert code_of("rupee", ("en",)) is None
    assert code_of("QAR", ()) == "QAR"


@pytest.mark.parametrize("text", ["መክፈል 5,000 ብር", "4.8万元", "ค่านายหน้า 45,000 บาท", "5,000 දහස"])
def test_figures_of_many_scripts_are_money(text: str) -> None:
    assert facts(text, FactKind.MONEY), text


def test_a_word_two_languages_share_means_the_family() -> None:
    (money,) = facts("500 रु", FactKind.MONEY)
    assert isinstance(money.value, Money)
