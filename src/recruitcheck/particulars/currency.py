"""Currency signs, codes and names, and what they mean in which language. Data: currencies.yml and languages/*.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from recruitcheck.particulars.language import load_words
from recruitcheck.particulars.phrases import spellings
from recruitcheck.resources import StrictModel, load_models, package_data


class Signs(StrictModel):
    """``before`` and ``after``: signs by ISO code, or by the family several currencies share."""

    codes: tuple[str, ...]
    wordy: frozenset[str]
    lone_letters: frozenset[str]
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]


@cache
def signs() -> Signs:
    """The signs that belong to no language."""
    return load_models(Signs, [package_data("particulars") / "currencies.yml"])[0][1]


@cache
def codes() -> frozenset[str]:
    """ISO 4217 codes of wages and fees on labour corridors."""
    return frozenset(signs().codes)


@cache
def before() -> Mapping[str, str]:
    """Sign written before the amount → code or family; case matters, since "R", "P" and "SR" are letters first."""
    return _meanings([signs().before, *(words.currencies.before for words in load_words())], lambda sign: sign)


@cache
def after() -> Mapping[str, str]:
    """Sign written after the amount, in lower case → code or family."""
    return _meanings([signs().after, *(words.currencies.after for words in load_words())], str.lower)


def _meanings(tables: Iterable[Mapping[str, Iterable[str]]], form: Callable[[str], str]) -> dict[str, str]:
    """Sign → meaning; where languages differ in what a sign means, the family wins over one currency."""
    found: dict[str, str] = {}
    for table in tables:
        for meaning, written in table.items():
            for sign in spellings(written):
                known = found.get(form(sign))
                if known is None or (known.isupper() and meaning.islower()):
                    found[form(sign)] = meaning
    return found


def code_of(meaning: str | None, languages: tuple[str, ...]) -> str | None:
    """The ISO code of a meaning; that of a family by the document's languages, None where they do not decide."""
    if meaning is None or meaning.isupper():
        return meaning
    return next((here[meaning] for lang in languages if meaning in (here := _here().get(lang, {}))), None)


@cache
def _here() -> Mapping[str, Mapping[str, str]]:
    return {words.lang: words.currencies.here for words in load_words()}
