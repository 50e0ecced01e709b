"""Guards: whether words around a match mean that the practice is not stated. Only candidates are examined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recruitcheck.redflags.compiled import CompiledLanguage, CompiledPattern, Lawful
from recruitcheck.redflags.facts import QUESTION
from recruitcheck.redflags.guard_shape import GuardShape
from recruitcheck.redflags.matcher import Match, Passage, find_matches
from recruitcheck.redflags.question import Asked

_ITEM = 3  # words of one name in a list
_TAG = 3  # words between the last comma and the question mark that ask for no more than a nod


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guards came to: the guard that spoke (None: all passed), its words, what it does."""

    guard: str | None
    words: str
    effect: str  # "passes" | "stops" | "mentions"


PASSES = Verdict(None, "", "passes")


def judge(
    match: Match, compiled: CompiledPattern, passage: Passage, language: CompiledLanguage, asked: Asked | None = None
) -> Verdict:
    """A lawful look-alike, else the first guard that makes it a mention, else the first that stops it, else passes.

    A mention goes first: "agencies must not charge" is both, and what a text speaks of is never passed over in silence.
    ``asked``: the clause is a question about the match, and so answered.
    """
    if asked is not None and asked.reply == "no":
        return Verdict("question", f"answered {asked.words!r}", "stops")
    for lawful in compiled.unless:
        for found in find_matches(lawful.pattern, passage):
            if not _apart(found, match, passage) and _is_near(lawful, found, match, passage, language):
                return Verdict("lawful_look_alike", _words(passage, found), "stops")
    verdict = judge_words_around(match, compiled.guards, passage, language, asked)
    if asked is not None and asked.reply == "none" and verdict.guard is None:
        return Verdict("question", "the clause asks", "mentions")
    return verdict


def judge_words_around(
    match: Match,
    shapes: Sequence[GuardShape],
    passage: Passage,
    language: CompiledLanguage,
    asked: Asked | None = None,
) -> Verdict:
    """What the guards of a language say of a match, which may be that of a pattern of another one.

    Words that make a question of a clause no longer speak where the answer is yes.
    """
    stopped = PASSES
    for shape in shapes:
        for found in _guard_matches(shape.name, passage, language):
            if passage.answers and found.end <= passage.own:
                continue  # a question denies and warns of nothing; its answer does
            if _apart(found, match, passage):
                continue
            if not _reaches(shape, found, match, passage, language) or _spared(shape, found, passage, language):
                continue
            if asked is not None and asked.reply == "yes" and _only_asks(shape, found, asked):
                continue
            verdict = Verdict(shape.name, _words(passage, found), shape.effect)
            if shape.effect == "mentions":
                return verdict
            if stopped is PASSES:
                stopped = verdict
            break
    return stopped


def _only_asks(shape: GuardShape, guard: Match, asked: Asked) -> bool:
    """Whether a guard's words do no more than make a question: a sum in the answer is no lesson."""
    return any(slot == QUESTION for slot, *_ in guard.parts) or (asked.priced and shape.name == "teaching")


def covers(match: Match, passage: Passage, language: CompiledLanguage) -> bool:
    """Whether a clause that ends in a question mark asks about a match: not where only a tag follows it (", okay?")."""
    last = max(passage.breaks, default=0)
    tag = len(passage.words) - last <= _TAG * language.gap_scale
    return not (
        tag and match.end <= last and passage.own < last and last not in passage.starts_of(language.coordinator)
    )


def _apart(found: Match, match: Match, passage: Passage) -> bool:
    """Whether words stand in the sentence before, and the match does not reach into it."""
    return passage.refers and found.end <= passage.own <= match.start


def _is_near(lawful: Lawful, found: Match, match: Match, passage: Passage, language: CompiledLanguage) -> bool:
    if lawful.within is None:
        return _same_clause(found, match, passage, language)
    return _distance(found, match, passage) <= lawful.within


def _spared(shape: GuardShape, guard: Match, passage: Passage, language: CompiledLanguage) -> bool:
    """Whether the guard's words are part of a phrase that means something else: "no refund", "not only"."""
    return any(
        other.start <= guard.start and guard.end <= other.end
        for other in _guard_matches(shape.spared_by, passage, language)
    )


