"""Parties named after a label: agency, employer, worker."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from itertools import chain

from recruitcheck.model import Fact, FactKind, Party
from recruitcheck.particulars.language import LanguageWords, Role, gathered
from recruitcheck.particulars.letter import LETTER, WORD_BEFORE
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.phrases import alternatives
from recruitcheck.particulars.view import View

MAX_NAME = 80
_ROLES: tuple[Role, ...] = ("worker", "employer", "agency")
_LONGEST_LABEL = 48
_SIGN = re.compile(r"[:=\t]|-(?<= -) ")  # between a label and its name; a dash stands between blanks
_NAME = re.compile(rf"[^\W\d_][^\n\r\t,;:|<>_]{{1,{MAX_NAME}}}")
_LEGAL_END = re.compile(r"\.(?= |$)")
_SHORT_FORMS = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|co|ltd|pvt|bhd|sdn|inc|corp|no|s\.a|l\.l\.c|w\.l\.l|[a-z]))\Z", re.IGNORECASE
)
_STOP = re.compile(
    r"\s{2,}|\(| [-–—] |\s(?:shall|will|must|is|are|has|and the|agrees?|hereby|whose|of legal|with|at the|"
    r"pays?|provides?|undertakes?)\b",
    re.IGNORECASE,
)
_MS = re.compile(rf"(?<!{LETTER})m/s\.? ?(?={LETTER})")
_DEAR = re.compile(r"(?i:\bdear) (?:Mr|Ms|Mrs|Miss)\.? ")
_NAME_WORD = re.compile(rf" ?{LETTER}(?:{LETTER}|['’.-]){{1,30}}")
_MAX_NAME_WORDS = 4


@cache
def _labels() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    """Per role what stands right before the sign that a name follows."""
    return tuple(
        (
            role,
            re.compile(rf"{WORD_BEFORE}{alternatives(gathered(partial(_labels_of, role)), edges=False)} ?\Z"),
        )
        for role in _ROLES
    )


def _labels_of(role: Role, words: LanguageWords) -> tuple[str, ...]:
    return words.labels.get(role, ())


def find_parties(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Party facts in order, none overlapping; the span is the name without its label."""
    kept: list[Fact] = []
    for fact in sorted(limit.take("names of parties", _all(view)), key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _all(view: View) -> Iterator[Fact]:
    for role, start, stop in chain(_labelled(view), _addressed(view)):
        end = _end(view.plain, start, stop)
        name = view.text[start:end]
        if len(name) >= 2 and any(char.isalpha() for char in name):
            yield Fact(FactKind.PARTY, start, end, name, Party(role, name))


def _labelled(view: View) -> Iterator[tuple[str, int, int]]:
    """Role and name of "Employer: Name": sought from the sign, because few signs stand in a text and many words."""
    last: dict[str, int] = dict.fromkeys(_ROLES, 0)
    for sign in _SIGN.finditer(view.lower):
        at, label_end = sign.end(), sign.start() - (sign.end() - sign.start() > 1)
        name = _NAME.match(view.plain, at + 1 if view.plain[at : at + 1] == " " else at)
        if name is None or unicodedata.category(name.group()[0]) not in ("Lu", "Lo"):
            continue
        for role, label in _labels():
            if label.search(view.lower, max(last[role], label_end - _LONGEST_LABEL), label_end):
                last[role] = name.end()
                yield role, name.start(), name.end()


def _addressed(view: View) -> Iterator[tuple[str, int, int]]:
    """Role and name of "M/s Name" and "Dear Ms Name"."""
    last = 0
    for found in _MS.finditer(view.lower) if "m/s" in view.lower else ():
        name = _NAME.match(view.plain, found.end())
        if name is not None and found.start() >= last:
            last = name.end()
            yield "agency", name.start(), name.end()
    for found in _DEAR.finditer(view.plain) if "dear " in view.lower else ():
        start = end = found.end()
        for _ in range(_MAX_NAME_WORDS):
            word = _NAME_WORD.match(view.plain, end)
            if word is None or word.group().startswith(" ") == (end == start) or not word.group().strip()[0].isupper():
                break
            end = word.end()
        if end > start:
            yield "worker", start, end


def _end(plain: str, start: int, end: int) -> int:
    """Cut a name at the end of its sentence or where a verb begins."""
    stop = _STOP.search(plain, start, end)
    end = stop.start() if stop else end
    for dot in _LEGAL_END.finditer(plain, start, end + 1):
        if dot.start() < end and not _SHORT_FORMS.search(plain, start, dot.start()):
            end = dot.start()
            break
    while end > start and (plain[end - 1].isspace() or plain[end - 1] in "-.'\""):
        end -= 1
    return end
