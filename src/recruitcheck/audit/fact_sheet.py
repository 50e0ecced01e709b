"""The particulars of a document as the plain values of the JSON contract's ``facts``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recruitcheck.model import Age, Contact, Duration, Fact, FactKind, Hours, LicenceMention, Money

_NAMES = {
    FactKind.WAGE: "wage",
    FactKind.HOURS: "hours",
    FactKind.DURATION: "duration",
    FactKind.CONTACT: "contacts",
    FactKind.LICENCE_NUMBER: "licence_numbers",
    FactKind.DATE: "dates",
    FactKind.AGE: "ages",
    FactKind.VISA: "visas",
    FactKind.PLACE: "places",
}


def fact_sheet(facts: Iterable[Fact]) -> dict[str, Any]:
    """``{"wage": [...], "hours": [...], …}``; every item has its words, offsets and normal value."""
    sheet: dict[str, Any] = {"wage": [], "hours": [], "duration": []}
    for fact in facts:
        if fact.kind in _NAMES:
            sheet.setdefault(_NAMES[fact.kind], []).append(
                {"text": fact.text, "start": fact.start, "end": fact.end, **_value(fact)}
            )
    return sheet


def _value(fact: Fact) -> dict[str, Any]:
    value = fact.value
    if isinstance(value, Money):
        amounts = {"amount": str(value.amount), "currency": value.currency, "per": fact.per}
        return amounts | ({"amount_max": str(value.amount_max)} if value.amount_max is not None else {})
    if isinstance(value, Hours):
        given = {
            "per_day": value.per_day,
            "per_week": value.per_week,
            "days_per_week": value.days_per_week,
            "rest_days_per_month": value.rest_days_per_month,
        }
        return {name: str(number) for name, number in given.items() if number is not None}
    if isinstance(value, Duration):
        return {"amount": str(value.amount), "unit": value.unit, "of": value.of}
    if isinstance(value, Contact):
        return {"kind": value.kind, "normal": value.normal}
    if isinstance(value, Age):
        return {"least": value.least, "most": value.most}
    if isinstance(value, LicenceMention):
        return {"number": value.number}
    return {"value": value} if isinstance(value, str) else {}
