"""Licence and registration numbers as written."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recruitcheck.model import Fact, FactKind, LicenceMention
from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.letter import LETTER, Sought
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.phrases import alternatives
from recruitcheck.particulars.view import View

# Looked for in the lower-cased view: without regard to case, ``re`` is several times slower.
_NUMBER = r"(?P<n>(?=[^\s]{0,40}[0-9])[^\W_](?:[^\W_]|[/+.\-]){0,48}(?:[^\W_]|\+))"
_BODIES = (
    "poea", "dmw", "dofe", "boesl", "bmet", "oep", "balk", "balik", "bak", "slbfe", "mea", "mol", "moe", "mom", "gla", "glaa", "kraz", "ea", "eaa", "cea", "mara",
    "ndol", "nita", "dole", "bp2mi", "kemnaker",
)  # fmt: skip
# Shapes that are numbers by themselves, in capitals, each after what a text must hold; what may not stand before is looked at after the first letters,
# which a search finds quickly.
_SHAPED = (
    ("RL", r"(?P<n>RL(?<![^\W_]..)[- ]?[0-9]{2,5})(?![0-9])"),
    ("/", r"(?P<n>B(?<![^\W_].)-?[0-9]{3,5}/[A-Z]{2,6}/[A-Z0-9+/]{2,30})"),
    ("POEA", r"(?P<n>POEA(?<![^\W_]....)-?[0-9]{2,4}-[A-Z]{2,3}-[0-9]{5,8}(?:-[A-Z]{1,3})?)"),
    ("DMW", r"(?P<n>DMW(?<![^\W_]...)-?[0-9]{2,4}-[A-Z]{2,3}-[0-9]{5,8}(?:-[A-Z]{1,3})?)"),
    ("-", r"(?P<n>[0-9](?<![^\W_].)[0-9]{2}-[A-Z]{2}-[0-9]{6}-[A-Z]{1,3})"),
    ("URN", r"(?P<n>URN(?<![^\W_]...)[A-Z0-9]{6,10})(?![A-Z0-9])"),
)
_ASIAN = (
    "許可番号", "届出番号", "登録番号", "许可证", "許可證", "牌照號碼", "牌照号码", "备案号", "허가번호", "등록번호",
)  # fmt: skip
_DRIVING = re.compile(r"(?:driving|driver'?s?|light|heavy|valid|vehicle)[ ]{1,2}\Z")
_MIN_DIGITS = 3  # without the word "number" a shorter run is chance ("licence 2 years")


@cache
def _licences() -> tuple[str, ...]:
    return gathered(lambda words: words.licence)


@cache
def _heads() -> Sought:
    """How each label begins."""
    return Sought((*_licences(), *_BODIES, *_ASIAN))


def _no() -> str:
    return rf"(?: ?{alternatives(gathered(lambda words: words.number), edges=False)}\.?)"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_no() + r"[ :.#-]{0,3}\Z")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Patterns for the lower-cased view, every label that stands before a number, the longer form first; and for the plain view."""
    body, licence = alternatives(_BODIES, edges=False), alternatives(_licences(), edges=False)
    labelled = (
        rf"(?<!{LETTER})(?:{body} ?)?{licence}{_no()}? ?[:.#-]{{0,2}} ?{_NUMBER}",
        rf"(?<!{LETTER}){body}{_no()}? ?[:.#-]{{0,2}} ?{_NUMBER}",
        rf"{alternatives(_ASIAN)}[号號碼码]{{0,2}} ?[:.]? ?(?P<n>[^\s,。、)]{{2,30}})",
    )
    return tuple(map(re.compile, labelled)), tuple((held, re.compile(shape)) for held, shape in _SHAPED)


def find_licence_numbers(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Licence number facts; each span is the number alone, without its label."""
    kept: list[Fact] = []
    for fact in sorted(limit.take("licence numbers", _all(view)), key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _all(view: View) -> Iterator[Fact]:
    for found in _found(view):
        if _is_number(view, found):
            start, end = found.span("n")
            number = view.text[start:end]
            yield Fact(FactKind.LICENCE_NUMBER, start, end, number, LicenceMention(number))


def _found(view: View) -> Iterator[re.Match[str]]:
    if not view.figures:
        return
    labelled, shaped = _patterns()
    heads = _heads().places(view.lower)
    for pattern in labelled:
        last = 0
        for at in heads:
            found = pattern.match(view.lower, at) if at >= last else None
            if found is not None:
                last = found.end()
                yield found
    for held, pattern in shaped:
        if held in view.plain:
            yield from pattern.finditer(view.plain)


def _is_number(view: View, found: re.Match[str]) -> bool:
    number = found.group("n")
    if _DRIVING.search(view.lower, max(0, found.start() - 14), found.start()):
        return False
    digits = sum(char.isdigit() for char in number)
    named = _named().search(view.lower, found.start(), found.start("n")) is not None
    return bool(digits >= (1 if named else _MIN_DIGITS))
