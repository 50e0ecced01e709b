"""Which listed words a query word may stand for: slips, sounds, beginnings, pieces."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from recruitcheck.matching.alignment import LONGEST_SYLLABLE
from recruitcheck.matching.index.keys import MIN_BONES, MIN_SLIP, SPOKEN, deletions, grams
from recruitcheck.matching.side import has_han, is_guessed
from recruitcheck.matching.token import (
    FAR,
    PREFIX,
    SHAPE,
    SHAPE_LETTERS,
    bones,
    likeness,
    likeness_at,
    read_likeness,
    skeleton,
    slips_allowed,
    spoken,
)
from recruitcheck.names.market_words import is_market_word

if TYPE_CHECKING:
    from recruitcheck.matching.index import NameIndex
    from recruitcheck.matching.index.key_table import KeyTable

LEAST_LIKE = 0.5
MOST_LIKE_WORDS = 60  # listed words that one query word may stand for; short words have many neighbours in a large list
MOST_CUT_WORDS = 40  # words cut short beside them
MOST_READ_WORDS = 20  # the same for a word that was read from another script
MOST_WIDE_WORDS = 72
MOST_BONES_FILED = 1500
MOST_HEARD_FILED = 1500  # the same for a word as printed, where nothing nearer was found
LEAST_READ = 0.74
MOST_BEGINNINGS = 120
LONG, LONGEST = 6, 14  # letters of a word that is looked for by its pieces
MOST_REMEMBERED = 65_536
MOST_SLIPS_FILED, MOST_SOUNDS_FILED, MOST_GRAMS_FILED = 200, 400, 400

Like = tuple[tuple[int, float], ...]  # (word number, likeness), the likest first


class Memory(dict[str, Like]):
    """What words stand for, worked out where it is not known; forgets all when it holds very many."""

    def __init__(self, work_out: Callable[[str], Like]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Like:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._work_out(word)
        return found


class Stands:
    """Asks the words of one index; remembers what it found."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self.plain = Memory(self._work_out)
        self.wide = Memory(self._work_out_wide)
        self._as_spelt = lru_cache(maxsize=4096)(self._work_out_spelt)
        self._as_read = lru_cache(maxsize=4096)(self._work_out_read)

    def of(self, text: str, words: tuple[str, ...]) -> list[Like]:
        """What each of some words of a name may stand for."""
        stands_for = self._as_read if is_guessed(text) else self._as_spelt if has_han(text) else self.plain.__getitem__
        return [stands_for(word) for word in words]

    def wide_of(self, text: str, words: tuple[str, ...]) -> list[Like]:
        """The same with words that share pieces; [] where that finds nothing more."""
        if not text.isascii() and (is_guessed(text) or has_han(text)):
            return []
        found = [self.wide[word] for word in words]
        return [] if found == [self.plain[word] for word in words] else found

    def _near(self, word: str, exact: int | None) -> dict[int, float]:
        """The listed words that a slip or another spelling may have turned into this one."""
        index = self._index
        slips: set[int] = set()
        for shorter in deletions(word):
            slips.update(index.slips.under(shorter, MOST_SLIPS_FILED))
        sound = skeleton(word)
        sounds = set(index.sounds.under(sound, MOST_SOUNDS_FILED)) if len(sound) > 1 else set()
        sounds.update(index.sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED))
        slips.discard(-1 if exact is None else exact)
        sounds.discard(-1 if exact is None else exact)
        found = self._like(word, sounds, FAR - 1)
        return found | self._like(word, slips - sounds, slips_allowed(len(word) + 1))

    def _like(self, word: str, maybe: set[int], most: int) -> dict[int, float]:
        """Those of some listed words that are like a word, at most so many slips away, and how much."""
        if not maybe:
            return {}
        every = self._index.words
        numbers = list(maybe)
        near = extract(word, [every[one] for one in numbers], scorer=OSA.distance, score_cutoff=most, limit=None)
        found = {numbers[at]: likeness_at(word, other, slips) for other, slips, at in near}
        return {number: alike for number, alike in found.items() if alike >= LEAST_LIKE}

    def _work_out(self, word: str) -> Like:
        """The listed words that a query word may stand for, the likest first."""
        index = self._index
        exact = index.word_number(word)
        found = {exact: 1.0} if exact is not None else {}
        if not may_be_misspelt(word):
            return tuple(found.items())
        if len(word) >= MIN_SLIP:
            found |= self._near(word, exact)
        else:
            sounds = set(index.sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED))
            found |= self._like(word, sounds - set(found), FAR)
        if not found and LONG <= len(word) <= LONGEST:
            found = self._like(word, self._by_pieces(word), FAR)
        return self.with_beginnings(word, found)

    def with_beginnings(self, word: str, found: dict[int, float]) -> Like:
        """What a word stands for beside the listed words that are near it: those read from other scripts, and those
        that begin with it or that it begins with."""
        index = self._index
        if len(word) > MIN_BONES and len(index.read):
            found |= self._same_bones(word, index.read)
        for number in index.words_from(word, MOST_BEGINNINGS):
            found.setdefault(number, PREFIX)
        for size in range(3, len(word)):
            start = index.word_number(word[:size])
            if start is not None:
                found.setdefault(start, PREFIX)
        best = likest(found, MOST_LIKE_WORDS)
        if len(found) == len(best):
            return best
        # What sounds alike is much where words are short: a word cut short is looked for all the same.
        left = found.keys() - {number for number, _ in best}
        cut = [number for number in left if found[number] == PREFIX]
        cut.sort(key=lambda number: (abs(len(index.words[number]) - len(word)), number))
        return (*best, *[(number, PREFIX) for number in cut[:MOST_CUT_WORDS]])

    def _work_out_wide(self, word: str) -> Like:
        """The same with the words that share many of its pieces or its consonants, however they are spelt."""
        found = dict(self.plain[word])
        if not may_be_reshaped(word):
            return tuple(found.items())
        every, sounds = self._index.words, self._index.sounds
        heard = [
            *sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED),
            *sounds.under(skeleton(word), MOST_SOUNDS_FILED),
            *self._index.bones.under(bones(word), MOST_HEARD_FILED),
        ]
        for number in self._by_pieces(word).union(heard) - found.keys():
            alike = likeness(word, every[number])
            if alike >= SHAPE:
                found[number] = alike
        return likest(found, MOST_WIDE_WORDS)

    def _work_out_read(self, word: str) -> Like:
        """The listed words that a query word may stand for which was read from another script."""
        found = dict(self.plain[word])
        if not is_market_word(word) and word.isalpha() and len(word) >= MIN_BONES:
            for number, alike in self._same_bones(word, self._index.bones).items():
                found[number] = max(alike, found.get(number, 0.0))
        return likest(found, MOST_READ_WORDS)

    def _work_out_spelt(self, word: str) -> Like:
        """The same for a Chinese syllable, in which nobody slips: itself, and other spellings of its sound."""
        if len(word) > LONGEST_SYLLABLE or is_market_word(word):
            return self.plain[word]
        exact = self._index.word_number(word)
        found = {exact: 1.0} if exact is not None else {}
        sounds = self._index.sounds.under(SPOKEN + spoken(word), MOST_SOUNDS_FILED)
        found |= self._like(word, set(sounds) - set(found), FAR)
        return likest(found, len(found))

    def _same_bones(self, word: str, table: KeyTable) -> dict[int, float]:
        """The words of a table that keep the same in every romanisation, and how like they are."""
        every = self._index.words
        alike = {number: read_likeness(word, every[number]) for number in table.under(bones(word), MOST_BONES_FILED)}
        return {number: like for number, like in alike.items() if LEAST_READ <= like < 1}

    def _by_pieces(self, word: str) -> set[int]:
        """Words that share at least two in five runs of three letters."""
        shared: list[int] = []
        pieces = grams(word)
        for gram in pieces:
            shared += self._index.grams.under(gram, MOST_GRAMS_FILED)
        least = least_shared(len(pieces))
        shared.sort()
        return {number for number, later in zip(shared, shared[least - 1 :], strict=False) if number == later}


def may_be_misspelt(word: str) -> bool:
    """Whether other words are looked for than the word itself."""
    return len(word) > 2 and word.isalpha() and not is_market_word(word)


def may_be_reshaped(word: str) -> bool:
    """Whether words are looked for that only share pieces with it."""
    return SHAPE_LETTERS <= len(word) <= LONGEST and word.isalpha() and not is_market_word(word)


def least_shared(pieces: int) -> int:
    """How many pieces of so many two words must share."""
    return max(1, -(-pieces * 2 // 5))


def likest(found: dict[int, float], most: int) -> Like:
    """The likest words, so many at most."""
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most])
