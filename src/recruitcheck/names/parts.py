"""The parts of one name: what tells it apart, what is common, legal form, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from recruitcheck.names import legal_forms
from recruitcheck.names.fold import HAN, MAX_CHARS, fold
from recruitcheck.names.market_words import is_market_word, normal_word, spell_phrases
from recruitcheck.names.noise import take_noise

_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xx": "20",
}  # fmt: skip
_ONLY_ROMAN = frozenset({"ii", "iii", "iv", "vii", "viii", "xii", "xiii"})  # no name in itself: a numeral anywhere
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)\Z")
_ORDINAL_WORDS = {"first": "1", "second": "2", "third": "3"}
MAX_TOKENS = 60
_MENDED = 6  # letters of the shortest market word that is made whole
_NUMBER_SIGN = "no"
_SYLLABLE = "="
_JOINING_WORDS = frozenset({"and", "of", "the", "for"})


@dataclass(frozen=True, slots=True)
class NameParts:
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
    """Take one name (aliases already split off) apart. A text without letters or digits has no parts."""
    return _parse(text[:MAX_CHARS])


@lru_cache(maxsize=65_536)
def _parse(text: str) -> NameParts:
    rest, ignored = take_noise(text)
    spelt = spell_phrases(legal_forms.set_apart(rest))
    tokens = _tokens(spelt)
    kept, forms = _take_forms(tokens)
    words: list[str] = []
    numbers: list[str] = []
    distinctive: list[str] = []
    generic: list[str] = []
    closed = _mended(_close_letters(kept))
    for place, token in enumerate(closed):
        number = (
            _number(token, last=place == len(closed) - 1) if place or token.isdigit() or token not in _ROMAN else ""
        )
        if token == _NUMBER_SIGN and place + 1 < len(closed) and closed[place + 1].isdigit():
            continue
        word = number or normal_word(token).lstrip(_SYLLABLE)
        words.append(word)
        common = is_market_word(word) and not token.startswith(_SYLLABLE)
        (numbers if number else generic if common else distinctive).append(word)
    initials = tuple(token.lstrip(_SYLLABLE)[0] for token in kept if token not in _JOINING_WORDS)
    return NameParts(tuple(distinctive), tuple(generic), forms, tuple(numbers), ignored, initials, tuple(words))


def _tokens(text: str) -> tuple[str, ...]:
    """Folded tokens; a Chinese character's is marked, since "zao" may not pass for a Russian legal form."""
    if text.isascii():
        return tuple(fold(text).split())[:MAX_TOKENS]
    marked: list[str] = []
    for piece in HAN.split(text):
        found = fold(piece).split()
        marked.extend(f"{_SYLLABLE}{token}" for token in found) if HAN.fullmatch(piece) else marked.extend(found)
    return tuple(marked)[:MAX_TOKENS]


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
    if token in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[token]
    return _ROMAN.get(token, "") if last or token in _ONLY_ROMAN else ""


def _take_forms(tokens: tuple[str, ...]) -> tuple[list[str], tuple[str, ...]]:
    """Words without legal forms, and the forms' ids. From the end first: there ambiguous ones count."""
    forms: list[str] = []
    rest = list(tokens)
    if len(rest) > 1:
        rest[-1] = legal_forms.mended(rest[-1])
    found = legal_forms.form_at_end(rest, before_form=False)
    while found and found[0] < len(rest):  # something must be left to be the name
        forms.insert(0, found[1])
        del rest[-found[0] :]
        found = legal_forms.form_at_end(rest, before_form=True)
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
