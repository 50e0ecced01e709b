"""What can be wrong in a definition that reads well: each with its line and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from recruitcheck.errors import DataFileError
from recruitcheck.model import AbsenceMeans, LicenceStatus
from recruitcheck.registry.column import Columns, DateColumn
from recruitcheck.registry.definition import Definition, Layout
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.mapping.calendars import BUDDHIST, CALENDARS
from recruitcheck.resources import YamlDocument, load_yaml, validate
from recruitcheck.vocabulary import resolve_sector

Place = tuple[str | int, ...]
_PROBE = datetime(2023, 12, 31, 13, 45, 58, 123_000, tzinfo=UTC)
_VAGUE = frozenset({"cancelled", "canceled", "inactive", "terminated", "invalid", "closed", "delisted", "removed"})
_DENYING = frozenset(
    {"not", "no", "non", "expired", "cancelled", "suspended", "revoked", "pending", "inactive", "invalid"}
)
NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Problem:
    """``where`` is file:line:column. An error makes the definition useless or wrong; a warning is for a person."""

    where: str
    level: Literal["error", "warning"]
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.where}: {self.level}: {self.what} {self.todo}"


def lint_file(path: Path, *, today: date) -> tuple[Problem, ...]:
    """Everything wrong in one file, in the order of its lines; the file need not be readable as a definition."""
    try:
        document = load_yaml(path)
        definition = validate(Definition, document)
    except DataFileError as error:
        return tuple(_from_line(line) for line in error.problems)
    found = list(_Lint(document, definition, today).problems())
    if path.stem != definition.id:
        where = document.where(("id",))
        found.append(Problem(where, "warning", f"the file is called {path.name}.", f"Call it {definition.id}.yml."))
    return tuple(sorted(found, key=_line_of))


def _from_line(text: str) -> Problem:
    """A line of the reader, ``file:line:column: what``, as a problem."""
    parts = text.split(": ", 1)
    return Problem(parts[0], "error", parts[-1], "") if len(parts) == 2 else Problem(text, "error", text, "")


def _line_of(problem: Problem) -> tuple[int, str]:
    numbers = [part for part in problem.where.split(":")[-2:] if part.isdecimal()]
    return (int(numbers[0]) if numbers else 0, problem.what)


class _Lint:
    """The checks of one definition."""

    def __init__(self, document: YamlDocument, definition: Definition, today: date) -> None:
        self.document, self.definition, self.today = document, definition, today

    def problems(self) -> Iterator[Problem]:
        yield from self._head()
        yield from self._dates_seen()
        seen: dict[frozenset[str], int] = {}
        for number, layout in enumerate(self.definition.layouts):
            at: Place = ("layouts", number)
            when = frozenset(map(folded_header, layout.when))
            if when in seen:
                yield self._error(
                    (*at, "when"),
                    f"layout {seen[when] + 1} has the same headers: this one is never used.",
                    "Tell them apart.",
                )
            seen.setdefault(when, number)
            yield from self._layout(layout, at)

    def _error(self, place: Place, what: str, todo: str) -> Problem:
        return Problem(self.document.where(place), "error", what, todo)

    def _warning(self, place: Place, what: str, todo: str) -> Problem:
        return Problem(self.document.where(place), "warning", what, todo)

    def _head(self) -> Iterator[Problem]:
        item = self.definition
        if item.jurisdiction == "XX" and not item.fictional:
            yield self._warning(
                ("jurisdiction",), "XX is no country: corridors will not ask this list.", "Write the country's code."
            )
        if item.authority.strip().lower().startswith(NOT_TOLD):
            yield self._warning(
                ("authority",),
                "the authority is not named; every report will print this.",
                "Write who publishes the list.",
            )
        for index, sector in enumerate(item.scope.sectors):
            if resolve_sector(sector) is None:
                yield self._error(
                    ("scope", "sectors", index),
                    f"{sector!r} is no sector that is known.",
                    "See: recruitcheck schema definition.",
                )
        if item.rows is None and item.layouts:
            yield self._warning(
                (),
                "rows is missing: a half-empty download would pass for the whole list.",
                "Add rows: {min: …, max: …}.",
            )
        if item.absence_means is AbsenceMeans.NOT_LICENSED:
            if item.verified.absence is None and not item.scope.note:
                yield self._warning(
                    ("absence_means",),
                    "absence is held against firms, and nobody has verified it.",
                    "Say in scope.note whom the list covers.",
                )
            if item.coverage.value != "current":
                yield self._warning(
                    ("absence_means",),
                    f"a {item.coverage.value} list does not tell who is licensed now.",
                    "Write nothing, or correct coverage.",
                )
        if item.url is None and item.how_to_obtain is None:
            yield self._warning((), "nothing says where the list comes from.", "Add url or how_to_obtain.")
        yield from self._words(("status_words",), item.status_words)

    def _dates_seen(self) -> Iterator[Problem]:
        for name, value in self.definition.verified.model_dump().items():
            if name != "note" and value and date.fromisoformat(value) > self.today:
                yield self._error(
                    ("verified", name), f"{value} lies in the future.", "Write the day on which it was seen."
                )
        named = self.definition.snapshot_date
        if named is not None and not _round_trips(named.date):
            yield self._error(
                ("snapshot_date", "date"), f"{named.date!r} is no date format.", "Use signs of strptime, e.g. %Y-%m-%d."
            )

    def _words(self, place: Place, words: dict[str, LicenceStatus]) -> Iterator[Problem]:
        folded: dict[str, LicenceStatus] = {}
        for word, norm in words.items():
            key = " ".join(word.split()).casefold()
            if folded.setdefault(key, norm) is not norm:
                yield self._error(
                    (*place, word), f"{word!r} is mapped twice, to {folded[key].value} and {norm.value}.", "Keep one."
                )
            if norm is LicenceStatus.REVOKED and key in _VAGUE:
                yield self._warning(
                    (*place, word),
                    f"a bare {word!r} does not say that the authority took the licence away.",
                    "Map it to unlisted or unknown.",
                )
            if norm is LicenceStatus.VALID and _DENYING & set(key.replace("-", " ").split()):
                yield self._warning(
                    (*place, word), f"{word!r} is mapped to valid and seems to deny it.", "Check the word."
                )

    def _layout(self, layout: Layout, at: Place) -> Iterator[Problem]:
        columns = layout.columns
        yield from self._twice(columns, at)
        for name in ("valid_from", "valid_to"):
            column: DateColumn | None = getattr(columns, name)
            if column is not None:
                yield from self._formats(column, (*at, "columns", name))
        if columns.status is not None:
            place = (*at, "columns", "status")
            yield from self._words((*place, "words"), columns.status.words)
            no_valid = columns.status.words and LicenceStatus.VALID not in columns.status.words.values()
            if no_valid and self.definition.kind.licenses:
                yield self._warning(
                    place, "no word means valid: no agency can be found licensed.", "Map the word for it."
                )
        yield from self._headers(layout, at)

    def _headers(self, layout: Layout, at: Place) -> Iterator[Problem]:
        read = {folded_header(text) for text in layout.columns.headers()}
        others = (*layout.when, *layout.ignored, *layout.divide, *layout.divided)
        known = read | {folded_header(text) for text in others}
        for place, text in _headers_asked(layout):
            if folded_header(text) not in known:
                todo = "Correct the header, or name it in columns or ignored."
                yield self._warning((*at, *place), f"no column is called {text!r}.", todo)
        used = read | {folded_header(text) for text in layout.divide}
        for index, text in enumerate(layout.ignored):
            if folded_header(text) in used:
                yield self._warning((*at, "ignored", index), f"{text!r} is ignored and read.", "Keep one.")
        for text in layout.divided:
            if folded_header(text) not in read:
                made = (*at, "divide" if layout.divide else "marks")
                yield self._warning(made, f"the part {text!r} is made and not used.", "Map it, or drop it.")

    def _twice(self, columns: Columns, at: Place) -> Iterator[Problem]:
        first: dict[str, str] = {}
        for name in columns.given:
            if name in ("extra", "name", "other_script_name"):
                continue
            value: Any = getattr(columns, name)
            for each in value.values() if isinstance(value, dict) else (value,):
                for header in each.headers:
                    before = first.setdefault(folded_header(header), name)
                    if (
                        before != name
                        and {before, name} != {"valid_from", "valid_to"}
                        and {before, name} != {"status", "rating"}
                    ):
                        yield self._warning(
                            (*at, "columns", name), f"{header!r} is read as {before} too.", "Check which it is."
                        )

    def _formats(self, column: DateColumn, place: Place) -> Iterator[Problem]:
        orders = set()
        for form in column.date:
            bare = form.removeprefix(BUDDHIST)
            if form in CALENDARS:
                continue
            if not _round_trips(bare):
                yield self._error(
                    (*place, "date"), f"{form!r} is no date format.", "Use signs of strptime, e.g. %d/%m/%Y."
                )
            if "%m" in bare and "%d" in bare and "%Y" not in bare[: bare.index("%d")]:
                orders.add((bare.replace("%d", "1").replace("%m", "1"), bare.index("%d") < bare.index("%m")))
        if any((shape, True) in orders and (shape, False) in orders for shape, _ in orders):
            yield self._error(
                (*place, "date"),
                "day-first and month-first are both declared: 03/04 would be a guess.",
                "Keep the one that the list uses.",
            )


def _headers_asked(layout: Layout) -> Iterator[tuple[Place, str]]:
    for index, rule in enumerate(layout.not_entries):
        for key in ("equals", "matches"):
            for text in getattr(rule, key):
                yield ("not_entries", index, key, text), text
    for index, text in enumerate(layout.fill_down):
        yield ("fill_down", index), text


def _round_trips(form: str) -> bool:
    """Whether strptime reads what strftime writes."""
    try:
        datetime.strptime(_PROBE.strftime(form), form)  # noqa: DTZ007  a day has no zone
    except (ValueError, KeyError):
        return False
    return True
