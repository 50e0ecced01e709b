"""The layout of a definition from assigned columns: each field with how its cells are read, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.drafting.assignment import EXTRA
from recruitcheck.registry.drafting.column_draft import ColumnDraft
from recruitcheck.registry.drafting.date_columns import date_column
from recruitcheck.registry.drafting.date_shape import DateShape
from recruitcheck.registry.drafting.divided_columns import WIDE_SPLIT, draft_cut_cells, led_column
from recruitcheck.registry.drafting.firm_identity import states_differ, tells_firms_apart
from recruitcheck.registry.drafting.guess import Guess, Sureness
from recruitcheck.registry.drafting.profile import NULLS, Profile
from recruitcheck.registry.drafting.row_shape import fill_down, not_entries
from recruitcheck.registry.drafting.status_columns import draft_status
from recruitcheck.registry.drafting.value_fit import NAMES
from recruitcheck.registry.mapping.cell import PHONE_SPLIT
from recruitcheck.vocabulary import resolve_country

PLAIN = ("licence_number", "rating", "route", "duration", "reason", "address", "place", "region", "postal_code")
USUAL_NULLS = ("N/A", "N.A", "-")  # in rows that the sample did not hold too


class LayoutDraft(ColumnDraft):
    """Builds ``layout``, and beside it ``number_pattern``, ``null_words``, ``identity``, ``merge`` and the guesses."""

    def _draft(self) -> None:
        self._names()
        self._plain()
        draft_cut_cells(self)
        self._dates()
        self._lists()
        self._country()
        draft_status(self)
        self._others()

    # What comes out ----------------------------------------------------------------------------------------------

    def layout(self) -> dict[str, Any]:
        """The layout, as a definition holds it."""
        profiles = list(self.profiles.values())
        filled = fill_down(profiles, self.headers_of("name"), self.headers_of("licence_number"))
        rows = not_entries(profiles, self.headers_of("name"), bool(filled))
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
        name = self.profiles.get(next(iter(self.headers_of("name")), ""))
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
        if header in self.cut_values:
            return self.cut_values[header]
        profile = self.profiles.get(header)
        if profile is None:
            return None
        return ["" if (text := each.strip()).casefold() in NULLS else text for each in profile.cells]

    # Fields ------------------------------------------------------------------------------------------------------

    def _names(self) -> None:
        names = self.headers_of("name")
        person = [header for field in ("first_name", "middle_name", "last_name") for header in self.headers_of(field)]
        others = self.headers_of("other_name")
        if names:
            column: dict[str, Any] = {"from": names[0], "split_aliases": True}
            if others and self.profiles[names[0]].filled < 0.999:
                column["from"] = [names[0], *others]
            if person and self.profiles[names[0]].filled < 0.999:
                column["join"] = person
            self.columns["name"] = column
            self.note("name", names[0])
        elif person:
            self.columns["name"] = {"from": person[-1:], "join": person}
            self.note("name", person[-1], " + ".join(person))
        for field, wanted in (
            ("other_name", "other_script_name"),
            ("trading_name",) * 2,
            ("former_name",) * 2,
            ("alias",) * 2,
        ):
            for header in self.headers_of(field)[:1]:
                self.columns[wanted] = self.text(header) | {"split_aliases": True}
                self.note(wanted, header)

    def _plain(self) -> None:
        for field in PLAIN:
            for header in self.headers_of(field)[:1]:
                self.columns[field] = self.short(header)
                self.note(field, header)
        self.find_pattern(self.headers_of("licence_number"))

    def _dates(self) -> None:
        for field in ("valid_from", "valid_to"):
            for header in self.headers_of(field)[:1]:
                shape = self.profiles[header].dates
                if shape is not None:
                    self._one_date(field, header, shape)
        for header in self.headers_of("period")[:1]:
            shape = self.profiles[header].dates
            if shape is not None and shape.ranges:
                self._one_date("valid_to", header, shape)

    def _one_date(self, field: str, header: str, shape: DateShape) -> None:
        if shape.lead is not None:
            field = {True: "valid_to", False: "valid_from", None: field}[shape.ends]
            if field not in self.columns and header not in self.divide:
                self.columns[field] = date_column(led_column(self, header, shape.lead), shape)
        elif shape.ranges:
            for side, part in (("valid_from", "start"), ("valid_to", "end")):
                if side not in self.columns:
                    self.columns[side] = date_column(header, shape) | {"part": part}
        else:
            self.columns[field] = date_column(header, shape) | (
                {"optional": True} if "optional" in self.text(header) else {}
            )
        if field in self.columns or shape.ranges:
            self.note(field, header)
            self.note_dates(field, header, shape)

    def _lists(self) -> None:
        for field in ("phone", "email", "website"):
            headers = self.headers_of(field)
            if not headers:
                continue
            before = self.columns.get(field, {"from": []})["from"]
            column: dict[str, Any] = {"from": [*headers, *before] if len(headers) + len(before) > 1 else headers[0]}
            if field == "phone" and any(map(_is_crowded, headers, [self.profiles[each] for each in headers])):
                column["split"] = WIDE_SPLIT
            if self.records and any("optional" in self.text(header) for header in headers):
                column["optional"] = True
            self.columns[field] = column
            for header in headers:
                self.note(field, header)

    def _country(self) -> None:
        for header in self.headers_of("country")[:1]:
            words = {
                value: code
                for value in self.profiles[header].different
                if (code := resolve_country(value)) and len(code) == 2
            }
            self.columns["country"] = {"from": header} | ({"words": words} if words else {})
            self.note("country", header)

    def _others(self) -> None:
        ids = {
            kind: self.short(self.headers_of(kind)[0])
            for kind in ("company_number", "tax_number")
            if self.headers_of(kind)
        }
        if ids:
            self.columns["other_ids"] = ids
            for kind in ids:
                self.note(f"other_ids.{kind}", self.headers_of(kind)[0])
        for header in self.headers_of("record_id")[:1]:
            if self.profiles[header].unique > 0.98 and self.profiles[header].filled > 0.98:
                self.columns["source_id"] = self.short(header)
                self.note("source_id", header)
        self._scope()
        extra = {
            header: self.short(header)
            for field in EXTRA
            for header in self.headers_of(field)
            if header not in self.divide
        }
        if extra:
            self.columns["extra"] = extra

    def _scope(self) -> None:
        headers = self.headers_of("scope")[:1]
        flags = {
            header: header for header, profile in self.profiles.items() if profile.yes_no and header in self.given.left
        }
        if not headers and len(flags) < 2:
            return
        column: dict[str, Any] = {"optional": True} if self.records else {}
        if headers:
            column["from"] = headers[0]
            self.note("scope", headers[0])
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
            for header in self.headers_of(field)[:1]:
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
