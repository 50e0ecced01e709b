"""A comparison in short sentences that a compliance officer reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from recruitcheck.matching.alignment import Alignment, Pair
from recruitcheck.matching.comparison import Comparison, counts_alone
from recruitcheck.matching.side import has_han, is_guessed
from recruitcheck.model import Name, NameKind
from recruitcheck.names.market_words import is_market_word

if TYPE_CHECKING:
    from recruitcheck.model import Agreement

MAX_SHOWN = 80  # characters of a name quoted within a sentence
MAX_QUOTED = 6  # words named in one sentence

_KINDS = {
    NameKind.TRADING: "trading name",
    NameKind.FORMER: "former name",
    NameKind.OTHER_SCRIPT: "name in another script",
    NameKind.ABBREVIATION: "abbreviation",
    NameKind.ALIAS: "other name",
}
_FIELDS = {
    "licence_number": "licence number",
    "phone": "telephone number",
    "email": "mail address",
    "mail_domain": "mail domain",
    "website": "website",
    "address": "address",
    "country": "country",
}


def explain(
    comparison: Comparison,
    asked: Name,
    matched: Name,
    agrees: Sequence[Agreement],
    contradicts: Sequence[Agreement],
) -> tuple[str, ...]:
    """The parts of the score in words, the weightiest first."""
    return (
        *_about_kinds(asked, matched),
        *_about_reading(comparison),
        *(("The names are equal but for case and punctuation.",) if comparison.equal else _about_words(comparison)),
        *_about_numbers(comparison),
        *_about_forms(comparison),
        *_about_doubt(comparison),
        *about_fields(agrees, contradicts),
    )


def ignored_tokens(comparison: Comparison) -> tuple[str, ...]:
    """What was set aside on either side: honorifics, licence numbers, legal forms."""
    both = (comparison.asked, comparison.listed)
    return tuple(dict.fromkeys(token for parts in both for token in (*parts.ignored, *parts.legal_forms)))


def _about_kinds(asked: Name, matched: Name) -> list[str]:
    lines = [f"Asked by the {_KINDS[asked.kind]} '{asked.text}'."] if asked.kind in _KINDS else []
    return lines + ([f"Compared with the entry's {_KINDS[matched.kind]}."] if matched.kind in _KINDS else [])


def _about_reading(comparison: Comparison) -> list[str]:
    """How names in other scripts were read: the words named below are Latin letters that nobody printed."""
    lines = []
    for side in (comparison.asked, comparison.listed):
        if not comparison.equal and side.words and (is_guessed(side.text) or has_han(side.text)):
            lines.append(f"'{side.text[:MAX_SHOWN]}' is read as '{' '.join(side.words)[:MAX_SHOWN]}'.")
    if lines and has_han(comparison.asked.text) != has_han(comparison.listed.text):
        lines.append("One sound is written with many Chinese characters: a person must compare them.")
    return lines


def _about_words(comparison: Comparison) -> list[str]:
    alignment = comparison.alignment
    lines = []
    pairs = alignment.pairs
    for pair in pairs:
        if pair.likeness < 1:
            lines.append(_about_pair(alignment, pair))
    same = [alignment.asked[pair.asked[0]] for pair in pairs if pair.likeness == 1]
    telling = [word for word in same if not is_market_word(word)]
    common = [word for word in dict.fromkeys((*comparison.asked.generic, *comparison.listed.generic)) if len(word) > 2]
    if telling:
        lines.insert(0, f"{_quoted(telling)} {_are(telling)} in both names.")
    extra = [alignment.asked[place] for place in alignment.only_asked if not is_market_word(alignment.asked[place])]
    lacking = [
        alignment.listed[place] for place in alignment.only_listed if not is_market_word(alignment.listed[place])
    ]
    if extra:
        lines.append(f"{_quoted(extra)} {_are(extra)} only in the name asked about.")
    if lacking:
        lines.append(f"{_quoted(lacking)} {_are(lacking)} only in the listed name.")
    if common:
        lines.append(f"{_quoted(common)} {_are(common)} common in this field and {_weigh(common)} little.")
    lines += _about_market(comparison)
    if not alignment.in_order:
        lines.append("The words stand in another order.")
    return lines


def _about_market(comparison: Comparison) -> list[str]:
    """Market words that one name lacks; places come and go."""
    if comparison.market:
        return ["Each name has a market word that the other lacks."]
    alignment = comparison.alignment
    for words, places, where in (
        (alignment.asked, alignment.only_asked, "name asked about"),
        (alignment.listed, alignment.only_listed, "listed name"),
    ):
        alone = [words[place] for place in places if counts_alone(words[place])]
        if alone and not comparison.bare:
            return [f"Only the {where} has the market word {_quoted(alone[:1])}."]
    return []


def _about_pair(alignment: Alignment, pair: Pair) -> str:
    asked = " ".join(alignment.asked[place] for place in pair.asked)
    listed = " ".join(alignment.listed[place] for place in pair.listed)
    if asked.replace(" ", "") == listed.replace(" ", ""):
        return f"'{asked}' and '{listed}' differ only in spacing."
    if abs(len(pair.asked) - len(pair.listed)) and min(len(asked), len(listed)) <= MAX_QUOTED:
        return f"'{asked}' and '{listed}': one is the first letters of the other."
    return f"'{asked}' resembles '{listed}' ({pair.likeness:.0%})."


def _about_numbers(comparison: Comparison) -> list[str]:
    mine, yours = (", ".join(parts.numbers) or "none" for parts in (comparison.asked, comparison.listed))
    if comparison.number == "differs":
        return [f"The numbers differ ({mine} against {yours}): numbered sister firms are different firms."]
    if comparison.number == "missing":
        return [f"Only one name carries a number ({mine} against {yours}): it may be a sister firm."]
    return []


def _about_forms(comparison: Comparison) -> list[str]:
    mine, yours = (" ".join(parts.legal_forms) or "none" for parts in (comparison.asked, comparison.listed))
    if comparison.form == "differs":
        return [f"The legal forms differ ({mine} against {yours})."]
    if comparison.form != "missing":
        return []
    if "none" in (mine, yours):
        which, form = ("listed name", yours) if mine == "none" else ("name asked about", mine)
        return [f"Only the {which} has a legal form ({form})."]
    return [f"One legal form says more than the other ({mine} against {yours})."]


def _about_doubt(comparison: Comparison) -> list[str]:
    if comparison.apart:
        return ["Only the trading names fit; the firms' own names differ, and many may trade under one name."]
    if comparison.bare:
        return ["A name of market words alone identifies nobody."]
    return ["The telling part is very short, so likeness says little."] if comparison.short else []


def about_fields(agrees: Iterable[Agreement], contradicts: Iterable[Agreement]) -> list[str]:
    """What the fields beside the name say."""
    lines = [f"The {_FIELDS.get(one.field, one.field)} agrees." for one in agrees]
    return lines + [f"The {_FIELDS.get(one.field, one.field)} differs." for one in contradicts]


def _quoted(words: Sequence[str]) -> str:
    shown = [f"'{word}'" for word in words[:MAX_QUOTED]]
    if len(words) > MAX_QUOTED:
        return f"{', '.join(shown)} and {len(words) - MAX_QUOTED} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _are(words: Sequence[str]) -> str:
    return "is" if len(words) == 1 else "are"


def _weigh(words: Sequence[str]) -> str:
    return "weighs" if len(words) == 1 else "weigh"
