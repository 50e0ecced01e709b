"""A registry's definition: one YAML file that says what a list is, how to read it and what it can prove."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import regex
from pydantic import AfterValidator, Field, StrictBool, StrictInt, StringConstraints, model_validator

from recruitcheck.model import AbsenceMeans, Coverage, LicenceStatus, Registry, RegistryKind, Scope
from recruitcheck.registry.column import Columns, Header, PatternText, Texts
from recruitcheck.registry.pull import Pull
from recruitcheck.registry.readers.limits import MAX_HEADER_SEARCH
from recruitcheck.resources import StrictModel

IDENTITY_FIELDS = (
    "licence_number",
    "name",
    "other_script_name",
    "place",
    "region",
    "address",
    "country",
    "source_id",
)


def _iso_date(text: str) -> str:
    date.fromisoformat(text)
    if len(text) != 10:
        raise ValueError("write the date as YYYY-MM-DD")
    return text


IsoDate = Annotated[str, AfterValidator(_iso_date)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$|^EU$|^XX$")]
Days = Annotated[StrictInt, Field(ge=1, le=36500)]


class ScopeSection(StrictModel):
    """What the list covers; outside it absence means nothing. Left out: not limited."""

    sectors: Texts = ()
    origins: tuple[Code, ...] = ()
    destinations: tuple[Code, ...] = ()
    note: str | None = None


class Rows(StrictModel):
    """How many rows a whole copy holds; a copy outside is not believed."""

    min: Annotated[StrictInt, Field(ge=0)]
    max: Annotated[StrictInt, Field(ge=1)]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("min is above max")
        return self


Points = Annotated[float, Field(ge=0, le=20_000)]


class Pdf(StrictModel):
    """Where the table of a PDF lies, in points (1/72 inch). Left out: columns as the printed header stands."""

    columns: dict[str, Points] = Field(default_factory=dict)  # name: left edge, from the left of the page
    row_start: PatternText | None = None  # what the start column holds where a row begins; left out: anything
    start_column: str | None = None  # left out: the first
    rows: Literal["top", "middle", "ruled"] = "top"  # where the start cell stands in its row; ruled: lines part rows
    top: Points = 0  # margins that are not read
    bottom: Points = 0

    @model_validator(mode="after")
    def _known_start(self) -> Self:
        if self.columns and self.start_column is not None and self.start_column not in self.columns:
            raise ValueError(f"start_column: {self.start_column!r} is none of the columns")
        return self


class Format(StrictModel):
    """How the file is written, as far as it must be told. What is left out is detected from the bytes."""

    delimiter: Annotated[str, StringConstraints(min_length=1, max_length=1)] | None = None
    encoding: str | None = None
    sheet: str | None = None
    header_search: Annotated[StrictInt, Field(ge=1, le=MAX_HEADER_SEARCH)] = 40  # rows in which to look
    header_rows: Annotated[StrictInt, Field(ge=1, le=3)] = 1  # headers printed over several rows: "Upper / Lower"
    headerless: StrictBool = False  # no line names the columns: they are "column 1", "column 2" …
    join_sheets: StrictBool = False  # further sheets or tables with the same header go on with the list
    short_rows: Literal["reject", "pad"] = "reject"  # pad: the writer leaves out trailing blank cells
    records: str | None = None  # JSON, XML: dotted path to the records; "" is the top
    licences: str | None = None  # JSON, XML: key, inside a record, of its list of licences

    tables: dict[str, Texts] = Field(default_factory=dict)  # SQL: columns of a table whose dump does not name them
    pdf: Pdf = Pdf()

    @model_validator(mode="after")
    def _known_encoding(self) -> Self:
        if self.encoding is not None:
            try:
                "".encode(self.encoding)
            except LookupError as error:
                raise ValueError(f"unknown encoding {self.encoding!r}") from error
        return self


class Parallel(StrictModel):
    """Cells that hold lists of equal length, to be read pairwise: the first of each, the second of each …

    ``overflow_of``: the column to the left, whose cut-off tail may stand before the first value.
    """

    columns: Annotated[tuple[Literal["status", "route", "rating", "licence_number"], ...], Field(min_length=2)]
    separator: Annotated[str, StringConstraints(min_length=1)]
    overflow_of: Literal["region", "place"] | None = None


class NotAnEntry(StrictModel):
    """Rows that name no agency: placeholders, year rows, "no debarments". All conditions must hold."""

    reason: Annotated[str, StringConstraints(min_length=3)]
    equals: dict[str, str] = Field(default_factory=dict)  # header: text, case and spacing set aside
    matches: dict[str, PatternText] = Field(default_factory=dict)  # header: pattern of the whole cell
    only_cell: bool = False  # every other cell is blank

    @model_validator(mode="after")
    def _has_condition(self) -> Self:
        if not self.equals and not self.matches:
            raise ValueError("give equals or matches")
        return self


class Mark(StrictModel):
    """A column made of others: the first header of ``of`` whose cell is not blank, else the word ``otherwise``.

    For lists that tell a state by a date: "Revoked on", "Suspended on".
    """

    of: Annotated[Texts, Field(min_length=1)]
    otherwise: str = ""


class Layout(StrictModel):
    """One known shape of the file, chosen by its header."""

    when: Annotated[tuple[Header, ...], Field(min_length=1)]
    columns: Columns
    ignored: Texts = ()  # headers known and left to the raw row
    fill_down: Texts = ()  # merged cells: blank where they say the same as above; the first tells where a firm begins
    marks: dict[str, Mark] = Field(default_factory=dict)  # name of the made column
    divide: dict[str, PatternText] = Field(default_factory=dict)  # header: pattern whose named groups are columns too
    partial: str | None = None  # why a copy of this shape is never the whole list: it supports presence, never absence
    parallel: Parallel | None = None
    not_entries: tuple[NotAnEntry, ...] = ()

    @model_validator(mode="after")
    def _divides_by_name(self) -> Self:
        for header, pattern in self.divide.items():
            if not regex.compile(pattern).groupindex:
                raise ValueError(f"divide: the pattern of {header!r} needs named groups: (?P<owner>…)")
        return self

    @property
    def divided(self) -> tuple[str, ...]:
        """The columns that ``divide`` and ``marks`` make out of others."""
        parts = (name for pattern in self.divide.values() for name in regex.compile(pattern).groupindex)
        return (*parts, *self.marks)


class SnapshotDate(StrictModel):
    """Where the file's name tells its date: a pattern with a group ``date``, and its format."""

    pattern: PatternText
    date: str

    @model_validator(mode="after")
    def _has_group(self) -> Self:
        if "date" not in regex.compile(self.pattern).groupindex:
            raise ValueError("the pattern needs a group named date: (?P<date>…)")
        return self