def _guard_matches(name: str, passage: Passage, language: CompiledLanguage) -> tuple[Match, ...]:
    """Where a guard's words stand in the passage; looked for once, however many hits ask."""
    if name not in passage.found:
        patterns = language.guards_in(name, passage.standing)
        passage.found[name] = tuple(found for pattern in patterns for found in find_matches(pattern, passage))
    return passage.found[name]


def _words(passage: Passage, found: Match) -> str:
    return " ".join(passage.words[found.start : found.end])


def _reaches(shape: GuardShape, guard: Match, match: Match, passage: Passage, language: CompiledLanguage) -> bool:
    own = [match.consumes(token) for _, start, end in guard.parts for token in range(start, end)]
    if all(own) or (shape.reach == "before" and own[-1]):
        # Words the rule itself names ("not allowed to leave") are the wrong, not its denial; a guard that needs
        # further words ("employers must not …") still speaks.
        return False
    if shape.reach == "clause":
        return _same_clause(guard, match, passage, language)
    if match.start <= guard.start < match.end:
        return True
    if shape.reach == "near":
        return _refuses(shape, guard, match, passage, language)
    if shape.reach == "segment":
        if passage.own - guard.end in (0, 1) and guard.end <= passage.own <= match.start:
            return True  # "The employer pays:" heads a list of what it pays
        segments = _segments(passage, language)
        touched = {segments[start] for _, start, _ in match.parts}
        return any(segments[token] in touched for token in range(guard.start, guard.end))
    return _governs(shape, guard, match, passage, language)


def _refuses(shape: GuardShape, guard: Match, match: Match, passage: Passage, language: CompiledLanguage) -> bool:
    """Whether words near a match refuse it, also behind a list of names of payments ("fee, deposit, bond: none").

    A name with a figure of its own is no bare one: "fee 500, food free" still asks for the fee.
    """
    commas = [token for token in range(match.end, guard.start + 1) if token in passage.breaks]
    if commas and any(word[0].isdigit() for word in passage.words[match.start : match.end]):
        return False
    scale = language.gap_scale
    if _distance(guard, match, passage) <= shape.words * scale:
        return True
    listed = bool(commas) and commas[0] - match.end <= _ITEM * scale and commas[0] < guard.start
    return listed and _names_payments([*commas, guard.start], passage, language)


def _names_payments(edges: Sequence[int], passage: Passage, language: CompiledLanguage) -> bool:
    """Whether each stretch between two edges is short and names a payment; the last may be the refusal's own."""
    named = [start for slot in language.payments for start in passage.starts_of(slot)]
    most = _ITEM * language.gap_scale
    return all(
        after - before <= most and (before == after or any(before <= start < after for start in named))
        for before, after in pairwise(edges)
    )


def _governs(shape: GuardShape, guard: Match, match: Match, passage: Passage, language: CompiledLanguage) -> bool:
    """Whether words before the match reach it: near enough, or in the lead of the list, with nothing that ends them."""
    if guard.end > match.start:
        return False
    scale = language.gap_scale
    in_lead = guard.start < passage.own <= match.start
    if not in_lead and passage.weights[match.start] - passage.weights[guard.end] > shape.words * scale:
        return False
    between = range(guard.end, match.start + 1)
    if any(guard.end <= token < match.start for token in passage.starts_of(language.barrier)):
        return False
    ended = any(token in passage.breaks and token != passage.own for token in between)
    return not ended or any(guard.end <= token < match.end for token in passage.starts_of(language.coordinator))


def _same_clause(other: Match, match: Match, passage: Passage, language: CompiledLanguage) -> bool:
    """Always, but where no sign ends a sentence (Thai), a passage may hold several: there nearness decides."""
    words = language.clause_words
    in_lead = other.end <= passage.own  # the heading of a list speaks for each of its items
    return not words or in_lead or _distance(other, match, passage) <= words * language.gap_scale


def _distance(guard: Match, match: Match, passage: Passage) -> int:
    weights = passage.weights
    if guard.end <= match.start:
        return weights[match.start] - weights[guard.end]
    return max(weights[guard.start] - weights[match.end], 0)


def _segments(passage: Passage, language: CompiledLanguage) -> list[int]:
    return list(_numbered(passage, language))


def _numbered(passage: Passage, language: CompiledLanguage) -> Iterator[int]:
    number = 0
    barriers = passage.starts_of(language.barrier)
    for token in range(len(passage.words)):
        if token in passage.breaks or token in barriers:
            number += 1
        yield number
