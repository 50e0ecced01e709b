"""Whole columns of cells made fit to use: what is seen once for a batch need not be asked of every cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from operator import contains
from typing import Generic, TypeVar

from recruitcheck.model.list_batch import BETWEEN
from recruitcheck.model.printable import is_printable
from recruitcheck.registry.mapping import cell

MEMORY = 20_000  # different values of a column that are remembered
_MARK = "_"  # no blank and no mark that divides
_PRINTABLE = tuple(map(chr, range(32, 127)))
_ENOUGH_DIGITS = re.compile(r"(?:\d\D*){5}")
_PHONE_DIGITS = 5
_BUT_DIGITS = bytes(code for code in range(256) if not 48 <= code <= 57 and code != 10)
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


class Writing:
    """How all cells of some rows are written, looked at in one go; a doubt costs time, never the right answer.

    ``lines`` are the rows with ``BETWEEN`` their cells; None afterwards where a cell needs an escape in JSON
    (``unescaped``: none does). ``clean``: each stands as ``cell.clean`` would leave it, too.
    """

    def __init__(self, rows: Sequence[Sequence[str]], lines: list[str]) -> None:
        whole = BETWEEN.join(lines)
        quotes = 2 * (sum(map(len, rows)) - 1)
        self.unescaped = is_printable(whole) and "\\" not in whole and whole.count('"') == quotes
        self.lines = lines if self.unescaped else None
        self.clean = (
            self.unescaped
            and "  " not in whole
            and '" ' not in whole
            and ' "' not in whole
            and not whole.startswith(" ")
            and not whole.endswith(" ")
        )


def cleaned(texts: Sequence[str], nulls: frozenset[str], *, clean: bool = False) -> Sequence[str]:
    """``cell.value_of`` of each cell. ``clean``: known to stand as ``cell.clean`` would leave them."""
    if not clean and not _is_clean(texts):
        texts = [cell.clean(text) for text in texts]
    if nulls and not nulls.isdisjoint(map(str.casefold, texts)):
        texts = ["" if text.casefold() in nulls else text for text in texts]
    return texts


def _is_clean(texts: Sequence[str]) -> bool:
    """Whether every cell stands as ``cell.clean`` would leave it; a doubt costs time, never the right answer."""
    joined = "|".join(texts)
    return (
        is_printable(joined)  # the only blank that counts as printable is the space
        and "  " not in joined
        and "| " not in joined
        and " |" not in joined
        and joined.strip() == joined
    )


class SplitColumn:
    """A column whose cells may hold several values, divided by a pattern of the definition or by the usual marks.

    ``keep`` says of one value whether it counts; ``keeps`` of many at once that all do (a doubt costs time only).
    """

    def __init__(
        self,
        split: str,
        usual: str,
        nulls: frozenset[str],
        keep: Callable[[str], bool] | None = None,
        keeps: Callable[[Sequence[str]], bool] = all,
    ) -> None:
        self._split, self._nulls, self._keep, self._keeps = split, nulls, keep, keeps
        self._marks = re.compile(usual) if split == usual else None
        self._visible = [mark for mark in _PRINTABLE if re.match(usual, mark)]

    def values(self, texts: Sequence[str], found: Sequence[str]) -> list[tuple[str, ...]]:
        """The values of each cell, in order, each once; ``found``: the cells ``cleaned``."""
        keep = self._keep
        if self._marks is None or self._divides(_MARK.join(texts), clean=found is texts):
            return [self._several(text) for text in texts]
        if self._keeps(found):
            return list(zip(found, strict=True))  # each value a tuple of its own
        if keep is None:
            return [(text,) if text else () for text in found]
        return [(text,) if text and keep(text) else () for text in found]

    def _divides(self, joined: str, *, clean: bool) -> bool:
        """Whether a mark stands in it; clean text is printable, which no blank but the space is."""
        assert self._marks is not None
        if clean:
            return any(mark in joined for mark in self._visible)
        return self._marks.search(joined) is not None

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


def are_phones(texts: Sequence[str]) -> bool:
    """Whether ``is_phone`` holds for each, as far as can be told of all at once."""
    joined = "\n".join(texts)
    if not joined.isascii() or joined.count("\n") >= len(texts):
        return False
    return min(map(len, joined.encode().translate(None, _BUT_DIGITS).split(b"\n"))) >= _PHONE_DIGITS


def are_mails(texts: Sequence[str]) -> bool:
    """Whether ``is_mail`` holds for each."""
    return all(map(contains, texts, repeat("@")))


def is_mail(text: str) -> bool:
    """Whether it can be a mail address."""
    return "@" in text
