"""Which words tell that a clause is spoken in a language, and not merely borrowed from English.

"Deposit", "visa" and "commission" stand in the packs of most languages: a pattern that met nothing but such words, or
figures, says nothing in a clause in which no word is the language's own. English itself looks at such a clause anyway.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from recruitcheck.redflags.wording import Wording

_MEMO_LIMIT = 100_000  # distinct words remembered per language
_LATIN = "LATIN"


class Speech:
    """The words of one language that are not those of the reference as well."""

    def __init__(self, own: Wording, reference: Wording) -> None:
        self._own = own
        self._reference = reference
        self._scripts = frozenset(filter(None, map(_script, own.letters()))) - {_LATIN}
        self._memo: dict[str, bool] = {}

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
        return not word[0].isdigit() and self._own.knows(word) and not self._reference.knows(word)


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""
