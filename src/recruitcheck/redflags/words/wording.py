"""Phrases of one language as data files write them, taken apart once however many slots and rules name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recruitcheck.redflags.pattern import PatternError
from recruitcheck.redflags.words.folding import fold_text
from recruitcheck.redflags.words.tokens import words_of

FIGURE = "<number>"  # the one fact that may stand inside a phrase
_DEPTH = 6  # concepts within concepts


@dataclass(frozen=True, slots=True, eq=False)  # one object for each word of a language
class Word:
    """One word of a phrase: one of ``forms``, anything that begins with ``prefix``, or a figure.

    ``denials`` are endings that deny a word ("-maz"): after the prefix they make it another word.
    """

    forms: frozenset[str]
    prefix: str = ""
    figure: bool = False
    denials: tuple[str, ...] = ()

    def fits(self, token: str) -> bool:
        if self.figure:
            return token[0].isdigit()
        if not self.prefix:
            return token in self.forms
        return token.startswith(self.prefix) and not (self.denials and token[len(self.prefix) :].endswith(self.denials))


class Affixes:
    """What may stand around the words of a language; makes its words, each once."""

    def __init__(self, endings: Sequence[str] = (), prefixes: Sequence[str] = (), denials: Sequence[str] = ()) -> None:
        self._endings = tuple(fold_text(ending) for ending in ("", *endings))
        self._prefixes = tuple(fold_text(prefix) for prefix in ("", *prefixes))
        self._denials = tuple(fold_text(denial) for denial in denials)
        self._words: dict[str, Word] = {}

    def word(self, part: str) -> Word:
        """The word that is written so: folded, a sign at its end ("pay~", "passport*", "<number>")."""
        word = self._words.get(part)
        if word is None:
            word = self._words[part] = self._made(part)
        return word

    def _made(self, part: str) -> Word:
        if part == FIGURE:
            return Word(frozenset(), figure=True)
        if part[-1] == "*":
            return Word(frozenset(), part[:-1], denials=self._denials)
        if part[-1] == "~":
            forms = _inflect(part[:-1], self._endings)
            return Word(frozenset(prefix + form for prefix in self._prefixes for form in forms))
        return Word(frozenset({part}))


class Wording:
    """The concepts of a language. Each phrase has a number, given when first met.

    ``concepts`` maps a name to phrases.
    """

    def __init__(self, concepts: Mapping[str, Sequence[str]]) -> None:
        self._concepts = concepts
        self._phrases: list[tuple[str, ...]] = []
        self._numbers: dict[tuple[str, ...], int] = {}  # by words with their signs
        self._written: dict[str, int] = {}  # the same by the phrase as written
        self._slots: dict[str, tuple[int, ...]] = {}

    def phrase(self, number: int) -> tuple[str, ...]:
        """The words of a phrase, folded, with their signs."""
        return self._phrases[number]

    def phrases_of(self, slot: str, depth: int = 0) -> tuple[int, ...]:
        """The numbers of the phrases that fill a slot, each once. Raises PatternError for an unknown concept."""
        known = self._slots.get(slot)
        if known is not None:
            return known
        if depth > _DEPTH:
            raise PatternError(f"{slot}: concepts nest deeper than {_DEPTH}; do two name each other?")
        found: dict[int, None] = {}
        for piece in slot[1:-1].split("|"):
            name = piece.strip()
            if name.startswith("<") and name.endswith(">") and name != FIGURE:
                continue  # a fact beside words; facts fill the slot later
            if slot[0] == "{":
                found.update(dict.fromkeys(self._phrases_of_concept(name, depth)))
            elif name.startswith("{"):
                found.update(dict.fromkeys(self.phrases_of(name, depth + 1)))
            else:
                found[self.number(name)] = None
        self._slots[slot] = numbers = tuple(found)
        return numbers

    def _phrases_of_concept(self, name: str, depth: int) -> Iterable[int]:
        if name not in self._concepts:
            raise PatternError(f"concept {{{name}}} is not in the language file")
        for entry in self._concepts[name]:
            yield from self.phrases_of(entry if entry.startswith("{") else f"({entry})", depth + 1)

    def number(self, phrase: str) -> int:
        """The number of a phrase as written."""
        number = self._written.get(phrase)
        if number is None:
            parts = tuple(self._parts(phrase))
            number = self._numbers.get(parts)
            if number is None:
                number = self._numbers[parts] = len(self._phrases)
                self._phrases.append(parts)
            self._written[phrase] = number
        return number

    def _parts(self, phrase: str) -> Iterable[str]:
        """The folded words of a phrase, the last of each written word with its sign."""
        if phrase.isascii() and phrase.islower() and phrase.replace(" ", "").isalpha():
            yield from phrase.split()  # most phrases: folding changes nothing, and it is what takes the time
            return
        if not phrase.strip():
            raise PatternError(f"{phrase!r} holds no word")
        for raw in phrase.split():
            if raw == FIGURE:
                yield raw
                continue
            if "<" in raw:
                raise PatternError(f"{phrase!r}: only {FIGURE} may stand inside a phrase")
            bare, sign = (raw[:-1], raw[-1]) if raw[-1] in "*~" else (raw, "")
            tokens = words_of(fold_text(bare))
            if not tokens:
                raise PatternError(f"{phrase!r} holds no word")
            yield from tokens[:-1]
            yield tokens[-1] + sign


def _inflect(stem: str, endings: Iterable[str]) -> set[str]:
    forms = {stem + ending for ending in endings}
    if stem.endswith("e"):  # charge, charging
        forms |= {stem[:-1] + ending for ending in endings if ending[:1] in "aeiou" and ending}
    if stem.endswith("y"):  # salary, salaries
        forms |= {stem[:-1] + "i" + ending for ending in endings if ending[:1] == "e"}
    return forms
