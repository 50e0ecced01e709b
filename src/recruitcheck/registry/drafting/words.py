"""How columns are headed and licence states are called, in many languages: one data file per language."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pydantic import Field

from recruitcheck.model import LicenceStatus, RegistryKind
from recruitcheck.resources import StrictModel, load_models, package_data

FOLDER = "registry/drafting/words"
FIELDS = (
    "name", "other_name", "trading_name", "former_name", "alias", "last_name", "first_name", "middle_name",
    "licence_number", "status", "revoked_on", "suspended_on", "cancelled_on", "valid_from", "valid_to", "period",
    "duration", "reason", "address", "place", "region", "postal_code", "country", "phone", "fax", "email", "website",
    "record_id", "serial", "company_number", "tax_number", "scope", "rating", "route", "contact", "owner", "remark",
    "count", "status_date", "picture", "name_address", "number_date",
)  # fmt: skip
CODES = ("company_number", "tax_number", "record_id")
MAX_HEADER_CHARS = 120
SAME = 0.88  # likeness from which a header is a misspelt word ("Liscence No")
FUZZY_CHARS = 6

_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PARTS = re.compile(r"\s*(?:[/|\n]|\s[-–—]\s|[()\[\]（）【】])\s*")
_NOT_SPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ı": "i", "ø": "o", "ß": "ss"})
_HEAD_FIRST = re.compile(r"\b(?:of|de|du|des|del|della|di|do|da|d|der|ng|la|za|ya)\b")


class LanguageWords(StrictModel):
    """The words of one language, as its file holds them."""

    language: str
    headers: dict[Literal[FIELDS], tuple[str, ...]]  # type: ignore[valid-type]
    statuses: dict[LicenceStatus, tuple[str, ...]]
    kinds: dict[RegistryKind, tuple[str, ...]] = Field(default_factory=dict)
    open: tuple[str, ...] = ()  # "no end", in a column of dates
    listed: tuple[str, ...] = ()  # in a title: whoever is listed has the licence
    until: tuple[str, ...] = ()  # before the last day, in a cell
    since: tuple[str, ...] = ()  # before the first day


@dataclass(frozen=True, slots=True)
class Heading:
    """What a header may mean: the field, how well the word fits (0 to 1), the word and its language."""

    field: str
    fit: float
    word: str
    language: str


@dataclass(frozen=True, slots=True)
class _Known:
    field: str
    word: str
    language: str


@cache
def languages() -> tuple[LanguageWords, ...]:
    """The words of every language; English first, so that words that languages share are told as English."""
    files = sorted(package_data(FOLDER).glob("*.yml"))
    loaded = (words for _, words in load_models(LanguageWords, files))
    return tuple(sorted(loaded, key=lambda words: (words.language != "en", words.language)))


def word_key(text: str) -> str:
    """A header or status word for comparison: case, accents, marks and spacing set aside, camel case divided.

    Signs that belong to a letter of an Indic, Thai or Arabic script stay with it.
    """
    divided = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text[:MAX_HEADER_CHARS]).replace("&", " and "))
    letters = unicodedata.normalize("NFD", divided.casefold().translate(_PLAIN))
    kept = []
    for each in letters:
        category = unicodedata.category(each)
        if "\u0300" <= each <= "\u036f" or category == "Cf":
            continue
        kept.append(each if each.isalnum() or each == "#" or category in ("Mn", "Mc") else " ")
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


@cache
def _header_words() -> dict[str, tuple[_Known, ...]]:
    found: dict[str, list[_Known]] = {}
    for words in languages():
        for field, spellings in words.headers.items():
            for word in spellings:
                key = word_key(word)
                known = found.setdefault(key, [])
                if key and not any(each.field == field for each in known):
                    known.append(_Known(field, word, words.language))
    found.pop("", None)
    return {key: tuple(known) for key, known in found.items()}


@cache
def _longest() -> tuple[str, ...]:
    return tuple(sorted(_header_words(), key=lambda key: (-len(key), key)))


@cache
def _printed_words() -> frozenset[str]:
    return frozenset(
        unicodedata.normalize("NFC", word.casefold())
        for words in languages()
        for group in (*words.headers.values(), *words.statuses.values())
        for word in group
    )


def is_printed_word(text: str) -> bool:
    """Whether a text is a header or status word of ours with its accents as they belong."""
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold().strip(" .:")) in _printed_words()


@lru_cache(maxsize=4096)
def headings(header: str) -> tuple[Heading, ...]:
    """What a header may mean, the best first, each field once; empty where no word of ours is in it."""
    found: dict[str, Heading] = {}
    for known, fit in _matches(header):
        for each in known:
            before = found.get(each.field)
            if before is None or before.fit < fit:
                found[each.field] = Heading(each.field, round(fit, 3), each.word, each.language)
    return tuple(sorted(found.values(), key=lambda each: (-each.fit, FIELDS.index(each.field))))


def _matches(header: str) -> list[tuple[tuple[_Known, ...], float]]:
    """Words and how well they fit: the whole header, else its parts, else misspelt, else words inside it."""
    words, whole = _header_words(), word_key(header)
    if not whole:
        return []
    if whole not in words and (joined := word_key(header.casefold())) in words:
        return [(words[joined], 1.0)]  # "KvK" is no camel
    parts = [key for part in _PARTS.split(header) if (key := word_key(part)) and key != whole]
    last = word_key(header.rsplit(".", 1)[-1]) if "." in header.strip(".") else ""
    found = [(words[whole], 1.0)] if whole in words else []
    # Of a header over two rows ("Licence / Valid till") the lower one says what the column holds.
    lower = word_key(header.rsplit(" / ", 1)[-1])
    if any(each.field in CODES for each in words.get(lower, ())):
        lower = ""  # "EDRPOU / tax number": two names of one code
    found += [
        (words[key], 0.95 if key == lower else 0.93)
        for key in dict.fromkeys((*parts, last))
        if key in words and key != whole
    ]
    if not found and len(whole) >= FUZZY_CHARS:
        found = [(words[near], 0.75) for near in _misspelt(whole)]
    if not found:
        inside = dict.fromkeys([last or whole, *([] if last else parts)])
        found = [match for key in inside for match in _contained(key)]
    return found


def _misspelt(key: str) -> list[str]:
    """The word that a header was meant to be: each part of it is nearly right."""
    parts = key.split()
    alike = [word for word in _header_words() if abs(len(word) - len(key)) < 3 and len(word.split()) == len(parts)]
    near = difflib.get_close_matches(key, alike, 3, SAME)
    return [
        word
        for word in near
        if all(
            difflib.SequenceMatcher(None, one, other).ratio() >= 0.8
            for one, other in zip(word.split(), parts, strict=True)
        )
    ][:1]


def _contained(key: str) -> Iterator[tuple[tuple[_Known, ...], float]]:
    """Words that stand in a longer header. The head of a phrase counts more: "address of the licence holder"."""
    spaced = f" {key} "
    first = bool(_HEAD_FIRST.search(key))
    taken: list[str] = []
    for word in _longest():
        if len(word) >= len(key) or len(taken) >= 6 or any(word in each for each in taken):
            continue  # "date" says nothing more where "expiry date" stands
        apart = _NOT_SPACED.search(word) is not None
        if (word in key and len(word) > 1) if apart else (len(word) > 1 and f" {word} " in spaced):
            share = len(word) / len(key)
            head = key.startswith(word) if first else key.endswith(word)
            taken.append(word)
            yield _header_words()[word], 0.42 + 0.28 * share + (0.22 if head else 0.0)


@cache
def status_words() -> dict[str, LicenceStatus]:
    """Status words as ``word_key`` gives them. A word that means two things in two languages is unknown."""
    found: dict[str, LicenceStatus] = {}
    english: set[str] = set()
    for words in languages():
        for status, spellings in words.statuses.items():
            for key in map(word_key, spellings):
                if words.language == "en":
                    english.add(key)
                if found.setdefault(key, status) is not status and key not in english:
                    found[key] = LicenceStatus.UNKNOWN
    return found


@cache
def open_words() -> frozenset[str]:
    """Words for "no end", as ``word_key`` gives them."""
    return frozenset(word_key(word) for words in languages() for word in words.open)


@cache
def kind_words() -> tuple[tuple[str, RegistryKind], ...]:
    """Words of titles that tell what a list is, the longest first."""
    found = {word_key(word): kind for words in languages() for kind, group in words.kinds.items() for word in group}
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def listed_words() -> tuple[str, ...]:
    """Words of titles that say that whoever is listed has the licence, the longest first."""
    found = {word_key(word) for words in languages() for word in words.listed}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def last_day_words() -> tuple[str, ...]:
    """What is printed before the last day ("valid until"), the longest first."""
    return _longest_first(word for words in languages() for word in words.until)


@cache
def first_day_words() -> tuple[str, ...]:
    """What is printed before the first day ("issued on"), the longest first."""
    return _longest_first(word for words in languages() for word in words.since)


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def stands_in(word: str, key: str) -> bool:
    """Whether a word is in a text (both as ``word_key`` gives them): as words, or anywhere in unspaced scripts."""
    return word in key if _NOT_SPACED.search(word) else f" {word} " in f" {key} "


def is_telling(word: str) -> bool:
    """Whether a word is long enough to mean something inside a longer text; two letters are, where each is a word."""
    return len(word) > (1 if _NOT_SPACED.search(word) else 3)
