"""Reads long lists of names by their pattern: names that differ only in ordinary words are taken apart alike.

"Amber Overseas Ltd" and "Zenith Travels Ltd" have one pattern. The parser of ``names`` takes it apart once, with other
words of the same kinds in their places; every further name of the pattern only puts its own words there.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from recruitcheck.matching.index.indexed_name import shape_of
from recruitcheck.matching.index.keys import initials_of
from recruitcheck.matching.side import TELLING_SHARE, telling_letters
from recruitcheck.names.articles import may_be_article
from recruitcheck.names.market_words import (
    JOINING_WORDS,
    closes_market_word,
    market_words,
    opens_market_word,
    weight_share,
)
from recruitcheck.names.parts import is_plainly_telling, ordinary_word, parse_tokens, without_forms
from recruitcheck.names.plain import are_plain

ARTICLE = "the"
LONGEST = 12  # tokens of a name that is read by its pattern
MOST_KEPT = 200_000  # patterns
PLAIN, COMMON, HALF_COMMON = "\1", "\2", "\3"  # a telling word, a market word, and one that still says something
OPENING = "\4"  # a telling word with which a market word may begin: "over"
_NEW, _SEEN = 0, 1

Pattern = tuple[str, ...]  # the kind of each token; a token of no such kind stands for itself


class Read(NamedTuple):
    """How names of a pattern are read. A number is the place of a token in the name, a text is said as it is.

    ``words``; ``shape`` as the index keeps it; ``letters`` that tell, beside those of the words in ``telling``;
    ``ignored``; ``initials``: each a run of places, whose tokens' first letters make it.
    """

    words: tuple[int | str, ...]
    shape: str
    letters: int
    telling: tuple[int, ...]
    ignored: tuple[str, ...]
    initials: tuple[tuple[int, ...], ...]


class _Kinds(dict[str, str]):
    """Tokens as patterns show them; ``words``: what each is read as where it is of a kind."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}

    def __missing__(self, token: str) -> str:
        if is_plainly_telling(token) and token not in JOINING_WORDS:
            kind = self[token] = OPENING if opens_market_word(token) else PLAIN
            self.words[token] = token
            return kind
        kind = self[token] = _kind_of(token)
        if kind is not token:
            self.words[token] = ordinary_word(token) or token
        return kind


def _kind_of(token: str) -> str:
    word = ordinary_word(token)
    if not word or word[0] != token[0] or token in JOINING_WORDS:
        return token
    if word not in market_words():
        return token if word != token else OPENING if opens_market_word(token) else PLAIN
    return HALF_COMMON if weight_share(word) >= TELLING_SHARE else COMMON


class Patterns:
    """The patterns met so far."""

    def __init__(self) -> None:
        self._kinds = _Kinds()
        self._read: dict[Pattern, Read | int | None] = {}
        self.words = self._kinds.words

    def of(self, tokens: list[str]) -> Read | None:
        """How the folded tokens of a name that ``looks_plain`` are read; None where the parser must see the text.

        ``words`` of this class then says what each token that is a place is read as.
        """
        pattern = tuple(map(self._kinds.__getitem__, tokens))
        read = self._read.get(pattern, _NEW)
        if read.__class__ is int:
            # Learning costs more than reading one name: only a pattern that comes back is worth it.
            if len(self._read) >= MOST_KEPT:
                self._read.clear()
            read = self._read[pattern] = _learnt(pattern) if read == _SEEN else _SEEN
        return read if read.__class__ is Read else None


def _learnt(pattern: Pattern) -> Read | None:
    free = _stand_ins()
    taken = {token[0] for token in pattern}
    tokens = []
    for kind in pattern:
        token = next((one for one in free[kind] if one[0] not in taken), "") if kind in free else kind
        taken.add(token[:1])
        tokens.append(token)
    if not (are_plain(tokens) and all(tokens)) or len(tokens) > LONGEST or tokens[0] == "m":
        return None
    ignored = (ARTICLE,) if tokens[0] == ARTICLE and len(tokens) > 1 else ()
    place = {token: at for at, (token, kind) in enumerate(zip(tokens, pattern, strict=True)) if kind in free}
    # Other words in their places might make a market word with what follows, unless that is a legal form.
    opening = {token for token, at in place.items() if pattern[at] != PLAIN}
    kept = pairwise(without_forms(tokens[len(ignored) :]))
    if any(map(may_be_article, pattern)) or any(word in opening and closes_market_word(after) for word, after in kept):
        return None
    parts = parse_tokens(tokens[len(ignored) :], ignored)
    first = {token[0]: at for at, token in reversed(list(enumerate(tokens)))}
    spelt = sorted(initials_of(" ".join(tokens), parts))
    fixed = [word for word in parts.words if word not in place]
    if any(token in word for token in place for word in fixed):
        return None
    said = {word[0] for word in fixed}  # "et" is read as "and": its letter is in no token
    if not first.keys() >= set("".join(spelt)) or not said.isdisjoint([token[0] for token in place]):
        return None
    telling = tuple([at for word, at in place.items() if word in parts.words and pattern[at] != COMMON])
    return Read(
        tuple([place.get(word, word) for word in parts.words]),
        shape_of(parts).packed(),
        telling_letters(parts) - sum([len(tokens[at]) for at in telling]),
        telling,
        ignored,
        tuple([tuple([first[letter] for letter in key]) for key in spelt]),
    )


@cache
def _stand_ins() -> dict[str, tuple[str, ...]]:
    """Words of each kind that are read as they are written."""
    words = [*(f"{letter}qvxqz" for letter in "abcdefghijklmnopqrstuvwxyz"), *sorted(market_words())]
    words += sorted({word[:at] for word in market_words() for at in range(2, len(word))} - set(words))
    kinds = [(_kind_of(word), word) for word in words if ordinary_word(word) == word]
    return {kind: tuple(word for of, word in kinds if of == kind) for kind in (PLAIN, COMMON, HALF_COMMON, OPENING)}
