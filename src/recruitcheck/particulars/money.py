"""Amounts of money in Asian and European forms."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import heapq
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from operator import attrgetter

from recruitcheck.model import Money
from recruitcheck.particulars import currency
from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.letter import is_letter
from recruitcheck.particulars.lexicon import Lexicon, Term
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.magnitude import Times, leading, magnitudes
from recruitcheck.particulars.money_token import LONGEST_JOIN, Token, added, apart, joining, joins
from recruitcheck.particulars.number import MAX_AMOUNT, NUMBER, parse_number
from recruitcheck.particulars.numeral import spelled_numbers
from recruitcheck.particulars.phrases import alternatives, parts_words
from recruitcheck.particulars.view import View
from recruitcheck.particulars.words import money_words

_LONGEST_SIGN = 8
_LABEL_GAP_LIMIT = 24
_LONGEST_LABEL = 30
_METRES = 20  # "300 m" without a currency is a distance, "5m" may be a sum
_ENDS_IN_M = re.compile(r"[0-9] ?m\Z")
_SMALLEST_PHP = 20  # "PHP 7" is a programming language
_PERCENT = re.compile(r"[ ]?(?:%|٪|per ?cent|percent|pct)")
_PLAN = re.compile(
    r"(?:401[ ]?\(?k|403[ ]?\(?b|457[ ]?\(?b)\b"
)  # savings plans of the USA, named after sections of a law
_SLASH = re.compile(r"[ ]?/[-=](?![0-9])")
_TIMES = re.compile(r"[ ]?[x×*][ ]?([0-9]{1,3})(?![0-9.,])")
_LABEL_GAP = re.compile(
    r"(?:[ \t:=@(~-]|is|of|are|was|range|will be|shall be|amount|only|around|about|approx\.?|up ?to|from|monthly|basic|net|"
    r"gross|daily|weekly|total|de|es|est|ist|adalah|là|ay|है|छ){0,8}"
)
# After "they gave me 900" the next word may be no thing that is counted.
_CLOSES_SUM = re.compile(
    r"[ ]?(?:[.,;:!?)\n]|\Z|(?:only|a|per|every|each|and|but|not|instead|for|when|then|now|y|et|e)\b)"
)
_WEIGHT = re.compile(r"lift|carry|weigh|load")


@dataclass(frozen=True, slots=True)
class Amount:
    """Money at [start, end) of the text."""

    start: int
    end: int
    money: Money


@cache
def _after_number() -> tuple[Lexicon, Lexicon]:
    signs = dict.fromkeys((*currency.after(), *(code.lower() for code in currency.codes())))
    return Lexicon({word: (word,) for word in magnitudes()}, spill=True), Lexicon(
        {sign: (sign,) for sign in signs}, spill=True
    )


@cache
def _to() -> re.Pattern[str]:
    """What joins the ends of a range."""
    words = alternatives(gathered(lambda one: (*one.to, *one.between_and)), edges=False)
    return re.compile(rf"[ ]{{0,2}}(?:-{{1,2}}|~|{words})[ ]{{0,2}}")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(alternatives(gathered(lambda words: words.between), edges=False) + r"[ ]{0,2}\Z")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(r"[ ]?\+?[ ]?" + alternatives(gathered(lambda words: words.counted), edges=False))


@cache
def _unit() -> re.Pattern[str]:
    words = alternatives(gathered(lambda one: one.not_money))
    return re.compile(rf"[ ]?(?:{words}|:[0-9]|/[0-9]|-[0-9]{{1,2}}-)")


def find_money(view: View, limit: Limit) -> tuple[Amount, ...]:
    """All amounts in order, none overlapping. Bare numbers count only right after a money label."""
    tokens = added(view, apart(view, _tokens(view)))
    return tuple(limit.take("amounts of money", _amounts(view, tokens)))


def _amounts(view: View, tokens: Iterator[Token]) -> Iterator[Amount]:
    waiting = next(tokens, None)
    while waiting is not None:
        token, following, top = waiting, next(tokens, None), None
        merged = _range(view, token, following) if following is not None else None
        if merged is not None:
            (token, top), following = merged, next(tokens, None)
        waiting = following
        if _is_money(view, token):
            yield _amount(view, token, top)


def _tokens(view: View) -> Iterator[Token]:
    return heapq.merge(_tokens_of_figures(view), _tokens_of_words(view), key=attrgetter("start"))


def _tokens_of_figures(view: View) -> Iterator[Token]:
    last = 0
    for start, _ in view.figures:
        found = NUMBER.match(view.plain, start) if start >= last else None
        if found is not None:
            last = found.end()
            raw = parse_number(view.plain[start:last])
            if raw is None or raw > MAX_AMOUNT or _looks_like_id(view, start, last):
                continue
            token = _token(view, start, last, raw)
            if token is not None:
                yield token


def _tokens_of_words(view: View) -> Iterator[Token]:
    """Numbers in words beside a magnitude ("two thousand dollars", "elfu kumi") or behind such an amount."""
    last = -1
    for start, end, raw in spelled_numbers(view):
        behind = last >= 0 and start - last <= LONGEST_JOIN and joins(view, last, start, spelled=True)
        if behind or _magnitude_after(view, end)[0] is not None or _magnitude_before(view, start)[0] is not None:
            token = _token(view, start, end, raw)
            if token is not None:
                last = token.end
                yield replace(token, spelled=True)


def _token(view: View, start: int, end: int, raw: Decimal) -> Token | None:
    if _PERCENT.match(view.lower, end) or _PLAN.match(view.lower, start):
        return None
    times, start = _magnitude_before(view, start)
    sign, sign_at = _sign_before(view, start)
    if sign is None and start and view.plain[start - 1].isascii() and view.plain[start - 1].isalpha():
        return None  # part of a code such as H2A
    if times is None:
        times, end = _magnitude_after(view, end)
    slash = _SLASH.match(view.plain, end)
    end = slash.end() if slash else end
    after, after_end = _sign_after(view, end)
    code = _code(sign, after, view.languages)
    if code == "PHP" and sign in ("PHP", "Php", "php") and raw < _SMALLEST_PHP and times is None:
        return None
    implied = times.currency if times is not None and code is None and sign is None and after is None else None
    return Token(
        start=sign_at if sign is not None else start,
        end=after_end if after is not None else end,
        raw=raw,
        times=times.value if times is not None else None,
        currency=code or implied,
        signed=sign is not None or after is not None or bool(slash),
        strong=times is not None and times.strong,
    )


def _looks_like_id(view: View, start: int, end: int) -> bool:
    """A leading zero marks phone and licence numbers ("0123…", not "0.5")."""
    return view.plain[start] == "0" and end - start > 1 and view.plain[start + 1].isdigit()


def _sign_before(view: View, start: int) -> tuple[str | None, int]:
    at = start
    while at > 0 and start - at < 2 and view.plain[at - 1] in " .:":
        at -= 1
    if not at or view.plain[at - 1] not in _last_of_signs():
        return None, start
    known = currency.before()
    for length in range(min(_LONGEST_SIGN, at), 0, -1):
        sign = view.plain[at - length : at]
        if sign not in known and not _is_code(sign):
            continue
        first = at - length
        if first and is_letter(sign[0]) and is_letter(view.plain[first - 1]):
            continue
        if sign in currency.signs().lone_letters and not _reads_as_amount(view, first, at, start):
            continue
        return sign, first
    return None, start


def _reads_as_amount(view: View, first: int, at: int, start: int) -> bool:
    """A lone letter is a currency right before three digits or more, not inside a code."""
    if first and view.plain[first - 1] in "-/&'.":
        return False
    found = NUMBER.match(view.plain, start)
    return found is not None and start - at <= 1 and sum(char.isdigit() for char in found.group()) >= 3


def _is_code(sign: str) -> bool:
    codes = currency.codes()
    return sign in codes or (sign.islower() and sign.upper() in codes and sign.upper() not in currency.signs().wordy)


@cache
def _last_of_signs() -> frozenset[str]:
    codes = currency.codes()
    return frozenset(sign[-1] for sign in (*currency.before(), *codes, *(code.lower() for code in codes)))


def _magnitude_before(view: View, start: int) -> tuple[Times | None, int]:
    """The magnitude that ends right before a figure and where it starts; none: the figure's own start."""
    at = start - 1 if view.plain[max(0, start - 1) : start] == " " else start
    if not view.lower.endswith(leading(), 0, at):
        return None, start
    word = max((word for word in leading() if view.lower.endswith(word, 0, at)), key=len)
    first = at - len(word)
    if first and parts_words(word[0]) and is_letter(view.lower[first - 1]):
        return None, start
    return magnitudes()[word], first


