# ruff: noqa: E501  a table of countries reads better unwrapped
"""What a list is and where from, as far as its own words tell: titles, names of file and sheet, headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from recruitcheck.model import LicenceStatus, RegistryKind
from recruitcheck.registry.drafting.guess import Sureness
from recruitcheck.registry.drafting.words import Heading, kind_words, listed_words, stands_in, word_key
from recruitcheck.vocabulary import resolve_country

MAX_TITLE_CHARS = 300
_PERIOD = re.compile(r"\bFY\s?\d{2,4}|\bQ[1-4]\b|fiscal year|quarter|\bejercicio\b|\bexercice\b", re.IGNORECASE)
_CALENDAR_HOMES = {"roc": "TW", "bikram_sambat": "NP", "umm_al_qura": "SA", "japanese_era": "JP"}
# Where nobody says it, the language of the headers narrows the country down only where one country has such lists.
_HOME = {
    "ne": "NP", "bn": "BD", "si": "LK", "th": "TH", "my": "MM", "km": "KH", "ja": "JP", "ko": "KR", "vi": "VN", "tl": "PH",
    "am": "ET", "id": "ID", "ms": "MY", "pl": "PL", "cs": "CZ", "sk": "SK", "hu": "HU", "bg": "BG", "ro": "RO", "uk": "UA",
    "tr": "TR", "it": "IT", "he": "IL", "sv": "SE", "no": "NO", "el": "GR", "fa": "IR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What being listed proves, how sure, and the words that say so."""

    kind: RegistryKind
    sure: Sureness
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """The country whose list it is; ``XX`` where nothing tells."""

    code: str
    sure: Sureness
    why: str


def kind_of(
    titles: Sequence[str], headers: Sequence[str], fields: Sequence[str], statuses: Sequence[LicenceStatus]
) -> Kind:
    """By words in the titles first, then by the columns and states that only one kind has."""
    titled = _by_titles(titles, licences={"licence_number", "status"} <= set(fields))
    if titled is not None:
        return titled
    barring = {LicenceStatus.BARRED}
    if statuses and set(statuses) <= barring:
        return Kind(RegistryKind.DEBARMENT, Sureness.MEDIUM, "every state in it is an exclusion")
    keys = " ".join(map(word_key, headers))
    for word, kind in kind_words():
        if kind is RegistryKind.DEBARMENT and stands_in(word, keys):
            return Kind(kind, Sureness.MEDIUM, f"a header says {word!r}")
    if set(statuses) & barring and LicenceStatus.VALID in statuses:
        return Kind(RegistryKind.LICENSING_AND_DEBARMENT, Sureness.MEDIUM, "its states are licences and exclusions")
    if "duration" in fields and "licence_number" not in fields and "status" not in fields:
        return Kind(RegistryKind.DEBARMENT, Sureness.LOW, "it has durations, and no numbers or states of licences")
    if any(kind is RegistryKind.LICENSING and stands_in(word, keys) for word, kind in kind_words()):
        return Kind(RegistryKind.LICENSING, Sureness.MEDIUM, "its headers speak of licences")
    if "licence_number" in fields or "status" in fields or "valid_to" in fields:
        return Kind(RegistryKind.LICENSING, Sureness.MEDIUM, "it has numbers, states or terms of licences")
    return Kind(RegistryKind.DISCLOSURE, Sureness.LOW, "nothing in it says that it is a list of licences")


def _by_titles(titles: Sequence[str], *, licences: bool) -> Kind | None:
    """The kind that a title names. A list with numbers and states of licences is no list of exclusions only."""
    for text in titles:
        key = word_key(text[:MAX_TITLE_CHARS])
        for word, kind in kind_words():
            if stands_in(word, key) and not (kind is RegistryKind.DEBARMENT and licences):
                return Kind(kind, Sureness.MEDIUM, f"{text.strip()[:60]!r} says {word!r}")
    return None


def listed_means(titles: Sequence[str], headers: Sequence[str]) -> tuple[str, str] | None:
    """(text, word) that says that whoever is listed has the licence; None where nothing does."""
    for text in titles:
        key = word_key(text[:MAX_TITLE_CHARS])
        for word in listed_words():
            if len(word) > 1 and stands_in(word, key):
                return text.strip()[:80], word
    for text in headers:
        key = word_key(text)
        for word in ("valid licence since", "licensed since", "valid since", "registered since"):
            if stands_in(word, key):
                return text.strip(), word
    return None


def is_period(titles: Sequence[str]) -> bool:
    """Whether the list is one of a year or a quarter, and not of who is listed now."""
    return any(_PERIOD.search(text) for text in titles)


def place_of(
    id: str,  # noqa: A002
    titles: Sequence[str],
    found: Sequence[Heading],
    phones: Sequence[str],
    calendars: Collection[str] = (),
) -> Place:
    """By the id's first letters, words of the title, country codes of the numbers to call, calendar, language."""
    first = id.partition("-")[0]
    if len(first) == 2 and "-" in id and resolve_country(first.upper()) == first.upper():
        # Ids begin so by convention, and "my-list" may mean no country at all.
        return Place(first.upper(), Sureness.MEDIUM, f"the id begins with {first!r}; --country says otherwise")
    for text in titles:
        for word in re.findall(r"[^\W\d_]{4,}(?:\s[^\W\d_]{4,})?", text[:MAX_TITLE_CHARS]):
            code = resolve_country(word) or resolve_country(word.split()[0])
            if code is not None:
                return Place(code, Sureness.MEDIUM, f"{text.strip()[:60]!r} names it")
    code = _by_phones(phones)
    if code is not None:
        return Place(code, Sureness.MEDIUM, "most numbers to call have its code")
    for calendar, home in _CALENDAR_HOMES.items():
        if calendar in calendars:
            return Place(home, Sureness.MEDIUM, "its dates are in the calendar of that country")
    languages = Counter(heading.language for heading in found if heading.fit >= 0.9 and heading.language != "en")
    for language, count in languages.most_common(1):
        if count >= 2 and language in _HOME:
            return Place(_HOME[language], Sureness.LOW, f"the headers are in its language ({language})")
    return Place("XX", Sureness.LOW, "nothing tells the country")


def _by_phones(phones: Sequence[str]) -> str | None:
    import phonenumbers

    codes: Counter[str] = Counter()
    for text in phones[:200]:
        if text.strip().startswith(("+", "00")):
            try:
                number = phonenumbers.parse("+" + text.strip().lstrip("+").removeprefix("00"), None)
            except phonenumbers.NumberParseException:
                continue
            code = phonenumbers.region_code_for_number(number)
            if code:
                codes[code] += 1
    if not codes:
        return None
    code, count = codes.most_common(1)[0]
    return code if count >= max(2, 0.6 * sum(codes.values())) else None
