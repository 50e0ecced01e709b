"""One query name against one name of an entry: a score from parts that each have a name."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from recruitcheck.matching.alignment import MAX_WORDS, Alignment, Reading, align
from recruitcheck.matching.bands import BELOW_MATCH, REVIEW_THRESHOLD
from recruitcheck.matching.side import Side, has_han, sound_alike
from recruitcheck.matching.token import SHAPE
from recruitcheck.matching.weights import TokenWeights
from recruitcheck.model import NameKind
from recruitcheck.names import fold, parse_name
from recruitcheck.names.market_words import is_market_word, is_place

EQUAL = 100.0
BEST_UNEQUAL = 99.0  # 100 is kept for names that fold to the same text
ORDER = 2.0  # points taken off where the words stand in another order
FORM_DIFFERS = 10.0  # Ltd against LLP
FORM_MISSING = 2.0
MARKET_DIFFERS = 16.0  # "Overseas" where the other says "Travels"
MARKET_ASKED, MARKET_LISTED = 10.0, 3.0  # one in one name only: people leave a word out sooner than they add one
DOUBTFUL = 0.72  # words that are less alike leave it to a person
OTHER_WORD = 0.92  # what is left where each name has a telling word that the other lacks
OTHER_NUMBER = 0.5  # what is left of the score where the numbers differ
NUMBER_MISSING = 0.78
NO_DISTINCTIVE = 0.85  # market words alone identify nobody
SHORT = 0.85  # a name rests on three letters or fewer, and they or the market words differ
SHORT_LETTERS = 3
MARKET_LETTERS = 3  # shorter market words come and go
OTHER_FIRM = 0.6  # of what the firms' own names fall short of a review, where only their trading names fit
MOST_OF_NAMESAKE = 72.0  # what they reach at most then
MOST_NAMES_OF_ROW = 4
OTHER_CHARACTERS = 0.2  # what Chinese names lose that sound alike and share no character

_STAND_IN = "acorn"  # a telling word, to see what stays of a name that is nothing but a legal form
_TRADING = frozenset({NameKind.TRADING, NameKind.ALIAS})
_LOOSE_FORMS = frozenset({"co", "pvt"})  # "Co.", "(Pvt.)" come and go beside the form proper


class Comparison(NamedTuple):
    """The score of two names and the parts it was made from."""

    score: float
    asked: Side
    listed: Side
    alignment: Alignment
    equal: bool = False
    form: str = "same"  # same, missing, differs
    number: str = "same"
    market: bool = False  # both sides have market words the other lacks
    bare: bool = False  # a side without any distinctive word or number
    short: bool = False
    apart: bool = False  # only the trading names fit; the firms' own names are of two firms


def compare(asked: str, listed: str, weights: TokenWeights) -> Comparison:
    """Score two names from 0 to 100, read as they fit best. Symmetric but for the direction of the explanation."""
    sides = [(ours, theirs) for ours in Side.each(asked, weights) for theirs in Side.each(listed, weights)]
    return max([compare_sides(ours, theirs) for ours, theirs in sides], key=lambda one: one.score)


def compare_sides(ours: Side, theirs: Side) -> Comparison:
    """The same for names taken apart before."""
    exact = ours.words == theirs.words
    latin = ours.text.isascii() and theirs.text.isascii()
    alike = 0.0 if latin else sound_alike(ours.text, theirs.text)
    reading = Reading.LATIN if latin else _reading(ours, theirs)
    read = reading is Reading.GUESSED
    alignment = align(ours.words, theirs.words, reading)
    if exact and not alike and fold(ours.text) == fold(theirs.text) != "":
        return Comparison(EQUAL, ours, theirs, alignment, equal=True)
    if not (ours.words and theirs.words):
        return Comparison(0.0, ours, theirs, alignment)
    asked, places_asked = _market_words(ours.words, alignment.only_asked)
    listed, places_listed = _market_words(theirs.words, alignment.only_listed)
    facts = Facts(
        overlap(alignment, ours.weights, theirs.weights),
        (bool(alignment.like) or len(alignment.same) > 1) and not alignment.in_order,
        form_of(ours.legal_forms, theirs.legal_forms),
        number_of(ours.numbers, theirs.numbers),
        (asked or places_asked) and (listed or places_listed),
        not ours.letters or not theirs.letters,
        *_own_words(ours, theirs, alignment),
        asked,
        listed,
    )
    mine, yours = ours.letters, theirs.letters
    short = (max if read else min)(mine, yours) <= SHORT_LETTERS and (
        facts.market or ours.distinctive != theirs.distinctive
    )
    doubt = bool(alike) or _is_guess(reading, alignment) or is_doubtful(alignment)
    score = score_of(facts, exact=exact, short=short, read=read, alike=alike, doubt=doubt)
    return Comparison(score, ours, theirs, alignment, False, facts.form, facts.number, facts.market, facts.bare, short)


class Facts(NamedTuple):
    """What the score of two names is made from, once their words are paired."""

    overlap: float  # 0 to 1
    disordered: bool
    form: str
    number: str
    market: bool
    bare: bool
    mine: bool  # a telling word of the query stands alone
    yours: bool  # a telling word of the entry stands alone
    market_asked: bool = False  # a market word of the query that is no place stands alone
    market_listed: bool = False  # the same of the entry


def score_of(
    facts: Facts,
    *,
    exact: bool = False,
    short: bool = False,
    read: bool = False,
    alike: float = 0.0,
    doubt: bool = False,
) -> float:
    """The score of two unequal names that have words, 0 to 99. ``read``: one is spelt by guess; ``alike``: the
    share of sounds that are written with other characters; ``doubt``: a person must look."""
    points = 100 * facts.overlap
    if facts.disordered:
        points -= ORDER
    if facts.market:
        points = min(points - MARKET_DIFFERS, BELOW_MATCH)
    elif (facts.market_asked or facts.market_listed) and not facts.bare:
        points -= MARKET_ASKED if facts.market_asked else MARKET_LISTED
    if facts.form != "same":
        points -= FORM_MISSING if read or facts.form == "missing" else FORM_DIFFERS
    if facts.number != "same":
        points *= NUMBER_MISSING if facts.number == "missing" else OTHER_NUMBER
    if facts.bare and not exact:
        points *= NO_DISTINCTIVE
    if short and not facts.bare:
        points *= SHORT
    points *= 1 - OTHER_CHARACTERS * alike
    if facts.mine and facts.yours:
        points *= OTHER_WORD
    if doubt or facts.mine or facts.yours:
        points = min(points, BELOW_MATCH)
    return round(max(0.0, min(points, BEST_UNEQUAL)), 1)


def _reading(ours: Side, theirs: Side) -> Reading:
    if ours.guessed != theirs.guessed:
        return Reading.GUESSED
    chinese = has_han(ours.text) + has_han(theirs.text)
    return (Reading.LATIN, Reading.SYLLABLES, Reading.CHARACTERS)[chinese]


def _own_words(ours: Side, theirs: Side, alignment: Alignment) -> tuple[bool, bool]:
    """Whether each name has a telling word of its own; a word that is hardly like its counterpart is one in both."""
    other = is_other_word(alignment)
    return (
        other or _has_telling(ours, alignment.only_asked),
        other or _has_telling(theirs, alignment.only_listed),
    )


def is_other_word(alignment: Alignment) -> bool:
    """Whether a word is hardly like its counterpart."""
    return bool(alignment.like) and any(pair.likeness <= SHAPE for pair in alignment.like)


def is_doubtful(alignment: Alignment) -> bool:
    """Whether a word is so little like its counterpart that it may be another: "johns" and "jones"."""
    if not alignment.like:
        return False
    return any(pair.likeness < DOUBTFUL and len(pair.asked) == len(pair.listed) == 1 for pair in alignment.like)


def _is_guess(reading: Reading, alignment: Alignment) -> bool:
    """Whether a person must look: one sound is written with many characters, and a guessed spelling is no equal one."""
    if reading is Reading.GUESSED:
        return any(not is_market_word(alignment.listed[at]) for pair in alignment.like for at in pair.listed)
    return reading is Reading.SYLLABLES


def overlap(alignment: Alignment, ours: tuple[float, ...], theirs: tuple[float, ...]) -> float:
    """Geometric mean of the weighted shares of both names that found a counterpart, 0 to 1."""
    shared_ours = total_ours = shared_theirs = total_theirs = 0.0
    for mine, yours in alignment.same:
        shared_ours += ours[mine]
        shared_theirs += theirs[yours]
    total_ours = shared_ours
    total_theirs = shared_theirs
    for pair in alignment.like:
        weight_ours = sum([ours[place] for place in pair.asked])
        weight_theirs = sum([theirs[place] for place in pair.listed])
        # A misspelt market word looks rare: it weighs what its counterpart weighs.
        if pair.likeness < 1 and len(pair.asked) == len(pair.listed) == 1:
            weight_ours = weight_theirs = min(weight_ours, weight_theirs)
        shared_ours += weight_ours * pair.likeness
        shared_theirs += weight_theirs * pair.likeness
        total_ours += weight_ours
        total_theirs += weight_theirs
    for place in alignment.only_asked:
        total_ours += ours[place]
    for place in alignment.only_listed:
        total_theirs += theirs[place]
    if not total_ours or not total_theirs:
        return 0.0
    return sqrt((shared_ours / total_ours) * (shared_theirs / total_theirs))


def are_trading_names(asked: NameKind, listed: NameKind) -> bool:
    """Whether two names are only what firms trade under, as many may: their own names must be compared too."""
    return asked in _TRADING and listed in _TRADING


def own_names_fit(asked: Sequence[str], listed: Sequence[str], weights: TokenWeights) -> float:
    """How well the own names of two firms fit, which come first among their names.

    They are taken to fit unless each has a telling word that the other lacks: a name may be cut short.
    """
    if not parse_name(f"{_STAND_IN} {asked[0]}").words[1:]:  # "Ltd", cut off from its name
        return EQUAL
    own = compare(asked[0], listed[0], weights)
    return own.score if all(_own_words(own.asked, own.listed, own.alignment)) else EQUAL


def less_for_other_firm(points: float, own: float) -> float:
    """The points of two trading names whose firms' own names score ``own``."""
    if own >= REVIEW_THRESHOLD:
        return points
    return round(max(0.0, min(points - OTHER_FIRM * (REVIEW_THRESHOLD - own), MOST_OF_NAMESAKE)), 1)