def _magnitude_after(view: View, end: int) -> tuple[Times | None, int]:
    term = _beside(_after_number()[0], view, end)
    return (None, end) if term is None else (magnitudes()[term.label], term.end)


def _sign_after(view: View, end: int) -> tuple[str | None, int]:
    term = _beside(_after_number()[1], view, end)
    if term is None:
        return None, end
    if term.label.upper() in currency.signs().wordy and not view.plain[term.start : term.end].isupper():
        return None, end
    return term.label, term.end


def _beside(words: Lexicon, view: View, end: int) -> Term | None:
    """The word that starts right at ``end``, or after one space."""
    for at in (end, end + 1):
        if at == end or view.plain[end : end + 1] in (" ", "."):
            term = words.match(view.lower, at)
            if term is not None:
                return term
    return None


def _code(before: str | None, after: str | None, languages: tuple[str, ...]) -> str | None:
    """The currency that the signs tell: at once, or because the document's languages decide."""
    meanings = [
        table.get(sign, sign.upper())
        for table, sign in ((currency.before(), before), (currency.after(), after))
        if sign is not None
    ]
    known = next((meaning for meaning in meanings if meaning.isupper()), None)
    return known or next((code for meaning in meanings if (code := currency.code_of(meaning, languages))), None)


def _range(view: View, low: Token, high: Token) -> tuple[Token, Decimal] | None:
    gap = view.lower[low.end : high.start]
    if len(gap) > 10 or not _to().fullmatch(gap):
        return None
    if gap.strip() in joining() and not _between().search(view.lower, max(0, low.start - 12), low.start):
        return None
    if low.signed and high.signed and low.currency != high.currency and low.currency and high.currency:
        return None
    times = high.times if low.times is None and low.raw < high.raw else low.times
    bottom, top = low.raw * (times or 1), high.value
    if high.times is None and low.times is not None and high.raw > low.raw:
        top = high.raw * low.times
    if top < bottom or (bottom and top > bottom * 100):
        return None
    joined = replace(
        low,
        end=high.end,
        times=times,
        currency=low.currency or high.currency,
        signed=low.signed or high.signed,
        strong=low.strong or high.strong,
    )
    return joined, top


