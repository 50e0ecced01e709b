"""What reading figures needs to know of one language. Data: languages/*.yml; a language is added without Python.

Words of every language are looked for in every text, since adverts mix languages; the document's own language only
decides what an open currency name ("rupees") means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from recruitcheck.errors import DataFileError
from recruitcheck.particulars.phrases import spellings
from recruitcheck.resources import StrictModel, load_models, package_data
from recruitcheck.resources.kept import kept
from recruitcheck.vocabulary import fee_items

Words = Annotated[tuple[str, ...], AfterValidator(spellings)]
Role = Literal["worker", "employer", "agency"]
_ITEMS = "vocabulary/fee_items.yml"  # whose ids the files must know
_CODE = re.compile(r"[A-Z]{3}")


class Hours(StrictModel):
    """Words of working time. ``not_before`` and ``not_after`` mark another span of time than work.

    ``clock`` right before a figure makes it a time of the clock ("à 14 h").
    """

    hour: Words = ()
    a_day: Words = ()  # after the figure: "a day"
    a_week: Words = ()
    day_before: Words = ()  # before the figure: "daily 12 hours"
    days: Words = ()
    off: Words = ()
    no_rest: Words = ()
    every_day: Words = ()
    clock: Words = ()
    not_before: Words = ()
    not_after: Words = ()


class Durations(StrictModel):
    """Units of a length of time, and what may be so long."""

    year: Words = ()
    month: Words = ()
    week: Words = ()
    day: Words = ()
    probation: Words = ()
    notice: Words = ()
    contract: Words = ()
    experience: Words = ()  # right after it: no length of a contract
    age: Words = ()  # right before it: an age


class Ages(StrictModel):
    """Words of an age asked for. ``years`` say "age" only in a range or beside a word of ``least`` or ``most``."""

    before: Words = ()
    after: Words = ()
    years: Words = ()
    least: Words = ()
    most: Words = ()


class Currencies(StrictModel):
    """Names of money by ISO code, or by a family that several currencies share ("rupee"); ``here`` decides families."""

    before: dict[str, Words] = Field(default_factory=dict)
    after: dict[str, Words] = Field(default_factory=dict)
    here: dict[str, str] = Field(default_factory=dict)


class Magnitude(StrictModel):
    """Words that multiply an amount. ``strong`` ones speak of money by themselves; some tell the currency.

    ``before``: they also stand before the figure ("elfu 10").
    """

    times: int = Field(gt=1)
    words: Words
    strong: bool = False
    currency: str | None = None
    before: bool = False


class LanguageWords(StrictModel):
    """One language file."""

    lang: str = Field(pattern=r"^[a-z]{2,3}$")
    fees: dict[str, Words] = Field(default_factory=dict)  # by fee item of the vocabulary
    no_fees: Words = ()  # phrases with a word for a fee that mean something else: "în depozit", in the warehouse
    board: Words = ()  # food and lodging, right behind a sum that is asked for
    wages: Words = ()
    extras: Words = ()
    periods: dict[Literal["hour", "day", "week", "month", "year", "piece"], Words] = Field(default_factory=dict)
    parties: dict[Role, Words] = Field(default_factory=dict)
    payment: dict[Literal["passive", "pay", "receive", "deduct", "to", "from", "not"], Words] = Field(
        default_factory=dict
    )
    free: Words = ()
    given: Words = ()  # before a sum that the worker gets, however bare: "they gave me 900"
    currencies: Currencies = Currencies()
    magnitudes: tuple[Magnitude, ...] = ()
    numbers: dict[str, Words] = Field(default_factory=dict)
    spelled: dict[str, Words] = Field(default_factory=dict)  # numbers read only beside a magnitude ("do lakh")
    halves: Words = ()
    to: Words = ()
    between: Words = ()
    between_and: Words = ()
    counted: Words = ()  # after a figure: people and things, never money
    not_money: Words = ()  # after a bare figure beside a word for money: units
    hours: Hours = Hours()
    durations: Durations = Durations()
    ages: Ages = Ages()
    months: tuple[Words, ...] = ()
    licence: Words = ()
    number: Words = ()
    labels: dict[Role, Words] = Field(default_factory=dict)
    phone: Words = ()
    bank: Words = ()


def words_folder() -> Path:
    """Where the language files lie."""
    return package_data("particulars") / "languages"


@cache
def load_words() -> tuple[LanguageWords, ...]:
    """Every language, in the order of their codes. DataFileError tells every problem at once."""
    room = package_data("particulars")
    paths = (*sorted(words_folder().glob("*.yml")), *sorted(room.glob("*.py")), package_data(_ITEMS))
    plain = kept("words of figures", paths, lambda: [words.model_dump(mode="json") for words in _read_words()])
    return tuple(map(_known_good, plain))


def _known_good(plain: dict[str, Any]) -> LanguageWords:
    """One language that was validated before."""
    parts: dict[str, Any] = {
        "hours": Hours.model_construct(**plain["hours"]),
        "durations": Durations.model_construct(**plain["durations"]),
        "ages": Ages.model_construct(**plain["ages"]),
        "currencies": Currencies.model_construct(**plain["currencies"]),
        "magnitudes": tuple(Magnitude.model_construct(**one) for one in plain["magnitudes"]),
    }
    return LanguageWords.model_construct(**{**plain, **parts})


def _read_words() -> tuple[LanguageWords, ...]:
    loaded = load_models(LanguageWords, words_folder().glob("*.yml"))
    problems = [f"{path}: {problem}" for path, words in loaded for problem in _problems(path, words)]
    if problems:
        raise DataFileError(tuple(problems))
    return tuple(words for _, words in loaded)


def _problems(path: Path, words: LanguageWords) -> Iterable[str]:
    if words.lang != path.stem:
        yield f"lang: {words.lang!r} is not what the file is named. Name it {words.lang}.yml."
    if len(words.months) not in (0, 12):
        yield f"months: {len(words.months)} lists. Write twelve, January first."
    known = fee_items()
    for item in words.fees:
        if item not in known:
            yield f"fees.{item}: no such fee item. One of: {', '.join(sorted(known))}."
    for family, code in words.currencies.here.items():
        if family != family.lower() or not _CODE.fullmatch(code):
            yield f"currencies.here.{family}: a family in lower case and an ISO code in capitals are expected."
    for name, numbers in (("numbers", words.numbers), ("spelled", words.spelled)):
        for number in numbers:
            if not number.removesuffix(".5" if name == "spelled" else "").isdigit():  # "dedh lakh": one and a half
                yield f"{name}.{number}: the key is the value in figures."


def gathered(pick: Callable[[LanguageWords], Iterable[str]], *, ascii_only: bool = False) -> tuple[str, ...]:
    """The words of all languages, each once. ``ascii_only``: those that a text of ASCII letters may hold."""
    words = dict.fromkeys(word for words in load_words() for word in pick(words))
    return tuple(filter(str.isascii, words) if ascii_only else words)
