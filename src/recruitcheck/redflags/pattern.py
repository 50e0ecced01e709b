"""The small language of patterns: what a rule or guard looks for, as sequences of named concepts.

    "{worker} ... {pay} ..4 (visa fee|{fee})"      words and concepts in order, with gaps
    "{passport} & {keep} & {employer}"             in any order, close together

``{name}`` is a concept of the language file, ``{a|b}`` either; ``(x y|z)`` phrases; ``<name>`` a fact found in the
figures (money, hours over eleven a day …); ``word*`` begins with; ``word~`` with the language's endings; ``x?`` may be
missing; ``..`` up to 3 words between, ``...`` up to 8, ``..N`` up to N. Nothing between two parts: they adjoin
(articles are not counted).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import regex

GAP_SHORT, GAP_LONG = 3, 8
WITHIN = 14  # words that an unordered pattern may span
_KEPT = 65_536  # patterns remembered; every rule set compiles the guards of its languages
_PART = regex.compile(r"\([^()]*\)\??|\{[^{}]+\}\??|<[a-z_]+>\??|\.\.\.|\.\.\d*|&|[^\s(){}<>&]+")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says where it goes wrong."""


class Part(NamedTuple):
    """One element: ``slot`` is the canonical text of what fills it, ``gap`` the words allowed before it."""

    slot: str
    gap: int
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One or more sequences; several must all occur, in any order, within ``within`` words."""

    source: str
    sequences: tuple[tuple[Part, ...], ...]
    within: int = WITHIN

    required: frozenset[str] = field(init=False)  # slots without which it cannot match
    slots: frozenset[str] = field(init=False)  # every slot, optional ones too

    def __post_init__(self) -> None:
        needed = frozenset(part.slot for sequence in self.sequences for part in sequence if not part.optional)
        object.__setattr__(self, "required", needed)
        everything = frozenset(part.slot for sequence in self.sequences for part in sequence)
        object.__setattr__(self, "slots", everything)


@lru_cache(maxsize=_KEPT)
def parse_pattern(source: str, *, within: int = WITHIN) -> Pattern:
    """Reads one pattern. Raises PatternError for unknown signs, dangling gaps and empty alternatives."""
    leftover = _PART.sub(" ", source).strip()
    if leftover:
        raise PatternError(f"pattern {source!r}: cannot read {leftover!r}")
    sequences: list[tuple[Part, ...]] = []
    parts: list[Part] = []
    literal: list[str] = []
    gap = literal_gap = 0

    def flush() -> None:
        if literal:
            parts.append(Part("(" + " ".join(literal) + ")", literal_gap))
            literal.clear()

    for piece in _PART.findall(source):
        if piece == "&" or piece.startswith(".."):
            flush()
            if piece != "&" and not parts:
                raise PatternError(f"pattern {source!r}: a gap needs something before it")
            if piece == "&":
                sequences.append(_closed(parts, gap, source))
                parts, gap = [], 0
            else:
                gap = _gap(piece)
        elif piece[0] in "({<":
            flush()
            optional = piece.endswith("?")
            parts.append(Part(_slot(piece.rstrip("?"), source), gap, optional))
            gap = 0
        else:
            if not literal:
                literal_gap = gap
                gap = 0
            literal.append(piece)
    flush()
    sequences.append(_closed(parts, gap, source))
    return Pattern(source, tuple(sequences), within)


def _closed(parts: list[Part], gap: int, source: str) -> tuple[Part, ...]:
    if not parts or gap:
        raise PatternError(f"pattern {source!r}: ends in a gap or holds an empty side of &")
    if parts[0].optional:
        raise PatternError(f"pattern {source!r}: its first part cannot be optional")
    closed = [parts[0]]
    for part in parts[1:]:  # where an optional part is left out, its gap stays
        before = closed[-1]
        closed.append(Part(part.slot, max(part.gap, before.gap), part.optional) if before.optional else part)
    return tuple(closed)


def _gap(dots: str) -> int:
    if dots == "...":
        return GAP_LONG
    return int(dots[2:]) if len(dots) > 2 else GAP_SHORT


def _slot(token: str, source: str) -> str:
    inner = [piece.strip() for piece in token[1:-1].split("|")]
    if not all(inner):
        raise PatternError(f"pattern {source!r}: empty alternative in {token}")
    opening, closing = token[0], token[-1]
    return opening + "|".join(inner) + closing
