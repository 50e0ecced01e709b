"""Whether two printed addresses are the same place."""

from __future__ import annotations

import re
from itertools import pairwise

from recruitcheck.names.fold import fold

_FULL = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard",
    "ln": "lane", "dr": "drive", "sq": "square", "hwy": "highway", "bldg": "building", "bld": "building",
    "blk": "block", "fl": "floor", "flr": "floor", "rm": "room", "apt": "flat", "apartment": "flat", "ste": "suite",
    "ctr": "centre", "center": "centre", "cres": "crescent", "pl": "place", "ind": "industrial", "nr": "near",
}  # fmt: skip
_SAYS_LITTLE = frozenset({"no", "number", "the", "of", "and", "at", "near", "p", "o", "box", "tel"})
_FLOOR = re.compile(r"\b(\d+)(?:st|nd|rd|th|f)\b|\b([a-z]?\d+)/f\b")
_UK_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) (\d[a-z]{2})\b")
_LONG_CODE = re.compile(r"\b\d{5,7}\b")
_UNITS = frozenset({"flat", "unit", "room", "block", "shop", "suite", "tower", "wing", "office", "house", "building"})
_WAYS = frozenset({"street", "road", "avenue", "boulevard", "lane", "drive", "square", "crescent", "marg", "path"})
MIN_SHARED_WORDS = 2
SHARE_OF_WORDS = 0.8


def same_address(a: str, b: str) -> bool:
    """Whether both texts name the same door, judged with caution.

    Every number (house, unit, floor; "Flat A" too) and the name of the road must agree, a postcode given on both sides
    too, and at least four in five words of the shorter text. A text without a number or with one word never agrees.
    """
    first, second = _Parts(a), _Parts(b)
    if not first.numbers or first.numbers != second.numbers:
        return False
    if first.codes and second.codes and first.codes != second.codes:
        return False
    if first.ways and second.ways and first.ways.isdisjoint(second.ways):
        return False  # number 12 of another road
    shorter = min(len(first.words), len(second.words))
    shared = len(first.words & second.words)
    return shared >= MIN_SHARED_WORDS and shared >= SHARE_OF_WORDS * shorter


class _Parts:
    """An address as number tokens, postcode and words."""

    def __init__(self, text: str) -> None:
        folded = _FLOOR.sub(r" \1\2 floor ", text.casefold())
        plain = fold(folded)
        codes = {first + second for first, second in _UK_POSTCODE.findall(plain)}
        plain = _UK_POSTCODE.sub(" ", plain)
        # A long number is a postcode unless it opens the text, where the house number stands.
        for found in list(_LONG_CODE.finditer(plain))[::-1]:
            if found.start() > 0:
                codes.add(found.group())
                plain = plain[: found.start()] + plain[found.end() :]
        tokens = [_FULL.get(token, token) for token in plain.split()]
        self.codes = frozenset(codes)
        pairs = tuple(pairwise(tokens))
        units = {token for before, token in pairs if before in _UNITS and len(token) == 1 and token.isalpha()}
        self.numbers = units | {token.lstrip("0") or "0" for token in tokens if any(map(str.isdigit, token))}
        self.ways = {before for before, token in pairs if token in _WAYS and before.isalpha()}
        self.words = frozenset(
            token
            for token in tokens
            if not any(map(str.isdigit, token)) and token not in _SAYS_LITTLE and len(token) > 1
        )
