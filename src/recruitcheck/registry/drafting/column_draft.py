"""What is being drafted of a layout: columns, guesses, and what every kind of column is drafted with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.drafting.answers import Answers
from recruitcheck.registry.drafting.assignment import Assignment
from recruitcheck.registry.drafting.date_columns import date_guess
from recruitcheck.registry.drafting.date_shape import DateShape
from recruitcheck.registry.drafting.guess import Guess, Question, Sureness
from recruitcheck.registry.drafting.number_shape import number_pattern
from recruitcheck.registry.drafting.profile import Profile


class ColumnDraft:
    """The columns that were assigned, and what has been drafted of them so far."""

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
        self.cut_values: dict[str, list[str]] = {}  # of columns that a cell was divided into
        self._draft()

    def _draft(self) -> None:
        """What a kind of draft makes of the columns; nothing here."""

    def headers_of(self, field: str) -> list[str]:
        """The headers that were given a field, in file order."""
        return self.given.of(field)

    def note(self, what: str, header: str, value: str | None = None) -> None:
        """The guess that a column holds a field, with a question where it is doubtful."""
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

    def text(self, header: str) -> dict[str, Any]:
        """A column as a definition holds it; of records, a key may be missing."""
        optional = self.records and self.profiles[header].filled < 0.98
        return {"from": header, "optional": True} if optional else {"from": header}

    def short(self, header: str) -> Any:
        """The same, as the header alone where nothing else is to be said."""
        told = self.text(header)
        return told if len(told) > 1 else header

    def find_pattern(self, headers: Sequence[str], values: Sequence[str] | None = None) -> None:
        """The pattern of the licence numbers, where they have one."""
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

    def note_dates(self, field: str, header: str, shape: DateShape) -> None:
        """The guess how the days of a column are written."""
        order = self.profiles[header].context.order if header in self.profiles else None
        self.guesses.append(date_guess(field, shape, order, said=self.answers.date_order is not None))
