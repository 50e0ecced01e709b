"""What the data files of the vocabulary must look like. Imports pydantic: import it only while loading."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, RootModel

from recruitcheck.model import Severity
from recruitcheck.resources import StrictModel
from recruitcheck.vocabulary.practices import FamilyKind, Weight

_PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")

Text = Annotated[str, Field(min_length=1)]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
PracticeId = Annotated[str, Field(pattern=r"^[a-z][a-z_]*\.[a-z][a-z_]*$")]


def _only_plain_placeholders(text: str) -> str:
    left = _PLACEHOLDER.sub("", text)
    if "{" in left or "}" in left:
        raise ValueError("only {word} placeholders are filled; no other brace may stand in a message")
    return text


Template = Annotated[str, AfterValidator(_only_plain_placeholders)]


class FamilyShape(StrictModel):
    """One entry of families.yml."""

    id: Word
    title: Text
    kind: FamilyKind


class PracticeShape(StrictModel):
    """One entry of practices.yml."""

    id: PracticeId
    title: Text
    definition: Text
    is_not: Text
    severity: Severity
    weight: Weight


CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z]{2,3})?$")]


class SectorShape(StrictModel):
    """One entry of sectors.yml."""

    id: Word
    title: Text
    within: tuple[Word, ...]
    synonyms: tuple[Text, ...]


class CountryShape(StrictModel):
    """One entry of countries.yml."""

    code: CountryCode
    alpha3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None
    name: Text
    aliases: tuple[Text, ...]


class CountryNamesFile(RootModel[dict[CountryCode, Annotated[tuple[Text, ...], Field(min_length=1)]]]):
    """A file of country_names: code to names, the first of which is printed."""


class AmbiguousPlaceShape(StrictModel):
    """One entry of ambiguous_places.yml."""

    word: Text
    means: Annotated[tuple[CountryCode, ...], Field(min_length=2)]


class WordsFile(RootModel[tuple[Text, ...]]):
    """A file that is a plain list of words."""


class MessageShape(StrictModel):
    """One message: every part but ``message`` may be left out."""

    title: Template = ""
    message: Annotated[Template, Field(min_length=1)]
    clears_if: Template = ""
    remedy: Template = ""


MessageId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")]


class MessageFile(RootModel[dict[MessageId, MessageShape]]):
    """A file of messages by id."""
