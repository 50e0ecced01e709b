"""Which words tell that a clause is spoken in a language, and not merely borrowed from English.

"Deposit", "visa" and "commission" stand in the packs of most languages: a pattern that met nothing but such words, or
figures, says nothing in a clause in which no word is the language's own. English itself looks at such a clause anyway.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property

from recruitcheck.redflags.plan import Plain
from recruitcheck.redflags.words.romanised import Romanised

_LEAST_HEAD = 3  # letters of a `word*` that tell its language
_LONGEST_HEAD = 24
_MEMO_LIMIT = 100_000  # distinct words remembered per language
_LATIN = "LATIN"


class Words:
    """Every word that a plan knows, wherever it stands in a phrase."""

    def __init__(self, plan: Plain) -> None:
        self._forms = frozenset(plan["forms"])
        self._heads = frozenset(plan["heads"])

    def knows(self, token: str) -> bool:
        """Whether a token is one of them."""
        return token in self._forms or any(
            token[:length] in self._heads for length in range(_LEAST_HEAD, min(len(token), _LONGEST_HEAD) + 1)
        )


class Speech:
    """The words of one language that are not those of the reference as well."""

    def __init__(self, plan: Plain, reference: Callable[[], Plain], romanised: Romanised | None = None) -> None:
        self._own = Words(plan)
        self._romanised = romanised
        self._find_reference = reference
        self._scripts = frozenset(filter(None, map(_script, plan["letters"]))) - {_LATIN}
        self._memo: dict[str, bool] = {}

    @cached_property
    def _reference(self) -> Words:
        return Words(self._find_reference())

    def heard_in(self, words: Iterable[str]) -> bool:
        """Whether any of the folded words is the language's own."""
        memo = self._memo
        for word in words:
            known = memo.get(word)
            if known is None:
                known = self._learn(word)
            if known:
                return True
        return False

    def _learn(self, word: str) -> bool:
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
        self._memo[word] = known = self._is_own(word)
        return known

    def _is_own(self, word: str) -> bool:
        if not word[0].isascii() and _script(word[0]) in self._scripts:
            return True
        if word[0].isdigit() or self._reference.knows(word):
            return False
        readings = (word,) if self._romanised is None else self._romanised.readings(word)
        return any(map(self._own.knows, readings))


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""
