"""All words that any pattern of one language needs, found in one pass over a clause's tokens.

This is the prefilter: a token that begins no phrase costs one dictionary look-up. Time is linear in the tokens; no
regular expression runs on foreign text here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from recruitcheck.redflags.words.phrase_table import PhraseTable
from recruitcheck.redflags.words.romanised import Romanised
from recruitcheck.redflags.words.wording import Affixes, Word

_MEMO_LIMIT = 100_000  # distinct words remembered per language and process
_MET_LIMIT = 5_000  # second words remembered for each first one
_LONGEST_HEAD = 24  # letters by which a first word that is open at its end is looked up
_HEAD = 2  # letters by which second words that are open at their end are looked up; shorter ones by their only letter

Span = tuple[int, int]  # tokens [start, end)


class Longer(NamedTuple):
    """A phrase of two words and more: its place in the table, the words after its first, the bits that it sets."""

    place: int
    second: Word
    rest: tuple[Word, ...]
    length: int
    bits: int


@dataclass(frozen=True, slots=True, eq=False)  # compared with None in passing, thousands of times
class Starters:
    """What a token can begin: the phrases that it is alone, and longer ones by their second word.

    ``by_head`` holds those whose second word is open at its end, by how it begins; ``met`` what second words were met.
    """

    alone: tuple[int, ...]
    bits: int
    by_second: dict[str, tuple[Longer, ...]]
    by_head: dict[str, tuple[Longer, ...]]
    longer: bool
    romanised: Romanised | None = None
    met: dict[str, tuple[Longer, ...]] = field(default_factory=dict)

    def before(self, second: str) -> tuple[Longer, ...]:
        """The phrases of two words and more whose second word this is."""
        known = self.met.get(second)
        if known is None:
            if len(self.met) >= _MET_LIMIT:
                self.met.clear()
            if self.romanised is None:
                known = tuple(self._before(second))
            else:
                longer = (one for word in self.romanised.readings(second) for one in self._before(word))
                known = tuple({one.place: one for one in longer}.values())
            self.met[second] = known
        return known

    def _before(self, second: str) -> Iterator[Longer]:
        yield from self.by_second.get(second, ())
        for head in (second[:_HEAD], second[0]) if len(second) > 1 else (second,):
            for one in self.by_head.get(head, ()):
                if one.second.fits(second):
                    yield one


_NOTHING = Starters((), 0, {}, {}, longer=False)


class Look(NamedTuple):
    """Some tokens, the places of those that may begin a phrase, and what each of these begins."""

    tokens: Sequence[str]
    busy: list[int]
    starters: list[Starters]


class Sight(NamedTuple):
    """What was seen in some tokens: the bits of all phrases together, and each phrase with its first token."""

    bits: int
    alone: list[tuple[int, tuple[int, ...]]]  # phrases of one word
    longer: list[tuple[int, Longer]]


class Lexicon:
    """The phrases of one language, ready to be found.

    ``marks`` gives the bits that a slot sets where one of its phrases stands, by the slot's place in the table.
    """

    def __init__(
        self, table: PhraseTable, affixes: Affixes, marks: Mapping[int, int], romanised: Romanised | None = None
    ) -> None:
        self._romanised = romanised
        self._table = table
        self._affixes = affixes
        self._marks = marks
        self._memo: dict[str, Starters] = {}
        self._known: dict[tuple[int, ...], int] = {}  # bits of phrases of one word, by their places
        self._phrases: dict[str, frozenset[int]] = {}

    @cached_property
    def _by_slot(self) -> dict[str, list[int]]:
        """The places of the phrases of each slot."""
        groups: list[list[int]] = [[] for _ in self._table.slots]
        for place, slots in enumerate(self._table.filled):
            for slot in slots:
                groups[slot].append(place)
        return dict(zip(self._table.slots, groups, strict=True))

    def phrases_of(self, slot: str) -> frozenset[int]:
        """The places of the phrases that fill a slot; none for one that no pattern names."""
        known = self._phrases.get(slot)
        if known is None:
            known = self._phrases[slot] = frozenset(self._by_slot.get(slot, ()))
        return known

    def look(self, tokens: Sequence[str]) -> Look:
        """Which of some tokens may begin a phrase: one dictionary look-up each."""
        row = list(map(self._memo.get, tokens))
        if None in row:
            # Each new word once: a long text says the same ones by the thousand.
            new = {token: self._starters(token) for token in set(tokens) if token not in self._memo}
            row = [starters or new.get(token) for token, starters in zip(tokens, row, strict=True)]
        busy = [index for index, starters in enumerate(row) if starters is not _NOTHING]
        return Look(tokens, busy, [starters for starters in row if starters is not None and starters is not _NOTHING])

    def see(self, tokens: Sequence[str], low: int, high: int) -> Sight:
        """What stands in tokens [low, high); a phrase counts where all its words do."""
        return self.see_in(self.look(tokens[low:high]), 0, high - low, low)

    def see_in(self, look: Look, low: int, high: int, first: int = 0) -> Sight:
        """As ``see``, of tokens that were looked at; ``first`` is added to the places of what is seen."""
        together = 0
        alone: list[tuple[int, tuple[int, ...]]] = []
        longer: list[tuple[int, Longer]] = []
        tokens, busy, last = look.tokens, look.busy, high - 1
        begin = bisect_left(busy, low)
        end = bisect_left(busy, high, begin)
        for index, starters in zip(busy[begin:end], look.starters[begin:end], strict=True):
            if starters.alone:
                together |= starters.bits
                alone.append((first + index, starters.alone))
            if starters.longer and index < last:
                following = starters.met.get(tokens[index + 1])
                if following is None:
                    following = starters.before(tokens[index + 1])
                for one in following:
                    if one.length == 2 or _goes_on(one, tokens, index, high, self._romanised):
                        together |= one.bits
                        longer.append((first + index, one))
        return Sight(together, alone, longer)

    def as_regex(self, slot: str) -> str:
        """A slot's phrases as one regular expression, for measuring what a plain search would cost."""
        if slot.startswith("<"):
            return r"\d[\d.,]*"
        word = self._affixes.word
        phrases = [self._table.phrases[place].split(" ") for place in self._by_slot.get(slot, ())]
        return "|".join(sorted(r"\W+".join(_regex_of(word(part)) for part in parts) for parts in phrases)) or r"\d+"

    def _first_phrases(self, token: str) -> list[int]:
        """The places of the phrases that a token may begin."""
        table, word = self._table, self._affixes.word
        found = list(table.forms.get(token, ()))
        for length in range(1, min(len(token), _LONGEST_HEAD) + 1):
            for place in table.heads.get(token[:length], ()):
                if word(table.phrases[place].partition(" ")[0]).fits(token):
                    found.append(place)
        return found

    def _starters(self, token: str) -> Starters:
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
        alone: list[int] = []
        by_second: dict[str, list[Longer]] = {}
        by_head: dict[str, list[Longer]] = {}
        readings = (token,) if self._romanised is None else self._romanised.readings(token)
        for place in dict.fromkeys(place for reading in readings for place in self._first_phrases(reading)):
            _, *parts = self._table.phrases[place].split(" ")
            if not parts:
                alone.append(place)
                continue
            second, *rest = map(self._affixes.word, parts)
            one = Longer(place, second, tuple(rest), len(parts) + 1, self._bits((place,)))
            for form in second.forms:
                by_second.setdefault(form, []).append(one)
            for head in _heads(second):
                by_head.setdefault(head, []).append(one)
        if alone or by_second or by_head:
            places = tuple(alone)
            starters = Starters(
                places,
                self._bits(places),
                _closed(by_second),
                _closed(by_head),
                bool(by_second or by_head),
                self._romanised,
            )
        else:
            starters = _NOTHING
        self._memo[token] = starters
        return starters

    def _bits(self, places: tuple[int, ...]) -> int:
        """The bits of phrases, kept once: many words begin the same ones."""
        bits = self._known.get(places)
        if bits is None:
            bits = 0
            for slot in {slot for place in places for slot in self._table.filled[place]}:
                bits |= self._marks.get(slot, 0)
            self._known[places] = bits
        return bits


