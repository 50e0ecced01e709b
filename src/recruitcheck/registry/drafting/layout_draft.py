"""The layout of a definition from assigned columns: each field with how its cells are read, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.cell import PHONE_SPLIT
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.drafting import divided_cells
from recruitcheck.registry.drafting.answers import Answers
from recruitcheck.registry.drafting.assignment import EXTRA, Assignment
from recruitcheck.registry.drafting.date_columns import date_column, date_guess
from recruitcheck.registry.drafting.date_shape import DateShape
from recruitcheck.registry.drafting.divided_cells import Cut
from recruitcheck.registry.drafting.firm_identity import states_differ, tells_firms_apart
from recruitcheck.registry.drafting.guess import Guess, Question, Sureness
from recruitcheck.registry.drafting.number_shape import number_pattern
from recruitcheck.registry.drafting.profile import NULLS, Profile
from recruitcheck.registry.drafting.row_shape import fill_down, not_entries
from recruitcheck.registry.drafting.status_guess import StatusGuess, propose
from recruitcheck.registry.drafting.value_fit import NAMES
from recruitcheck.vocabulary import resolve_country

PLAIN = ("licence_number", "rating", "route", "duration", "reason", "address", "place", "region", "postal_code")
STATE = "state by date"
STATE_BY_REMARK = "state by remark"
NO_DATE = "no such date"
NO_REMARK = "no remark"
WIDE_SPLIT = r"[/;,|\n،、；，／]|\s+(?:and|or|&|y|e|et|und|oder|و|и)\s+|\s{2,}|\s[-–]\s(?=[+(]?\d)"
MAX_STATUS_WORDS = 60
USUAL_NULLS = ("N/A", "N.A", "-")  # in rows that the sample did not hold too
_BY_DATE = (
    ("revoked_on", LicenceStatus.REVOKED),
    ("suspended_on", LicenceStatus.SUSPENDED),
    ("cancelled_on", LicenceStatus.UNLISTED),
)


class LayoutDraft:
    """Builds ``layout``, and beside it ``number_pattern``, ``null_words``, ``identity``, ``merge`` and the guesses."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        assignment: Assignment,
        answers: Answers,
        known: Definition | None,
        records: bool,
    ) -> None:
        self.profiles = {profile.header: profile for profile in profiles}
        self.given, self.answers, self.known = assignment, answers, known
        self.records = records  # JSON, XML: a key may be missing from a record
        self.columns: dict[str, Any] = {}
        self.divide: dict[str, str] = {}
        self.marks: dict[str, Any] = {}
        self.guesses: list[Guess] = []
        self.statuses: tuple[LicenceStatus, ...] = ()
        self.number_pattern: str | None = None
        self._cut_values: dict[str, list[str]] = {}
        self._names()
        self._plain()
        self._cut_cells()
        self._dates()
        self._lists()
        self._country()
        self._status()
        self._others()

    # What comes out ----------------------------------------------------------------------------------------------

    def layout(self) -> dict[str, Any]:
        """The layout, as a definition holds it."""
        profiles = list(self.profiles.values())
        filled = fill_down(profiles, self._headers_of("name"), self._headers_of("licence_number"))
        rows = not_entries(profiles, self._headers_of("name"), bool(filled))
        found: dict[str, Any] = {"when": self._when(), "columns": self.columns}
        if filled:
            found["fill_down"] = list(filled)
            self.guesses.append(
                Guess(
                    "fill_down",
                    ", ".join(filled),
                    Sureness.MEDIUM,
                    "these cells are blank together under a firm's first row",
                )
            )
        if self.divide:
            found["divide"] = self.divide
        if self.marks:
            found["marks"] = self.marks
        if rows:
            found["not_entries"] = rows
            self.guesses.append(
                Guess(
                    "not_entries", str(len(rows)), Sureness.MEDIUM, "; ".join(str(rule["reason"]) for rule in rows[:3])
                )
            )
        ignored = [header for header in self.profiles if header not in self._used()]
        if ignored:
            found["ignored"] = ignored
        return found

    def null_words(self) -> list[str]:
        """Words for "nothing" that the mapped columns hold."""
        found: Counter[str] = Counter(USUAL_NULLS)
        for header in self._used():
            if header in self.profiles:
                found.update(text for cell in self.profiles[header].cells if (text := cell.strip()).casefold() in NULLS)
        return sorted(
            {text for text in found if not any(text.casefold() == word.casefold() for word in self.status_words())}
        )

    def status_words(self) -> dict[str, LicenceStatus]:
        """The status words that were mapped."""
        words = self.columns.get("status", {}).get("words", {})
        return {word: LicenceStatus(status) for word, status in words.items()}

    def identity(self) -> tuple[list[str], bool, str]:
        """The columns that make a firm one firm, whether its rows are put together, and why."""
        for field in ("licence_number", "other_ids.company_number", "other_ids.tax_number"):
            values = self._identity_values(field)
            if values and tells_firms_apart(values):
                return [field], True, f"{sum(map(bool, values)) / len(values):.0%} of the rows have one"
        name = self.profiles.get(next(iter(self._headers_of("name")), ""))
        if name is None:
            return ["name"], True, "nothing else is in the file"
        if name.unique > 0.985:
            return ["name"], True, "nearly every name stands once"
        header = next(iter(self.columns.get("status", {}).get("from", [])), None)
        status = self.profiles.get(header) if isinstance(header, str) else None
        together = status is None or not states_differ(name.cells, status.cells)
        return ["name"], together, "rows of one name are put together unless their states differ"

    def _identity_values(self, field: str) -> list[str] | None:
        column = self.columns.get("other_ids", {}).get(field[10:]) if "." in field else self.columns.get(field)
        if column is None:
            return None
        header = column["from"] if isinstance(column, dict) else column
        header = header[0] if isinstance(header, list) else header
        if header in self._cut_values:
            return self._cut_values[header]
        profile = self.profiles.get(header)
        if profile is None:
            return None
        return ["" if (text := each.strip()).casefold() in NULLS else text for each in profile.cells]

    # Fields ------------------------------------------------------------------------------------------------------

    def _headers_of(self, field: str) -> list[str]:
        return self.given.of(field)

    def _note(self, what: str, header: str, value: str | None = None) -> None:
        claim = self.given.columns[header]
        rivals = [
            each.field for each in self.given.rivals.get(header, []) if each.field != claim.field and each.merit > 0.4
        ]
        asked = None
        if claim.sure is Sureness.LOW or (rivals and claim.merit < 0.65):
            asked = Question(
                "column",
                header,
                f"What does the column {header!r} hold?",
                (claim.field, *rivals[:4], "nothing"),
                claim.field,
            )
        self.guesses.append(
            Guess(f"columns.{what}", value or header, claim.sure, claim.why, self.profiles[header].examples(), asked)
        )

    def _names(self) -> None:
        names = self._headers_of("name")
        person = [header for field in ("first_name", "middle_name", "last_name") for header in self._headers_of(field)]
        others = self._headers_of("other_name")
        if names:
            column: dict[str, Any] = {"from": names[0], "split_aliases": True}
            if others and self.profiles[names[0]].filled < 0.999:
                column["from"] = [names[0], *others]
            if person and self.profiles[names[0]].filled < 0.999:
                column["join"] = person
            self.columns["name"] = column
            self._note("name", names[0])
        elif person:
            self.columns["name"] = {"from": person[-1:], "join": person}
            self._note("name", person[-1], " + ".join(person))
        for field, wanted in (
            ("other_name", "other_script_name"),
            ("trading_name",) * 2,
            ("former_name",) * 2,
            ("alias",) * 2,
        ):
            for header in self._headers_of(field)[:1]:
                self.columns[wanted] = self._text(header) | {"split_aliases": True}
                self._note(wanted, header)

    def _text(self, header: str) -> dict[str, Any]:
        optional = self.records and self.profiles[header].filled < 0.98
        return {"from": header, "optional": True} if optional else {"from": header}

    def _short(self, header: str) -> Any:
        told = self._text(header)
        return told if len(told) > 1 else header

    def _plain(self) -> None:
        for field in PLAIN:
            for header in self._headers_of(field)[:1]:
                self.columns[field] = self._short(header)
                self._note(field, header)
        self._find_pattern(self._headers_of("licence_number"))

    def _find_pattern(self, headers: Sequence[str], values: Sequence[str] | None = None) -> None:
        if values is None:
            values = self.profiles[headers[0]].values if headers else ()
        pattern, share = number_pattern(list(values))
        if pattern is not None:
            self.number_pattern = pattern
            self.guesses.append(
                Guess(
                    "number_pattern", pattern, Sureness.MEDIUM, f"{share:.0%} of the numbers fit it", tuple(values[:3])
                )
            )

    def _cut_cells(self) -> None:
        for header in self._headers_of("name_address"):
            self._cut(divided_cells.name_and_address(self.profiles[header]))
            if "name" not in self.columns:
                self.columns["name"] = {"from": header, "split_aliases": True}
                self._note("name", header)
        for header in (*self._headers_of("number_date"), *self._headers_of("licence_number")):
            ends = any(
                word in header.casefold() for word in ("valid", "expir", "until", "bis", "ważn", "platn", "scadenza")
            )
            self._cut(divided_cells.number_and_date(self.profiles[header], ends=ends))
        for header in self._headers_of("name"):
            if "licence_number" not in self.columns:
                self._cut(divided_cells.name_and_number(self.profiles[header]))
            if "address" not in self.columns:
                self._cut(divided_cells.name_and_address(self.profiles[header]))
        for field in ("address", "owner", "contact"):
            for header in self._headers_of(field):
                if not self._headers_of("phone"):
                    self._cut(divided_cells.address_and_phone(self.profiles[header]))

    def _cut(self, cut: Cut | None) -> None:
        if cut is None or cut.header in self.divide:
            return
        profile = self.profiles[cut.header]
        role = self.given.columns[cut.header].field
        names = {group: _made_name(group, self.profiles, self.divide) for group, _ in cut.fields}
        pattern = cut.pattern
        for group, name in names.items():
            pattern = pattern.replace(f"(?P<{group}>", f"(?P<{name}>")
        self.divide[cut.header] = pattern
        for group, field in cut.fields:
            values = divided_cells.parts(cut, profile.cells, group)
            self._cut_values[names[group]] = values
            if group == "place" and role in ("owner", "contact"):
                continue
            self._cut_field(field, names[group], cut.header, values)
        self.guesses.append(
            Guess(
                "divide",
                cut.header,
                Sureness.MEDIUM,
                f"{cut.share:.0%} of the cells hold {cut.why}",
                profile.examples(2),
            )
        )

    def _cut_field(self, field: str, name: str, header: str, values: list[str]) -> None:
        if field in ("valid_from", "valid_to"):
            if field not in self.columns and not self._headers_of(field):
                shape = Profile(name, tuple(values), self.profiles[header].context).dates
                if shape is not None:
                    self.columns[field] = date_column(name, shape)
                    self._note_dates(field, name, shape)
            return
        if field == "name":
            self.columns["name"] = {"from": [name, header], "split_aliases": True}
        elif field == "phone":
            before = self.columns.get("phone", {"from": []})["from"]
            self.columns["phone"] = {"from": [*before, name], "split": WIDE_SPLIT}
        else:
            self.columns[field] = (
                {"from": [name, header]} if field != "licence_number" or not values.count("") else name
            )
        if field == "licence_number":
            self._find_pattern((), [value for value in values if value])

    def _dates(self) -> None:
        for field in ("valid_from", "valid_to"):
            for header in self._headers_of(field)[:1]:
                shape = self.profiles[header].dates
                if shape is not None:
                    self._one_date(field, header, shape)
        for header in self._headers_of("period")[:1]:
            shape = self.profiles[header].dates
            if shape is not None and shape.ranges:
                self._one_date("valid_to", header, shape)

    def _one_date(self, field: str, header: str, shape: DateShape) -> None:
        if shape.ranges:
            for side, part in (("valid_from", "start"), ("valid_to", "end")):
                if side not in self.columns:
                    self.columns[side] = date_column(header, shape) | {"part": part}
        else:
            self.columns[field] = date_column(header, shape) | (
                {"optional": True} if "optional" in self._text(header) else {}
            )
        self._note(field, header)
        self._note_dates(field, header, shape)

    def _note_dates(self, field: str, header: str, shape: DateShape) -> None:
        order = self.profiles[header].context.order if header in self.profiles else None
        self.guesses.append(date_guess(field, shape, order, said=self.answers.date_order is not None))

    def _lists(self) -> None:
        for field in ("phone", "email", "website"):
            headers = self._headers_of(field)
            if not headers:
                continue
            before = self.columns.get(field, {"from": []})["from"]
            column: dict[str, Any] = {"from": [*headers, *before] if len(headers) + len(before) > 1 else headers[0]}
            if field == "phone" and any(map(_is_crowded, headers, [self.profiles[each] for each in headers])):
                column["split"] = WIDE_SPLIT
            if self.records and any("optional" in self._text(header) for header in headers):
                column["optional"] = True
            self.columns[field] = column
            for header in headers:
                self._note(field, header)

    def _country(self) -> None:
        for header in self._headers_of("country")[:1]:
            words = {
                value: code
                for value in self.profiles[header].different
                if (code := resolve_country(value)) and len(code) == 2
            }
            self.columns["country"] = {"from": header} | ({"words": words} if words else {})
            self._note("country", header)

    def _status(self) -> None:
        dated = [
            (header, norm)
            for field, norm in _BY_DATE
            for header in self._headers_of(field)[:1]
            if field not in self.columns
        ]
        for header in self._headers_of("status")[:1]:
            profile = self.profiles[header]
            counts = Counter(" ".join(value.split()) for value in profile.values)
            words = [word for word, _ in counts.most_common(MAX_STATUS_WORDS)]
            self._map_words(
                header, propose(words, self.known.status_words if self.known else {}, self.answers.statuses), counts
            )
            self._note("status", header)
            if profile.filled < 0.5 and not self.given.columns[header].by_header:
                # Remarks on a few rows: what the others are, only the list as a whole can tell.
                self.marks[STATE_BY_REMARK] = {"of": [header], "otherwise": NO_REMARK}
                self.columns["status"]["from"].append(STATE_BY_REMARK)
                self.columns["status"]["words"][NO_REMARK] = LicenceStatus.UNKNOWN.value
        for header in self._headers_of("rating")[:1]:
            if "status" not in self.columns and self.profiles[header].states > 0.7:
                counts = Counter(" ".join(value.split()) for value in self.profiles[header].values)
                words = [word for word, _ in counts.most_common(MAX_STATUS_WORDS)]
                self._map_words(
                    header, propose(words, self.known.status_words if self.known else {}, self.answers.statuses), counts
                )
        if dated:
            self._by_dates(dated)

    def _map_words(self, header: str, proposals: Mapping[str, StatusGuess], counts: Mapping[str, int]) -> None:
        words = {word: guess.status.value for word, guess in proposals.items()}
        self.columns["status"] = {"from": [header], "words": words or {"active": "valid"}}
        self.statuses = tuple(guess.status for guess in proposals.values())
        for word, guess in proposals.items():
            asked = None
            if guess.sure is not Sureness.HIGH:
                choices = tuple(dict.fromkeys((guess.status.value, *(each.value for each in LicenceStatus))))
                asked = Question(
                    "status",
                    word,
                    f"Status word {word!r} ({counts[word]} rows): what does it mean?",
                    choices,
                    guess.status.value,
                )
            self.guesses.append(
                Guess(
                    f"status {word!r}", guess.status.value, guess.sure, f"{guess.why}; {counts[word]:,} rows", (), asked
                )
            )

    def _by_dates(self, dated: Sequence[tuple[str, LicenceStatus]]) -> None:
        otherwise = "" if "status" in self.columns else NO_DATE
        self.marks[STATE] = {"of": [header for header, _ in dated]} | ({"otherwise": otherwise} if otherwise else {})
        before = self.columns.get("status", {"from": [], "words": {}})
        words = {header: norm.value for header, norm in dated} | before["words"]
        if otherwise:
            words[NO_DATE] = LicenceStatus.UNKNOWN.value
        self.columns["status"] = {"from": [STATE, *before["from"]], "words": words}
        self.statuses = (*self.statuses, *(norm for _, norm in dated))
        for header, norm in dated:
            self.guesses.append(
                Guess(
                    "columns.status",
                    header,
                    Sureness.MEDIUM,
                    f"a row with a date in it is {norm.value}",
                    self.profiles[header].examples(),
                )
            )

    def _others(self) -> None:
        ids = {
            kind: self._short(self._headers_of(kind)[0])
            for kind in ("company_number", "tax_number")
            if self._headers_of(kind)
        }
        if ids:
            self.columns["other_ids"] = ids
            for kind in ids:
                self._note(f"other_ids.{kind}", self._headers_of(kind)[0])
        for header in self._headers_of("record_id")[:1]:
            if self.profiles[header].unique > 0.98 and self.profiles[header].filled > 0.98:
                self.columns["source_id"] = self._short(header)
                self._note("source_id", header)
        self._scope()
        extra = {
            header: self._short(header)
            for field in EXTRA
            for header in self._headers_of(field)
            if header not in self.divide
        }
        if extra:
            self.columns["extra"] = extra

    def _scope(self) -> None:
        headers = self._headers_of("scope")[:1]
        flags = {
            header: header for header, profile in self.profiles.items() if profile.yes_no and header in self.given.left
        }
        if not headers and len(flags) < 2:
            return
        column: dict[str, Any] = {"optional": True} if self.records else {}
        if headers:
            column["from"] = headers[0]
            self._note("scope", headers[0])
            if _has_commas(self.profiles[headers[0]]):
                column["split"] = ",\\s*|[;\\n]"
        if len(flags) > 1:
            column["flags"] = flags
        self.columns["scope"] = column

    # Headers -----------------------------------------------------------------------------------------------------

    def _used(self) -> set[str]:
        used = set(self.divide) | {text for mark in self.marks.values() for text in mark["of"]}
        for column in _flat(self.columns):
            used |= column
        return used

    def _when(self) -> list[str]:
        """A few headers that tell this shape: the name, the number, the state, a date."""
        told: list[str] = []
        for field in (
            *NAMES,
            "name_address",
            "last_name",
            "licence_number",
            "number_date",
            "status",
            "valid_to",
            "valid_from",
            "company_number",
            "address",
            "phone",
            "place",
            "rating",
            "region",
        ):
            for header in self._headers_of(field)[:1]:
                if header not in told and len(told) < 4 and not (self.records and self.profiles[header].filled < 0.9):
                    told.append(header)
        return told or list(self.profiles)[:3]


