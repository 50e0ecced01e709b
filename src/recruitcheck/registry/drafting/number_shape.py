"""The pattern of a column of numbers, worked out from its values: runs of digits and letters, fixed words kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import regex

MAX_VALUES = 3_000
MAX_SHAPES = 4
ENOUGH = 0.97  # share of the values that a pattern must cover to be worth having
MAX_RUNS = 14
_RUNS = re.compile(r"[0-9]+|[A-Za-z]+|[^\W\d_]+|\s+|.", re.DOTALL)


def number_pattern(values: Sequence[str]) -> tuple[str | None, float]:
    """The pattern of the whole value and the share it covers; None where the values have no common shape."""
    cleaned = [value for each in values[:MAX_VALUES] if (value := " ".join(each.split()))]
    if len(cleaned) < 3:
        return None, 0.0
    groups: dict[tuple[str, ...], list[list[str]]] = {}
    for value in cleaned:
        runs = _RUNS.findall(value)
        if len(runs) <= MAX_RUNS:
            groups.setdefault(tuple(_kind(run) for run in runs), []).append(runs)
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    patterns: list[str] = []
    covered = 0
    for kinds, rows in ranked[:MAX_SHAPES]:
        if covered >= ENOUGH * len(cleaned) or (patterns and len(rows) < 0.01 * len(cleaned)):
            break
        patterns.append("".join(_run(kind, [row[at] for row in rows]) for at, kind in enumerate(kinds)))
        covered += len(rows)
    share = covered / len(cleaned)
    if not patterns or share < ENOUGH:
        return None, share
    pattern = patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(dict.fromkeys(patterns))})"
    return pattern, share


def _kind(run: str) -> str:
    if run[0].isascii() and run[0].isdigit():
        return "digits"
    if run[0].isalpha():
        return "letters" if run.isascii() else "word"
    return " " if run.isspace() else run


def _run(kind: str, found: list[str]) -> str:
    if kind == "digits":
        return r"\d" + _times(found)
    if kind in ("letters", "word"):
        common = Counter(found).most_common(6)
        if len(common) <= 5 and len(common) * 5 <= len(found) + 4:
            words = sorted(regex.escape(word, special_only=True) for word, _ in common)
            return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"
        if kind == "word":
            return r"\p{L}" + _times(found)
        return ("[A-Z]" if all(map(str.isupper, found)) else "[A-Za-z]") + _times(found)
    return r"\s+" if kind == " " else kind if kind == "-" else regex.escape(kind, special_only=True)


def _times(found: list[str]) -> str:
    lengths = sorted({len(each) for each in found})
    low, high = lengths[0], lengths[-1]
    if low == high:
        return "" if low == 1 else f"{{{low}}}"
    # Numbers that were not filled up with noughts grow: one digit more is the next one, not an odd one.
    return f"{{{1 if len(lengths) > 2 else low},{high + 1}}}"
