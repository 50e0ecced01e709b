"""The parts of one name: what tells it apart, what is common, legal form, numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from recruitcheck.names import legal_forms
from recruitcheck.names.articles import MAY_BE_ARTICLES, may_be_article, told_articles, with_articles
from recruitcheck.names.fold import MAX_CHARS, fold, han
from recruitcheck.names.market_words import (
    closes_market_word,
    is_market_word,
    normal_word,
    opens_market_word,
    read_otherwise,
    spell_phrases,
)
from recruitcheck.names.noise import take_noise
from recruitcheck.names.plain import OPENING, opens_nothing, plain_tokens

_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xx": "20",
}  # fmt: skip
_ONLY_ROMAN = frozenset({"ii", "iii", "iv", "vii", "viii", "xii", "xiii"})  # no name in itself: a numeral anywhere
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)\Z")
_NUMBER_WORDS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "eleven": "11", "twelve": "12",
}  # fmt: skip
"""Not "one" and "ten": "onestop" is "one stop", and "ten" is a word of other languages."""
_GLUED_L = re.compile(r"(?<=[a-z0-9])L td\b")  # "AxisL td": the blank slipped by a letter
_LOST_BLANK = "L td"
MAX_TOKENS = 60
_MENDED = 6  # letters of the shortest market word that is made whole
_NUMBER_SIGN = "no"
_ARTICLE = "the"
_SYLLABLE = "="
_USUAL_SOUND = {"长": "chang", "長": "chang", "乐": "le", "樂": "le", "行": "hang", "重": "chong"}  # in names of firms
_JOINING_WORDS = frozenset({"and", "of", "the", "for"})


class NameParts(NamedTuple):
    """One name taken apart; every tuple holds folded tokens in their order.

    ``distinctive``: words that tell the firm apart; ``generic``: market words in normal form;
    ``legal_forms``: ids of the forms; ``numbers``: digits, ordinals and Roman numerals, as
    digits; ``ignored``: "m/s", "the", licence numbers; ``initials``: first letters of all words;
    ``words``: distinctive, generic and number tokens together, in the printed order.
    """

    distinctive: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def parse_name(text: str) -> NameParts:
    """Take one name (aliases already split off) apart. A text without letters or digits has no parts.

    A name in another script is read in the commonest way; ``parse_readings`` gives the others too.
    """
    return _parse(text[:MAX_CHARS])[0]


def parse_readings(text: str) -> tuple[NameParts, ...]:
    """The parts of a name in each way that it may be read (see ``scripts.readings``); one for Latin letters."""
    return _parse(text[:MAX_CHARS])


def readings_unremembered(text: str) -> tuple[NameParts, ...]:
    """``parse_readings`` for a long list, whose names do not come back."""
    text = with_articles(text[:MAX_CHARS])
    if _LOST_BLANK in text:
        text = _GLUED_L.sub(" Ltd", text)
    tokens = plain_tokens(text)
    if tokens is not None:
        ignored: tuple[str, ...] = ()
        if tokens[0] == _ARTICLE and len(tokens) > 1 and text.lstrip()[len(_ARTICLE)].isspace():
            tokens, ignored = tokens[1:], (_ARTICLE,)
        return (parse_tokens(tokens, ignored),)
    rest, ignored = take_noise(text)
    apart = legal_forms.set_apart(rest)
    if apart.isascii():
        return (_read(apart, ignored),)
    from recruitcheck.names.scripts import readings  # most names are of Latin letters

    return tuple(dict.fromkeys([_read(reading, ignored) for reading in readings(spell_phrases(apart))]))


def _read(text: str, ignored: tuple[str, ...]) -> NameParts:
    return parse_tokens(_tokens(text), ignored)


def parse_tokens(tokens: list[str], ignored: tuple[str, ...] = ()) -> NameParts:
    """The parts of the folded tokens of a name from which the noise (``ignored``) was taken."""
    kept, forms = _take_forms(told_articles(tokens[:MAX_TOKENS]))
    return _sorted_out(kept, forms, ignored)


@cache
def _special() -> frozenset[str]:
    """The tokens that may be read otherwise than they are written, or otherwise in another place."""
    said = {_NUMBER_SIGN, _ARTICLE, *_ROMAN, *_NUMBER_WORDS, *_JOINING_WORDS, *MAY_BE_ARTICLES, *OPENING}
    return frozenset(said.union(read_otherwise()))


def is_plainly_telling(token: str) -> bool:
    """Whether a folded token is surely a telling word, and an ``ordinary_word`` as it is: cheap, true of most."""
    return (
        len(token) > 2
        and token[-1] != "s"  # a plural may be a market word
        and token.isalpha()
        and token.isascii()
        and token not in _special()
        and legal_forms.is_far_from_forms(token)
        and not closes_market_word(token)
    )


def without_forms(tokens: list[str]) -> list[str]:
    """The folded tokens of a name that are part of no legal form."""
    return _take_forms(tokens[:MAX_TOKENS])[0]


def ordinary_word(token: str) -> str:
    """What a folded token is read as, if that is the same in all places but before the end of a market word; else "".

    Names that differ only in such tokens of one kind (telling words, market words) are taken apart alike.
    """
    known = _known(token)
    if (
        known.ordinary
        and not known.closes
        and token not in _JOINING_WORDS
        and token != _ARTICLE
        and token.isalpha()
        and opens_nothing(token)
        and not may_be_article(token)
        and legal_forms.says_nothing_of_form(token)
    ):
        return known.word
    return ""


_parse = lru_cache(maxsize=65_536)(readings_unremembered)


def _sorted_out(kept: list[str], forms: tuple[str, ...], ignored: tuple[str, ...]) -> NameParts:
    initials = tuple([token.lstrip(_SYLLABLE)[0] for token in kept if token not in _JOINING_WORDS])
    known = [_known(token) for token in kept]
    cut = True in [first.opens and second.closes for first, second in pairwise(known)]
    if not cut and False not in [one.ordinary for one in known]:
        words = tuple([one.word for one in known])
        generic = tuple([one.word for one in known if one.market])
        distinctive = tuple([one.word for one in known if not one.market]) if generic else words
        return NameParts(distinctive, generic, forms, (), ignored, initials, words)
    every: list[str] = []
    numbers: list[str] = []
    telling: list[str] = []
    common: list[str] = []
    closed = _mended(_close_letters(kept))
    for place, token in enumerate(closed):
        number = (
            _number(token, last=place == len(closed) - 1) if place or token.isdigit() or token not in _ROMAN else ""
        )
        if token == _NUMBER_SIGN and place + 1 < len(closed) and closed[place + 1].isdigit():
            continue
        word = number or _known(token).word
        every.append(word)
        (numbers if number else common if _known(token).market else telling).append(word)
    return NameParts(tuple(telling), tuple(common), forms, tuple(numbers), ignored, initials, tuple(every))


class _Token(NamedTuple):
    """What a token is wherever it stands. ``ordinary``: place changes nothing, nor do neighbours that are no halves."""

    word: str
    market: bool
    ordinary: bool
    opens: bool  # may be the first, or the second, half of a market word
    closes: bool


@lru_cache(maxsize=65_536)
def _known(token: str) -> _Token:
    word = normal_word(token).lstrip(_SYLLABLE)
    odd = (
        len(token) == 1
        or token.startswith(_SYLLABLE)
        or token == _NUMBER_SIGN
        or token in _ROMAN
        or bool(_number(token, last=True))
    )
    market = is_market_word(word) and not token.startswith(_SYLLABLE)
    return _Token(word, market, not odd, opens_market_word(token), closes_market_word(token))


def _tokens(text: str) -> list[str]:
    """Folded tokens; a Chinese character's is marked, since "zao" may not pass for a Russian legal form."""
    if text.isascii():
        return fold(text).split()
    marked: list[str] = []
    for piece in han().split(text):
        found = [_USUAL_SOUND[piece]] if piece in _USUAL_SOUND else fold(piece).split()
        marked.extend(f"{_SYLLABLE}{token}" for token in found) if han().fullmatch(piece) else marked.extend(found)
    return marked


