"""Legal forms worldwide: many spellings, one id each (``data/legal_forms.txt``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recruitcheck.names.wordlist import pairs


@dataclass(frozen=True, slots=True)
class _Spelling:
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
LONGEST = max(map(len, _BY_SPELLING))
"""Tokens of the longest spelling."""

_JOINED_AS = dict(pairs("joined_forms"))
_JOINED = re.compile("|".join(re.escape(form) for form in sorted(_JOINED_AS, key=len, reverse=True)))
_GLUED = re.compile(r"\b(sdn|pvt|co)\W?(bhd|ltd|limited)\b", re.IGNORECASE)


def set_apart(text: str) -> str:
    """The text with glued and other-script forms spelt out between blanks, ready to fold."""
    apart = _GLUED.sub(r"\1 \2", text)
    return apart if apart.isascii() else _JOINED.sub(lambda found: f" {_JOINED_AS[found.group()]} ", apart)


def form_at_end(tokens: list[str], *, before_form: bool) -> tuple[int, str] | None:
    """(number of tokens, id) of the longest form that ends the tokens."""
    for size in range(min(LONGEST, len(tokens)), 0, -1):
        known = _BY_SPELLING.get(tuple(tokens[-size:]))
        if known and (before_form or not known.before_form):
            return size, known.form
    return None


def form_inside(tokens: list[str], place: int) -> tuple[int, str] | None:
    """(number of tokens, id) of the longest form that starts at ``place``, short of the end."""
    for size in range(min(LONGEST, len(tokens) - place), 0, -1):
        known = _BY_SPELLING.get(tuple(tokens[place : place + size]))
        if known and (known.anywhere or (known.first and place == 0)):
            return size, known.form
    return None
