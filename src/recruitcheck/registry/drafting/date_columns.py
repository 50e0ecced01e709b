"""A column of dates as a definition holds it, and how sure the reading of its dates is."""

from __future__ import annotations

from typing import Any

from recruitcheck.registry.drafting.answers import ORDERS
from recruitcheck.registry.drafting.date_shape import BUDDHIST, DateShape
from recruitcheck.registry.drafting.guess import Guess, Question, Sureness
from recruitcheck.registry.mapping.calendars import CALENDARS


def date_column(header: str, shape: DateShape) -> dict[str, Any]:
    """The column in the words of a definition."""
    found: dict[str, Any] = {
        "from": header,
        "date": list(shape.formats) if len(shape.formats) > 1 else shape.formats[0],
    }
    if shape.serial:
        found["serial"] = True
    if shape.months:
        found["months"] = shape.months
    if shape.between is not None:
        found["between"] = shape.between
    if shape.opens:
        found["open"] = list(shape.opens)
    return found


def date_guess(field: str, shape: DateShape, order: str | None, *, said: bool) -> Guess:
    """The formats and how sure they are. ``order``: what other columns prove or (``said``) a person has said."""
    sure, why, asked = _order(shape, order, said)
    why = f"{shape.share:.0%} of the values fit{why}"
    if shape.unread:
        why += f"; not read: {', '.join(map(repr, shape.unread))}"
        sure = Sureness.MEDIUM if sure is Sureness.HIGH else sure
    return Guess(f"columns.{field}.date", " | ".join(shape.formats), sure, why, shape.examples, asked)


def _order(shape: DateShape, order: str | None, said: bool) -> tuple[Sureness, str, Question | None]:
    if shape.day_first or shape.month_first:
        proved = ORDERS[shape.month_first > shape.day_first]
        why = f"; {max(shape.day_first, shape.month_first)} prove {proved}"
        if shape.day_first and shape.month_first:
            return Sureness.LOW, f"{why}, but {min(shape.day_first, shape.month_first)} prove the contrary", None
        return Sureness.HIGH, why, None
    if shape.either and order is not None:
        return Sureness.HIGH, f"; {order} as you said" if said else f"; {order} as other columns prove", None
    if shape.either:
        proposed = ORDERS[any(form.startswith("%m") for form in shape.formats)]
        text = f"Dates such as {shape.examples[0]!r}: which comes first?"
        why = "; AMBIGUOUS: no day is above 12, so day and month cannot be told apart"
        return Sureness.LOW, why, Question("date_order", "", text, ORDERS, proposed)
    if shape.formats[0] in CALENDARS or shape.formats[0].startswith(BUDDHIST):
        return Sureness.HIGH, f"; the years are those of another calendar ({shape.formats[0].split()[0]})", None
    return Sureness.HIGH, "", None