class Verified(StrictModel):
    """The day on which each fact was seen at its source or in a real copy; null: taken on trust."""

    columns: IsoDate | None = None
    status_words: IsoDate | None = None
    absence: IsoDate | None = None
    number_pattern: IsoDate | None = None
    legal_basis: IsoDate | None = None
    address: IsoDate | None = None
    note: str | None = None


class Definition(StrictModel):
    """One official list: what it is, what it can and cannot prove, and how its file is read."""

    id: Id
    title: str
    authority: str
    jurisdiction: Code
    kind: RegistryKind
    coverage: Coverage
    absence_means: AbsenceMeans
    identity: tuple[str, ...] = ()  # left out only where no layout is known
    merge: bool = True  # rows of one identity are one entry; false: an entry each
    scope: ScopeSection = ScopeSection()
    shelf_life_days: Days
    expiring_soon_days: Days = 60
    url: str | None = None
    how_to_obtain: str | None = None
    pull: Pull | None = None  # left out: the list is got by hand, as how_to_obtain says
    legal_basis: str | None = None
    correction: str | None = None
    number_pattern: PatternText | None = None
    null_words: Texts = ()
    format: Format = Format()
    layouts: tuple[Layout, ...] = ()  # none: nobody has seen the columns, so no file can be read yet
    columns_told: Texts = ()  # what each row is said to hold, in our words; the headers themselves were not seen
    # Words known whatever their column: a layout's own go before them, a draft takes them over.
    status_words: dict[str, LicenceStatus] = Field(default_factory=dict)
    discontinued: str | None = None  # since when, or how we know, that the list is no longer published
    rows: Rows | None = None
    snapshot_date: SnapshotDate | None = None
    fictional: bool = False
    verified: Verified = Verified()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        problems = [*self._identity_problems(), *self._status_problems()]
        if self.absence_means is AbsenceMeans.NOT_LICENSED and not self.kind.licenses:
            problems.append(f"absence_means: not_licensed is only possible for a licensing list, not {self.kind.value}")
        if self.url is not None and not self.url.startswith(("https://", "http://")):
            problems.append("url: begin with https://")
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _identity_problems(self) -> list[str]:
        if not self.layouts:
            return ["verified.columns: give a layout, or null"] if self.verified.columns else []
        problems = [] if self.identity else ["identity: missing. Name the columns that make a firm one firm"]
        for field in self.identity:
            kind = field.removeprefix("other_ids.")
            if field not in IDENTITY_FIELDS and kind == field:
                known = ", ".join(IDENTITY_FIELDS)
                problems.append(f"identity: {field!r} is not a column. Known: {known}, other_ids.KIND")
            elif not any(self._maps(layout, field) for layout in self.layouts):
                problems.append(f"identity: no layout maps {field}")
        return problems

    @staticmethod
    def _maps(layout: Layout, field: str) -> bool:
        if field.startswith("other_ids."):
            return field.removeprefix("other_ids.") in layout.columns.other_ids
        return getattr(layout.columns, field) is not None

    def _status_problems(self) -> list[str]:
        if not self.kind.licenses and self.kind is not RegistryKind.SPONSOR:
            return []
        return [
            f"layouts.{number}.columns.status: missing. Add the header that holds the licence status, or a constant"
            for number, layout in enumerate(self.layouts)
            if layout.columns.status is None
        ]

    def to_registry(self) -> Registry:
        """The part that checks and reports need."""
        scope = self.scope
        told = self.verified.model_dump()
        return Registry(
            id=self.id,
            title=self.title,
            authority=self.authority,
            jurisdiction=self.jurisdiction,
            kind=self.kind,
            coverage=self.coverage,
            absence_means=self.absence_means,
            shelf_life_days=self.shelf_life_days,
            scope=Scope(scope.sectors, scope.origins, scope.destinations, scope.note),
            url=self.url,
            how_to_obtain=self.how_to_obtain,
            legal_basis=self.legal_basis,
            correction=self.correction,
            expiring_soon_days=self.expiring_soon_days,
            fictional=self.fictional,
            verified=tuple((key, told[key]) for key in sorted(told) if key != "note"),
        )

    @property
    def sha256(self) -> str:
        """SHA-256 of all that says how a file is read and what it proves, whatever its file's spacing and comments.

        Where the file can be fetched (``pull``) is left out: a list that moved is still read the same.
        """
        told = self.model_dump(mode="json", by_alias=True, exclude={"pull"})
        content = json.dumps(told, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode("utf-8")).hexdigest()

    def published_on(self, path: Path) -> date | None:
        """The date that the file's name tells, where the definition declares such a pattern."""
        if self.snapshot_date is None:
            return None
        found = regex.search(self.snapshot_date.pattern, path.name)
        if not found:
            return None
        try:
            return datetime.strptime(found.group("date"), self.snapshot_date.date).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            return None


def definition_schema() -> dict[str, Any]:
    """JSON Schema of a definition file, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "recruitcheck/definition/1",
        **Definition.model_json_schema(by_alias=True),
    }
