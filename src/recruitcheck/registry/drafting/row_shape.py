# ruff: noqa: E501  a pattern of words reads better unwrapped
"""Rows that are no entries, and rows that go on with the firm above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from recruitcheck.registry.drafting.profile import Profile, looks_like_firm

MAX_RULES = 12
MAX_SHARE = 0.4  # of the rows that may be headings
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTE = re.compile(
    r"(?:notes?|sources?|total|grand total|remarks?|no\s|none|as (?:of|at)|updated|last update|page|summe|gesamt|razem|celkem|"
    r"totale?|fuente|fonte|źródło|zdroj|quelle|stand|hinweis|합계|合計|合计|总计|備註|说明|المجموع|ملاحظة|कुल|रोव|जम्मा|মোট|รวม|\*|¹|\()",
    re.IGNORECASE,
)


def _rows(profiles: Sequence[Profile]) -> list[tuple[str, ...]]:
    return list(zip(*(profile.cells for profile in profiles), strict=True)) if profiles else []


def fill_down(profiles: Sequence[Profile], names: Sequence[str], numbers: Sequence[str]) -> tuple[str, ...]:
    """The columns whose blank cells say the same as above: those that are blank together under a firm's first row."""
    if not names or len(profiles) < 3:
        return ()
    headers = [profile.header for profile in profiles]
    at = headers.index(names[0])
    rows = _rows(profiles)
    whole = [row for row in rows if row[at].strip()]
    under = [
        row
        for before, row in pairwise(rows)
        if not row[at].strip() and sum(bool(cell.strip()) for cell in row) >= 1 and any(cell.strip() for cell in before)
    ]
    if len(under) < 2 or not whole or len(under) > 3 * len(whole) or len(under) < 0.02 * len(rows):
        return ()
    # A note below the table stands in one cell, and mostly in the first.
    if sum(sum(bool(cell.strip()) for cell in row) == 1 and bool(row[0].strip()) for row in under) > 0.5 * len(under):
        return ()
    blank = [
        header
        for place, header in enumerate(headers)
        if sum(not row[place].strip() for row in under) >= 0.9 * len(under)
        and sum(bool(row[place].strip()) for row in whole) >= 0.5 * len(whole)
        and not profiles[place].counter
    ]
    if len(blank) == len(headers) or names[0] not in blank:
        return ()
    if numbers and numbers[0] not in blank and profiles[headers.index(numbers[0])].filled > 0.9:
        return ()  # a number of its own and no name: that is another firm, badly printed
    return (names[0], *(header for header in blank if header != names[0]))


def not_entries(profiles: Sequence[Profile], names: Sequence[str], filled: bool) -> list[dict[str, Any]]:
    """Rules for rows that name no firm: years, headings inside the table, totals and notes."""
    if not names:
        return []
    headers = [profile.header for profile in profiles]
    at = headers.index(names[0])
    rows = _rows(profiles)
    alone = [row[at].strip() for row in rows if row[at].strip() and sum(bool(cell.strip()) for cell in row) == 1]
    plain = [text for text in alone if _YEAR.fullmatch(text) or _NOTE.match(text)]  # no firm is called so
    usual = sorted(sum(bool(cell.strip()) for cell in row) for row in rows)[len(plain) :]
    if not usual or usual[len(usual) // 2] < 2:
        return []
    alike = [
        row[at].strip() for row in rows if row[at].strip() and len(row) > 2 and len({cell.strip() for cell in row}) == 1
    ]
    if len(alone) - len(plain) + len(alike) > MAX_SHARE * len(usual):
        return []
    rules: list[dict[str, Any]] = []
    if any(_YEAR.fullmatch(text) for text in alone):
        rules.append({"reason": "a year row, not a firm", "matches": {names[0]: "(?:19|20)\\d\\d"}, "only_cell": True})
    heads = Counter(text for text in alone if not _YEAR.fullmatch(text) and _is_note(text))
    for text in list(heads)[:MAX_RULES]:
        rules.append(
            {"reason": "a heading or note in the table, not a firm", "equals": {names[0]: text}, "only_cell": True}
        )
    other = headers[0] if at else headers[-1]
    for text in dict.fromkeys(row[0].strip() for row in rows if at and _is_total(row, at)):
        counted = {other: re.escape(text), names[0]: r"[\d\s.,]+"}
        rules.append({"reason": "a total, not a firm", "matches": counted})
    for text in list(dict.fromkeys(alike))[:MAX_RULES]:
        rules.append({"reason": "a heading over the whole row, not a firm", "equals": {names[0]: text, other: text}})
    return rules


def _is_total(row: Sequence[str], at: int) -> bool:
    """Whether a row says "total" first and has a number where firms have their name."""
    name = row[at].strip()
    return (
        _NOTE.match(row[0].strip()) is not None
        and re.fullmatch(r"[\d\s.,]+", name) is not None
        and 2 * sum(bool(cell.strip()) for cell in row) <= len(row)
    )


def _is_note(text: str) -> bool:
    return _NOTE.match(text) is not None or len(text.split()) > 12 or not (looks_like_firm(text) or _is_title(text))


def _is_title(text: str) -> bool:
    """Whether it may be a person's or a firm's name: a few words that begin large."""
    words = text.split()
    return 1 < len(words) <= 6 and all(
        word[:1].isupper() or not word[:1].isalpha() or not word[:1].isascii() for word in words
    )
