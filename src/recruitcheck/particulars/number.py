"""Written numbers to decimals: Indian, European and Western grouping."""

from __future__ import annotations

import re
from decimal import Decimal

# Bounded on purpose: a run of a million digits costs no more than its length. Matched where a run of digits begins.
NUMBER = re.compile(
    r"(?<![0-9])(?<![0-9][.,])(?:"
    r"[0-9]{1,3}(?:,[0-9]{2,3}){1,5}(?:\.[0-9]{1,2})?"  # 1,25,000 · 1,200.50
    r"|[0-9]{1,3}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,2})?"  # 1.200,50
    r"|[0-9]{1,3}(?:'[0-9]{3}){1,4}(?:\.[0-9]{1,2})?"  # 1'200.50
    r"|[0-9]{1,3}(?: [0-9]{3}){1,4}(?:[.,][0-9]{1,2})?"  # 1 200
    r"|[0-9]{1,12}(?:[.,][0-9]{1,3})?"
    r")(?![0-9])(?![.,][0-9])"
)
_GROUPED_COMMA = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{2})+,[0-9]{3}")
_GROUPED_POINT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
MAX_AMOUNT = Decimal(10) ** 13


def parse_number(text: str) -> Decimal | None:
    """The value of ASCII digits with separators; None where the grouping makes no sense."""
    bare = text.replace(" ", "").replace("'", "")
    whole, mark, rest = bare.rpartition(max(",", ".", key=bare.rfind))
    if not mark:
        return Decimal(bare) if bare.isdigit() else None
    if "," in bare and "." in bare:
        other = "." if mark == "," else ","
        grouped = _GROUPED_POINT if other == "." else _GROUPED_COMMA
        return Decimal(whole.replace(other, "") + "." + rest) if grouped.fullmatch(whole) else None
    if mark == "," and _GROUPED_COMMA.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if mark == "." and _GROUPED_POINT.fullmatch(bare):
        return Decimal(bare.replace(".", ""))
    if bare.count(mark) == 1 and 1 <= len(rest) <= 2:
        return Decimal(whole + "." + rest)
    return None
