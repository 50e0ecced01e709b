"""Who pays whom in a clause, from actors and verbs."""

from __future__ import annotations

from dataclasses import dataclass

from recruitcheck.particulars.lexicon import Term

_REACH = 70  # code points between a verb and its actor


@dataclass(frozen=True, slots=True)
class Direction:
    """``payer`` and ``collector``: worker, employer, agency or None."""

    payer: str | None = None
    collector: str | None = None
    deducted: bool = False  # it is taken off the wage


def direction(actors: list[Term], verbs: list[Term], start: int) -> Direction:
    """Who pays whom in a stretch of text from ``start``; the first verb that settles it decides."""
    for verb in verbs:
        found = _by_verb(verb, actors, verbs, start)
        if found is not None:
            return found
    return Direction()


def _by_verb(verb: Term, actors: list[Term], verbs: list[Term], start: int) -> Direction | None:
    if verb.label in ("to", "from", "not"):
        return None
    before = next((a for a in reversed(actors) if a.end <= verb.start and verb.start - a.end <= _REACH), None)
    after = next((a for a in actors if a.start >= verb.end and a.start - verb.end <= _REACH), None)
    denied = any(v.label == "not" and verb.start - 40 <= v.start < verb.start for v in verbs)
    if verb.label == "passive":
        close = after if after is not None and after.start - verb.end <= 25 else None
        return None if close is None else Direction(payer=None if denied else close.label)
    if verb.label == "deduct":
        return Direction(None if denied else "worker", _other_than_worker(before), deducted=not denied)
    if denied:
        return None
    if verb.label == "receive":
        return _received(before, after)
    return _paid(verb, before, _recipient(verb, actors, verbs), start)


def _received(before: Term | None, after: Term | None) -> Direction | None:
    """ "The agent took 5,20,000 from me": the subject collects, the object pays."""
    collector, payer = _other_than_worker(before), after.label if after is not None else None
    if payer == "worker":
        return Direction("worker", collector)
    if collector and payer is None:
        return Direction("worker", collector)
    return None


def _paid(verb: Term, before: Term | None, recipient: str | None, start: int) -> Direction | None:
    payer = before.label if before is not None else None
    if payer is None and verb.start - start <= 12:
        payer = "worker"  # an order: "Pay …", "Send …"
    if payer is None:
        return None
    if payer != "worker" and recipient == "worker":
        return Direction(payer, None)
    return Direction(payer, recipient if recipient != payer else None)


def _recipient(verb: Term, actors: list[Term], verbs: list[Term]) -> str | None:
    for mark in verbs:
        if mark.label == "to" and verb.end <= mark.start <= verb.end + _REACH:
            actor = next((a for a in actors if a.end > mark.end and mark.start <= a.start <= mark.end + 12), None)
            if actor is not None:
                return actor.label
    close = next((a for a in actors if 0 <= a.start - verb.end <= 5), None)
    return close.label if close is not None and close.label != "worker" else None


def _other_than_worker(term: Term | None) -> str | None:
    return term.label if term is not None and term.label != "worker" else None
