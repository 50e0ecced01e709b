"""Figures as words: facts of a document become slots that a pattern can name, such as <money> or <free_mail>."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

from recruitcheck.model import Age, Contact, Fact, FactKind, Hours, Money

MAX_HOURS_A_DAY = Decimal(11)  # REPORTS: more than about eleven hours a day
MAX_HOURS_A_WEEK = Decimal(60)
QUESTION = "<question>"
ADULT = 18  # years: who is younger is a child (ILO Convention 182, Art. 2)


def _hours(test: Callable[[Hours], bool]) -> Callable[[Fact], bool]:
    return lambda fact: isinstance(fact.value, Hours) and test(fact.value)


def _contact(kind: str) -> Callable[[Fact], bool]:
    return lambda fact: isinstance(fact.value, Contact) and fact.value.kind == kind


def _free_mail(fact: Fact) -> bool:
    from recruitcheck.names import is_free_mail, mail_domain

    return isinstance(fact.value, Contact) and fact.value.kind == "email" and is_free_mail(mail_domain(fact.text))


def _fee_for(*items: str) -> Callable[[Fact], bool]:
    """A price that the worker may bear: a fee of one of the items that neither employer nor agency pays."""
    return lambda fact: fact.kind is FactKind.FEE and fact.item in items and fact.payer not in ("employer", "agency")


def _is_deduction(fact: Fact) -> bool:
    """A sum for board, or a part of the wage held back for nothing that is called a fee: other rules judge these."""
    return fact.item == "lodging" or (fact.deducted and fact.item is None)


FACT_SLOTS: dict[str, Callable[[Fact], bool]] = {
    "<money>": lambda fact: fact.kind is FactKind.MONEY,
    "<fee>": lambda fact: fact.kind is FactKind.FEE and fact.payer not in ("employer", "agency"),
    "<recruitment_fee>": _fee_for("recruitment_fee"),
    "<visa_fee>": _fee_for("visa", "levy"),
    "<related_fee>": _fee_for("travel", "medical", "insurance", "uniform", "clearance"),
    "<deposit>": _fee_for("deposit"),
    "<penalty>": _fee_for("penalty"),
    "<worker_fee>": lambda fact: fact.kind is FactKind.FEE and fact.payer == "worker" and not _is_deduction(fact),
    "<wage>": lambda fact: fact.kind is FactKind.WAGE,
    "<long_day>": _hours(lambda hours: hours.per_day is not None and MAX_HOURS_A_DAY < hours.per_day <= 24),
    "<long_week>": _hours(lambda hours: hours.per_week is not None and MAX_HOURS_A_WEEK < hours.per_week <= 168),
    "<no_rest_day>": _hours(lambda hours: hours.days_per_week == 7 or hours.rest_days_per_month == 0),
    "<minor_age>": lambda fact: (
        isinstance(fact.value, Age) and fact.value.least is not None and fact.value.least < ADULT
    ),
    "<duration>": lambda fact: fact.kind is FactKind.DURATION,
    "<email>": _contact("email"),
    "<free_mail>": _free_mail,
    "<phone>": _contact("phone"),
    "<website>": _contact("website"),
    "<account>": _contact("account"),
    "<number>": lambda fact: False,  # filled from the words themselves
    QUESTION: lambda fact: False,  # the last word of a clause that asks
}


_OF_KIND = {
    FactKind.MONEY: ("<money>",),
    FactKind.FEE: (
        "<fee>",
        "<worker_fee>",
        "<recruitment_fee>",
        "<visa_fee>",
        "<related_fee>",
        "<deposit>",
        "<penalty>",
    ),
    FactKind.WAGE: ("<wage>",),
    FactKind.HOURS: ("<long_day>", "<long_week>", "<no_rest_day>"),
    FactKind.AGE: ("<minor_age>",),
    FactKind.DURATION: ("<duration>",),
    FactKind.CONTACT: ("<email>", "<free_mail>", "<phone>", "<website>", "<account>"),
}

_PRICES = (FactKind.MONEY, FactKind.FEE)


def slots_of(fact: Fact) -> frozenset[str]:
    """Every slot that a fact fills. A sum of nothing ("service charge NPR 0") is no price."""
    if fact.kind in _PRICES and isinstance(fact.value, Money) and not (fact.value.amount_max or fact.value.amount):
        return frozenset()
    return frozenset(slot for slot in _OF_KIND.get(fact.kind, ()) if FACT_SLOTS[slot](fact))


def fact_mentions(
    facts: Sequence[tuple[Fact, frozenset[str]]],
    starts: Sequence[int],
    end_of: Callable[[int], int],
    first: int,
    end: int,
) -> dict[str, list[tuple[int, int]]]:
    """Slots that ``facts`` fill, each given with its slots.

    ``starts`` are original offsets of the passage's own tokens, of which the first is token ``first``, ``end_of`` gives
    the offset behind one of them; ``end`` is the original offset after the clause.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for fact, slots in facts:
        if fact.start >= end or not starts:
            continue
        low = max(bisect_right(starts, fact.start) - 1, 0)
        if low + 1 < len(starts) and end_of(low) <= fact.start:
            low += 1  # a sign such as "$" is no word: the fact begins with the next one
        high = max(bisect_left(starts, min(fact.end, end)), low + 1)
        for slot in slots:
            found.setdefault(slot, []).append((first + low, first + high))
    for spans in found.values():
        spans.sort()
    return found
