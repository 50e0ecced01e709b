"""The words by which a language names the terms of a contract. Data: contract_terms/*.yml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recruitcheck.errors import DataFileError
from recruitcheck.redflags.words.lexicon import Lexicon
from recruitcheck.redflags.words.phrase_table import table_of
from recruitcheck.redflags.words.wording import Affixes, Wording
from recruitcheck.resources import StrictModel, load_models, package_data
from recruitcheck.vocabulary import terms


class TermWordsFile(StrictModel):
    """``terms``: phrases by term of the vocabulary; ``postponed``: phrases that leave a term open."""

    lang: str
    endings: tuple[str, ...] = ()
    postponed: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TermWords:
    """The terms of one language, ready to be looked for."""

    lexicon: Lexicon
    terms: tuple[tuple[int, str], ...]  # bits in the lexicon, and the term that they name
    postponed: int


@cache
def term_words(lang: str) -> TermWords | None:
    """The words of one language; None where there are none."""
    file = _files().get(lang)
    if file is None:
        return None
    affixes = Affixes(file.endings)
    slots = {f"({'|'.join(phrases)})": term for term, phrases in file.terms.items()}
    postponed = f"({'|'.join(file.postponed)})"
    table = table_of(Wording({}), affixes, [*slots, postponed])
    bits = {slot: 1 << place for place, slot in enumerate(table.slots)}
    lexicon = Lexicon(table, affixes, dict(enumerate(bits.values())))
    return TermWords(lexicon, tuple((bits[slot], term) for slot, term in slots.items()), bits[postponed])


@cache
def _files() -> dict[str, TermWordsFile]:
    loaded = load_models(TermWordsFile, (package_data("redflags") / "contract_terms").glob("*.yml"))
    problems = [
        f"{path}: terms.{name}: the vocabulary has no such term."
        for path, file in loaded
        for name in file.terms
        if name not in terms()
    ]
    if problems:
        raise DataFileError(tuple(problems))
    return {file.lang: file for _, file in loaded}
