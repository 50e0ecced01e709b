"""The words of all languages for fees, wages, periods, parties and payment, ready to be looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from recruitcheck.particulars.language import LanguageWords, gathered, load_words
from recruitcheck.particulars.lexicon import Lexicon

_Table = dict[str, tuple[str, ...]]
NO_FEE = "none"  # "în depozit" is a warehouse
GENERIC_ITEM = "recruitment_fee"  # what a fee is when its name says no more
# A word that several of these claim is the first one's: "commission" is a fee before it is anything else.
_ITEMS = (
    GENERIC_ITEM, "visa", "travel", "medical", "training", "deposit", "penalty", "passport", "insurance", "clearance",
    "uniform", "lodging", "levy",
)  # fmt: skip
_PERIODS = ("hour", "day", "week", "month", "year", "piece")
_PARTIES = ("worker", "employer", "agency")
_PAYMENT = ("passive", "pay", "receive", "deduct", "to", "from", "not")
# These name a thing as often as its price: only beside an amount do they make it a fee.
_THINGS = ("visa", "travel", "medical", "training", "insurance", "uniform", "lodging", "levy")
_AMBIGUOUS = "processing"


def _table(pick: Callable[[LanguageWords], Mapping[Any, Iterable[str]]], first: Iterable[str]) -> _Table:
    """Label → words of all languages, labels in the order that settles whose a shared word is."""
    table: dict[str, dict[str, None]] = {label: {} for label in first}
    for words in load_words():
        for label, phrases in pick(words).items():
            table.setdefault(label, {}).update(dict.fromkeys(phrases))
    return {label: tuple(phrases) for label, phrases in table.items()}


@cache
def _fees() -> _Table:
    return _table(lambda words: words.fees, _ITEMS)


@cache
def _wages() -> tuple[str, ...]:
    return gathered(lambda words: words.wages)


@cache
def bare_items() -> frozenset[str]:
    """Fee words of one word that name a thing as often as its price."""
    return frozenset(word for item in _THINGS for word in _fees()[item] if " " not in word) | {_AMBIGUOUS}


@cache
def fee_words() -> Lexicon:
    """Label: fee item, or NO_FEE for phrases that hold such a word and mean something else."""
    return Lexicon({NO_FEE: gathered(lambda words: words.no_fees), **_fees()})


@cache
def wage_words() -> Lexicon:
    """Label: wage, or extra for allowances and bonuses."""
    return Lexicon({"wage": _wages(), "extra": gathered(lambda words: words.extras)})


@cache
def money_words() -> Lexicon:
    """Any word that makes a bare number beside it money."""
    fees = tuple(word for words in _fees().values() for word in words)
    return Lexicon({"wage": _wages(), "fee": fees, "given": gathered(lambda words: words.given)})


@cache
def period_words() -> Lexicon:
    """Label: hour, day, week, month, year, piece."""
    return Lexicon(_table(lambda words: words.periods, _PERIODS))


@cache
def actor_words() -> Lexicon:
    """Label: worker, employer, agency."""
    return Lexicon(_table(lambda words: words.parties, _PARTIES))


@cache
def verb_words() -> Lexicon:
    """Label: pay (subject pays), receive (subject takes), passive ("paid by" + payer), deduct, to, from, not."""
    return Lexicon(_table(lambda words: words.payment, _PAYMENT))
