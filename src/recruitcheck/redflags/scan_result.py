"""What a scan came to: what is stated, only mentioned or denied, and which rules could not look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import filterfalse

from recruitcheck.model import Document, Span, Stance
from recruitcheck.redflags.hit import Hit
from recruitcheck.redflags.rulebook.rule_set import Muted, RuleHead, RuleSet

_MOST_COUNTER = 5  # clauses that speak against a hit; more say the same


@dataclass(frozen=True, slots=True)
class ScanResult:
    """``hits`` state or attest, ``mentions`` only speak of the practice, ``stopped`` are near misses with their guard.

    ``silent`` rules looked and found nothing; ``not_applicable`` do not look at this kind of document;
    ``not_judged`` rules lack a language of the document; ``unread_languages`` have no rules at all. ``muted`` rules
    are in none of them.
    """

    hits: tuple[Hit, ...] = ()
    mentions: tuple[Hit, ...] = ()
    stopped: tuple[Hit, ...] = ()
    silent: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()
    unread_languages: tuple[str, ...] = ()
    stance: Stance = Stance.STATES
    stance_why: str = ""
    rules: tuple[RuleHead, ...] = field(default=(), repr=False)
    muted: tuple[Muted, ...] = ()


def result_of(
    document: Document,
    rules: RuleSet,
    found: Sequence[Hit],
    spoken: tuple[str, ...],
    unread: tuple[str, ...],
    stance: Stance,
    why: str,
) -> ScanResult:
    """The hits of a document put in order, under the stance of the whole."""
    stopped = [hit for hit in found if hit.stopped_by and hit.stance is not Stance.MENTIONS]
    mentions = [hit for hit in found if hit.stance is Stance.MENTIONS]
    told = f"stance: {why}"
    passed = [
        replace(hit, stance=stance, why=(*hit.why, told), counter=_counter(hit, stopped))
        for hit in found
        if not hit.stopped_by
    ]
    if stance is Stance.MENTIONS:
        mentions, passed = mentions + [replace(hit, counter=()) for hit in passed], []
    heard = {hit.rule_id for hit in (*passed, *mentions)}
    wanted = (document.languages or ("und",)) if document.text.strip() else ()
    looking, not_applicable, not_judged = rules.looking(spoken, wanted, document.kind.value)
    return ScanResult(
        hits=_ordered(passed),
        mentions=_ordered(mentions),
        stopped=_ordered(stopped),
        silent=tuple(filterfalse(heard.__contains__, looking)),
        not_applicable=tuple(filterfalse(heard.__contains__, not_applicable)),
        not_judged=not_judged,
        unread_languages=unread,
        stance=stance,
        stance_why=why,
        rules=rules.heads,
        muted=rules.muted,
    )


def _counter(hit: Hit, stopped: list[Hit]) -> tuple[Span, ...]:
    """Clauses in which the same practice was denied."""
    return tuple(dict.fromkeys(other.quote for other in stopped if other.practice == hit.practice))[:_MOST_COUNTER]


def _ordered(hits: list[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.rule_id, hit.lang)))
