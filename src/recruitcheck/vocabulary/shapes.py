"""What the data files of the vocabulary must look like. Imports pydantic: import it only while loading."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, RootModel, StrictBool, model_validator

from recruitcheck.model import Severity
from recruitcheck.resources import StrictModel
from recruitcheck.vocabulary.fee_items import CostGroup, FeePart, Verified
from recruitcheck.vocabulary.practices import FamilyKind, Weight
from recruitcheck.vocabulary.terms import TermKind

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


class TermShape(StrictModel):
    """One entry of terms.yml."""

    id: Word
    title: Text
    essential: StrictBool
    kind: TermKind
    words: tuple[Text, ...]


class FeeItemShape(StrictModel):
    """One entry of fee_items.yml."""

    id: Word
    title: Text
    part: FeePart
    practice: PracticeId
    synonyms: tuple[Text, ...]
    how: Verified
    group: CostGroup | None = None
    at: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _a_related_cost_has_its_group(self) -> FeeItemShape:
        if (self.part == "related_cost") != (self.group is not None):
            raise ValueError("a related cost, and nothing else, has a group")
        return self


class FactCategoryShape(StrictModel):
    """One entry of fact_categories.yml."""

    word: Word
    covers: tuple[Text, ...]
    reason: Text | None = None

    @model_validator(mode="after")
    def _says_why_it_covers_nothing(self) -> FactCategoryShape:
        if bool(self.covers) == (self.reason is not None):
            raise ValueError("give what the word covers, or the reason why nothing")
        return self


class MessageShape(StrictModel):
    """One message: every part but ``message`` may be left out."""

    title: Template = ""
    message: Annotated[str, Field(min_length=1), AfterValidator(_only_plain_placeholders)]
    clears_if: Template = ""
    remedy: Template = ""


MessageId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")]


class MessageFile(RootModel[dict[MessageId, MessageShape]]):
    """A file of messages by id."""
