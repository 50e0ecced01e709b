"""Legal forms worldwide: many spellings, one id each (``data/legal_forms.txt``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from recruitcheck.names.wordlist import any_of, pairs


class _Spelling(NamedTuple):
    form: str
    anywhere: bool
    first: bool
    before_form: bool  # only in front of another form


def _spellings() -> dict[tuple[str, ...], _Spelling]:
    table = {}
    for form, row in pairs("legal_forms"):
        for spelling in row.split("; "):
            words = spelling.lstrip("^$+")
            marks = spelling[: len(spelling) - len(words)]
            table[tuple(words.split())] = _Spelling(form, not marks or marks == "^", "^" in marks, "+" in marks)
    return table


_BY_SPELLING = _spellings()
_LONGEST_FROM: dict[str, int] = {}  # tokens of the longest spelling that begins, or ends, with a token
_LONGEST_TO: dict[str, int] = {}
for _words in _BY_SPELLING:
    _LONGEST_FROM[_words[0]] = max(len(_words), _LONGEST_FROM.get(_words[0], 0))
    _LONGEST_TO[_words[-1]] = max(len(_words), _LONGEST_TO.get(_words[-1], 0))
OPENING = frozenset(words[0] for words, spelling in _BY_SPELLING.items() if spelling.anywhere or spelling.first)
"""Tokens with which a form may begin that does not end the name."""

_TOKENS = frozenset(word for words in _BY_SPELLING for word in words)
_GLUED_ENDS = ("limited", "ltd", "plc", "llp")
_HALVES = frozenset({("lim", "ited"), ("limi", "ted"), ("limit", "ed"), ("l", "td")})
_TOKENS |= {half for halves in _HALVES for half in halves}
_SHORT_FORM = "ltd"  # the one that is mistyped most; slips of it that could be words keep their vowel
_VOWELS = frozenset("aeiouy")
_LONG_FORM = 7
_LONG_FORMS: dict[str, tuple[str, ...]] = {}
for _spelling in sorted(_BY_SPELLING):
    if len(_spelling) == 1 and len(_spelling[0]) >= _LONG_FORM and _spelling[0].isascii():
        _LONG_FORMS[_spelling[0][0]] = (*_LONG_FORMS.get(_spelling[0][0], ()), _spelling[0])

_LONG_STARTS = frozenset(form[:2] for forms in _LONG_FORMS.values() for form in forms)
_LONG_ENDS = frozenset(form[0] + form[-2:] for forms in _LONG_FORMS.values() for form in forms)

_JOINED_AS = {joined.lower(): form for joined, form in pairs("joined_forms")}
_GLUED = re.compile(r"\b(sdn|pvt|co)\W?(bhd|ltd|limited)\b", re.IGNORECASE)


def set_apart(text: str) -> str:
    """The text with glued and other-script forms spelt out between blanks, ready to fold."""
    apart = _GLUED.sub(r"\1 \2", text)
    return apart if apart.isascii() else _joined().sub(lambda found: f" {_JOINED_AS[found.group().lower()]} ", apart)


@cache
def _joined() -> re.Pattern[str]:
    """Compiled on first use: most names are of Latin letters."""
    return any_of(_JOINED_AS)


def rejoined(tokens: list[str]) -> list[str]:
    """The tokens with a last form that a blank cut in two as one: "lim ited", "l td"."""
    return [*tokens[:-2], tokens[-2] + tokens[-1]] if tuple(tokens[-2:]) in _HALVES else tokens


def unglued(token: str) -> list[str]:
    """A last token that a form was glued to ("uklimited") as two, else as it is."""
    if not token.endswith(_GLUED_ENDS):  # almost every token
        return [token]
    for form in _GLUED_ENDS:
        if token.endswith(form) and len(token) > len(form) + 1 and (token,) not in _BY_SPELLING:
            return [token[: -len(form)], form]
    return [token]


@lru_cache(maxsize=16_384)
def mended(token: str) -> str:
    """A token that is one slip away from a long legal form ("liited", "compani"), or from "ltd", as that form.

    Else the token itself.
    """
    if (token,) in _BY_SPELLING or not token.isalpha():
        return token
    if len(token) < _LONG_FORM - 1:
        near = 1 < len(token) <= len(_SHORT_FORM) + 1 and _VOWELS.isdisjoint(token)
        return (
            _SHORT_FORM if near and abs(len(token) - len(_SHORT_FORM)) <= 1 and _one_slip(token, _SHORT_FORM) else token
        )
    for form in (*_LONG_FORMS.get(token[0], ()), *_LONG_FORMS.get(token[1], ())):
        if abs(len(form) - len(token)) <= 1 and _may_be(token, form) and _one_slip(token, form):
            return form
    return token


def says_nothing_of_form(token: str) -> bool:
    """Whether a token is in no legal form, has none at its end and is none misspelt."""
    return token not in _TOKENS and unglued(token) == [token] and mended(token) == token


def is_far_from_forms(token: str) -> bool:
    """Whether a token surely ``says_nothing_of_form``: cheap, and true of most that do."""
    if token in _TOKENS or token.endswith(_GLUED_ENDS):
        return False
    if len(token) < _LONG_FORM - 1:
        return len(token) > len(_SHORT_FORM) + 1 or not _VOWELS.isdisjoint(token)
    if token[:2] in _LONG_STARTS:
        return False
    end = token[-2:]
    return token[0] + end not in _LONG_ENDS and token[1] + end not in _LONG_ENDS


def _may_be(token: str, form: str) -> bool:
    """Whether a slip could lie between two long words: it leaves their beginning alone, or their end."""
    return token[:2] == form[:2] or token[-2:] == form[-2:]


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter is wrong, missing or too much, or two neighbours are exchanged."""
    at = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return longer[at + 1 :] == shorter[at:]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])


def form_at_end(tokens: list[str], *, before_form: bool) -> tuple[int, str] | None:
    """(number of tokens, id) of the longest form that ends the tokens."""
    for size in range(min(_LONGEST_TO.get(tokens[-1], 0), len(tokens)), 0, -1):
        known = _BY_SPELLING.get(tuple(tokens[-size:]))
        if known and (before_form or not known.before_form):
            return size, known.form
    return None


def form_inside(tokens: list[str], place: int) -> tuple[int, str] | None:
    """(number of tokens, id) of the longest form that starts at ``place``, short of the end."""
    for size in range(min(_LONGEST_FROM.get(tokens[place], 0), len(tokens) - place), 0, -1):
        known = _BY_SPELLING.get(tuple(tokens[place : place + size]))
        if known and (known.anywhere or (known.first and place == 0)):
            return size, known.form
    return None
