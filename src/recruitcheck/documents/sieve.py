"""Literal words that a pattern cannot do without: a text that holds none of them need not be searched.

Searching an alternation of many words takes a hundred times as long as looking whether a text holds any of them.
"""

from __future__ import annotations

import re
from functools import cache

import regex

_TIMEOUT = 1.0  # seconds; no pattern here needs more than milliseconds on its window
_ONE_CHARACTER = re.compile(r"\\p\{\w+\}")
_SIGNS = frozenset("[](){}.?*+|^$")  # they stand for themselves behind a backslash
_ATOM = regex.compile(
    r"(?P<group>\((?:\?:|\?m\)|\?i\))?)|(?P<close>\))|(?P<bar>\|)|(?P<cls>\[(?:\\.|[^\]\\])*\])|(?P<esc>\\p\{\w+\}|\\.)|(?P<many>[?*+]|\{[0-9,]+\})|(?P<any>[.^$])|(?P<char>.)",
    regex.DOTALL,
)


@cache
def needed(pattern: str) -> frozenset[str]:
    """Words of which every match holds at least one; empty where the pattern promises none."""
    atoms = [(found.lastgroup or "", found.group()) for found in _ATOM.finditer(pattern)]
    return _alternation(atoms, 0)[0]


def _alternation(atoms: list[tuple[str, str]], at: int) -> tuple[frozenset[str], int]:
    """The promise of the alternatives from ``at`` to a closing bracket or the end, and the place behind it."""
    choices: list[frozenset[str]] = []
    while True:
        promise, at = _sequence(atoms, at)
        choices.append(promise)
        if at >= len(atoms) or atoms[at][0] == "close":
            break
        at += 1  # the bar
    return (frozenset().union(*choices) if all(choices) else frozenset()), at + 1


def _sequence(atoms: list[tuple[str, str]], at: int) -> tuple[frozenset[str], int]:
    """The best promise of one alternative: the run of letters, or the group, whose shortest word is longest."""
    promises: list[frozenset[str]] = []
    run = ""
    while at < len(atoms) and atoms[at][0] not in ("close", "bar"):
        kind, text = atoms[at]
        at += 1
        promise = frozenset[str]()
        if kind == "group" and text in ("(", "(?:"):
            promise, at = _alternation(atoms, at)
        elif kind == "char":
            promise = frozenset({text})
        elif kind == "esc" and text[1] in _SIGNS:
            promise = frozenset({text[1]})
        may_miss = at < len(atoms) and atoms[at][0] == "many" and atoms[at][1][:2] in ("?", "*", "{0")
        at += at < len(atoms) and atoms[at][0] == "many"
        if kind == "char" and not may_miss:
            run += text
            continue
        promises.append(frozenset({run}) if run else frozenset())
        run = ""
        promises.append(frozenset() if may_miss else promise)
    promises.append(frozenset({run}) if run else frozenset())
    return max(promises, key=lambda promise: min(map(len, promise), default=0)), at


def holds(pattern: str, text: str) -> bool:
    """Whether the pattern matches somewhere in the text; a pattern that takes too long does not."""
    every, ascii_words = _words(pattern)
    words = ascii_words if text.isascii() else every
    if every:
        for word in words:
            if word in text:
                break
        else:
            return False
    compiled = _compiled(pattern)
    if isinstance(compiled, re.Pattern):
        return compiled.search(text) is not None
    if _ONE_CHARACTER.fullmatch(pattern):
        text = "".join(set(text))  # a text has few different ones
    try:
        return compiled.search(text, timeout=_TIMEOUT) is not None
    except TimeoutError:
        return False


@cache
def _words(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = tuple(sorted(needed(pattern)))
    return words, tuple(word for word in words if word.isascii())


@cache
def _compiled(pattern: str) -> re.Pattern[str] | regex.Pattern[str]:
    """``re`` is the quicker of the two, but knows no properties of characters."""
    return regex.compile(pattern) if r"\p{" in pattern else re.compile(pattern)
