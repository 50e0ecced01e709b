"""Rules of one language made ready to run: one lexicon, patterns, guards and cues by the slots that they need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from recruitcheck.redflags.guard_shape import GuardShape
from recruitcheck.redflags.pattern import Pattern, parse_pattern
from recruitcheck.redflags.plan import PLANES, REFERENCE, Plain, PlannedPattern, engine_sha256, facts_of, scaled
from recruitcheck.redflags.rulebook.rule_set import RuleHead, RuleSet
from recruitcheck.redflags.words.lexicon import Lexicon
from recruitcheck.redflags.words.phrase_table import PhraseTable
from recruitcheck.redflags.words.romanised import Romanised
from recruitcheck.redflags.words.speech import Speech
from recruitcheck.redflags.words.wording import Affixes
from recruitcheck.resources.kept import kept

_COMPILED: dict[tuple[str, str], CompiledLanguage] = {}  # by hash of the rules and language; a cache, never state
_KEPT = 128
_PAYMENTS = ("{fee}", "{recruitment_fee}", "{related_cost}", "{official_cost}", "{bond}", "{deposit}", "{penalty}")


class Lawful(NamedTuple):
    """Words that make a match lawful: anywhere in its clause (None), or at most ``within`` words from it."""

    pattern: Pattern
    within: int | None


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """A pattern with what decides about its matches. ``kinds`` empty: every kind of document."""

    rule: RuleHead
    pattern: Pattern
    unless: tuple[Lawful, ...]
    guards: tuple[GuardShape, ...]
    weight: str
    kinds: frozenset[str]
    order: int  # among the patterns of its language
    answered: bool  # in a question it states nothing, unless the answer is yes
    borrowed: bool  # figures alone, taken over from the reference

    @property
    def figures(self) -> bool:
        """Whether figures alone make a match, whatever the language."""
        return all(slot.startswith("<") for slot in self.pattern.required)


class CompiledCue(NamedTuple):
    """One pattern of a cue, found like a pattern of a rule; ``sure``: its one slot tells all."""

    name: str
    pattern: Pattern
    sure: bool


class CompiledLanguage:
    """Everything :func:`scan` needs for one language, made of its plan piece by piece when a text first needs it.

    Whatever is sought (patterns of rules, cues, guards, in this order) has a number. A slot sets, where it is seen, a
    bit for each number that it is needed for, in one of three planes; what has its bits in all planes may stand.
    """

    def __init__(self, plan: Plain, rules: RuleSet) -> None:
        self.lang: str = plan["lang"]
        self.gap_scale: int = plan["gap_scale"]
        self.space_breaks: bool = plan["space_breaks"]
        self.clause_words: int = plan["clause_words"]
        self.fillers = frozenset(plan["fillers"])
        self.barrier: str = plan["barrier"]  # the slot of words that end a negation's reach
        self.coordinator: str = plan["coordinator"]  # and of those ("or") that carry it on
        self._plan = plan
        self._rules = rules
        self._table = PhraseTable(*plan["table"])
        known = set(self._table.slots)
        self.payments = tuple(slot for slot in _PAYMENTS if slot in known)  # what a worker may be asked to pay
        self._count = len(plan["sieves"])
        self._marks, self._free = self._planes(plan["sieves"])
        self._every = (1 << self._count) - 1
        romanised = None if plan["romanised"] is None else Romanised(**plan["romanised"])
        self.lexicon = Lexicon(self._table, Affixes(*plan["affixes"]), self._marks, romanised)
        self.speech = None if self.lang == REFERENCE else Speech(plan, self._reference, romanised)
        self._patterns: dict[int, CompiledPattern] = {}
        self._cues: dict[int, CompiledCue] = {}
        self._guards: dict[int, Pattern] = {}
        self._of_kind: dict[str, int] = {}

    def _planes(self, sieves: list[list[int]]) -> tuple[dict[int, int], int]:
        """The bits that each slot sets, by its place, and those that are always set."""
        marks: dict[int, int] = {}
        free = 0
        for number, slots in enumerate(sieves):
            for plane in range(PLANES):
                bit = 1 << (plane * self._count + number)
                if plane < len(slots):
                    marks[slots[plane]] = marks.get(slots[plane], 0) | bit
                else:
                    free |= bit
        return marks, free

    def standing(self, bits: int) -> int:
        """A bit for the number of each that may stand where these bits were set."""
        bits |= self._free
        return bits & (bits >> self._count) & (bits >> 2 * self._count) & self._every

    @cached_property
    def fact_bits(self) -> dict[str, int]:
        """By a fact the bits that it sets: its own, and those of slots in which it stands beside words."""
        found: dict[str, int] = {}
        for place, slot in enumerate(self._table.slots):
            for fact in facts_of(slot):
                found[fact] = found.get(fact, 0) | self._marks.get(place, 0)
        return {fact: bits for fact, bits in found.items() if bits}

    def patterns_in(self, standing: int, kind: str) -> list[CompiledPattern]:
        """The patterns that may stand in a clause of a kind of document, in the order of the rules."""
        mask = self._of_kind.get(kind)
        if mask is None:
            rows = self._plan["patterns"]
            kinds = (PlannedPattern(*row).kinds for row in rows)
            mask = self._of_kind[kind] = sum(
                1 << number for number, wanted in enumerate(kinds) if not wanted or kind in wanted
            )
        return [self._pattern(number) for number in _numbers(standing & mask)]

    def knows(self, cue: str) -> bool:
        """Whether the language has words for a cue."""
        return any(name == cue for name, _ in self._plan["cues"])

    def cues_in(self, standing: int) -> list[CompiledCue]:
        """The cues that may stand."""
        first, count = len(self._plan["patterns"]), len(self._plan["cues"])
        return [self._cue(number) for number in _numbers(standing >> first & ((1 << count) - 1))]

    def guards_in(self, name: str, standing: int) -> list[Pattern]:
        """The patterns of a guard that may stand."""
        mask, first = self._guard_masks.get(name, 0), self._first_guard
        return [self._guard(number) for number in _numbers(standing >> first & mask)]

    def patterns(self) -> tuple[CompiledPattern, ...]:
        """Every pattern, in the order of the rules."""
        return tuple(map(self._pattern, range(len(self._plan["patterns"]))))

    @property
    def _first_guard(self) -> int:
        return len(self._plan["patterns"]) + len(self._plan["cues"])

    @cached_property
    def _guard_masks(self) -> dict[str, int]:
        masks: dict[str, int] = {}
        for number, (name, _) in enumerate(self._plan["guards"]):
            masks[name] = masks.get(name, 0) | 1 << number
        return masks

    @cached_property
    def _shapes(self) -> dict[str, GuardShape]:
        return {row[0]: GuardShape(*row) for row in self._plan["shapes"]}

    @cached_property
    def _heads(self) -> dict[str, RuleHead]:
        return {head.id: head for head in self._rules.heads}

    @cached_property
    def _exemptions(self) -> list[Lawful]:
        scale = self.gap_scale
        return [
            Lawful(scaled(parse_pattern(source), scale), None if within is None else within * scale)
            for source, within in self._plan["exemptions"]
        ]

    def _reference(self) -> Plain:
        return compile_language(self._rules, REFERENCE)._plan

    def _pattern(self, number: int) -> CompiledPattern:
        known = self._patterns.get(number)
        if known is None:
            row = PlannedPattern(*self._plan["patterns"][number])
            known = self._patterns[number] = CompiledPattern(
                rule=self._heads[row.rule],
                pattern=scaled(parse_pattern(row.source, within=row.within), self.gap_scale),
                unless=tuple(self._exemptions[place] for place in row.unless),
                guards=tuple(self._shapes[name] for name in row.guards),
                weight=row.weight,
                kinds=frozenset(row.kinds),
                order=number,
                answered=row.answered,
                borrowed=row.borrowed,
            )
        return known

    def _cue(self, number: int) -> CompiledCue:
        known = self._cues.get(number)
        if known is None:
            name, source = self._plan["cues"][number]
            pattern = scaled(parse_pattern(source), self.gap_scale)
            known = self._cues[number] = CompiledCue(name, pattern, len(pattern.slots) == 1)
        return known

    def _guard(self, number: int) -> Pattern:
        known = self._guards.get(number)
        if known is None:
            _, source = self._plan["guards"][number]
            known = self._guards[number] = scaled(parse_pattern(source), self.gap_scale)
        return known


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, in order."""
    while bits:
        bit = bits & -bits
        bits ^= bit
        yield bit.bit_length() - 1


def compile_language(rules: RuleSet, lang: str) -> CompiledLanguage:
    """The rules of one language, compiled once per process; its plan once per content of rules and of this program."""
    key = (rules.sha256, lang)
    if key not in _COMPILED:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        _COMPILED[key] = CompiledLanguage(_plan_of(rules, lang), rules)
    return _COMPILED[key]


def _plan_of(rules: RuleSet, lang: str) -> Plain:
    def make() -> Plain:
        from recruitcheck.redflags.planning import make_plan

        return make_plan(rules, lang)

    if not rules.on_disk:
        return make()
    plan: Plain = kept(f"{lang} {rules.sha256} {engine_sha256()}", (), make, family=f"plan-{lang}")
    return plan