def _close_letters(tokens: list[str]) -> list[str]:
    """Neighbouring single letters as one token: "J P Manpower" is "JP Manpower"."""
    closed: list[str] = []
    after_letter = False
    for token in tokens:
        letter = len(token) == 1 and token.isalpha()
        if letter and after_letter:
            closed[-1] += token
        else:
            closed.append(token)
        after_letter = letter
    return closed


def _mended(tokens: list[str]) -> list[str]:
    """Market words that a blank cut in two, made whole: "over seas", "recrui tment"."""
    whole: list[str] = []
    for token in tokens:
        if whole and len(whole[-1]) + len(token) >= _MENDED and _is_cut(whole[-1], token):
            whole[-1] += token
        else:
            whole.append(token)
    return whole


def _is_cut(first: str, second: str) -> bool:
    if is_market_word(normal_word(first)) and is_market_word(normal_word(second)):
        return False
    return is_market_word(normal_word(first + second))


def _number(token: str, *, last: bool) -> str:
    if token.isdigit():
        return token.lstrip("0") or "0"
    ordinal = _ORDINAL.match(token)
    if ordinal:
        return ordinal.group(1).lstrip("0") or "0"
    if token in _NUMBER_WORDS:
        return _NUMBER_WORDS[token]
    return _ROMAN.get(token, "") if last or token in _ONLY_ROMAN else ""


def _take_forms(rest: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Words without legal forms, and the forms' ids. From the end first: there ambiguous ones count."""
    if rest:
        rest = legal_forms.rejoined(rest)
        rest[-1:] = legal_forms.unglued(rest[-1])
    if len(rest) < 2:
        return rest, ()
    forms: list[str] = []
    rest[-1] = legal_forms.mended(rest[-1])
    found = legal_forms.form_at_end(rest, before_form=False)
    while found and found[0] < len(rest):  # something must be left to be the name
        forms.insert(0, found[1])
        del rest[-found[0] :]
        found = legal_forms.form_at_end(rest, before_form=True)
    if legal_forms.OPENING.isdisjoint(rest):
        return rest, tuple(dict.fromkeys(forms))
    kept: list[str] = []
    place = 0
    while place < len(rest):
        inside = legal_forms.form_inside(rest, place)
        if inside and (kept or inside[0] < len(rest) - place):
            forms.append(inside[1])
            place += inside[0]
        else:
            kept.append(rest[place])
            place += 1
    return kept, tuple(dict.fromkeys(forms))
