"""One query name against one name of an entry: a score from parts that each have a name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from recruitcheck.matching.alignment import Alignment, align
from recruitcheck.matching.bands import BELOW_MATCH
from recruitcheck.matching.weights import TokenWeights
from recruitcheck.names import NameParts, fold, parse_name
from recruitcheck.names.fold import HAN
from recruitcheck.names.market_words import is_market_word, spell_phrases, weight_share

EQUAL = 100.0
BEST_UNEQUAL = 99.0  # 100 is kept for names that fold to the same text
ORDER = 2.0  # points taken off where the words stand in another order
FORM_DIFFERS = 4.0  # Ltd against LLP
FORM_MISSING = 1.0
MARKET_DIFFERS = 7.0  # "Overseas" where the other says "Travels"
OTHER_NUMBER = 0.62  # what is left of the score where the numbers differ
NUMBER_MISSING = 0.82
NO_DISTINCTIVE = 0.85  # market words alone identify nobody
SHORT = 0.85  # a name rests on three letters or fewer, and they or the market words differ
SHORT_LETTERS = 3
TELLING_SHARE = 0.4

_LOOSE_FORMS = frozenset({"co", "pvt"})  # "Co.", "(Pvt.)" come and go beside the form proper


class Comparison(NamedTuple):
    """The score of two names and the parts it was made from."""

    score: float
    asked: NameParts
    listed: NameParts
    alignment: Alignment
    equal: bool = False
    form: str = "same"  # same, missing, differs
    number: str = "same"
    market: bool = False  # both sides have market words the other lacks
    bare: bool = False  # a side without any distinctive word or number
    short: bool = False


def compare(asked: str, listed: str, weights: TokenWeights) -> Comparison:
    """Score two names from 0 to 100. Symmetric but for the direction of the explanation."""
    return compare_parts((asked, parse_name(asked)), (listed, parse_name(listed)), weights)


def compare_parts(asked: tuple[str, NameParts], listed: tuple[str, NameParts], weights: TokenWeights) -> Comparison:
    """The same for names taken apart before: (name, its parts)."""
    ours, theirs = asked[1], listed[1]
    alike = sound_alike(asked[0], listed[0])
    if ours.words == theirs.words and not alike and fold(asked[0]) == fold(listed[0]) != "":
        return Comparison(EQUAL, ours, theirs, _aligned(ours.words, theirs.words), equal=True)
    if not (ours.words and theirs.words):
        return Comparison(0.0, ours, theirs, _aligned(ours.words, theirs.words))
    form = _form(ours, theirs)
    alignment = _aligned(ours.words, theirs.words)
    number = _number(ours, theirs)
    market = _lacks_market(alignment, ours=True) and _lacks_market(alignment, ours=False)
    mine, yours = _letters(ours), _letters(theirs)
    bare = not mine or not yours
    exact = ours.words == theirs.words
    short = min(mine, yours) <= SHORT_LETTERS and (market or sorted(ours.distinctive) != sorted(theirs.distinctive))
    points = 100 * _overlap(alignment, weights)
    if not alignment.in_order:
        points -= ORDER
    if market:
        points = min(points - MARKET_DIFFERS, BELOW_MATCH)
    points -= {"same": 0.0, "missing": FORM_MISSING, "differs": FORM_DIFFERS}[form]
    points *= {"same": 1.0, "missing": NUMBER_MISSING, "differs": OTHER_NUMBER}[number]
    if bare and not exact:
        points *= NO_DISTINCTIVE
    if short and not bare:
        points *= SHORT
    if alike:
        points = min(points, BELOW_MATCH)
    score = round(max(0.0, min(points, BEST_UNEQUAL)), 1)
    return Comparison(score, ours, theirs, alignment, False, form, number, market, bare, short)


def sound_alike(asked: str, listed: str) -> bool:
    """Whether two Chinese names use other characters for one sound: transliterated they look equal and are not.

    The same word in simplified and in traditional characters is taken for such a pair too: a person must look.
    """
    if asked.isascii() or listed.isascii():
        return False
    mine, yours = _characters(asked), _characters(listed)
    return any(mine[sound].isdisjoint(yours[sound]) for sound in mine.keys() & yours.keys())


def _characters(text: str) -> dict[str, set[str]]:
    """The Chinese characters of a name by their sound, market words set aside: those are written in several ways."""
    found: dict[str, set[str]] = {}
    for character in HAN.findall(spell_phrases(text)):
        found.setdefault(fold(character), set()).add(character)
    return found


@lru_cache(maxsize=16_384)
def _aligned(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Alignment:
    return align(ours, theirs)


def _overlap(alignment: Alignment, weights: TokenWeights) -> float:
    """Geometric mean of the weighted shares of both names that found a counterpart, 0 to 1."""
    alone = [sum(weights.of(alignment.asked[place]) for place in alignment.only_asked)]
    alone.append(sum(weights.of(alignment.listed[place]) for place in alignment.only_listed))
    shared = [0.0, 0.0]
    total = [alone[0], alone[1]]
    for pair in alignment.pairs:
        mine = sum(weights.of(alignment.asked[place]) for place in pair.asked)
        yours = sum(weights.of(alignment.listed[place]) for place in pair.listed)
        # A misspelt market word looks rare: it weighs what its counterpart weighs.
        if pair.likeness < 1 and len(pair.asked) == len(pair.listed) == 1:
            mine = yours = min(mine, yours)
        for side, weight in enumerate((mine, yours)):
            shared[side] += weight * pair.likeness
            total[side] += weight
    if not total[0] or not total[1]:
        return 0.0
    return float(((shared[0] / total[0]) * (shared[1] / total[1])) ** 0.5)


def _form(ours: NameParts, theirs: NameParts) -> str:
    if ours.legal_forms == theirs.legal_forms:
        return "same"
    mine, yours = set(ours.legal_forms) - _LOOSE_FORMS, set(theirs.legal_forms) - _LOOSE_FORMS
    if mine == yours:
        return "same"
    return "differs" if mine and yours and mine.isdisjoint(yours) else "missing"


def _number(ours: NameParts, theirs: NameParts) -> str:
    if ours.numbers == theirs.numbers:
        return "same"
    if sorted(ours.numbers) == sorted(theirs.numbers):
        return "same"
    return "differs" if ours.numbers and theirs.numbers else "missing"


def _lacks_market(alignment: Alignment, *, ours: bool) -> bool:
    words = alignment.asked if ours else alignment.listed
    places = alignment.only_asked if ours else alignment.only_listed
    return any(is_market_word(words[place]) and len(words[place]) > 3 for place in places)


def _letters(parts: NameParts) -> int:
    """Letters of distinctive words, and of market words that still say something ("gulf", "dubai")."""
    return sum(map(len, parts.distinctive)) + sum(
        len(word) for word in parts.generic if weight_share(word) >= TELLING_SHARE
    )
