"""Numbers that may be money, before it is decided: which sign is whose, and which stand for one amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.view import View

LONGEST_JOIN = 6  # code points between the parts of one amount


@dataclass(frozen=True, slots=True)
class Token:
    """One number with what stands around it."""

    start: int
    end: int
    raw: Decimal
    times: Decimal | None  # its magnitude
    currency: str | None
    signed: bool  # a currency sign stands beside it, even an undecided one
    strong: bool
    spelled: bool = False  # in words

    @property
    def value(self) -> Decimal:
        """The number times its magnitude, whole where it can be."""
        if self.times is None:
            return self.raw
        product = self.raw * self.times
        whole = product.to_integral_value()
        return whole if whole == product else product


@cache
def joining() -> frozenset[str]:
    """Words that join two parts of one amount: "and"."""
    return frozenset(gathered(lambda words: words.between_and))


def apart(view: View, tokens: Iterator[Token]) -> Iterator[Token]:
    """A sign between two numbers belongs to the one it touches ("7 RM8k"), else to the first ("500 TL 12")."""
    held: Token | None = None
    for token in tokens:
        if held is not None and token.start < held.end:
            if view.plain[held.end : held.end + 1].isdigit():
                held = token
            continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def added(view: View, tokens: Iterator[Token]) -> Iterator[Token]:
    """Amounts said in two parts as one: "2 lakh 50 thousand", "three thousand five hundred"."""
    held: Token | None = None
    for token in tokens:
        if held is not None and _goes_on(view, held, token):
            total = (held.value + token.value) / (held.times or 1)
            held = replace(token, start=held.start, raw=total, times=held.times, strong=held.strong or token.strong)
            continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def _goes_on(view: View, held: Token, token: Token) -> bool:
    """Whether a smaller amount right behind another one, which no currency closed, is its second part."""
    if held.times is None or held.currency is not None or held.signed or token.value >= held.times:
        return False
    smaller = token.times is not None and token.times < held.times
    return (smaller or token.spelled) and joins(view, held.end, token.start, spelled=held.spelled and token.spelled)


def joins(view: View, end: int, start: int, *, spelled: bool) -> bool:
    """Whether what stands at [end, start) joins two parts of one amount: a blank, or "and" between words."""
    between = view.lower[end:start].strip(" ")
    return not between or (spelled and between in joining())