def _flat(columns: Mapping[str, Any]) -> list[set[str]]:
    found = []
    for key, column in columns.items():
        if key in ("other_ids", "extra"):
            found += _flat(column)
        elif isinstance(column, str):
            found.append({column})
        else:
            headers = column.get("from", [])
            found.append(
                {
                    *([headers] if isinstance(headers, str) else headers),
                    *column.get("join", ()),
                    *column.get("flags", ()),
                }
            )
    return found


def _made_name(group: str, headers: Mapping[str, Any], divide: Mapping[str, str]) -> str:
    """A name for a part that no header and no other part has."""
    taken = " ".join(divide.values())
    lowered = {header.casefold() for header in headers}
    name, again = group, 2
    while name in lowered or f"(?P<{name}>" in taken:
        name, again = f"{group}_{again}", again + 1
    return name


def _is_crowded(header: str, profile: Profile) -> bool:
    """Whether cells hold several numbers that the usual marks do not divide."""
    import re

    crowded = 0
    for value in profile.different:
        pieces = re.split(PHONE_SPLIT, value)
        crowded += any(sum(map(str.isdigit, piece)) > 15 for piece in pieces)
    return crowded > 0


def _has_commas(profile: Profile) -> bool:
    """Whether commas divide words that come again."""
    pieces = Counter(piece.strip() for value in profile.values for piece in value.split(","))
    commas = sum("," in value for value in profile.values)
    return commas > 0 and len(pieces) < 0.6 * pieces.total()
