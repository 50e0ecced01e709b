"""All words that any pattern of one language needs, found in one pass over a clause's tokens.

This is the prefilter: a token that begins no phrase costs one dictionary look-up, and a pattern is only tried where its
rarest slot was found. Time is linear in the tokens; no regular expression runs on foreign text here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from recruitcheck.redflags.wording import FIGURE, Word, Wording

_MEMO_LIMIT = 100_000  # distinct words remembered per language and process
_MET_LIMIT = 5_000  # second words remembered for each first one
_HEAD = 2  # letters by which words that are open at their end are looked up; shorter ones by their only letter
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


class Longer(NamedTuple):
    """A phrase of two words and more: the words after its second, the slots that it fills, also as bits."""

    second: Word
    rest: tuple[Word, ...]
    length: int
    slots: list[str]
    bits: int


@dataclass(frozen=True, slots=True)
class Starters:
    """What a token can begin: the slots it fills alone, and longer phrases by their second word.

    ``by_head`` holds those whose second word is open at its end, by how it begins; ``met`` what second words were met.
    """

    alone: frozenset[str]
    bits: int
    by_second: dict[str, tuple[Longer, ...]]
    by_head: dict[str, tuple[Longer, ...]]
    longer: bool
    met: dict[str, tuple[Longer, ...]] = field(default_factory=dict)

    def before(self, second: str) -> tuple[Longer, ...]:
        """The phrases of two words and more whose second word this is."""
        known = self.met.get(second)
        if known is None:
            if len(self.met) >= _MET_LIMIT:
                self.met.clear()
            heads = (second[:_HEAD], second[0]) if len(second) > 1 else (second,)
            opened = (one for head in heads for one in self.by_head.get(head, ()) if one.second.fits(second))
            self.met[second] = known = (*self.by_second.get(second, ()), *opened)
        return known


_NOTHING = Starters(frozenset(), 0, {}, {}, longer=False)


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
        wanted = frozenset(self._bits if wanted is None else wanted)
        found: Mentions = {}
        memo = self._memo
        last = len(tokens)
        for index, token in enumerate(tokens):
            starters = memo.get(token) or self._starters(token)
            if starters is _NOTHING:
                continue
            for slot in starters.alone & wanted:
                found.setdefault(slot, []).append((index, index + 1))
            if starters.longer and index + 1 < last:
                for one in starters.before(tokens[index + 1]):
                    if one.length == 2 or _goes_on(one, tokens, index, last):
                        for slot in wanted.intersection(one.slots):
                            found.setdefault(slot, []).append((index, index + one.length))
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
            starters = memo.get(token) or self._starters(token)
            if starters is _NOTHING:
                continue
            together |= starters.bits
            if starters.longer and index + 1 < high:
                for one in starters.before(tokens[index + 1]):
                    if one.length == 2 or _goes_on(one, tokens, index, high):
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
        by_head: dict[str, list[Longer]] = {}
        for phrase in phrases:
            if len(phrase.words) > 1:
                second = phrase.words[1]
                longer = Longer(second, phrase.words[2:], len(phrase.words), phrase.slots, self.bits(phrase.slots))
                for form in second.forms:
                    by_second.setdefault(form, []).append(longer)
                for head in _heads(second):
                    by_head.setdefault(head, []).append(longer)
        if alone or by_second or by_head:
            starters = Starters(
                frozenset(alone), self.bits(alone), _closed(by_second), _closed(by_head), bool(by_second or by_head)
            )
        else:
            starters = _NOTHING
        self._memo[token] = starters
        return starters


def _heads(word: Word) -> Iterable[str]:
    """How a word that is open at its end, or a figure, may begin."""
    if word.figure:
        return "0123456789"
    return (word.prefix[:_HEAD],) if word.prefix else ()


def _closed(table: dict[str, list[Longer]]) -> dict[str, tuple[Longer, ...]]:
    return {key: tuple(group) for key, group in table.items()}


def _commonness(phrase: Phrase) -> float:
    """Of a phrase: that of its longest word, or by the slots that name it; less the more words it has."""
    longest = max(len(word.prefix) or max(map(len, word.forms), default=1) for word in phrase.words)
    by_length = _BY_LENGTH[longest] if longest < len(_BY_LENGTH) else 1.0
    return max(by_length, len(phrase.slots)) / len(phrase.words) ** 2


def _goes_on(one: Longer, tokens: Sequence[str], index: int, high: int) -> bool:
    """Whether the words after the second stand there too, and end by ``high``."""
    if index + one.length > high:
        return False
    at = index + 2
    for word in one.rest:
        if not word.fits(tokens[at]):
            return False
        at += 1
    return True
