"""Countries that a text names, in its own languages and in English. Names: the vocabulary's; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

import regex

from recruitcheck.model import Fact, FactKind
from recruitcheck.particulars.letter import HEAD, beginnings, dotted
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.view import View
from recruitcheck.vocabulary import country_names

_ABBREVIATED = 3  # letters of "UAE" and "KSA", which stand in capitals; with fewer nothing is sure
_LEAST_STEM = 4  # letters of a name whose vowels at the end change with the case
_UNCASED_HEAD = 2  # letters by which names of uncased scripts are looked up
_EXACT = 5  # a shorter name of an uncased script takes no ending: "মালি" is no beginning of "মালিক", an owner
_INFLECTED = frozenset({"ru", "uk", "bg", "pl"})  # "в Катаре", "do Polski"
_UNSPACED = frozenset({"zh", "ja", "th", "km", "my"})
_VOWELS = "аеиіїоуыэюяйьaeioąęy"
# Names that are everyday words, persons or firms more often than countries.
_DOUBTFUL = frozenset({"chad", "turkey", "jordan", "jersey", "georgia", "guinea", "niger", "mali", "togo", "cuba"})
_OF_A_PEOPLE = ("ी", "ीय", "ি", "ী", "ীয়", "ීය")  # "जापानी", "नेपाली": persons, not a place
_CAPITALISED = regex.compile(r"(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]++")
_LETTERS = r"[\p{L}\p{M}]"
_LETTER, _TAIL = regex.compile(_LETTERS), regex.compile(_LETTERS + "++")


class _Uncased(NamedTuple):
    """A name of a script without capitals; ``spaced``: words are parted, so it begins where one begins."""

    name: str
    code: str
    spaced: bool


_Named = TypeVar("_Named", tuple[str, str], _Uncased)


@dataclass(frozen=True, slots=True)
class _Names:
    """``cased`` by first word, longest first; ``stems`` by their first letters; ``heads`` of both.

    ``uncased`` that begin where a word does, and ``unspaced`` that stand anywhere, by the first letters.
    """

    cased: dict[str, tuple[tuple[str, str], ...]]
    stems: dict[str, tuple[tuple[str, str], ...]]
    heads: frozenset[str]
    uncased: dict[str, tuple[_Uncased, ...]]
    unspaced: dict[str, tuple[_Uncased, ...]]


@cache
def _names(langs: tuple[str, ...]) -> _Names:
    cased: dict[str, list[tuple[str, str]]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    uncased: dict[str, list[_Uncased]] = {}
    for lang, code, name in _all_names(langs):
        if name[0].lower() == name[0].upper():
            for form in dotted(name):
                uncased.setdefault(form[:_UNCASED_HEAD], []).append(_Uncased(form, code, lang not in _UNSPACED))
        elif len(name) >= _ABBREVIATED and (lower := name.lower()) not in _DOUBTFUL:
            cased.setdefault(_first_word(lower), []).append((lower, code))
            stem = lower.rstrip(_VOWELS)
            if lang in _INFLECTED and " " not in lower and len(stem) >= _LEAST_STEM:
                stems.setdefault(stem[:_LEAST_STEM], []).append((stem, code))
    heads = frozenset(name[:HEAD] for table in (cased, stems) for group in table.values() for name, _ in group)
    unspaced = {head: uncased.pop(head) for head in [*uncased] if not _begins_words(uncased[head])}
    return _Names(_closed(cased), _closed(stems), heads, _closed(uncased), _closed(unspaced))


def _begins_words(names: list[_Uncased]) -> bool:
    return all(one.spaced and one.name[0].isalpha() for one in names)


def _all_names(langs: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for lang in langs:
        for code, names in country_names(lang).items():
            if "-" not in code:
                yield from ((lang, code, name) for name in names if len(name) > 1)


def _first_word(name: str) -> str:
    found = regex.match(rf"{_LETTERS}++", name)
    return found.group() if found else name


def _closed(table: dict[str, list[_Named]]) -> dict[str, tuple[_Named, ...]]:
    return {head: tuple(sorted(set(group), key=lambda one: (-len(one[0]), one))) for head, group in table.items()}


def find_places(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Place facts in order; the value is the country's code. Latin, Greek and Cyrillic names begin with a capital."""
    names = _names(tuple(dict.fromkeys((*view.languages, "en"))))
    found = [*_capitalised(view, names), *_uncased(view, names)]
    facts = (Fact(FactKind.PLACE, start, end, view.text[start:end], code) for start, end, code in sorted(found))
    return tuple(limit.take("names of countries", facts))


def _capitalised(view: View, names: _Names) -> Iterator[tuple[int, int, str]]:
    text, plain, last = beginnings(view.lower), view.plain, 0
    for at in sorted(at for head in names.heads & text.heads for at in text.starts(head) if plain[at].isupper()):
        found = _CAPITALISED.match(plain, at) if at >= last else None
        known = _known(view, names, *found.span()) if found is not None else None
        if known is not None:
            last = known[1]
            yield known


def _known(view: View, names: _Names, start: int, end: int) -> tuple[int, int, str] | None:
    word = view.lower[start:end]
    for name, code in names.cased.get(word, ()):
        stop = start + len(name)
        if not view.lower.startswith(name, start) or view.lower[stop : stop + 1].isalpha():
            continue
        if len(name) > _ABBREVIATED or view.plain[start:stop].isupper():
            return start, stop, code
    for stem, code in names.stems.get(word[:_LEAST_STEM], ()):
        if word.startswith(stem) and len(word) - len(stem) <= _ABBREVIATED:
            return start, end, code
    return None


def _uncased(view: View, names: _Names) -> Iterator[tuple[int, int, str]]:
    text, words = view.plain, beginnings(view.lower)
    if words.plain:
        return
    for head in names.uncased.keys() & {word[:_UNCASED_HEAD] for word in words.heads}:
        yield from _uncased_at(text, names.uncased[head], head)
    for head, group in names.unspaced.items():
        if words.letters.issuperset(head):
            yield from _uncased_at(text, group, head)


def _uncased_at(text: str, names: tuple[_Uncased, ...], head: str) -> Iterator[tuple[int, int, str]]:
    at = text.find(head)
    while at >= 0:
        inside = at > 0 and _LETTER.match(text[at - 1]) is not None
        known = next((one for one in names if _stands(one, text, at, inside=inside)), None)
        if known is not None:
            yield at, at + len(known.name), known.code
        at = text.find(head, at + 1)


def _stands(known: _Uncased, text: str, at: int, *, inside: bool) -> bool:
    if (inside and known.spaced) or not text.startswith(known.name, at):
        return False
    if not known.spaced:
        return True
    end = at + len(known.name)
    tail = _TAIL.match(text, pos=end)
    return not tail or (len(known.name) >= _EXACT and not tail.group().endswith(_OF_A_PEOPLE))
