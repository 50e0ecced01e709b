"""Words of other scripts in Latin letters, which everybody spells as they hear them ("chhutti", "chuti", "chhuti").

A language file lists pairs of spellings of one sound (``respelt``). Two spellings meet where nothing is left between
them once all sounds are written alike, each letter once and no silent "h" at the end. That is done for words of the
language's own vocabulary alone: a token that is one of them, or sounds like one, may begin whatever that one may begin.
Words that sound alike but are two words ("kaam", work, and "kam", less) are never read as each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

LEAST_LETTERS = 4  # what is shorter is too often another word
_LEAST_SOUNDS = 3
_LONGEST = 24
_MEMO_LIMIT = 50_000  # distinct words remembered per language
_TWICE = re.compile(r"([a-z])\1+")
_SIGNS = "*~"

Phrase = Sequence[str]  # folded words with their signs


class Sounds:
    """How a language's words in Latin letters sound: ``pairs`` of spellings, taken in their order."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._pairs = tuple(pairs.items())

    def of(self, word: str, *, open_end: bool = False) -> str:
        """A word of small Latin letters as it sounds. ``open_end``: more letters follow."""
        for spelt, sound in self._pairs:
            if spelt in word:
                word = word.replace(spelt, sound)
        word = _TWICE.sub(r"\1", word)
        return word[:-1] if not open_end and word[-1:] == "h" and word[-2:-1] in "aeiou" else word


def is_romanised(word: str) -> bool:
    """Whether a folded word is long enough and of small Latin letters alone."""
    return LEAST_LETTERS <= len(word) <= _LONGEST and word.isascii() and word.isalpha()


class Romanised:
    """What a token may have been meant for. ``forms`` and ``heads`` give words and beginnings of words by their sound;

    ``apart`` are words that are never read as others.
    """

    def __init__(
        self,
        pairs: Mapping[str, str],
        forms: Mapping[str, Sequence[str]],
        heads: Mapping[str, Sequence[str]],
        apart: Iterable[str],
    ) -> None:
        self._sounds = Sounds(pairs)
        self._forms = forms
        self._heads = heads
        self._apart = frozenset(apart)
        self._memo: dict[str, tuple[str, ...]] = {}

    def readings(self, token: str) -> tuple[str, ...]:
        """The token itself and the vocabulary's words that sound like it."""
        known = self._memo.get(token)
        if known is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            known = self._memo[token] = self._meant(token)
        return known

    def _meant(self, token: str) -> tuple[str, ...]:
        if not is_romanised(token) or token in self._apart:
            return (token,)
        sound = self._sounds.of(token)
        found = dict.fromkeys((token, *self._forms.get(sound, ())))
        longer = self._sounds.of(token, open_end=True)
        for length in range(LEAST_LETTERS, len(longer) + 1):
            for head in self._heads.get(longer[:length], ()):
                if not token.startswith(head):
                    found[head + longer[length:]] = None
        return tuple(found)


def sounds_alike(
    pairs: Mapping[str, str],
    stems: Mapping[str, Iterable[str]],
    phrases: Sequence[Phrase],
    slots: Sequence[Iterable[int]],
) -> dict[str, list[str]]:
    """The words of a vocabulary by their sound; left out where two of one sound are not spellings of one word.

    They are one word where some slot holds the same phrase with either (``slots``: those of each phrase), or are formed
    of such words in the same way. ``stems``: the words of phrases, without their signs, that each word is a form of.
    """
    sounds = Sounds(pairs)
    groups: dict[str, list[str]] = {}
    for form in sorted(stems):
        if is_romanised(form):
            groups.setdefault(sounds.of(form), []).append(form)
    doubtful = [words for sound, words in groups.items() if len(words) > 1]
    same = _Same(sounds, {stem for words in doubtful for word in words for stem in stems[word]}, phrases, slots)
    return {
        sound: words
        for sound, words in sorted(groups.items())
        if len(sound) >= _LEAST_SOUNDS and same.are_one([frozenset(stems[word]) for word in words])
    }


class _Same:
    """Which words stand for each other: they fill the same place of phrases that are else the same, in one slot."""

    def __init__(
        self, sounds: Sounds, words: set[str], phrases: Sequence[Phrase], slots: Sequence[Iterable[int]]
    ) -> None:
        frames: dict[tuple[int, int, tuple[str, ...]], set[str]] = {}
        for phrase, filled in zip(phrases, slots, strict=True):
            bare = [part.rstrip(_SIGNS) for part in phrase]
            if words.isdisjoint(bare):
                continue
            heard = tuple(sounds.of(part) if is_romanised(part) else part for part in bare)
            for slot in filled:
                for place, part in enumerate(bare):
                    if part in words:
                        frames.setdefault((slot, place, heard), set()).add(part)
        self._near: dict[str, set[str]] = {}
        for frame in frames.values():
            for word in frame:
                self._near.setdefault(word, {word}).update(frame)

    def are_one(self, words: Sequence[frozenset[str]]) -> bool:
        """Whether words, each given by its stems, hang together."""
        met, *left = words
        while left:
            reach = met.union(*(self._near.get(stem, ()) for stem in met))
            near = [stems for stems in left if stems & reach]
            if not near:
                return False
            met = met.union(*near)
            left = [stems for stems in left if not stems & reach]
        return True
