"""All words that any pattern of one language needs, found in one pass over a clause's tokens.

This is the prefilter: a token that begins no phrase costs one dictionary look-up, and a pattern is only tried where its
rarest slot was found. Time is linear in the tokens; no regular expression runs on foreign text here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from recruitcheck.redflags.folding import fold_text
from recruitcheck.redflags.pattern import PatternError
from recruitcheck.redflags.tokens import words_of

_MEMO_LIMIT = 100_000  # distinct words remembered per language and process
_FIGURE = "<number>"  # the one fact that may stand inside a phrase
_DEPTH = 6  # concepts within concepts
_COMMON_FACT, _COMMON_NUMBER = 8.0, 30.0
_BY_LENGTH = (30.0, 30.0, 30.0, 12.0, 5.0, 3.0)  # how common a word of so many letters is, roughly; longer ones: 1

Mentions = dict[str, list[tuple[int, int]]]  # slot -> [start, end) in tokens, in order


@dataclass(frozen=True, slots=True)
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
    """The slots of one language. ``concepts`` maps a name to phrases; ``prefixes`` and ``endings`` fill ``word~``."""

    def __init__(
        self,
        concepts: Mapping[str, Sequence[str]],
        endings: Sequence[str],
        prefixes: Sequence[str] = (),
        denials: Sequence[str] = (),
    ) -> None:
        self._concepts = concepts
        self._endings = tuple(fold_text(ending) for ending in ("", *endings))
        self._prefixes = tuple(fold_text(prefix) for prefix in ("", *prefixes))
        self._denials = tuple(fold_text(denial) for denial in denials)
        self._phrases: dict[tuple[Word, ...], Phrase] = {}
        self._by_form: dict[str, list[Phrase]] = {}
        self._by_prefix: dict[str, list[Phrase]] = {}
        self._memo: dict[str, Starters] = {}
        self._bits: dict[str, int] = {}  # slot -> its bit, by the order in which slots were added

    def add(self, slot: str) -> None:
        """Makes a slot findable. Raises PatternError for an unknown concept."""
        if slot in self._bits:
            return
        phrases = set[tuple[Word, ...]]() if slot.startswith("<") else self._phrases_of(slot, 0)
        self._bits[slot] = 1 << len(self._bits)
        for words in phrases:
            phrase = self._phrases.get(words)
            if phrase is None:
                phrase = self._phrases[words] = Phrase(words)
                self._index(phrase)
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
            figures = slot.count(_FIGURE)
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
        phrases = list(self._by_form.get(token, ()))
        for length in range(1, min(len(token), 24) + 1):
            phrases.extend(phrase for phrase in self._by_prefix.get(token[:length], ()) if phrase.words[0].fits(token))
        alone = {slot for phrase in phrases if len(phrase.words) == 1 for slot in phrase.slots}
        if _FIGURE in self._bits and token[0].isdigit():
            alone.add(_FIGURE)
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

    def _index(self, phrase: Phrase) -> None:
        first = phrase.words[0]
        if first.figure:
            for digit in "0123456789":
                self._by_prefix.setdefault(digit, []).append(phrase)
        if first.prefix:
            self._by_prefix.setdefault(first.prefix, []).append(phrase)
        for form in first.forms:
            self._by_form.setdefault(form, []).append(phrase)

    def _phrases_of(self, slot: str, depth: int) -> set[tuple[Word, ...]]:
        if depth > _DEPTH:
            raise PatternError(f"{slot}: concepts nest deeper than {_DEPTH}; do two name each other?")
        phrases: set[tuple[Word, ...]] = set()
        for piece in slot[1:-1].split("|"):
            name = piece.strip()
            if name.startswith("<") and name.endswith(">") and name != _FIGURE:
                continue  # a fact beside words; facts fill the slot later
            if slot[0] == "{":
                if name not in self._concepts:
                    raise PatternError(f"concept {{{name}}} is not in the language file")
                for entry in self._concepts[name]:
                    nested = entry if entry.startswith("{") else f"({entry})"
                    phrases |= self._phrases_of(nested, depth + 1)
            elif name.startswith("{"):
                phrases |= self._phrases_of(name, depth + 1)
            else:
                phrases.add(self._words(name))
        return phrases

    def _words(self, phrase: str) -> tuple[Word, ...]:
        words: list[Word] = []
        for raw in phrase.split():
            if raw == _FIGURE:
                words.append(Word(frozenset(), figure=True))
                continue
            if "<" in raw:
                raise PatternError(f"{phrase!r}: only {_FIGURE} may stand inside a phrase")
            bare, sign = (raw[:-1], raw[-1]) if raw[-1] in "*~" else (raw, "")
            tokens = words_of(fold_text(bare))
            if not tokens:
                raise PatternError(f"{phrase!r} holds no word")
            words.extend(Word(frozenset({token})) for token in tokens[:-1])
            words.append(self._last_word(tokens[-1], sign))
        if not words:
            raise PatternError(f"{phrase!r} holds no word")
        return tuple(words)

    def _last_word(self, token: str, sign: str) -> Word:
        if sign == "*":
            return Word(frozenset(), token, denials=self._denials)
        if sign == "~":
            forms = _inflect(token, self._endings)
            return Word(frozenset(prefix + form for prefix in self._prefixes for form in forms))
        return Word(frozenset({token}))


def _commonness(phrase: Phrase) -> float:
    """Of a phrase: that of its longest word, or by the slots that name it; less the more words it has."""
    longest = max(len(word.prefix) or max(map(len, word.forms), default=1) for word in phrase.words)
    by_length = _BY_LENGTH[longest] if longest < len(_BY_LENGTH) else 1.0
    return max(by_length, len(phrase.slots)) / len(phrase.words) ** 2


def _goes_on(words: tuple[Word, ...], tokens: Sequence[str], index: int) -> bool:
    """Whether the words after the second stand there too."""
    return len(words) == 2 or all(words[k].fits(tokens[index + k]) for k in range(2, len(words)))


def _inflect(stem: str, endings: Iterable[str]) -> set[str]:
    forms = {stem + ending for ending in endings}
    if stem.endswith("e"):  # charge, charging
        forms |= {stem[:-1] + ending for ending in endings if ending[:1] in "aeiou" and ending}
    if stem.endswith("y"):  # salary, salaries
        forms |= {stem[:-1] + "i" + ending for ending in endings if ending[:1] == "e"}
    return forms
