"""All words that any pattern of one language needs, found in one pass over a clause's tokens.

This is the prefilter: a token that begins no phrase costs one dictionary look-up, and a pattern is only tried where its
rarest slot was found. Time is linear in the tokens; no regular expression runs on foreign text here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from recruitcheck.redflags.wording import FIGURE, Word, Wording

_MEMO_LIMIT = 100_000  # distinct words remembered per language and process
_COMMON_FACT, _COMMON_NUMBER = 8.0, 30.0
_BY_LENGTH = (30.0, 30.0, 30.0, 12.0, 5.0, 3.0)  # how common a word of so many letters is, roughly; longer ones: 1

Mentions = dict[str, list[tuple[int, int]]]  # slot -> [start, end) in tokens, in order


@dataclass(slots=True)
class Phrase:
    """Words in a row and the slots they fill."""

    words: tuple[Word, ...]
    slots: list[str] = field(default_factory=list)

    def as_regex(self) -> str:
        """The phrase as a regular expression."""
        return r"\W+".join(
            r"\d+" if word.figure else f"{word.prefix}\\w*" if word.prefix else f"(?:{'|'.join(sorted(word.forms))})"
            for word in self.words
        )


@dataclass(frozen=True, slots=True)
class Longer:
    """A phrase of two words and more: the slots that it fills, also as bits."""

    words: tuple[Word, ...]
    slots: list[str]
    bits: int


@dataclass(frozen=True, slots=True)
class Starters:
    """What a token can begin: the slots it fills alone, longer phrases by their second word, and those without."""

    alone: frozenset[str]
    bits: int
    by_second: dict[str, list[Longer]]
    others: tuple[Longer, ...]

    def longer_at(self, tokens: Sequence[str], index: int, high: int) -> Iterable[Longer]:
        """The phrases of two words and more that stand at ``index`` and end by ``high``."""
        if index + 1 >= high or not (self.by_second or self.others):
            return ()
        second = tokens[index + 1]
        known = self.by_second.get(second, ())
        if self.others:
            known = [*known, *(one for one in self.others if one.words[1].fits(second))]
        return [one for one in known if index + len(one.words) <= high and _goes_on(one.words, tokens, index)]


_NOTHING = Starters(frozenset(), 0, {}, ())


class Lexicon:
    """The slots of one language that were added, ready to be found."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._phrases: dict[int, Phrase] = {}  # by their numbers in the wording
        self._by_first: dict[Word, list[Phrase]] = {}
        self._memo: dict[str, Starters] = {}
        self._bits: dict[str, int] = {}  # slot -> its bit, by the order in which slots were added

    def add(self, slot: str) -> None:
        """Makes a slot findable. Raises PatternError for an unknown concept."""
        if slot in self._bits:
            return
        numbers = () if slot.startswith("<") else self._wording.phrases_of(slot)
        self._bits[slot] = 1 << len(self._bits)
        for number in numbers:
            phrase = self._phrases.get(number)
            if phrase is None:
                phrase = self._phrases[number] = Phrase(self._wording.phrase(number))
                self._by_first.setdefault(phrase.words[0], []).append(phrase)
            phrase.slots.append(slot)
        self._memo.clear()

    def rarities(self) -> dict[str, float]:
        """How often each slot is likely to be met: what many slots name, and what is short, is common."""
        found: dict[str, float] = {}
        for phrase in self._phrases.values():
            common = _commonness(phrase)
            for slot in phrase.slots:
                found[slot] = found.get(slot, 0.0) + common
        for slot in self._bits:
            if slot.startswith("<"):
                continue
            figures = slot.count(FIGURE)
            facts = slot.count("<") - figures
            found[slot] = found.get(slot, 0.0) + _COMMON_FACT * facts + _COMMON_NUMBER * figures
        return found

    def bits(self, slots: Iterable[str]) -> int:
        """The bits of those of the slots that were added, as one number."""
        together = 0
        for slot in slots:
            together |= self._bits.get(slot, 0)
        return together

    def find(self, tokens: Sequence[str], wanted: Set[str] | None = None) -> Mentions:
        """Every mention of the slots wanted (None: of all)."""
        wanted = self._bits.keys() if wanted is None else wanted
        found: Mentions = {}
        memo = self._memo
        for index, token in enumerate(tokens):
            starters = memo.get(token)
            if starters is None:
                starters = self._starters(token)
            if starters is _NOTHING:
                continue
            for slot in starters.alone & wanted:
                found.setdefault(slot, []).append((index, index + 1))
            for one in starters.longer_at(tokens, index, len(tokens)):
                for slot in one.slots:
                    if slot in wanted:
                        found.setdefault(slot, []).append((index, index + len(one.words)))
        for spans in found.values():
            if len(spans) > 1:
                spans.sort()
        return found

    def mask(self, tokens: Sequence[str], low: int, high: int) -> int:
        """The bits of all slots that stand in tokens [low, high); a phrase counts where all its words do."""
        together = 0
        memo = self._memo
        for index in range(low, high):
            token = tokens[index]
            starters = memo.get(token)
            if starters is None:
                starters = self._starters(token)
            if starters is _NOTHING:
                continue
            together |= starters.bits
            for one in starters.longer_at(tokens, index, high):
                together |= one.bits
        return together

    def as_regex(self, slot: str) -> str:
        """A slot's phrases as one regular expression, for measuring what a plain search would cost."""
        if slot.startswith("<"):
            return r"\d[\d.,]*"
        phrases = sorted(phrase.as_regex() for phrase in self._phrases.values() if slot in phrase.slots)
        return "|".join(phrases) or r"\d+"

    def _starters(self, token: str) -> Starters:
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
        phrases = [phrase for word in self._wording.first_words(token) for phrase in self._by_first.get(word, ())]
        alone = {slot for phrase in phrases if len(phrase.words) == 1 for slot in phrase.slots}
        if FIGURE in self._bits and token[0].isdigit():
            alone.add(FIGURE)
        by_second: dict[str, list[Longer]] = {}
        others: list[Longer] = []
        for phrase in phrases:
            if len(phrase.words) > 1:
                longer = Longer(phrase.words, phrase.slots, self.bits(phrase.slots))
                for form in phrase.words[1].forms:
                    by_second.setdefault(form, []).append(longer)
                if not phrase.words[1].forms:
                    others.append(longer)
        nothing = not alone and not by_second and not others
        starters = _NOTHING if nothing else Starters(frozenset(alone), self.bits(alone), by_second, tuple(others))
        self._memo[token] = starters
        return starters


def _commonness(phrase: Phrase) -> float:
    """Of a phrase: that of its longest word, or by the slots that name it; less the more words it has."""
    longest = max(len(word.prefix) or max(map(len, word.forms), default=1) for word in phrase.words)
    by_length = _BY_LENGTH[longest] if longest < len(_BY_LENGTH) else 1.0
    return max(by_length, len(phrase.slots)) / len(phrase.words) ** 2


def _goes_on(words: tuple[Word, ...], tokens: Sequence[str], index: int) -> bool:
    """Whether the words after the second stand there too."""
    return len(words) == 2 or all(words[k].fits(tokens[index + k]) for k in range(2, len(words)))
