"""Signs of wording looked for by plain search: only what no plain search can tell runs as a regular expression.

Searching an alternation of many words takes a hundred times as long as looking whether a text holds any of them. So a
pattern is cut into its branches ("(?:job|work) offers?" has four); a branch of letters alone is searched as
a string, and any other one only where the text holds the words that it cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

_TIMEOUT = 1.0  # seconds; no pattern here needs more than milliseconds on its window
_KEPT, _LONGEST_KEPT = 32_768, 64  # words of texts, and letters of one, of which it is remembered what they hint at
_LINES = "(?m)"  # such a pattern speaks of lines and stays whole
_MOST_BRANCHES = 64  # of one pattern's part; a larger one stays a regular expression
_EDGE = r"\b"
_REST_OF_WORD = (r"\w*", _EDGE)
_SIGNS = frozenset("[](){}.?*+|^$")  # they stand for themselves behind a backslash
_EMOJI = r"\p{Emoji_Presentation}"
_FIRST_EMOJI = re.compile("[\u231a-\U0010ffff]")  # no lower character is shown as an emoji by itself
_ATOM = regex.compile(
    r"(?P<group>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)|(?P<cls>\[(?:\\.|[^\]\\])*\])|(?P<esc>\\p\{\w+\}|\\.)|(?P<many>[?*+]|\{[0-9,]+\})|(?P<any>[.^$])|(?P<char>.)",
    regex.DOTALL,
)
_LETTERS_ALONE = re.compile(r"\[([^\\^\-\]]+-?|-[^\\^\-\]]*)\]")  # a class that names each of its characters

# A branch: pieces of regular expression; a piece of one character, or behind a backslash a sign, stands for itself.
_Branch = tuple[str, ...]


def branches(pattern: str) -> list[_Branch]:
    """The branches of which one matches wherever the pattern does. Groups too large to write out stay one piece."""
    return _alternation([(found.lastgroup or "", found.group()) for found in _ATOM.finditer(pattern)], 0)[0]


def _alternation(atoms: list[tuple[str, str]], at: int) -> tuple[list[_Branch], int]:
    """The branches from ``at`` to a closing bracket or the end, and the place behind it."""
    found: list[_Branch] = []
    while True:
        some, at = _sequence(atoms, at)
        found += some
        if at >= len(atoms) or atoms[at][0] == "close":
            return found, at + 1
        at += 1  # the bar


def _sequence(atoms: list[tuple[str, str]], at: int) -> tuple[list[_Branch], int]:
    found: list[_Branch] = [()]
    while at < len(atoms) and atoms[at][0] not in ("close", "bar"):
        first = at
        kind, text = atoms[at]
        at += 1
        choices: list[_Branch] = [(text,)]
        if kind == "group":
            choices, at = _alternation(atoms, at)
        elif kind == "cls" and (named := _LETTERS_ALONE.fullmatch(text)):
            choices = [(re.escape(char) if char in _SIGNS else char,) for char in named.group(1)]
        whole = "".join(piece for _, piece in atoms[first:at])
        if at < len(atoms) and atoms[at][0] == "many":
            choices = [*choices, ()] if atoms[at][1] == "?" else [(whole + atoms[at][1],)]
            whole += atoms[at][1]
            at += 1
        if len(found) * len(choices) > _MOST_BRANCHES:
            choices = [(whole,)]
        found = [(*one, *other) for one in found for other in choices]
    return found, at


def _plain(piece: str) -> str:
    """The character that a piece stands for; "" where it is no plain one."""
    if len(piece) == 1:
        return "" if piece in _SIGNS else piece
    return piece[1] if len(piece) == 2 and piece[0] == "\\" and piece[1] in _SIGNS else ""


class _Phrase(NamedTuple):
    """Letters, and whether a word's edge must stand before and behind them."""

    needed: tuple[str]
    before: bool
    behind: bool

    def stands_in(self, text: str) -> bool:
        phrase = self.needed[0]
        return phrase in text and _stands(phrase, text, before=self.before, behind=self.behind)


class _Searched(NamedTuple):
    """A regular expression, and what a text must hold to be searched."""

    needed: tuple[str, ...]
    pattern: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        return all(run in text for run in self.needed) and self.pattern.search(text) is not None


