"""What an amount is for: a fee, a wage, or neither that the words tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from recruitcheck.model import Fact, FactKind
from recruitcheck.particulars.clause import Clauses
from recruitcheck.particulars.direction import Direction, direction
from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.lexicon import Lexicon, Term
from recruitcheck.particulars.money import Amount
from recruitcheck.particulars.phrases import alternatives
from recruitcheck.particulars.view import View
from recruitcheck.particulars.words import (
    GENERIC_ITEM,
    NO_FEE,
    actor_words,
    bare_items,
    fee_words,
    period_words,
    verb_words,
    wage_words,
)

_LODGING = "lodging"
_REACH = 80  # a word further off than this does not name the amount
_BARE_REACH = 20  # "visa" or "ticket" alone must stand beside it
_PERIOD_REACH = 18
_BESIDE = frozenset({" ", " must ", " will ", " should ", " shall ", " to "})
_VERB_REACH = 160
_FIGURE_AFTER = re.compile(r" ?[0-9]")  # a period before another figure speaks of that: "a day 12 hours"
_BREAK = re.compile(r"[,+&/()、，]|\band\b|\bplus\b|\by\b|\bet\b|\bund\b|\bi\b|\bи\b|\bdan\b|\bvà\b")


@cache
def _board_after() -> re.Pattern[str]:
    words = alternatives(gathered(lambda words: words.board))
    return re.compile(rf" ?(?:[a-z/ ]{{1,12}} )?{words}")


@cache
def _free() -> re.Pattern[str]:
    return re.compile(alternatives(gathered(lambda words: words.free)) + r"[ ]\Z")


@cache
def _given_before() -> re.Pattern[str]:
    return re.compile(alternatives(gathered(lambda words: words.given)) + r"[ ]?\Z")


class _Clause:
    """A clause whose words are looked up once, however many amounts it holds."""

    def __init__(self, lower: str, start: int, end: int) -> None:
        self.lower, self.start, self.end = lower, start, end
        self._found: dict[str, list[Term]] = {}

    def terms(self, table: Callable[[], Lexicon], low: int, high: int) -> list[Term]:
        """The terms of a table that lie in lower[low:high]."""
        found = self._found.get(table.__name__)
        if found is None:
            found = self._found[table.__name__] = list(table().find(self.lower, self.start, self.end))
        if low <= self.start and high >= self.end:
            return found
        return [term for term in found if low <= term.start and term.end <= high]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A word that may name an amount, and how far off it stands."""

    term: Term
    kind: str  # fee, wage or extra
    cost: int


def read_purposes(view: View, clauses: Clauses, amounts: Iterable[Amount]) -> tuple[Fact, ...]:
    """Fee and wage facts of the amounts, in order; amounts whose purpose is not told give none."""
    facts: list[Fact] = []
    ordered = list(amounts)
    clause = _Clause(view.lower, 0, 0)
    for index, amount in enumerate(ordered):
        previous = max(ordered[index - 1].end if index else 0, facts[-1].end if facts else 0)
        following = ordered[index + 1].start if index + 1 < len(ordered) else len(view.lower)
        start, end = clauses.around(amount.start, amount.end)
        if (start, end) != (clause.start, clause.end):
            clause = _Clause(view.lower, start, end)
        fact = _purpose(view, amount, clause, (previous, following))
        if fact is not None:
            facts.append(fact)
    return tuple(facts)


def _purpose(view: View, amount: Amount, clause: _Clause, neighbours: tuple[int, int]) -> Fact | None:
    lower = view.lower
    claim = _nearest(clause, amount, neighbours)
    period = _period(lower, amount, clause.end, neighbours)
    if claim is not None and claim.kind == "fee":
        return _fee(view, amount, claim.term, _direction(clause, amount), neighbours)
    if claim is not None and period is None and _paid_by_worker(clause, claim.term):
        return _fee(view, amount, None, _direction(clause, amount), neighbours)
    if period is not None or (claim is not None and claim.kind == "wage"):
        if claim is not None and claim.kind == "extra" and claim.cost <= _BARE_REACH:
            return None
        if claim is not None and claim.kind == "wage" and _taken_off(clause, amount, claim.term):
            return _fee(view, amount, None, _direction(clause, amount), neighbours)
        if claim is None or claim.kind == "extra":
            way = _direction(clause, amount)
            if way.payer == "worker":
                return _fee(view, amount, None, way, neighbours)
        per = period.label if period is not None else _label_period(lower, claim)
        return _fact(view, FactKind.WAGE, amount, amount.start, amount.end, per=per)
    if claim is not None:
        return None
    way = _direction(clause, amount)
    return _fee(view, amount, None, way, neighbours) if way.payer == "worker" and not _given(view, amount) else None


def _taken_off(clause: _Clause, amount: Amount, wage: Term) -> bool:
    """Whether the amount comes off a wage that is named behind it: "deducts 300 riyals from your salary"."""
    if wage.start < amount.end:
        return False
    verbs = clause.terms(verb_words, clause.start, amount.start)
    near = [verb for verb in verbs if amount.start - verb.end <= _BARE_REACH]
    return any(verb.label == "deduct" for verb in near) and _direction(clause, amount).deducted


def _given(view: View, amount: Amount) -> bool:
    """Whether words right before the amount say that the worker gets it."""
    return _given_before().search(view.lower, max(0, amount.start - _REACH), amount.start) is not None


