"""What a document states in figures and names, each with its span in the document's text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class FactKind(StrEnum):
    """The kind of one particular."""

    MONEY = "money"
    FEE = "fee"
    WAGE = "wage"
    HOURS = "hours"
    DURATION = "duration"
    DATE = "date"
    CONTACT = "contact"
    LICENCE_NUMBER = "licence_number"
    PARTY = "party"
    AGE = "age"
    VISA = "visa"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; ``currency`` is ISO 4217 or None where the text does not decide (a bare "$")."""

    amount: Decimal
    currency: str | None = None
    amount_max: Decimal | None = None  # a range's upper end
    times: int | None = None  # "2,400 x 6"


@dataclass(frozen=True, slots=True)
class Hours:
    """Working time as stated; None where not stated."""

    per_day: Decimal | None = None
    per_week: Decimal | None = None
    days_per_week: Decimal | None = None
    rest_days_per_month: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: ``unit`` is day, week, month or year; ``of`` what it measures."""

    amount: Decimal
    unit: str
    of: str  # "contract" | "probation" | "notice" | "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """``kind`` is phone, email, website or account; ``normal`` the comparable form (E.164 …)."""

    kind: str
    normal: str


@dataclass(frozen=True, slots=True)
class LicenceMention:
    """A licence or registration number as written."""

    number: str


@dataclass(frozen=True, slots=True)
class Party:
    """A named party: ``role`` is agency, employer or worker."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Age:
    """Ages asked of workers, in whole years; None where an end is open ("from 21", "up to 35")."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One particular: ``text == document.text[start:end]``.

    ``value`` has the type of its kind: Money for money, fee and wage. ``per`` is the period of a
    wage (hour, day, week, month, year, piece). That of a visa is its kind (tourist, work …), that of a place the
    country's code (ISO 3166-1 alpha-2). ``item`` is a fee item of the vocabulary; ``payer``
    and ``collector`` are worker, employer, agency, other or None where the text does not say.
    """

    kind: FactKind
    start: int
    end: int
    text: str
    value: Money | Hours | Duration | Contact | LicenceMention | Party | Age | str
    per: str | None = None
    item: str | None = None
    payer: str | None = None
    collector: str | None = None
    deducted: bool = False  # a fee that is taken off the wage


@dataclass(frozen=True, slots=True)
class Particulars:
    """All particulars of one document, ordered by start.

    ``incomplete`` names the kinds, in plain English, of which the text holds more than could be read; empty where all
    of it was read. What is named there is not checked, never clear.
    """

    facts: tuple[Fact, ...] = ()
    incomplete: tuple[str, ...] = ()

    def of(self, kind: FactKind) -> tuple[Fact, ...]:
        """The particulars of one kind, in document order."""
        return tuple(fact for fact in self.facts if fact.kind is kind)
