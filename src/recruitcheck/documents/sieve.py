"""Signs of wording looked for by plain search: only what no plain search can tell runs as a regular expression.

Searching an alternation of many words takes a hundred times as long as looking whether a text holds any of them. So a
pattern is cut into its branches ("(?:job|work) offers?" has four); a branch of letters alone is searched as
a string, and any other one only where the text holds the words that it cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import regex

_TIMEOUT = 1.0  # seconds; no pattern here needs more than milliseconds on its window
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


class Sign:
    """Patterns of which one is enough."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._phrases: list[tuple[str, bool, bool]] = []  # and whether a word's edge must stand before and behind
        self._searched: list[tuple[tuple[str, ...], re.Pattern[str]]] = []  # what the text must hold, what is searched
        self._emoji = False
        for pattern in patterns:
            if pattern == _EMOJI:
                self._emoji = True
            elif pattern.startswith(_LINES):
                self._searched.append(((), re.compile(pattern)))
            else:
                for branch in branches(pattern):
                    self._add(branch)
        self._ascii_phrases = [one for one in self._phrases if one[0].isascii()]

    def _add(self, branch: _Branch) -> None:
        if branch[-2:] == _REST_OF_WORD and len(branch) > 2 and _is_word(_plain(branch[-3])):
            branch = branch[:-2]  # letters may follow, and always end somewhere
        before, behind = branch[:1] == (_EDGE,), len(branch) > 1 and branch[-1] == _EDGE
        inner = branch[before : len(branch) - behind]
        text = "".join(map(_plain, inner))
        at_words = text and (not before or _is_word(text[0])) and (not behind or _is_word(text[-1]))
        if at_words and all(map(_plain, inner)):
            self._phrases.append((text, before, behind))
        else:
            self._searched.append((tuple(run for run in _runs(branch) if run), re.compile("".join(branch))))

    def stands_in(self, text: str) -> bool:
        """Whether one of the patterns matches somewhere in a text in lower case."""
        plain = text.isascii()
        for phrase, before, behind in self._ascii_phrases if plain else self._phrases:
            if phrase in text and _stands(phrase, text, before=before, behind=behind):
                return True
        for needed, pattern in self._searched:
            if all(run in text for run in needed) and pattern.search(text):
                return True
        return self._emoji and not plain and _holds_emoji(text)


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