class Sign:
    """Patterns of which one is enough."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.sought: list[_Phrase | _Searched] = []
        self.emoji = False
        for pattern in patterns:
            if pattern == _EMOJI:
                self.emoji = True
            elif pattern.startswith(_LINES):
                self.sought.append(_Searched((), re.compile(pattern)))
            else:
                for branch in branches(pattern):
                    self._add(branch)

    def _add(self, branch: _Branch) -> None:
        if branch[-2:] == _REST_OF_WORD and len(branch) > 2 and _is_word(_plain(branch[-3])):
            branch = branch[:-2]  # letters may follow, and always end somewhere
        before, behind = branch[:1] == (_EDGE,), len(branch) > 1 and branch[-1] == _EDGE
        inner = branch[before : len(branch) - behind]
        text = "".join(map(_plain, inner))
        at_words = text and (not before or _is_word(text[0])) and (not behind or _is_word(text[-1]))
        if at_words and all(map(_plain, inner)):
            self.sought.append(_Phrase((text,), before, behind))
        else:
            needed = tuple(run for run in _runs(branch) if run)
            self.sought.append(_Searched(needed, re.compile("".join(branch))))

    def stands_in(self, text: str) -> bool:
        """Whether one of the patterns matches somewhere in a text in lower case."""
        return any(one.stands_in(text) for one in self.sought) or (
            self.emoji and not text.isascii() and _holds_emoji(text)
        )


class Signs:
    """Many signs looked for at once: each only where a word of the text holds its longest word."""

    def __init__(self, signs: Iterable[Sign]) -> None:
        signs = tuple(signs)
        self._sought = [(place, one) for place, sign in enumerate(signs) for one in sign.sought]
        words = [max(" ".join(one.needed).split(), key=len, default="") for _, one in self._sought]
        self._anywhere = frozenset(number for number, word in enumerate(words) if not word)
        self._words = tuple((number, word) for number, word in enumerate(words) if word)
        self._with_emoji = frozenset(place for place, sign in enumerate(signs) if sign.emoji)
        self._known: dict[str, tuple[int, ...]] = {}

    def standing_in(self, text: str) -> set[int]:
        """The places of the signs of which a pattern matches somewhere in a text in lower case."""
        near, known = set(self._anywhere), self._known
        for word in set(text.split()):
            held = known.get(word)
            if held is None:
                held = self._hint(word)
            if held:
                near.update(held)
        found = set() if text.isascii() or not _holds_emoji(text) else set(self._with_emoji)
        for number in near:
            place, one = self._sought[number]
            if place not in found and one.stands_in(text):
                found.add(place)
        return found

    def _hint(self, word: str) -> tuple[int, ...]:
        """The numbers of what a word of a text may be a part of."""
        held = tuple(number for number, sought in self._words if sought in word and self._fits(number, word))
        if len(word) <= _LONGEST_KEPT:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[word] = held
        return held

    def _fits(self, number: int, word: str) -> bool:
        """False where a phrase of one word does not stand in a word of a text that holds its letters."""
        _, one = self._sought[number]
        return not isinstance(one, _Phrase) or len(one.needed[0].split()) > 1 or one.stands_in(word)


def _stands(phrase: str, text: str, *, before: bool, behind: bool) -> bool:
    """Whether a phrase that a text holds stands there between the edges of words."""
    if not before and not behind:
        return True
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (before and at and _is_word(text[at - 1])) and not (behind and end < len(text) and _is_word(text[end])):
            return True
        at = text.find(phrase, at + 1)
    return False


def _runs(branch: _Branch) -> Iterator[str]:
    """The runs of characters in a branch that stand for themselves."""
    run = ""
    for piece in branch:
        if char := _plain(piece):
            run += char
        else:
            yield run
            run = ""
    yield run


def _is_word(char: str) -> bool:
    """As ``\\w`` has it."""
    return char.isalnum() or char == "_"


def _holds_emoji(text: str) -> bool:
    if _FIRST_EMOJI.search(text) is None:
        return False
    try:  # a text has few different characters
        return regex.search(_EMOJI, "".join(set(text)), timeout=_TIMEOUT) is not None
    except TimeoutError:
        return False
