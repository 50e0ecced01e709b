"""Plain names: most hold nothing that the patterns for other names, noise or scripts look for, and skip them."""

from __future__ import annotations

import re
from collections.abc import Collection

from recruitcheck.names.fold import MAX_CHARS, fold, folded_ascii

_NOT_ONE_NAME = re.compile(r"[^A-Za-z &.,'-]")
_NOT_PLAIN = re.compile(r"[^A-Za-z &.,'()\[\]/:;!?+*#_@|-]")
# A bracket with a small letter in it holds no initials: "(Pvt)", "(Europe)".
_BRACKETED = re.compile(r"[A-Za-z &.,'-]+\([A-Z &.,'-]*[a-z][A-Za-z &.,'-]*\)[A-Za-z &.,'-]*\Z")
# Words that open another name; "a" may belong to a spelt-out "a. k. a.".
_MARKERS = frozenset({"a", "aka", "alias", "also", "dba", "doing", "fka", "formerly", "operating", "previously", "ta"})
_TRADING = frozenset({"trading", "as", "under"})
# Words of an office or an honorific, and legal forms written as one.
_NOISE = frozenset({"messrs", "regd", "office", "branch"}) | {
    first + second for first in ("sdn", "pvt", "co") for second in ("bhd", "ltd", "limited")
}


def is_one_name(text: str) -> bool:
    """Whether a cell certainly holds one name and nothing else."""
    if not looks_plain(text):
        return False
    tokens = folded_ascii(text).split()
    return bool(tokens) and not _has_marker(tokens)


def looks_plain(text: str) -> bool:
    """Whether a text holds but letters and the commonest signs: its tokens alone decide whether it is one name."""
    return not _NOT_ONE_NAME.search(text) and len(text) <= MAX_CHARS


def looks_plain_but_for_a_bracket(text: str) -> bool:
    """The same of a text with one bracket that is part of the name, unless its tokens open another name."""
    return len(text) <= MAX_CHARS and _BRACKETED.match(text) is not None


def are_plain(tokens: Collection[str]) -> bool:
    """Whether the tokens of a text that ``looks_plain`` are those of one name without noise."""
    return bool(tokens) and not _has_marker(tokens) and _NOISE.isdisjoint(tokens)


def opens_nothing(token: str) -> bool:
    """Whether a token is part of no marker of another name and of no noise."""
    return token not in _MARKERS and token not in _TRADING and token not in _NOISE


OPENING = _MARKERS | _TRADING | _NOISE
"""The tokens of which ``opens_nothing`` is not true."""


def may_hold_marker(text: str) -> bool:
    """Whether a text may hold "trading as" or one of its kin; cheap, and false for most texts."""
    return "/" in text or _has_marker(fold(text).split())


def plain_tokens(text: str) -> list[str] | None:
    """The folded tokens of one name; None where the patterns for noise and scripts must look at the text."""
    if _NOT_PLAIN.search(text) or len(text) > MAX_CHARS:
        return None
    tokens = folded_ascii(text).split()
    if not tokens or tokens[0] == "m" or not _NOISE.isdisjoint(tokens):
        return None
    return tokens


def _has_marker(tokens: Collection[str]) -> bool:
    if "trading" in tokens and ("as" in tokens or "under" in tokens):
        return True
    return not _MARKERS.isdisjoint(tokens)
