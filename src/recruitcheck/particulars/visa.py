"""Kinds of visa and permit that a text names. Data: visas.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import RootModel

from recruitcheck.model import Fact, FactKind
from recruitcheck.particulars.letter import LETTER, MARKS, Sought, dotted, is_letter
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.phrases import parts_words
from recruitcheck.particulars.view import View
from recruitcheck.resources import load_models, package_data

_HEAD = 3  # letters by which forms are looked up


class VisaWords(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """By kind of visa, by language, the words."""


@cache
def _visas() -> tuple[Sought, dict[str, dict[str, set[str]]]]:
    """The words with which they begin, and by their first letters all that begin so, by kind."""
    words = load_models(VisaWords, [package_data("particulars") / "visas.yml"])[0][1].root
    by_head: dict[str, dict[str, set[str]]] = {}
    first = set()
    for kind, said in words.items():
        for form in (form for group in said.values() for word in group for form in dotted(word.lower())):
            by_head.setdefault(form[:_HEAD], {}).setdefault(kind, set()).add(form)
            first.add(form.split(" ")[0].rstrip("*"))
    return Sought(first), by_head


@cache
def _beginning(head: str) -> re.Pattern[str]:
    """All that begins with these letters, compiled when a text first holds them; the group is the kind."""
    kinds = _visas()[1][head]
    groups = (f"(?P<{kind}>{'|'.join(map(_pattern, sorted(group, key=_longest)))})" for kind, group in kinds.items())
    return re.compile("|".join(groups))


def _longest(form: str) -> tuple[int, str]:
    return -len(form), form


def _pattern(form: str) -> str:
    """``*`` lets endings follow; where words are parted, a form ends with one."""
    open_end = form.endswith("*")
    bare = re.escape(form.rstrip("*"))
    if not parts_words(form[0]):
        return bare
    return bare + (rf"(?:{LETTER}|[{MARKS}])*" if open_end else f"(?!{LETTER})")


def find_visas(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Visa facts in order; the value is the kind: tourist, work, student, business, transit, domestic_worker, free …"""
    return tuple(limit.take("kinds of visa", _all(view)))


def _all(view: View) -> Iterator[Fact]:
    sought, by_head = _visas()
    lower, last = view.lower, 0
    for at in sought.places(lower):
        if at < last or (at and parts_words(lower[at]) and is_letter(lower[at - 1])):
            continue
        head = lower[at : at + _HEAD]
        found = _beginning(head).match(lower, at) if head in by_head else None
        if found is not None and found.lastgroup is not None:
            last = found.end()
            yield Fact(FactKind.VISA, at, last, view.text[at:last], found.lastgroup)
