"""What the engine must know of one language: concepts, endings, guards' words, cues. Data: languages/*.yml."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from recruitcheck.errors import DataFileError
from recruitcheck.redflags.guard_shape import GuardShape
from recruitcheck.redflags.rulebook.rule_files import guards_path
from recruitcheck.redflags.words.folding import fold_text
from recruitcheck.redflags.words.tokens import words_of
from recruitcheck.resources import StrictModel, load_models, load_yaml, package_data, validate

Lang = str
CueName = Literal["warning", "teaching", "reporting", "attesting", "offering", "elsewhere", "employment"]


class LanguageFile(StrictModel):
    """The words of one language. ``fillers`` count for no distance; ``barriers`` end the reach of a negation.

    ``prefixes`` and ``endings`` may stand at either end of a ``word~`` ("al-" and "wa-", "l'" and "dell'"; "-s").
    """

    lang: str = Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")
    name: str
    endings: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()  # endings that deny a verb: `word*` does not match a word that ends so
    fillers: tuple[str, ...] = ()
    often_misspelt: tuple[str, ...] = ()  # long words that are read in spite of one slip
    unlike: tuple[str, ...] = ()  # right words that look like a slip in one of them: left as they are
    respelt: dict[str, str] = Field(default_factory=dict)  # spellings of one sound in Latin letters: "chh": "ch"
    apart: tuple[str, ...] = ()  # words in Latin letters that are never read as another that sounds alike
    barriers: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()  # "it", "they are": at a sentence's beginning they speak of the one before
    coordinators: tuple[str, ...] = ()  # "or": a comma before it does not end a negation
    gap_scale: int = Field(default=1, ge=1, le=6)  # scripts without spaces: a word is several tokens
    space_breaks: bool = False  # scripts without spaces: a space ends a phrase, like a comma
    clause_words: int = Field(default=0, ge=0, le=60)  # sentences without a full stop: how far one reaches; 0: its end
    concepts: dict[str, tuple[str, ...]]
    guards: dict[str, tuple[str, ...]]
    cues: dict[CueName, tuple[str, ...]] = Field(default_factory=dict)


class _Guard(StrictModel):
    """One entry of guards.yml; see GuardShape."""

    name: str
    says: str
    effect: Literal["stops", "mentions", "none"]
    spared_by: str = ""
    reach: Literal["before", "near", "segment", "clause"]
    words: int = 8
    default: bool = False

    def to_shape(self) -> GuardShape:
        return GuardShape(self.name, self.says, self.effect, self.reach, self.words, self.spared_by, self.default)


@cache
def load_languages() -> dict[str, LanguageFile]:
    """Every shipped language by its code."""
    loaded = load_models(LanguageFile, (package_data("redflags") / "languages").glob("*.yml"))
    shapes = load_guards()
    problems = [
        f"{path}: guards.{name}: no such guard. One of: {', '.join(sorted(shapes))}."
        for path, file in loaded
        for name in file.guards
        if name not in shapes
    ]
    if problems:
        raise DataFileError(tuple(problems))
    return {file.lang: file for _, file in loaded}


@cache
@cache
def load_language(lang: str) -> LanguageFile | None:
    """One shipped language, the others left unread; None where there is none of that code."""
    path = package_data("redflags") / "languages" / f"{lang}.yml"
    return validate(LanguageFile, load_yaml(path)) if path.is_file() else None


@cache
def pronouns_of(lang: Lang) -> tuple[tuple[str, ...], ...]:
    """What speaks of the sentence before in a language, as folded words."""
    file = load_language(lang)
    return tuple(words_of(fold_text(phrase)) for phrase in file.pronouns) if file else ()


@cache
def load_guards() -> dict[str, GuardShape]:
    """Every guard by its name."""
    return {guard.name: guard.to_shape() for _, guard in load_models(_Guard, [guards_path()], many=True)}
