"""Countries by code, by English name and by their names in the languages of the field. Never guesses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from recruitcheck.vocabulary import spelling
from recruitcheck.vocabulary.spelling import bare_key, word_key

# Only names of the script that was typed are loaded: a check with English names reads one file.
_LANGS_OF_SCRIPT: Mapping[str, tuple[str, ...]] = {
    "LATIN": ("es", "pt", "fr", "tl", "id", "ms", "vi", "sw", "ro", "pl", "de", "it", "tr"),
    "ARABIC": ("ar", "ur"),
    "BENGALI": ("bn",),
    "DEVANAGARI": ("hi", "ne"),
    "SINHALA": ("si",),
    "TAMIL": ("ta",),
    "THAI": ("th",),
    "MYANMAR": ("my",),
    "KHMER": ("km",),
    "ETHIOPIC": ("am",),
    "CYRILLIC": ("ru", "uk", "bg"),
    "GREEK": ("el",),
    "HANGUL": ("ko",),
    "CJK": ("zh", "ja"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
}
LANGUAGES = tuple(sorted({"en"}.union(*_LANGS_OF_SCRIPT.values())))

_COUNTRY_OF = re.compile("^(?:ประเทศ|ប្រទេស|دولة |دوله )|နိုင်ငံ$")  # "country of", written together with the name

_Index = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Country:
    """A country (ISO 3166-1 alpha-2) or a subdivision with law of its own (ISO 3166-2, such as CA-ON)."""

    code: str
    alpha3: str | None
    name: str
    aliases: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Every country and subdivision by code."""
    from recruitcheck.resources import package_data
    from recruitcheck.resources.kept import kept

    path = package_data("vocabulary/countries.yml")
    rows = kept("countries 1", [path], lambda: _read_countries(path))
    return MappingProxyType({code: Country(code, alpha3, name, tuple(aliases)) for code, alpha3, name, aliases in rows})


def _read_countries(path: Path) -> list[Any]:
    from recruitcheck.resources import load_models
    from recruitcheck.vocabulary.shapes import CountryShape

    shapes = (shape for _, shape in load_models(CountryShape, [path], many=True))
    return [[shape.code, shape.alpha3, shape.name, list(shape.aliases)] for shape in shapes]


def resolve_country(text: str) -> str | None:
    """The code that a code or name stands for, in any case, script or common spelling.

    None where the word is unknown or names more than one country ("Congo"); a list of countries, a city or
    the name of a people is unknown. "Korea" is KR, as in every sample seen; "North Korea" is KP.
    """
    key = word_key(text)
    if not key or key in ambiguous_words():
        return None
    if key in _alpha3() and text.isupper():  # "NGA" is Nigeria, "Nga" is Russia in Vietnamese
        return _alpha3()[key]
    langs = _langs_of(key)
    for index in (_exact, _bare):
        wanted = key if index is _exact else bare_key(text)
        for group in (("en",), langs):
            found = index(group).get(wanted)
            if found:
                return found[0] if len(found) == 1 else None
    shorter = _COUNTRY_OF.sub("", key)
    return resolve_country(shorter) if shorter != key else None


def country_name(code: str, lang: str = "en") -> str:
    """The name to print; a subdivision is followed by its country. English where ``lang`` has no names.

    A code that is not in the table comes back as it is.
    """
    country = countries().get(code)
    if country is None:
        return code
    if "-" in code:
        return f"{country.name}, {country_name(code.partition('-')[0], lang)}"
    if lang == "en" or lang not in LANGUAGES:
        return country.name
    names = names_in(lang).get(code)
    return names[0] if names else country.name


@cache
def names_in(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Names by code in one of LANGUAGES, the one to print first."""
    if lang == "en":
        return {code: (country.name, *country.aliases) for code, country in countries().items()}
    from recruitcheck.resources import package_data
    from recruitcheck.resources.kept import kept

    path = package_data(f"vocabulary/country_names/{lang}.yml")
    names = kept("country names 1", [path], lambda: _read_names(path))
    return {code: tuple(every) for code, every in names.items()}


def _read_names(path: Path) -> dict[str, Any]:
    from recruitcheck.resources import load_models
    from recruitcheck.vocabulary.shapes import CountryNamesFile

    ((_, file),) = load_models(CountryNamesFile, [path])
    return {code: list(every) for code, every in file.root.items()}


def country_names(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Every name that stands for one country only, by code; {} for a language without names."""
    if lang not in LANGUAGES:
        return {}
    doubtful = ambiguous_words()
    return {
        code: tuple(name for name in names if word_key(name) not in doubtful) for code, names in names_in(lang).items()
    }


@cache
def ambiguous_words() -> Mapping[str, tuple[str, ...]]:
    """Comparable words that name more than one country, with the codes they may mean."""
    from recruitcheck.resources import package_data
    from recruitcheck.resources.kept import kept

    path = package_data("vocabulary/ambiguous_places.yml")
    means = kept("ambiguous places 1", [path], lambda: _read_ambiguous(path))
    return MappingProxyType({word_key(word): tuple(codes) for word, codes in means.items()})


def _read_ambiguous(path: Path) -> dict[str, Any]:
    from recruitcheck.resources import load_models
    from recruitcheck.vocabulary.shapes import AmbiguousPlaceShape

    return {shape.word: list(shape.means) for _, shape in load_models(AmbiguousPlaceShape, [path], many=True)}


def _langs_of(key: str) -> tuple[str, ...]:
    script = unicodedata.name(key[0], "").partition(" ")[0]
    return _LANGS_OF_SCRIPT.get(script, ())


@cache
def _exact(langs: tuple[str, ...]) -> _Index:
    return _kept_index("exact", langs, _exact_pairs)


def _exact_pairs(langs: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    pairs = [(word_key(name), code) for lang in langs for code, names in names_in(lang).items() for name in names]
    if "en" in langs:  # codes count only as written: "Mỹ" (the United States) must not become MY
        pairs += [(word_key(code), code) for code in countries()]
    return pairs


@cache
def _alpha3() -> Mapping[str, str]:
    return {country.alpha3.lower(): country.code for country in countries().values() if country.alpha3}


@cache
def _bare(langs: tuple[str, ...]) -> _Index:
    return _kept_index("bare", langs, _bare_pairs)


def _bare_pairs(langs: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    return [(bare_key(name), code) for lang in langs for code, names in names_in(lang).items() for name in names]


def _kept_index(
    what: str, langs: tuple[str, ...], pairs: Callable[[tuple[str, ...]], Iterable[tuple[str, str]]]
) -> _Index:
    """The codes of each word: spelling thousands of names anew is most of what one country would cost.

    Kept for these names as this code spells them.
    """
    from recruitcheck.resources import package_data
    from recruitcheck.resources.kept import kept

    files = ["vocabulary/countries.yml", *(f"vocabulary/country_names/{lang}.yml" for lang in langs if lang != "en")]
    made_of = [Path(__file__), Path(spelling.__file__), *map(package_data, files)]
    manner = f"words of countries {what} {' '.join(langs)} {unicodedata.unidata_version}"
    found: _Index = kept(manner, made_of, lambda: _grouped(pairs(langs)))
    return found


def _grouped(pairs: Iterable[tuple[str, str]]) -> _Index:
    index: dict[str, set[str]] = {}
    for key, code in pairs:
        index.setdefault(key, set()).add(code)
    return {key: sorted(codes) for key, codes in index.items()}