def compare_rows(asked: Sequence[str], listed: Sequence[str], weights: TokenWeights) -> Comparison | None:
    """Two firms of several names each as one name, wherever the names were cut apart: "Garlic Ltd T/A Spice Pink" is
    "Pink Garlic Ltd T/A Spice". None for a query of one name, for very many names, and where a firm has a telling word
    of its own."""
    if not (1 < len(asked) <= MOST_NAMES_OF_ROW and 0 < len(listed) <= MOST_NAMES_OF_ROW):
        return None
    row = compare(" ".join(asked), " ".join(listed), weights)
    cut = max(len(row.asked.words), len(row.listed.words)) > MAX_WORDS
    return None if cut or any(_own_words(row.asked, row.listed, row.alignment)) else row


def form_of(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """Whether the legal forms are the ``same``, ``differs`` or one is ``missing``."""
    if ours == theirs:
        return "same"
    mine, yours = set(ours) - _LOOSE_FORMS, set(theirs) - _LOOSE_FORMS
    if mine == yours:
        return "same"
    return "differs" if mine and yours and mine.isdisjoint(yours) else "missing"


def number_of(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """Whether the numbers are the ``same``, ``differs`` or one is ``missing``."""
    if ours == theirs or sorted(ours) == sorted(theirs):
        return "same"
    return "differs" if ours and theirs else "missing"


def _has_telling(side: Side, places: list[int]) -> bool:
    """Whether a telling word stands alone: however long the rest, it may be another branch of the house."""
    words, telling = side.words, side.distinctive
    for place in places:  # noqa: SIM110  (no generator: this is asked of every name compared)
        if words[place] in telling and len(words[place]) > 1:
            return True
    return False


def _market_words(words: tuple[str, ...], places: list[int]) -> tuple[bool, bool]:
    """Whether a market word, and whether the name of a place, stands at one of the positions."""
    common = where = False
    for place in places:
        word = words[place]
        if counts_alone(word):
            common = True
        elif len(word) > MARKET_LETTERS and is_place(word):
            where = True
    return common, where


def counts_alone(word: str) -> bool:
    """Whether a market word that only one of two names has speaks against them."""
    return len(word) > MARKET_LETTERS and is_market_word(word) and not is_place(word)
