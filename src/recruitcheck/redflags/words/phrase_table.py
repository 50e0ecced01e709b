"""Every phrase that some pattern of a language needs, by how it begins: plain data, so that it can be kept on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recruitcheck.redflags.words.wording import FIGURE, Affixes, Wording

_COMMON_FACT, _COMMON_NUMBER = 8.0, 30.0
_BY_LENGTH = (30.0, 30.0, 30.0, 12.0, 5.0, 3.0)  # how common a word of so many letters is, roughly; longer ones: 1


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """``phrases`` as folded words with their signs, parted by blanks; ``filled``: per phrase the places of its slots.

    ``forms`` finds phrases by a form of their first word, ``heads`` those whose first word is open at its end, or a
    figure, by how it begins.
    """

    slots: list[str]
    phrases: list[str]
    filled: list[list[int]]
    forms: dict[str, list[int]]
    heads: dict[str, list[int]]

    def rarities(self) -> dict[str, float]:
        """How often each slot is likely to be met: what many slots name, and what is short, is common."""
        found = dict.fromkeys(self.slots, 0.0)
        for phrase, places in zip(self.phrases, self.filled, strict=True):
            common = _commonness(phrase.split(" "), len(places))
            for place in places:
                found[self.slots[place]] += common
        for slot in self.slots:
            if slot.startswith("<"):
                del found[slot]
                continue
            figures = slot.count(FIGURE)
            facts = slot.count("<") - figures
            found[slot] += _COMMON_FACT * facts + _COMMON_NUMBER * figures
        return found


def table_of(wording: Wording, affixes: Affixes, slots: Iterable[str]) -> PhraseTable:
    """The phrases of the slots. Raises PatternError for an unknown concept."""
    table = PhraseTable(list(dict.fromkeys(slots)), [], [], {}, {})
    places: dict[int, int] = {}  # of phrases, by their numbers in the wording
    for slot_place, slot in enumerate(table.slots):
        for number in phrases_of(wording, slot):
            place = places.get(number)
            if place is None:
                place = places[number] = len(table.phrases)
                parts = wording.phrase(number)
                table.phrases.append(" ".join(parts))
                table.filled.append([])
                _index(table, place, affixes, parts[0])
            table.filled[place].append(slot_place)
    return table


def phrases_of(wording: Wording, slot: str) -> tuple[int, ...]:
    """The numbers of the phrases of a slot; a fact has none, a bare figure is one."""
    if slot == FIGURE:
        return (wording.number(FIGURE),)
    return () if slot.startswith("<") else wording.phrases_of(slot)


def _index(table: PhraseTable, place: int, affixes: Affixes, first: str) -> None:
    word = affixes.word(first)
    for form in word.forms:
        table.forms.setdefault(form, []).append(place)
    for head in "0123456789" if word.figure else (word.prefix,) if word.prefix else ():
        table.heads.setdefault(head, []).append(place)


def _commonness(parts: list[str], slots: int) -> float:
    """Of a phrase: that of its longest word, or by the slots that name it; less the more words it has."""
    longest = max(1 if part == FIGURE else len(part.rstrip("*~")) for part in parts)
    by_length = _BY_LENGTH[longest] if longest < len(_BY_LENGTH) else 1.0
    return max(by_length, slots) / len(parts) ** 2
