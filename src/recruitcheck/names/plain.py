"""Plain names: most hold nothing that the patterns for other names, noise or scripts look for, and skip them."""

from __future__ import annotations

import re

from recruitcheck.names.fold import MAX_CHARS, fold, folded_ascii

_NOT_ONE_NAME = re.compile(r"[^A-Za-z &.,'-]")
_NOT_PLAIN = re.compile(r"[^A-Za-z &.,'()\[\]/:;!?+*#_@|-]")
# Words that open another name; "a" may belong to a spelt-out "a. k. a.".
_MARKERS = frozenset({"a", "aka", "alias", "also", "dba", "doing", "fka", "formerly", "operating", "previously", "ta"})
# Words of an office or an honorific, and legal forms written as one.
_NOISE = frozenset({"messrs", "regd", "office", "branch"}) | {
    first + second for first in ("sdn", "pvt", "co") for second in ("bhd", "ltd", "limited")
}


def is_one_name(text: str) -> bool:
    """Whether a cell certainly holds one name and nothing else."""
    if _NOT_ONE_NAME.search(text) or len(text) > MAX_CHARS:
        return False
    tokens = folded_ascii(text).split()
    return bool(tokens) and not _has_marker(tokens)


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


def _has_marker(tokens: list[str]) -> bool:
    if "trading" in tokens and ("as" in tokens or "under" in tokens):
        return True
    return not _MARKERS.isdisjoint(tokens)