class Mentions:
    """Where the slots of a language stand in some tokens: by the phrases seen, each slot looked up when asked for."""

    def __init__(self, lexicon: Lexicon, sight: Sight, first: int = 0) -> None:
        """``first``: the token that is counted as the first one."""
        self._lexicon = lexicon
        self._spans: dict[int, list[Span]] = {}
        spans = self._spans
        for index, places in sight.alone:
            span = (index - first, index - first + 1)
            for place in places:
                spans.setdefault(place, []).append(span)
        for index, one in sight.longer:
            spans.setdefault(one.place, []).append((index - first, index - first + one.length))
        self._seen = frozenset(spans)

    def of(self, slot: str) -> list[Span]:
        """The mentions of a slot in order, each once."""
        here = self._lexicon.phrases_of(slot) & self._seen
        if not here:
            return []
        if len(here) == 1:
            return self._spans[next(iter(here))]
        return sorted({span for place in here for span in self._spans[place]})


def _heads(word: Word) -> Iterable[str]:
    """How a word that is open at its end, or a figure, may begin."""
    if word.figure:
        return "0123456789"
    return (word.prefix[:_HEAD],) if word.prefix else ()


def _closed(table: dict[str, list[Longer]]) -> dict[str, tuple[Longer, ...]]:
    return {key: tuple(group) for key, group in table.items()}


def _goes_on(one: Longer, tokens: Sequence[str], index: int, high: int, romanised: Romanised | None) -> bool:
    """Whether the words after the second stand there too, and end by ``high``."""
    if index + one.length > high:
        return False
    at = index + 2
    for word in one.rest:
        token = tokens[at]
        if not word.fits(token) and (romanised is None or not any(map(word.fits, romanised.readings(token)))):
            return False
        at += 1
    return True


def _regex_of(word: Word) -> str:
    if word.figure:
        return r"\d+"
    return f"{word.prefix}\\w*" if word.prefix else f"(?:{'|'.join(sorted(word.forms))})"
