"""Whether a document states practices, tells of them as they happened, or only speaks about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recruitcheck.model import DocumentKind, Stance

_SPEAKING = ("warning", "teaching", "reporting")
_OPENING = 2  # clauses in which a text tells what it is about


@dataclass(slots=True)
class Cues:
    """How many clauses carry each cue, and where the first stands (0: the first clause)."""

    counts: dict[str, int]
    first: dict[str, int]
    clauses: int


def count_cues(per_clause: Sequence[tuple[str, ...]], *, judging_trades: bool = True) -> Cues:
    """Cues of a document from those of its clauses in order.

    ``judging_trades``: every language of the text can tell a job from other trades; otherwise none is taken for one.
    """
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    for index, names in enumerate(per_clause):
        for name in names:
            counts[name] = counts.get(name, 0) + 1
            first.setdefault(name, index)
    if not judging_trades:
        first.pop("elsewhere", None)
    return Cues(counts, first, len(per_clause))


def document_stance(cues: Cues, kind: DocumentKind, first_fee: int | None = None) -> tuple[Stance, str]:
    """The stance of the whole, and why in words.

    A contract or an offer letter states. Warnings outweigh an offer only where they open the text or are more
    than the marks of an offer: a fee schedule that ends with a word against fraud still states its fees.
    ``first_fee`` is the first clause that asks for a sum without being guarded. What opens on a lease, a tour, a loan
    or a school (``elsewhere``) and names no job anywhere (``employment``) is about a trade in which deposits, rules
    and passports in a safe are lawful.
    """
    if cues.first.get("elsewhere", _OPENING) < _OPENING and "employment" not in cues.counts:
        return Stance.MENTIONS, "it opens on another trade (a lease, a tour, a loan, a school) and names no job"
    if kind.must_state_terms:
        return Stance.STATES, "the document is an offer or contract"
    offering = cues.counts.get("offering", 0)
    attesting = cues.counts.get("attesting", 0)
    speaking = sum(cues.counts.get(name, 0) for name in _SPEAKING)
    warnings = cues.counts.get("warning", 0)
    if first_fee is not None and speaking == warnings == 1 and first_fee < cues.first["warning"]:
        return Stance.STATES, "sums are asked for before the one word of warning"
    opens = min((cues.first[name] for name in _SPEAKING if name in cues.first), default=cues.clauses) <= 1
    if attesting > speaking - cues.counts.get("reporting", 0) and attesting > offering:
        return Stance.ATTESTED, "tells of what happened to an identified worker"
    if speaking and speaking >= offering and (opens or speaking >= 2):
        return Stance.MENTIONS, f"{speaking} clauses warn, teach or report against {offering} that offer"
    return Stance.STATES, "no frame of warning, teaching or reporting outweighs the offer"
