"""What one column of a list means: the vocabulary of a layout's ``columns``.

Every column may be written short (``licence_number: "Licence No"``) or long
(``licence_number: {from: "Licence No"}``).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

import regex
from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.mapping.calendars import CALENDARS
from recruitcheck.registry.mapping.month_names import LANGUAGES
from recruitcheck.resources import StrictModel

Header = Annotated[str, StringConstraints(min_length=1)]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_TEXT_OR_TEXTS = WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
Headers = Annotated[tuple[Header, ...], BeforeValidator(_as_list), Field(min_length=1), _TEXT_OR_TEXTS]
Texts = Annotated[tuple[str, ...], BeforeValidator(_as_list), _TEXT_OR_TEXTS]


def compiled(pattern: str) -> str:
    """The pattern itself, once it is known to compile; ValueError otherwise."""
    try:
        regex.compile(pattern)
    except regex.error as error:
        raise ValueError(f"not a valid pattern: {error}") from error
    return pattern


PatternText = Annotated[str, BeforeValidator(lambda value: compiled(value) if isinstance(value, str) else value)]


def _with_short_form(schema: JsonSchemaValue) -> JsonSchemaValue:
    """The schema of a column's long form, or one header, or several."""
    return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, schema]}


class TextColumn(StrictModel):
    """Text as printed: the first of ``from`` that is not blank."""

    from_: Headers = Field(alias="from")
    optional: bool = False  # the header may be missing from the file

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"from": value} if isinstance(value, str | list) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return _with_short_form(handler(schema))

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that this column reads."""
        return self.from_


class NameColumn(TextColumn):
    """A name. ``join`` puts the parts of a person's name together where ``from`` is blank.

    ``split`` divides a cell that holds several names; the main name is then the first of them.
    """

    split_aliases: bool = False  # "X Ltd T/A Y", "(FORMERLY …": see names.split_names
    split: PatternText | None = None
    join: Texts = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that this column reads."""
        return (*self.from_, *self.join)


class ListColumn(TextColumn):
    """Several values in one cell, divided at ``split`` (a pattern); all of ``from`` are read."""

    split: PatternText | None = None


class DateColumn(TextColumn):
    """A date in one of the declared formats (strptime). A format without a day stays a month or year.

    ISO dates are always understood, as workbooks give real dates so, unless a calendar is declared. Calendars:
    "roc", "japanese_era", "bikram_sambat", "umm_al_qura", and "buddhist " before a format. ``serial`` also takes
    Excel day numbers; ``open`` are words for "no end"; ``months`` is the language of month names.

    Several periods in one cell: ``periods`` divides them and the last counts; ``part`` takes one side of
    each period, divided at ``between``.
    """

    date: Headers
    serial: bool = False
    open: Texts = ()
    months: str | None = None
    periods: PatternText | None = None
    part: Literal["start", "end"] | None = None
    between: PatternText = r"\s+(?:-|to|until)\s+|\s*[–—~～至]\s*"

    @model_validator(mode="after")
    def _known_months(self) -> Self:
        if self.months is not None and self.months not in LANGUAGES:
            raise ValueError(f"months: {self.months!r} is not known. Known: {', '.join(sorted(LANGUAGES))}")
        return self

    @model_validator(mode="after")
    def _has_year(self) -> Self:
        for text in self.date:
            if text in CALENDARS:
                continue
            if not any(mark in text for mark in ("%Y", "%y")):
                raise ValueError(f"the date format {text!r} has no year (%Y)")
        return self


class StatusColumn(StrictModel):
    """The status word and what it means; without such a column a constant, and why it may be assumed."""

    from_: Headers | None = Field(default=None, alias="from")
    words: dict[str, LicenceStatus] = Field(default_factory=dict)
    constant: LicenceStatus | None = None
    why: str | None = None
    optional: bool = False

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if (self.from_ is None) == (self.constant is None):
            raise ValueError("give either from (with words) or constant (with why)")
        if self.constant is not None and not self.why:
            raise ValueError("a constant status needs why: what makes every listed row so")
        if self.from_ is not None and not self.words:
            raise ValueError("words are missing: map each status word of the list")
        return self

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that this column reads."""
        return self.from_ or ()


class CountryColumn(StrictModel):
    """A country as ISO 3166-1 alpha-2: by ``words`` of the list, or one ``constant`` for all rows."""

    from_: Headers | None = Field(default=None, alias="from")
    words: dict[str, Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]] = Field(default_factory=dict)
    constant: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None = None
    optional: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"from": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return _with_short_form(handler(schema))

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that this column reads."""
        return self.from_ or ()


class ScopeColumn(ListColumn):
    """What a licence covers. ``flags`` turn yes/no columns into words: {header: word where true}."""

    from_: Texts = Field(default=(), alias="from")
    flags: dict[str, str] = Field(default_factory=dict)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that this column reads."""
        return (*self.from_, *self.flags)


class Columns(StrictModel):
    """Which header holds what. Only ``name`` is needed by every list."""

    name: NameColumn
    other_script_name: NameColumn | None = None
    trading_name: NameColumn | None = None
    former_name: NameColumn | None = None
    alias: NameColumn | None = None
    licence_number: TextColumn | None = None
    status: StatusColumn | None = None
    rating: TextColumn | None = None
    route: TextColumn | None = None
    scope: ScopeColumn | None = None
    valid_from: DateColumn | None = None
    valid_to: DateColumn | None = None
    duration: TextColumn | None = None
    reason: TextColumn | None = None
    address: TextColumn | None = None
    place: TextColumn | None = None
    region: TextColumn | None = None
    postal_code: TextColumn | None = None
    country: CountryColumn | None = None
    phone: ListColumn | None = None
    email: ListColumn | None = None
    website: ListColumn | None = None
    source_id: TextColumn | None = None
    other_ids: dict[str, TextColumn] = Field(default_factory=dict)  # kind, e.g. company_number
    extra: dict[str, TextColumn] = Field(default_factory=dict)  # label: shown to the reader, not judged

    def headers(self) -> dict[str, bool]:
        """Each header that is read, and whether the file may lack it."""
        found: dict[str, bool] = {}
        for field in type(self).model_fields:
            value = getattr(self, field)
            columns = value.values() if isinstance(value, dict) else (value,)
            for column in columns:
                if column is not None:
                    for header in column.headers:
                        found[header] = found.get(header, True) and column.optional
        return found

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the columns that this layout maps."""
        return tuple(field for field in type(self).model_fields if getattr(self, field))
