"""A definition for a file that nobody has described, with how sure each part of it is and what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from recruitcheck.errors import RegistryError
from recruitcheck.model import AbsenceMeans, Coverage, RegistryKind
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.drafting.answers import Answers
from recruitcheck.registry.drafting.assignment import assign
from recruitcheck.registry.drafting.date_shape import DateContext
from recruitcheck.registry.drafting.guess import Guess, Question, Sureness
from recruitcheck.registry.drafting.layout_draft import LayoutDraft
from recruitcheck.registry.drafting.list_kind import Kind, Place, is_period, kind_of, place_of
from recruitcheck.registry.drafting.listed_state import ListedState, listed_state
from recruitcheck.registry.drafting.profile import Profile
from recruitcheck.registry.drafting.sheet_choice import choose_sheet, no_header
from recruitcheck.registry.drafting.specimen import Specimen, open_specimen
from recruitcheck.registry.drafting.status_columns import NO_DATE, NO_REMARK
from recruitcheck.registry.drafting.words import headings

RECORDS = ("json", "jsonl", "xml")
UNKNOWN_AUTHORITY = "Not told: write who publishes the list"
MAX_TITLES = 12
_DAY_IN_NAME = (
    (r"(?P<date>20\d\d-[01]\d-[0-3]\d)", "%Y-%m-%d"),
    (r"(?P<date>20\d\d_[01]\d_[0-3]\d)", "%Y_%m_%d"),
    (r"(?<!\d)(?P<date>20\d\d[01]\d[0-3]\d)(?!\d)", "%Y%m%d"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """``content`` is the definition as data; ``guesses`` say how sure each part is; ``left_out`` is (header, why)."""

    content: dict[str, Any]
    guesses: tuple[Guess, ...]
    left_out: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    header: tuple[str, ...]
    rows: int
    seen_whole: bool = False  # every row of the list was looked at, not a sample

    @property
    def definition(self) -> Definition:
        """The definition itself."""
        return Definition.model_validate(self.content)

    @property
    def questions(self) -> tuple[Guess, ...]:
        """The doubtful guesses, each with the question that would settle it."""
        return tuple(guess for guess in self.guesses if guess.question is not None)


def draft_definition(
    path: Path,
    id: str,  # noqa: A002  the word of the definition
    *,
    today: date,
    answers: Answers | None = None,
    known: Definition | None = None,
) -> Draft:
    """Describe a file. ``known`` is a definition of the same list whose columns nobody has seen.

    InputError where the file cannot be read; RegistryError where no column can hold names.
    """
    return _Drafting(open_specimen(path), id, today, answers or Answers(), known).draft()


class _Drafting:
    """The steps from a specimen to a draft."""

    def __init__(self, specimen: Specimen, id: str, today: date, answers: Answers, known: Definition | None) -> None:  # noqa: A002
        self.specimen, self.id, self.answers, self.known = specimen, id, answers, known
        self.today = today
        self.chosen = choose_sheet(specimen)
        self.titles = self._titles()
        self.body = self._body()
        self.context = DateContext(today, order=answers.date_order, languages=self._languages())
        self.profiles = self._profiles()
        self.given = assign(self.profiles, answers.columns)
        self.place = self._place()
        self._settle_dates()
        self._need_name()
        self.layout = LayoutDraft(self.profiles, self.given, answers, known, specimen.kind in RECORDS)
        self.kind = self._kind()
        self.guesses: list[Guess] = []

    # Looking -----------------------------------------------------------------------------------------------------

    def _titles(self) -> list[str]:
        """What the file says of itself: lines above the header, names of sheet and file, the id's words."""
        above = [
            text
            for line in self.chosen.sheet.lines[: self.chosen.heading.line][:MAX_TITLES]
            for cell in dict.fromkeys(line.cells)
            if len(text := " ".join(cell.split())) > 3
        ]
        stem = re.sub(r"[_\-.]+", " ", self.specimen.path.name.rsplit(".", 1)[0])
        told = [self.known.title] if self.known else []
        return [*told, *self.specimen.titles, *above, self.chosen.sheet.name, stem, self.id.replace("-", " ")]

    def _body(self) -> list[list[str]]:
        """Rows under the header as wide as it; blank ones and repeated headers left out."""
        width = len(self.chosen.heading.cells)
        rows = []
        for line in self.chosen.sheet.lines[self.chosen.heading.at + 1 :]:
            cells = [*line.cells[:width], *[""] * (width - len(line.cells))]
            if any(map(str.strip, cells)) and tuple(cells) != self.chosen.heading.cells:
                rows.append(cells)
        return rows

    def _languages(self) -> tuple[str, ...]:
        found = [match for cell in self.chosen.heading.cells for match in headings(cell)[:1] if match.fit >= 0.7]
        return tuple(dict.fromkeys(match.language for match in found if match.language != "en"))

    def _profiles(self) -> list[Profile]:
        columns = list(zip(*self.body, strict=True)) if self.body else [() for _ in self.chosen.heading.cells]
        return [
            Profile(header, tuple(cells), self.context)
            for header, cells in zip(self.chosen.heading.cells, columns, strict=True)
        ]

    def _place(self) -> Place:
        if self.answers.jurisdiction:
            return Place(self.answers.jurisdiction, Sureness.HIGH, "you said so")
        if self.known is not None:
            return Place(self.known.jurisdiction, Sureness.HIGH, "the list's definition says so")
        found = [match for cell in self.chosen.heading.cells for match in headings(cell)[:1]]
        phones = [value for profile in self.profiles if self._is(profile, "phone") for value in profile.values]
        calendars = {form for profile in self.profiles if profile.dates for form in profile.dates.formats}
        return place_of(self.id, self.titles, found, phones, calendars)

    def _is(self, profile: Profile, field: str) -> bool:
        claim = self.given.columns.get(profile.header)
        return claim is not None and claim.field == field

    def _settle_dates(self) -> None:
        """What one column of dates proves holds for all of the file; so does the country's calendar."""
        order = self.answers.date_order
        if order is None:
            shapes = [shape for profile in self.profiles if (shape := profile.dates)]
            days, months = sum(shape.day_first for shape in shapes), sum(shape.month_first for shape in shapes)
            order = None if days == months else "day-first" if days > months else "month-first"
        country = self.place.code[:2] if self.place.code != "XX" else None
        context = replace(self.context, order=order, country=country)
        if context != self.context:
            self.context = context
            self.profiles = self._profiles()
            self.given = assign(self.profiles, self.answers.columns)

    def _need_name(self) -> None:
        """Where no header and no value says which column is the name, the likeliest is taken and asked about."""
        named = any(self.given.of(field) for field in ("name", "name_address", "last_name"))
        if not self.chosen.heading.rows and not (named and len(self.given.columns) > 1):
            raise no_header(self.specimen)
        if named:
            return
        spare = [
            each
            for each in self.profiles
            if each.header in self.given.left and each.letters > 0.6 and each.unique > 0.5
        ]
        if not spare:
            raise RegistryError(
                "no column of this file can hold the names of firms.",
                where=str(self.specimen.path),
                todo=f"Say which does: --column 'HEADER=name'. There are: {', '.join(self.chosen.heading.cells[:12])}.",
            )
        best = max(spare, key=lambda each: (each.firms, each.unique, each.filled))
        self.given = assign(self.profiles, {**self.answers.columns, best.header: "name"})
        claim = self.given.columns[best.header]
        self.given.columns[best.header] = replace(claim, merit=0.4, why="no other column holds as many different names")

    def _kind(self) -> Kind:
        if self.answers.kind is not None:
            return Kind(self.answers.kind, Sureness.HIGH, "you said so")
        if self.known is not None:
            return Kind(self.known.kind, Sureness.HIGH, "the list's definition says so")
        fields = [claim.field for claim in self.given.columns.values()]
        return kind_of(self.titles, self.chosen.heading.cells, fields, self.layout.statuses)

    # Writing -----------------------------------------------------------------------------------------------------

    def draft(self) -> Draft:
        """The draft."""
        self._constant_status()
        identity, merge, why = self.layout.identity()
        layout = self.layout.layout()
        self._head_guesses(identity, why)
        if self.known is not None:
            content = self._with_known(self.known, layout, identity, merge)
        else:
            content = self._head() | {"identity": identity}
            if not merge:
                content["merge"] = False
            content |= self._tail(layout)
        left = tuple((header, why) for header, why in self.given.left.items())
        return Draft(
            content,
            (*self.guesses, *self.layout.guesses),
            left,
            self._notes(),
            self.chosen.heading.cells,
            self._row_count(),
            len(self.chosen.sheet.lines) == self.chosen.sheet.total and not self._joins(),
        )

    def _row_count(self) -> int:
        sheet = self.chosen.sheet
        skipped = len(sheet.lines) - self.chosen.heading.at - 1 - len(self.body)
        above = self.chosen.heading.at + 1
        more = (
            other.total - above for other in self.specimen.sheets if self._joins() and other.name in self.chosen.others
        )
        return max(0, sheet.total - above - skipped) + sum(max(0, each) for each in more)

    def _joins(self) -> bool:
        """Whether tables of one shape are one list: where each row tells its own state, none is of those struck off."""
        return bool(self.chosen.others) and "from" in self.layout.columns.get("status", {})

    def _constant_status(self) -> None:
        """Without a column of states: valid only where the list's own words say that being listed is the licence."""
        columns = self.layout.columns
        kind = self.kind.kind
        if "status" in columns:
            self._dates_otherwise()
            return
        if not (kind.licenses or kind is RegistryKind.SPONSOR):
            return
        status, sure, why, asked = self._listed()
        columns["status"] = {"constant": status.value, "why": why}
        self.guesses.append(Guess("columns.status", status.value, sure, why, (), asked))

    def _listed(self) -> ListedState:
        read = self.layout.columns.get("status", {}).get("from", [])
        return listed_state(self.answers, self.profiles, read, self.known, self.titles)

    def _dates_otherwise(self) -> None:
        """A row without a date of revocation, or a remark: valid only as far as being listed is the licence."""
        words = self.layout.columns["status"].get("words", {})
        for word in (NO_DATE, NO_REMARK):
            if word in words:
                status, sure, why, asked = self._listed()
                words[word] = status.value
                self.guesses.append(Guess(f"status, {word}", status.value, sure, why, (), asked))

    def _head(self) -> dict[str, Any]:
        coverage = Coverage.PERIOD if is_period(self.titles) else Coverage.CURRENT
        return {
            "id": self.id,
            "title": self.answers.title or self._title(),
            "authority": self.answers.authority or UNKNOWN_AUTHORITY,
            "jurisdiction": self.place.code,
            "kind": self.kind.kind.value,
            "coverage": coverage.value,
            "absence_means": AbsenceMeans.NOTHING.value,
        }

    def _title(self) -> str:
        above = [text for text in self.titles[:-3] if 8 <= len(text) <= 160]
        return above[0] if above else self.titles[-2].strip() or self.id

    def _head_guesses(self, identity: Sequence[str], why: str) -> None:
        if self.known is None:
            kinds = (self.kind.kind.value, *(each.value for each in RegistryKind if each is not self.kind.kind))
            asked = (
                Question("kind", "", "What does being listed prove?", kinds, kinds[0])
                if self.kind.sure is not Sureness.HIGH
                else None
            )
            self.guesses.append(Guess("kind", self.kind.kind.value, self.kind.sure, self.kind.why, (), asked))
            asked = None
            if self.place.sure is Sureness.LOW:
                asked = Question("jurisdiction", "", "Whose list is it (two-letter country code)?", (), self.place.code)
            self.guesses.append(Guess("jurisdiction", self.place.code, self.place.sure, self.place.why, (), asked))
            if self.answers.authority is None:
                asked = Question("authority", "", "Which authority publishes it?", (), UNKNOWN_AUTHORITY)
                self.guesses.append(
                    Guess("authority", UNKNOWN_AUTHORITY, Sureness.LOW, "no file says this reliably", (), asked)
                )
        self.guesses.append(Guess("identity", ", ".join(identity), Sureness.MEDIUM, why))
        for name in ("encoding", "delimiter"):
            if name in self.specimen.options:
                share = self.specimen.sureness.get(name, 1.0)
                sure = Sureness.HIGH if share >= 0.75 else Sureness.MEDIUM if share >= 0.45 else Sureness.LOW
                self.guesses.append(
                    Guess(f"format.{name}", repr(self.specimen.options[name]), sure, "fits the bytes best")
                )
        heading = self.chosen.heading
        if not heading.rows:
            why = "no line names the columns; they are told by what they hold, which may be wrong"
            self.guesses.insert(0, Guess("header", "none", Sureness.LOW, why, heading.cells[:4]))
            return
        sure = Sureness.HIGH if heading.known >= 2 else Sureness.LOW
        where = f"line {self.chosen.sheet.lines[heading.at].place}" + (
            f", over {heading.rows} rows" if heading.rows > 1 else ""
        )
        said = f"{heading.known} of its {len(heading.cells)} cells are words that columns are headed by"
        self.guesses.insert(0, Guess("header", where, sure, said, heading.cells[:4]))

    def _with_known(
        self, known: Definition, layout: dict[str, Any], identity: list[str], merge: bool
    ) -> dict[str, Any]:
        """All that the list's definition says, and the drafted layout before those that it has."""
        content: dict[str, Any] = known.model_dump(mode="json", by_alias=True, exclude_unset=True)
        self._constant_country()
        before = content.pop("layouts", [])
        content |= {"id": self.id, "layouts": [layout, *before]}
        if not before or not all(_maps(layout["columns"], each) for each in known.identity):
            content["identity"] = identity
            content["merge"] = merge
        content["format"] = self._format()
        self._put_reading(content, known)
        seen = content.get("verified", {}) | {"columns": None if before == [] else known.verified.columns}
        content["verified"] = seen | {"note": f"{seen.get('note') or ''} A layout was drafted from a file.".strip()}
        return {key: value for key, value in content.items() if value not in ({}, [])}

    def _put_reading(self, content: dict[str, Any], known: Definition | None) -> None:
        """What helps to read the cells: the numbers' pattern and words for nothing."""
        if self.layout.number_pattern and "licence_number" in self.layout.columns:
            content.setdefault("number_pattern", self.layout.number_pattern)
        nulls = sorted({*self.layout.null_words(), *(known.null_words if known else ())})
        if nulls:
            content["null_words"] = nulls

    def _tail(self, layout: dict[str, Any]) -> dict[str, Any]:
        rows = self._row_count()
        content: dict[str, Any] = {
            "shelf_life_days": 30,
            "how_to_obtain": f"Drafted from {_plain(self.specimen.path.name)}; write where the list is to be had.",
        }
        self._put_reading(content, None)
        form = self._format()
        if form:
            content["format"] = form
        self._constant_country()
        content["layouts"] = [layout]
        content["rows"] = {"min": max(1, int(rows * 0.6)), "max": rows * 3 + 50}
        bounds = f"{content['rows']['min']}–{content['rows']['max']}"
        self.guesses.append(Guess("rows", bounds, Sureness.MEDIUM, f"this copy has {rows:,}"))
        day = next(((p, f) for p, f in _DAY_IN_NAME if re.search(p, self.specimen.path.name)), None)
        if day:
            content["snapshot_date"] = {"pattern": day[0], "date": day[1]}
        content["verified"] = {"columns": self.today.isoformat(), "status_words": None, "absence": None}
        return content

    def _constant_country(self) -> None:
        code = self.place.code[:2]
        if "country" not in self.layout.columns and self.place.sure is not Sureness.LOW and code not in ("XX", "EU"):
            self.layout.columns["country"] = {"constant": code}

    def _format(self) -> dict[str, Any]:
        told = self.known.format.model_dump(exclude_defaults=True) if self.known else {}
        found: dict[str, Any] = {**told, **self.specimen.options}
        heading = self.chosen.heading
        if not heading.rows:
            found["headerless"] = True
        if heading.rows > 1:
            found["header_rows"] = heading.rows
        if heading.at >= 39:
            found["header_search"] = min(200, heading.at + 20)
        if self._joins():
            found["join_sheets"] = True
        elif not self.chosen.first_with_it and self.chosen.sheet.name and self.specimen.kind in ("xlsx", "xls", "ods"):
            found["sheet"] = self.chosen.sheet.name
        return found

    def _notes(self) -> tuple[str, ...]:
        notes = list(self.specimen.notes)
        others = ", ".join(map(repr, self.chosen.others[:6]))
        if self._joins():
            notes.append(
                f"{len(self.chosen.others)} more sheets or tables have the same columns and are read on as one list, "
                f"since each row tells its own state: {others}. Where they are lists apart, take join_sheets out."
            )
        elif others:
            notes.append(
                f"{len(self.chosen.others)} more sheets or tables have the same columns and are not read: {others}. "
                "Nothing in their rows tells licensed firms from others. Import each with format.sheet, or set "
                "format.join_sheets."
            )
        return tuple(notes)


def _maps(columns: dict[str, Any], field: str) -> bool:
    if field.startswith("other_ids."):
        return field.removeprefix("other_ids.") in columns.get("other_ids", {})
    return field in columns


def _plain(text: str) -> str:
    return "".join(each for each in text if each.isprintable())[:80]