def _is_money(view: View, token: Token) -> bool:
    if token.signed:
        pounds = view.lower[token.start : token.end].endswith("pounds")
        return not (pounds and _WEIGHT.search(view.lower, max(0, token.start - 40), token.start))
    if token.times is not None:
        if token.raw >= _METRES and _ENDS_IN_M.search(view.lower, token.start, token.end):
            return False
        if _counted().match(view.lower, token.end) and not _follows_label(view, token):
            return False
        return token.strong or _words_near(view, token)
    return _is_labelled(view, token)


def _words_near(view: View, token: Token) -> bool:
    start = max(view.text.rfind("\n", 0, token.start) + 1, token.start - 60)
    return money_words().search(view.lower, start, min(len(view.lower), token.end + 30)) is not None


def _is_labelled(view: View, token: Token) -> bool:
    """A bare number right after a word for wage or fee: "Salary: 1500"."""
    if token.raw < 50 or _unit().match(view.lower, token.end):
        return False
    if _names_follow(view, token):
        return True
    if 1990 <= token.raw <= 2039 and token.raw % 100 and "," not in view.plain[token.start : token.end]:
        return False  # a year
    return _follows_label(view, token)


def _follows_label(view: View, token: Token) -> bool:
    """Whether a word for wage, fee or what is given stands right before the number."""
    low = max(0, token.start - _LABEL_GAP_LIMIT - _LONGEST_LABEL)
    label = next(iter(deque(money_words().find(view.lower, low, token.start), maxlen=1)), None)
    if label is None or token.start - label.end > _LABEL_GAP_LIMIT:
        return False
    if label.label == "given" and not _CLOSES_SUM.match(view.lower, token.end):
        return False
    return _LABEL_GAP.fullmatch(view.lower, label.end, token.start) is not None


def _names_follow(view: View, token: Token) -> bool:
    """ "20,000 token money": a round sum right before a full name of a fee or wage."""
    if token.raw < 1000 or token.raw % 50:
        return False
    term = money_words().match(view.lower, token.end + 1)
    return term is not None and " " in view.lower[term.start : term.end]


def _amount(view: View, token: Token, top: Decimal | None) -> Amount:
    repeated = _TIMES.match(view.lower, token.end)
    return Amount(
        start=token.start,
        end=repeated.end() if repeated else token.end,
        money=Money(
            amount=token.value,
            currency=token.currency,
            amount_max=top,
            times=int(repeated.group(1)) if repeated else None,
        ),
    )