def _paid_by_worker(clause: _Clause, term: Term) -> bool:
    """Whether a wage's name is the verb of a worker right before it: "you pay 65k", "candidates pay 900"."""
    verbs = clause.terms(verb_words, clause.start, clause.end)
    if not any(verb.label == "pay" and (verb.start, verb.end) == (term.start, term.end) for verb in verbs):
        return False
    actors = clause.terms(actor_words, clause.start, term.start)
    return any(actor.label == "worker" and clause.lower[actor.end : term.start] in _BESIDE for actor in actors)


def _nearest(clause: _Clause, amount: Amount, neighbours: tuple[int, int]) -> _Claim | None:
    lower = clause.lower
    low, high = max(clause.start, amount.start - _REACH), min(clause.end, amount.end + _REACH)
    claims = []
    last: Term | None = None
    for found in clause.terms(fee_words, low, high):
        if found.label == NO_FEE:
            last = None
            continue
        term, last = _compound(lower, last, found), found
        bare = lower[term.start : term.end] in bare_items()
        if bare and _free().search(lower, max(0, term.start - 12), term.start):
            continue
        cost = _cost(lower, amount, term, neighbours)
        if cost <= (_BARE_REACH if bare else _REACH):
            claims.append(_Claim(term, "fee", cost))
    for term in clause.terms(wage_words, low, high):
        cost = _cost(lower, amount, term, neighbours)
        if cost <= _REACH:
            claims.append(_Claim(term, term.label, cost))
    return min(claims, key=lambda claim: (claim.cost, claim.kind != "fee"), default=None)


def _compound(lower: str, last: Term | None, term: Term) -> Term:
    """ "medical test" + "fee" is one name, and the first word tells the item."""
    if last is None or term.label != GENERIC_ITEM or last.label == GENERIC_ITEM or lower[last.end : term.start] != " ":
        return term
    return Term(last.start, term.end, last.label)


def _cost(lower: str, amount: Amount, term: Term, neighbours: tuple[int, int]) -> int:
    """Distance; dearer across a comma or "and", dearest across another amount."""
    previous, following = neighbours
    if term.end <= amount.start:
        gap = lower[term.end : amount.start]
        return len(gap) + 15 * len(_BREAK.findall(gap)) + (40 if term.end <= previous and previous else 0)
    if term.start >= amount.end:
        gap = lower[amount.end : term.start]
        # A name usually stands before its amount, so one behind pays a little.
        return len(gap) + 3 + 15 * len(_BREAK.findall(gap)) + (40 if term.start >= following else 0)
    return 0


def _period(lower: str, amount: Amount, end: int, neighbours: tuple[int, int]) -> Term | None:
    stop = min(end, amount.end + _PERIOD_REACH, neighbours[1])
    for term in period_words().find(lower, amount.end, stop):
        if not _BREAK.search(lower, amount.end, term.start) and not _FIGURE_AFTER.match(lower, term.end):
            return term
    start = max(neighbours[0], amount.start - _PERIOD_REACH)
    found = [t for t in period_words().find(lower, start, amount.start) if "\n" not in lower[t.end : amount.start]]
    return found[-1] if found else None


def _label_period(lower: str, claim: _Claim | None) -> str | None:
    """The period that the wage's own name tells ("月薪", "hourly rate")."""
    if claim is None:
        return None
    term = period_words().search(lower, claim.term.start, claim.term.end)
    return term.label if term is not None else None


def _direction(clause: _Clause, amount: Amount) -> Direction:
    low, high = max(clause.start, amount.start - _VERB_REACH), min(clause.end, amount.end + _VERB_REACH)
    names = [term for term in clause.terms(fee_words, low, high) if " " in clause.lower[term.start : term.end]]
    actors = [  # the agent of "agent fee" does nothing
        actor
        for actor in clause.terms(actor_words, low, high)
        if not any(name.start <= actor.start and actor.end <= name.end for name in names)
    ]
    return direction(actors, clause.terms(verb_words, low, high), low)


def _board(view: View, amount: Amount) -> str | None:
    """The item of a sum asked for food or lodging ("charges 150 dollars for meals")."""
    return _LODGING if _board_after().match(view.lower, amount.end) else None


def _fee(view: View, amount: Amount, term: Term | None, way: Direction, neighbours: tuple[int, int]) -> Fact:
    start, end = amount.start, amount.end
    if term is not None:
        low, high = min(start, term.start), max(end, term.end)
        if low >= neighbours[0] and high <= neighbours[1] and high - low <= _REACH:
            start, end = low, high
    collector = way.collector
    if collector is None and term is not None and "agen" in view.lower[term.start : term.end]:
        collector = "agency"
    return _fact(
        view,
        FactKind.FEE,
        amount,
        start,
        end,
        item=term.label if term is not None else _board(view, amount),
        payer=way.payer,
        collector=collector,
        deducted=way.deducted,
    )


def _fact(
    view: View,
    kind: FactKind,
    amount: Amount,
    start: int,
    end: int,
    *,
    per: str | None = None,
    item: str | None = None,
    payer: str | None = None,
    collector: str | None = None,
    deducted: bool = False,
) -> Fact:
    return Fact(
        kind=kind,
        start=start,
        end=end,
        text=view.text[start:end],
        value=amount.money,
        per=per,
        item=item,
        payer=payer,
        collector=collector,
        deducted=deducted,
    )
