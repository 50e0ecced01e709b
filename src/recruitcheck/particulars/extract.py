"""All particulars of one document."""

from __future__ import annotations

from recruitcheck.model import Document, Fact, FactKind, Particulars
from recruitcheck.particulars.money import find_money
from recruitcheck.particulars.purpose import read_purposes
from recruitcheck.particulars.view import View


def extract(document: Document) -> Particulars:
    """Facts in order of start; none of one kind overlap; each slices back out of the text."""
    view = View.of(document.text, document.languages)
    amounts = find_money(view)
    facts = [
        Fact(FactKind.MONEY, amount.start, amount.end, view.text[amount.start : amount.end], amount.money)
        for amount in amounts
    ]
    facts.extend(read_purposes(view, amounts))
    order = {kind: place for place, kind in enumerate(FactKind)}
    return Particulars(tuple(sorted(facts, key=lambda fact: (fact.start, order[fact.kind], fact.end))))
