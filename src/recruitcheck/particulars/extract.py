"""All particulars of one document."""

from __future__ import annotations

from collections.abc import Iterable

from recruitcheck.model import Document, Fact, FactKind, Particulars
from recruitcheck.particulars.age import find_ages
from recruitcheck.particulars.clause import Clauses
from recruitcheck.particulars.contacts import find_contacts
from recruitcheck.particulars.dates import find_dates
from recruitcheck.particulars.duration import find_durations
from recruitcheck.particulars.hours import find_hours
from recruitcheck.particulars.licence_number import find_licence_numbers
from recruitcheck.particulars.limit import Limit, read_part
from recruitcheck.particulars.money import Amount, find_money
from recruitcheck.particulars.numeral import small_numbers
from recruitcheck.particulars.party import find_parties
from recruitcheck.particulars.place import find_places
from recruitcheck.particulars.purpose import read_purposes
from recruitcheck.particulars.view import MAX_FIGURES, View
from recruitcheck.particulars.visa import find_visas

_ORDER = {kind: place for place, kind in enumerate(FactKind)}


def extract(document: Document) -> Particulars:
    """Facts in order of start; none of one kind overlap; each slices back out of the text.

    ``incomplete`` names what more of the text could not be read for (see ``limit``).
    """
    limit = Limit()
    view = View.of(read_part(document.text), document.languages)
    if len(view.text) < len(document.text):
        limit.reach(f"the text after its first {len(view.text):,} characters")
    clauses = Clauses.of(view.lower)
    if view.more_figures:
        limit.reach("figures")
    numbers = tuple(limit.take("small numbers", small_numbers(view), most=2 * MAX_FIGURES))
    dates, licences = find_dates(view, limit), find_licence_numbers(view, limit)
    fixed = [(fact.start, fact.end) for fact in (*dates, *licences)]
    amounts = _clear_of(find_money(view, limit), fixed)
    spans = [*fixed, *((amount.start, amount.end) for amount in amounts)]
    facts = [
        *(_money(view, amount) for amount in amounts),
        *read_purposes(view, clauses, amounts),
        *find_hours(view, numbers, limit),
        *find_durations(view, clauses, numbers, limit),
        *dates,
        *find_contacts(view, spans, limit),
        *licences,
        *find_parties(view, limit),
        *find_ages(view, limit),
        *find_visas(view, limit),
        *find_places(view, limit),
    ]
    facts.sort(key=lambda fact: (fact.start, _ORDER[fact.kind], fact.end))
    return Particulars(tuple(facts), limit.reached)


def _money(view: View, amount: Amount) -> Fact:
    return Fact(FactKind.MONEY, amount.start, amount.end, view.text[amount.start : amount.end], amount.money)


def _clear_of(amounts: Iterable[Amount], fixed: list[tuple[int, int]]) -> list[Amount]:
    """Amounts that touch no date and no licence number."""
    taken = sorted(fixed)
    kept: list[Amount] = []
    place = 0
    for amount in amounts:
        while place < len(taken) and taken[place][1] <= amount.start:
            place += 1
        if place == len(taken) or taken[place][0] >= amount.end:
            kept.append(amount)
    return kept
