"""Whether one pattern finds all that another finds: told from their words, without any text."""

from __future__ import annotations

from recruitcheck.redflags.compiled import CompiledPattern
from recruitcheck.redflags.pattern import Part, Pattern
from recruitcheck.redflags.words.language import load_languages
from recruitcheck.redflags.words.wording import Wording


class Cover:
    """Compares patterns of one language by the phrases and facts that their slots hold."""

    def __init__(self, lang: str) -> None:
        file = load_languages()[lang]
        self._wording = Wording(file.concepts)
        self._held: dict[str, frozenset[int | str]] = {}

    def holds(self, slot: str) -> frozenset[int | str]:
        """All that fills a slot: phrases by their numbers, facts by their names."""
        if slot not in self._held:
            facts = [piece for piece in slot.strip("()").split("|") if piece.startswith("<")]
            phrases = () if slot.startswith("<") else self._wording.phrases_of(slot)
            self._held[slot] = frozenset((*phrases, *facts))
        return self._held[slot]

    def always_stands(self, lawful: Pattern, pattern: Pattern) -> bool:
        """Whether a pattern of one slot stands in every match of another one."""
        if len(lawful.slots) != 1:
            return False
        words = self.holds(next(iter(lawful.slots)))
        return any(self.holds(slot) <= words for slot in pattern.required if self.holds(slot))

    def finds_all(self, wide: CompiledPattern, narrow: CompiledPattern) -> bool:
        """Whether ``wide`` matches wherever ``narrow`` does, with no more that could call it lawful."""
        if wide.weight != narrow.weight or not set(wide.guards) <= set(narrow.guards):
            return False
        if wide.kinds and (not narrow.kinds or not narrow.kinds <= wide.kinds):
            return False
        if not {(one.pattern.source, one.within) for one in wide.unless} <= {
            (one.pattern.source, one.within) for one in narrow.unless
        }:
            return False
        return self._shape_within(wide.pattern, narrow.pattern)

    def _shape_within(self, wide: Pattern, narrow: Pattern) -> bool:
        if len(wide.sequences) != len(narrow.sequences) or (len(wide.sequences) > 1 and wide.within < narrow.within):
            return False
        return all(
            len(one) == len(other) and all(map(self._part_within, one, other))
            for one, other in zip(wide.sequences, narrow.sequences, strict=True)
        )

    def _part_within(self, wide: Part, narrow: Part) -> bool:
        if wide.gap < narrow.gap or (narrow.optional and not wide.optional):
            return False
        return self.holds(narrow.slot) <= self.holds(wide.slot)
