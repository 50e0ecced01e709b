"""Whether a pattern matches a clause, given where its slots were mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from recruitcheck.redflags.pattern import Part, Pattern
from recruitcheck.redflags.words.lexicon import Span

_MAX_STARTS = 200  # partial matches of one sequence followed at once
_MAX_STATES = (
    48  # the same for sequences joined in any order: pairs are compared; both bound the work on hostile repetition
)


class Passage:
    """The tokens of a clause (after those of its lead) ready to be matched.

    ``own`` is the index of the clause's first own token; ``answers`` tells that a question stands before it,
    ``refers`` that the sentence does which it speaks of;
    ``standing`` has the bits of all that may stand in it. A slot is looked for when it is asked for: a passage in which
    no pattern matches is never searched for the words of guards.
    """

    __slots__ = (
        "_breaks",
        "_find_breaks",
        "_look",
        "_spans",
        "_weights",
        "answers",
        "fillers",
        "found",
        "own",
        "refers",
        "standing",
        "words",
    )

    def __init__(
        self,
        words: list[str],
        own: int,
        fillers: frozenset[str],
        look: Callable[[str], Sequence[Span]],
        find_breaks: Callable[[], frozenset[int]],
        *,
        answers: bool = False,
        refers: bool = False,
        standing: int = 0,
    ) -> None:
        self.words = words
        self.own = own
        self.answers = answers
        self.refers = refers
        self.standing = standing
        self.fillers = fillers
        self.found: dict[str, tuple[Match, ...]] = {}  # guards' matches, kept once found
        self._spans: dict[str, Sequence[Span]] = {}
        self._look = look
        self._find_breaks = find_breaks
        self._weights: list[int] | None = None
        self._breaks: frozenset[int] | None = None

    def mentions(self, slot: str) -> Sequence[Span]:
        """Where a slot's words stand, in order."""
        spans = self._spans.get(slot)
        if spans is None:
            spans = self._spans[slot] = self._look(slot)
        return spans

    @property
    def weights(self) -> list[int]:
        """``weights[i]`` counts the words before token i that count for distances (articles do not)."""
        if self._weights is None:
            fillers = self.fillers
            self._weights = [0, *accumulate(word not in fillers for word in self.words)]
        return self._weights

    @property
    def breaks(self) -> frozenset[int]:
        """The indexes of tokens that follow a comma, colon, dash or bracket."""
        if self._breaks is None:
            self._breaks = self._find_breaks()
        return self._breaks

    def starts_of(self, slot: str) -> frozenset[int]:
        """The tokens at which a slot's words begin."""
        return frozenset(start for start, _ in self.mentions(slot)) if slot else frozenset()


class Match(NamedTuple):
    """Tokens [start, end) of a passage; ``parts`` the token spans that the pattern itself consumed."""

    start: int
    end: int
    parts: tuple[tuple[str, int, int], ...]

    def moved(self, by: int) -> Match:
        """The same words in a passage whose lead is ``by`` tokens longer."""
        return Match(self.start + by, self.end + by, tuple((slot, s + by, e + by) for slot, s, e in self.parts))

    def consumes(self, token: int) -> bool:
        """Whether a token is one of the pattern's own words."""
        return any(start <= token < end for _, start, end in self.parts)


def find_matches(pattern: Pattern, passage: Passage) -> Iterator[Match]:
    """All matches, shortest per start, in order of place."""
    for slot in pattern.required:
        if not passage.mentions(slot):
            return
    if len(pattern.sequences) == 1:
        yield from _sequence(pattern.sequences[0], passage)
        return
    yield from _together(pattern, passage)


def _sequence(parts: tuple[Part, ...], passage: Passage) -> list[Match]:
    states = [Match(s, e, ((parts[0].slot, s, e),)) for s, e in passage.mentions(parts[0].slot)]
    for part in parts[1:]:
        extended: dict[tuple[int, int], Match] = {}
        for state in states[:_MAX_STARTS]:
            for grown in _grow(state, part, passage):
                extended.setdefault((grown.start, grown.end), grown)
            if part.optional:
                extended.setdefault((state.start, state.end), state)
        states = sorted(extended.values(), key=lambda match: (match.start, match.end))
    best: dict[int, Match] = {}
    for state in states:
        best.setdefault(state.start, state)
    return list(best.values())


def _grow(state: Match, part: Part, passage: Passage) -> Iterator[Match]:
    spans = passage.mentions(part.slot)
    if not spans:
        return
    weights = passage.weights
    reach = weights[state.end] + part.gap
    for index in range(bisect_left(spans, (state.end, 0)), len(spans)):
        start, end = spans[index]
        if weights[start] > reach:
            return
        yield Match(state.start, end, (*state.parts, (part.slot, start, end)))


def _together(pattern: Pattern, passage: Passage) -> Iterator[Match]:
    """Each sequence once, all within ``within`` words, none over another's words."""
    states: list[Match] = _sequence(pattern.sequences[0], passage)[:_MAX_STATES]
    weights = passage.weights
    for sequence in pattern.sequences[1:]:
        found = _sequence(sequence, passage)[:_MAX_STATES]
        joined: dict[tuple[int, int], Match] = {}
        for state in states:
            for other in found:
                start, end = min(state.start, other.start), max(state.end, other.end)
                if weights[end] - weights[start] > pattern.within:
                    continue
                if any(state.consumes(token) for _, s, e in other.parts for token in (s, e - 1)):
                    continue
                parts = tuple(sorted((*state.parts, *other.parts), key=lambda part: part[1]))
                joined.setdefault((start, end), Match(start, end, parts))
        states = sorted(joined.values(), key=lambda match: (match.start, match.end))[:_MAX_STATES]
    yield from states
