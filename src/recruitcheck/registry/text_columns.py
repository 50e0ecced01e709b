"""Whole columns of cells made fit to use: what is seen once for a batch need not be asked of every cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from recruitcheck.registry import cell

MEMORY = 20_000  # different values of a column that are remembered
_MARK = "\x7f"  # no blank and no mark that divides
_ENOUGH_DIGITS = re.compile(r"(?:\d\D*){5}")
T = TypeVar("T")


class Remembered(Generic[T]):
    """A function of a cell that is worked out once for each different text."""

    def __init__(self, function: Callable[[str], T]) -> None:
        self._function = function
        self._known: dict[str, T] = {}

    def all(self, texts: Sequence[str]) -> list[T]:
        """The value of each text."""
        known = self._known
        if len(known) > MEMORY:
            known.clear()
        for text in set(texts).difference(known):
            known[text] = self._function(text)
        return [known[text] for text in texts]


def cleaned(texts: Sequence[str], nulls: frozenset[str]) -> Sequence[str]:
    """``cell.value_of`` of each cell."""
    if not _is_clean(texts):
        texts = [cell.clean(text) for text in texts]
    if nulls and not nulls.isdisjoint(map(str.casefold, texts)):
        texts = ["" if text.casefold() in nulls else text for text in texts]
    return texts


def _is_clean(texts: Sequence[str]) -> bool:
    """Whether every cell stands as ``cell.clean`` would leave it; a doubt costs time, never the right answer."""
    joined = "|".join(texts)
    return (
        joined.isprintable()  # the only blank that counts as printable is the space
        and "  " not in joined
        and "| " not in joined
        and " |" not in joined
        and joined.strip() == joined
    )


class SplitColumn:
    """A column whose cells may hold several values, divided by a pattern of the definition or by the usual marks."""

    def __init__(self, split: str, usual: str, nulls: frozenset[str], keep: Callable[[str], bool] | None) -> None:
        self._split, self._nulls, self._keep = split, nulls, keep
        self._marks = re.compile(usual) if split == usual else None

    def values(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """The values of each cell, in order, each once."""
        if self._marks is None or self._marks.search(_MARK.join(texts)):
            return [self._several(text) for text in texts]
        keep = self._keep
        if keep is None:
            return [(text,) if text else () for text in cleaned(texts, self._nulls)]
        return [(text,) if text and keep(text) else () for text in cleaned(texts, self._nulls)]

    def _several(self, text: str) -> tuple[str, ...]:
        if not text or text.isspace():
            return ()
        if self._marks is not None and not self._marks.search(text):
            found: Iterable[str] = filter(None, (cell.value_of(text, self._nulls),))
        else:
            found = cell.parts_of(text, self._split, self._nulls)
        return tuple(filter(self._keep, found)) if self._keep else tuple(found)


def is_phone(text: str) -> bool:
    """Whether it has digits enough; in "25278888/01" what follows the stroke is an extension or a last digit."""
    return _ENOUGH_DIGITS.search(text) is not None


def is_mail(text: str) -> bool:
    """Whether it can be a mail address."""
    return "@" in text
